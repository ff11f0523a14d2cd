"""Selects the transport of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..direct.server import is_direct

if TYPE_CHECKING:
    from ..._core.config.settings import Settings
    from ..via_httpx import mapping
    from .protocol import AsyncTransport


def make_transport(
    settings: Settings,
    transport: mapping.AsyncTransport | None,
    http_client: mapping.AsyncHttpClient | None,
) -> AsyncTransport:
    """The transport for the settings and arguments of a client."""
    is_supplied = transport is not None or http_client is not None
    if is_direct(settings.base_url) and not is_supplied and not settings.by_httpx:
        from .direct import AsyncDirectTransport

        return AsyncDirectTransport(settings.base_url)
    from .via_httpx import AsyncHttpxTransport

    return AsyncHttpxTransport(settings.base_url, transport, http_client, by_choice=settings.by_httpx)
