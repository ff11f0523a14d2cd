"""``FakeBeeper``: a fake server in this process, over real HTTP.

It has state, checks tokens and arguments, and responds as Beeper would. Its data is made up (``world/seed``), its
behaviour is in ``rules``, and the irregular behaviour of real servers is available as quirks.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .._core.util.validation import check_count, check_flags
from ._host import Host, Options
from .faults.chaos import KINDS, Chaos
from .faults.outcome import outcome
from .faults.rules import RuleHandle
from .oauth.grants import LIFETIME
from .recorded.requests import Requests
from .view import WorldView
from .view.loop import Loop
from .websockets import PINGS
from .wire.tokens import SCOPES
from .world.clock import Now, real_time
from .world.world import Act
from .worlds import WorldName


class FakeBeeper(Host):
    """A fake Beeper server. ``with FakeBeeper() as fake: Beeper(fake.token, base_url=fake.url)``.

    Args:
        seed: Seed of the made-up data of the demo world; the same seed gives the same data.
        world: The data to start with. ``demo``: large and odd, five accounts with 43 chats and 5,009 messages, which
            may change with any version. ``small``: two accounts, five chats, forty messages, which change with major
            versions only. ``empty``: nothing but the bridges. Or the path of a file that `save` wrote.
        version: App version to imitate, e.g. ``"4.2.557"``: its operations, requests, responses and
            ``X-Beeper-Desktop-Version`` header. ``"6.0"``, the newest official SDK, means the newest app. If omitted,
            the server is the newest app and serves v0 as well.
        port: Port to listen on; 0 for any free port.
        now: Clock for what happens after the start; the system clock if omitted.
        token_lifetime: Lifetime, in seconds, of tokens that are issued by OAuth; a year if omitted.
        websocket_pings: Seconds from the opening of a WebSocket to the first ping of the server, and between two pings.
        signed_in: Whether a user is signed in to the app; if not, ``/v1/app/setup`` starts at ``needs-login``.
        strict_requests: Whether names that the API does not have, in a query or a body, are refused with 422. Real apps
            ignore them, and so does the fake server by default: a misspelt name has no effect.

    Raises:
        ValueError, TypeError: An argument is invalid, or the file does not contain a world.
        OSError: The file cannot be read.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        world: WorldName = "demo",
        version: str | None = None,
        port: int = 0,
        now: Now = real_time,
        token_lifetime: int = LIFETIME,
        signed_in: bool = True,
        strict_requests: bool = False,
        websocket_pings: tuple[float, float] = PINGS,
    ) -> None:
        options = Options(
            seed=seed,
            world=world,
            version=version,
            now=now,
            token_lifetime=token_lifetime,
            signed_in=signed_in,
            strict_requests=strict_requests,
            websocket_pings=websocket_pings,
        )
        super().__init__(options, port)

    @property
    def version(self) -> str:
        """The app version that it imitates, e.g. ``4.3.73``."""
        return self._serving()[0].version

    @property
    def token(self) -> str:
        """An access token with both scopes."""
        self._serving()
        return self._token

    def issue_token(self, *scopes: str, lifetime: int | None = None) -> str:
        """Issue another token with these scopes (``read``, ``write``). It expires after `lifetime` seconds or never."""
        if unknown := set(scopes) - set(SCOPES):
            raise ValueError(f"scopes must be {' or '.join(SCOPES)}, not {', '.join(sorted(unknown))}")
        site, thread = self._serving()
        issue = site.tokens.issue
        return thread.run(lambda: issue(scopes, site.world.clock.seconds(), lifetime=lifetime))

    def consent(
        self, url: str, *, allow: bool = True, scopes: Sequence[str] | None = None, follow: bool = False
    ) -> str:
        """Act as the user on the consent page of a login: open the page and submit its form.

        Args:
            url: URL of the consent page, which a program opens in a browser.
            allow: Whether to allow or to deny access.
            scopes: Scopes to select; all requested ones if omitted. An empty list denies access.
            follow: Also request the redirect URI, as a browser does, and wait for the response.

        Returns:
            The redirect URI with ``code`` or ``error``, and ``state``.

        Raises:
            RuntimeError: The page or the redirect URI responded with an error.
        """
        from .oauth.consent import consent

        check_flags(allow=allow, follow=follow)
        self._serving()
        return consent(url, allow=allow, scopes=scopes, follow=follow)

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
        body: Mapping[str, Any] | Sequence[Any] | str | bytes | None = None,
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
        and `chaos` were added; all rules count it for their `after`.

        Args:
            operation: The operation, e.g. ``messages.send``; every request if omitted.
            status: Status of the response, 200 to 599; 200 if only `body` is given.
            headers: Headers of the response, e.g. ``{"Retry-After": "1"}``. They need `status` or `body`.
            body: Body of the response: a dict or list is sent as JSON, a str as text, bytes as they are; `headers` may
                set another ``Content-Type``. The error body of the API version for this status if omitted.
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

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the data of the server to a file of JSON, for ``FakeBeeper(world=path)``.

        A server that starts with the file gives the same responses. The format is described in
        ``beeper_sdk.testing.worlds.saving``. Tokens, quirks, recorded requests, uploads that were not sent and
        messages that a quirk holds back are not saved.

        Raises:
            OSError: The file cannot be written. A file that was there is unchanged.
            RuntimeError: The server is not running.
        """
        from .worlds.saving import dump, write
        from .worlds.script import start_from

        site, thread = self._serving()
        write(Path(path), thread.run(lambda: dump(start_from(site.world))))

    def before(self, operation: str, act: Act, times: int | None = 1) -> None:
        """Call a function that changes the state of the server, just before it handles a request.

        Args:
            operation: The operation of the requests, e.g. ``chats.retrieve``.
            act: The function. It is called with the `World` and must not block.
            times: How many requests to call it before; one if omitted, all if None.

        Raises:
            ValueError, TypeError: An argument is invalid. The message suggests similar names of operations.
        """
        self._hooks.add(operation, act, times)

    @property
    def requests(self) -> Requests:
        """The requests that the server received. They can be read after it was stopped."""
        return self._requests

    @property
    def world(self) -> WorldView:
        """The state of the server. It can be read and changed while the server runs."""
        thread = self._serving()[1]
        return WorldView(Loop(lambda: self._serving()[0].world, thread.run))
