from mylib import v0, Client


class Beeper:
    def get_chat(self, chat_id):
        return chat_id


client = v0.Client()
client.get_chat(chat_id="1")
Client().send_message(chat_id="1")
Beeper().get_chat(chat_id="1").success
