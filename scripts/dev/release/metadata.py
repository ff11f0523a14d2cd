"""Checks the metadata of wheel and sdist against pyproject.toml and the promises of this project."""

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

DEPENDENCIES = frozenset({"anyio", "attrs", "h11", "httpcore", "httpx", "python-dateutil"})
PYTHON = "Programming Language :: Python :: "


def check(tree: Tree, built: Built) -> None:
    """Check the metadata.

    Raises:
        Wrong: A field is wrong; the message names the first one.
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
            raise Wrong(f"{archive.name}: LICENSE is missing or differs from the file in the working tree")


def faults(data: bytes, project: dict[str, Any], tree: Tree) -> Iterator[str]:
    """The errors in one metadata file."""
    try:
        metadata = Metadata.from_email(data, validate=True)
    except ExceptionGroup as group:
        wrong = [str(error) for error in group.exceptions if isinstance(error, InvalidMetadata)]
        yield f"invalid metadata: {'; '.join(wrong) or group}"
        return
    if str(metadata.version) != tree.version:
        yield f"Version is {metadata.version}, but beeper_sdk/_version.py has {tree.version}"
    if metadata.license_expression != project["license"] or metadata.license_files != project["license-files"]:
        yield f"License-Expression and License-File are {metadata.license_expression} and {metadata.license_files}"
    yield from _classifiers(metadata.classifiers or [])
    yield from _description(data, tree)
    yield from _requirements(metadata, project)


def _classifiers(given: list[str]) -> Iterator[str]:
    if not any(classifier.startswith(f"{PYTHON}3.") for classifier in given):
        yield "no Classifier names a version of Python"
    for classifier in given:
        if classifier.startswith(("License ::", "Private ::")):
            yield f"Classifier {classifier} is not allowed: use License-Expression; indexes reject Private"
    if "Typing :: Typed" not in given:
        yield "the Classifier Typing :: Typed is missing"


def _description(data: bytes, tree: Tree) -> Iterator[str]:
    """Check that the description is the README, as Markdown. It is not rendered here, because any Markdown renders."""
    message = BytesParser().parsebytes(data)
    kind = message.get("Description-Content-Type", "")
    if kind.partition(";")[0].strip() != "text/markdown":
        yield f"Description-Content-Type is {kind or 'missing'}, not text/markdown"
    body = message.get_payload(decode=True)
    if not isinstance(body, bytes) or body.decode("utf-8").strip() != tree.text("README.md").strip():
        yield "the description differs from README.md"


def _requirements(metadata: Metadata, project: dict[str, Any]) -> Iterator[str]:
    if str(metadata.requires_python) != project["requires-python"]:
        yield f"Requires-Python is {metadata.requires_python}, pyproject.toml has {project['requires-python']}"
    extras = {canonicalize_name(name) for name in project["optional-dependencies"]}
    if {canonicalize_name(name) for name in metadata.provides_extra or []} != extras:
        yield f"Provides-Extra is {metadata.provides_extra}, pyproject.toml has {sorted(extras)}"
    needed = metadata.requires_dist or []
    always: set[str] = {canonicalize_name(requirement.name) for requirement in needed if requirement.marker is None}
    if always ^ DEPENDENCIES:
        yield f"Requires-Dist without extras is {', '.join(sorted(always))}, not {', '.join(sorted(DEPENDENCIES))}"
    for requirement in needed:
        if requirement.marker is not None and not _of_an_extra(requirement, extras):
            yield f"Requires-Dist: {requirement} belongs to no extra"
        if requirement.url:
            yield f"Requires-Dist: {requirement.name} is a URL, which the index rejects"


def _of_an_extra(need: Requirement, extras: AbstractSet[str]) -> bool:
    marker = need.marker
    return (
        marker is not None
        and not marker.evaluate({"extra": ""})
        and any(marker.evaluate({"extra": extra}) for extra in extras)
    )
