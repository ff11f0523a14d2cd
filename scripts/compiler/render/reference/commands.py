"""The page of the commands, by their parsers."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from functools import partial
from unittest import mock

from scripts.compiler.render.reference.names import Links, Page, Section
from scripts.compiler.render.reference.text import bullets, fence, item

PATH = "commands.md"
PROGRAM = "beeper"
LINES = re.compile(r" *\d+ {2,}")


class _Parsed(Exception):
    """A parser was about to parse arguments."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self.parser = parser
        super().__init__()


def page() -> Page:
    """The page. The commands are imported: their parsers say more than their source. They need the generated client: if
    that is missing or broken, which regenerating repairs, the page has no sections."""
    abouts: dict[str, str] = {}
    sections: list[Section] = []
    try:
        from beeper_sdk.__main__ import COMMANDS

        abouts = {name: command.about for name, command in COMMANDS.items()}
        sections = [_section(name, parser_of(command.run)) for name, command in COMMANDS.items()]
    except (ImportError, SyntaxError, AttributeError, NameError):
        sections = []
    about = "the commands of `beeper`, their options and exit statuses"
    return Page(PATH, "Commands", about, partial(_intro, abouts), sections)


def _intro(abouts: dict[str, str], links: Links) -> str:
    about = f"`{PROGRAM}` is the same as `python -m beeper_sdk`. `{PROGRAM} COMMAND --help` prints what is here."
    lines = [f"- [`{PROGRAM} {name}`]({links.to(f'{PROGRAM} {name}')}): {text}" for name, text in abouts.items()]
    return "\n\n".join([about, "\n".join(lines)])


def parser_of(run: Callable[[list[str]], int]) -> argparse.ArgumentParser:
    """The parser that a command would parse its arguments with."""

    def stop(parser: argparse.ArgumentParser, *_: object) -> None:
        raise _Parsed(parser)

    with mock.patch.object(argparse.ArgumentParser, "parse_args", stop):
        try:
            run([])
        except _Parsed as parsed:
            return parsed.parser
    raise LookupError("the command parses no arguments")


def _section(name: str, parser: argparse.ArgumentParser) -> Section:
    def body(_: Links) -> str:
        description = " ".join((parser.description or "").split())
        items = [_option(action) for action in actions(parser) if action.help != argparse.SUPPRESS]
        parts = [fence(_usage(name, parser), "text"), description, "**Options**", bullets(items)]
        parts += ["**Exit status**", "\n".join(_statuses(parser.epilog or ""))]
        return "\n\n".join(parts if items else [*parts[:2], *parts[4:]])

    return Section(f"{PROGRAM} {name}", body, (f"python -m beeper_sdk {name}",))


def actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """The options and arguments of a parser, but ``--help``. argparse has no public way to list them."""
    return [action for action in parser._actions if action.dest != "help"]  # noqa: SLF001 - see above


def _usage(name: str, parser: argparse.ArgumentParser) -> str:
    if parser.usage:
        return parser.usage.replace("%(prog)s", f"{PROGRAM} {name}").replace("[-h] ", "")
    positional = [str(action.metavar or action.dest) for action in actions(parser) if not action.option_strings]
    shown = ["[options]"] if any(action.option_strings for action in actions(parser)) else []
    return " ".join([PROGRAM, name, *shown, *positional])


def _option(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
    if action.choices is not None:
        value = "{" + ",".join(map(str, action.choices)) + "}"
    names = [f"{name} {value}".rstrip() for name in action.option_strings] or [value]
    return item(f"{', '.join(f'**`{name}`**' for name in names)}: {action.help or ''}")


def _statuses(text: str) -> Iterator[str]:
    """The exit statuses of an epilog: in lines, or separated by semicolons."""
    text = text.partition("exit status:")[2].strip("\n")
    lines = text.splitlines() if LINES.match(text) else " ".join(text.split()).split("; ")
    for line in lines:
        number, _, meaning = line.strip().removeprefix("otherwise ").rstrip(".").partition(" ")
        yield f"- `{number}`: {meaning.strip() or 'success'}" if number.isdigit() else f"- {number} {meaning.strip()}"
