from beeper_sdk import Beeper, api

client = Beeper()
with client.stream(api.assets.serve(url="mxc://a/b")) as response:
    print(response.status)
    response.save("a.png")
with client.stream(api.assets.serve(url="mxc://a/b")) as response:
    for part in response.iter_bytes():
        print(len(part))
with client.with_streaming_response.chats.list() as response:
    print(response.text())
