"""The pages for people: chats, the messages of a chat, and the requests that were received."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote

from .._protocols import World
from ..wire.json_values import Json
from ..wire.requests import ServerResponse
from . import html
from ._server import Server
from .access import Head

_log = logging.getLogger("beeper_sdk.testing")
PAGE = 50
_NAMES = {"/_fake": "chats", "/_fake/": "chats", "/_fake/requests": "requests"}
_CHAT = "/_fake/chats/"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a request is for."""

    name: str
    chat_id: str = ""

    @property
    def is_start(self) -> bool:
        """Whether it is the page that a person opens first."""
        return self.name == "chats"


def find(head: Head) -> Page | None:
    """The page that a request is for; None if it is for a verb."""
    name = _NAMES.get(head.path)
    if name == "requests" and not head.is_from_browser:
        return None
    if name is not None:
        return Page(name)
    chat_id = head.path.removeprefix(_CHAT)
    return Page("messages", unquote(chat_id)) if chat_id not in ("", head.path) and "/" not in chat_id else None


def locked() -> ServerResponse:
    """The page for a person without the cookie."""
    return html.page(
        "Control token missing",
        "<h1>Control token missing</h1>\n<p>Open <code>/_fake/?token=…</code> with the control token of this server.",
        401,
    )


def response(page: Page, fake: Server, head: Head) -> ServerResponse:
    """The response with a page."""
    try:
        return _response(page, fake, _number(head.query))
    except Exception:  # noqa: BLE001 - the thread must return a response
        _log.exception("The fake server failed in the page %s", page.name)
        return html.page("Internal server error", "<h1>Internal server error</h1>", 500)


def _number(query: str) -> int:
    """The number of the page in a query, or 1."""
    given = parse_qs(query).get("page", ["1"])[0]
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 10 else 1


def _response(page: Page, fake: Server, number: int) -> ServerResponse:
    if page.name == "chats":
        return _chats(fake)
    if page.name == "requests":
        return _requests(fake, number)
    return _messages(fake, page.chat_id, number)


def _page(fake: Server, title: str, body: str, status: int = 200) -> ServerResponse:
    now = fake.clock.now.strftime("%Y-%m-%d %H:%M:%S UTC")
    links = f"{html.link('/_fake/', 'Chats')} {html.link('/_fake/requests', 'Requests')}"
    nav = f'<nav>{links} <span class="quiet">App {html.text(fake.version)}, {now}</span></nav>'
    return html.page(title, f"{nav}\n<h1>{html.text(title)}</h1>\n{body}", status)


def _chats(fake: Server) -> ServerResponse:
    def look(world: World) -> list[tuple[str, Json]]:
        keys = ("title", "network", "unreadCount", "lastActivity")
        return [(room.id, {key: room.wire.get(key) for key in keys}) for room in world.rooms.values()]

    rows = [
        [html.link(_CHAT + quote(chat_id, safe=""), chat["title"] or chat_id)]
        + [html.text(chat[key]) for key in ("network", "unreadCount")]
        for chat_id, chat in sorted(fake.world.read(look), key=_last_activity, reverse=True)
    ]
    return _page(fake, "Chats", html.table(["Title", "Network", "Unread#"], rows))


def _last_activity(entry: tuple[str, Json]) -> str:
    return str(entry[1]["lastActivity"] or "")


def _messages(fake: Server, chat_id: str, number: int) -> ServerResponse:
    def look(world: World) -> tuple[str, list[Json], int] | None:
        room = world.rooms.get(chat_id)
        if room is None:
            return None
        count = len(room.messages)
        end = max(0, count - PAGE * (number - 1))
        return str(room.wire.get("title") or room.id), list(room.messages[max(0, end - PAGE) : end]), count

    found = fake.world.read(look)
    if found is None:
        return _page(fake, "No such chat", "", 404)
    title, messages, count = found
    rows = [
        [html.text(one.get("senderName") or one.get("senderID")), html.text(_time(one)), _text(one)] for one in messages
    ]
    table = html.table(["Sender", "Time", "Text"], rows)
    return _page(fake, title, f"{table}\n{_turn(_CHAT + quote(chat_id, safe=''), number, count)}")


def _time(message: Json) -> str:
    return str(message.get("timestamp", ""))[:19].replace("T", " ")


def _text(message: Json) -> str:
    if message.get("isDeleted"):
        return '<span class="quiet">deleted</span>'
    files = [str(one.get("fileName") or one.get("type")) for one in message.get("attachments") or ()]
    notes = [f"[{name}]" for name in files] or ([f"[{message.get('type')}]"] if not message.get("text") else [])
    about = f'<span class="quiet">{html.text(" ".join(notes))}</span>' if notes else ""
    return " ".join(filter(None, [html.text(message.get("text")), about]))


def _requests(fake: Server, number: int) -> ServerResponse:
    requests = list(reversed(fake.requests))
    rows = [
        [html.text(one.method), html.text(one.path), html.text(one.status), html.text(one.operation)]
        for one in requests[PAGE * (number - 1) : PAGE * number]
    ]
    table = html.table(["Method", "Path", "Status#", "Operation"], rows)
    return _page(fake, "Requests", f"{table}\n{_turn('/_fake/requests', number, len(requests))}")


def _turn(path: str, number: int, count: int) -> str:
    last = max(1, -(-count // PAGE))
    newer = [html.link(f"{path}?page={number - 1}", "Newer")] if number > 1 else []
    older = [html.link(f"{path}?page={number + 1}", "Older")] if number < last else []
    about = f'<span class="quiet">Page {number} of {last}, {count} in all</span>'
    return f"<nav>{' '.join([*newer, *older, about])}</nav>"
