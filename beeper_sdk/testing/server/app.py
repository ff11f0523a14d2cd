"""The application of a fake server, and the services that answer its operations.

Only a FakeBeeper that starts imports this module.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ..services.app import Accounts, Contacts, Desktop, Labels, Server
from ..services.assets import Assets
from ..services.chats import Chats
from ..services.matrix import Matrix
from ..services.messages import Messages
from ..services.oauth import Oauth
from ..services.setup import Bridges, Setup
from ..services.v0 import V0
from ..state import Site
from ..wire.requests import ServerResponse
from ..wire.tokens import Token
from .asgi import Receive, Scope, Send
from .dispatch import Dispatcher
from .middleware import Gate
from .websocket.hub import Hub

if TYPE_CHECKING:
    from beeper_sdk_server import handlers


class Application:
    """The application of one server: passes each request to the gate of its current data.

    Args:
        site: The first data.
        dispatcher: What answers the operations, in place of the services of the fake server.
    """

    def __init__(self, site: Site, dispatcher: Dispatcher | None = None) -> None:
        self._dispatcher = dispatcher or _services()
        self.silent: set[object] = set()
        """The clients that wait for a response that is never sent. They are disconnected when the server stops."""
        self.hub: Hub = Hub(site)
        """The clients of its WebSocket."""
        self._gate = Gate(site, self._dispatcher, self.silent, self.hub)

    def replace(self, site: Site) -> None:
        """Serve other data from the next request on."""
        self.hub.end()
        self.hub = Hub(site)
        self._gate = Gate(site, self._dispatcher, self.silent, self.hub)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        await self._gate(scope, receive, send)


@dataclass(frozen=True, kw_only=True)
class Services:
    """What answers the operations of each tag. The types are checked: each service has all operations of its tag."""

    accounts: handlers.AccountsService[Token, ServerResponse]
    assets: handlers.AssetsService[Token, ServerResponse]
    bridges: handlers.BridgesService[Token, ServerResponse]
    chats: handlers.ChatsService[Token, ServerResponse]
    contacts: handlers.ContactsService[Token, ServerResponse]
    desktop: handlers.DesktopService[Token, ServerResponse]
    labels: handlers.LabelsService[Token, ServerResponse]
    matrix: handlers.MatrixService[Token, ServerResponse]
    messages: handlers.MessagesService[Token, ServerResponse]
    oauth: handlers.OauthService[Token, ServerResponse]
    server: handlers.ServerService[Token, ServerResponse]
    setup: handlers.SetupService[Token, ServerResponse]
    v0: handlers.V0Service[Token, ServerResponse]


@lru_cache(maxsize=1)
def _services() -> Dispatcher:
    services = Services(
        accounts=Accounts(),
        assets=Assets(),
        bridges=Bridges(),
        chats=Chats(),
        contacts=Contacts(),
        desktop=Desktop(),
        labels=Labels(),
        matrix=Matrix(),
        messages=Messages(),
        oauth=Oauth(),
        server=Server(),
        setup=Setup(),
        v0=V0(),
    )
    return Dispatcher(vars(services))
