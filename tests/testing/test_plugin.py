"""The pytest plugin, as a test suite of its users has it: small suites that run inside this process."""

from __future__ import annotations

import re

import pytest

from beeper_sdk import models
from beeper_sdk.testing import FakeBeeper
from tests.testing.inner_pytest import run_inside

pytest_plugins = ["pytester"]

STATE = """
    import pytest

    @pytest.mark.parametrize("turn", range(3))
    def test_fresh(turn, {fixtures}):
        chat = {beeper}.chats.list().first()
        assert not [row for row in {fake}.world.messages(chat.id) if row.get("text") == "left behind"]
        {beeper}.messages.send(chat.id, text="left behind")
        assert len({fake}.requests.of("messages.send")) == 1
        print("served at", {fake}.url)
"""


def run(pytester: pytest.Pytester, code: str, *options: str) -> pytest.RunResult:
    pytester.makepyfile(code)
    return run_inside(pytester, "-rs", "-s", *options)


def urls(result: pytest.RunResult) -> set[str]:
    return set(re.findall(r"served at (\S+)", result.stdout.str()))


def test_each_test_has_a_server_of_its_own(pytester: pytest.Pytester) -> None:
    code = STATE.format(fixtures="fake_beeper, beeper", fake="fake_beeper", beeper="beeper")
    result = run(pytester, code)
    result.assert_outcomes(passed=3)


def test_tests_share_the_server_of_the_session_and_its_data_is_fresh(pytester: pytest.Pytester) -> None:
    code = STATE.format(
        fixtures="session_fake_beeper, session_beeper", fake="session_fake_beeper", beeper="session_beeper"
    )
    result = run(pytester, code)
    result.assert_outcomes(passed=3)
    assert len(urls(result)) == 1


def test_async_clients_work_in_a_loop_for_each_test(pytester: pytest.Pytester) -> None:
    code = """
    import anyio, pytest

    @pytest.mark.parametrize("turn", range(2))
    def test_it(turn, async_beeper, session_async_beeper):
        async def names():
            async with async_beeper:
                return await async_beeper.accounts.list(), await session_async_beeper.accounts.list()
        own, shared = anyio.run(names)
        assert own == shared
    """
    run(pytester, code).assert_outcomes(passed=2)


def test_the_marker_chooses_the_app_and_its_quirks(pytester: pytest.Pytester) -> None:
    code = """
    import pytest

    from beeper_sdk import Beeper

    pytestmark = pytest.mark.beeper(version="4.2.557", quirks=["no_is_self"])

    def marks(fake):
        with Beeper(fake.token, base_url=fake.url) as beeper:
            return [user for user in beeper.chats.list().first().participants.items if user.is_self]

    @pytest.mark.parametrize("fixture", ["fake_beeper", "session_fake_beeper"])
    class TestVersions:
        def test_of_the_module(self, fixture, request):
            fake = request.getfixturevalue(fixture)
            assert fake.version == "4.2.557"
            assert not marks(fake)

        @pytest.mark.beeper(version="4.3.0")
        def test_of_the_test(self, fixture, request):
            fake = request.getfixturevalue(fixture)
            assert fake.version == "4.3.0"
            assert not marks(fake)
    """
    run(pytester, code).assert_outcomes(passed=4)


def test_the_clients_of_the_session_know_nothing_of_earlier_tests(pytester: pytest.Pytester) -> None:
    code = """
    import asyncio

    import pytest

    @pytest.mark.beeper(world="small", version="4.3.0")
    def test_newer(session_beeper, session_async_beeper):
        check(session_beeper, session_async_beeper, "4.3.0")

    @pytest.mark.beeper(world="empty", version="4.1.294")
    def test_older(session_beeper, session_async_beeper):
        check(session_beeper, session_async_beeper, "4.1.294")

    def check(client, async_client, version):
        assert client.server_version() == version
        assert asyncio.run(async_client.server_version()) == version
    """
    run(pytester, code).assert_outcomes(passed=2)


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        ("version='new'", "version must be an app version"),
        ("vresion='4.3.0'", "the marker beeper has no argument 'vresion'; did you mean 'version'?"),
        ("quirks='no_is_self'", "quirks of the marker beeper must be a list of names"),
        ("quirks=['no_is_slef']", "no_is_self"),
        ("'4.3.0'", "keyword arguments only"),
    ],
)
def test_a_wrong_marker_is_an_error_of_the_test(pytester: pytest.Pytester, marker: str, said: str) -> None:
    code = f"""
    import pytest

    @pytest.mark.beeper({marker})
    def test_it(fake_beeper):
        raise AssertionError("it ran")
    """
    result = run(pytester, code)
    result.assert_outcomes(errors=1)
    assert said in result.stdout.str()
    assert "it ran" not in result.stdout.str().partition("short test summary")[2]


