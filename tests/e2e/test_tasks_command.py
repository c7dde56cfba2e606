"""The command `task`: added in plain words, listed, done."""

from tests.e2e.conftest import Shell


def test_a_task_is_added_in_plain_words_listed_and_done(shell: Shell) -> None:
    made = shell.json("task", "add", "--title", "Call them", "--due", "3d")
    assert [task["key"] for task in shell.json("task", "list")["upcoming"]] == [made["key"]]
    shell.run("task", "done", made["key"])
    assert "Nothing to do." in shell.run("task", "list")


def test_a_due_date_not_understood_is_refused_with_how_to_write_it(shell: Shell) -> None:
    assert "Write it like fri 14:30" in shell.run("task", "add", "--title", "Call them", "--due", "soon", status=1)
