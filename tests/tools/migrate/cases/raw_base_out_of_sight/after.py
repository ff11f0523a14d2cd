import aiohttp

BASE = "http://localhost:23373/v0"


async def accounts():
    async with aiohttp.ClientSession(BASE) as session:
        return await session.get("/get-accounts")
