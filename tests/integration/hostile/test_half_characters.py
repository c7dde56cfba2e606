"""An answer with half of a character in it is read like any other, by whichever service it is given."""

import requests

from journeydesk.remote.bounded_http import bound
from journeydesk.remote.make.client import MakeClient
from tests.fakes.scripted_service import scripted
from tests.integration.hostile.server import hostile, replying


def _read(body: bytes, *headers: str) -> requests.Response:
    with hostile(replying(body, *headers)) as server, bound(requests.Session()) as session:
        return session.get(server.url, timeout=5)


def test_json_comes_with_its_characters_whole() -> None:
    assert _read(rb'{"half \ud83d": "whole \ud83d\ude00 \\ud83d"}').json() == {"half \ufffd": "whole \U0001f600 \\ud83d"}


def test_a_name_of_make_can_be_kept() -> None:
    with scripted() as service, MakeClient(service.url, "token") as client:
        service.answers({"scenarios": [{"id": 7, "name": "Welcome \ud83d", "isActive": True}]})
        (scenario,) = client.scenarios(1)
    assert scenario.name == "Welcome \ufffd"
