import asyncio

from beeper_desktop_api import AsyncBeeperDesktop


async def main() -> None:
    async with AsyncBeeperDesktop(max_retries=1) as client:
        async for chat in client.chats.list():
            print(chat.title)
        pager = await client.messages.list("!a:beeper.local")
        async for message in pager:
            print(message.text)
        page = await client.chats.search(query="x")
        print(page.items)
        texts = [m.text async for m in await client.messages.search(query="y")]
        response = await client.with_raw_response.chats.retrieve("!a:beeper.local")
        chat = await response.parse()
        print(chat.title, texts)
        content = await client.assets.serve(url="mxc://a/b")
        await content.write_to_file("a.png")


asyncio.run(main())
