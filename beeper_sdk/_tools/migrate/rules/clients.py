"""Rewrites the creation of clients, their options, and their attributes other than operations."""

from __future__ import annotations

import libcst as cst

from ...._core.util.urls import is_loopback
from .. import code_builders as build
from .. import official, v0
from ..code_builders import Arguments
from ..context import Work
from ..inferred_types import Client, Method, Result, Symbol
from ..uses import is_not_given, seconds

_FIRST = {name.split(".", maxsplit=1)[0] for name in official.OPERATIONS}
_KNOWN = _FIRST | {"with_options", "copy", "close"}
_CURRENT_OPTIONS = frozenset({
    "access_token", "base_url", "timeout", "retry", "headers", "transport", "http_client", "read_only", "guard",
    "allow_remote", "api", "strict",
})  # fmt: skip


def apply(work: Work) -> None:
    """Rewrite the options of clients, and add a note for options and attributes that have no replacement."""
    for call in work.source.all(cst.Call):
        client = work.resolver.client(call)
        function = work.resolver.kind(call.func)
        if client is None:
            continue
        if isinstance(function, Symbol):
            _made(work, call, client)
        elif isinstance(function, Method) and client.family == "official":
            _options(work, call)
            if function.path == "copy":
                work.edits.at(call.func, lambda now: now.with_changes(attr=cst.Name("with_options")))
    for call in work.source.all(cst.Call):
        _timeout(work, call)
    for node in work.source.all(cst.Attribute):
        _member(work, node)
    for owner in work.source.all(cst.ClassDef):
        if any(_is_client(work, base.value) for base in owner.bases):
            work.note(owner, "this class inherits from the client: check what it overrides")


def _is_client(work: Work, node: cst.BaseExpression) -> bool:
    kind = work.resolver.kind(node)
    return isinstance(kind, Symbol) and kind.name.rpartition(".")[2] in official.CLIENTS and "beeper" in kind.name


def _made(work: Work, call: cst.Call, client: Client) -> None:
    """``BeeperDesktop(...)``, ``v0.Client(...)``."""
    arguments = Arguments(call)
    if arguments.starred:
        work.note(
            call,
            "check the unpacked options: max_retries is now retry=RetryPolicy(...), default_headers is now headers",
        )
    if client.family == "official":
        _options(work, call)
        return
    for argument in arguments.items:
        if argument.keyword is not None and argument.keyword.value not in _CURRENT_OPTIONS:
            work.note(call, f"Beeper has no option {argument.keyword.value}")


def _options(work: Work, call: cst.Call) -> None:
    """Options of the official client, when it is created or copied."""
    arguments = Arguments(call)
    for argument in arguments.items:
        name = argument.keyword.value if argument.keyword else ""
        if name and name not in official.OPTIONS:
            work.note(call, f"Beeper has no option {name}: check whether the program needs it")
    _check_options(work, call, arguments)
    absent = {
        argument.keyword.value
        for argument in arguments.items
        if argument.keyword and is_not_given(work.resolver.imported(argument.value))
    }
    renamed = {old for old, new in official.OPTIONS.items() if old != new and arguments.get(old) is not None}
    if not renamed and not absent:
        return
    policy = work.names.need("beeper_sdk.RetryPolicy") if arguments.get("max_retries") else ""
    work.edits.at(call, lambda now: _renamed(now, policy, absent))


def _renamed(call: cst.Call, policy: str, absent: set[str]) -> cst.Call:
    arguments = Arguments(call)
    for name in absent:
        arguments.pop(name)
    for old, new in official.OPTIONS.items():
        value = arguments.get(old)
        if value is None or old == new:
            continue
        if new == "retry":
            value = build.call(build.expression(policy)).with_changes(
                args=[build.keyword("attempts", _attempts(value))]
            )
        arguments.set(new, value, old)
    return arguments.call()


def _attempts(retries: cst.BaseExpression) -> cst.BaseExpression:
    """The number of attempts, which is one more than the number of retries."""
    if isinstance(retries, cst.Integer):
        return cst.Integer(str(retries.evaluated_value + 1))
    return cst.BinaryOperation(build.atom(retries), cst.Add(), cst.Integer("1"))


def _timeout(work: Work, call: cst.Call) -> None:
    """Replace ``httpx.Timeout(30)`` as an option with ``30``."""
    kind = work.resolver.kind(call.func)
    parent = work.source.parent(call)
    owner = work.source.parent(parent) if isinstance(parent, cst.Arg) else None
    receiver = work.resolver.kind(owner) if isinstance(owner, cst.Call) else None
    if not isinstance(kind, Symbol) or kind.name not in official.TIMEOUTS or not isinstance(receiver, Client | Result):
        return
    if (value := seconds(work.source, work.resolver, call)) is not None:
        work.edits.put(call, work.edits.made(value))
    else:
        work.note(call, "timeout must be one number of seconds, which applies to every step")


def _check_options(work: Work, call: cst.Call, arguments: Arguments) -> None:
    """Add notes about options whose meaning has changed."""
    http = arguments.get("http_client")
    kind = work.resolver.kind(http.func) if isinstance(http, cst.Call) else None
    if isinstance(kind, Symbol) and kind.name.rpartition(".")[2] in official.HTTP_CLIENTS:
        work.note(
            call, "an httpx client has other limits and follows no redirects: remove http_client if it is not needed"
        )
    base = arguments.get("base_url")
    url = base.evaluated_value if isinstance(base, cst.SimpleString) else None
    if isinstance(url, str) and url.startswith("http://") and not is_loopback(url):
        work.note(call, "plain HTTP to another machine raises an error unless allow_remote=True")


def _member(work: Work, node: cst.Attribute) -> None:
    """Attributes of a client that are not operations."""
    kind = work.resolver.kind(node)
    if (
        node.attr.value.startswith("with_")
        and isinstance(kind, Client)
        and kind.view
        and not isinstance(work.source.parent(node), cst.Attribute)
    ):
        work.note(
            node,
            f"not rewritten, because {node.attr.value} is stored here: call raw(api....) or stream(api....) instead",
        )
    if not isinstance(kind, Method) or "." in kind.path:
        return
    if kind.client.family == "v0":
        is_called = isinstance(work.source.parent(node), cst.Call)
        if kind.path in v0.CALLS and not is_called:
            target = v0.CALLS[kind.path].target
            work.note(
                node,
                f"not rewritten, because {kind.path} is not called here: use {target}, which has other arguments",
            )
        elif kind.path not in v0.CALLS and kind.path not in ("close", "with_options", "me"):
            work.note(node, f"Beeper has no method {kind.path}")
    elif kind.path not in _KNOWN:
        known = {"get", "post", "put", "patch", "delete"}
        advice = 'use request("GET", "/v1/...")' if kind.path in known else "check whether the program needs it"
        work.note(node, f"Beeper has no attribute {kind.path}: {advice}")
