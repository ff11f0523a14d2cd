import os
from urllib.parse import quote

import httpx
import requests

BEEPER = os.environ.get("BEEPER_URL", "http://localhost:23373")


def archive(chat_id: str, token: str) -> bool:
    headers = {"Authorization": f"Bearer {token}"}
    response = requests.post(BEEPER + f"/v1/chats/{quote(chat_id, safe='')}/archive", json={}, headers=headers)
    return response.ok


class Desk:
    def __init__(self) -> None:
        self.http = httpx.Client(base_url=BEEPER)

    def chat(self, chat_id: str) -> object:
        return self.http.get(f"/v1/chats/{quote(chat_id, safe='')}", params={"maxParticipantCount": 20}).json()
