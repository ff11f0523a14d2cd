"""`sanitize`: copies of answers that can be shown to others, as fixtures or in a bug report. See docs/privacy.md."""

from __future__ import annotations

import os
from collections.abc import Mapping
from copy import copy
from functools import cache
from typing import Any, TypeGuard, TypeVar

from ..calls.response import Response
from ..generated import base
from ..paging.page_walk import SearchPage, WalkedPage
from .public_words import marks
from .walker import Walker

T = TypeVar("T")
_SHORTEST = 16
_HEADERS = frozenset({"content-type", "content-length", "date", "retry-after", "x-beeper-desktop-version"})
"""Headers that are kept, of a `Response`."""


def sanitize(obj: T, *, key: bytes | str | None = None, as_: type[base.Model] | None = None) -> T:
    """A copy with pseudonyms in place of all texts, names, numbers, mails, links, ids and secrets; of the same type.

    The same person, chat or message gets the same pseudonym wherever it comes, also in other calls with the same
    key, so what refers to something goes on doing so; chats, people and messages that differ stay different. Ids,
    numbers and links keep their shape, texts their length and tags. Timestamps, sizes, flags and kinds stay.
    What the spec does not know is taken for personal.

    Args:
        obj: A model, a page, a `Response`, JSON, or lists, tuples and dicts of them. It is not changed.
        key: Makes the pseudonyms: 16 bytes or characters or more, to be kept secret, for whoever has it can try
            names and numbers until one fits. Without one it is ``BEEPER_SANITIZE_KEY``, and without that another
            one each time a program runs, kept nowhere: the next run makes other pseudonyms.
        as_: The model that JSON in `obj` is of. JSON of no known model loses all its texts and numbers.

    Raises:
        TypeError: `obj` holds something that is neither a model nor JSON.
        ValueError: `key` is too short, or JSON is not of the model `as_`; the text names the place.
    """
    if as_ is not None and not _is_model(as_):
        raise TypeError("as_ takes a model such as models.Chat")
    found: Any = _Copier(Walker(_key(key)), as_).copy(obj)
    return found  # type: ignore[no-any-return]  # the walk gives back what it is given


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, base.Model)


class _Copier:
    """Copies containers, and hands what is in them to the walker."""

    def __init__(self, walker: Walker, model: type[base.Model] | None) -> None:
        self._walker = walker
        self._model = model

    def copy(self, obj: Any, mark: str | None = None) -> Any:
        """The copy of anything; the mark is that of the field it stands in."""
        if isinstance(obj, base.Model):
            return type(obj).from_dict(self._walker.model(obj))
        if _is_response(obj):
            return Response(obj.status, self.copy(obj.value), _headers(obj.headers), obj.server_version, obj.request_id)
        if _is_page(obj):
            return self._page(obj)
        if base.is_object(obj):
            return self._mapping(obj)
        if base.is_list(obj):
            return [self.copy(each, mark) for each in obj]
        if _is_tuple(obj):
            return tuple(self.copy(each, mark) for each in obj)
        return self._walker.free(obj, mark)

    def _mapping(self, obj: Mapping[Any, Any]) -> dict[Any, Any]:
        if self._model is not None and not any(isinstance(value, base.Model) for value in obj.values()):
            return self._walker.model(base.decode(self._model.from_dict, obj))
        return {
            self._walker.key(name) if isinstance(name, str) else name: self.copy(value, marks().get(name))
            for name, value in obj.items()
        }

    def _page(self, page: WalkedPage[Any]) -> WalkedPage[Any]:
        """A page whose checkpoint leads nowhere, as its cursor is a pseudonym too."""
        made = copy(page)
        made.items = self.copy(list(page.items))
        made.position = page.position._replace(
            cursor=page.position.cursor and self._walker.cursor(page.position.cursor),
            seen=tuple(map(self._walker.key, page.position.seen)),
        )
        if isinstance(made, SearchPage):
            made.chats = self.copy(dict(made.chats))
        return made


def _is_response(obj: object) -> TypeGuard[Response[Any]]:
    return isinstance(obj, Response)


def _is_page(obj: object) -> TypeGuard[WalkedPage[Any]]:
    return isinstance(obj, WalkedPage)


def _is_tuple(obj: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(obj, tuple)


def _headers(headers: Mapping[str, str]) -> Mapping[str, str]:
    """The headers that say nothing of a person, in a mapping of the same kind."""
    kept: Any = copy(headers)
    for name in list(headers):
        if name.lower() not in _HEADERS:
            del kept[name]
    found: Mapping[str, str] = kept
    return found


def _key(given: bytes | str | None) -> bytes:
    source = "BEEPER_SANITIZE_KEY" if given is None else "key"
    key = os.environ.get("BEEPER_SANITIZE_KEY") or _of_this_run() if given is None else given
    if not isinstance(key, bytes | str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a checker
        raise TypeError(f"key takes bytes or text, not {type(key).__name__}")
    if len(key) < _SHORTEST:
        raise ValueError(f"{source} takes {_SHORTEST} bytes or characters or more, such as secrets.token_hex() makes")
    return key.encode("utf-8", "surrogatepass") if isinstance(key, str) else key


@cache
def _of_this_run() -> bytes:
    return os.urandom(32)
