"""What a call would send, or the error it raises."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk_client import Request
from beeper_sdk_client._request import JsonBody
from tests.generated.contract import Call


def sent(request: Request[Any]) -> Any:
    """The JSON that a request carries."""
    assert isinstance(request.body, JsonBody)
    return request.body.value


def error_message(call: Call, *args: Any, error: type[Exception] = ValueError, **arguments: Any) -> str:
    with pytest.raises((TypeError, ValueError)) as caught:
        call(*args, **arguments)
    assert caught.type is error
    return str(caught.value)
