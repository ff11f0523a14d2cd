"""What is written to logs, and what errors and hooks keep of a call, is little enough to be listed here.

A new line of a log, or a new field, fails these tests. Whoever adds one says here that no text, name, number, id, URL
or token can be in it.
"""

from __future__ import annotations

import ast
from pathlib import Path

import beeper_sdk
from beeper_sdk.errors._context import AnswerInfo, CallInfo
from beeper_sdk.hooks import Attempt, Result

HERE = Path(beeper_sdk.__file__).parent
LEVELS = {"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "print"}
APART = {"_sync", "testing", "_tools", "__main__.py"}
"""Compiled from what is looked at; not part of the client; commands that print what they are asked for."""

LINES = {
    "_core/calls/call.py": {
        "INFO, '%s: retrying in %.2f s', operation.name, wait",
        "DEBUG, line, *names, ended, spent, self.request_id, self.attempt, *sizes",
    },
    "_core/bots/memory_position.py": {
        "WARNING, WITHOUT_POSITION",
        "WARNING, 'messages of %d chats may have been missed (%s); see on_gap=', len(gap.chats), gap.reason",
    },
    "_core/events/conversation.py": {"INFO, 'events: a frame could not be decoded: %s: %s', frame.path, frame.problem"},
    "_async/events/reader.py": {
        "INFO, 'events: the connection was lost (%s); reconnecting', reason",
        "INFO, 'events: connected again'",
    },
    "_core/changes/run.py": {"WARNING, 'changes: the chats cannot be listed (%s); trying again', type(error).__name__"},
    "_async/changes/driver.py": {
        "WARNING, 'changes: the ID of a sent message could not be saved (%s)', type(error).__name__"
    },
    "_async/changes/live.py": {"INFO, 'changes: polling, because events are not available (%s)', type(error).__name__"},
    "_core/diagnostics/recorder.py": {
        "WARNING, 'the diagnostics of a response of %s failed: %s', operation, type(error).__name__"
    },
    "_core/calls/hook_dispatch.py": {
        "WARNING, 'the %s hook raised %s; the exception is ignored', name, type(error).__name__"
    },
    "_core/util/log.py": {
        "WARNING, 'BEEPER_LOG is ignored: it must be %s', ', '.join(_LEVELS)",
        "level, message, *values",
    },
    "_transport/direct/pools.py": {
        "f'unclosed Beeper client with {len(pool)} open connections; use a with block or close()', ResourceWarning"
    },
    "_transport/via_httpx/connections.py": {
        "f'unclosed Beeper client with {left} open connections; use a with block or close()', ResourceWarning"
    },
    "_core/config/environment.py": {
        "'BEEPER_DESKTOP_BASE_URL is deprecated; set BEEPER_BASE_URL instead', DeprecationWarning"
    },
    "v0/_deprecation.py": {"text, DeprecationWarning"},
}
FIELDS = {
    CallInfo: {"operation", "method", "template", "request_id", "attempts"},
    AnswerInfo: {
        "status", "code", "fields", "content_type", "length", "server_version", "retry_after", "texts",
    },
    Attempt: {
        "operation", "method", "template", "effect", "request_id", "number", "sent", "scheme", "host", "port",
    },
    Result: {"status", "failure", "seconds", "received", "server_version"},
}  # fmt: skip


def _written(source: str) -> set[str]:
    """The arguments of calls that write to a log, warn or print; constant formats left out."""
    written_arguments: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            owner = getattr(node.func, "value", None)
            logs = isinstance(owner, ast.Name) and owner.id in ("logger", "logging", "warnings")
            if name in LEVELS and (logs or isinstance(node.func, ast.Name)):
                plain = logs and node.args and isinstance(node.args[0], ast.Constant)
                written_arguments.add(", ".join(map(ast.unparse, node.args[1 if plain else 0 :])))
    return written_arguments


def test_every_line_that_is_written_was_looked_at() -> None:
    lines_by_module: dict[str, set[str]] = {}
    for path in sorted(HERE.rglob("*.py")):
        name = path.relative_to(HERE).as_posix()
        if not APART & set(Path(name).parts) and (written := _written(path.read_text(encoding="utf-8"))):
            lines_by_module[name] = written
    assert lines_by_module == LINES


def test_every_field_that_is_kept_was_looked_at() -> None:
    declared = {kind: set(kind.__annotations__) for kind in FIELDS}
    assert declared == FIELDS


def test_the_check_sees_lines() -> None:
    assert _written("logger.info('%s', text)\nwarn(text)\nprint(text)\nother.info(text)") == {"text"}
