"""What a REPL and a notebook show of chats, messages, people, accounts, changes and pages. No I/O."""
