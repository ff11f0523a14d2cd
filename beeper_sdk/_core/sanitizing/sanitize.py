"""`sanitize`: copies of responses that can be shared, as fixtures or in a bug report. See docs/privacy.md."""

from __future__ import annotations

import os
from collections.abc import Mapping
from copy import copy
from functools import cache, lru_cache
from typing import Any, TypeGuard, TypeVar

from ..calls.response import Response
from ..generated import base
from ..paging.page_walk import SearchPage, WalkedPage
from .public_words import field_marks
from .walker import Walker

T = TypeVar("T")
_MIN_KEY_LENGTH = 16
_KEPT_HEADERS = frozenset({"content-type", "content-length", "date", "retry-after", "x-beeper-desktop-version"})


def sanitize(obj: T, *, key: bytes | str | None = None, as_: type[base.Model] | None = None) -> T:
    """A copy with pseudonyms in place of all texts, names, numbers, mails, links, ids and secrets; of the same type.

    The same person, chat or message gets the same pseudonym in all calls with the same key, so references still
    match, and different chats, people and messages stay different. Ids, numbers and links keep their shape, texts
    their length and tags. Timestamps, sizes, flags and kinds stay. What the spec does not know counts as personal.

    Pseudonyms are keyed hashes. Of ids of four to about seven characters, two can have the same hash: the one that is
    sanitized first gets it, the other gets its next hash. So these stay different, but can change places in another
    run. Texts of a few letters can become equal.

    Args:
        obj: A model, a page, a `Response`, JSON, or lists, tuples and dicts of them. It is not changed.
        key: Makes the pseudonyms: 16 bytes or characters or more. Keep it secret: whoever has it can test guesses of
            names and numbers. Without it, ``BEEPER_SANITIZE_KEY`` is used, and without that a random key that is kept
            nowhere: the next run of the program makes other pseudonyms.
        as_: The model that JSON in `obj` is of. JSON of no known model loses all its texts and numbers.

    Raises:
        TypeError: `obj` holds something that is neither a model nor JSON.
        ValueError: `key` is too short, or JSON is not of the model `as_`; the text names the place.
    """
    if as_ is not None and not _is_model(as_):
        raise TypeError("as_ takes a model such as models.Chat")
    sanitized: Any = _Copier(_walker(_key(key)), as_).copy(obj)
    return sanitized  # type: ignore[no-any-return]  # the copy is of the type of the original


@lru_cache(maxsize=4)
def _walker(key: bytes) -> Walker:
    """One walker for all calls with a key, so that collisions of short ids are resolved alike in all of them."""
    return Walker(key)


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, base.Model)


class _Copier:
    """Copies containers and replaces what is in them."""

    def __init__(self, walker: Walker, model: type[base.Model] | None) -> None:
        self._walker = walker
        self._model = model

    def copy(self, obj: Any, mark: str | None = None) -> Any:
        """A sanitized copy; `mark` is that of the field that holds the object."""
        if isinstance(obj, base.Model):
            return type(obj).from_dict(self._walker.model(obj))
        if _is_response(obj):
            return Response(obj.status, self.copy(obj.value), _headers(obj.headers), obj.server_version, obj.request_id)
        if _is_page(obj):
            return self._page(obj)
        if base.is_object(obj):
            return self._mapping(obj)
        if base.is_list(obj):
            return [self.copy(item, mark) for item in obj]
        if _is_tuple(obj):
            return tuple(self.copy(item, mark) for item in obj)
        return self._walker.undocumented(obj, mark)

    def _mapping(self, obj: Mapping[Any, Any]) -> dict[Any, Any]:
        if self._model is not None and not any(isinstance(value, base.Model) for value in obj.values()):
            return self._walker.model(base.decode(self._model.from_dict, obj))
        return {
            self._walker.map_key(name) if isinstance(name, str) else name: self.copy(value, field_marks().get(name))
            for name, value in obj.items()
        }

    def _page(self, page: WalkedPage[Any]) -> WalkedPage[Any]:
        """A page whose checkpoint cannot be resumed, as its cursor is a pseudonym too."""
        sanitized = copy(page)
        sanitized.items = self.copy(list(page.items))
        position = page._position  # noqa: SLF001 - users see its text only, as `checkpoint`
        sanitized._position = position._replace(  # noqa: SLF001
            cursor=position.cursor and self._walker.cursor(position.cursor),
            seen=tuple(map(self._walker.map_key, position.seen)),
        )
        if isinstance(sanitized, SearchPage):
            sanitized.chats = self.copy(dict(sanitized.chats))
        return sanitized


def _is_response(obj: object) -> TypeGuard[Response[Any]]:
    return isinstance(obj, Response)


def _is_page(obj: object) -> TypeGuard[WalkedPage[Any]]:
    return isinstance(obj, WalkedPage)


def _is_tuple(obj: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(obj, tuple)


def _headers(headers: Mapping[str, str]) -> Mapping[str, str]:
    """The headers that say nothing of a person, in a mapping of the same type."""
    kept: Any = copy(headers)
    for name in list(headers):
        if name.lower() not in _KEPT_HEADERS:
            del kept[name]
    result: Mapping[str, str] = kept
    return result


def _key(given: bytes | str | None) -> bytes:
    source = "BEEPER_SANITIZE_KEY" if given is None else "key"
    key = os.environ.get("BEEPER_SANITIZE_KEY") or _key_of_this_run() if given is None else given
    if not isinstance(key, bytes | str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a checker
        raise TypeError(f"key takes bytes or text, not {type(key).__name__}")
    if len(key) < _MIN_KEY_LENGTH:
        wanted = f"{_MIN_KEY_LENGTH} bytes or characters or more, such as secrets.token_hex() makes"
        raise ValueError(f"{source} takes {wanted}")
    return key.encode("utf-8", "surrogatepass") if isinstance(key, str) else key


@cache
def _key_of_this_run() -> bytes:
    return os.urandom(32)
