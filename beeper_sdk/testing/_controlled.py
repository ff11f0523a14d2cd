"""A fake server with states that can be kept, and with control over HTTP if that is chosen."""

from __future__ import annotations

import secrets

from ._options import Options
from ._states import check_name, state_of
from .faults.controls import FaultControls
from .recorded.secrets import ISSUED


class Controlled(FaultControls):
    """A server whose data can be kept under names, and which programs of other languages can control."""

    def __init__(self, options: Options, port: int, *, host: str | None, token: str | None) -> None:
        super().__init__(options, port, host=host, token=token)
        control = options.control
        if isinstance(control, str) and control == token:
            raise ValueError("control must be another token than token: programs with one must not have the other")
        # By its beginning, it is removed wherever a request to the API repeats it.
        self._control_token = control if isinstance(control, str) else f"{ISSUED}control_{secrets.token_urlsafe(24)}"

    @property
    def control_token(self) -> str:
        """The token of control over HTTP, which is no token of the API. It stays the same.

        Raises:
            RuntimeError: There is no control over HTTP.
        """
        self._check_controlled()
        return self._control_token

    @property
    def control_url(self) -> str:
        """The URL below which programs control the server, e.g. ``http://127.0.0.1:41234/_fake``.

        Raises:
            RuntimeError: There is no control over HTTP, or the server is not running.
        """
        self._check_controlled()
        return f"{self.url}/_fake"

    def _check_controlled(self) -> None:
        if self._control is None:
            raise RuntimeError("this FakeBeeper is not controlled over HTTP; pass control=True")

    def keep(self, name: str) -> None:
        """Keep the data as it is now under a name, for ``reset(state=name)``; another state of that name is replaced.

        A state is what `save` writes, but in memory, and dated like it: after the reset, the newest message is as old
        as it was. States remain until `forget`, also after `stop`.

        Args:
            name: The name of the state, not empty.

        Raises:
            ValueError, TypeError: `name` is empty, or not a str.
            RuntimeError: The server is not running.
        """
        check_name(name)
        site, thread = self._serving()
        self._states.put(name, thread.run(lambda: state_of(site.world)))

    def forget(self, name: str) -> None:
        """Remove a state that was kept.

        Args:
            name: The name of the state.

        Raises:
            ValueError, TypeError: Nothing is kept under the name.
        """
        self._states.forget(name)

    @property
    def states(self) -> list[str]:
        """The names of the states that are kept, oldest first."""
        return self._states.names()
