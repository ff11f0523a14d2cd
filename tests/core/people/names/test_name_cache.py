"""What a client keeps of names is bounded and goes away with what it learned."""

from __future__ import annotations

from beeper_sdk import models
from beeper_sdk._core.people.identity_cache import IdentityCache
from beeper_sdk._core.people.name_cache import MAX_NAMES, MAX_SOURCES, NameCache


def test_a_name_is_kept_by_account() -> None:
    cache = NameCache()
    cache.read("account", "wa", "wa", [models.User(id="@a:x", full_name="Ana"), models.User(id="@b:x")])
    assert [cache.name("wa", "@a:x"), cache.name("sig", "@a:x"), cache.name(None, "@a:x")] == ["Ana", None, "Ana"]
    assert (cache.name("wa", "@b:x"), cache.was_read("account", "wa"), cache.was_read("chat", "wa")) == (
        None,
        True,
        False,
    )


def test_a_number_does_not_replace_a_name() -> None:
    cache = NameCache()
    cache.read("account", "wa", "wa", [models.User(id="@a:x", full_name="Ana")])
    cache.read("chat", "!a:x", "wa", [models.User(id="@a:x", full_name="@a:x", phone_number="+15550100001")])
    assert cache.name("wa", "@a:x") == "Ana"


def test_memory_is_bounded() -> None:
    cache = NameCache()
    cache.read("account", "wa", "wa", (models.User(id=str(number), full_name="x") for number in range(MAX_NAMES + 5)))
    for source_number in range(MAX_SOURCES + 5):
        cache.read("chat", str(source_number), None, ())
    assert len(cache) == MAX_NAMES
    assert (cache.was_read("chat", "4"), cache.was_read("chat", "5")) == (False, True)


def test_names_are_forgotten_with_the_rest() -> None:
    learned = IdentityCache()
    learned.names.read("account", "wa", "wa", [models.User(id="@a:x", full_name="Ana")])
    learned.clear()
    assert learned.names.name("wa", "@a:x") is None
