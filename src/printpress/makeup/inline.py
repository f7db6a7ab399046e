"""Words of a story as runs for the text engine: their face, and what they wear."""

from printpress.content.story import Run as Words
from printpress.text.marks import NOTE_RISE, NOTE_SIZE
from printpress.text.setting import Run


def run_in(words: Words, font: str, size: int) -> Run:
    """The words in a face, in copy of that size, with the marks that they have.

    >>> run_in(Words("重点", "emphasis"), "song", 114300).dots
    True
    """
    if words.mark == "note":
        small, rise = size * NOTE_SIZE // 1000, size * NOTE_RISE // 1000
        return Run(words.text, font, small, rise, mark="note")
    dots = words.emphasis == "emphasis"
    return Run(words.text, font, mark=words.mark, dots=dots, ruby=words.ruby)
