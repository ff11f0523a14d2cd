# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..direct.server import is_direct

if TYPE_CHECKING:
    from ..._core.config.settings import Settings
    from ..via_httpx import mapping
    from .protocol import Transport


def make_transport(
    settings: Settings,
    transport: mapping.Transport | None,
    http_client: mapping.HttpClient | None,
) -> Transport:
    is_supplied = transport is not None or http_client is not None
    if is_direct(settings.base_url) and not is_supplied and not settings.by_httpx:
        from .direct import DirectTransport

        return DirectTransport(settings.base_url)
    from .via_httpx import HttpxTransport

    return HttpxTransport(settings.base_url, transport, http_client, by_choice=settings.by_httpx)
