from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
patient = client.with_options(max_retries=5, timeout=60)
client.copy(default_headers={"X-Run": "7"}).chats.archive("!a:beeper.local")
patient.chats.retrieve("!a:beeper.local")
print(client.max_retries, client.base_url)
client.get("/v1/info", cast_to=object)
