# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from attrs import define

from .._model import Model

if TYPE_CHECKING:
    from .server_info_app import ServerInfoApp


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ServerInfo(Model):
    """The running app and where its endpoints are. Keys are snake_case. Since app 4.2.557."""

    app: ServerInfoApp
    """The app."""
    platform: ServerInfoPlatform
    """The machine it runs on."""
    server: ServerInfoServer
    """Its HTTP listener."""
    endpoints: ServerInfoEndpoints
    """URLs of everything else."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "app": "app",
        "platform": "platform",
        "server": "server",
        "endpoints": "endpoints",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ServerInfoEndpoints(Model):
    """Where everything else is. Since app 4.2.557."""

    oauth: ServerInfoOAuthEndpoints
    """OAuth URLs."""
    spec: str
    """URL of the OpenAPI document."""
    mcp: str
    """URL of the MCP endpoint."""
    ws_events: str
    """URL of the WebSocket; may be given with http instead of ws."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "oauth": "oauth",
        "spec": "spec",
        "mcp": "mcp",
        "ws_events": "ws_events",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ServerInfoOAuthEndpoints(Model):
    """Where the OAuth endpoints are. Since app 4.2.557."""

    authorization_endpoint: str
    """URL of /oauth/authorize."""
    token_endpoint: str
    """URL of /oauth/token."""
    introspection_endpoint: str
    """URL of /oauth/introspect."""
    userinfo_endpoint: str
    """URL of /oauth/userinfo."""
    revocation_endpoint: str
    """URL of /oauth/revoke."""
    registration_endpoint: str
    """URL of /oauth/register."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "authorization_endpoint": "authorization_endpoint",
        "token_endpoint": "token_endpoint",
        "introspection_endpoint": "introspection_endpoint",
        "userinfo_endpoint": "userinfo_endpoint",
        "revocation_endpoint": "revocation_endpoint",
        "registration_endpoint": "registration_endpoint",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ServerInfoPlatform(Model):
    """The machine it runs on. Since app 4.2.557."""

    os: str
    """Operating system, e.g. darwin."""
    arch: str
    """Processor architecture, e.g. arm64."""
    release: str | None = None
    """Release of the runtime, e.g. v24.14.0."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "os": "os",
        "arch": "arch",
        "release": "release",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ServerInfoServer(Model):
    """Its HTTP listener. Since app 4.2.557."""

    status: str
    """State, e.g. running."""
    base_url: str
    """Base URL, e.g. http://127.0.0.1:23373."""
    port: int
    """Port it listens on."""
    hostname: str
    """Host it listens on."""
    remote_access: bool
    """Remote access is on."""
    mcp_enabled: bool
    """The MCP endpoint is on."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "status": "status",
        "base_url": "base_url",
        "port": "port",
        "hostname": "hostname",
        "remote_access": "remote_access",
        "mcp_enabled": "mcp_enabled",
    }
