import httpx


async def fetch(url):
    async with httpx.AsyncClient() as http:
        answer = await http.post("http://localhost:23373/v0/download-asset", json={"url": url})
        return answer.json().get("srcURL") or answer.json()["error"]
