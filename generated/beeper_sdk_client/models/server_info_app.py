# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from attrs import define

from .._model import Model

if TYPE_CHECKING:
    pass


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ServerInfoApp(Model):
    """The app. Since app 4.2.557."""

    name: str
    """Name of the app."""
    version: str
    """App version, e.g. 4.3.73."""
    bundle_id: str
    """Identifies Desktop (com.automattic.beeper.desktop) or Server (com.automattic.beeper.server),
    each also with .nightly."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "version": "version",
        "bundle_id": "bundle_id",
    }
