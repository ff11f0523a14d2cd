import asyncio

from beeper_sdk import AsyncBeeper, RetryPolicy, api


async def main() -> None:
    async with AsyncBeeper(retry=RetryPolicy(attempts=2)) as client:
        async for chat in client.chats.list():
            print(chat.title)
        pager = client.messages.list("!a:beeper.local")
        async for message in pager:
            print(message.text)
        page = (await client.raw(api.chats.search(query="x"))).value
        print(page.items)
        texts = [m.text async for m in client.messages.search(query="y")]
        response = await client.raw(api.chats.retrieve("!a:beeper.local"))
        chat = response.value
        print(chat.title, texts)
        content = await client.assets.serve(url="mxc://a/b")
        content.save("a.png")


asyncio.run(main())
