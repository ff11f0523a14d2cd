"""All problems of the docstrings of an API."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.dev.docstrings import rules
from scripts.dev.docstrings.names import Names
from scripts.dev.docstrings.public import Public, Surface, load
from scripts.dev.environment import ROOT

API = Surface(
    folders=(ROOT, ROOT / "generated"),
    packages=("beeper_sdk", "beeper_sdk_client"),
    modules=(
        "beeper_sdk",
        *(
            f"beeper_sdk.{name}"
            for name in ("auth", "changes", "errors", "events", "guards", "hooks", "otel", "render", "testing", "types")
        ),
        "beeper_sdk.v0",
        "beeper_sdk.v0.downgrade",
        "beeper_sdk.v0.upgrade",
        "beeper_sdk_client",
        "beeper_sdk_client.api",
        "beeper_sdk_client.models",
        "beeper_sdk_client.resources",
    ),
    client="beeper_sdk.Beeper",
    given=(
        *("beeper_sdk.errors", "beeper_sdk.types", "beeper_sdk.Diagnostics", "beeper_sdk.auth.TokenStore"),
        *(f"beeper_sdk.testing.{name}" for name in ("Me", "Person", "RecordedRequest", "RequestList", "WebSockets")),
        "beeper_sdk.testing.WorldView",
        *(f"beeper_sdk_client.{name}" for name in ("resources", "models", "Content", "DecodeError", "UnknownVariant")),
    ),
)


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong with one docstring."""

    path: Path
    number: int
    name: str
    text: str

    def line(self, root: Path) -> str:
        """The line that is printed: ``file:line: object: what is wrong``."""
        return f"{self.path.relative_to(root)}:{self.number}: {self.name}: {self.text}"


def problems(surface: Surface) -> list[Problem]:
    """What is wrong with the docstrings of an API, sorted by place."""
    public = load(surface)
    names = Names(public)
    found = [problem for path in public.items for problem in _of(public, names, path)]
    return sorted(set(found))


def _of(public: Public, names: Names, path: str) -> Iterator[Problem]:
    item = public.items[path]
    number = item.docstring.lineno if item.docstring and item.docstring.lineno else item.lineno or 1
    for text in rules.check(public, names, item):
        yield Problem(Path(str(item.filepath)), number, public.names[path], text)
