"""JSON that a server could send for a schema: valid, newer than the spec, older, and oddly spelled.

Made from the raw schemas, which the compiler reads too: what it makes of them is not looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from beeper_sdk_client._model import is_list
from scripts.compiler.spec.schema_types import REF, Raw
from tests.generated.contract import schemas

Json = SearchStrategy[Any]

WORDS = st.text(max_size=6)
NEW_KEYS = st.sampled_from(["x-new", "x-newer", "", "newField", "_extras", "_ATTRIBUTES", "to_dict", "é"])
"""Keys no schema has; some are attributes of every model."""
FREE: Json = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(WORDS, inner, max_size=2)),
    max_leaves=3,
)

SPELLINGS: tuple[Callable[[datetime], str], ...] = (
    lambda at: at.isoformat(timespec="milliseconds") + "Z",
    lambda at: at.isoformat(timespec="milliseconds") + "Z",
    lambda at: at.isoformat(timespec="milliseconds") + "+00:00",
    lambda at: at.isoformat(timespec="seconds") + "+02:00",
    lambda at: at.isoformat(timespec="seconds") + "-0930",
    lambda at: at.isoformat(timespec="seconds") + "+0000",  # 24 characters, and not ours
    lambda at: at.isoformat(timespec="milliseconds") + "z",
    lambda at: at.isoformat(timespec="microseconds") + "Z",
    lambda at: at.isoformat(timespec="seconds") + "Z",
    lambda at: at.isoformat(timespec="minutes") + "Z",
    lambda at: at.isoformat(timespec="milliseconds"),
    lambda at: at.isoformat(" ", timespec="milliseconds") + "Z",
    lambda at: at.isoformat(timespec="milliseconds").replace(".", ",") + "Z",
    lambda at: at.isoformat(timespec="milliseconds")[:-1] + "Z",
    lambda at: at.strftime("%Y%m%dT%H%M%SZ") if at.year > 999 else "2026-08-31T24:00:00.000Z",
    lambda at: f"{at.date().isocalendar().year:04}-W{at.date().isocalendar().week:02}-{at.isoweekday()}T09:00:00.000Z",
    lambda at: at.date().isoformat(),
    lambda at: at.date().isoformat() + "T24:00:00.000Z",
)
MOMENTS = st.one_of(
    st.sampled_from([datetime(1970, 1, 1), datetime(2026, 8, 31, 19, 41, 41)]),  # noqa: DTZ001  # spelled with zones above
    st.datetimes(datetime(1901, 1, 1), datetime(9990, 12, 31)),  # noqa: DTZ001
    st.sampled_from([datetime(1, 1, 1), datetime(9999, 12, 30)]),  # noqa: DTZ001  # what other languages mean by "none"
)


def _spelled(at: datetime, spell: Callable[[datetime], str]) -> str:
    return spell(at)


TIMES: Json = st.builds(_spelled, MOMENTS, st.sampled_from(SPELLINGS))


@cache
def of_component(name: str) -> Json:
    """JSON of a component schema."""
    return st.deferred(lambda: of(schemas()[name]))


def of(raw: Raw) -> Json:
    """JSON of a schema."""
    if "$ref" in raw:
        return of_component(str(raw["$ref"]).removeprefix(REF))
    if "const" in raw:
        return st.just(raw["const"])
    if "enum" in raw:
        return _enum(raw)
    members = raw.get("anyOf") or raw.get("oneOf")
    if members:
        return st.one_of([*map(of, members), *_unknown_variant(raw)])
    if "allOf" in raw or "properties" in raw or raw.get("additionalProperties") is False:
        return _object(raw)
    kinds: Any = raw.get("type")
    if is_list(kinds):
        return st.one_of([of({**raw, "type": kind}) for kind in kinds])
    return _simple(raw)


def _unknown_variant(raw: Raw) -> list[Json]:
    """An object of a kind that the spec does not have."""
    if "discriminator" not in raw:
        return []
    return [st.fixed_dictionaries({raw["discriminator"]["propertyName"]: st.just("brand-new"), "id": FREE})]


def _enum(raw: Raw) -> Json:
    unknown = st.integers(1000, 1009) if raw["type"] == "integer" else st.just("brand-new")
    return st.one_of(st.sampled_from(raw["enum"]), unknown)


def _simple(raw: Raw) -> Json:
    match raw.get("type"):
        case "string":
            return TIMES if raw.get("format") == "date-time" else WORDS
        case "integer":
            return st.integers(-3, 2**53)
        case "number":
            return st.one_of(st.integers(0, 9), st.floats(-9, 9))
        case "boolean":
            return st.booleans()
        case "null":
            return st.none()
        case "array":
            return st.lists(of(raw["items"]), max_size=2)
        case "object":
            extra = raw.get("additionalProperties", True)
            return st.dictionaries(WORDS, FREE if isinstance(extra, bool) else of(extra), max_size=2)
        case _:
            return FREE


def _object(raw: Raw) -> Json:
    fields, required = _fields(raw)
    values = {wire: of(inner) for wire, inner in fields.items()}
    must = st.fixed_dictionaries({wire: value for wire, value in values.items() if wire in required})
    optional = sorted(set(fields) - required)
    may = st.lists(st.sampled_from(optional), max_size=4, unique=True) if optional else st.just([])
    news = st.dictionaries(NEW_KEYS, FREE, max_size=1)

    @st.composite
    def whole(draw: st.DrawFn) -> Any:
        value: dict[str, Any] = dict(draw(must))
        for wire in draw(may):
            value[wire] = None if draw(st.integers(0, 3)) == 0 else draw(values[wire])
        return value | draw(news)

    return whole()


def _fields(raw: Raw) -> tuple[dict[str, Raw], set[str]]:
    """The fields of an object and which of them are required, inherited ones included."""
    fields: dict[str, Raw] = {}
    required: set[str] = set()
    for part in raw.get("allOf", [raw]):
        inner = schemas()[str(part["$ref"]).removeprefix(REF)] if "$ref" in part else part
        more = _fields(inner) if "allOf" in inner else (inner.get("properties", {}), set(inner.get("required", ())))
        fields |= more[0]
        required |= more[1]
    return fields, required
