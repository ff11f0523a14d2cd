# @generated


from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NoReturn, TypeAlias, TypeGuard, TypeVar

from ._times import canonical, format_time, from_unix, to_unix

if TYPE_CHECKING:
    from typing import Protocol, Self

    from ._display import Printer

    class Display(Protocol):
        """Shows models."""

        def text(self, model: Model) -> str | None:
            """The repr of a model; None for one that is shown like a call of its constructor."""
            ...

        def html(self, model: Model) -> str | None:
            """What a notebook shows of a model as HTML; None for nothing but the text."""
            ...


T = TypeVar("T")
M = TypeVar("M", bound="Model")
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
"""Any JSON value."""
TextStatus: TypeAlias = Literal["delivered", "failed", "not-seen", "unknown"]
Report: TypeAlias = Callable[[str, str], None]
"""Called with a JSON path and a description of the problem there. Neither contains a value of the response."""
DECODE_ERRORS = (KeyError, TypeError, ValueError, AttributeError)
"""What generated readers raise for JSON of another shape than documented."""
new = object.__new__
_shared: dict[str, str] = {}
share = _shared.setdefault
"""Returns the equal string that was read before, if any: the ID of a chat is in each of its messages. Emptied after
each response. (`sys.intern` is not used: Python 3.12 and free-threaded builds never free such a string.)"""
SCALARS = frozenset({str, bool, int, float})
_PLAIN = SCALARS | {type(None)}
DISPLAYS: list[Callable[[], Display]] = []
"""Each returns what shows models, and is called when one is shown. The last one counts."""
_NO_READERS: Mapping[str, Callable[[Any], object]] = {}


