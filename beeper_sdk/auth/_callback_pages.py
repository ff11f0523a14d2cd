"""What the browser shows when it comes back. Fixed texts: nothing that came in goes out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._pkce_flow import Landing

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<style>body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem }}</style>
</head><body><h1>{title}</h1><p>{text}</p></body></html>
"""
_HEADERS = (
    "Content-Type: text/html; charset=utf-8",
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Referrer-Policy: no-referrer",  # the address holds the code
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    "Connection: close",
)


def _whole(status: str, title: str, text: str) -> bytes:
    body = _PAGE.format(title=title, text=text).encode()
    head = "\r\n".join((f"HTTP/1.1 {status}", *_HEADERS, f"Content-Length: {len(body)}"))
    return head.encode() + b"\r\n\r\n" + body


_DONE = _whole("200 OK", "Beeper's answer is here", "You can close this page and go back to the program.")
_REFUSED = _whole("200 OK", "Not logged in", "The program was not let in. You can close this page.")
_STRAY = _whole("404 Not Found", "Nothing here", "This page belongs to no log-in that is going on.")


def answer(landing: Landing | None) -> bytes:
    """The HTTP answer to a browser that came back with this; None for anybody else."""
    if landing is None:
        return _STRAY
    return _DONE if landing.error is None else _REFUSED
