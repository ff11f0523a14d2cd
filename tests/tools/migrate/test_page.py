"""docs/coming_from/official_sdk.md: its tables of names are those of `beeper migrate`.

After a change: `pytest tests/tools/migrate -k pin_holds --update-pins`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from beeper_sdk._tools.migrate import official
from tests.pins import hold
from tests.tools.migrate.official_methods import METHODS

PAGE = Path(__file__).parents[3] / "docs/coming_from/official_sdk.md"
CODE = re.compile(r"json\.dumps\(.+?\(\)\)|\.\w+\([^)]*\)|(?<= )\.\w+|to_dict\(\)")
"""What an advice says to write."""
NAMES = re.compile(r"(?<=<!-- begin: names -->\n).*?(?=<!-- end: names -->\n)", re.DOTALL)


def _table(first: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = [(first, "here"), ("---", "---"), *rows]
    return "\n".join(f"| {old} | {new} |" for old, new in lines)


def _renamed(names: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(f"`{old}`", f"`{new}`") for old, new in sorted(names.items()) if old != new]


def _by_note(notes: Mapping[str, str]) -> list[tuple[str, str]]:
    """Names without a replacement, those with the same advice in one row."""
    by_advice: dict[str, list[str]] = {}
    for name, note in notes.items():
        advice = re.sub(CODE, r"`\g<0>`", note.rpartition(": ")[2])
        by_advice.setdefault(advice, []).append(f"`{name}`")
    return [(", ".join(sorted(names)), advice) for advice, names in by_advice.items()]


def _sections() -> dict[str, str]:
    error_fields = {**official.ERROR_FIELDS, "message": "str(error)"}
    return {
        "Clients and errors": _table("class", _renamed({**official.CLIENTS, **_errors()})),
        "Arguments of the client": _table("argument", _renamed(official.OPTIONS)),
        "Arguments of every method": _table(
            "argument", [(f"`{old}`", f"`with_options({new}=)`") for old, new in official.CALL_OPTIONS.items()]
        ),
        "Errors": _table("attribute", [*_renamed(error_fields), *_by_note(official.ERROR_NOTES)]),
        "Raw responses": _table("attribute", [*_renamed(official.RAW_FIELDS), *_by_note(official.RAW_NOTES)]),
        "Streams": _table("attribute", _renamed(official.STREAM_FIELDS)),
        "Models": _table("attribute", [*_renamed(official.MODEL_FIELDS), *_by_note(official.MODEL_NOTES)]),
        "Types": _table("type in `beeper_desktop_api.types`", _types()),
    }


def _errors() -> dict[str, str]:
    return {name: f"errors.{new}" for name, new in official.ERRORS.items() if name != new}


def _types() -> list[tuple[str, str]]:
    nested = {f"{name}": f"models.{new}" for name, new in official.MODELS_BY_MODULE.items()}
    lists = {name: f"list[models.{new}]" for name, new in official.LIST_MODELS.items()}
    return _renamed({name: f"models.{new}" for name, new in official.MODELS_BY_NAME.items()} | nested | lists)


def test_the_pin_holds(update_pins: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert len(NAMES.findall(text)) == 1
    tables = "\n".join(f"### {name}\n\n{table}\n" for name, table in _sections().items())
    hold(PAGE, NAMES.sub(lambda _: f"\n{tables}\n", text).splitlines(), update=update_pins)


def test_the_number_of_methods_is_that_of_the_official_sdk() -> None:
    assert f"All its {sum(map(len, METHODS.values()))}\nmethods" in PAGE.read_text(encoding="utf-8")
