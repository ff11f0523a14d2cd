from beeper_sdk import Beeper

client = Beeper()
content = client.assets.serve(url="mxc://a/b")
content.save("a.png")
print(len(content.data), content.data[:4])
client.assets.upload_base64(content="aGk=", file_name="a.txt")
print(client.assets.download(url="mxc://a/b").src_url)
