# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import api as _root

if TYPE_CHECKING:
    from .._protocols import AsyncSender, Sender
    from ..models.chat import Chat
    from ..models.message import Message
    from ..models.root import FocusResult, UnifiedSearchResult
    from .accounts import AccountsApi, AsyncAccountsApi
    from .app import AppApi, AsyncAppApi
    from .assets import AssetsApi, AsyncAssetsApi
    from .bridges import AsyncBridgesApi, BridgesApi
    from .chats import AsyncChatsApi, ChatsApi
    from .info import AsyncInfoApi, InfoApi
    from .labels import AsyncLabelsApi, LabelsApi
    from .matrix import AsyncMatrixApi, MatrixApi
    from .messages import AsyncMessagesApi, MessagesApi
    from .oauth import AsyncOauthApi, OauthApi
    from .v0 import AsyncV0Api, V0Api


class RootApi:
    """The API: its groups of operations, `focus` and `search`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def accounts(self) -> AccountsApi:
        """The chat accounts that are connected to Beeper."""
        from .accounts import AccountsApi

        return AccountsApi(self._sender)

    @property
    def app(self) -> AppApi:
        """The app: sign in to Beeper and set up encryption."""
        from .app import AppApi

        return AppApi(self._sender)

    @property
    def assets(self) -> AssetsApi:
        """Media files: download, stream and upload them."""
        from .assets import AssetsApi

        return AssetsApi(self._sender)

    @property
    def bridges(self) -> BridgesApi:
        """The connectors to chat networks: what they support, and their logins."""
        from .bridges import BridgesApi

        return BridgesApi(self._sender)

    @property
    def chats(self) -> ChatsApi:
        """Chats: list, search, create and change them."""
        from .chats import ChatsApi

        return ChatsApi(self._sender)

    @property
    def info(self) -> InfoApi:
        """The running app: its version, its endpoints and its OpenAPI document."""
        from .info import InfoApi

        return InfoApi(self._sender)

    @property
    def labels(self) -> LabelsApi:
        """The labels with which the user groups chats."""
        from .labels import LabelsApi

        return LabelsApi(self._sender)

    @property
    def matrix(self) -> MatrixApi:
        """The Matrix client-server API, passed through to the homeserver."""
        from .matrix import MatrixApi

        return MatrixApi(self._sender)

    @property
    def messages(self) -> MessagesApi:
        """Messages: list, search, send, edit and delete them."""
        from .messages import MessagesApi

        return MessagesApi(self._sender)

    @property
    def oauth(self) -> OauthApi:
        """Access tokens of this API: OAuth 2.0 with PKCE."""
        from .oauth import OauthApi

        return OauthApi(self._sender)

    @property
    def v0(self) -> V0Api:
        """Version 0 of the API, deprecated since app 4.1.294."""
        from .v0 import V0Api

        return V0Api(self._sender)

    def focus(
        self,
        *,
        chat_id: str | Chat | None = None,
        message_id: str | Message | None = None,
        draft_text: str | None = None,
        draft_attachment_path: str | None = None,
    ) -> FocusResult:
        """Bring Beeper to the front.

        Optionally opens a chat, jumps to a message, or prefills text or an image. `draft_text` is
        plain text here, not Markdown.

        Args:
            chat_id: Chat to open, by chat ID or local chat ID. A `Chat` is accepted too.
            message_id: Message to jump to. A `Message` is accepted too.
            draft_text: Plain text to prefill.
            draft_attachment_path: Path of an image to prefill, on the machine of the app.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.294. Required scope: write.
        Endpoint: POST /v1/focus; error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(
            _root.focus(
                chat_id=chat_id,
                message_id=message_id,
                draft_text=draft_text,
                draft_attachment_path=draft_attachment_path,
            )
        )

    def search(self, *, query: str) -> UnifiedSearchResult:
        """Search once for chats, groups by participant and messages.

        Not paginated: use `chats.search` and `messages.search` for more results.

        Args:
            query: Words as typed, matched literally. At least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/search; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_root.search(query=query))


class AsyncRootApi:
    """The API: its groups of operations, `focus` and `search`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def accounts(self) -> AsyncAccountsApi:
        """The chat accounts that are connected to Beeper."""
        from .accounts import AsyncAccountsApi

        return AsyncAccountsApi(self._sender)

    @property
    def app(self) -> AsyncAppApi:
        """The app: sign in to Beeper and set up encryption."""
        from .app import AsyncAppApi

        return AsyncAppApi(self._sender)

    @property
    def assets(self) -> AsyncAssetsApi:
        """Media files: download, stream and upload them."""
        from .assets import AsyncAssetsApi

        return AsyncAssetsApi(self._sender)

    @property
    def bridges(self) -> AsyncBridgesApi:
        """The connectors to chat networks: what they support, and their logins."""
        from .bridges import AsyncBridgesApi

        return AsyncBridgesApi(self._sender)

    @property
    def chats(self) -> AsyncChatsApi:
        """Chats: list, search, create and change them."""
        from .chats import AsyncChatsApi

        return AsyncChatsApi(self._sender)

    @property
    def info(self) -> AsyncInfoApi:
        """The running app: its version, its endpoints and its OpenAPI document."""
        from .info import AsyncInfoApi

        return AsyncInfoApi(self._sender)

    @property
    def labels(self) -> AsyncLabelsApi:
        """The labels with which the user groups chats."""
        from .labels import AsyncLabelsApi

        return AsyncLabelsApi(self._sender)

    @property
    def matrix(self) -> AsyncMatrixApi:
        """The Matrix client-server API, passed through to the homeserver."""
        from .matrix import AsyncMatrixApi

        return AsyncMatrixApi(self._sender)

    @property
    def messages(self) -> AsyncMessagesApi:
        """Messages: list, search, send, edit and delete them."""
        from .messages import AsyncMessagesApi

        return AsyncMessagesApi(self._sender)

    @property
    def oauth(self) -> AsyncOauthApi:
        """Access tokens of this API: OAuth 2.0 with PKCE."""
        from .oauth import AsyncOauthApi

        return AsyncOauthApi(self._sender)

    @property
    def v0(self) -> AsyncV0Api:
        """Version 0 of the API, deprecated since app 4.1.294."""
        from .v0 import AsyncV0Api

        return AsyncV0Api(self._sender)

    async def focus(
        self,
        *,
        chat_id: str | Chat | None = None,
        message_id: str | Message | None = None,
        draft_text: str | None = None,
        draft_attachment_path: str | None = None,
    ) -> FocusResult:
        """Bring Beeper to the front.

        Optionally opens a chat, jumps to a message, or prefills text or an image. `draft_text` is
        plain text here, not Markdown.

        Args:
            chat_id: Chat to open, by chat ID or local chat ID. A `Chat` is accepted too.
            message_id: Message to jump to. A `Message` is accepted too.
            draft_text: Plain text to prefill.
            draft_attachment_path: Path of an image to prefill, on the machine of the app.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.294. Required scope: write.
        Endpoint: POST /v1/focus; error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(
            _root.focus(
                chat_id=chat_id,
                message_id=message_id,
                draft_text=draft_text,
                draft_attachment_path=draft_attachment_path,
            )
        )

    async def search(self, *, query: str) -> UnifiedSearchResult:
        """Search once for chats, groups by participant and messages.

        Not paginated: use `chats.search` and `messages.search` for more results.

        Args:
            query: Words as typed, matched literally. At least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/search; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_root.search(query=query))