class Unset(Enum):
    """The type of UNSET."""

    UNSET = "UNSET"
    """The only value."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Literal[Unset.UNSET] = Unset.UNSET
"""The default of arguments for which None has a meaning: it is sent as null, which clears a field."""


class DecodeError(ValueError):
    """A response does not have the documented shape.

    ``path`` is the JSON path of the problem (``$.items[1].id``); ``problem`` says what was expected there and
    which type was found. Neither contains a value of the response.
    """

    def __init__(self, path: str, problem: str) -> None:
        self.path: str = path
        """JSON path of the problem: ``$.items[1].id``."""
        self.problem: str = problem
        """What was expected there, and which type was found."""
        super().__init__(f"{path}: {problem}")

    def __reduce__(self) -> tuple[type[DecodeError], tuple[str, str]]:
        return DecodeError, (self.path, self.problem)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Is this a JSON object? (It narrows the type for type checkers, which isinstance alone does not.)"""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Is this a JSON array?"""
    return isinstance(value, list)


def to_json(value: Any) -> Any:
    """The JSON of any decoded value."""
    if is_list(value):
        return [
            item if type(item) is str else item.to_dict() if isinstance(item, Model) else to_json(item)
            for item in value
        ]
    if type(value) in SCALARS:
        return value
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, datetime):
        return format_time(value)
    if is_object(value):
        return {key: item if type(item) in SCALARS else to_json(item) for key, item in value.items()}
    return value


class Model:
    """A JSON object of the API. Equal by value, mutable, not hashable, picklable.

    Subclasses are attrs classes. This class is not, so that `beeper_sdk.api` can be used without importing attrs.
    """

    if not TYPE_CHECKING:  # mypy would not find this slot: it knows those of attrs classes only
        __slots__ = ("_extras",)
    _extras: dict[str, Any] | None

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {}
    _SECRET: ClassVar[frozenset[str]] = frozenset()
    _DISPLAY: ClassVar[str | None] = None
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = _NO_READERS

    def __attrs_pre_init__(self) -> None:
        self._extras = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object, as far as it can be read: see `missing_fields`. Raises TypeError for other values.

        Args:
            data: The JSON object, with the names of the API: ``chatID``, not ``chat_id``.
        """
        given: Any = data
        if type(data) is not dict and hasattr(data, "keys"):
            given = dict(data)
        try:
            return decode_exactly(cls._read, given)
        except DECODE_ERRORS:
            pass
        from ._incomplete import read_model

        return decode_exactly(lambda data: read_model(cls, data), as_object(given))

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        return read_plain(cls, data)

    def _values(self) -> tuple[Any, ...]:
        return plain_values(self)

    def _json(self) -> dict[str, Any]:
        return plain_json(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object: exactly the one it was decoded from, with unknown and unreadable fields,
        except for attributes that were changed."""
        out = self._json()
        return out if self._extras is None else self._add_extras(out, self._extras)

    @property
    def missing_fields(self) -> tuple[str, ...]:
        """Attributes that could not be read: ``("timestamp", "attachments[0].type")``. Empty for almost every model.

        They are required and missing or null, or of another type than documented. Their value is None, except for a
        string, number or boolean of another type, which is kept as it is.
        """
        from ._incomplete import missing_fields

        return missing_fields(self)

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Fields of the response that this version of the SDK does not know, by their JSON names."""
        return {key: value for key, value in (self._extras or {}).items() if key not in self._ATTRIBUTES}

    def evolve(self, **changes: object) -> Self:
        """A copy with these attributes changed. Raises TypeError if the model does not have an attribute.

        Args:
            changes: The new values, by the names of attributes. They are not checked.
        """
        known = self._ATTRIBUTES.values()
        for name in changes:
            if name not in known:
                raise TypeError(
                    f"{type(self).__name__} has no attribute {name!r}; its attributes are {', '.join(known)}"
                )
        other = _copy(self)
        for name, value in changes.items():
            setattr(other, name, value)
        return other

    def _add_extras(self, out: dict[str, Any], extras: dict[str, Any]) -> dict[str, Any]:
        if type(extras) is Incomplete:
            return extras.to_dict(self)
        if [*extras.values()].count(None) == len(extras):
            for key in extras:
                out.setdefault(key)
            return out
        for key, raw in extras.items():
            if (
                key not in self._ATTRIBUTES
                or (raw is None and key not in out)
                or (raw is not None and key in out and field_json(self, key, self._READERS[key](raw)) == out[key])
            ):
                out[key] = raw
        return out

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__ or not isinstance(other, Model):
            return NotImplemented
        same = _compare(self, other)
        return self.to_dict() == other.to_dict() if same is None else same

    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]  # not hashable

    def __repr__(self) -> str:
        from ._display import text_of

        return text_of(self)

    def _repr_html_(self) -> str | None:
        from ._display import html_of

        return html_of(self)

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        from ._display import print_model

        print_model(self, printer, cycle=cycle)

    def __rich_repr__(self) -> Iterable[tuple[str, object]]:
        from ._display import fields_of

        return fields_of(self)


class Incomplete(dict[str, Any]):
    """The ``_extras`` of a model with fields that could not be read. Its items are those of any other model."""

    __slots__ = ("text_status", "unreadable", "whole")
    unreadable: dict[str, tuple[object, object]]
    """JSON name -> what the attribute has instead, and the JSON value: UNSET for a field that is missing."""
    whole: object
    """For an item of a list that is not a JSON object: its JSON value; otherwise UNSET."""
    text_status: TextStatus
    """For the result of a start with a text: whether it was sent."""

    def to_dict(self, model: Model) -> dict[str, Any]:
        """The JSON that an incomplete model was decoded from."""
        from ._incomplete import to_dict

        return to_dict(model, self)


class Started:
    """A base of the results of starting a chat."""

    __slots__ = ()

    @property
    def text_status(self) -> TextStatus | None:
        """Whether `message_text` was sent, as in a `Delivery`; None without one. Read only if the chat existed."""
        return getattr(getattr(self, "_extras", None), "text_status", None)


def set_text_status(model: Model, status: TextStatus) -> None:
    """Set `text_status`. It is no field: equality and `to_dict` do not change."""
    extras = model._extras
    if not isinstance(extras, Incomplete):
        extras = model._extras = Incomplete(extras or {})
        extras.unreadable, extras.whole = {}, UNSET
    extras.text_status = status


