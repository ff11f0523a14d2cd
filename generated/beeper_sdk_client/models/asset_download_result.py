# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, is_object, new

if TYPE_CHECKING:
    from typing_extensions import Self


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "srcURL" in data and (v := data["srcURL"]) is not None:
            self.src_url = v

            count += 1
        else:
            self.src_url = None
        if "error" in data and (v := data["error"]) is not None:
            self.error = v

            count += 1
        else:
            self.error = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self
