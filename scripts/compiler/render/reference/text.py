"""Docstrings and types as Markdown."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from textwrap import dedent

from scripts.compiler.render.reference.names import Links

PREFIX = re.compile(r"(?<![\w.'\"])(?!httpx\b)[a-z_]\w*(?:\.[a-z_]\w*)*\.(?=[A-Za-z])")
"""The module in front of a name: ``models.`` of ``models.Chat``."""
FORWARD = re.compile(r"""["']((?:[a-z_]\w*\.)+[A-Z]\w*)["']""")
"""A name in quotes, because it is defined later."""
LIST = re.compile(r"\bList\[")
"""What a class with a method ``list`` calls the type."""
WORD = re.compile(r"[A-Za-z_][\w.]*")
QUOTED = re.compile(r"(?<!`)(`+)([^`]+)\1(?!`)")
FENCED = re.compile(r"```\w*\n(.*)\n```", re.DOTALL)
"""An example, which editors show as code only if it is in a fence."""
RULE = re.compile(r"=+( +=+)+")
CALLED = re.compile(r"([A-Za-z_][\w.]*)(?:\(\))?")
SIGNATURE = "py"
"""The language of blocks that are Python, but no program."""
BLANK = "\0"
PAGE = re.compile(r"`?\bdocs/([\w/]+\.md)\b`?")
OWN = re.compile(r"(?:[Bb]eeper|beeper_sdk)\.")


def markdown(text: str, links: Links) -> str:
    """A docstring's text: names become links, indented code and simple tables get the form of Markdown."""
    blocks = re.split(r"\n\s*\n", _joined(text.strip("\n")))
    return "\n\n".join(_block(block.replace(BLANK, ""), links) for block in blocks)


def _joined(text: str) -> str:
    """Blank lines inside of indented code do not end it."""
    return re.sub(r"(^ {4}[^\n]*)\n\n(?= {4})", rf"\1\n    {BLANK}\n", text, flags=re.MULTILINE)


def _block(block: str, links: Links) -> str:
    lines = block.split("\n")
    if code := FENCED.fullmatch(block):
        return fence(code[1])
    if all(line.startswith("    ") or not line.strip() for line in lines):
        return fence(dedent(block).strip("\n"))
    if RULE.fullmatch(lines[0].strip()):
        return "\n".join(_table(lines, links))
    return linked(_listed(block), links)


def _listed(block: str) -> str:
    """A list begins after a blank line, which some renderers need."""
    return re.sub(r"\A((?!- )[^\n]+(?:\n(?!- )[^\n]+)*)\n(?=- )", r"\1\n\n", block)


def fence(code: str, language: str = "") -> str:
    """A block of code."""
    return f"```{language or _language(code)}\n{code}\n```"


def _language(code: str) -> str:
    """``python`` for code that can be run as it is; that of a coroutine is highlighted alike."""
    try:
        compile(code, "<docstring>", "exec", dont_inherit=True)
    except SyntaxError:
        return SIGNATURE if _is_python(code) else "text"
    return "python"


def _is_python(code: str) -> bool:
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def _table(lines: list[str], links: Links) -> Iterator[str]:
    """A simple table of reStructuredText."""
    starts = [match.start() for match in re.finditer(r"=+", lines[0])]
    ends = [*starts[1:], None]
    rows = [line for line in lines if not RULE.fullmatch(line.strip())]
    for number, line in enumerate(rows):
        cells = [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        yield row(*(linked(cell, links) for cell in cells))
        if number == 0:
            yield row(*("---" for _ in cells))


def row(*cells: str) -> str:
    """A row of a table."""
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def linked(text: str, links: Links) -> str:
    """A paragraph, in which quoted names are links to what they stand for."""

    def link(match: re.Match[str]) -> str:
        quoted = " ".join(match[2].split())
        called = CALLED.fullmatch(quoted)
        names = (called[1], OWN.sub("", called[1])) if called and len(match[1]) == 1 else ()
        address = next(filter(None, map(links.to, names)), None)
        is_here = address is not None and address == links.here
        return f"[`{quoted}`]({address})" if address and not is_here else f"`{quoted}`"

    text = PAGE.sub(lambda match: f"[docs/{match[1]}]({links.way(f'../{match[1]}')})", text)
    return QUOTED.sub(link, text)


def plain_type(text: str) -> str:
    """A type or value without the modules of its names."""
    text = LIST.sub("list[", PREFIX.sub("", FORWARD.sub(r"\1", text)))
    return text if '"' in text else text.replace("'", '"')


def type_markdown(text: str, find: Callable[[str], str | None]) -> str:
    """A type with links: ``str`` or [`Chat`](…). `find` returns the address of a name."""
    return " or ".join(_member(part, find) for part in _members(plain_type(" ".join(text.split()))))


def _member(text: str, find: Callable[[str], str | None]) -> str:
    found = {name: address for name in WORD.findall(_without_strings(text)) if (address := find(name))}
    if len(found) == 1:
        return f"[`{text}`]({next(iter(found.values()))})"
    if not found:
        return f"`{text}`"
    return f"`{text}` ({', '.join(f'[`{name}`]({address})' for name, address in found.items())})"


def _without_strings(text: str) -> str:
    return re.sub(r"'[^']*'|\"[^\"]*\"", "", text)


def _members(text: str) -> list[str]:
    """The members of a union."""
    if text.startswith("(") and text.endswith(")") and ")" not in text[1:-1]:
        text = text[1:-1].strip()
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "[(") - (sign in "])")
        if sign == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]


def sentence(text: str) -> str:
    """The first sentence of a text, on one line; not more than its first paragraph."""
    flat = " ".join(re.split(r"\n\s*\n", text.strip(), maxsplit=1)[0].split())
    match = re.match(r".*?[.!?](?= [A-Z`]|$)", flat)
    return (match[0] if match else flat).rstrip(":")


def item(text: str) -> str:
    """An item of a list; its further lines are indented as far as every renderer needs."""
    lines = text.split("\n")
    return "\n".join(["- " + lines[0], *(f"    {line}" if line else "" for line in lines[1:])])


def bullets(items: Iterable[str]) -> str:
    """A list of items. Some renderers need a blank line after an item of several paragraphs."""
    return "\n".join(f"{each}\n" if "\n\n" in each else each for each in items).rstrip("\n")
