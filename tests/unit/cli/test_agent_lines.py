"""Standard input read line by line, each with whole characters."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.cli.agent.lines import mended_input
from journeydesk.domain.written.half_characters import whole


@given(st.lists(st.text(st.characters(exclude_categories=()))))
def test_lines_stay_lines(texts: list[str]) -> None:
    said = "".join(json.dumps(text) + "\n" for text in texts)
    read = [json.loads(line) for line in mended_input(io.BytesIO(said.encode()))]
    assert read == [whole(text) for text in texts]
