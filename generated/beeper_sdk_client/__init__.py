# @generated

"""The operations and models of the Beeper API: `api` builds requests, `Client` sends them, `models` hold the responses.

Pass IDs as the API returned them: they are percent-encoded where they are part of a path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._lazy import by_module, lazy

if TYPE_CHECKING:
    from . import api as api
    from . import models as models
    from . import resources as resources
    from ._client import AsyncClient as AsyncClient
    from ._client import Client as Client
    from ._client import StatusError as StatusError
    from ._decoding import Content as Content
    from ._model import UNSET as UNSET
    from ._model import DecodeError as DecodeError
    from ._model import UnknownVariant as UnknownVariant
    from ._request import Request as Request
    from ._times import When as When

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        by_module(
            _client="AsyncClient Client StatusError",
            _decoding="Content",
            _model="DecodeError UnknownVariant UNSET",
            _request="Request",
            _times="When",
        ),
        (
            "api",
            "models",
            "resources",
        ),
    )
    __all__ = __dir__()
