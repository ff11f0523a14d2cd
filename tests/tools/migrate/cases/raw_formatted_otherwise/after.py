from urllib.parse import urljoin

import aiohttp
import requests

BASE = "http://localhost:23373"


async def other(chat_id: str) -> None:
    """Reads /v0/get-chat of Beeper."""
    requests.get("http://localhost:23373/v0/get-chat?chatID={}".format(chat_id))
    requests.get("http://localhost:23373/v0/get-chat?chatID=%s" % chat_id)
    requests.get(urljoin(BASE, "/v0/get-accounts"))
    async with aiohttp.ClientSession() as session:
        await session.get(f"{BASE}/v0/get-accounts")
