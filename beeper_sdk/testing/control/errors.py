"""The responses for errors that the methods of Python raise."""

from __future__ import annotations

import logging
import re

from ..wire.errors import CODES
from ..wire.json_values import Json, dumps
from ..wire.requests import ServerResponse
from .arguments import WrongError
from .verbs import Verb

_log = logging.getLogger("beeper_sdk.testing")
JSON = ("content-type", "application/json; charset=utf-8")
_UNKNOWN = "there is no "
"""How messages about a name that nothing has begin, throughout the fake server."""


_JSON_TERMS = (
    (r"\ba str\b", "a string"),
    (r"\bof str\b", "of strings"),
    (r"\ban int\b", "an integer"),
    (r"\ba mapping\b", "an object"),
    (r"\ba timedelta\b", "a duration"),
    (r"\b(?:an aware|a) datetime\b", "a date and time"),
    (r", (?:e\.g\. tzinfo=UTC|such as datetime\.UTC)", ", such as Z"),
    (r"\b(\w+)=True\b", r"\1: true"),
)
"""Words of Python in messages, and those that clients in other languages have for them."""


def error(
    status: int, message: str, *, code: str | None = None, argument: str | None = None, **headers: str
) -> ServerResponse:
    """A response with an error."""
    body: Json = {"message": message, "code": code or CODES[status]}
    if argument is not None:
        body["argument"] = argument
    return ServerResponse(status, (JSON, *headers.items()), dumps(body))


def raised(verb: Verb, problem: Exception) -> ServerResponse:
    """The response for an exception of a verb."""
    message = _in_json_terms(str(problem))
    if isinstance(problem, WrongError):
        return error(problem.status, problem.message, argument=problem.argument)
    if isinstance(problem, AssertionError):
        return error(409, message, code="assertion_failed")
    if isinstance(problem, ValueError | TypeError):
        return error(404 if message.startswith(_UNKNOWN) else 422, message, argument=_argument(verb, message))
    if isinstance(problem, RuntimeError | OSError):
        return error(409, message)
    _log.error("The fake server failed in %s", verb.name, exc_info=problem)
    return error(500, "Internal server error")


def _in_json_terms(message: str) -> str:
    for word, term in _JSON_TERMS:
        message = re.sub(word, term, message)
    return message


def _argument(verb: Verb, message: str) -> str | None:
    """The argument that a message is about: it begins with its name."""
    words = message.replace("the contents in ", "").replace("an item of ", "").split(maxsplit=1)
    return next((one.name for one in verb.arguments if words and one.name == words[0]), None)
