"""Which page documents a public name: by the public module that it is in, or by where it is defined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import griffe
from attrs import frozen

from scripts.compiler.render.reference.code import Code
from scripts.compiler.render.reference.objects import Named

ROOT = "beeper_sdk"
MODELS = "beeper_sdk_client.models."
CLIENTS = ("Beeper", "AsyncBeeper")


@frozen
class Home:
    """A page for public names."""

    path: str
    title: str
    about: str
    modules: tuple[str, ...] = ()
    """The public modules whose names are on it; the docstring of the first begins the page."""
    defined: tuple[str, ...] = ()
    """Parts of the packages: names of `beeper_sdk` and `beeper_sdk.types` that they define are on it."""
    prefix: str = ""
    """What users write before its functions."""

    @property
    def heading(self) -> str:
        """The title with the module."""
        return f"{self.title} ({self.modules[0]})" if self.modules else self.title


HOMES = (
    Home(
        "client.md",
        "The client and its settings",
        "arguments, environment variables, extras, and the methods of a client",
        defined=("client", "_core.config", "_core.calls", "_transport"),
    ),
    Home("errors.md", "Errors", "the tree of errors, and each error", ("beeper_sdk.errors",)),
    Home(
        "events.md",
        "Events",
        "events of the WebSocket, as they happen",
        ("beeper_sdk.events",),
        ("events", "_core.events"),
    ),
    Home(
        "changes.md",
        "Changes",
        "what is new since a position, and the bots that are built on it",
        ("beeper_sdk.changes",),
        ("changes", "_core.changes", "_core.bots"),
    ),
    Home(
        "text.md",
        "Text",
        "messages as plain text, Markdown and HTML",
        ("beeper_sdk.render",),
        ("_core.text",),
        "render.",
    ),
    Home("auth.md", "Login and tokens", "login, logout, and stored tokens", ("beeper_sdk.auth",), prefix="auth."),
    Home("guards.md", "Guards", "limits of what a client may write", ("beeper_sdk.guards",)),
    Home("hooks.md", "Hooks", "functions that are called for every attempt", ("beeper_sdk.hooks",)),
    Home("otel.md", "OpenTelemetry", "spans and metrics", ("beeper_sdk.otel",), prefix="otel."),
    Home(
        "diagnostics.md",
        "Diagnostics and sanitizing",
        "unknown parts of responses, and copies of objects without private data",
        defined=("_core.diagnostics", "_core.sanitizing"),
    ),
    Home("testing.md", "Testing", "the fake server, its clock, faults and fixtures", ("beeper_sdk.testing",)),
    Home(
        "testing_world.md",
        "The world of the fake server",
        "its people, chats and messages: read and change them",
        defined=("testing.view", "testing._protocols"),
    ),
    Home("quirks.md", "Quirks of the fake server", "all quirks", defined=("testing.quirks",)),
    Home(
        "paging.md",
        "Pagers and rosters",
        "lists that are read page by page",
        defined=(
            "beeper_sdk_client._protocols.Page",
            "beeper_sdk_client._protocols.Pager",
            "_core.paging",
            "resources.message_lists.SearchPager",
            "people.roster",
        ),
    ),
    Home("types.md", "Types", "classes for annotations", ("beeper_sdk.types",)),
    Home(
        "v0.md",
        "Version 0",
        "clients and conversions for code that was written for v0",
        ("beeper_sdk.v0", "beeper_sdk.v0.downgrade", "beeper_sdk.v0.upgrade"),
        prefix="v0.",
    ),
    Home("low_level.md", "The generated client", "requests without beeper_sdk", ("beeper_sdk_client",)),
)
LAST = next(home for home in HOMES if home.path == "types.md")
LOW_LEVEL = HOMES[-1]


@frozen
class Export:
    """A public name, as a module exports it."""

    module: str
    name: str
    path: str
    """Where it is defined."""


def exports(code: Code, modules: Sequence[str]) -> Iterator[Export]:
    """The public names of modules, but those that are modules."""
    for module in modules:
        for name in code.public(module):
            found = code.find(f"{module}.{name}")
            if found is not None and not isinstance(found, griffe.Module):
                yield Export(module, name, found.path)


def home_of(found: Sequence[Export]) -> Home:
    """The page of what several modules export."""
    path = found[0].path
    for home in HOMES:
        if any(f"{part}." in f"{path}." and _is_below(path, part) for part in home.defined):
            return home
    modules = {export.module for export in found}
    if modules == {*LOW_LEVEL.modules}:
        return LOW_LEVEL
    others = (home for home in HOMES if home not in (LAST, LOW_LEVEL))
    return next((home for home in others if modules & {*home.modules}), LAST)


def _is_below(path: str, part: str) -> bool:
    """Whether a path is below a part of beeper_sdk; of compiled parts, in either half."""
    inner = path.removeprefix(f"{ROOT}.").removeprefix("_sync.").removeprefix("_async.")
    return f"{inner}.".startswith(f"{part}.")


def named(code: Code) -> dict[str, list[Named]]:
    """The public objects by page; an async form is named beside the other one. Models have pages of their own."""
    by_path: dict[str, list[Export]] = {}
    for export in exports(code, (ROOT, *(module for home in HOMES for module in home.modules))):
        if not export.path.startswith(MODELS) and export.name != "__version__":
            by_path.setdefault(export.path, []).append(export)
    names = {export.name for found in by_path.values() for export in found}
    pages: dict[str, list[Named]] = {home.path: [] for home in HOMES}
    for found in by_path.values():
        home = home_of(found)
        twin = sync_name(found[0].name)
        if twin is None or twin not in names or found[0].name in CLIENTS:
            pages[home.path].append(_named(code, home, found, names))
    return {path: sorted(objects, key=_order) for path, objects in pages.items()}


def models_in(code: Code, home: Home) -> list[str]:
    """The models that the modules of a page export too."""
    return [each.name for each in exports(code, home.modules) if each.path.startswith(MODELS)]


def _order(each: Named) -> tuple[int, str]:
    """Clients first."""
    place = CLIENTS.index(each.title) if each.title in CLIENTS else len(CLIENTS)
    return place, each.title.lower()


def sync_name(name: str) -> str | None:
    """The name of the form that is not async."""
    if name.startswith("async_"):
        return name.removeprefix("async_")
    return name.removeprefix("Async") if name.startswith("Async") else None


def _named(code: Code, home: Home, found: Sequence[Export], names: set[str]) -> Named:
    module = next((each for each in found if each.module in home.modules), found[0])
    member = code.find(module.path)
    if member is None:  # it was found before
        raise LookupError(module.path)
    is_class = isinstance(member, griffe.Class)
    inner = module.module.removeprefix(f"{ROOT}.v0").lstrip(".")
    is_prefixed = module.module in home.modules and (not is_class or home.prefix == "v0.")
    prefix = home.prefix if is_prefixed else ""
    title = f"{prefix}{f'{inner}.' if home.prefix == 'v0.' and inner else ''}{module.name}"
    twin = next((each for each in (f"Async{module.name}", f"async_{module.name}") if each in names), None)
    alike = "with the same members" if is_class else "with the same arguments"
    return Named(
        title,
        f"{module.module}.{module.name}",
        member,
        (twin,) if twin and module.name not in CLIENTS else (),
        f"Async form: `{title.removesuffix(module.name)}{twin}`, {alike}." if twin else "",
        made=is_class and not _is_given(code, member, found),
        members=module.name != CLIENTS[1],
        is_error=isinstance(member, griffe.Class) and _is_error(code, member),
        call="beeper." if module.name == CLIENTS[0] else "",
    )


def _is_error(code: Code, member: griffe.Class) -> bool:
    return any(str(base).rpartition(".")[2] == "Exception" for each in code.line(member) for base in each.bases)


def _is_given(code: Code, member: object, found: Sequence[Export]) -> bool:
    """Is it a class whose objects users are given?"""
    if not isinstance(member, griffe.Class):
        return False
    is_error = _is_error(code, member)
    is_dict = any(str(base).rpartition(".")[2] == "TypedDict" for base in member.bases)
    return is_error or is_dict or all(each.module == LAST.modules[0] for each in found)
