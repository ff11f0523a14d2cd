"""What wheel and sdist say about themselves, held against pyproject.toml and against what this project promises."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from email.parser import BytesParser
from typing import Any

from packaging.metadata import InvalidMetadata, Metadata
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.dev.release.build import Built, members
from scripts.dev.release.errors import Wrong
from scripts.dev.release.source_tree import Tree

DEPENDENCIES = frozenset({"attrs", "httpx", "python-dateutil"})
PYTHON = "Programming Language :: Python :: "


def check(tree: Tree, built: Built) -> None:
    """Everything of it.

    Raises:
        Wrong: it names the first field that is not right.
    """
    project: dict[str, Any] = tomllib.loads(tree.text("pyproject.toml"))["project"]
    for archive, inside in ((built.wheel, ".dist-info/METADATA"), (built.sdist, "PKG-INFO")):
        files = members(archive)
        (data,) = (content for name, content in files.items() if name.endswith(inside))
        for fault in faults(data, project, tree):
            raise Wrong(f"{archive.name}: {fault}")
        if not any(
            name.endswith("LICENSE") and content == tree.text("LICENSE").encode() for name, content in files.items()
        ):
            raise Wrong(f"{archive.name}: LICENSE is not in it as it is here")


def faults(data: bytes, project: dict[str, Any], tree: Tree) -> Iterator[str]:
    """What is not right in one metadata file."""
    try:
        said = Metadata.from_email(data, validate=True)
    except ExceptionGroup as group:
        wrong = [str(each) for each in group.exceptions if isinstance(each, InvalidMetadata)]
        yield f"no valid metadata: {'; '.join(wrong) or group}"
        return
    if str(said.version) != tree.version:
        yield f"Version is {said.version}, beeper_sdk/_version.py says {tree.version}"
    if said.license_expression != project["license"] or said.license_files != project["license-files"]:
        yield f"License-Expression and License-File are {said.license_expression} and {said.license_files}"
    yield from _classifiers(said.classifiers or [])
    yield from _description(data, tree)
    yield from _requirements(said, project)


def _classifiers(given: list[str]) -> Iterator[str]:
    if not any(each.startswith(f"{PYTHON}3.") for each in given):
        yield "Classifier names no version of Python"
    for each in given:
        if each.startswith(("License ::", "Private ::")):
            yield f"Classifier {each}: a licence is told by License-Expression, and the index refuses what is private"
    if "Typing :: Typed" not in given:
        yield "Classifier does not say Typing :: Typed"


def _description(data: bytes, tree: Tree) -> Iterator[str]:
    """The page of the index is the README, as Markdown. It is not rendered here: Markdown of any kind renders."""
    message = BytesParser().parsebytes(data)
    kind = message.get("Description-Content-Type", "")
    if kind.partition(";")[0].strip() != "text/markdown":
        yield f"Description-Content-Type is {kind or 'missing'}, not text/markdown"
    body = message.get_payload(decode=True)
    if not isinstance(body, bytes) or body.decode("utf-8").strip() != tree.text("README.md").strip():
        yield "the description is not README.md"


def _requirements(said: Metadata, project: dict[str, Any]) -> Iterator[str]:
    if str(said.requires_python) != project["requires-python"]:
        yield f"Requires-Python is {said.requires_python}, pyproject.toml says {project['requires-python']}"
    extras = {canonicalize_name(name) for name in project["optional-dependencies"]}
    if {canonicalize_name(name) for name in said.provides_extra or []} != extras:
        yield f"Provides-Extra is {said.provides_extra}, pyproject.toml has {sorted(extras)}"
    needed = said.requires_dist or []
    always: set[str] = {canonicalize_name(each.name) for each in needed if each.marker is None}
    if always ^ DEPENDENCIES:
        yield f"Requires-Dist names {', '.join(sorted(always))} for everybody, not {', '.join(sorted(DEPENDENCIES))}"
    for each in needed:
        if each.marker is not None and not _of_an_extra(each, extras):
            yield f"Requires-Dist: {each} belongs to no extra"
        if each.url:
            yield f"Requires-Dist: {each.name} comes from an address, which the index refuses"


def _of_an_extra(need: Requirement, extras: AbstractSet[str]) -> bool:
    marker = need.marker
    return (
        marker is not None
        and not marker.evaluate({"extra": ""})
        and any(marker.evaluate({"extra": extra}) for extra in extras)
    )
