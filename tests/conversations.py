"""For servers of tests that are written on asyncio's streams: nobody who connected is dropped unclosed."""

from __future__ import annotations

import asyncio


class Conversations:
    """Those of one server, a task each."""

    def __init__(self) -> None:
        self.tasks: set[asyncio.Task[None]] = set()

    def keep(self, task: asyncio.Task[None], writer: asyncio.StreamWriter) -> None:
        """Close its connection when it ends; one that is cancelled before it begins could not do so itself."""
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        task.add_done_callback(lambda _: writer.close())

    async def end(self, *servers: asyncio.Server) -> None:
        """Let nobody in any more, and end them all. What connected in the last moment is let in first: a server
        that is closed drops it."""
        while accepting := asyncio.all_tasks() - self.tasks - {asyncio.current_task()}:
            await asyncio.wait(accepting)
        for server in servers:
            server.close()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await asyncio.sleep(0)  # transports close their sockets at the next turn of the loop
