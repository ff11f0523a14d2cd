from urllib.parse import quote
import httpx


def archive(chat):
    answer = httpx.post(f'http://localhost:23373/v1/chats/{quote(str(chat["id"]), safe="")}/archive', json={"archived": True})
    return answer.is_success


def unarchive(chat):
    answer = httpx.post(f"http://localhost:23373/v1/chats/{quote(str(chat.id), safe='')}/archive", json={"archived": False})
    body = answer.json()
    return body
