"""Errors of the upload say that nothing was sent; errors after it hold the upload, so that it need not be repeated."""

from __future__ import annotations

import pickle
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors, models
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.scripted_server import AT_ONCE, SENT, Script, answer, call
from tests.testing.known_chats import BOB

UPLOADED = answer({"uploadID": "up-1", "fileName": "canary.png", "mimeType": "image/png"})


def send(beeper: Any) -> Any:
    return beeper.messages.send("!a:beeper.com", text="canary-text", file=("canary.png", b"x"))


@pytest.mark.parametrize(
    ("step", "kind_of_error"),
    [
        (answer({"error": "no"}), errors.OperationFailed),
        (answer({"error": "no", "code": "x"}, 400), errors.BadRequestError),
        (answer({"message": "no"}, 500), errors.InternalServerError),
        (httpx.ReadTimeout("late"), errors.APITimeoutError),
        (httpx.ReadError("cut"), errors.APIConnectionError),
        (answer({"fileName": "no ID"}), errors.ResponseDecodeError),
        (answer("no JSON object"), errors.ResponseDecodeError),
    ],
)
def test_an_error_of_the_upload_says_that_no_message_was_sent(
    kind: Kind, step: Any, kind_of_error: type[errors.APIError]
) -> None:
    """Also if it is not known whether the file was uploaded: then it is no DeliveryUncertain."""
    server = Script(step)
    with pytest.raises(kind_of_error, match=r"; no message was sent$") as caught:
        call(kind, server, send)
    assert type(caught.value) is kind_of_error
    assert caught.value.operation == "assets.upload"
    assert caught.value.upload is None
    assert "canary" not in str(caught.value)
    assert all(request.url.path.endswith("/upload") for request in server.requests)


def test_nothing_is_uncertain_after_an_upload_that_failed(fake: FakeBeeper) -> None:
    with Beeper(fake.token, base_url=fake.url) as beeper, fake.fail("assets.upload", status=500):
        with pytest.raises(errors.InternalServerError):
            beeper.messages.send(BOB, file=b"x")
        assert beeper.messages.uncertain() == []


@pytest.mark.parametrize(
    ("step", "kind_of_error"),
    [
        (answer({"message": "no"}, 500), errors.DeliveryUncertain),
        (answer({"message": "no"}, 400), errors.BadRequestError),
        (httpx.ReadTimeout("late"), errors.DeliveryUncertain),
        (httpx.ConnectError("refused"), errors.APIConnectionError),
    ],
)
def test_an_error_after_the_upload_holds_the_upload(
    kind: Kind, step: Any, kind_of_error: type[errors.APIError]
) -> None:
    server = Script(UPLOADED, step)
    with pytest.raises(kind_of_error, match=r"; the file was uploaded: .* pass attachment=error\.upload$") as caught:
        call(kind, server, send)
    error = caught.value
    assert (error.operation, error.upload and error.upload.upload_id) == ("messages.send", "up-1")
    assert all(secret not in f"{error} {error!r}" for secret in ("up-1", "canary"))
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.upload) == (str(error), None)


def test_the_upload_of_an_error_can_be_sent_again(kind: Kind, fake: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        with fake.fail("messages.send", status=400), pytest.raises(errors.BadRequestError) as caught:
            yield beeper.messages.send(BOB, file=("a.png", b"x"))
        arrived(fake)
        yield beeper.messages.send(BOB, attachment=caught.value.upload)
        assert arrived(fake) == ["messages.send"]

    play(kind, fake, story)


def test_an_uncertain_send_of_a_file_can_be_checked(kind: Kind, fake: FakeBeeper, group: models.Chat) -> None:
    def story(beeper: Any) -> Story:
        for performed, status in ((False, "not-seen"), (True, "delivered")):
            with (
                fake.fail("messages.send", status=500, performed=performed),
                pytest.raises(errors.DeliveryUncertain) as caught,
            ):
                yield beeper.messages.send(group, text=f"plan {status}", file=("a.png", b"x"))
            uncertain = beeper.messages.uncertain()[0]
            assert (yield beeper.messages.check(caught.value)).status == status
            assert (yield beeper.messages.check(uncertain)).status == status

    play(kind, fake, story)


def test_a_network_that_does_not_allow_the_file_as_the_app_reads_it_is_an_error_after_the_upload(
    kind: Kind, group: models.Chat
) -> None:
    capabilities = {"attachments": {"m.image": {"mimeTypes": {"image/png": 2}, "maxWidth": 10}}}
    chat = models.Chat.from_dict({**group.to_dict(), "capabilities": capabilities})
    server = Script(answer({"uploadID": "up-1", "mimeType": "image/png", "width": 11, "height": 1}), answer(SENT))
    with pytest.raises(errors.NetworkLimit, match="11 pixels of width; this chat allows 10") as caught:
        call(kind, server, lambda b: b.messages.send(chat, file=("a.png", b"x")))
    assert caught.value.upload is not None
    assert server.count == 1


@pytest.mark.parametrize(("operation", "note"), [("assets.upload", "no message was sent"), ("messages.send", "check")])
def test_an_interrupted_send_has_a_note(fake: FakeBeeper, operation: str, note: str) -> None:
    notes: list[str] = []

    async def main() -> None:
        async with AsyncBeeper(fake.token, base_url=fake.url) as beeper, anyio.create_task_group() as tasks:

            async def sending() -> None:
                try:
                    await beeper.messages.send(BOB, file=b"x")
                except BaseException as error:
                    notes.extend(error.__notes__)
                    raise

            tasks.start_soon(sending)
            while not fake.requests.of(operation):  # noqa: ASYNC110 - the server is in another thread
                await anyio.sleep(0.01)
            tasks.cancel_scope.cancel()

    with fake.fail(operation, hang=True):
        anyio.run(main)
    assert any(note in each for each in notes)


def test_the_upload_is_sent_again_only_if_nothing_of_it_arrived(kind: Kind) -> None:
    server = Script(httpx.ConnectError("refused"), UPLOADED, httpx.ConnectError("refused"), answer(SENT))
    call(kind, server, send, retry=AT_ONCE)
    assert [request.url.path.rpartition("/")[2] for request in server.requests] == [
        *("upload", "upload"),
        *("messages", "messages"),
    ]