class UnknownVariant(Model):
    """An object of a kind that this version of the SDK does not know. ``data`` is its JSON."""

    __slots__ = ("data",)

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data: dict[str, Any] = dict(data)
        """The JSON of the object."""
        self._extras = None

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        return cls(as_object(data))

    def to_dict(self) -> dict[str, Any]:
        """The JSON object."""
        return dict(self.data)


def read_plain(model: type[M], data: Mapping[str, Any]) -> M:
    """Decode a JSON object by the annotations of a model."""
    from ._incomplete import read_documented

    return read_documented(model, as_object(data))


def plain_values(model: Model) -> tuple[Any, ...]:
    """The values of all attributes, then ``_extras``, by the names of the attributes."""
    return (*(getattr(model, name) for name in layout_of(type(model)).names), model._extras)


def plain_json(model: Model) -> dict[str, Any]:
    """The JSON of all attributes, by their names."""
    layout = layout_of(type(model))
    fields = zip(layout.wires, plain_values(model), strict=False)  # the last value is `_extras`
    return {
        wire: to_json(to_unix(value) if wire in layout.unix else value)
        for wire, value in fields
        if value is not None or wire in layout.required
    }


def field_json(model: Model, wire: str, value: Any) -> Any:
    """The JSON of the value of a field."""
    return to_unix(value) if model._READERS.get(wire) is from_unix else to_json(value)


def reader(model: type[M]) -> Callable[[Any], M]:
    """What reads the JSON of a model, for `decode`."""
    return model._read


def attribute_names(model: type[Model]) -> Mapping[str, str]:
    """The attribute of a model for each JSON name."""
    return model._ATTRIBUTES


class Layout:
    """What is known of a model's fields."""

    __slots__ = ("is_exact", "names", "required", "unix", "wires")

    def __init__(self, model: type[Model]) -> None:
        attributes: tuple[Any, ...] = getattr(model, "__attrs_attrs__", ())
        required = {attribute.name for attribute in attributes if attribute.default is not None}
        slots = [name for base in model.__mro__ for name in vars(base).get("__slots__", ())]
        self.wires: tuple[str, ...] = tuple(model._ATTRIBUTES)
        self.names: tuple[str, ...] = tuple(model._ATTRIBUTES.values())
        self.required: frozenset[str] = frozenset(wire for wire, name in model._ATTRIBUTES.items() if name in required)
        """JSON names of the required fields: those whose attribute has no default. That of all others is None."""
        self.unix: frozenset[str] = frozenset(wire for wire, read in model._READERS.items() if read is from_unix)
        """JSON names of timestamps in Unix seconds."""
        self.is_exact: bool = (
            sorted(slots) == sorted((*self.names, "_extras")) and not model.__dictoffset__ and not _is_custom(model)
        )
        """Are there no other attributes, as in a subclass of a user? And is the JSON what `Model.to_dict` says?"""


_layouts: dict[type[Model], Layout] = {}


def layout_of(model: type[Model]) -> Layout:
    """The layout of a model, computed once."""
    layout = _layouts.get(model)
    if layout is None:
        layout = _layouts[model] = Layout(model)
    return layout


def _is_custom(model: type[Model]) -> bool:
    own = ("to_dict", "__reduce_ex__", "__reduce__", "__getstate__", "__setattr__")
    return hasattr(model, "__copy__") or any(getattr(model, name) is not getattr(Model, name) for name in own)


def required_fields(model: type[Model]) -> frozenset[str]:
    """JSON names of the required fields."""
    return layout_of(model).required


def _copy(model: M) -> M:
    layout = layout_of(type(model))
    if not layout.is_exact:
        return copy(model)
    other = new(type(model))
    for name, value in zip(layout.names, model._values(), strict=False):
        setattr(other, name, value)
    other._extras = model._extras
    return other


def _compare(one: Model, other: Model) -> bool | None:
    layout = layout_of(type(one))
    left, right = one._values(), other._values()
    if not layout.is_exact or type(left[-1]) is Incomplete or type(right[-1]) is Incomplete:
        return None
    if left == right:
        return True
    for wire, a, b in zip(layout.wires, left, right, strict=False):
        if a is not b and a != b:
            plain = type(a) in _PLAIN and type(b) in _PLAIN and wire not in one._READERS
            return False if plain else None
    return None


