from beeper_sdk import Beeper, RetryPolicy

client = Beeper()
patient = client.with_options(retry=RetryPolicy(attempts=6), timeout=60)
client.with_options(headers={"X-Run": "7"}).chats.archive("!a:beeper.local")
patient.chats.retrieve("!a:beeper.local")
print(client.max_retries, client.base_url)
client.get("/v1/info", cast_to=object)
