"""Reads the spec, and has openapi-python-client parse it: any warning of it is an error here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint, GeneratorData
from openapi_python_client.parser.properties import ModelProperty

from scripts.compiler.spec.document_rules import METHODS, check
from scripts.compiler.spec.errors import SpecError, one_line
from scripts.compiler.spec.loading import load
from scripts.compiler.spec.schema_types import Raw, Shapes

TEMPLATES = Path(__file__).parent.parent / "templates"
__all__ = ["METHODS", "RawOperation", "Source", "SpecError", "read"]


@frozen
class RawOperation:
    """An operation as the spec writes it."""

    method: str
    path: str
    raw: Raw

    @property
    def name(self) -> str:
        """Its path of names, ``chats.list``."""
        return str(self.raw["x-beeper-method"])


@frozen
class Source:
    """The spec, raw and parsed."""

    document: dict[str, Any]
    digest: str
    """The sha256 of its text."""
    shapes: Shapes
    models: dict[str, ModelProperty]
    """By schema name, with inherited properties."""
    endpoints: dict[str, Endpoint]
    """By operationId."""
    project: Project
    """Gives the template environment."""

    @property
    def schemas(self) -> dict[str, Raw]:
        """The component schemas."""
        found: dict[str, Raw] = self.document["components"]["schemas"]
        return found

    def operations(self) -> Iterator[RawOperation]:
        """Every operation, in the spec's order."""
        for path, item in self.document["paths"].items():
            for method, raw in item.items():
                if method in METHODS:
                    yield RawOperation(method.upper(), path, raw)

    def resolve(self, raw: Raw) -> Raw:
        """A parameter or response, with its reference followed."""
        while "$ref" in raw:
            target: Any = self.document
            for part in str(raw["$ref"]).removeprefix("#/").split("/"):
                if part not in target:
                    raise SpecError(f"dangling reference {raw['$ref']}")
                target = target[part]
            raw = target
        return raw


def _line(complaint: GeneratorError) -> str:
    """What the generator complains about, in one line. What follows from it is left out, with addresses of objects."""
    text = f"{complaint.header}: {complaint.detail or 'no detail'}".partition("\n\n")[0]
    return one_line(text)


def read(text: str) -> Source:
    """Parse a spec. Raises SpecError for anything the generator complains about."""
    document: dict[str, Any] = load(text)
    check(document)
    config = Config.from_sources(
        ConfigFile(post_hooks=[], literal_enums=True),
        MetaType.NONE,
        Path("openapi.yaml"),
        "utf-8",
        overwrite=True,
        output_path=Path("unused"),
    )
    data = GeneratorData.from_dict(load(text), config=config)
    if isinstance(data, GeneratorError):
        raise SpecError(_line(data))
    collections = list(data.endpoint_collections_by_tag.values())
    complaints = [*data.errors, *(error for collection in collections for error in collection.parse_errors)]
    if complaints:
        raise SpecError(_line(complaints[0]))
    endpoints = {str(endpoint.name): endpoint for collection in collections for endpoint in collection.endpoints}
    models = {str(model.class_info.name): model for model in data.models}
    project = Project(openapi=data, config=config, custom_template_path=TEMPLATES)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(document, digest, Shapes(document["components"]["schemas"]), models, endpoints, project)
