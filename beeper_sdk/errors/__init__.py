"""The exceptions that this SDK raises.

    BeeperError
    ├─ APIError                          a request was sent and failed
    │  ├─ APIConnectionError             no response: connection refused or lost
    │  │  └─ APITimeoutError             no response in time
    │  ├─ APIStatusError                 HTTP error response
    │  │  ├─ BadRequestError             400
    │  │  │  └─ OperationFailed          200 with success: false or an error
    │  │  ├─ AuthenticationError         401
    │  │  │  └─ TokenExpired             the server accepted this token before
    │  │  ├─ PermissionDeniedError       403
    │  │  │  └─ MissingScope             the token lacks a scope
    │  │  ├─ NotFoundError               404
    │  │  ├─ ConflictError               409
    │  │  ├─ UnprocessableEntityError    422
    │  │  ├─ RateLimitError              429
    │  │  └─ InternalServerError         500 and above, including nonstandard codes such as 520
    │  │     └─ ServerNotLoaded          Beeper Server has not loaded its accounts
    │  ├─ NotSupportedByServer           the app does not support the operation
    │  ├─ AssetUnavailable               the file of an attachment cannot be fetched, now or later
    │  ├─ AssetIncomplete                a part of the file of an attachment is missing
    │  ├─ SubscriptionRejected           the server rejected a subscription to events
    │  ├─ ResponseDecodeError            the response cannot be decoded
    │  │  └─ ResponseTooLarge            the response exceeds max_response_bytes
    │  └─ DeliveryUncertain              the request may have succeeded; it was not retried
    ├─ MissingToken                      not sent: the operation requires a token
    ├─ TokenFunctionError                not sent: the access_token function called its own client
    ├─ WriteRefused                      not sent: the client is read-only
    │  └─ PolicyRefused                  not sent: the client's WritePolicy does not allow it
    │     ├─ WriteLimitReached           not sent: the policy's write limit is reached
    │     └─ DryRun                      not sent: the policy is a dry run
    ├─ NetworkLimit                      not sent: the network of the chat does not allow it
    ├─ ClientClosed                      the client is closed
    ├─ StreamConsumed                    the body of a stream was already read
    ├─ PositionInUse                     another process or iteration uses the position of a change stream
    ├─ PaginationStalled                 the server repeats pages (only raised by strict pagers)
    ├─ IncompleteParticipants            the server returned only some of the participants
    ├─ IncompleteSearch                  the contacts of an account could not be searched
    ├─ SelfUserUnknown                   the current user cannot be determined
    ├─ MatchError                        a name does not match exactly one person or chat
    │  ├─ AmbiguousMatch                 several people or chats match
    │  └─ NoMatch                        no person or chat matches
    ├─ UnknownNetwork                    no account and no chat is on the network
    ├─ LoginFailed                       the login did not produce a token
    │  ├─ LoginRefused                   the user denied access in the browser
    │  └─ RedirectPortTaken              the port for the browser's redirect is not available
    └─ TokenStoreError                   a stored token cannot be read, written or trusted
       └─ TokenFileError                 the same, for the token file

All exceptions can be pickled. Their text, repr and pickle contain no response text, token or ID, because a response may
quote private data. They contain its status, its error code and the names of the fields it rejected. Attributes that
hold private data (people, chats, a request, an upload, what the server said in ``server_message`` and ``issues``) exist
in memory only. Invalid arguments raise TypeError or ValueError before anything is sent.
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
    from ._api import CausedError as CausedError
    from ._api import ConflictError as ConflictError
    from ._api import DeliveryUncertain as DeliveryUncertain
    from ._api import InternalServerError as InternalServerError
    from ._api import MissingScope as MissingScope
    from ._api import NotFoundError as NotFoundError
    from ._api import NotSupportedByServer as NotSupportedByServer
    from ._api import OperationFailed as OperationFailed
    from ._api import PermissionDeniedError as PermissionDeniedError
    from ._api import RateLimitError as RateLimitError
    from ._api import ResponseDecodeError as ResponseDecodeError
    from ._api import ResponseTooLarge as ResponseTooLarge
    from ._api import ServerNotLoaded as ServerNotLoaded
    from ._api import SubscriptionRejected as SubscriptionRejected
    from ._api import TokenExpired as TokenExpired
    from ._api import UnprocessableEntityError as UnprocessableEntityError
    from ._assets import AssetIncomplete as AssetIncomplete
    from ._assets import AssetUnavailable as AssetUnavailable
    from ._base import BeeperError as BeeperError
    from ._local import AmbiguousMatch as AmbiguousMatch
    from ._local import ClientClosed as ClientClosed
    from ._local import DryRun as DryRun
    from ._local import IncompleteParticipants as IncompleteParticipants
    from ._local import IncompleteSearch as IncompleteSearch
    from ._local import LoginFailed as LoginFailed
    from ._local import LoginRefused as LoginRefused
    from ._local import MatchError as MatchError
    from ._local import MissingToken as MissingToken
    from ._local import NoMatch as NoMatch
    from ._local import PaginationStalled as PaginationStalled
    from ._local import PolicyRefused as PolicyRefused
    from ._local import PositionInUse as PositionInUse
    from ._local import RedirectPortTaken as RedirectPortTaken
    from ._local import SelfUserUnknown as SelfUserUnknown
    from ._local import StreamConsumed as StreamConsumed
    from ._local import TokenFileError as TokenFileError
    from ._local import TokenFunctionError as TokenFunctionError
    from ._local import TokenStoreError as TokenStoreError
    from ._local import WriteLimitReached as WriteLimitReached
    from ._local import WriteRefused as WriteRefused
    from ._network import NetworkLimit as NetworkLimit
    from ._network import UnknownNetwork as UnknownNetwork

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AmbiguousMatch",
    "AnsweredError",
    "AssetIncomplete",
    "AssetUnavailable",
    "AuthenticationError",
    "BadRequestError",
    "BeeperError",
    "CausedError",
    "ClientClosed",
    "ConflictError",
    "DeliveryUncertain",
    "DryRun",
    "IncompleteParticipants",
    "IncompleteSearch",
    "InternalServerError",
    "LoginFailed",
    "LoginRefused",
    "MatchError",
    "MissingScope",
    "MissingToken",
    "NetworkLimit",
    "NoMatch",
    "NotFoundError",
    "NotSupportedByServer",
    "OperationFailed",
    "PaginationStalled",
    "PermissionDeniedError",
    "PolicyRefused",
    "PositionInUse",
    "RateLimitError",
    "RedirectPortTaken",
    "ResponseDecodeError",
    "ResponseTooLarge",
    "SelfUserUnknown",
    "ServerNotLoaded",
    "StreamConsumed",
    "SubscriptionRejected",
    "TokenExpired",
    "TokenFileError",
    "TokenFunctionError",
    "TokenStoreError",
    "UnknownNetwork",
    "UnprocessableEntityError",
    "WriteLimitReached",
    "WriteRefused",
]

if not TYPE_CHECKING:
    from .._core.util.lazy import lazy

    _LOCAL = (
        "AmbiguousMatch ClientClosed DryRun IncompleteParticipants IncompleteSearch LoginFailed LoginRefused "
        "MatchError MissingToken NoMatch PaginationStalled PolicyRefused PositionInUse RedirectPortTaken "
        "SelfUserUnknown StreamConsumed TokenFileError TokenFunctionError TokenStoreError "
        "WriteLimitReached WriteRefused"
    )
    __getattr__, __dir__ = lazy(
        __name__,
        dict.fromkeys(__all__, "._api")
        | dict.fromkeys(_LOCAL.split(), "._local")
        | {
            "AssetIncomplete": "._assets",
            "AssetUnavailable": "._assets",
            "BeeperError": "._base",
            "NetworkLimit": "._network",
            "UnknownNetwork": "._network",
        },
    )
