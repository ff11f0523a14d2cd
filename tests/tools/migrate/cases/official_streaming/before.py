from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
with client.with_streaming_response.assets.serve(url="mxc://a/b") as response:
    print(response.status_code)
    response.stream_to_file("a.png")
with client.assets.with_streaming_response.serve(url="mxc://a/b") as response:
    for part in response.iter_bytes():
        print(len(part))
with client.with_streaming_response.chats.list() as response:
    print(response.text())
