from beeper_sdk import Beeper


def people(client: Beeper, account_id: str) -> list[str]:
    found = client.accounts.contacts.search(
        account_id,
        query="ann",  # at least one character
    )
    return [user.id for user in found.items]
