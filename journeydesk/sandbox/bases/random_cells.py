"""Values as people, imports and other programs leave them in cells, of every type that can be written."""

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from journeydesk.sandbox.airtable.model import Base, Field

PEOPLE = (
    ("Amaia Etxarri", "amaia@ostrelle.example"),
    ("Joonas Lehtovaara", "joonas@ostrelle.example"),
    ("Ярослава Дымова", "yaroslava@ostrelle.example"),
    ("Sunniva Ørsted", "sunniva@ostrelle.example"),
)
WORDS = (
    *("Alder", "Brücke", "Çınar", "Żuraw", "Östra", "Peña", "Теремок", "Ελιά", "青葉", "霧島", "가람", "碧波", "कचनार", "نسيم"),
    *("ดอกแก้ว", "Kōwhai", "Ọ̀sán", "Łąka", "naïve", "Zoë", "O'Hara", "R&D", "50%", "a/b", "C#", "🚀", "x", "Q1"),
)
_TEXTS = (
    *("plain", " blanks around ", "two\nlines", "tab\there", "0", "=1+1", "+43 1 234", "'quoted'", '"double"', "{Name}"),
    *("back\\slash", "ends with a line end\n", "\r\nstarts with one", "null", "true", "2026-05-22", "1.250,00", "NaN"),
    *(
        "e\u0301 and é",
        "\u200bzero width",
        "\U0001f3f3\ufe0f\u200d\U0001f308 flags",
        "<b>not bold</b>",
        "**bold**",
        "a" * 2_000,
    ),
    *("https://x.example/?q=1&r=2", "me@x.example", "rec00000000000000"),
)


def word(rng: random.Random) -> str:
    """A word of any script."""
    return rng.choice(WORDS)


def text(rng: random.Random) -> str:
    """A text such as a person or a program leaves behind."""
    return f"{rng.choice(_TEXTS)}{word(rng) if rng.random() < 0.5 else ''}"


def day(rng: random.Random) -> str:
    """A day within ninety years, most often within one."""
    span = 400 if rng.random() < 0.9 else 16_000
    return (date(2026, 5, 19) + timedelta(days=rng.randrange(-span, span))).isoformat()


def _moment(rng: random.Random) -> str:
    at = rng.randrange(24 * 3600)
    return f"{day(rng)}T{at // 3600:02d}:{at // 60 % 60:02d}:{at % 60:02d}.{rng.choice((0, 0, 7, 999)):03d}Z"


def _number(rng: random.Random) -> int | float:
    return rng.choice(
        (
            0,
            1,
            -3,
            rng.randrange(1000),
            rng.randrange(10**9),
            round(rng.uniform(0, 100), 2),
            round(rng.uniform(-5, 5), 7),
            0.1 + 0.2,
            1e12,
            2.5,
            0.005,
        )
    )


def _share(rng: random.Random) -> float:
    return rng.choice((0, 1, 0.5, 0.123, 0.0666, 1.25, round(rng.random(), 4), 0.1 + 0.2))


def cell(rng: random.Random, base: Base, field: Field) -> Any:
    """A value that Airtable keeps in such a field, as it stands in a cell."""
    people = list(base.people.values())
    names = [choice["name"] for choice in field.options.get("choices", ())]
    kinds: dict[str, Callable[[], Any]] = {
        "richText": lambda: text(rng).rstrip("\n") + "\n",
        "email": lambda: rng.choice((f"{word(rng).lower()}@x.example", "not a mail", "A@B.example")),
        "phoneNumber": lambda: rng.choice(("+44 7700 900 142", "0043/1/234 ", "call the office", "(020) 7946-0132")),
        "number": lambda: _number(rng),
        "currency": lambda: _number(rng),
        "percent": lambda: _share(rng),
        "rating": lambda: rng.randrange(1, field.options["max"] + 1),
        "duration": lambda: rng.choice((0, 30, 90, 600, 5400, 86_400, 12.5, rng.randrange(10_000))),
        "checkbox": lambda: True,
        "date": lambda: day(rng),
        "dateTime": lambda: _moment(rng),
        "singleSelect": lambda: rng.choice(names),
        "multipleSelects": lambda: rng.sample(names, rng.randrange(1, min(4, len(names) + 1))),
        "singleCollaborator": lambda: rng.choice(people).json(),
        "multipleCollaborators": lambda: [person.json() for person in rng.sample(people, rng.randrange(1, 4))],
        "barcode": lambda: {"text": str(rng.randrange(10**12)), "type": "ean13"},
    }
    return kinds.get(field.type, lambda: text(rng))()


def names_cell(rng: random.Random, names: Sequence[str], field: Field) -> str | None:
    """Whom a record is about as people write it: one name, several, one that nobody has, in whatever case and with blanks around."""
    if rng.random() < 0.1:
        return None
    written = rng.sample(names, min(len(names), rng.choice((1, 1, 1, 1, 2, 3))))
    written = [rng.choice((name, name, name, name.upper(), f" {name} ")) for name in written]
    if rng.random() < 0.2 or not written:
        written.insert(rng.randrange(len(written) + 1), f"{word(rng)} nobody")
    text = rng.choice((", ", "; ") if field.type == "singleLineText" else (", ", "\n")).join(written)
    return f"{text}\n" if field.type == "richText" else text
