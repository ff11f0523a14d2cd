"""The functions that were registered with `on_message`, and which messages each of them receives."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from attrs import evolve, frozen

from ..changes.options import POLL_EVERY, RECONCILE, SWEEP_EVERY, check_options
from ..generated import models
from ..util.validation import wrong_type

if TYPE_CHECKING:
    from ..changes.change import Gap, MessageAdded
    from ..changes.options import Options, Own, Start
    from ..changes.selection import Networks
    from ..generated import ItemsOf

MessageHandler: TypeAlias = Callable[["models.Message"], object] | Callable[["models.Message", "models.Chat"], object]
"""A function of a message, or of a message and its chat."""
OnError: TypeAlias = Callable[[Exception, "MessageAdded"], object]
"""Called with an exception of a handler, and the message that it was called with."""
OnGap: TypeAlias = Callable[["Gap"], object]
"""Called when messages may have been missed."""
_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


@frozen(repr=False)
class Running:
    """The arguments of one run."""

    options: Options
    """Its filters are those of the handlers."""
    on_error: OnError | None
    on_gap: OnGap | None


def check_function(name: str, function: object) -> None:
    """Check an argument that can be a function. Raises TypeError."""
    if function is not None and not callable(function):
        raise wrong_type(name, "a function or None", function)


@frozen(repr=False)
class Handler:
    """A registered function, and which messages it receives."""

    function: MessageHandler
    options: Options
    has_chat: bool
    """Whether the function has a second parameter, the chat."""

    def call(self, change: MessageAdded) -> object:
        """Call the function. Its result has to be awaited if it is async."""
        if self.has_chat:
            return cast("Callable[[models.Message, models.Chat], object]", self.function)(change.message, change.chat)
        return cast("Callable[[models.Message], object]", self.function)(change.message)

    def accepts(self, change: MessageAdded, networks: Networks, *, is_mine: bool) -> bool:
        """Whether the function receives a message."""
        message, chat, wanted = change.message, change.chat, self.options
        if is_mine and wanted.own == "none":
            return False
        ids = {chat.id, message.chat_id, chat.local_chat_id, chat.merged_into_chat_id}
        if wanted.chats is not None and wanted.chats.isdisjoint(ids):
            return False
        if wanted.accounts is not None and message.account_id not in wanted.accounts:
            return False
        if wanted.networks is None:
            return True
        names = set(networks.get(message.account_id, ()))
        if chat.account_id == message.account_id and isinstance(chat.network, str):  # not that of a merged chat
            names.add(chat.network.casefold())
        return not wanted.networks.isdisjoint(names)


def stream_options(
    *,
    chats: str | models.Chat | ItemsOf[str | models.Chat] | None = None,
    accounts: str | ItemsOf[str] | None = None,
    networks: str | ItemsOf[str] | None = None,
    own: Own = "none",
    start: Start = "now",
    live: bool = True,
    poll_every: float = POLL_EVERY,
    sweep_every: float = SWEEP_EVERY,
) -> Options:
    """The options of a stream of messages alone, checked. Raises ValueError, TypeError."""
    return check_options(
        chats=chats,
        accounts=accounts,
        networks=networks,
        include=(),
        own=own,
        start=start,
        reconcile=RECONCILE,
        live=live,
        poll_every=poll_every,
        sweep_every=sweep_every,
    )


def make_handler(function: MessageHandler, options: Options) -> Handler:
    """Check a function for the blocking client. Raises TypeError."""
    if inspect.iscoroutinefunction(function):
        raise TypeError("the handler must not be async; use a plain function, or AsyncBeeper")
    return async_make_handler(function, options)


def async_make_handler(function: MessageHandler, options: Options) -> Handler:
    """Check a function, which may be async. Raises TypeError."""
    given: object = function
    if not callable(given):
        raise wrong_type("the handler", "a function of a message, or of a message and a chat", given)
    return Handler(function, options, _has_chat(function))


def _has_chat(function: MessageHandler) -> bool:
    """Whether a function has a second parameter. Parameters with a default do not count. Raises TypeError."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except ValueError:  # some functions that are written in C
        return False
    required = [each for each in parameters if each.default is each.empty]
    count = sum(each.kind in _POSITIONAL for each in required)
    takes_any = any(each.kind is each.VAR_POSITIONAL for each in parameters)
    takes_one = takes_any or any(each.kind in _POSITIONAL for each in parameters)
    if count > 2 or not takes_one or any(each.kind is each.KEYWORD_ONLY for each in required):
        raise TypeError("the handler must have one parameter, the message, or two: the message and the chat")
    return count == 2 or takes_any


def common_options(handlers: Sequence[Handler]) -> Options:
    """The options of one stream with the messages of all handlers. Raises ValueError."""
    wanted = [handler.options for handler in handlers]
    return evolve(
        wanted[0],
        chats=_united(wanted, "chats"),
        accounts=_united(wanted, "accounts"),
        networks=_united(wanted, "networks"),
        own=_own({each.own for each in wanted}),
    )


def needs_networks(handlers: Iterable[Handler]) -> bool:
    """Whether the names of networks are needed to choose between handlers."""
    return any(handler.options.networks is not None for handler in handlers)


def _united(wanted: Sequence[Options], name: str) -> frozenset[str] | None:
    """One filter of the stream. It limits the stream only if all handlers have it."""
    filters: list[frozenset[str] | None] = [getattr(each, name) for each in wanted]
    if any(each is None for each in filters):
        return None
    return frozenset[str]().union(*(each for each in filters if each is not None))


def _own(wanted: set[Own]) -> Own:
    if {"all", "elsewhere"} <= wanted:
        raise ValueError("the handlers of one client must not mix own='all' and own='elsewhere'; use two clients")
    if "all" in wanted:
        return "all"
    return "elsewhere" if "elsewhere" in wanted else "none"
