"""The WebSocket ``/v1/ws``: its handshake, the commands of clients, and the events of the world.

Where nothing is known of real apps, this server does the following:

- A token is checked at the handshake only: a connection stays open when its token expires or is revoked.
- An ID of a chat that does not exist is NOT_SUBSCRIBED, and the subscriptions stay as they were. A local ID is
  accepted; events have the chat ID.
- A binary frame is INVALID_COMMAND. A frame of more than 64 KiB closes the connection with 1009.
- A new message is ``message.upserted``, then ``chat.upserted``, because it changes the last activity of its chat.
  Marking as read is ``chat.upserted`` alone.
- A deleted message is ``message.deleted``, although it stays in lists as a message with ``isDeleted``.
- A merged chat has no messages: their events name its member chats. Each ``chat.upserted`` of a member is followed by
  one of the merged chat.
- Events of the setup state and of verifications are sent for changes after the subscription, not for the state at
  that time. A verification that has ended is ``verification.updated``, then ``verification.removed``.
- A client for which more than 1 MiB is waiting is disconnected without a close frame.
- Stopping the server closes connections with 1001, `FakeBeeper.reset` with 1012.
"""
