# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api import bridges as _bridges
from ..api.bridges import login_flows as _bridges_login_flows
from ..api.bridges import login_sessions as _bridges_login_sessions
from ..api.bridges import logins as _bridges_logins
from ..api.bridges.login_sessions import steps as _bridges_login_sessions_steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._protocols import AsyncSender, Sender
    from ..models._enums import LoginRemovalScopeInput, LoginStepKind, LoginStepSource
    from ..models.bridges import (
        Bridge,
        BridgeList,
        BridgeLogin,
        BridgeLoginList,
        BridgeLoginRemoval,
        LoginFlowList,
        LoginSession,
        LoginSessionCancellation,
        ProvisioningCapabilities,
    )


class BridgesLoginSessionsStepsApi:
    """The steps of a sign-in session."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def submit(
        self,
        step_id: str,
        *,
        bridge_id: str,
        login_session_id: str,
        type: LoginStepKind,
        fields: Mapping[str, str] | None = None,
        source: LoginStepSource | None = None,
        last_url: str | None = None,
    ) -> LoginSession:
        """Submit the current step of a sign-in session.

        Returns the session with its next step. For a step of type display_and_wait, the call blocks
        until the person has acted.

        Args:
            bridge_id: Bridge ID.
            login_session_id: ID of the sign-in session.
            step_id: ID of the current step.
            type: Kind of the step.
            fields: Values by the id of the field.
            source: How the values were obtained.
            last_url: Last URL of the browser, for a step of kind cookies.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST
        /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}/steps/{stepID}; error statuses: 400,
        401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(
            _bridges_login_sessions_steps.submit(
                step_id,
                bridge_id=bridge_id,
                login_session_id=login_session_id,
                type=type,
                fields=fields,
                source=source,
                last_url=last_url,
            )
        )


class AsyncBridgesLoginSessionsStepsApi:
    """The steps of a sign-in session."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def submit(
        self,
        step_id: str,
        *,
        bridge_id: str,
        login_session_id: str,
        type: LoginStepKind,
        fields: Mapping[str, str] | None = None,
        source: LoginStepSource | None = None,
        last_url: str | None = None,
    ) -> LoginSession:
        """Submit the current step of a sign-in session.

        Returns the session with its next step. For a step of type display_and_wait, the call blocks
        until the person has acted.

        Args:
            bridge_id: Bridge ID.
            login_session_id: ID of the sign-in session.
            step_id: ID of the current step.
            type: Kind of the step.
            fields: Values by the id of the field.
            source: How the values were obtained.
            last_url: Last URL of the browser, for a step of kind cookies.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST
        /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}/steps/{stepID}; error statuses: 400,
        401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(
            _bridges_login_sessions_steps.submit(
                step_id,
                bridge_id=bridge_id,
                login_session_id=login_session_id,
                type=type,
                fields=fields,
                source=source,
                last_url=last_url,
            )
        )


class BridgesLoginFlowsApi:
    """The ways in which a bridge can connect an account."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def list(self, bridge_id: str) -> LoginFlowList:
        """List sign-in flows of a bridge.

        Args:
            bridge_id: Bridge ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/bridges/{bridgeID}/login-flows; error statuses: 400, 401, 403, 404, 409, 422, 429, 500,
        502.
        """
        return self._sender.send(_bridges_login_flows.list(bridge_id))


class AsyncBridgesLoginFlowsApi:
    """The ways in which a bridge can connect an account."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def list(self, bridge_id: str) -> LoginFlowList:
        """List sign-in flows of a bridge.

        Args:
            bridge_id: Bridge ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/bridges/{bridgeID}/login-flows; error statuses: 400, 401, 403, 404, 409, 422, 429, 500,
        502.
        """
        return await self._sender.send(_bridges_login_flows.list(bridge_id))


