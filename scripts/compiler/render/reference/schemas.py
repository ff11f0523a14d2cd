"""The pages of models, unions and enums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from scripts.compiler.plan.plan import Model, Plan, Property
from scripts.compiler.render.docstrings import limits_beside
from scripts.compiler.render.expressions import Needs, annotation
from scripts.compiler.render.reference import objects
from scripts.compiler.render.reference.code import Code
from scripts.compiler.render.reference.names import Links, Page, Section
from scripts.compiler.render.reference.objects import Named
from scripts.compiler.render.reference.text import bullets, item, linked, markdown, type_markdown
from scripts.compiler.spec.errors import SpecError
from scripts.compiler.spec.model_properties import own_types
from scripts.compiler.spec.schema_types import NamedUnion, Raw

FOLDER = "models"
HEADING = re.compile(r"^    # ---- ([^:.]+)(?:: .*)?.*$|^    ([A-Za-z]\w*):$", re.MULTILINE)
SUBJECTS = {
    "Shared": ("shared", "errors, people, labels"),
    "Accounts": ("accounts", "accounts"),
    "Chats": ("chats", "chats and what they consist of"),
    "Messages": ("messages", "messages, attachments, reactions, and results of sending"),
    "Pages and search results": ("pages", "pages of lists, and results of searches"),
    "The app, media, server info": ("app", "the app, media and server information"),
    "Bridges and signing in to them": ("bridges", "bridges and their logins"),
    "App setup and device verification": ("setup", "sign-in to the app, and verification of devices"),
    "Request bodies": ("inputs", "arguments of operations, and bodies of requests"),
    "Parameter enums": ("enums", "values of arguments"),
    "OAuth": ("oauth", "access tokens"),
    "WebSocket frames of GET /v1/ws, which is no operation of this document": ("websocket", "events and other frames"),
    "Older forms of version 1": ("older", "requests and responses of older apps"),
    "Matrix pass-through": ("matrix", "the Matrix client-server API"),
    "Version 0": ("v0", "version 0"),
}
"""The page and its subject for each section of the schemas in the spec."""


def subjects(spec: str) -> dict[str, str]:
    """The page of each schema: by the headings among the schemas, which are comments of the spec."""
    found: dict[str, str] = {}
    page = ""
    _, _, schemas = spec.partition("\n  schemas:\n")
    for heading, name in HEADING.findall(schemas.partition("\n  securitySchemes:")[0]):
        if name and page:
            found[name] = page
        elif heading and heading not in SUBJECTS:
            raise SpecError(f"SUBJECTS of scripts/compiler/render/reference/schemas.py has no page for {heading!r}")
        elif heading:
            page = SUBJECTS[heading][0]
    return found


def pages(code: Code, plan: Plan, schemas: Mapping[str, Raw], spec: str) -> Iterator[Page]:
    """One page for each subject."""
    places = subjects(spec)
    found: dict[str, list[Section]] = {}
    seen = set[str]()
    for name, page in places.items():
        if name in plan.models:
            found.setdefault(page, []).append(_model(plan, plan.models[name], schemas))
            found[page] += [each for each in _types_of(code, plan.models[name]) if each.title not in seen]
            seen |= {each.title for each in found[page]}
        elif name in plan.unions or name in plan.enums:
            found.setdefault(page, []).append(_alias(plan, name, schemas[name]))
    missing = {*plan.models, *plan.unions, *plan.enums} - {*places}
    if missing:
        raise SpecError(f"no section of the schemas has {', '.join(sorted(missing))}")
    for page, about in SUBJECTS.values():
        if page in found:
            sections = sorted(found[page], key=lambda section: section.title.lower())
            has_fields = any(section.title in plan.models for section in sections)
            intro = partial(_intro, sections, has_fields=has_fields)
            yield Page(f"{FOLDER}/{page}.md", f"Models: {page}", about, intro, sections)


def _types_of(code: Code, model: Model) -> Iterator[Section]:
    """The type of a computed property, if it was made for it."""
    for name, module in own_types([model.computed]).items():
        kind = code.find(f"beeper_sdk_client.{module}.{name}")
        if kind is not None:
            yield from objects.sections(code, Named(name, f"beeper_sdk.models.{name}", kind))


def _intro(sections: list[Section], links: Links, *, has_fields: bool) -> str:
    names = ", ".join(f"[`{section.title}`]({links.to(section.title)})" for section in sections)
    model = linked("`Model`", links)
    about = (
        f"Besides its fields, each class has the members of {model}. An optional field is `None` if it was not sent."
    )
    return f"From `beeper_sdk.models`: {names}." + (f"\n\n{about}" if has_fields else "")


def _names(name: str) -> tuple[str, ...]:
    return (f"models.{name}",)


def _model(plan: Plan, model: Model, schemas: Mapping[str, Raw]) -> Section:
    def body(links: Links) -> str:
        base = f"A {linked(f'`{model.base}`', links)} with more fields.\n\n" if model.base else ""
        typed = f" As a dict: `{model.name}Dict`." if model.name in plan.inputs else ""
        parts = [base + markdown(_described(model.raw) + typed, links)]
        is_input = model.name in plan.inputs
        fields = [_field(model, prop, schemas, links, is_input=is_input) for prop in model.properties]
        parts.append(bullets(fields) or "It has no fields.")
        if model.computed is not None:
            kind = type_markdown(model.computed.type, links.to)
            parts.append(item(f"**`{model.computed.name}`** ({kind}, computed): {markdown(model.computed.doc, links)}"))
        return "\n\n".join(part for part in parts if part)

    fields = tuple(f"{model.name}.{prop.name}" for prop in model.properties)
    computed = (f"{model.name}.{model.computed.name}",) if model.computed else ()
    return Section(model.name, body, (*_names(model.name), f"{model.name}Dict", *fields, *computed))


def _field(model: Model, prop: Property, schemas: Mapping[str, Raw], links: Links, *, is_input: bool) -> str:
    kind = type_markdown(annotation(prop.shape, Needs()), links.to)
    marks = [kind, "required" if prop.required else "optional"]
    if prop.raw.get("x-beeper-since") not in (None, model.raw.get("x-beeper-since")):
        marks.append(f"since app {prop.raw['x-beeper-since']}")
    if "x-beeper-removed" in prop.raw:
        marks.append(f"removed in app {prop.raw['x-beeper-removed']}")
    if prop.wire != prop.name:
        marks.append(f"`{prop.wire}` in JSON")
    text = _text(prop.raw, schemas, is_input=is_input)
    if is_input and prop.object is not None:
        text += f" Also accepted: `{prop.object.model}`."
    return item(f"**`{prop.name}`** ({', '.join(marks)}): {markdown(text, links)}")


def _text(raw: Raw, schemas: Mapping[str, Raw], *, is_input: bool) -> str:
    other = schemas.get(str(raw.get("$ref", "")).rpartition("/")[2], {})
    description = _flat(raw) or _flat(other)
    return description + (limits_beside(description, raw) if is_input else "")


def _flat(raw: Raw) -> str:
    return " ".join(str(raw.get("description", "")).split())


def _described(raw: Raw) -> str:
    since, removed = raw.get("x-beeper-since"), raw.get("x-beeper-removed")
    return (
        _flat(raw)
        + (f" Since app {since}." if since else "")
        + (f" No longer used since app {removed}." if removed else "")
    )


def _alias(plan: Plan, name: str, raw: Raw) -> Section:
    """A union or an enum."""
    closed = plan.closed.get(name)

    def body(links: Links) -> str:
        union = plan.unions.get(name)
        parts = [markdown(_described(raw), links), _members(union, links) if union else _values(raw)]
        if closed and closed != name:
            parts.append(f"Arguments have the type `{closed}`: one of these values.")
        elif closed is None and union is None:
            parts.append("A newer app can send other values.")
        return "\n\n".join(part for part in parts if part)

    return Section(name, body, (*_names(name), *((closed,) if closed else ())))


def _members(union: NamedUnion, links: Links) -> str:
    names = dict.fromkeys(annotation(member, Needs()) for member in union.members)
    return "One of:\n\n" + "\n".join(f"- {type_markdown(name, links.to)}" for name in names)


def _values(raw: Raw) -> str:
    return "Values: " + ", ".join(f"`{value}`" if value != "" else '`""`' for value in raw["enum"]) + "."
