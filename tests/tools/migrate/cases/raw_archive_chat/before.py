import httpx


def archive(chat):
    answer = httpx.post("http://localhost:23373/v0/archive-chat", json={"chatID": chat["id"], "archived": True})
    return answer.json()["success"]


def unarchive(chat):
    answer = httpx.post("http://localhost:23373/v0/archive-chat", json={"archived": False, "chatID": chat.id})
    body = answer.json()
    return body
