"""``python -m beeper_sdk serve | quirks``."""

from __future__ import annotations

import argparse
import errno
import os
import shlex
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn, TypeAlias, cast

from .._core.util.command_line import FAILED, Parser, port
from .._core.util.program import program
from ._address import check_host, is_reachable
from ._command import Signals

if TYPE_CHECKING:
    from . import FakeBeeper
    from .contract.server import ContractServer

Server: TypeAlias = "FakeBeeper | ContractServer"

DEFAULT_PORT = 23373
_STATE = ("world", "seed", "version", "now", "quirk", "signed_out", "control")
"""The options of a server that has state."""
_CONTROL_VARIABLES = ("BEEPER_FAKE_URL", "BEEPER_FAKE_TOKEN")


def serve(arguments: Sequence[str]) -> int:
    """Run a fake server until it is interrupted, or as long as a command."""
    given = list(arguments)
    own, command = given, None
    if "--" in given:
        at = given.index("--")
        own, command = given[:at], given[at + 1 :]
    parser = _parser()
    chosen = parser.parse_args(own)
    if command == []:
        parser.error("a command must follow --")
    if chosen.port is None:
        chosen.port = DEFAULT_PORT if command is None else 0
    server = _contract_server(parser, chosen) if chosen.contract else _fake(parser, chosen)
    with Signals(command=command is not None) as signals:
        _start(parser, chosen, server)
        try:
            if command is not None:
                return signals.run(command, _environment(_variables(chosen, server)))
            _print(chosen, server)
            signals.wait()
        finally:
            server.stop()
    return 0


def _parser() -> Parser:
    parser = Parser(
        prog=program("serve"),
        usage="%(prog)s [-h] [options] [-- COMMAND ...]",
        description="Run a fake Beeper server until Ctrl-C, or as long as COMMAND. Prints environment variables for "
        "clients as lines of a shell script; COMMAND gets them in its environment.",
        epilog="exit status: that of COMMAND, 126 if it cannot be run, 127 if it was not found, 128 + N if signal N "
        "ended it; otherwise 0 stopped; 1 the address cannot be used; 2 wrong arguments; 141 the output was closed",
    )
    _add_server(parser.add_argument_group("the server"))
    _add_state(parser.add_argument_group("its state"))
    return parser


