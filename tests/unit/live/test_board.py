"""Watchers wait for news, and a slow one neither queues nor holds up others."""

import asyncio

from printpress.live.board import Board, Shown


def test_a_slow_watcher_skips_to_the_newest():
    async def scene():
        board = Board()
        slow: list[int] = []
        quick: list[int] = []

        async def watch(seen, pause):
            turn = 0
            while (shown := await board.after(turn)) is not None:
                turn = shown.turn
                seen.append(turn)
                await asyncio.sleep(pause)

        watchers = [
            asyncio.create_task(watch(slow, 0.2)),
            asyncio.create_task(watch(quick, 0)),
        ]
        for turn in range(1, 11):
            board.put(Shown(turn=turn))
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.25)
        board.close()
        await asyncio.wait_for(asyncio.gather(*watchers), 1)
        return slow, quick

    slow, quick = asyncio.run(scene())
    assert quick == list(range(1, 11))
    assert slow == [1, 10]


def test_who_asks_late_gets_what_there_is():
    async def scene():
        board = Board()
        board.put(Shown(turn=3))
        shown = await board.after(0)
        board.close()
        return shown, await board.after(3)

    shown, last = asyncio.run(scene())
    assert shown == Shown(turn=3)
    assert last is None
