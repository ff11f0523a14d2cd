"""Selects the transport of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..direct.server import is_direct

if TYPE_CHECKING:
    from .. import httpx_mapping
    from .protocol import AsyncTransport


def make_transport(
    base_url: str, transport: httpx_mapping.AsyncTransport | None, http_client: httpx_mapping.AsyncHttpClient | None
) -> AsyncTransport:
    """The transport for a base URL and the arguments of a client."""
    if transport is None and http_client is None and is_direct(base_url):
        from .direct import AsyncDirectTransport

        return AsyncDirectTransport(base_url)
    from .via_httpx import AsyncHttpxTransport

    return AsyncHttpxTransport(base_url, transport, http_client)
