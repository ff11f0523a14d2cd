# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, as_object, extras, new, null
from .user import User

if TYPE_CHECKING:
    from typing_extensions import Self

    from .._model import Json
    from ._enums import AccountStatus, BridgeProvider


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Account(Model):
    """A connected chat account, identified by `account_id`."""

    account_id: str
    """Account ID, e.g. matrix, discordgo, slackgo.TEAM-USER or local-whatsapp_ba_alice."""
    user: User
    """The owner's identity on that network."""
    bridge: AccountBridge | None = None
    """The bridge that carries the account. Since app 4.2.785."""
    status: AccountStatus | None = None
    """Connection state. Since app 4.3.0."""
    status_text: str | None = None
    """Human-readable connection state. Since app 4.3.0."""
    network: str | None = None
    """Display name of the network; omitted if unknown. Apps 4.2.557 to 4.2.807 do not send it."""
    login_id: str | None = None
    """Login of the bridge that the account belongs to, if known; one login can hold several accounts.
    Since app 4.3.0."""
    capabilities: dict[str, Json] | None = None
    """What the account can do at present. Since app 4.3.0."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "accountID": "account_id",
        "bridge": "bridge",
        "user": "user",
        "status": "status",
        "statusText": "status_text",
        "network": "network",
        "loginID": "login_id",
        "capabilities": "capabilities",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.account_id = r1 = data["accountID"]
        self.user = User._read(data["user"])

        if r1 is None:
            null()
        count = 2
        if "bridge" in data and (v := data["bridge"]) is not None:
            self.bridge = AccountBridge._read(v)

            count += 1
        else:
            self.bridge = None
        if "status" in data and (v := data["status"]) is not None:
            self.status = v

            count += 1
        else:
            self.status = None
        if "statusText" in data and (v := data["statusText"]) is not None:
            self.status_text = v

            count += 1
        else:
            self.status_text = None
        if "network" in data and (v := data["network"]) is not None:
            self.network = v

            count += 1
        else:
            self.network = None
        if "loginID" in data and (v := data["loginID"]) is not None:
            self.login_id = v

            count += 1
        else:
            self.login_id = None
        if "capabilities" in data and (v := data["capabilities"]) is not None:
            self.capabilities = as_object(v)

            count += 1
        else:
            self.capabilities = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AccountBridge(Model):
    """The bridge that carries an account. Since app 4.2.785."""

    id: str
    """Bridge ID: the network type for cloud accounts (matrix, discordgo), the local bridge ID for
    those on this device (local-whatsapp)."""
    type: str
    """Kind of bridge: matrix, discordgo, slackgo, whatsapp, telegram, twitter, … (an open set)."""
    provider: BridgeProvider
    """Where the account runs."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "provider": "provider",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]
        self.type = r2 = data["type"]
        self.provider = r3 = data["provider"]

        if r1 is None or r2 is None or r3 is None:
            null()
        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self