@pytest.mark.parametrize("fixture", ["fake_beeper", "session_fake_beeper"])
def test_a_rule_that_was_not_used_fails_its_test_alone(pytester: pytest.Pytester, fixture: str) -> None:
    code = f"""
    def test_unused({fixture}):
        {fixture}.fail("messages.send", status=503)

    def test_optional({fixture}):
        {fixture}.fail("messages.send", status=503, optional=True)

    def test_failed({fixture}):
        {fixture}.fail("messages.send", status=503)
        assert 1 == 2

    def test_next({fixture}):
        pass
    """
    result = run(pytester, code)
    result.assert_outcomes(passed=3, failed=1, errors=1)
    result.stdout.fnmatch_lines(["*messages.send*"])


LIVE = """
    import pytest

    def test_reads(beeper):
        assert beeper.accounts.list()

    def test_reads_async(async_beeper):
        import anyio
        async def go():
            async with async_beeper:
                return await async_beeper.accounts.list()
        assert anyio.run(go)

    def test_writes(session_beeper):
        session_beeper.messages.send(session_beeper.chats.list().first().id, text="must not arrive")

    def test_writes_in_a_group(async_beeper):
        import anyio
        async def go():
            async with async_beeper, anyio.create_task_group() as tasks:
                tasks.start_soon(lambda: async_beeper.chats.archive("1"))
        anyio.run(go)

    @pytest.fixture
    def arranged(beeper):
        beeper.chats.archive("100")

    def test_writes_in_a_fixture(arranged):
        pass

    def test_needs_the_fake_server(fake_beeper):
        pass

    @pytest.mark.beeper(version="4.2.808")
    def test_needs_an_app(beeper):
        pass

    def test_fails(beeper):
        assert not beeper.accounts.list()
"""


def test_live_tests_read_only(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeBeeper() as real:
        monkeypatch.setenv("BEEPER_BASE_URL", real.url)
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", real.token)
        result = run(pytester, LIVE, "--beeper-live")
        result.assert_outcomes(passed=2, skipped=5, failed=1)
        result.stdout.fnmatch_lines(["*writes (messages.send); --beeper-live only reads*"])
        result.stdout.fnmatch_lines(["*writes (chats.archive); --beeper-live only reads*"])
        result.stdout.fnmatch_lines(["*requires the fake server; --beeper-live uses a real one*"])
        assert real.requests.of("accounts.list")
        assert {request.effect for request in real.requests} == {"read"}
        assert {request.method for request in real.requests} == {"GET"}


@pytest.mark.parametrize("fixture", ["fake_beeper", "session_fake_beeper"])
def test_a_test_that_is_skipped_midway_need_not_use_its_rules(pytester: pytest.Pytester, fixture: str) -> None:
    code = f"""
    import pytest

    def test_skipped({fixture}):
        {fixture}.fail("messages.send", status=503)
        pytest.skip("not here")

    def test_expected_to_fail({fixture}):
        {fixture}.fail("messages.send", status=503)
        pytest.xfail("not yet")
    """
    run(pytester, code).assert_outcomes(skipped=1, xfailed=1)


def test_a_port_is_for_servers_of_one_test(pytester: pytest.Pytester) -> None:
    code = """
    import pytest

    def test_session(session_fake_beeper):
        pass

    @pytest.mark.beeper(port=0)
    def test_own(fake_beeper):
        assert fake_beeper.url

    @pytest.mark.beeper(port=0)
    def test_session_again(session_fake_beeper):
        pass
    """
    result = run(pytester, code)
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*the server of the session keeps its port*"])


UNEQUAL = """
    from beeper_sdk import models

    one = models.ChatDraft.from_dict({"text": "a" * 100 + "b"})
    other = models.ChatDraft.from_dict({"text": "a" * 100 + "c"})

    def test_models():
        assert one == other

    def test_an_item():
        assert {"drafts": [one, one]} == {"drafts": [one, other]}

    def test_classes():
        assert one == models.V0Chat.from_dict({})

    def test_no_models():
        assert ["one", one] == ["other", one]

    def test_more_items():
        assert [one] == [one, one]

    class Array:
        def __ne__(self, other):
            raise ValueError

    def test_objects_of_others():
        assert {"a": Array(), "b": one} == {"a": Array(), "b": one, "c": 1}
"""


def test_unequal_models_are_shown_with_what_differs(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(UNEQUAL)
    assert repr(models.ChatDraft(text="a" * 100 + "b")) == repr(models.ChatDraft(text="a" * 100 + "c"))
    result = run_inside(pytester, "--tb=short", "-rN")  # with CI=true, pytest's summary would repeat the lines
    result.assert_outcomes(failed=6)
    shown = result.stdout.str()
    assert shown.count("How their to_dict() differ:") == 2
    assert shown.count(f"{{'text': '{'a' * 100}b'}} != {{'text': '{'a' * 100}c'}}") == 2
    assert "at index 1 at key 'drafts'" in shown
    assert "Models of different classes are not equal" in shown
    assert "At index 0 diff: 'one' != 'other'" in shown
    assert "Right contains one more item: ChatDraft(" in shown
    assert "E   ValueError" not in shown
