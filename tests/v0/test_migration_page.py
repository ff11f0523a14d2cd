"""docs/coming_from/v0.md and docs/guides/older_apps.md say what the spec, the shims and the table of older apps say."""

from __future__ import annotations

import re
from operator import attrgetter
from pathlib import Path

import pytest

from beeper_sdk import Beeper, v0
from beeper_sdk._core.compat import version_table as compat
from beeper_sdk._core.generated import operation_metadata
from beeper_sdk.v0 import upgrade
from scripts.compiler.render.migration_docs import PAGES, MissingMarker, render_pages

ROOT = Path(__file__).parents[2]
SPEC = (ROOT / "openapi.yaml").read_text(encoding="utf-8")
TEXT = (ROOT / "docs/coming_from/v0.md").read_text(encoding="utf-8")
OLDER_APPS = (ROOT / "docs/guides/older_apps.md").read_text(encoding="utf-8")
HTTP = (ROOT / "docs/coming_from/http.md").read_text(encoding="utf-8")


def table(name: str, text: str = TEXT) -> list[list[str]]:
    """The cells of a written table, without its head."""
    part = text.partition(f"<!-- {name}: ")[2].partition(f"<!-- end of {name} -->")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("page", PAGES)
def test_a_table_is_that_of_the_spec(page: str) -> None:
    written = render_pages(ROOT, SPEC)[page].decode()
    assert written == (ROOT / page).read_text(encoding="utf-8"), "run python scripts/regenerate.py"


def test_each_operation_is_in_the_table_of_requests_or_in_that_of_v0() -> None:
    calls = {row[1].removeprefix("beeper.") for row in table("requests", HTTP)}
    assert calls | {f"v0.{row[0]}" for row in table("calls")} | {"v0.userinfo"} >= set(operation_metadata())


def test_each_call_of_the_table_of_requests_is_a_method() -> None:
    with Beeper("made-up-token") as beeper:
        calls = [row[1].removeprefix("beeper.") for row in table("requests", HTTP)]
        assert [call for call in calls if not callable(attrgetter(call)(beeper))] == []


def test_its_tables_name_every_call_of_v0_and_what_replaced_it() -> None:
    calls = {row[0]: row[2] for row in table("calls")}
    assert calls == {
        name.removeprefix("v0."): known.replaced_by for name, known in operation_metadata().items() if known.replaced_by
    }
    assert all(callable(getattr(v0.Client, name)) for name in calls)
    assert len(calls) == 13


def test_a_page_without_markers_is_an_error(tmp_path: Path) -> None:
    assert render_pages(tmp_path, SPEC) == {}
    page = tmp_path / "docs/coming_from/v0.md"
    page.parent.mkdir(parents=True)
    page.write_text(TEXT.replace("<!-- end of calls -->", ""))
    with pytest.raises(MissingMarker, match="'calls' once"):
        render_pages(tmp_path, SPEC)


def test_every_payload_function_is_named() -> None:
    assert all(f"`{name}`" in TEXT for name in upgrade.__all__)


def test_every_operation_of_older_apps_is_named() -> None:
    later = {row.operation for row in compat.ROWS} - {row[2] for row in table("calls")}
    spoken = OLDER_APPS + "reactions"
    assert all(name in spoken or name.split(".")[-2] in spoken for name in later)
    assert re.search(r"4\.2\.808|4\.2\.807", OLDER_APPS)
