"""The description of the routes as a page: what OpenAPI says, readable without a script and without a network."""

import html
from collections.abc import Iterator
from typing import Any

_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
    "h2{font-size:1.05rem;margin:2rem 0 .3rem}code,pre{font:13px/1.45 ui-monospace,monospace}"
    "pre{overflow:auto;padding:.8rem;border:1px solid #8886;border-radius:6px}table{border-collapse:collapse}"
    "td{padding:.15rem .9rem .15rem 0;vertical-align:top}"
)


def described(schema: dict[str, Any]) -> str:
    """The page."""
    info = schema["info"]
    parts = "".join(_routes(schema))
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(info["title"])}</title>'
        f"<style>{_STYLE}</style><h1>{html.escape(info['title'])}</h1><p>{html.escape(info['description'])} "
        f'The same for programs: <a href="/openapi.json">openapi.json</a>.</p>{parts}</html>'
    )


def _routes(schema: dict[str, Any]) -> Iterator[str]:
    for path, operations in schema["paths"].items():
        for method, route in operations.items():
            yield f"<h2><code>{method.upper()} {html.escape(path)}</code></h2>"
            yield f"<p>{html.escape(route.get('description', ''))}</p>"
            bodies = route.get("requestBody", {}).get("content", {})
            for content in bodies.values():
                yield f"<table>{''.join(_fields(content['schema']))}</table>"
            answers = route.get("responses", {}).items()
            rows = (f"<tr><td>{code}</td><td>{html.escape(answer['description'])}</td></tr>" for code, answer in answers)
            yield f"<details><summary>Answers</summary><table>{''.join(rows)}</table></details>"


def _fields(schema: dict[str, Any]) -> Iterator[str]:
    if schema.get("type") == "array":
        yield f"<tr><td colspan=3>an array of {schema['minItems']} to {schema['maxItems']}, each with</td></tr>"
        yield from _fields(schema["items"])
        return
    required = set(schema.get("required", ()))
    for name, field in schema.get("properties", {}).items():
        must = "required" if name in required else "may be left out"
        choices = field.get("enum") or ()
        words = field.get("description") or (f"one of {', '.join(map(str, choices))}" if choices else "")
        yield f"<tr><td><code>{html.escape(name)}</code></td><td>{must}</td><td>{html.escape(words)}</td></tr>"
