from beeper_sdk import AsyncBeeper, Beeper, api, errors, models
from beeper_sdk import RetryPolicy
import beeper_sdk.errors
import beeper_sdk.testing as testing

beeper = Beeper(retry=RetryPolicy(attempts=3))
chat: models.Chat = beeper.chats.retrieve("!a:beeper.local", max_participant_count=20)
print(beeper.raw(api.chats.list()).value.items, errors.NotFoundError, AsyncBeeper)
print(beeper_sdk.errors.BeeperError, testing)  # v0 is history
