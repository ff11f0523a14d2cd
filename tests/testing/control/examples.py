"""A request for each verb, and what shows that it was carried out."""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

import httpx

from beeper_sdk.testing import FakeBeeper, Me, Person, RuleHandle
from beeper_sdk.testing.faults.rules import number_of

Json = dict[str, Any]
BOB = "Bob Birchwood"
GROUP = "Hiking"
REDIRECT = "http://127.0.0.1:9/cb"
CHALLENGE = urlsafe_b64encode(hashlib.sha256(b"v" * 50).digest()).decode().rstrip("=")
Check = Callable[[FakeBeeper, Any], object]


@dataclass(frozen=True, kw_only=True)
class Example:
    """A request. Texts such as ``{message}`` stand for what `before` returned; its member ``""`` is the whole body."""

    check: Check
    """True if it was carried out, by the server and the result."""
    given: Json = field(default_factory=dict)
    names: Json = field(default_factory=dict)
    before: Callable[[FakeBeeper], Json] = lambda _: {}


def actor(fake: FakeBeeper, name: str | None) -> Me | Person:
    """A person, or the user."""
    return fake.world.me if name is None else fake.world.person(name)


def newest(fake: FakeBeeper, chat: str = BOB) -> Json:
    return fake.world.messages(chat)[-1]


def reactions(fake: FakeBeeper, message: Json) -> list[str]:
    """The reactions to a message, as the server has it."""
    found = next(one for one in fake.world.messages(BOB) if one["id"] == message["id"])
    return [one["reactionKey"] for one in found.get("reactions") or ()]


def written(name: str | None) -> Callable[[FakeBeeper], Json]:
    """A message that a person, or the user, wrote."""

    def before(fake: FakeBeeper) -> Json:
        return {"message": actor(fake, name).send(BOB, "first")["id"]}

    return before


def reacted(name: str | None) -> Callable[[FakeBeeper], Json]:
    def before(fake: FakeBeeper) -> Json:
        names = written(name)(fake)
        actor(fake, name).react(names["message"], "🎉")
        return names

    return before


def rule(fake: FakeBeeper) -> Json:
    handle = fake.fail("chats.list", status=503, optional=True)
    return {"id": str(number_of(handle))}


def quirk(fake: FakeBeeper) -> Json:
    fake.quirk("slow_delivery", optional=True)
    return {}


def kept(fake: FakeBeeper) -> Json:
    fake.keep("before")
    return {}


def saved(fake: FakeBeeper) -> Json:
    with TemporaryDirectory() as folder:
        path = Path(folder, "world.json")
        fake.world.add_chat("Saved", ["Bob"])
        fake.save(path)
        fake.reset()
        world: Json = json.loads(path.read_bytes())
    return {"": world}


def page(fake: FakeBeeper, redirect: str = REDIRECT) -> Json:
    """The URL of a consent page."""
    body = {"client_name": "my app", "redirect_uris": [redirect]}
    client = httpx.post(f"{fake.url}/oauth/register", json=body, trust_env=False).json()["client_id"]
    query = {
        "client_id": client,
        "redirect_uri": redirect,
        "response_type": "code",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }
    return {"url": f"http://by.another.name/oauth/authorize?{urlencode(query)}"}


def listed(fake: FakeBeeper) -> Json:
    """One request that was recorded."""
    httpx.get(f"{fake.url}/v1/chats", headers={"authorization": f"Bearer {fake.token}"}, trust_env=False)
    return {}


def late(fake: FakeBeeper) -> Json:
    fake.quirk("slow_delivery", optional=True)
    httpx.post(
        f"{fake.url}/v1/chats/!bob:small.local/messages",
        json={"text": "late"},
        headers={"authorization": f"Bearer {fake.token}"},
        trust_env=False,
    )
    return {}


def arrives_at(fake: FakeBeeper) -> int:
    """The read of its chat at which a delayed message arrives."""
    late(fake)
    headers = {"authorization": f"Bearer {fake.token}"}
    for number in range(1, 6):
        url = f"{fake.url}/v1/chats/!bob:small.local/messages"
        if "late" in [one.get("text") for one in httpx.get(url, headers=headers, trust_env=False).json()["items"]]:
            return number
    return 0


