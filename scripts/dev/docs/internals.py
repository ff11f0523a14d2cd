"""Pages about the modules that are not public, for those who change them: mkdocstrings shows their docstrings and code.

They are on the site only. On a code host, the modules themselves are as easy to read.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = "contributing/internals"
WINGS = ("_core", "_async", "_transport")
"""What has the rules, the I/O and the connections. The blocking twin is compiled from `_async`."""
COMPILED = "_sync"
HEAD = """---
search:
  exclude: true
---

# {name}

{about}

[Where this package is used](../architecture.md)
"""


def pages(root: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of each page: one for each package that has modules."""
    packages = sorted(path.parent for wing in WINGS for path in (root / "beeper_sdk" / wing).rglob("__init__.py"))
    for package in packages:
        name = ".".join(package.relative_to(root).parts)
        modules = [path for path in sorted(package.glob("*.py")) if path.stem != "__init__"]
        if modules and COMPILED not in package.parts:
            parts = [HEAD.format(name=f"`{name}`", about=_about(package / "__init__.py"))]
            parts += [f"## {path.stem}\n\n::: {name}.{path.stem}\n" for path in modules]
            yield f"{FOLDER}/{name.removeprefix('beeper_sdk.').replace('.', '-')}.md", "\n".join(parts)


def _about(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
