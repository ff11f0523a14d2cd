"""Escapes text for CommonMark, so that it is shown as it was written, and no more than that."""

from __future__ import annotations

import re

# Lookaheads read letters only up to the next special character, so that all of it takes linear time.
_SPECIAL = re.compile(
    r"""[\\`*\[\]~|]
    | <(?![\s\d=<-])                       # `1 < 2` and `<3` are no tags
    | &(?=\#?[0-9a-zA-Z]{0,32}(?:;|\Z))    # `R&B` is no reference
    | (?<![0-9A-Za-z])_ | _(?![0-9A-Za-z]) # snake_case is not emphasised
    """,
    re.VERBOSE,
)
_AT_LINE_START = re.compile(r"\#{1,6}(?=\s|\Z) | > | [-+](?=[\s:-]|\Z) | :(?=-) | =(?==*\s*\Z)", re.VERBOSE)
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")
_URL = re.compile(r"https?://[^\s<>]++", re.IGNORECASE)
_REFERENCE = re.compile(r"&#?\w{1,32};")
_ENDS_NO_URL = ".,:;!?'\"*~)]}|"
_BACKTICKS = re.compile(r"`+")
_ADDRESS = str.maketrans({character: f"%{ord(character):02X}" for character in ' <>\\()[]`*|"~'})


def escaped(text: str) -> str:
    """Text within a line. What only matters at the start of a line is not escaped: see `line_start`."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def with_links(text: str) -> str:
    """The same, with addresses left whole: `<https://e.org/a_b_>` where escaping would change one."""
    parts: list[str] = []
    done = 0
    for found in _URL.finditer(text):
        url = found[0].rstrip(_ENDS_NO_URL)
        if _REFERENCE.search(url) or not url.partition("://")[2]:
            continue
        parts += (escaped(text[done : found.start()]), url if escaped(url) == url else f"<{url}>")
        done = found.start() + len(url)
    return "".join((*parts, escaped(text[done:])))


def line_start(line: str) -> str:
    """A line of escaped text that is no heading, list, quote, code, rule or table. Spaces before it are not shown."""
    stripped = line.lstrip(" \t")
    stripped = _NUMBERED.sub(r"\1\\\2", stripped, count=1) if _NUMBERED.match(stripped) else stripped
    return f"\\{stripped}" if _AT_LINE_START.match(stripped) else stripped


def heading_end(line: str) -> str:
    """A heading whose last `#` are part of it."""
    words = line.rstrip("#")
    return line if words == line else f"{words}\\{line[len(words) :]}"


def address(url: str) -> str:
    """An address between the brackets of a link."""
    return _REFERENCE.sub(r"\\\g<0>", url.translate(_ADDRESS))


def code_span(code: str, *, in_cell: bool = False) -> str:
    """Code within a line, between more backticks than there are in it."""
    fence = "`" * (_longest(code) + 1)
    pad = " " if code[0] == "`" or code[-1] == "`" or (code[0] == code[-1] == " " and code.strip(" ")) else ""
    shown = code.replace("|", "\\|") if in_cell else code
    return f"{fence}{pad}{shown}{pad}{fence}"


def fence(code: str) -> str:
    """The line before and after a block of code: longer than any in it."""
    return "`" * max(3, _longest(code) + 1)


def _longest(code: str) -> int:
    return max((len(run[0]) for run in _BACKTICKS.finditer(code)), default=0)
