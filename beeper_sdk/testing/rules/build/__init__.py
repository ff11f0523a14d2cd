"""What tests and the worlds themselves build with: accounts, people, chats, and what people do in them.

Functions raise ValueError for names that nothing has; the message lists what there is, nearest first.
"""
