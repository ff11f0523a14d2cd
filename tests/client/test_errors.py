"""Errors travel between processes, and hold nothing private."""

from __future__ import annotations

import inspect
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import errors, models
from beeper_sdk._core.calls.error_mapping import error_class
from beeper_sdk._core.http.error_bodies import html_title, read
from beeper_sdk.errors import APIError, APIStatusError, BeeperError
from beeper_sdk.errors._context import AnswerInfo, CallInfo, Issue, PrivateTexts
from tests.each import each_of

CANDIDATES = [models.Chat.from_dict({"id": "!a:x"}), models.Chat.from_dict({"id": "!b:x"})]
CALL = CallInfo("chats.retrieve", "GET", "/v1/chats/{chatID}", "a1-1")
ANSWER = AnswerInfo(404, "not_found", ("body.chatID",), "application/json", 12)


def examples() -> list[BeeperError]:
    """One of each error."""
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, BeeperError)]
    by_status = [kind("no", CALL, ANSWER) for kind in kinds if issubclass(kind, errors.AnsweredError | APIStatusError)
                 and not issubclass(kind, errors.ResponseDecodeError | errors.MissingScope)]  # fmt: skip
    doubt = errors.DeliveryUncertain(
        CALL, "00ff", datetime(2026, 1, 1, tzinfo=UTC), "it was answered with status 500", "look"
    )
    doubt.__cause__ = by_status[0]
    others = [
        BeeperError("x"),
        APIError("x", CALL),
        errors.CausedError("x", CALL),
        errors.APIConnectionError("x", CALL),
        errors.APITimeoutError("x", CALL),
        errors.ResponseDecodeError(CALL, ANSWER, "$.id", "expected str, found int"),
        errors.ResponseTooLarge(CALL, ANSWER, "$", "is longer than max_response_bytes"),
        errors.MissingScope("no", CALL, ANSWER, "write"),
        doubt,
        errors.MissingToken("chats.list"),
        errors.WriteRefused("chats.archive"),
        errors.PolicyRefused("chats.archive", "the policy does not name it"),
        errors.WriteLimitReached("messages.send", 3, 60, 1.5),
        errors.DryRun("messages.send"),
        errors.NetworkLimit("messages.send", "no", "max_size", limit=1, actual=2, unit="bytes"),
        errors.LoginFailed("no answer came"),
        errors.LoginRefused("the person said no"),
        errors.RedirectPortTaken(8080, "address in use"),
        errors.TokenStoreError("no keyring"),
        errors.TokenFileError("tokens.json", "can be read by others"),
        errors.PolicyRefused("chats.archive", "the policy does not name this chat"),
        errors.WriteLimitReached("chats.archive", 20, 60, 12.5),
        errors.DryRun("chats.archive"),
        errors.ClientClosed("chats.list"),
        errors.StreamConsumed("assets.serve"),
        errors.TokenFunctionError("chats.list"),
        errors.PaginationStalled("x"),
        errors.PositionInUse("position.json"),
        errors.IncompleteParticipants([], 3),
        errors.SelfUserUnknown(["here", "there"]),
        errors.AmbiguousMatch(CANDIDATES, ["contacts of 2 accounts"]),
        errors.IncompleteSearch({"a": APIError("x", CALL)}, CANDIDATES[:1], ["contacts of 2 accounts"]),
        errors.NoMatch(["contacts of 2 accounts"]),
        errors.UnknownNetwork(["Signal", "WhatsApp"]),
        errors.MatchError("no", ["contacts of 2 accounts"]),
        errors.NotSupportedByServer(CALL, "4.2.808", "4.1.294"),
        errors.SubscriptionRejected(CALL, "INVALID_PAYLOAD", "no"),
        errors.AssetUnavailable(CALL, ("id: the server responded with status 502",)),
        errors.AssetIncomplete(CALL, 422, 844, "the server has no more"),
    ]
    assert {type(error) for error in (*by_status, *others)} == set(kinds)
    return [*by_status, *others]


IN_MEMORY_ONLY = ("participants", "candidates", "failed", "_request", "_message")


