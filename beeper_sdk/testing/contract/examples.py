"""The example of each operation's response: that of the spec, or one that is built from the schema."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from ..wire.json_values import Json, dumps, is_list, is_object
from ..wire.requests import ServerResponse
from ..wire.schemas import kinds_of, variants
from ..wire.spec import Operation
from ..wire.spec_document import document, operation_of, resolved

FILE = b"An example of a file."
_FORMATS = {
    "date-time": "2026-08-31T19:41:41.000Z",
    "date": "2026-08-31",
    "uri": "https://example.com/",
    "email": "alice@example.com",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "byte": "ZXhhbXBsZQ==",
}


@lru_cache(maxsize=256)
def example_response(operation: Operation, address: str) -> ServerResponse:
    """The response of a valid request: 204 where the spec allows it, or else the first success that it lists.

    Examples name the server of the spec. `address`, a host and a port, is named instead: a client that looks up where
    its requests go must not find the app of the person who runs its tests.
    """
    responses: Json = operation_of(operation.template, operation.method)["responses"]
    successes = sorted(status for status in responses if status.startswith("2"))
    status = "204" if "204" in successes else successes[0]
    content: Json = resolved(responses[status]).get("content", {})
    if not content:
        return ServerResponse(int(status), (), b"")
    media_type, described = next(iter(content.items()))
    if media_type != "application/json":
        return ServerResponse(int(status), (("content-type", media_type),), FILE)
    body = described["example"] if "example" in described else example(described["schema"])
    spec_url: str = document()["servers"][0]["url"]
    body = _moved(body, urlsplit(spec_url).netloc, address)
    return ServerResponse(int(status), (("content-type", "application/json; charset=utf-8"),), dumps(body))


def _moved(value: object, old: str, new: str) -> object:
    """An example with another address in its URLs, and with the port of that address."""
    if isinstance(value, str):
        return value.replace(f"://{old}", f"://{new}")
    if is_list(value):
        return [_moved(item, old, new) for item in value]
    if not is_object(value):
        return value
    moved: Json = {key: _moved(member, old, new) for key, member in value.items()}
    ports = [address.rpartition(":")[2] for address in (old, new)]
    if str(moved.get("port")) == ports[0]:
        moved["port"] = int(ports[1]) if ports[1].isdecimal() and len(ports[1]) <= 5 else 80
    return moved


def example(schema: Json, inside: tuple[int, ...] = ()) -> object:
    """A valid value: what the spec names as one, or the first variant with all of its members.

    Args:
        schema: The schema.
        inside: The IDs of the schemas around it. A member that would contain itself is left out.
    """
    schema = resolved(schema)
    for name in ("example", "const", "default"):
        if schema.get(name) is not None:
            return schema[name]
    inside = (*inside, id(schema))
    schema = next((variant for variant in variants(schema) if kinds_of(variant) != {"null"}), schema)
    kinds = kinds_of(schema)
    if schema.get("enum"):
        return schema["enum"][0]
    if "object" in kinds or "properties" in schema:
        return _object(schema, inside)
    if "array" in kinds:
        items: Json | None = schema.get("items")
        return [] if items is None or id(resolved(items)) in inside else [example(items, inside)]
    return _scalar(schema, kinds)


def _object(schema: Json, inside: tuple[int, ...]) -> Json:
    members: Json = schema.get("properties", {})
    made = {name: example(member, inside) for name, member in members.items() if id(resolved(member)) not in inside}
    rest: object = schema.get("additionalProperties")
    return {"example": example(rest, inside)} if not made and is_object(rest) and rest else made


def _scalar(schema: Json, kinds: set[str]) -> object:
    if "string" in kinds or not kinds:
        text = _FORMATS.get(str(schema.get("format")), "example")
        return text.ljust(int(schema.get("minLength", 0)), "-")
    if kinds & {"integer", "number"}:
        return max(1, schema.get("minimum", 1))
    return "boolean" in kinds or None
