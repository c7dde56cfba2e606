"""What comes next, said by command: a log without it says so."""

from tests.e2e.conftest import Shell


def test_a_log_plans_says_why_not_or_hears_what_is_missing(shell: Shell) -> None:
    event = shell.home.parent / "applied.json"
    event.write_text(
        '{"customer_id": "BETA-NEXTSTEP", "event": "application_received", "timestamp": "2026-11-01T10:00:00Z", '
        '"customer_name": "Adaeze Nwokorie"}',
        encoding="utf-8",
    )
    shell.run("event", str(event))
    call = ("log", "--prospect", "BETA-NEXTSTEP", "--type", "Call", "--summary", "Said hello")
    bare = shell.run(*call, "--outcome", "No answer")
    assert "usual is: No answer → call in 2 working days" in bare
    assert shell.json(*call, "--follow-up", "next month")["next_step"] is True
    assert shell.json(*call, "--no-next-step", "no budget")["next_step"] is True
    assert "is not a date that can be understood" in shell.run(*call, "--follow-up", "someday", status=1)
