"""Answers with an end: none may take longer or be larger than is sane, whatever the network drips
(docs/sync.md, rows 8 and 9)."""

import time
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import DecodeError, HTTPError, ReadTimeoutError

TOTAL_SECONDS = 30.0
MOST_BYTES = 32 * 1024 * 1024
_CHUNK = 65_536


class BoundedAdapter(HTTPAdapter):
    """Reads each body itself, piece by piece as it comes, under one deadline and one size."""

    def __init__(self, total_seconds: float = TOTAL_SECONDS, most_bytes: int = MOST_BYTES) -> None:
        super().__init__()
        self._total_seconds = total_seconds
        self._most_bytes = most_bytes

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        """Sends, and returns only with the whole body. Raises ReadTimeout past the deadline, RequestException past the size."""
        deadline = time.monotonic() + self._total_seconds
        options["stream"] = True
        response = super().send(request, *args, **options)
        try:
            response._content = self._body(response, deadline)
        except ReadTimeoutError as problem:
            raise requests.ReadTimeout(str(problem), request=request) from problem
        except DecodeError as problem:
            raise requests.exceptions.ContentDecodingError(str(problem), request=request) from problem
        except (HTTPError, OSError) as problem:
            if isinstance(problem, requests.RequestException):
                raise
            raise requests.ConnectionError(str(problem), request=request) from problem
        response._content_consumed = True  # type: ignore[attr-defined]
        return response

    def _body(self, response: requests.Response, deadline: float) -> bytes:
        body = bytearray()
        try:
            while piece := response.raw.read1(_CHUNK, decode_content=True):
                body += piece
                if len(body) > self._most_bytes:
                    raise requests.RequestException(f"an answer of more than {self._most_bytes:,} bytes")
                if time.monotonic() > deadline:
                    raise requests.ReadTimeout(f"an answer took longer than {self._total_seconds:.0f} seconds")
        except BaseException:
            response.raw.close()
            raise
        response.raw.release_conn()
        return bytes(body)
