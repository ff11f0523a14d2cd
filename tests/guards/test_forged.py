"""What a request says of itself decides nothing: the table of the spec does, with the method and path that are sent."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from beeper_sdk import WritePolicy, api, errors
from beeper_sdk._core.generated import AnyRequest, contract
from beeper_sdk._core.util.override import override
from tests.scripted_server import SENT, Kind, Script, answer, call

CHAT, OTHER = "!a:beeper.com", "!b:beeper.com"
SEND = api.messages.send(CHAT, text="x")
READ = api.chats.retrieve(CHAT)
BODY = contract.JsonBody({"text": "x"})


def says(text: str, claimed: str) -> Any:
    """A str that is compared as another one than it is."""

    class Says(str):
        __slots__ = ()

        @override
        def __eq__(self, other: object) -> bool:
            return other == claimed

        @override
        def __ne__(self, other: object) -> bool:
            return other != claimed

        @override
        def __hash__(self) -> int:
            return hash(claimed)

        @override
        def __str__(self) -> str:
            return claimed

    return Says(text)


def operation(name: str = "messages.send", **more: Any) -> contract.Operation[Any]:
    like = SEND.operation
    given: dict[str, Any] = {"method": "POST", "template": "/v1/chats/{chatID}/messages", "effect": "once", **more}
    return contract.Operation(name, given["method"], given["template"], given["effect"], "required", like.decoder)


def request(made: contract.Operation[Any], path: str = SEND.path, body: contract.Body = BODY) -> AnyRequest:
    return contract.Request(made, path, body=body)


class Imitation(contract.Operation[Any]):
    """Another class of operation."""


class ImitatedRequest(contract.Request[Any]):
    """Another class of request."""


def imitated(claimed: str = "chats.retrieve") -> AnyRequest:
    made = Imitation(claimed, "POST", "/v1/chats/{chatID}/messages", "read", "required", SEND.operation.decoder)
    return request(made)


def mutated() -> AnyRequest:
    made = pickle.loads(pickle.dumps(operation()))
    made.effect, made.name = "read", "chats.retrieve"
    return request(made)


LOOKS_LIKE_A_READ: dict[str, AnyRequest] = {
    "the effect": request(operation(effect="read")),
    "the name of a read": request(operation("chats.retrieve", effect="read")),
    "a read with POST": request(operation("assets.download", effect="read")),
    "a read's template": request(
        operation("assets.download", template="/v1/assets/download", effect="read"), SEND.path
    ),
    "a str as effect": request(operation(effect=says("once", "read"))),
    "a str as method": request(operation(method=says("POST", "GET"), effect="read")),
    "a class": imitated(),
    "a class of requests": ImitatedRequest(operation(effect="read"), SEND.path, body=BODY),
    "attributes": mutated(),
    "dots": request(operation(effect="read"), "/v1/assets/../chats/a/messages"),
    "encoded dots": request(operation("request", effect="read", template="…"), "/v1/x/%2e%2e/chats/a/messages"),
    "an encoded slash": request(operation("request", effect="read", template="…"), "/v1%2Fchats%2fa/messages"),
    "another case": request(operation("request", effect="read", template="…"), "/V1/Chats/a/Messages/"),
    "two slashes": request(operation("request", effect="read", template="…"), "/v1//chats/a/messages"),
}


@pytest.mark.parametrize("forged", LOOKS_LIKE_A_READ)
def test_a_write_that_looks_like_a_read_is_refused(kind: Kind, forged: str) -> None:
    server = Script(answer(SENT))
    for options in ({"guard": WritePolicy(operations=[])}, {"guard": WritePolicy(dry_run=True)}, {"read_only": True}):
        with pytest.raises(errors.WriteRefused):
            call(kind, server, lambda beeper: beeper.raw(LOOKS_LIKE_A_READ[forged]), **options)
    assert server.count == 0


class Changing(contract.JsonBody):
    """A body that is harmless until it is sent."""

    __slots__ = ("reads",)

    def __init__(self, reads: int) -> None:
        self.reads = reads

    @override
    def __getattribute__(self, name: str) -> Any:
        if name != "value":
            return super().__getattribute__(name)
        self.reads -= 1
        return {"text": "x"} if self.reads >= 0 else {"text": "x", "chatID": OTHER}


class Hidden(tuple[Any, ...]):
    """A tuple whose iterator shows nothing the first times."""

    __slots__ = ()
    shown = 0

    @override
    def __iter__(self) -> Any:
        type(self).shown += 1
        return iter(()) if type(self).shown <= 4 else super().__iter__()


class Sent(str):
    """A str that is encoded as another one: form fields are converted by str()."""

    __slots__ = ()

    @override
    def __str__(self) -> str:
        return OTHER


LOOKS_ALLOWED: dict[str, AnyRequest] = {
    "a body that changes": request(operation(), body=Changing(2)),
    "a query that hides a pair": contract.Request(
        SEND.operation, SEND.path, query=Hidden((("chatID", OTHER),)), body=BODY
    ),
    "a pair that is not one": contract.Request(
        SEND.operation, SEND.path, query=(Hidden(("chatID", OTHER)),), body=BODY
    ),
    "a form field": request(operation(), body=contract.FormBody((("chatID", Sent(CHAT)),))),
    "a multipart field": request(operation(), body=contract.MultipartBody({"file": b"x"}, (("chatID", Sent(CHAT)),))),
    "a file as an ID": request(operation(), body=contract.MultipartBody({"chatID": OTHER.encode()})),
    "the name": request(operation(), f"/v1/chats/{OTHER}/archive"),
    "name and template": request(operation(template="/v1/chats/{chatID}/archive"), f"/v1/chats/{CHAT}/archive"),
    "the method": request(operation(method="DELETE")),
    "a str as name": request(operation(says("chats.archive", "messages.send"))),
    "a str as path": request(operation(), says(f"/v1/chats/{OTHER}/messages", SEND.path)),
    "a class": imitated("messages.send"),
    "an ID in the body": request(operation(), body=contract.JsonBody({"text": "x", "chatID": says(OTHER, CHAT)})),
    "a name in the body": request(operation(), body=contract.JsonBody({says("chatID", "x"): OTHER})),
    "a dict": request(operation(), body=contract.JsonBody(type("Other", (dict,), {})({"text": "x"}))),
    "dots": request(operation(), "/v1/chats/../messages"),
    "encoded dots": request(operation(), "/v1/chats/%2e%2e/messages"),
    "no ID": request(operation(), "/v1/chats//messages"),
    "a query": contract.Request(SEND.operation, SEND.path, query=((says("chatID", "x"), OTHER),), body=BODY),
}


@pytest.mark.parametrize("forged", LOOKS_ALLOWED)
def test_what_looks_like_an_allowed_write_is_refused(kind: Kind, forged: str) -> None:
    policy, server = WritePolicy(chats=[CHAT], operations=["messages.send"]), Script(answer(SENT))
    with pytest.raises(errors.PolicyRefused):
        call(kind, server, lambda beeper: beeper.raw(LOOKS_ALLOWED[forged]), guard=policy)
    with pytest.raises(errors.PolicyRefused):
        policy.check(LOOKS_ALLOWED[forged])
    assert server.count == 0


def test_an_allowed_id_is_the_text_that_it_is_not_what_it_is_compared_as(kind: Kind) -> None:
    server = Script(answer(SENT))
    policy = WritePolicy(chats=[says(CHAT, OTHER)])
    call(kind, server, lambda beeper: beeper.messages.send(CHAT, text="x"), guard=policy)
    with pytest.raises(errors.PolicyRefused, match="does not allow this chat"):
        call(kind, server, lambda beeper: beeper.messages.send(OTHER, text="x"), guard=policy)
    with pytest.raises(errors.PolicyRefused, match="does not allow this chat"):
        call(kind, server, lambda beeper: beeper.focus(chat_id=says(OTHER, CHAT)), guard=policy)
    assert server.count == 1


def test_real_requests_pass_pickled_ones_too(kind: Kind) -> None:
    server = Script(answer(SENT), answer({"success": True}), answer({"srcURL": "file:///a"}), answer({}))
    policy = WritePolicy(chats=[CHAT], operations=["messages.send", "chats.archive"])
    again = request(pickle.loads(pickle.dumps(operation())))

    call(kind, server, lambda beeper: beeper.raw(again), guard=policy)
    call(kind, server, lambda beeper: beeper.chats.archive(CHAT), guard=policy)
    for options in ({"guard": WritePolicy(operations=[])}, {"read_only": True}):
        call(kind, server, lambda beeper: beeper.assets.download(url="mxc://a/b"), **options)
    call(kind, server, lambda beeper: beeper.request("POST", "/v1/later/find", effect="read"), read_only=True)
    assert server.count == 5


@pytest.mark.parametrize("body", [{5: "x"}, {"a": {None: {True: 1}}}, {"a": [{1.5: "x"}]}], ids=str)
def test_names_that_are_no_text_are_no_ids(kind: Kind, body: Any) -> None:
    server = Script(answer(SENT))
    for policy, error in (
        (WritePolicy(dry_run=True), errors.DryRun),
        (WritePolicy(chats=[CHAT]), errors.PolicyRefused),
        (WritePolicy(operations=["messages.*"]), errors.PolicyRefused),
    ):
        with pytest.raises(error):
            call(kind, server, lambda beeper: beeper.request("PUT", "/v1/x", json=body), guard=policy)
        with pytest.raises(error):
            call(kind, server, lambda beeper: beeper.matrix.create_room(body=body), guard=policy)
    assert server.count == 0
