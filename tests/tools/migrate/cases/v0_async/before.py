from beeper_sdk import v0


async def main() -> None:
    async with v0.AsyncClient() as beeper:
        chat = await beeper.get_chat(chat_id="!a:beeper.local")
        if (await beeper.archive_chat(chat_id=chat.id)).success:
            print("archived")
        page = await beeper.search_chats(query="x")
        for each in page.items:
            print(each.title)
        for each in (await beeper.search_chats(query="y")).items:
            print(each.title)
