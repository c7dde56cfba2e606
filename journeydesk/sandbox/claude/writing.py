"""What the stand-in writes: plausible words about whom it was asked about, in the parts that the schema names."""

import json
from collections.abc import Mapping
from typing import Any

_USUAL = "The record says little of this yet; the next call will."


def written(asked: Mapping[str, Any]) -> str:
    """The text of an answer: one JSON object with every part of the schema."""
    form = asked.get("output_config", {}).get("format", {})
    parts = form.get("schema", {}).get("properties", {})
    content = asked.get("messages", [{}])[-1].get("content", "{}")
    try:
        data = json.loads(content) if isinstance(content, str) else {}
    except ValueError:
        data = {}
    words = _words(data if isinstance(data, dict) else {})
    return json.dumps({name: words.get(name, _USUAL) for name in parts}, ensure_ascii=False)


def _words(data: Mapping[str, Any]) -> dict[str, str]:
    company = str(data.get("company") or "this customer")
    first = str(data.get("first_name") or "there")
    sender = str(data.get("sender") or "")
    industry = str(data.get("industry") or "their trade").lower()
    use = str(data.get("use_case") or "").strip().rstrip(".")
    challenge = str(data.get("current_challenge") or "").strip().rstrip(".")
    stage = str(data.get("stage") or "").strip() or "the first stage"
    plan = f"They plan this: {use}." if use else "What they plan is not written down yet."
    trouble = f"What holds them up: {challenge}." if challenge else "What holds them up is still to be asked."
    return {
        "word": "ready",
        "summary": f"{company} works in {industry} and stands in {stage}. {plan}",
        "fits": f"{plan} A team of their size usually reaches its first result within the pilot.",
        "risks": f"{trouble} Who decides, and by when, is open.",
        "today": f"{trouble} Each correction by hand costs time twice: once to make it, once to look for it.",
        "with_us": "The same work is done once, where it arises, and the rest of the day is planned by it.",
        "assumptions": "Hours a week on corrections; people who make them; share that would not be needed any more.",
        "problem": f"{trouble} {company} feels it most in the weeks before a season.",
        "way": "A pilot at one site for four weeks, with one measure that both sides agree on before it begins.",
        "benefit": "Fewer corrections, a plan that holds, and figures to decide the second site by.",
        "next_step": "Agree on the measure and the date of the pilot review.",
        "header": f"How {industry} teams plan a day that holds",
        "paragraphs": f"{plan} Others began with one site and one measure.\n\nWhat they learned fits on the next page.",
        "quote": "",
        "subject": f"The next step for {company}",
        "text": (
            f"Good morning {first},\n\nthank you for the talk. {trouble} We would begin with one site and one measure, and look at it "
            f"together after four weeks.\n\nDoes Thursday suit you to agree on the measure?\n\nKind regards\n{sender}"
        ),
        "standing": f"{stage}; nothing was agreed since the last talk.",
        "wants": plan,
        "ask": "Who decides about the pilot, and by when?",
    }
