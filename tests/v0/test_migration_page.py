"""docs/coming_from/v0.md says what the spec, the shims and the table of older apps say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from beeper_sdk import v0
from beeper_sdk._core.compat import version_table as compat
from beeper_sdk._core.generated import operation_metadata
from beeper_sdk.v0 import upgrade
from scripts.compiler.render.migration_docs import PAGE, MissingMarker, render_page

ROOT = Path(__file__).parents[2]
SPEC = (ROOT / "openapi.yaml").read_text(encoding="utf-8")
TEXT = (ROOT / PAGE).read_text(encoding="utf-8")


def table(name: str) -> list[list[str]]:
    """The cells of a written table, without its head."""
    part = TEXT.partition(f"<!-- {name}: ")[2].partition(f"<!-- end of {name} -->")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_its_tables_are_those_of_the_spec() -> None:
    assert render_page(ROOT, SPEC) == {PAGE: TEXT.encode()}, "run python scripts/regenerate.py"


def test_its_tables_name_every_call_of_v0_and_what_replaced_it() -> None:
    calls = {row[0]: row[2] for row in table("calls")}
    assert calls == {
        name.removeprefix("v0."): known.replaced_by for name, known in operation_metadata().items() if known.replaced_by
    }
    assert all(callable(getattr(v0.Client, name)) for name in calls)
    assert len(calls) == 13


def test_a_page_without_markers_is_an_error(tmp_path: Path) -> None:
    assert render_page(tmp_path, SPEC) == {}
    (tmp_path / PAGE).parent.mkdir(parents=True)
    (tmp_path / PAGE).write_text(TEXT.replace("<!-- end of calls -->", ""))
    with pytest.raises(MissingMarker, match="'calls' once"):
        render_page(tmp_path, SPEC)


def test_every_payload_function_is_named() -> None:
    assert all(f"`{name}`" in TEXT for name in upgrade.__all__)


def test_every_operation_of_older_apps_is_named() -> None:
    older_apps = TEXT.partition("## Older apps")[2]
    later = {row.operation for row in compat.ROWS} - {row[2] for row in table("calls")}
    spoken = older_apps + "reactions"
    assert all(name in spoken or name.split(".")[-2] in spoken for name in later)
    assert re.search(r"4\.2\.808|4\.2\.807", older_apps)
