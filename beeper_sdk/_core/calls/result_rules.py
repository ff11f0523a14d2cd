"""Which responses are results: no reported failure, and none without the ID that makes it usable."""

from __future__ import annotations

from ..generated import AnyOperation, base
from ..http.outcome import HttpResponse, ResponseHead

_FLAGS = b'"success"', b'"error"', b'"message"'
_LISTS = b'{"items":[{', b"["
"""How most large bodies start. They are results, and are not searched for the flags."""
_IDS = ("id", "chatID", "pendingMessageID", "uploadID", "loginSessionID", "room_id", "client_id", "access_token")


def is_success(answer: ResponseHead, operation: AnyOperation, decoder: object) -> bool:
    """Whether a response is a success. For streams, 304 (not modified) is one too.

    A ``success: false`` or an error with status 200 is none, unless the result shows it (v0), or is any JSON or a file.
    """
    status, name = answer.status_code, operation.name
    if not 200 <= status < 300:
        return status == 304 and operation.stream
    if not isinstance(answer, HttpResponse) or operation.stream or answer.content.startswith(_LISTS):
        return True
    if not any(flag in answer.content for flag in _FLAGS) or name.startswith(("request", "matrix.")):
        return True
    if name.startswith("v0.") and operation.effect != "read":
        return True
    from ..http.error_bodies import reported_failure

    return reported_failure(answer.content, decoder) is None


def missing_id(value: object) -> str | None:
    """The JSON name of an ID that a result is documented to have and lacks, unless it says ``success: false`` (v0)."""
    if not isinstance(value, base.Model) or getattr(value, "success", None) is False:
        return None
    names = base.attribute_names(type(value))
    ids = ((name, getattr(value, names[name])) for name in _IDS if name in names)
    return next((name for name, found in ids if not isinstance(found, str) or not found), None)
