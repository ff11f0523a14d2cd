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

from ._api import (
    AnsweredError,
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    DeliveryUncertain,
    InternalServerError,
    MissingScope,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    ResponseTooLarge,
    TokenExpired,
    UnprocessableEntityError,
)
from ._auth import LoginFailed, LoginRefused, RedirectPortTaken, TokenFileError, TokenStoreError
from ._base import BeeperError
from ._local import (
    ClientClosed,
    DryRun,
    MissingToken,
    NotSupportedByServer,
    PolicyRefused,
    WriteLimitReached,
    WriteRefused,
)
from ._lookup import AmbiguousMatch, IncompleteParticipants, NoMatch, PaginationStalled, SelfUserUnknown

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
