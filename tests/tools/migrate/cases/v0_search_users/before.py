from beeper_sdk.v0 import Client


def people(client: Client, account_id: str) -> list[str]:
    found = client.search_users(
        account_id=account_id,
        query="ann",  # at least one character
    )
    return [user.id for user in found.items]
