"""The interface to the generated client: no other module of this package imports `beeper_sdk_client`.

A vendored copy has another package name, so the import is in one place. This module exports modules, not single names,
so that additions to the generated client need no change here. ``api``, ``models``, ``resources``, the modules for rare
paths and the classes that `beeper_sdk.types` exports are imported when first used, to keep the start fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from beeper_sdk_client import _model as base
from beeper_sdk_client import _request as contract
from beeper_sdk_client._model import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beeper_sdk_client import _annotations as hints
    from beeper_sdk_client import _decode_errors as decode_errors
    from beeper_sdk_client import _decoding as answers
    from beeper_sdk_client import _display as display
    from beeper_sdk_client import _files as files
    from beeper_sdk_client import _incomplete as incomplete
    from beeper_sdk_client import _objects as objects
    from beeper_sdk_client import _protocols as senders
    from beeper_sdk_client import _saving as saving
    from beeper_sdk_client import _times as times
    from beeper_sdk_client import _validation as validation
    from beeper_sdk_client import api, models, resources
    from beeper_sdk_client._contract import FieldMetadata, OperationMetadata
    from beeper_sdk_client._decoding import Content
    from beeper_sdk_client._model import Json, Model, Unset
    from beeper_sdk_client._protocols import AsyncPager, ItemsOf, Page, Pager
    from beeper_sdk_client._request import Effect, FileLike, Request

__all__ = [
    "UNSET",
    "AnyOperation",
    "AnyRequest",
    "AsyncPager",
    "Content",
    "Effect",
    "FileLike",
    "ItemsOf",
    "Json",
    "Model",
    "OperationMetadata",
    "Page",
    "Pager",
    "Request",
    "Unset",
    "answers",
    "api",
    "base",
    "contract",
    "decode_errors",
    "display",
    "enums",
    "fields",
    "files",
    "hints",
    "incomplete",
    "loads",
    "models",
    "objects",
    "operation_metadata",
    "resources",
    "saving",
    "senders",
    "times",
    "validation",
]

AnyOperation: TypeAlias = contract.Operation[Any]
AnyRequest: TypeAlias = contract.Request[Any]


def loads(content: bytes) -> object:
    """Parse JSON, with a faster parser if one is installed. Raises ValueError."""
    from beeper_sdk_client._json import loads as read

    return read(content)


def operation_metadata() -> Mapping[str, OperationMetadata]:
    """The metadata of the operations in the spec, by name. Imported when first used."""
    from beeper_sdk_client._contract import OPERATIONS

    return OPERATIONS


def fields() -> Mapping[str, Mapping[str, FieldMetadata]]:
    """The metadata of the fields in the spec, by the name of the model and the JSON name of the field."""
    from beeper_sdk_client._contract import FIELDS

    return FIELDS


def enums() -> Mapping[str, tuple[str | int, ...]]:
    """The known values of the enums in the spec, by name."""
    from beeper_sdk_client._contract import ENUMS

    return ENUMS


def _display() -> base.Display:
    """What shows models. Imported when one is shown."""
    from .shown import model_display

    return model_display


base.DISPLAYS.append(_display)

if not TYPE_CHECKING:
    from beeper_sdk_client import __name__ as _client  # not a literal: a vendored copy has another name

    from .util.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        {
            "AsyncPager": f"{_client}._protocols",
            "Content": f"{_client}._decoding",
            "Effect": f"{_client}._request",
            "FileLike": f"{_client}._request",
            "ItemsOf": f"{_client}._protocols",
            "Json": f"{_client}._model",
            "Model": f"{_client}._model",
            "OperationMetadata": f"{_client}._contract",
            "Page": f"{_client}._protocols",
            "Pager": f"{_client}._protocols",
            "Request": f"{_client}._request",
            "Unset": f"{_client}._model",
        },
        {
            "answers": f"{_client}._decoding",
            "api": f"{_client}.api",
            "decode_errors": f"{_client}._decode_errors",
            "display": f"{_client}._display",
            "files": f"{_client}._files",
            "hints": f"{_client}._annotations",
            "incomplete": f"{_client}._incomplete",
            "models": f"{_client}.models",
            "objects": f"{_client}._objects",
            "resources": f"{_client}.resources",
            "saving": f"{_client}._saving",
            "senders": f"{_client}._protocols",
            "times": f"{_client}._times",
            "validation": f"{_client}._validation",
        },
    )
