# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, as_object, extras, new, null, share, to_json
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
    _DISPLAY: ClassVar[str | None] = "account"

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        r1 = data["accountID"]
        self.account_id = share(r1, r1) if type(r1) is str else r1
        self.user = User._read(data["user"])

        if r1 is None:
            null()
        nulls = 0
        left = len(data) - 2
        if left and "bridge" in data:
            left -= 1
            v = data["bridge"]
            if v is None:
                self.bridge = None
                nulls += 1
            else:
                self.bridge = AccountBridge._read(v)

        else:
            self.bridge = None
        if left and "status" in data:
            left -= 1
            self.status = v = data["status"]
            if v is None:
                nulls += 2
        else:
            self.status = None
        if left and "statusText" in data:
            left -= 1
            self.status_text = v = data["statusText"]
            if v is None:
                nulls += 4
        else:
            self.status_text = None
        if left and "network" in data:
            left -= 1
            self.network = v = data["network"]
            if v is None:
                nulls += 8
        else:
            self.network = None
        if left and "loginID" in data:
            left -= 1
            self.login_id = v = data["loginID"]
            if v is None:
                nulls += 16
        else:
            self.login_id = None
        if left and "capabilities" in data:
            left -= 1
            v = data["capabilities"]
            if v is None:
                self.capabilities = None
                nulls += 32
            else:
                self.capabilities = as_object(v)

        else:
            self.capabilities = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.account_id,
            self.bridge,
            self.user,
            self.status,
            self.status_text,
            self.network,
            self.login_id,
            self.capabilities,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "accountID": v if type(v := self.account_id) is str else to_json(v),
        }
        if (v := self.bridge) is not None:
            out["bridge"] = to_json(v)
        out["user"] = to_json(self.user)
        if (v := self.status) is not None:
            out["status"] = v if type(v) is str else to_json(v)
        if (v := self.status_text) is not None:
            out["statusText"] = v if type(v) is str else to_json(v)
        if (v := self.network) is not None:
            out["network"] = v if type(v) is str else to_json(v)
        if (v := self.login_id) is not None:
            out["loginID"] = v if type(v) is str else to_json(v)
        if (v := self.capabilities) is not None:
            out["capabilities"] = to_json(v)
        return out


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
        nulls = 0
        left = len(data) - 3
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.id, self.type, self.provider, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "id": v if type(v := self.id) is str else to_json(v),
            "type": v if type(v := self.type) is str else to_json(v),
            "provider": v if type(v := self.provider) is str else to_json(v),
        }
        return out
