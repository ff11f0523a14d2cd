"""Which modules a copy has: by rules, so that a new module needs no line here.

Left out are the stand-in, the developer tools, the command line that starts them, what the user does without, and
whatever only these import. Everything that stays must find all it imports.
"""

from __future__ import annotations

from .edits import apply, dropped_names
from .modules import Module, home, modules, reached, within
from .originals import SDK, CannotVendor

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
            kept[module.path] = apply(module.source, dropped_names(module, gone, known))
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
