# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.config.retry_policy import RetryPolicy
from ..._core.events import subscription as rules
from ..._core.events.framing import SWITCHING_PROTOCOLS, Framing
from ..._core.events.lost import ConnectionLost
from ..._core.events.request import DEFINITION, PATH, upgrade_request
from ..._core.http.outcome import HttpResponse
from ..._transport._sync.via_httpx import HttpxBody, HttpxTransport
from ...errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    ClientClosed,
    NotFoundError,
    NotSupportedByServer,
)
from ...errors._context import CallInfo
from ..engine.sender import RequestSender
from .connection import Connection

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.events.subscription import Subscription
    from ..._core.events.timing import Timing
    from ..._transport._sync.protocol import Transport

ONCE = RetryPolicy(attempts=1)


class Opener:
    def __init__(self, engine: RequestSender, timing: Timing) -> None:
        self._engine = engine
        self._timing = timing
        self._own = not engine.http.user_supplied
        self._http: Transport = engine.http
        if self._own:  # closing it ends an attempt to connect, but no other calls
            self._http = HttpxTransport(engine.settings.base_url, None, None, by_choice=engine.settings.by_httpx)

    @property
    def client_closed(self) -> bool:
        return self._engine.closed or self._engine.http.closed

    def open(self, subscription: Subscription, *, retry: bool = True) -> Connection:
        self.check(subscription)
        settings = self._engine.settings
        if not retry:
            settings = settings.changed(settings.timeout, ONCE, None)
        sender, framing = RequestSender(settings, self._http, self._engine.state), Framing()
        call, body = self._upgrade(sender, framing)
        connection = self._accept(call, body, framing)
        try:
            connection.greet()
            self.check(subscription)  # the response may have shown the version
            connection.subscribe(subscription)
        except ConnectionLost as lost:
            connection.close()
            raise _not_subscribed(lost, call) from None
        except BaseException:
            connection.close()
            raise
        return connection

    def check(self, subscription: Subscription) -> None:
        if self.client_closed:
            raise ClientClosed(DEFINITION.name)
        needs = rules.missing_version(subscription, self._engine.state.server)
        if needs is not None:
            info = CallInfo(DEFINITION.name, DEFINITION.method, DEFINITION.template, "")
            what = "with app_state=True" if subscription.app_state else ""
            raise NotSupportedByServer(info, needs, self._engine.state.server.has, what)

    def _upgrade(self, sender: RequestSender, framing: Framing) -> tuple[AnyCall, HttpxBody]:
        try:
            call, body = sender.execute(upgrade_request(framing.headers), stream=True)
        except APIStatusError as error:
            if error.status not in (404, 405):
                raise
            server = self._engine.state.server
            self.check(rules.ALL)  # the response may have shown the version
            is_foreign = isinstance(error, NotFoundError) and not server.seen
            if server.effective is not None or is_foreign:  # it has events, so base_url is wrong
                raise
            raise NotSupportedByServer(error.call, rules.FIRST_APP, server.has) from None
        assert isinstance(body, HttpxBody)  # noqa: S101 - `self._http` is of httpx
        return call, body

    def _accept(self, call: AnyCall, body: HttpxBody, framing: Framing) -> Connection:
        stream = body.upgraded
        if stream is None or not framing.accept(body.headers):
            body.close()
            status = body.status_code
            problem = "the server did not open a WebSocket"
            if status == SWITCHING_PROTOCOLS:
                problem = "the response to the WebSocket handshake is not valid"
                if stream is None:
                    problem = "the transport or http_client gives no access to its connections"
            raise APIConnectionError(f"{problem} (status {status})", call.info)
        self._engine.state.server.update_from_response(PATH, HttpResponse(body.status_code, body.headers, b""))
        return Connection(stream, body, framing, call.info, self._engine.state.recorder, self._timing)

    def close(self) -> None:
        if self._own:
            self._http.close()


def _not_subscribed(lost: ConnectionLost, call: AnyCall) -> APIConnectionError:
    if lost.reason == "silence":
        return APITimeoutError("the server did not confirm the subscription in time", call.info)
    return APIConnectionError("the connection was lost before the server had confirmed the subscription", call.info)