class BridgesLoginSessionsApi:
    """Connect or reconnect an account, step by step."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def steps(self) -> BridgesLoginSessionsStepsApi:
        """The steps of a sign-in session."""
        return BridgesLoginSessionsStepsApi(self._sender)

    def create(
        self, bridge_id: str, *, flow_id: str | None = None, login_id: str | None = None, account_id: str | None = None
    ) -> LoginSession:
        """Start a sign-in session on a bridge.

        Connects a new account unless `login_id` or `account_id` is given.

        Args:
            bridge_id: Bridge ID.
            flow_id: Sign-in flow, at least 1 character; the default flow if omitted.
            login_id: Login to reconnect, at least 1 character.
            account_id: Account to reconnect, at least 1 character.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/bridges/{bridgeID}/login-sessions; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(
            _bridges_login_sessions.create(bridge_id, flow_id=flow_id, login_id=login_id, account_id=account_id)
        )

    def retrieve(self, login_session_id: str, *, bridge_id: str) -> LoginSession:
        """Get one sign-in session.

        Args:
            bridge_id: Bridge ID.
            login_session_id: ID of the sign-in session.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return self._sender.send(_bridges_login_sessions.retrieve(login_session_id, bridge_id=bridge_id))

    def cancel(self, login_session_id: str, *, bridge_id: str) -> LoginSessionCancellation:
        """Cancel a sign-in session.

        Returns the cancelled session.

        Args:
            bridge_id: Bridge ID.
            login_session_id: ID of the sign-in session.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: DELETE /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_bridges_login_sessions.cancel(login_session_id, bridge_id=bridge_id))


class AsyncBridgesLoginSessionsApi:
    """Connect or reconnect an account, step by step."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def steps(self) -> AsyncBridgesLoginSessionsStepsApi:
        """The steps of a sign-in session."""
        return AsyncBridgesLoginSessionsStepsApi(self._sender)

    async def create(
        self, bridge_id: str, *, flow_id: str | None = None, login_id: str | None = None, account_id: str | None = None
    ) -> LoginSession:
        """Start a sign-in session on a bridge.

        Connects a new account unless `login_id` or `account_id` is given.

        Args:
            bridge_id: Bridge ID.
            flow_id: Sign-in flow, at least 1 character; the default flow if omitted.
            login_id: Login to reconnect, at least 1 character.
            account_id: Account to reconnect, at least 1 character.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/bridges/{bridgeID}/login-sessions; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(
            _bridges_login_sessions.create(bridge_id, flow_id=flow_id, login_id=login_id, account_id=account_id)
        )

    async def retrieve(self, login_session_id: str, *, bridge_id: str) -> LoginSession:
        """Get one sign-in session.

        Args:
            bridge_id: Bridge ID.
            login_session_id: ID of the sign-in session.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return await self._sender.send(_bridges_login_sessions.retrieve(login_session_id, bridge_id=bridge_id))

    async def cancel(self, login_session_id: str, *, bridge_id: str) -> LoginSessionCancellation:
        """Cancel a sign-in session.

        Returns the cancelled session.

        Args:
            bridge_id: Bridge ID.
            login_session_id: ID of the sign-in session.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: DELETE /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_bridges_login_sessions.cancel(login_session_id, bridge_id=bridge_id))


