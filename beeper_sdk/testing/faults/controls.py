"""The methods of ``FakeBeeper`` that change what happens to requests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..._core.util.validation import check_count
from .._host import Host
from ..world.world import Act
from .chaos import KINDS, Chaos
from .outcome import outcome
from .rules import RuleHandle


class FaultControls(Host):
    """A server whose requests can be made to fail."""

    def quirk(
        self, name: str, times: int | None = None, *, operation: str | None = None, optional: bool = False
    ) -> RuleHandle:
        """Switch a quirk on: irregular behaviour of real servers. ``python -m beeper_sdk quirks`` lists them.

        Several quirks add up. If the same quirk is switched on twice, the one that was switched on first applies for as
        long as it can. Rules of `fail` and `chaos` that respond in place of the server come before all quirks.

        Args:
            name: The name of the quirk.
            times: How many requests it applies to; all if omitted, until it is switched off.
            operation: Apply it to this operation only, e.g. ``messages.send``.
            optional: Whether it need not apply to any request. Otherwise, the end of the handle's ``with`` block, or of
                that of the server, raises an AssertionError if it did not: see `assert_rules_used`.

        Returns:
            A handle with ``hits``, the number of requests it applied to, and ``off()``. Leaving its ``with`` block
            switches the quirk off.

        Raises:
            ValueError, TypeError: An argument is invalid. The message suggests similar names of quirks or operations.
        """
        return self._quirks.on(name, times, operation, optional=optional)

    def fail(
        self,
        operation: str | None = None,
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        body: dict[str, Any] | list[Any] | str | bytes | None = None,
        performed: bool = False,
        hang: bool = False,
        disconnect: bool = False,
        cut_after: int | None = None,
        delay: float = 0,
        times: int | None = None,
        after: int = 0,
        chat: str | None = None,
        probability: float = 1,
        optional: bool = False,
    ) -> RuleHandle:
        """Add a rule that makes requests fail, or slows them down.

        What happens: a response in place of the server's (`status`, `headers`, `body`; 500 if nothing is chosen), no
        response (`hang`, `disconnect`), an incomplete one (`cut_after`), or a late one (`delay`, also with the others).
        The operation is not performed unless the server's own response is sent or `performed` is set; nor is the token
        checked.

        To which requests: to those of `operation` and `chat`, after the first `after` of them, `times` times, each with
        `probability`. The first rule that applies to a request handles it alone, in the order in which rules of `fail`
        and `chaos` were added; all rules count it for their `after`. Preflights of browsers, and requests whose headers
        are too long, are answered before all rules.

        Args:
            operation: The operation, e.g. ``messages.send``; every request if omitted.
            status: Status of the response, 200 to 599; 200 if only `body` is given.
            headers: Headers of the response, e.g. ``{"Retry-After": "1"}``. They need `status` or `body`.
            body: Body of the response: a dict or list is sent as JSON, a str as text, bytes as they are; `headers` may
                set another ``Content-Type``. If omitted, the error body of the API version for this status, or nothing
                if the status is below 400.
            performed: Perform the operation first. If the server rejects it, its own response is sent and the rule does
                not apply.
            hang: Never respond; the connection stays open until the client closes it, or the server is stopped.
            disconnect: Close the connection without a response.
            cut_after: Close the connection after this many bytes of the body. A shorter body is sent whole, and the
                rule does not apply.
            delay: Seconds before the response is sent, or the connection closed, after the operation is performed.
            times: How many requests it applies to; all if omitted, until it is switched off.
            after: How many matching requests it lets pass first.
            chat: The ID or local ID of a chat: only requests that name it in the path, or in v0 in query or body.
            probability: Share of matching requests that it applies to, at random. The same `seed` of the server, rules
                and requests give the same choice.
            optional: Whether it need not apply to any request. Otherwise, the end of the handle's ``with`` block, or of
                that of the server, raises an AssertionError if it did not: see `assert_rules_used`.

        Returns:
            A handle with ``hits``, the number of requests it applied to, and ``off()``. Leaving its ``with`` block
            switches the rule off.

        Raises:
            ValueError, TypeError: An argument is invalid, or excludes another. The message suggests similar names of
                operations.
        """
        chosen = outcome(
            status=status,
            headers=headers,
            body=body,
            performed=performed,
            hang=hang,
            disconnect=disconnect,
            cut_after=cut_after,
            delay=delay,
        )
        return self._faults.fail(
            chosen, operation, times=times, after=after, chat=chat, probability=probability, optional=optional
        )

    def chaos(
        self,
        seed: int,
        *,
        rate: float = 0.1,
        operation: str | None = None,
        times: int | None = None,
        kinds: Sequence[str] = KINDS,
        performed: bool = False,
        max_delay: float = 0.2,
        optional: bool = True,
    ) -> RuleHandle:
        """Add a rule that makes requests fail at random, reproducibly: the same seed and requests give the same faults.

        Args:
            seed: Seed of the random choice.
            rate: Share of the requests that fail, greater than 0 and at most 1.
            operation: The operation, e.g. ``messages.send``; every request if omitted.
            times: How many requests it applies to; all if omitted, until it is switched off.
            kinds: What may happen: ``status`` (429 with ``Retry-After: 0``, 500, 502 or 503), ``delay`` (of at most
                `max_delay`), ``cut`` (the connection is closed in the body; of writes only if `performed`),
                ``disconnect`` (it is closed without a response), ``hang`` (the same, after `max_delay`).
            performed: Whether operations may be performed although they fail. If not, each failure but a delay means
                that nothing happened.
            max_delay: Seconds of the longest delay.
            optional: Whether it need not apply to any request.

        Returns:
            A handle with ``hits``, the number of requests it applied to, and ``off()``. Leaving its ``with`` block
            switches the rule off.

        Raises:
            ValueError, TypeError: An argument is invalid. The message suggests similar names.
        """
        check_count("seed", seed, 0)
        chosen = Chaos(rate=rate, kinds=kinds, performed=performed, max_delay=max_delay)
        return self._faults.chaos(chosen, seed, operation, times=times, optional=optional)

    def before(self, operation: str, act: Act, times: int | None = 1) -> None:
        """Call a function that changes the state of the server, just before it handles a request.

        Args:
            operation: The operation of the requests, e.g. ``chats.retrieve``.
            act: The function. It is called with the `World`, must not block, and may use ``fake.world`` and
                ``fake.clock``.
            times: How many requests to call it before; one if omitted, all if None.

        Raises:
            ValueError, TypeError: An argument is invalid. The message suggests similar names of operations.
        """
        self._hooks.add(operation, act, times)