@pytest.mark.parametrize("error", examples(), ids=lambda error: type(error).__name__)
def test_every_error_comes_back_whole_from_a_pickle(error: BeeperError) -> None:
    again: BeeperError = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    pickled = {name: value for name, value in vars(error).items() if name not in IN_MEMORY_ONLY}
    assert (str(again), vars(again)) == (str(error), pickled)


def test_a_doubt_keeps_its_cause_in_a_pickle() -> None:
    (doubt,) = (error for error in examples() if isinstance(error, errors.DeliveryUncertain))
    assert isinstance(pickle.loads(pickle.dumps(doubt)).__cause__, errors.APIStatusError)


def test_every_error_is_in_the_drawing_of_the_tree() -> None:
    drawing = errors.__doc__ or ""
    names = {type(error).__name__ for error in examples()} - {"AnsweredError", "CausedError"}  # bases
    assert [name for name in names if f" {name} " not in drawing and f"  {name}\n" not in drawing] == []


@pytest.mark.parametrize(
    ("body", "code", "issues"),
    [
        (b'{"message": "Chat of Mum not found", "code": "not_found", "details": null}', "not_found", ()),
        (
            b'{"code": "invalid", "details": {"issues": [{"path": ["body", "us", 0, "id"]}, {"path": ["call Mum!"]}]}}',
            "invalid",
            ("body.us.0.id", "?"),
        ),
        (b'{"error": {"code": "FORBIDDEN", "message": "no"}}', "FORBIDDEN", ()),
        (b'{"error": "Mum is not here", "code": "gone"}', "gone", ()),
        (b'{"error": "Mum is not here"}', None, ()),
        (b'{"success": false, "error": "failed"}', "failed", ()),
        (b'{"error": "invalid_grant", "error_description": "for Mum"}', "invalid_grant", ()),
        (b'{"errcode": "M_FORBIDDEN", "error": "You are not in the room"}', "M_FORBIDDEN", ()),
        (b'{"code": "call Mum"}', None, ()),
        (b'{"code": "mum@mail.test"}', None, ()),
        (b'{"code": "user_491701234567"}', None, ()),
        (b'{"code": 17}', None, ()),
        (b"[]", None, ()),
        (b"", None, ()),
        (b"<html>", None, ()),
        (b"[" * 100_000, None, ()),
        (b"\xff\xfe", None, ()),
    ],
)
def test_each_generations_envelope_gives_its_code_and_no_text(
    body: bytes, code: str | None, issues: tuple[str, ...]
) -> None:
    assert read(body)[:2] == (code, issues)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"message": "Chat of Mum not found", "code": "not_found"}', "Chat of Mum not found"),
        (b'{"error": {"code": "FORBIDDEN", "message": "not for Mum"}}', "not for Mum"),
        (b'{"error": "Mum is not here", "code": "gone"}', "Mum is not here"),
        (b'{"success": false, "error": "Mum is not here"}', "Mum is not here"),
        (b'{"success": false, "error": "failed"}', None),
        (b'{"error": "invalid_grant", "error_description": "for Mum"}', "for Mum"),
        (b'{"errcode": "M_FORBIDDEN", "error": "You are not in the room"}', "You are not in the room"),
        (b'{"message": ""}', None),
        (b'{"message": 17}', None),
        (b'["Mum"]', None),
        (b'{"message": "' + b"x" * 3000 + b'"}', "x" * 2000),
    ],
)
def test_each_generations_envelope_gives_its_message(body: bytes, message: str | None) -> None:
    assert read(body).message == message


@each_of(
    [
        (
            {"details": {"issues": [{"path": ["body", "to", 0], "code": "too_small", "message": "Mum is too small"}]}},
            Issue("body.to.0", "too_small", "Mum is too small"),
        ),
        ({"details": {"issues": [{"path": ["body", "to Mum"], "code": "to Mum"}]}}, Issue("body.to Mum")),
        ({"error": "no", "details": {"body.text": "Mum is no text"}}, Issue("body.text", None, "Mum is no text")),
        ({"error": {"code": "x", "message": "no", "param": "body.text"}}, Issue("body.text")),
    ]
)
def test_each_generations_envelope_gives_what_is_wrong_with_a_field(body: object, issue: Issue) -> None:
    import json

    assert read(json.dumps(body).encode()).issues == (issue,)
    assert repr(issue) == "<Issue>"


