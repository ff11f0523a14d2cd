from beeper_sdk import AsyncBeeper, api


async def main() -> None:
    async with AsyncBeeper() as beeper:
        chat = await beeper.chats.retrieve("!a:beeper.local", max_participant_count=20)
        if (await beeper.chats.archive(chat.id)) is None:
            print("archived")
        page = (await beeper.raw(api.chats.search(query="x"))).value
        for each in page.items:
            print(each.title)
        for each in (await beeper.raw(api.chats.search(query="y"))).value.items:
            print(each.title)