def _add_server(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--host", help="IP address to listen on; 0.0.0.0 for all (default: 127.0.0.1 and ::1)")
    group.add_argument(
        "--port",
        type=port,
        help=f"port to listen on (default: {DEFAULT_PORT}, or any free port for COMMAND); 0 for any free port",
    )
    group.add_argument("--token", help="access token, of at least 8 characters (default: a random one)")
    group.add_argument("--strict-requests", action="store_true", help="refuse names that the API does not have")
    group.add_argument("--control", action="store_true", help="let programs control the server under /_fake/")
    group.add_argument(
        "--contract",
        action="store_true",
        help="have no state: accept every token, and answer each valid request with an example",
    )


def _add_state(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--world", metavar="NAME|FILE", help="demo (default), small, empty, or a saved world (.json)")
    group.add_argument("--seed", type=int, help="seed of the made-up data (default: 0)")
    group.add_argument("--version", help="app version to imitate, e.g. 4.2.808 (default: the newest)")
    group.add_argument("--app-version", dest="version", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    group.add_argument(
        "--now",
        type=_moment,
        metavar="DATE",
        help="time of the server, which stands then, e.g. 2026-09-01T12:00:00Z (default: the clock of the machine)",
    )
    group.add_argument("--quirk", action="append", metavar="NAME", help="quirk to switch on; can be repeated")
    group.add_argument("--signed-out", action="store_true", help="start without a user who is signed in to the app")


def _moment(text: str) -> datetime:
    """The type of ``--now``."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.utcoffset() is None:
        raise argparse.ArgumentTypeError("must be an ISO 8601 date with a time zone, such as 2026-09-01T12:00:00Z")
    return moment


def _fake(parser: Parser, chosen: argparse.Namespace) -> FakeBeeper:
    from . import FakeBeeper

    options = {name: value for name in ("world", "seed", "version") if (value := getattr(chosen, name)) is not None}
    try:
        fake = FakeBeeper(
            **options,
            host=chosen.host,
            port=chosen.port,
            token=chosen.token,
            now=chosen.now,
            control=chosen.control,
            signed_in=not chosen.signed_out,
            strict_requests=chosen.strict_requests,
        )
    except ValueError as error:
        _refuse(parser, error)
    except OSError as error:
        parser.error(f"argument --world: {error.filename}: {error.strerror}")
    for name in chosen.quirk or ():
        try:
            fake.quirk(name)
        except ValueError as error:
            parser.error(f"argument --quirk: {error}")
    return fake


def _contract_server(parser: Parser, chosen: argparse.Namespace) -> ContractServer:
    from .contract.server import ContractServer

    for name in _STATE:
        if (given := getattr(chosen, name)) is not None and given is not False:
            parser.error(f"argument --{name.replace('_', '-')}: not allowed with argument --contract")
    try:
        return ContractServer(
            host=chosen.host, port=chosen.port, token=chosen.token, strict_requests=chosen.strict_requests
        )
    except ValueError as error:
        _refuse(parser, error)


def _refuse(parser: Parser, error: ValueError) -> NoReturn:
    """Report an error such as ``version must be …`` with the name of the option. Others are about the saved world."""
    name, _, problem = str(error).partition(" ")
    if name not in ("host", "port", "token", "now", "seed", "version", "world"):
        name, problem = "world", str(error)
    parser.error(f"argument --{name}: {problem}")


def _start(parser: Parser, chosen: argparse.Namespace, server: Server) -> None:
    try:
        server.start()
    except ModuleNotFoundError as error:
        parser.exit(FAILED, f"{error}\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        other = "port" if error.errno in (errno.EADDRINUSE, errno.EACCES) or chosen.host is None else "host"
        where = f"port {chosen.port}" if other == "port" else chosen.host
        parser.exit(FAILED, f"cannot listen on {where} ({reason}); choose another one with --{other}\n")
    if is_reachable(check_host(chosen.host)):
        sys.stderr.write(
            f"warning: the server listens on the address {chosen.host}, so everybody in your network can use it. "
            "This is meant for the port mapping of containers.\n"
        )


def _variables(chosen: argparse.Namespace, server: Server) -> dict[str, str]:
    """The environment variables for clients, and for programs that control the server."""
    variables = {"BEEPER_BASE_URL": server.url, "BEEPER_ACCESS_TOKEN": server.token}
    if chosen.control:
        fake = cast("FakeBeeper", server)  # --contract excludes --control
        variables |= zip(_CONTROL_VARIABLES, (fake.control_url, fake.control_token), strict=True)
    return variables


def _environment(variables: dict[str, str]) -> dict[str, str]:
    """The environment of the command. A server around this one is not the one that the command is to control."""
    inherited = {name: value for name, value in os.environ.items() if name not in _CONTROL_VARIABLES}
    return inherited | variables


def _print(chosen: argparse.Namespace, server: Server) -> None:
    # Scripts run these lines: their format must not change. They are written at once, so that a file with them is
    # complete as soon as it is not empty.
    variables = _variables(chosen, server)
    lines = [f"export {name}={shlex.quote(value)}\n" for name, value in variables.items()]
    if chosen.control:
        lines.append("# open {BEEPER_FAKE_URL}/?token={BEEPER_FAKE_TOKEN}\n".format(**variables))
    sys.stdout.write("".join(lines))
    sys.stdout.flush()


def quirks(arguments: Sequence[str]) -> int:
    """List the quirks of the fake server."""
    parser = Parser(
        prog=program("quirks"),
        description="List the quirks of the fake server, one per line.",
        epilog="exit status: 0; 2 wrong arguments; 141 the output was closed",
    )
    parser.parse_args(arguments)
    from . import QUIRKS

    sys.stdout.writelines(f"{quirk.name}: {quirk.about}\n" for quirk in QUIRKS.values())
    return 0
