"""A spec broken in one place: regenerating says so in one line that names the place, and writes nothing."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts import regenerate
from scripts.compiler.render import migration_docs, output
from scripts.compiler.render.client import render_client
from scripts.compiler.spec import document_rules as rules
from scripts.compiler.spec import openapi_grammar as form
from scripts.compiler.spec.errors import SpecError
from scripts.compiler.spec.loading import load
from scripts.compiler.spec.openapi_grammar import is_list, is_mapping
from tests.compiler.mini import dump
from tests.sweeps import examples

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WHOLE = (HERE / "whole.yaml").read_text(encoding="utf-8")


class Broken(NamedTuple):
    """A row of breaks.yaml."""

    kind: str
    old: str
    new: str
    said: str


KINDS = [Broken(**fields) for fields in load((HERE / "breaks.yaml").read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As much of a project as is written to, and what it is written from."""
    root = tmp_path_factory.mktemp("project")
    for name in (
        "requirements.lock",
        *migration_docs.PAGES,
        "generated/manifest.json",
        "generated/beeper_sdk_client/_model.py",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    return root


def prints(root: Path) -> dict[str, tuple[str, int]]:
    """Every file, with what is in it and when it was written."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file()]
    return {str(path): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in files}


def no_server(_: Path) -> dict[str, bytes]:
    """In place of the server's generator: a process of some seconds, which is not what complains here."""
    return {}


def test_the_whole_spec_can_be_compiled() -> None:
    assert len(render_client(WHOLE)) > 20


@pytest.mark.parametrize(
    ("content", "said"), [(None, "No such file or directory"), (b"\xff", "not UTF-8 text")], ids=["none", "bytes"]
)
def test_a_spec_that_cannot_be_read_is_an_error_of_one_line(
    content: bytes | None,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copy(ROOT / "requirements.lock", tmp_path)
    if content is not None:
        (tmp_path / "openapi.yaml").write_bytes(content)
    monkeypatch.setattr(regenerate, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    for arguments in ([], ["--places", str(tmp_path / "openapi.yaml")]):
        monkeypatch.setattr(sys, "argv", ["regenerate.py", *arguments])
        assert regenerate.main() == 1
        assert capsys.readouterr().err == f"nothing was written: openapi.yaml: {said}\n"


@pytest.mark.parametrize("broken", [pytest.param(broken, id=broken.kind) for broken in KINDS])
def test_regenerating_names_the_place_and_writes_nothing(
    broken: Broken, tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert broken.old in WHOLE
    (tree / "openapi.yaml").write_text(WHOLE.replace(broken.old, broken.new, 1), encoding="utf-8")
    before = prints(tree)
    monkeypatch.setattr(regenerate, "ROOT", tree)
    monkeypatch.setattr(output, "render_server", no_server)
    monkeypatch.setattr(sys, "path", ["", *sys.path])  # running as a command, it puts its own folder first
    monkeypatch.setattr(sys, "argv", ["regenerate.py"])
    assert regenerate.main() == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"nothing was written: {broken.said}")
    assert printed.err.count("\n") == 1
    assert len(printed.err) < 400
    assert prints(tree) == before


NEEDED = {"x-beeper-method", "x-beeper-effect", "x-beeper-since", "x-beeper-pagination"}
"""Extensions whose absence from an operation is a row of breaks.yaml."""
OPTIONAL = {
    *("x-beeper-any-of", "x-beeper-display", "x-beeper-final", "x-beeper-groups", "x-beeper-object", "x-beeper-time"),
    *(
        "x-beeper-pii",
        "x-beeper-property",
        "x-beeper-removed",
        "x-beeper-replaced-by",
        "x-beeper-text-status",
        "x-beeper-visible",
    ),
}


def test_each_extension_is_needed_or_optional() -> None:
    known = {key for table in form.TABLES.values() for key in table if key.startswith("x-")}
    described = set(re.findall(r"^#   (x-beeper-[a-z-]+)", (ROOT / "openapi.yaml").read_text("utf-8"), re.MULTILINE))
    assert known == described == NEEDED | OPTIONAL
    reported = {f"{name} is missing" for name in NEEDED}
    assert all(any(text in row.said for row in KINDS) for text in reported)


def test_a_spec_without_the_optional_extensions_can_be_compiled(tree: Path) -> None:
    document = without(OPTIONAL, DOCUMENT)
    del document["components"]["schemas"]["Chat"]["properties"]["seen"]["x-beeper-since"]  # of a field, it is optional
    text = dump(document)
    assert set(render_client(text)) == set(render_client(WHOLE))
    pages = migration_docs.render_pages(tree, text)
    assert set(pages) == set(migration_docs.PAGES)
    assert "`chats.list`" in pages["docs/guides/older_apps.md"].decode()


def without(names: set[str], node: Any) -> Any:
    """A copy of a document without these keys."""
    if is_mapping(node):
        return {key: without(names, value) for key, value in node.items() if key not in names}
    return [without(names, item) for item in node] if is_list(node) else node


def test_every_kind_is_another_one() -> None:
    assert (
        len({broken.kind for broken in KINDS})
        == len({(broken.old, broken.new) for broken in KINDS})
        == len(KINDS)
        >= 20
    )


def test_the_real_spec_keeps_the_rules_and_is_held_to_them() -> None:
    document: Any = load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))
    rules.check(document)
    document["components"]["schemas"]["Chat"]["example"]["id"] = 7
    with pytest.raises(SpecError, match=r'^#/components/schemas/Chat/example.id: 7 is not of type "string"$'):
        rules.check(document)


def paths(node: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value of a document."""
    inside = node.items() if is_mapping(node) else enumerate(node) if is_list(node) else ()
    for key, value in inside:
        yield (*path, key)
        yield from paths(value, (*path, key))


DOCUMENT: Any = load(WHOLE)
ODD = [None, True, 0, -1.5, "", "x", [], ["x"], [None], {}, {"x": "y"}, {"$ref": "#/components/schemas/Event"}]


@settings(max_examples=examples(60))
@given(st.sampled_from(sorted(paths(DOCUMENT), key=str)), st.sampled_from([*ODD, ...]))
def test_whatever_is_put_in_any_place_is_taken_or_refused_in_one_line(path: tuple[Any, ...], value: Any) -> None:
    document = deepcopy(DOCUMENT)
    inner = document
    for key in path[:-1]:
        inner = inner[key]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    said = complaint(document)
    assert "\n" not in said
    assert len(said) < 400


def complaint(document: Any) -> str:
    """What the rules say of a document; nothing where they take it."""
    try:
        rules.check(document)
    except SpecError as error:
        return str(error)
    return ""
