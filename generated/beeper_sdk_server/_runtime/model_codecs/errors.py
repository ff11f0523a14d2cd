# @generated

"""Common model-codec errors; none of them carries the rejected value."""

from __future__ import annotations


class CodecError(Exception):
    """Base class for every model-codec failure."""


class ParameterEncodingError(CodecError):
    """Report a parameter value that its declared style cannot represent reversibly."""


class MalformedError(CodecError):
    """Report HTTP text that its style, percent-encoding, charset, or media framing cannot read."""
