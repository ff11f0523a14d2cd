"""Quirks of where the server listens. They apply to the server as a whole."""

from __future__ import annotations

from ._base import Quirk

ADDRESSES = (
    Quirk(
        "ipv6_only",
        "Listens on ::1 only, as on some Windows and Debian systems; otherwise on 127.0.0.1 and ::1.",
        28,
        whole=True,
    ),
    Quirk("ipv4_only", "Listens on 127.0.0.1 only, so that nothing answers at ::1.", 28, whole=True),
    Quirk(
        "port_moves",
        "Moves to the next free port, as after an update of the app, at most 19 ports on, and back when switched off.",
        48,
        whole=True,
    ),
)
