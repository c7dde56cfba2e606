"""`journeydesk mail opens`."""

import pytest

from tests.integration.cli.conftest import CommandLine

ANN = "ann@x.example"


def test_who_agreed_is_noted_listed_and_taken_back(line: CommandLine) -> None:
    assert line.run("mail", "opens") == "Opens are not counted.\n"
    assert line.run("mail", "opens", "--switch", "on") == "Opens are counted of those who agreed.\n"
    (agreed,) = line.json("mail", "opens", ANN, "--agreed", "form, 12 May")["agreed"]
    assert (agreed["address"], agreed["how"], agreed["by"]) == (ANN, "form, 12 May", "Amaia Etxarri")
    assert "ann@x.example: form, 12 May (" in line.run("mail", "opens")
    assert line.json("mail", "opens", ANN, "--taken-back") == {"counted": True, "agreed": []}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((ANN,), "Say with --agreed HOW that they agreed, or with --taken-back that they no longer do."),
        (("--taken-back",), "Name the address, such as: journeydesk mail opens ada@company.example --agreed “form, 12 May”."),
        ((ANN, "--agreed", " "), "Say how ann@x.example agreed, such as “form on our website, 12 May”."),
        (("ann", "--agreed", "form"), "“ann” is not an e-mail address."),
        ((ANN, "--taken-back"), "ann@x.example did not agree that opens are counted; there is nothing to take back."),
    ],
)
def test_what_is_wrong_is_said(line: CommandLine, words: tuple[str, ...], sentence: str) -> None:
    assert line.outputs("mail", "opens", *words, status=1) == ("", f"{sentence}\n")
