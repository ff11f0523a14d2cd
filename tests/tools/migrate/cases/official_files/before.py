from beeper_desktop_api import BeeperDesktop

client = BeeperDesktop()
content = client.assets.serve(url="mxc://a/b")
content.write_to_file("a.png")
print(len(content.read()), content.content[:4])
client.assets.upload_base64(content="aGk=", file_name="a.txt")
print(client.assets.download(url="mxc://a/b").src_url)
