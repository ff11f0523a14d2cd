"""Computes the files of a copy from the original files and the options. No I/O.

Rules decide which modules are copied, so a new module needs no change here. Excluded are the fake server, the developer
tools, the command line that runs them, the parts named by ``--without``, and every module that only these import. The
modules that remain must not import an excluded module.
"""

from __future__ import annotations

import keyword
from typing import NamedTuple

from .originals import SDK, CannotVendor, Module, Originals, home, modules, reachable, within
from .place import RECORD_NAME, Record, command_for, digest, dump_record
from .rewrite import apply_edits, removed_names, rewritten

EXCLUDED = ("testing", "_tools", "__main__")
PARTS = ("v0",)
"""Values of ``--without``: public modules that no other module needs."""
COMMANDS = f"{SDK}._cli.commands"
"""The commands that communicate with a Beeper. A copy has them in its own ``__main__``."""


def select_files(files: dict[str, bytes], without: tuple[str, ...] = ()) -> dict[str, bytes]:
    """The files of the SDK that are copied. ``beeper_sdk/__init__.py`` no longer exports what is excluded.

    Raises:
        CannotVendor: A module that is copied needs one that is excluded.
    """
    known = modules(files)
    excluded = tuple(f"{SDK}.{name}" for name in (*EXCLUDED, *without))
    public = [name for name, module in known.items() if module.is_public]
    imported = reachable(known, [*public, f"{SDK}.__main__", COMMANDS])
    still_imported = reachable(known, [*public, COMMANDS], excluded)
    removed = {name for name in known if within(name, excluded) or name in imported - still_imported}
    kept = {path: source for path, source in files.items() if not _is_removed(path, removed, known)}
    for name in known.keys() - removed:
        module = known[name]
        if name == SDK:
            kept[module.path] = apply_edits(module.source, removed_names(module, removed, known))
        else:
            _check(module, removed, known)
    return kept


def _is_removed(path: str, removed: set[str], known: dict[str, Module]) -> bool:
    """Whether a file is a removed module, or is in a removed package."""
    parts = path.removesuffix(".py").split("/")
    return home(".".join(parts[:-1] if parts[-1] == "__init__" else parts), known) in removed


def _check(module: Module, removed: set[str], known: dict[str, Module]) -> None:
    for node, names in module.imports:
        if (source := module.absolute(node)) not in known:
            raise CannotVendor(f"{module.place(node)} imports {source}, which does not exist")
        for name in names:
            if (needed := home(name, known)) in removed:
                raise CannotVendor(f"{module.place(node)} needs {needed}, which the copy would not contain")


_FRONT = f'''"""A copy of the Beeper SDK, made by its `vendor` command: do not edit it. See {RECORD_NAME}."""
'''
_MAIN = '''"""The command line ``python -m {namespace}.{sdk}``: login and diagnostics."""

from __future__ import annotations

import sys

from ._cli.commands import main

if __name__ == "__main__":
    sys.exit(main())
'''


class CopyOptions(NamedTuple):
    """The options of a copy."""

    namespace: str
    without: tuple[str, ...] = ()
    where: str = ""
    """The folder of the copy in the recorded command; by default, that of the namespace."""


def copy_options(namespace: str, without: tuple[str, ...]) -> CopyOptions:
    """Check the options.

    Raises:
        CannotVendor: The namespace is not a valid package name, or there is no such part.
    """
    parts = namespace.split(".")
    if not all(part.isascii() and part.isidentifier() and not keyword.iskeyword(part) for part in parts):
        raise CannotVendor("--namespace must be a dotted package name, such as acme._vendor.beeper")
    if unknown := [part for part in without if part not in PARTS]:
        raise CannotVendor(f"--without must be {' or '.join(PARTS)}, not {unknown[0]}")
    return CopyOptions(namespace, tuple(sorted(set(without))))


def render(originals: Originals, options: CopyOptions) -> dict[str, bytes]:
    """Every file of the copy by path; the record of the copy is the last one.

    Raises:
        CannotVendor: The original files cannot be copied with these options.
    """
    kept = select_files(originals.files, options.without)
    files = {
        path: rewritten(path, source, options.namespace) if path.endswith(".py") else source
        for path, source in kept.items()
    }
    files["__init__.py"] = _FRONT.encode()
    files[f"{SDK}/__main__.py"] = _MAIN.format(namespace=options.namespace, sdk=SDK).encode()
    files["LICENSE"] = originals.licence
    files = dict(sorted(files.items()))
    record = Record(
        version=originals.version,
        spec=originals.spec,
        namespace=options.namespace,
        without=options.without,
        command=command_for(options.where or options.namespace.replace(".", "/"), options.namespace, options.without),
        files={path: digest(data) for path, data in files.items()},
    )
    return {**files, RECORD_NAME: dump_record(record)}
