"""The pytest fixtures: the functions of the plugin that are fixtures, by their docstrings."""

from __future__ import annotations

import griffe

from scripts.compiler.render.reference.code import Code
from scripts.compiler.render.reference.names import Links
from scripts.compiler.render.reference.text import bullets, item, markdown

PLUGIN = "beeper_sdk.testing.plugin"


def _fixtures(code: Code) -> list[griffe.Function]:
    module = code.module(PLUGIN)
    members = module.members.values() if module else ()
    functions = (member for member in members if isinstance(member, griffe.Function))
    return [each for each in functions if any(str(mark.value).startswith("pytest.fixture") for mark in each.decorators)]


def names(code: Code) -> tuple[str, ...]:
    """The names of the fixtures that are no names of anything else."""
    return tuple(each.name for each in _fixtures(code) if each.name != "beeper")


def body(code: Code, links: Links) -> str:
    """The fixtures, after the docstring of the plugin."""
    module = code.module(PLUGIN)
    about = module.docstring.value if module and module.docstring else ""
    listed = [
        item(f"**`{each.name}`**: {markdown(each.docstring.value, links) if each.docstring else ''}")
        for each in _fixtures(code)
    ]
    return "\n\n".join([markdown(about, links), bullets(listed)])
