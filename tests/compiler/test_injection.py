"""No text of a spec becomes code: it is refused, or it stays within string literals and comments.

A text is replaced wherever it occurs, names included, so that references still match. `--hypothesis-profile=long`
renders each text with each payload on its own.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scripts.compiler.render.client import render_client
from scripts.compiler.render.server import render_server
from scripts.compiler.spec.document_rules import check
from scripts.compiler.spec.errors import SpecError
from scripts.compiler.spec.loading import load
from tests.compiler.mini import dump
from tests.sweeps import LONG, examples

HERE = Path(__file__).resolve().parent
MARK = "INJECTED"
PAYLOADS = (
    *('x"\nINJECTED()\n"', "x'\nINJECTED()\n'", 'x"""\nINJECTED()\n"""', "x'''\nINJECTED()\n'''", "x\nINJECTED()\n"),
    *('x")\nINJECTED()\n(', 'x" + INJECTED() + "', "x' + INJECTED() + '", 'x"""+INJECTED()+"""', "x}INJECTED(){"),
    *("x, INJECTED(), y", "x INJECTED()", "x#\rINJECTED()", "x\u2028INJECTED()\x0cINJECTED()", "x: INJECTED = 1"),
    *(
        "INJECTED\\",
        "{{ INJECTED }}{% raw %}",
        '\\"""\nINJECTED()\n\\"""',
        "INJECTED\\N{",
        "{INJECTED!r}",
        "%(INJECTED)s",
    ),
)


def document() -> Any:
    """A spec that has one of everything."""
    return load((HERE / "whole.yaml").read_text(encoding="utf-8"))


def texts(node: object) -> Iterator[str]:
    """Every text of a document, keys included."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield key
            yield from texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from texts(item)
    elif isinstance(node, str):
        yield node


def replaced(node: Any, old: str, new: str) -> Any:
    """A copy in which a text is another, also as a part of references and paths."""
    if isinstance(node, Mapping):
        return {replaced(key, old, new): replaced(value, old, new) for key, value in node.items()}
    if isinstance(node, list):
        return [replaced(item, old, new) for item in node]
    if not isinstance(node, str):
        return node
    if node.startswith("#/"):
        return "/".join(new if part == old else part for part in node.split("/"))
    return new if node == old else node.replace(f"{{{old}}}", f"{{{new}}}")


def code(files: Mapping[str, str]) -> list[str]:
    """Where a payload is code, or has made a file unreadable."""
    found: list[str] = []
    for path, text in files.items():
        if not path.endswith(".py") or (MARK not in text and "\\" not in text):
            continue
        try:
            tree = ast.parse(text)
        except SyntaxError as error:
            found.append(f"{path}, line {error.lineno}: {error.msg}")
            continue
        for node in ast.walk(tree):
            fields = () if isinstance(node, ast.Constant) else ast.iter_fields(node)
            names = [value for _, value in fields if isinstance(value, str) and MARK in value]
            found += [f"{path}, line {getattr(node, 'lineno', 0)}: {name}" for name in names]
    return found


def is_accepted(spec: Any) -> bool:
    """Whether a spec may be compiled."""
    try:
        check(spec)
    except SpecError:
        return False
    return True


@cache
def free_texts() -> tuple[str, ...]:
    """The texts that may be anything: descriptions, summaries, examples, defaults."""
    spec = document()
    return tuple(text for text in sorted({*texts(spec)}) if is_accepted(replaced(spec, text, "a\n'b'")))


def spec_with(payload: str) -> Any:
    """The spec with a payload in every text that may be anything."""
    spec = document()
    for number, text in enumerate(free_texts()):
        spec = replaced(spec, text, f"{payload}{number}{payload}")
    return spec


def test_names_and_paths_hold_no_code() -> None:
    spec = document()
    refused = 0
    for number, text in enumerate(sorted({*texts(spec)} - {*free_texts()})):
        for offset in range(len(PAYLOADS) if examples(1) == LONG else 2):
            payload = PAYLOADS[(number + offset) % len(PAYLOADS)]
            for hostile in (payload, text + payload, payload + text):
                changed = replaced(spec, text, hostile)
                if is_accepted(changed):  # an example may hold some characters and not others
                    assert code(render_client(dump(changed))) == [], (text, hostile)
                else:
                    refused += 1
    assert refused > 600


@pytest.mark.parametrize("payload", PAYLOADS)
def test_free_texts_stay_texts(payload: str) -> None:
    assert len(free_texts()) > 15
    spec = spec_with(payload)
    check(spec)
    files = render_client(dump(spec))
    assert any(MARK in text for text in files.values())
    assert code(files) == []


@pytest.mark.skipif(examples(1) != LONG, reason="only in the long form: 0.1 s each")
def test_each_free_text_on_its_own_stays_text() -> None:
    for text in free_texts():
        for payload in PAYLOADS:
            assert code(render_client(dump(replaced(document(), text, payload)))) == [], (text, payload)


@pytest.mark.parametrize("payload", PAYLOADS if examples(1) == LONG else PAYLOADS[2:3])
def test_free_texts_stay_texts_in_the_server_too(payload: str, tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(dump(spec_with(payload)), encoding="utf-8")
    files = {path: data.decode() for path, data in render_server(tmp_path / "openapi.yaml").items()}
    assert any(MARK in text for text in files.values())
    assert code(files) == []
