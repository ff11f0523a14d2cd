"""`sanitize`: copies of responses that can be shared, as fixtures or in a bug report. See docs/guides/privacy.md."""

from __future__ import annotations

import os
from collections.abc import Mapping
from copy import copy
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

from ..calls.response import Response
from ..generated import base, incomplete
from ..paging.pagination import ListPage
from ..paging.search_page import SearchPage
from ..util.validation import check_kind
from .walker import Walker
from .words import field_marks

if TYPE_CHECKING:
    from ..generated import Model

T = TypeVar("T")
_MIN_KEY_LENGTH = 16
_KEPT_HEADERS = frozenset({"content-type", "content-length", "date", "retry-after", "x-beeper-desktop-version"})


def sanitize(obj: T, *, key: bytes | str | None = None, as_: type[Model] | None = None) -> T:
    """A copy of the same type with pseudonyms instead of all texts, names, numbers, addresses, links, IDs and secrets.

    The same person, chat or message gets the same pseudonym in all calls with the same key, so references still match,
    and different chats, people and messages remain different. IDs, numbers and links keep their shape, texts keep
    their length and tags. Timestamps, sizes, flags and types are unchanged. Fields that the spec does not know are
    replaced, too.

    Pseudonyms are keyed hashes. Two IDs of four to about seven characters can have the same hash: then the second one
    gets its next hash. So they remain different, but may be exchanged in another run. Texts of a few letters can become
    equal.

    Args:
        obj: A model, a page, a `Response`, JSON, or lists, tuples and dicts of them. It is not changed.
        key: The key of the pseudonyms, at least 16 bytes or characters. Keep it secret: anyone who has it can test
            guesses of names and numbers. Default: ``BEEPER_SANITIZE_KEY``, or else a random key that is not stored, so
            that the next run of the program creates other pseudonyms.
        as_: The model of the JSON in `obj`. Without it, all strings and numbers in JSON are replaced.

    Raises:
        TypeError: `obj` contains something that is neither a model nor JSON.
        ValueError: `key` is too short, or the JSON does not match the model `as_`. The message contains the path.
    """
    if as_ is not None and not _is_model(as_):
        raise TypeError("as_ must be a model class, such as models.Chat")
    sanitized: Any = _Copier(_walker(_key(key)), as_).copy(obj)
    return sanitized  # type: ignore[no-any-return]  # the copy is of the type of the original


@lru_cache(maxsize=4)
def _walker(key: bytes) -> Walker:
    """One walker for all calls with a key, so that collisions of short ids are resolved alike in all of them."""
    return Walker(key)


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, base.Model)


class _Copier:
    """Copies containers and replaces their contents."""

    def __init__(self, walker: Walker, model: type[base.Model] | None) -> None:
        self._walker = walker
        self._model = model

    def copy(self, obj: Any, mark: str | None = None) -> Any:
        """A sanitized copy; `mark` is that of the field that holds the object."""
        if isinstance(obj, base.Model):
            raw = obj.to_dict()
            if not base.is_object(raw):  # an item of a list that is not a JSON object
                return incomplete.unreadable_item(type(obj), self._walker.undocumented(raw))
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
            return self._walker.model(base.decode(base.reader(self._model), obj))
        return {
            self._walker.map_key(name) if isinstance(name, str) else name: self.copy(value, field_marks().get(name))
            for name, value in obj.items()
        }

    def _page(self, page: ListPage[Any]) -> ListPage[Any]:
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


def _is_page(obj: object) -> TypeGuard[ListPage[Any]]:
    return isinstance(obj, ListPage)


def _is_tuple(obj: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(obj, tuple)


def _headers(headers: Mapping[str, str]) -> Mapping[str, str]:
    """The headers without personal data, in a mapping of the same type."""
    kept: Any = copy(headers)
    for name in list(headers):
        if name.lower() not in _KEPT_HEADERS:
            del kept[name]
    result: Mapping[str, str] = kept
    return result


def _key(given: bytes | str | None) -> bytes:
    source = "BEEPER_SANITIZE_KEY" if given is None else "key"
    key = os.environ.get("BEEPER_SANITIZE_KEY") or _key_of_this_run() if given is None else given
    check_kind("key", key, bytes | str, "bytes or str")
    if len(key) < _MIN_KEY_LENGTH:
        raise ValueError(
            f"{source} must have at least {_MIN_KEY_LENGTH} bytes or characters; create one with secrets.token_hex()"
        )
    return key.encode("utf-8", "surrogatepass") if isinstance(key, str) else key


@cache
def _key_of_this_run() -> bytes:
    return os.urandom(32)