def converters_of(model: type[Model]) -> dict[str, Callable[[Any, str], Any]]:
    """The converters of attributes that accept objects instead of strings. Called with the value and its name."""
    attributes: tuple[Any, ...] = getattr(model, "__attrs_attrs__", ())
    return {attribute.name: attribute.converter for attribute in attributes if attribute.converter is not None}


_null_sets: dict[type[Model], dict[int, dict[str, Any]]] = {}
_MAX_NULL_SETS = 100


def extras(
    model: type[Model], data: Mapping[str, Any], unknown: int, nulls: int, respelled: tuple[str, ...] = ()
) -> dict[str, Any]:
    """What the attributes cannot hold: `unknown` keys, optional fields that are null (`nulls` has a bit for each), and
    the keys of `respelled`, whose timestamps have another format. Models with the same nulls share one object."""
    out = _nulls_of(model, data, nulls) if nulls else {}
    if not unknown and not respelled:
        return out
    out = {**out, **{key: data[key] for key in respelled}}
    wire = model._ATTRIBUTES
    for key in reversed(list(data)):  # new fields are mostly last, so the loop ends early
        if not unknown:
            break
        if key not in wire:
            out[key] = data[key]
            unknown -= 1
    return out


def _nulls_of(model: type[Model], data: Mapping[str, Any], nulls: int) -> dict[str, Any]:
    try:
        return _null_sets[model][nulls]
    except KeyError:
        pass
    known = _null_sets.setdefault(model, {})
    required, wire = required_fields(model), model._ATTRIBUTES
    out = {key: None for key, value in data.items() if value is None and key in wire and key not in required}
    if len(known) < _MAX_NULL_SETS:
        known[nulls] = out
    return out


def item_key(key: object, item: object) -> str:
    """The key of an item of a list: its ID, or a digest of its content if the server sent none. So it is returned once,
    and a checkpoint moves past it."""
    if isinstance(key, str):
        return key
    from hashlib import sha256
    from json import dumps

    return f"?{sha256(dumps(to_json(item), sort_keys=True).encode()).hexdigest()[:22]}"


def is_respelled(value: object, raw: object) -> bool:
    """Does the server use another format for a value than this SDK?"""
    return value != raw and not _canonical(raw) and to_json(value) != raw


def _canonical(raw: object) -> bool:
    if isinstance(raw, str):
        return canonical(raw)
    inner = raw.values() if is_object(raw) else raw if is_list(raw) else ()
    return all(_canonical(item) for item in inner)


def as_list(value: Any) -> list[Any]:
    """The JSON array itself. Raises TypeError for anything else."""
    if not is_list(value):
        raise TypeError("not a list")
    return value


def as_object(value: Any) -> dict[str, Any]:
    """The JSON object itself. Raises TypeError for anything else."""
    if not is_object(value):
        raise TypeError("not an object")
    return value


def null() -> NoReturn:
    """Raise an error for a required field that is null."""
    raise TypeError("a required field is null")


def no_variant() -> NoReturn:
    """Raise an error for a union value that matches none of the documented shapes."""
    raise TypeError("matches no documented variant")


def decode_exactly(load: Callable[[Any], T], data: Any) -> T:
    """Decode parsed JSON. Another shape than documented raises one of DECODE_ERRORS."""
    try:
        return load(data)
    finally:
        _shared.clear()


def decode(load: Callable[[Any], T], data: Any, report: Report | None = None) -> T:
    """Decode parsed JSON. Another shape than documented raises a DecodeError with its JSON path, except inside of the
    items of a list: they are read as far as possible (`Model.missing_fields`).

    Args:
        load: The generated reader.
        data: The parsed JSON.
        report: Called with the JSON path of each value that was not read, and what is wrong with it.
    """
    try:
        return decode_exactly(load, data)
    except DECODE_ERRORS:
        pass
    from ._incomplete import read  # outside of `except`: the context of its error would hold values of the response

    return decode_exactly(lambda data: read(load, data, report), data)
