"""Classes for type annotations: those that methods return or accept, but users do not create themselves.

    from beeper_sdk.types import Pager, Person, Stream

Each is imported when it is first used. Transports and HTTP clients are those of httpx.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._async.engine.stream import AsyncStream
    from ._async.people.roster import AsyncRoster
    from ._async.resources.accounts import AsyncAccounts
    from ._async.resources.chats import AsyncChats
    from ._async.resources.message_search import AsyncSearch, AsyncSearchPager
    from ._async.resources.messages import AsyncMessages
    from ._async.resources.people import AsyncPeople
    from ._core.calls.raw_request import QueryValue
    from ._core.config.credentials import TokenSource
    from ._core.config.retry_policy import Decide
    from ._core.config.settings import ApiGeneration, Guard, Headers
    from ._core.delivery.results import DeliveryStatus, Pending, SendOutcome, SentStatus
    from ._core.diagnostics.findings import Diagnose, Finding
    from ._core.generated import AnyRequest, AsyncPager, Effect, Json, Model, Page, Pager, Unset
    from ._core.http.outcome import FailureKind
    from ._core.paging.pagination import ListPage, SearchPage
    from ._core.people.names import Person
    from ._core.people.unlisted_accounts import UnlistedAccount
    from ._core.times import When
    from ._sync.engine.stream import Stream
    from ._sync.people.roster import Roster
    from ._sync.resources.accounts import Accounts
    from ._sync.resources.chats import Chats
    from ._sync.resources.message_search import Search, SearchPager
    from ._sync.resources.messages import Messages
    from ._sync.resources.people import People
    from ._transport.httpx_mapping import AsyncHttpClient, AsyncTransport, HttpClient, Transport
    from .errors._context import AnswerInfo, CallInfo, Issue, PrivateTexts

__all__ = [
    "Accounts",
    "AnswerInfo",
    "AnyRequest",
    "ApiGeneration",
    "AsyncAccounts",
    "AsyncChats",
    "AsyncHttpClient",
    "AsyncMessages",
    "AsyncPager",
    "AsyncPeople",
    "AsyncRoster",
    "AsyncSearch",
    "AsyncSearchPager",
    "AsyncStream",
    "AsyncTransport",
    "CallInfo",
    "Chats",
    "Decide",
    "DeliveryStatus",
    "Diagnose",
    "Effect",
    "FailureKind",
    "Finding",
    "Guard",
    "Headers",
    "HttpClient",
    "Issue",
    "Json",
    "ListPage",
    "Messages",
    "Model",
    "Page",
    "Pager",
    "Pending",
    "People",
    "Person",
    "PrivateTexts",
    "QueryValue",
    "Roster",
    "Search",
    "SearchPage",
    "SearchPager",
    "SendOutcome",
    "SentStatus",
    "Stream",
    "TokenSource",
    "Transport",
    "UnlistedAccount",
    "Unset",
    "When",
]

if not TYPE_CHECKING:
    from ._core.util.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        {
            "Accounts": "._sync.resources.accounts",
            "AnswerInfo": ".errors._context",
            "AnyRequest": "._core.generated",
            "ApiGeneration": "._core.config.settings",
            "AsyncAccounts": "._async.resources.accounts",
            "AsyncChats": "._async.resources.chats",
            "AsyncHttpClient": "._transport.httpx_mapping",
            "AsyncMessages": "._async.resources.messages",
            "AsyncPager": "._core.generated",
            "AsyncPeople": "._async.resources.people",
            "AsyncRoster": "._async.people.roster",
            "AsyncSearch": "._async.resources.message_search",
            "AsyncSearchPager": "._async.resources.message_search",
            "AsyncStream": "._async.engine.stream",
            "AsyncTransport": "._transport.httpx_mapping",
            "CallInfo": ".errors._context",
            "Chats": "._sync.resources.chats",
            "Decide": "._core.config.retry_policy",
            "DeliveryStatus": "._core.delivery.results",
            "Diagnose": "._core.diagnostics.findings",
            "Effect": "._core.generated",
            "FailureKind": "._core.http.outcome",
            "Finding": "._core.diagnostics.findings",
            "Guard": "._core.config.settings",
            "Headers": "._core.config.settings",
            "HttpClient": "._transport.httpx_mapping",
            "Issue": ".errors._context",
            "Json": "._core.generated",
            "Messages": "._sync.resources.messages",
            "Model": "._core.generated",
            "Page": "._core.generated",
            "Pager": "._core.generated",
            "Pending": "._core.delivery.results",
            "People": "._sync.resources.people",
            "Person": "._core.people.names",
            "PrivateTexts": ".errors._context",
            "QueryValue": "._core.calls.raw_request",
            "Roster": "._sync.people.roster",
            "Search": "._sync.resources.message_search",
            "SearchPage": "._core.paging.pagination",
            "SearchPager": "._sync.resources.message_search",
            "SendOutcome": "._core.delivery.results",
            "SentStatus": "._core.delivery.results",
            "Stream": "._sync.engine.stream",
            "TokenSource": "._core.config.credentials",
            "Transport": "._transport.httpx_mapping",
            "UnlistedAccount": "._core.people.unlisted_accounts",
            "Unset": "._core.generated",
            "ListPage": "._core.paging.pagination",
            "When": "._core.times",
        },
    )
