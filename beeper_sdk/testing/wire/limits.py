"""How large an upload can be. It is refused before its body is read if its head says that it is too large.

The documents name the limits, and no status for what exceeds them; 413 is not among the responses that they list for
these operations. Here it is 400.
"""

from __future__ import annotations

from .errors import Refused
from .requests import Call

FILE_BYTES = 500_000_000
"""The largest file: 500 MB."""
_BASE64_CHARACTERS = 750_000_000
_REST_BYTES = 1_000_000
"""What a body contains besides the file: the parts of a form or the names of JSON, with a file name."""
_BODIES = {"assets.upload": FILE_BYTES + _REST_BYTES, "assets.upload_base64": _BASE64_CHARACTERS + _REST_BYTES}


def too_large() -> Refused:
    """A file is too large."""
    return Refused(400, f"The file is larger than {FILE_BYTES // 1_000_000} MB")


def check_size(call: Call) -> None:
    """Refuse a request whose body cannot be an acceptable upload."""
    length, most = call.headers.get("content-length", ""), _BODIES.get(call.operation_id)
    if most is not None and length.isdecimal() and int(length) > most:
        raise too_large()
