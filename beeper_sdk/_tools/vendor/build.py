"""A copy, byte for byte, from the originals and what was asked for. Pure."""

from __future__ import annotations

import keyword
from typing import NamedTuple

from . import record
from .choice import PARTS, chosen
from .originals import SDK, CannotVendor, Originals
from .rewrite import rewritten

_FRONT = f'''"""A copy of the Beeper SDK, made by its `vendor` command: do not edit it. {record.NAME} tells of it."""
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
    told = record.Record(
        version=originals.version,
        spec=originals.spec,
        namespace=what.namespace,
        without=what.without,
        files={path: record.digest(data) for path, data in files.items()},
    )
    return {**files, record.NAME: record.dump(told)}