def status_of(fake: FakeBeeper) -> str:
    return str(fake.world.accounts()[0]["status"])


def disconnected(fake: FakeBeeper) -> Json:
    fake.world.disconnect("whatsapp")
    return {}


def hiking(fake: FakeBeeper) -> list[str]:
    return [str(one.get("fullName", "")) for one in fake.world.chat(GROUP)["participants"]["items"]]


def left(name: str | None) -> Callable[[FakeBeeper], Json]:
    def before(fake: FakeBeeper) -> Json:
        actor(fake, name).leave(GROUP)
        return {}

    return before


def acts(path: str, name: str | None, full_name: str) -> dict[str, Example]:
    """What `Person` and `Me` have in common."""
    names = {"person": name} if name else {}
    return {
        f"POST {path}/send": Example(
            names=names,
            given={"chat": BOB, "text": "hi", "file": "image", "at": {"minutes": 1}},
            check=lambda fake, result: result["text"] == "hi" and result in fake.world.messages(BOB),
        ),
        f"POST {path}/react": Example(
            names=names,
            before=written(name),
            given={"message": "{message}", "reaction": "🎉"},
            check=lambda fake, result: reactions(fake, result) == ["🎉"],
        ),
        f"POST {path}/unreact": Example(
            names=names,
            before=reacted(name),
            given={"message": "{message}", "reaction": "🎉", "chat": BOB},
            check=lambda fake, result: reactions(fake, result) == [],
        ),
        f"POST {path}/edit": Example(
            names=names,
            before=written(name),
            given={"message": "{message}", "text": "second"},
            check=lambda fake, result: newest(fake)["text"] == result["text"] == "second",
        ),
        f"POST {path}/delete": Example(
            names=names,
            before=written(name),
            given={"message": "{message}"},
            check=lambda fake, _: newest(fake)["isDeleted"],
        ),
        f"POST {path}/rename": Example(
            names=names,
            given={"chat": GROUP, "title": "Walks"},
            check=lambda fake, _: fake.world.chat("Walks")["type"] == "group",
        ),
        f"POST {path}/leave": Example(
            names=names, given={"chat": GROUP}, check=lambda fake, _: full_name not in hiking(fake)
        ),
        f"POST {path}/join": Example(
            names=names, before=left(name), given={"chat": GROUP}, check=lambda fake, _: full_name in hiking(fake)
        ),
        f"POST {path}/read": Example(
            names=names,
            before=written("Bob") if name is None else written(None),
            given={"chat": BOB},
            check=lambda fake, _: (
                fake.world.chat(BOB)["unreadCount"] == 0 and bool(newest(fake).get("seen")) == bool(name)
            ),
        ),
    }