class BridgesLoginsApi:
    """The logins of a bridge: list, read and remove them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def list(self, bridge_id: str) -> BridgeLoginList:
        """List logins of a bridge.

        Args:
            bridge_id: Bridge ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/bridges/{bridgeID}/logins; error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_bridges_logins.list(bridge_id))

    def retrieve(self, login_id: str, *, bridge_id: str) -> BridgeLogin:
        """Get one login of a bridge.

        Args:
            bridge_id: Bridge ID.
            login_id: Login ID on the bridge.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/bridges/{bridgeID}/logins/{loginID}; error statuses: 400, 401, 403, 404, 409, 422, 429,
        500, 502.
        """
        return self._sender.send(_bridges_logins.retrieve(login_id, bridge_id=bridge_id))

    def remove(self, login_id: str, *, bridge_id: str, scope: LoginRemovalScopeInput) -> BridgeLoginRemoval:
        """Remove a login.

        From this device or everywhere.

        Args:
            bridge_id: Bridge ID.
            login_id: Login ID on the bridge.
            scope: Where to remove it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: POST /v1/bridges/{bridgeID}/logins/{loginID}/remove; error statuses: 400, 401,
        403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_bridges_logins.remove(login_id, bridge_id=bridge_id, scope=scope))


class AsyncBridgesLoginsApi:
    """The logins of a bridge: list, read and remove them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def list(self, bridge_id: str) -> BridgeLoginList:
        """List logins of a bridge.

        Args:
            bridge_id: Bridge ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/bridges/{bridgeID}/logins; error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_bridges_logins.list(bridge_id))

    async def retrieve(self, login_id: str, *, bridge_id: str) -> BridgeLogin:
        """Get one login of a bridge.

        Args:
            bridge_id: Bridge ID.
            login_id: Login ID on the bridge.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/bridges/{bridgeID}/logins/{loginID}; error statuses: 400, 401, 403, 404, 409, 422, 429,
        500, 502.
        """
        return await self._sender.send(_bridges_logins.retrieve(login_id, bridge_id=bridge_id))

    async def remove(self, login_id: str, *, bridge_id: str, scope: LoginRemovalScopeInput) -> BridgeLoginRemoval:
        """Remove a login.

        From this device or everywhere.

        Args:
            bridge_id: Bridge ID.
            login_id: Login ID on the bridge.
            scope: Where to remove it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: POST /v1/bridges/{bridgeID}/logins/{loginID}/remove; error statuses: 400, 401,
        403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_bridges_logins.remove(login_id, bridge_id=bridge_id, scope=scope))


class BridgesApi:
    """The connectors to chat networks: what they support, and their logins."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def login_flows(self) -> BridgesLoginFlowsApi:
        """The ways in which a bridge can connect an account."""
        return BridgesLoginFlowsApi(self._sender)

    @property
    def login_sessions(self) -> BridgesLoginSessionsApi:
        """Connect or reconnect an account, step by step."""
        return BridgesLoginSessionsApi(self._sender)

    @property
    def logins(self) -> BridgesLoginsApi:
        """The logins of a bridge: list, read and remove them."""
        return BridgesLoginsApi(self._sender)

    def list(self) -> BridgeList:
        """List bridges with their connected accounts.

        Not paginated: all bridges are in one response.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET /v1/bridges; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_bridges.list())

    def retrieve(self, bridge_id: str) -> Bridge:
        """Get one bridge.

        Args:
            bridge_id: Bridge ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET /v1/bridges/{bridgeID};
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_bridges.retrieve(bridge_id))

    def retrieve_capabilities(self, bridge_id: str) -> ProvisioningCapabilities:
        """Get advanced capabilities of a bridge.

        Args:
            bridge_id: Bridge ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/bridges/{bridgeID}/capabilities; error statuses: 400, 401, 403, 404, 409, 422, 429, 500,
        502.
        """
        return self._sender.send(_bridges.retrieve_capabilities(bridge_id))


class AsyncBridgesApi:
    """The connectors to chat networks: what they support, and their logins."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def login_flows(self) -> AsyncBridgesLoginFlowsApi:
        """The ways in which a bridge can connect an account."""
        return AsyncBridgesLoginFlowsApi(self._sender)

    @property
    def login_sessions(self) -> AsyncBridgesLoginSessionsApi:
        """Connect or reconnect an account, step by step."""
        return AsyncBridgesLoginSessionsApi(self._sender)

    @property
    def logins(self) -> AsyncBridgesLoginsApi:
        """The logins of a bridge: list, read and remove them."""
        return AsyncBridgesLoginsApi(self._sender)

    async def list(self) -> BridgeList:
        """List bridges with their connected accounts.

        Not paginated: all bridges are in one response.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET /v1/bridges; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_bridges.list())

    async def retrieve(self, bridge_id: str) -> Bridge:
        """Get one bridge.

        Args:
            bridge_id: Bridge ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET /v1/bridges/{bridgeID};
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_bridges.retrieve(bridge_id))

    async def retrieve_capabilities(self, bridge_id: str) -> ProvisioningCapabilities:
        """Get advanced capabilities of a bridge.

        Args:
            bridge_id: Bridge ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/bridges/{bridgeID}/capabilities; error statuses: 400, 401, 403, 404, 409, 422, 429, 500,
        502.
        """
        return await self._sender.send(_bridges.retrieve_capabilities(bridge_id))
