# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from attrs import define

from .._model import Model

if TYPE_CHECKING:
    pass


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AssetDownloadResult(Model):
    """Response of a download. Both fields are optional: a successful response can hold only `error`."""

    src_url: str | None = None
    """file:// URL on the machine of the app."""
    error: str | None = None
    """Why it failed."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "srcURL": "src_url",
        "error": "error",
    }