WORLD: dict[str, Example] = {
    "GET /world/accounts": Example(check=lambda fake, result: result == fake.world.accounts()),
    "GET /world/chats": Example(check=lambda fake, result: result == fake.world.chats()),
    "GET /world/chat": Example(
        given={"chat_id": BOB}, check=lambda fake, result: result == fake.world.chat("!bob:small.local")
    ),
    "GET /world/messages": Example(
        given={"chat_id": BOB}, check=lambda fake, result: result == fake.world.messages(BOB) != []
    ),
    "POST /world/receive": Example(
        given={"chat_id": BOB, "text": "hi"}, check=lambda fake, result: newest(fake) == result
    ),
    "POST /world/deliver": Example(before=late, check=lambda _, result: [one["text"] for one in result] == ["late"]),
    "POST /world/late_by": Example(given={"reads": 3}, check=lambda fake, _: arrives_at(fake) == 3),
    "POST /world/report": Example(
        before=written(None),
        given={"chat_id": BOB, "message_id": "{message}", "status": "FAIL_PERMANENT", "reason": "blocked"},
        check=lambda fake, _: newest(fake)["sendStatus"]["status"] == "FAIL_PERMANENT",
    ),
    "POST /world/add_messages": Example(
        given={"chat_id": BOB, "count": 3},
        check=lambda fake, result: [one["id"] for one in fake.world.messages(BOB)[-3:]] == result,
    ),
    "POST /world/add_chats": Example(
        given={"account_id": "signal", "count": 2},
        check=lambda fake, result: len(result) == 2 and {one["id"] for one in fake.world.chats()} > set(result),
    ),
    "POST /world/add_members": Example(
        given={"chat_id": GROUP, "count": 2}, check=lambda fake, result: len(hiking(fake)) == 6 and len(result) == 2
    ),
    "POST /world/add_chat": Example(
        given={"title": "Plans", "people": ["Bob", "Somebody New"], "network": "Signal", "unread": 2},
        check=lambda fake, result: fake.world.chat("Plans")["id"] == result,
    ),
    "POST /world/add_account": Example(
        given={"network": "telegram", "contacts": ["Bob"], "user": {"fullName": "A."}},
        check=lambda fake, result: result in [one["accountID"] for one in fake.world.accounts()],
    ),
    "POST /world/add_label": Example(
        given={"name": "Walks"}, check=lambda fake, result: fake.world.add_label("Walks") == result
    ),
    "POST /world/backfill": Example(
        given={"chat": BOB, "count": 2},
        check=lambda fake, result: [one["id"] for one in fake.world.messages(BOB)[:2]] == result,
    ),
    "POST /world/merge": Example(
        given={"chats": [BOB, "Erin Elmcroft"]},
        check=lambda fake, result: fake.world.chat("!bob:small.local")["mergedIntoChatID"] == result,
    ),
    "POST /world/note_to_self": Example(
        given={"account": "signal"}, check=lambda fake, result: fake.world.note_to_self("signal") == result
    ),
    "POST /world/join": Example(
        given={"chat_id": GROUP}, check=lambda fake, result: result["fullName"] in hiking(fake)
    ),
    "POST /world/leave": Example(
        before=lambda fake: {"user": fake.world.person("Bob").user_id("whatsapp")},
        given={"chat_id": GROUP, "user_id": "{user}"},
        check=lambda fake, _: BOB not in hiking(fake),
    ),
    "POST /world/disconnect": Example(
        given={"account": "whatsapp"}, check=lambda fake, _: status_of(fake) == "disconnected"
    ),
    "POST /world/reconnect": Example(
        before=disconnected, given={"account": "whatsapp"}, check=lambda fake, _: status_of(fake) == "connected"
    ),
    **acts("/me", None, "Alice Ashfield"),
    **acts("/people/{person}", "Bob", BOB),
    "GET /people/{person}/name": Example(names={"person": "Bob"}, check=lambda _, result: result == BOB),
    "GET /people/{person}/user": Example(
        names={"person": "Bob"},
        given={"account": "signal"},
        check=lambda fake, result: result == fake.world.person(BOB).user("signal"),
    ),
    "GET /people/{person}/user_id": Example(
        names={"person": "Bob"},
        given={"account": "signal"},
        check=lambda fake, result: result == fake.world.person(BOB).user_id("signal"),
    ),
}
SERVER: dict[str, Example] = {
    "POST /reset": Example(
        given={"world": "empty", "now": "2026-01-01T00:00:00Z", "websocket_pings": [1, 2.5], "seed": 3},
        check=lambda fake, _: fake.world.chats() == [] and fake.clock.now.isoformat() == "2026-01-01T00:00:00+00:00",
    ),
    "PUT /states/{name}": Example(names={"name": "before"}, check=lambda fake, _: fake.states == ["before"]),
    "GET /states": Example(before=kept, check=lambda _, result: result == ["before"]),
    "DELETE /states/{name}": Example(before=kept, names={"name": "before"}, check=lambda fake, _: fake.states == []),
    "POST /quirks": Example(
        given={"name": "slow_delivery", "optional": True}, check=lambda _, result: result["name"] == "slow_delivery"
    ),
    "GET /quirks": Example(
        before=quirk, check=lambda _, result: [one["name"] for one in result if one["on"]] == ["slow_delivery"]
    ),
    "DELETE /quirks/{name}": Example(
        before=quirk, names={"name": "slow_delivery"}, check=lambda fake, result: len(result) == 1 and not on(fake)
    ),
    "POST /fail": Example(
        given={"operation": "chats.list", "status": 418, "body": {"a": 1}, "headers": {"X-A": "b"}, "optional": True},
        check=lambda fake, _: listed(fake) == {} and fake.requests.last.status == 418,
    ),
    "POST /chaos": Example(
        given={"seed": 1, "rate": 1, "kinds": ["status"], "operation": "chats.list"},
        check=lambda fake, _: listed(fake) == {} and (fake.requests.last.status or 0) >= 429,
    ),
    "GET /rules": Example(
        before=rule, check=lambda _, result: [one["name"] for one in result] == ["fail(status=503) of chats.list"]
    ),
    "GET /rules/{id}": Example(before=rule, names={"id": "{id}"}, check=lambda _, result: result["hits"] == 0),
    "DELETE /rules/{id}": Example(before=rule, names={"id": "{id}"}, check=lambda fake, _: not on(fake)),
    "POST /assert_rules_used": Example(before=rule, check=lambda fake, result: result is None and len(on(fake)) == 1),
    "POST /tokens": Example(
        given={"scopes": ["read"], "lifetime": 60},
        check=lambda fake, result: (
            httpx.get(f"{fake.url}/v1/chats", headers={"authorization": f"Bearer {result}"}, trust_env=False).is_success
        ),
    ),
    "POST /consent": Example(
        before=page,
        given={"url": "{url}", "scopes": ["read"]},
        check=lambda _, result: result.startswith(f"{REDIRECT}?code="),
    ),
    "GET /server": Example(
        check=lambda fake, result: (
            result == {"url": fake.url, "control_url": fake.control_url, "token": fake.token, "version": fake.version}
        )
    ),
    "GET /save": Example(check=lambda _, result: result["format"] == "beeper-fake-world"),
    "POST /load": Example(before=saved, check=lambda fake, _: fake.world.chat("Saved")["type"] == "group"),
    "GET /clock": Example(check=lambda fake, result: datetime.fromisoformat(result["now"]) <= fake.clock.now),
    "POST /clock/advance": Example(
        given={"days": 1, "hours": 0.5}, check=lambda fake, _: fake.clock.now - datetime.now(UTC) > timedelta(days=1)
    ),
    "POST /clock/set": Example(
        given={"moment": "2100-01-01T00:00:00Z"}, check=lambda fake, _: fake.clock.now.year == 2100
    ),
    "GET /requests": Example(
        before=listed,
        given={"operation": "chats_list"},
        check=lambda _, result: [(one["path"], one["status"]) for one in result] == [("/v1/chats", 200)],
    ),
    "DELETE /requests": Example(before=listed, check=lambda fake, _: len(fake.requests) == 0),
    "GET /requests/dropped": Example(check=lambda _, result: result == 0),
    "GET /requests/repeated": Example(before=listed, check=lambda _, result: result == []),
    "POST /requests/assert_called": Example(
        before=listed,
        given={"operation": "chats.list", "times": 1},
        check=lambda _, result: [one["operation"] for one in result] == ["chats.list"],
    ),
    "POST /requests/assert_not_called": Example(
        given={"operation": "messages.send", "json": {"text": "hi"}}, check=lambda _, result: result is None
    ),
    "GET /websockets": Example(check=lambda _, result: result == []),
    "POST /websockets/close": Example(given={"code": 4000}, check=lambda fake, _: len(fake.websockets) == 0),
    "POST /websockets/drop": Example(check=lambda fake, _: len(fake.websockets) == 0),
}
EXAMPLES = WORLD | SERVER


def on(fake: FakeBeeper) -> list[RuleHandle]:
    """The quirks and rules that are on."""
    return fake._handles()
