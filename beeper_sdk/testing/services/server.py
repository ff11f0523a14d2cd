"""What the running app is and can do, over HTTP."""

from __future__ import annotations

from fastapi import Response

from beeper_sdk_server.spec import SPEC

from ..wire.routing import document, served_paths
from ..wire.tokens import Token
from ._base import Service, answer


class Server(Service):
    """Implements the Protocol ServerService."""

    async def info_retrieve(self) -> Response:
        """The app, the machine, the listener and the URLs of everything else."""
        base = self._site.base_url
        host, _, port = base.removeprefix("http://").rpartition(":")
        oauth = ("authorization", "token", "introspection", "userinfo", "revocation", "registration")
        paths = {"authorization": "authorize", "introspection": "introspect", "revocation": "revoke"}
        paths["registration"] = "register"
        return answer(
            {
                "app": self._site.app(),
                "platform": {"os": "darwin", "arch": "arm64", "release": "v24.14.0"},
                "server": {
                    "status": "running",
                    "base_url": base,
                    "port": int(port),
                    "hostname": host,
                    "remote_access": False,
                    "mcp_enabled": False,
                },
                "endpoints": {
                    "oauth": {f"{name}_endpoint": f"{base}/oauth/{paths.get(name, name)}" for name in oauth},
                    "spec": f"{base}/v1/spec",
                    "mcp": f"{base}/v0/mcp",
                    "ws_events": f"{base}/v1/ws",
                },
            }
        )

    async def info_spec(self, *, principal: Token | None) -> Response:
        """The document this server was made from; that of an older app lists what it served."""
        age = self._site.age
        if age is not None:
            return answer({**document(), "paths": served_paths(age)})
        return Response(SPEC.strip(), media_type="application/json; charset=utf-8")
