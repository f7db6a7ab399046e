"""When pages are made, and made again."""

import asyncio

from tests.papers import STORIES, write_paper

from printpress.live.board import Board
from printpress.live.run import Work, _watched
from printpress.live.session import Session


def made_times(tmp_path, scene):
    """How often pages are made while the scene is played."""
    issue = write_paper(tmp_path, {})
    work = Work(Session(issue), issue.parent, lambda _: None)

    async def play():
        board, times = Board(), []

        async def again():
            times.append(1)

        watching = asyncio.create_task(_watched(work, board, again))
        await asyncio.sleep(1.2)
        await scene(tmp_path)
        board.close()
        assert await asyncio.wait_for(watching, 3)
        return len(times)

    return asyncio.run(play())


def test_what_changed_before_the_watch_began_is_made(tmp_path):
    async def nothing(folder):
        pass

    assert made_times(tmp_path, nothing) == 1


def test_files_of_the_paper_count_and_no_others(tmp_path):
    async def edits(folder):
        story = folder / STORIES / "market.md"
        (story.parent / ".market.md.swp").write_text("x")
        (story.parent / "market.md~").write_text("x")
        await asyncio.sleep(0.6)
        story.write_text(story.read_text("utf-8") + "\n末段。\n", "utf-8")
        await asyncio.sleep(0.6)

    assert made_times(tmp_path, edits) == 2
