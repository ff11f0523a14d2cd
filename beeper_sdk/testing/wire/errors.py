"""Refusals and their envelopes: each family of routes dresses its errors in its own way.

v1: ``{message, code, details?}``; v0: ``{error, code?, details?}``; OAuth: ``{error, error_description}``;
Matrix: ``{errcode, error}``. Services raise ``Refused``; what it looks like on the wire is decided here.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from .json_values import Json

Family: TypeAlias = Literal["v1", "v0", "oauth", "matrix"]

CODES = {
    400: "bad_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    409: "conflict",
    415: "unsupported_media_type",
    416: "range_not_satisfiable",
    422: "validation_error",
    429: "too_many_requests",
    500: "internal_server_error",
    502: "bad_gateway",
}
_MATRIX = {
    400: "M_BAD_JSON",
    401: "M_UNKNOWN_TOKEN",
    403: "M_FORBIDDEN",
    404: "M_NOT_FOUND",
    405: "M_UNRECOGNIZED",
    409: "M_CONFLICT",
    422: "M_INVALID_PARAM",
    429: "M_LIMIT_EXCEEDED",
}
_OAUTH = {
    401: "invalid_token",
    403: "insufficient_scope",
    404: "not_found",
    405: "invalid_request",
    500: "server_error",
}


class Refused(Exception):
    """A request is rejected, by the state of the server or a rule of the API."""

    def __init__(self, status: int, message: str, *, code: str | None = None, details: Json | None = None) -> None:
        super().__init__(message)
        self.status: int = status
        self.message: str = message
        self.code: str | None = code
        self.details: Json | None = details


def not_found(what: str) -> Refused:
    """Something asked for by id is not there."""
    return Refused(404, f"{what} not found")


def unauthorized() -> Refused:
    """No token, or one that is not, or no longer, good."""
    return Refused(401, "Unauthorized: Invalid or missing token")


def invalid(message: str, *path: str | int, code: str = "custom") -> Refused:
    """One field of the request is invalid."""
    issue: Json = {"code": code, "message": message, "path": list(path)}
    return Refused(422, "Request validation failed", details={"issues": [issue]})


def family_of(path: str) -> Family:
    """Which envelope the routes under a path use."""
    if path.startswith("/v0/"):
        return "v0"
    if path.startswith("/_matrix/"):
        return "matrix"
    # userinfo answers like the API itself since v1; all other OAuth routes follow RFC 6749.
    oauth = path.startswith(("/oauth/", "/.well-known/")) and path != "/oauth/userinfo"
    return "oauth" if oauth else "v1"


def envelope(refused: Refused, family: Family) -> Json:
    """The body of a refusal for a family of routes."""
    if family == "matrix":
        return {"errcode": refused.code or _MATRIX.get(refused.status, "M_UNKNOWN"), "error": refused.message}
    if family == "oauth":
        code = refused.code or _OAUTH.get(refused.status, "invalid_request")
        return {"error": code, "error_description": refused.message}
    code = refused.code or CODES.get(refused.status, "error")
    if family == "v0":
        return _v0(refused, code)
    body: Json = {"message": refused.message, "code": code}
    if refused.details is not None:
        body["details"] = refused.details
    return body


def _v0(refused: Refused, code: str) -> Json:
    body: Json = {"error": refused.message, "code": code}
    if refused.details is not None:
        issues: list[Json] = refused.details.get("issues", [])
        body["details"] = {".".join(map(str, issue["path"])): issue["message"] for issue in issues}
    return body


def work_in_progress(refused: Refused) -> Json:
    """The envelope of the unreleased v1 of October 2025; it names at most one field."""
    status = refused.status
    kind = "authentication_error" if status == 401 else "api_error" if status >= 500 else "invalid_request_error"
    error: Json = {"code": refused.code, "message": refused.message, "type": kind}
    issues: list[Json] = (refused.details or {}).get("issues", [])
    return {"error": error | ({"param": ".".join(map(str, issues[0]["path"]))} if issues else {})}