def test_what_a_server_says_for_people_is_in_memory_only() -> None:
    answer = ANSWER._replace(texts=PrivateTexts("no chat of Mum", "Mum's page", (Issue("body.Mum", "x", "Mum"),)))
    error = errors.NotFoundError("no", CALL, answer)
    assert (error.server_message, error.answer.title) == ("no chat of Mum", "Mum's page")
    assert [(issue.path, issue.message) for issue in error.issues] == [("body.Mum", "Mum")]
    doubt = errors.DeliveryUncertain(CALL, "00ff", datetime(2026, 1, 1, tzinfo=UTC), "status 404", "look")
    doubt.__cause__ = error
    assert doubt.server_message == "no chat of Mum"
    for held in (error, doubt):
        assert "Mum" not in f"{held} {held!r} {vars(held)} {held.args} {getattr(held, '__notes__', '')}"
        again: APIError = pickle.loads(pickle.dumps(held))
        assert again.server_message is None
    plain: errors.NotFoundError = pickle.loads(pickle.dumps(error))
    assert (plain.answer, plain.answer.title, plain.issues) == (ANSWER, None, ())


@each_of(
    ["NOT_FOUND", "not_found", "Not_Found", "notFound", "M_NOT_FOUND", "chat_archived", "license_expired", "E1001"]
)
def test_a_code_is_a_word_of_any_spelling_and_is_compared_without_case(code: str) -> None:
    assert read(f'{{"code": "{code}"}}'.encode()).code == code
    error = errors.NotFoundError("no", CALL, ANSWER._replace(code=code))
    doubt = errors.DeliveryUncertain(CALL, "00ff", datetime(2026, 1, 1, tzinfo=UTC), "status 404", "look")
    doubt.__cause__ = error
    for kind in (error, doubt):
        assert kind.code == code
        assert kind.has_code("other", code.upper())
        assert kind.has_code(code.lower())
        assert not kind.has_code("other")


@each_of(["491701234567", "+49 170 1234567", "1e9", "a" * 65, "sk-a8F3kQ29xLm71", "!room:beeper.com", "not found", ""])
def test_what_may_be_a_number_or_a_token_is_no_code(code: str) -> None:
    assert read(f'{{"code": "{code}", "message": "x"}}'.encode()).code is None
    assert not errors.NotFoundError("no", CALL, ANSWER._replace(code=None)).has_code(code)


def test_errors_that_belong_together_have_a_common_base() -> None:
    for error in (errors.NoMatch(["2 chats"]), errors.AmbiguousMatch(CANDIDATES, ["2 chats"])):
        assert isinstance(error, errors.MatchError)
        assert (error.searched, list(error.candidates)) == (
            ("2 chats",),
            CANDIDATES if isinstance(error, errors.AmbiguousMatch) else [],
        )
    unsupported: errors.APIError = errors.NotSupportedByServer(CALL._replace(request_id=""), "4.2.808", "4.1.294")
    assert (unsupported.operation, unsupported.status, unsupported.code) == ("chats.retrieve", None, None)
    assert str(unsupported) == (
        "chats.retrieve (GET /v1/chats/{chatID}): requires Beeper 4.2.808 or later; the server is Beeper 4.1.294"
    )
    assert not isinstance(unsupported, errors.APIStatusError)


@given(st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["error", "code", "errcode", "details", "issues", "path", "message"]), inner)))  # fmt: skip
def test_no_envelope_is_too_odd_to_read(body: object) -> None:
    import json

    code, issues, *_ = read(json.dumps(body).encode())
    assert code is None or " " not in code
    assert all(" " not in issue for issue in issues)


def test_the_title_of_an_html_page_is_read_as_one_line() -> None:
    assert html_title(b"<html><TITLE lang=en>\n 502 Bad &amp;\n Gateway </TITLE><body>Mum") == "502 Bad & Gateway"
    assert html_title(b"<html><body>Mum") is None
    assert html_title(b"<title> </title>") is None
    assert html_title(b"<title>" + b"bad " * 90) == ("bad " * 75).strip()


@pytest.mark.parametrize("status", range(300, 600))
def test_every_status_has_an_error(status: int) -> None:
    kind = error_class(status)
    assert issubclass(kind, errors.InternalServerError) == (status >= 500)
