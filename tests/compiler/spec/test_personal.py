"""A text in the API holds something personal unless somebody looked and said that it does not.

A forgotten `x-beeper-pii` would be told on by `sanitize`, and nothing else notices: so harmless.txt names each text
without a mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.compiler.spec.document import Json, document

HARMLESS = Path(__file__).with_name("harmless.txt")


def unmarked(name: str, schema: Json) -> Iterator[str]:
    """Texts in a schema that are neither marked nor of a closed form."""
    for field, value in schema.get("properties", {}).items():
        if "x-beeper-pii" not in value:
            forms = [value, value.get("items", {}), *value.get("anyOf", []), *value.get("oneOf", [])]
            if any(is_text(form) for form in forms):
                yield f"{name}.{field}"
        yield from unmarked(f"{name}.{field}", value)
    for part in ("allOf", "anyOf", "oneOf"):
        for form in schema.get(part, []):
            yield from unmarked(name, form)


def is_text(form: Json) -> bool:
    kinds = form.get("type", [])
    free = not {"enum", "const", "x-beeper-pii"} & form.keys() and form.get("format") != "date-time"
    return free and "string" in ([kinds] if isinstance(kinds, str) else kinds)


def test_each_text_is_marked_or_known_to_be_harmless() -> None:
    schemas: dict[str, Json] = document()["components"]["schemas"]
    unmarked_texts = {line for name, schema in schemas.items() for line in unmarked(name, schema)}
    known = set(HARMLESS.read_text(encoding="utf-8").split())
    hint = "mark it with x-beeper-pii in openapi.yaml; or, if it can hold nothing personal, name it in harmless.txt"
    assert sorted(unmarked_texts - known) == [], hint
    assert sorted(known - unmarked_texts) == [], "harmless.txt names what is not there, or is marked"
