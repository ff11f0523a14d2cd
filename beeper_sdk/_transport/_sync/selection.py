# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..direct.server import is_direct

if TYPE_CHECKING:
    from .. import httpx_mapping
    from .protocol import Transport


def make_transport(
    base_url: str, transport: httpx_mapping.Transport | None, http_client: httpx_mapping.HttpClient | None
) -> Transport:
    if transport is None and http_client is None and is_direct(base_url):
        from .direct import DirectTransport

        return DirectTransport(base_url)
    from .via_httpx import HttpxTransport

    return HttpxTransport(base_url, transport, http_client)
