"""Senders of events over kept connections, as fast as they are answered; prints what came of it as JSON.

`python -m tests.benchmarks.sender PORT SECONDS CONNECTIONS`
"""

import asyncio
import json
import sys
import time

from journeydesk.domain.webhooks.signatures import sign
from tests.integration.receiver.process import JOURNEY, SECRET

_CUSTOMERS = 2_000


def _request(sender: int, number: int) -> bytes:
    event = {
        "event_id": f"bench-{time.time_ns()}-{sender}-{number}",
        "customer_id": f"c{(sender * 7919 + number) % _CUSTOMERS}@example.com",
        "event": "page_viewed",
        "timestamp": "2026-05-19T08:00:00Z",
        "metadata": {"page": "/prices", "utm_source": "newsletter"},
    }
    body = json.dumps(event).encode()
    head = (
        f"POST {JOURNEY} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        f"X-Webhook-Signature: {sign(SECRET, body)}\r\n\r\n"
    )
    return head.encode() + body


async def _send(port: int, sender: int, until: float, took: list[float]) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    refused = number = 0
    request = _request(sender, number)
    while time.perf_counter() < until:
        began = time.perf_counter()
        writer.write(request)
        # Made while the answer is under way: what a sender computes is none of the receiver's time.
        request = _request(sender, number + 1)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
        took.append(time.perf_counter() - began)
        refused += not head.startswith(b"HTTP/1.1 202")
        number += 1
    writer.close()
    return refused


async def _main(port: int, seconds: float, connections: int) -> None:
    took: list[float] = []
    began = time.perf_counter()
    refused = await asyncio.gather(*(_send(port, sender, began + seconds, took) for sender in range(connections)))
    facts = {"seconds": time.perf_counter() - began, "took": took, "refused": sum(refused)}
    print(json.dumps(facts))


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])))
