"""Everything this SDK raises of its own.

    BeeperError
    ├─ APIError                          a call went out and failed
    │  ├─ APIConnectionError             no answer: nobody there, cut off
    │  │  └─ APITimeoutError             no answer in time
    │  ├─ APIStatusError                 an answer that says no
    │  │  ├─ BadRequestError             400
    │  │  ├─ AuthenticationError         401
    │  │  │  └─ TokenExpired             the token was good once
    │  │  ├─ PermissionDeniedError       403
    │  │  │  └─ MissingScope             the token lacks a scope
    │  │  ├─ NotFoundError               404
    │  │  ├─ ConflictError               409
    │  │  ├─ UnprocessableEntityError    422
    │  │  ├─ RateLimitError              429
    │  │  └─ InternalServerError         500 and above, 520 and the like too
    │  ├─ ResponseDecodeError            an answer that cannot be read
    │  │  └─ ResponseTooLarge            it is longer than the client takes
    │  └─ DeliveryUncertain              nobody can say whether it happened; never sent again
    ├─ MissingToken                      refused before sending: the operation needs a token
    ├─ WriteRefused                      refused before sending: the client only reads
    │  └─ PolicyRefused                  its WritePolicy does not allow it
    │     ├─ WriteLimitReached           not now: too many of late
    │     └─ DryRun                      it was only rehearsed
    ├─ ClientClosed                      refused before sending: the client was closed
    ├─ PaginationStalled                 pages repeat and the caller asked to be told
    ├─ IncompleteParticipants            the server kept members back
    ├─ SelfUserUnknown                   who "I" am cannot be told
    ├─ AmbiguousMatch                    more than one fits
    ├─ NoMatch                           none fits
    ├─ LoginFailed                       no token came of a log-in
    │  ├─ LoginRefused                   the person at the browser said no
    │  └─ RedirectPortTaken              another program listens where the browser should come back to
    ├─ TokenStoreError                   a kept token cannot be read, written or trusted
    │  └─ TokenFileError                 the file of tokens
    └─ NotSupportedByServer              this app is too old, or too new

All of them pickle. None tells text of an answer, a token, or an id: an answer may quote private data. What is kept of
it is its status, its error code, and the names of the fields it complains about. What a few hold for the program that
catches them (people, chats, a request) is in memory only. Wrong arguments are Python's own TypeError and ValueError,
raised before anything is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._api import AnsweredError as AnsweredError
    from ._api import APIConnectionError as APIConnectionError
    from ._api import APIError as APIError
    from ._api import APIStatusError as APIStatusError
    from ._api import APITimeoutError as APITimeoutError
    from ._api import AuthenticationError as AuthenticationError
    from ._api import BadRequestError as BadRequestError
    from ._api import ConflictError as ConflictError
    from ._api import DeliveryUncertain as DeliveryUncertain
    from ._api import InternalServerError as InternalServerError
    from ._api import MissingScope as MissingScope
    from ._api import NotFoundError as NotFoundError
    from ._api import PermissionDeniedError as PermissionDeniedError
    from ._api import RateLimitError as RateLimitError
    from ._api import ResponseDecodeError as ResponseDecodeError
    from ._api import ResponseTooLarge as ResponseTooLarge
    from ._api import TokenExpired as TokenExpired
    from ._api import UnprocessableEntityError as UnprocessableEntityError
    from ._base import BeeperError as BeeperError
    from ._local import AmbiguousMatch as AmbiguousMatch
    from ._local import ClientClosed as ClientClosed
    from ._local import DryRun as DryRun
    from ._local import IncompleteParticipants as IncompleteParticipants
    from ._local import LoginFailed as LoginFailed
    from ._local import LoginRefused as LoginRefused
    from ._local import MissingToken as MissingToken
    from ._local import NoMatch as NoMatch
    from ._local import NotSupportedByServer as NotSupportedByServer
    from ._local import PaginationStalled as PaginationStalled
    from ._local import PolicyRefused as PolicyRefused
    from ._local import RedirectPortTaken as RedirectPortTaken
    from ._local import SelfUserUnknown as SelfUserUnknown
    from ._local import TokenFileError as TokenFileError
    from ._local import TokenStoreError as TokenStoreError
    from ._local import WriteLimitReached as WriteLimitReached
    from ._local import WriteRefused as WriteRefused

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AmbiguousMatch",
    "AnsweredError",
    "AuthenticationError",
    "BadRequestError",
    "BeeperError",
    "ClientClosed",
    "ConflictError",
    "DeliveryUncertain",
    "DryRun",
    "IncompleteParticipants",
    "InternalServerError",
    "LoginFailed",
    "LoginRefused",
    "MissingScope",
    "MissingToken",
    "NoMatch",
    "NotFoundError",
    "NotSupportedByServer",
    "PaginationStalled",
    "PermissionDeniedError",
    "PolicyRefused",
    "RateLimitError",
    "RedirectPortTaken",
    "ResponseDecodeError",
    "ResponseTooLarge",
    "SelfUserUnknown",
    "TokenExpired",
    "TokenFileError",
    "TokenStoreError",
    "UnprocessableEntityError",
    "WriteLimitReached",
    "WriteRefused",
]

if not TYPE_CHECKING:
    from .._core.util.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        {
            "APIConnectionError": "._api",
            "APIError": "._api",
            "APIStatusError": "._api",
            "APITimeoutError": "._api",
            "AmbiguousMatch": "._local",
            "AnsweredError": "._api",
            "AuthenticationError": "._api",
            "BadRequestError": "._api",
            "BeeperError": "._base",
            "ClientClosed": "._local",
            "ConflictError": "._api",
            "DeliveryUncertain": "._api",
            "DryRun": "._local",
            "IncompleteParticipants": "._local",
            "InternalServerError": "._api",
            "LoginFailed": "._local",
            "LoginRefused": "._local",
            "MissingScope": "._api",
            "MissingToken": "._local",
            "NoMatch": "._local",
            "NotFoundError": "._api",
            "NotSupportedByServer": "._local",
            "PaginationStalled": "._local",
            "PermissionDeniedError": "._api",
            "PolicyRefused": "._local",
            "RateLimitError": "._api",
            "RedirectPortTaken": "._local",
            "ResponseDecodeError": "._api",
            "ResponseTooLarge": "._api",
            "SelfUserUnknown": "._local",
            "TokenExpired": "._api",
            "TokenFileError": "._local",
            "TokenStoreError": "._local",
            "UnprocessableEntityError": "._api",
            "WriteLimitReached": "._local",
            "WriteRefused": "._local",
        },
    )
