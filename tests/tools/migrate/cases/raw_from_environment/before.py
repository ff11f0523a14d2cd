import os

import httpx
import requests

BEEPER = os.environ.get("BEEPER_URL", "http://localhost:23373")


def archive(chat_id: str, token: str) -> bool:
    headers = {"Authorization": f"Bearer {token}"}
    response = requests.post(BEEPER + "/v0/archive-chat", json={"chatID": chat_id}, headers=headers)
    return response.json().get("success")


class Desk:
    def __init__(self) -> None:
        self.http = httpx.Client(base_url=BEEPER)

    def chat(self, chat_id: str) -> object:
        return self.http.get("/v0/get-chat", params={"chatID": chat_id}).json()
