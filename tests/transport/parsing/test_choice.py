"""Which library parses, and what is imported for it."""

from __future__ import annotations

import subprocess
import sys

import httptools
import pytest

from beeper_sdk._transport.parsing import make_parser
from tests.transport.parsing.rows import CHUNKED, FIVE, ODD, OK

PARSE = f"""
import sys
def loaded():
    return sorted({{"h11", "httptools"}} & sys.modules.keys())
from beeper_sdk._transport import parsing
print(loaded())
parser = parsing.make_parser()
parser.start("GET")
print(parser.feed({OK + FIVE!r}), loaded())
"""


def output(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_httptools_is_used_if_it_is_installed_and_h11_is_not_imported_then() -> None:
    odd = f"parser.start('GET'); print(parser.feed({ODD['LF only'].raw!r}), loaded())"
    assert output(PARSE + odd) == [
        "[]",
        "b'hello' ['httptools']",
        "b'hello' ['h11', 'httptools']",  # odd heads are parsed by h11
    ]


def test_h11_is_used_otherwise_and_the_choice_is_made_once() -> None:
    code = """
import sys
sys.modules["httptools"] = None  # makes its import fail
"""
    again = "del sys.modules['httptools']; parsing.make_parser(); print('httptools' in sys.modules)"
    assert output(code + PARSE + again) == ["['httptools']", "b'hello' ['h11', 'httptools']", "False"]


def test_a_library_that_is_asked_for_must_be_installed() -> None:
    code = """
import sys
sys.modules["httptools"] = None
from beeper_sdk._transport.parsing import make_parser
for _ in range(2):
    try:
        make_parser("httptools")
    except ImportError:
        print("not installed")
make_parser()
"""
    assert output(code) == ["not installed"] * 2


def test_ctrl_c_in_a_callback_stays_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    from beeper_sdk._transport.parsing import httptools_parser

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(httptools_parser._Message, "on_body", interrupted)
    parser = make_parser("httptools")
    parser.start("GET")
    with pytest.raises(KeyboardInterrupt) as caught:
        parser.feed(CHUNKED + b"1\r\nx\r\n0\r\n\r\n")
    assert not isinstance(caught.value, httptools.HttpParserError)
