"""A copy, byte for byte, from the originals and what was asked for. Pure.

Which modules it has follows from rules, so that a new module needs no line here. Left out are the stand-in, the
developer tools, the command line that starts them, what the user does without, and whatever only these import.
Everything that stays must find all it imports.
"""

from __future__ import annotations

import keyword
from typing import NamedTuple

from .originals import SDK, CannotVendor, Module, Originals, home, modules, reached, within
from .place import RECORD_NAME, Record, digest, dump_record
from .rewrite import apply_edits, dropped_names, rewritten

LEFT_OUT = ("testing", "_tools", "__main__")
PARTS = ("v0",)
"""What a user may do without: public names of the SDK that nothing else needs."""
COMMANDS = f"{SDK}._cli.commands"
"""The commands that talk to a Beeper: a copy has them, through a ``__main__`` of its own."""


def chosen(files: dict[str, bytes], without: tuple[str, ...] = ()) -> dict[str, bytes]:
    """The files of the SDK that go into a copy; its ``__init__`` names only what is there.

    Raises:
        CannotVendor: something that stays needs something that goes.
    """
    known = modules(files)
    closed = tuple(f"{SDK}.{name}" for name in (*LEFT_OUT, *without))
    public = [name for name, module in known.items() if module.is_public]
    ever = reached(known, [*public, f"{SDK}.__main__", COMMANDS])
    still = reached(known, [*public, COMMANDS], closed)
    gone = {name for name in known if within(name, closed) or name in ever - still}
    kept = {path: source for path, source in files.items() if not _goes(path, gone, known)}
    for name in known.keys() - gone:
        module = known[name]
        if name == SDK:
            kept[module.path] = apply_edits(module.source, dropped_names(module, gone, known))
        else:
            _check(module, gone, known)
    return kept


def _goes(path: str, gone: set[str], known: dict[str, Module]) -> bool:
    """Is it a module that goes, or lies in a package that does?"""
    parts = path.removesuffix(".py").split("/")
    return home(".".join(parts[:-1] if parts[-1] == "__init__" else parts), known) in gone


def _check(module: Module, gone: set[str], known: dict[str, Module]) -> None:
    for node, names in module.imports:
        if (source := module.absolute(node)) not in known:
            raise CannotVendor(f"{module.place(node)} imports {source}, which is not there")
        for name in names:
            if (needed := home(name, known)) in gone:
                raise CannotVendor(f"{module.place(node)} needs {needed}, which this copy would not have")


_FRONT = f'''"""A copy of the Beeper SDK, made by its `vendor` command: do not edit it. {RECORD_NAME} tells of it."""
'''
_MAIN = '''"""``python -m {namespace}.{sdk}``: logging in, and what else talks to a Beeper."""

from __future__ import annotations

import sys

from ._cli.commands import main

if __name__ == "__main__":
    sys.exit(main())
'''


class Wanted(NamedTuple):
    """What a copy is to be."""

    namespace: str
    without: tuple[str, ...] = ()


def wanted(namespace: str, without: tuple[str, ...]) -> Wanted:
    """Checked.

    Raises:
        CannotVendor: nothing can be imported by that name, or there is no such part.
    """
    parts = namespace.split(".")
    if not all(part.isascii() and part.isidentifier() and not keyword.iskeyword(part) for part in parts):
        raise CannotVendor("--namespace takes names joined by dots, such as acme._vendor.beeper")
    if unknown := [part for part in without if part not in PARTS]:
        raise CannotVendor(f"--without takes {', '.join(PARTS)}, not {unknown[0]}")
    return Wanted(namespace, tuple(sorted(set(without))))


def render(originals: Originals, what: Wanted) -> dict[str, bytes]:
    """Every file of the copy, the record of them last.

    Raises:
        CannotVendor: the originals cannot be copied so.
    """
    kept = chosen(originals.files, what.without)
    files = {
        path: rewritten(path, source, what.namespace) if path.endswith(".py") else source
        for path, source in kept.items()
    }
    files["__init__.py"] = _FRONT.encode()
    files[f"{SDK}/__main__.py"] = _MAIN.format(namespace=what.namespace, sdk=SDK).encode()
    files["LICENSE"] = originals.licence
    files = dict(sorted(files.items()))
    told = Record(
        version=originals.version,
        spec=originals.spec,
        namespace=what.namespace,
        without=what.without,
        files={path: digest(data) for path, data in files.items()},
    )
    return {**files, RECORD_NAME: dump_record(told)}
