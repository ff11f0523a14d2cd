"""Classes for type annotations: those that methods return or accept, but users do not create themselves.

    from beeper_sdk.types import Pager, Person, Stream

Each is imported when it is first used. Transports and HTTP clients are those of httpx.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._async.changes.changes import AsyncBatches, AsyncChanges
    from ._async.engine.stream import AsyncStream
    from ._async.events.stream import AsyncEvents
    from ._async.files.stream import AsyncAttachmentStream
    from ._async.people.roster import AsyncRoster
    from ._async.resources.accounts import AsyncAccounts
    from ._async.resources.assets import AsyncAssets
    from ._async.resources.attachments import AsyncAttachments
    from ._async.resources.chat_lists import AsyncChatLists
    from ._async.resources.chats import AsyncChats
    from ._async.resources.message_lists import AsyncSearch, AsyncSearchPager
    from ._async.resources.message_reading import AsyncReading
    from ._async.resources.message_sending import AsyncSending
    from ._async.resources.messages import AsyncMessages
    from ._async.resources.people import AsyncPeople
    from ._core.bots.handlers import MessageHandler, OnError, OnGap
    from ._core.calls.raw_request import Method, QueryValue
    from ._core.changes.options import Include, Own, Start
    from ._core.changes.store import PositionLike
    from ._core.config.credentials import TokenSource
    from ._core.config.retry_policy import Decide
    from ._core.config.settings import ApiGeneration, Guard, Headers
    from ._core.delivery.replies import IsReply
    from ._core.delivery.results import DeliveryStatus, Pending, SendOutcome, SentStatus
    from ._core.diagnostics.findings import Diagnose, Finding
    from ._core.files.progress import Progress
    from ._core.generated import (
        AnyRequest,
        AsyncPager,
        Content,
        Effect,
        FileLike,
        ItemsOf,
        Json,
        Model,
        Page,
        Pager,
        Request,
        Unset,
    )
    from ._core.http.outcome import FailureKind
    from ._core.paging.pagination import ListPage
    from ._core.paging.search_page import SearchPage
    from ._core.people.names import Person
    from ._core.people.unlisted_accounts import UnlistedAccount
    from ._core.text.transcript import TranscriptFormat
    from ._core.times import When
    from ._sync.changes.changes import Batches, Changes
    from ._sync.engine.stream import Stream
    from ._sync.events.stream import Events
    from ._sync.files.stream import AttachmentStream
    from ._sync.people.roster import Roster
    from ._sync.resources.accounts import Accounts
    from ._sync.resources.assets import Assets
    from ._sync.resources.attachments import Attachments
    from ._sync.resources.chat_lists import ChatLists
    from ._sync.resources.chats import Chats
    from ._sync.resources.message_lists import Search, SearchPager
    from ._sync.resources.message_reading import Reading
    from ._sync.resources.message_sending import Sending
    from ._sync.resources.messages import Messages
    from ._sync.resources.people import People
    from ._transport.via_httpx.mapping import AsyncHttpClient, AsyncTransport, HttpClient, Transport
    from .errors._context import AnswerInfo, CallInfo, Issue, PrivateTexts

__all__ = [
    "Accounts",
    "AnswerInfo",
    "AnyRequest",
    "ApiGeneration",
    "Assets",
    "AsyncAccounts",
    "AsyncAssets",
    "AsyncAttachmentStream",
    "AsyncAttachments",
    "AsyncBatches",
    "AsyncChanges",
    "AsyncChatLists",
    "AsyncChats",
    "AsyncEvents",
    "AsyncHttpClient",
    "AsyncMessages",
    "AsyncPager",
    "AsyncPeople",
    "AsyncReading",
    "AsyncRoster",
    "AsyncSearch",
    "AsyncSearchPager",
    "AsyncSending",
    "AsyncStream",
    "AsyncTransport",
    "AttachmentStream",
    "Attachments",
    "Batches",
    "CallInfo",
    "Changes",
    "ChatLists",
    "Chats",
    "Content",
    "Decide",
    "DeliveryStatus",
    "Diagnose",
    "Effect",
    "Events",
    "FailureKind",
    "FileLike",
    "Finding",
    "Guard",
    "Headers",
    "HttpClient",
    "Include",
    "IsReply",
    "Issue",
    "ItemsOf",
    "Json",
    "ListPage",
    "MessageHandler",
    "Messages",
    "Method",
    "Model",
    "OnError",
    "OnGap",
    "Own",
    "Page",
    "Pager",
    "Pending",
    "People",
    "Person",
    "PositionLike",
    "PrivateTexts",
    "Progress",
    "QueryValue",
    "Reading",
    "Request",
    "Roster",
    "Search",
    "SearchPage",
    "SearchPager",
    "SendOutcome",
    "Sending",
    "SentStatus",
    "Start",
    "Stream",
    "TokenSource",
    "TranscriptFormat",
    "Transport",
    "UnlistedAccount",
    "Unset",
    "When",
]

if not TYPE_CHECKING:
    from ._core.util.lazy import by_module, lazy

    __getattr__, __dir__ = lazy(
        __name__,
        by_module(
            {
                "._async.changes.changes": "AsyncBatches AsyncChanges",
                "._async.engine.stream": "AsyncStream",
                "._async.events.stream": "AsyncEvents",
                "._async.files.stream": "AsyncAttachmentStream",
                "._async.people.roster": "AsyncRoster",
                "._async.resources.accounts": "AsyncAccounts",
                "._async.resources.assets": "AsyncAssets",
                "._async.resources.attachments": "AsyncAttachments",
                "._async.resources.chat_lists": "AsyncChatLists",
                "._async.resources.chats": "AsyncChats",
                "._async.resources.message_lists": "AsyncSearch AsyncSearchPager",
                "._async.resources.message_reading": "AsyncReading",
                "._async.resources.message_sending": "AsyncSending",
                "._async.resources.messages": "AsyncMessages",
                "._async.resources.people": "AsyncPeople",
                "._core.bots.handlers": "MessageHandler OnError OnGap",
                "._core.calls.raw_request": "Method QueryValue",
                "._core.changes.options": "Include Own Start",
                "._core.changes.store": "PositionLike",
                "._core.config.credentials": "TokenSource",
                "._core.config.retry_policy": "Decide",
                "._core.config.settings": "ApiGeneration Guard Headers",
                "._core.delivery.replies": "IsReply",
                "._core.delivery.results": "DeliveryStatus Pending SendOutcome SentStatus",
                "._core.diagnostics.findings": "Diagnose Finding",
                "._core.files.progress": "Progress",
                "._core.generated": (
                    "AnyRequest AsyncPager Content Effect FileLike ItemsOf Json Model Page Pager Request Unset"
                ),
                "._core.http.outcome": "FailureKind",
                "._core.paging.pagination": "ListPage",
                "._core.paging.search_page": "SearchPage",
                "._core.people.names": "Person",
                "._core.people.unlisted_accounts": "UnlistedAccount",
                "._core.text.transcript": "TranscriptFormat",
                "._core.times": "When",
                "._sync.changes.changes": "Batches Changes",
                "._sync.engine.stream": "Stream",
                "._sync.events.stream": "Events",
                "._sync.files.stream": "AttachmentStream",
                "._sync.people.roster": "Roster",
                "._sync.resources.accounts": "Accounts",
                "._sync.resources.assets": "Assets",
                "._sync.resources.attachments": "Attachments",
                "._sync.resources.chat_lists": "ChatLists",
                "._sync.resources.chats": "Chats",
                "._sync.resources.message_lists": "Search SearchPager",
                "._sync.resources.message_reading": "Reading",
                "._sync.resources.message_sending": "Sending",
                "._sync.resources.messages": "Messages",
                "._sync.resources.people": "People",
                "._transport.via_httpx.mapping": "AsyncHttpClient AsyncTransport HttpClient Transport",
                ".errors._context": "AnswerInfo CallInfo Issue PrivateTexts",
            }
        ),
    )
