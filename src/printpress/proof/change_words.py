"""A comparison in words, for the terminal and for sheets, in both languages."""

from collections.abc import Iterator, Sequence
from typing import Final

from printpress.diagnostics import Both, Language, Said, counted
from printpress.proof.compare import Changed, Comparison, Kind, StoryChange
from printpress.proof.record import BREAK
from printpress.proof.wording import Piece

KIND_WORDS: Final[dict[Kind, Both]] = {
    "added": Both("added", "新上版"),
    "removed": Both("removed", "撤下"),
    "renamed": Both("renamed", "换了文件名"),
    "text": Both("text changed", "正文有改动"),
    "punctuation": Both("punctuation only", "只改标点"),
    "heading": Both("heading changed", "标题有改动"),
    "picture": Both("picture changed", "图片有改动"),
    "moved": Both("moved", "换了版位"),
    "look": Both("marked otherwise (bold, subheads …)", "字样有改动（黑体、小标题等）"),
    "overset": Both(
        "the same copy, more or less of it finds room", "稿件未改，排下的多少变了"
    ),
    "rebroken": Both("re-broken only", "只是换行变了"),
    "shifted": Both("shifted only", "只是挪了位置"),
}

PARTS: Final = {
    "kicker": Both("kicker", "引题"),
    "headline": Both("headline", "主题"),
    "deck": Both("deck", "副题"),
    "byline": Both("byline", "署名"),
    "guide": Both("line in the guide", "导读"),
    "quote": Both("quote", "引语"),
    "facts": Both("box of facts", "资料"),
}

AROUND: Final = 12
"""Characters of unchanged text shown beside a change (taste)."""

LONG: Final = 30
"""Characters by which a paragraph that only stands elsewhere is known (taste)."""

QUIET: Final = {"rebroken", "shifted"}
"""What a neighbour's change does to a story: told last, in one line."""


def sentences(told: Comparison, names: tuple[str, str], edition: str) -> Iterator[Said]:
    """What changed, story by story, a result each; pages by picture not among them."""
    old, new = names
    yield Said(
        Both(f"{old} → {new} ({edition})", f"{old} → {new}（{edition}）"),
        {"type": "comparison", "old": old, "new": new, "edition": edition},
    )
    for change in told.stories:
        if not set(change.kinds) <= QUIET:
            yield Said(_story(change), {"type": "story", **story_facts(change)})
    quiet = [change for change in told.stories if set(change.kinds) <= QUIET]
    for change in quiet:
        yield Said(headed(change), {"type": "story", **story_facts(change)})
    for pages, changed in by_line(told.furniture):
        facts = {"type": "furniture", "pages": pages, **_changed_facts(changed)}
        yield Said(_furniture(pages, changed), facts)


def summary(told: Comparison) -> Both:
    """The outcome in a sentence.

    >>> summary(Comparison((), (), ())).en
    'nothing changed'
    """
    if not told:
        return Both("nothing changed", "没有改动")
    quiet = sum(set(change.kinds) <= QUIET for change in told.stories)
    loud = len(told.stories) - quiet
    if not told.pages:
        pages = Both("no page looks otherwise", "各版面貌未变")
    else:
        verb = "looks" if len(told.pages) == 1 else "look"
        pages = Both(
            f"{counted(len(told.pages), 'page')} {verb} otherwise: "
            f"{', '.join(told.pages)}",
            f"面貌有变的版：{'、'.join(told.pages)}",
        )
    stories = f"{loud} {'story' if loud == 1 else 'stories'} changed"
    return Both(
        f"{stories}, {quiet} only re-broken or shifted; {pages.en}",
        f"改动 {loud} 篇，只是换行或挪位 {quiet} 篇；{pages.zh}",
    )


def headed(change: StoryChange) -> Both:
    """Where a story stands, what it is and what happened to it."""
    kinds = [KIND_WORDS[kind] for kind in change.kinds]
    old, new = places(change.old_places), places(change.new_places)
    here = new if change.new_places else old
    en = f'{here.en}: {change.story} "{change.headline}": '
    zh = f"{here.zh}：{change.story}《{change.headline}》："
    en += ", ".join(kind.en for kind in kinds)
    zh += "，".join(kind.zh for kind in kinds)
    if "moved" in change.kinds:
        en, zh = f"{en} (was {old.en})", f"{zh}（原在 {old.zh}）"
    if change.old_story:
        en = f"{en} (was {change.old_story})"
        zh = f"{zh}（原名 {change.old_story}）"
    if change.over:
        en = f"{en}; {counted(change.over, 'character')} find no room now"
        zh = f"{zh}；现在有 {change.over} 字排不下，版面上没有"
    return Both(en, zh)


def places(told: Sequence[tuple[str, str]]) -> Both:
    """Pages and slots.

    >>> places((("1", "lead"), ("3", "rest"))).en
    'P01 lead, P03 rest'
    """
    en = ", ".join(
        f"P{page.zfill(2) if page.isdecimal() else page} {slot}" for page, slot in told
    )
    zh = "、".join(f"第 {page} 版 {slot}" for page, slot in told)
    return Both(en, zh)


def part_words(part: str) -> Both:
    """A part of a story by name.

    >>> part_words("3-4").en, part_words("caption 2").zh
    ('paragraphs 3-4', '图片 2 说明')
    """
    if part in PARTS:
        return PARTS[part]
    if part.startswith("caption "):
        number = part.removeprefix("caption ")
        return Both(f"words of picture {number}", f"图片 {number} 说明")
    noun = "paragraphs" if "-" in part else "paragraph"
    return Both(f"{noun} {part}", f"第 {part} 段")


def _story(change: StoryChange) -> Both:
    one_sided = change.kinds in (("added",), ("removed",))
    if one_sided:
        number = sum(piece.size for each in change.changed for piece in each.pieces)
        head = headed(change)
        size = counted(number, "character")
        return Both(f"{head.en} ({size})", f"{head.zh}（{number} 字）")
    lines = [headed(change), *map(_line, change.changed)]
    return Both("\n".join(b.en for b in lines), "\n".join(b.zh for b in lines))


def _line(changed: Changed) -> Both:
    part = part_words(changed.part)
    if changed.moved_from:
        was = changed.moved_from
        first = _cut(changed.pieces[0].new)
        return Both(
            f"   {part.en}: stood as paragraph {was}: {first}",
            f"   {part.zh}：原是第 {was} 段：{first}",
        )
    en, zh = marked(changed.pieces, "en"), marked(changed.pieces, "zh")
    return Both(f"   {part.en}: {en}", f"   {part.zh}：{zh}")


def _furniture(pages: Sequence[str], changed: Changed) -> Both:
    en, zh = marked(changed.pieces, "en"), marked(changed.pieces, "zh")
    noun = "page" if len(pages) == 1 else "pages"
    return Both(
        f"{noun} {', '.join(pages)}, outside the stories: {en}",
        f"第 {'、'.join(pages)} 版，稿件以外：{zh}",
    )


def by_line(
    furniture: Sequence[tuple[str, Changed]],
) -> list[tuple[list[str], Changed]]:
    """Lines outside the stories: what changed alike on several pages is one change."""
    found: dict[tuple[Piece, ...], tuple[list[str], Changed]] = {}
    for page, changed in furniture:
        pages, _ = found.setdefault(changed.pieces, ([], changed))
        if page not in pages:
            pages.append(page)
    return list(found.values())


def marked(told: Sequence[Piece], language: Language) -> str:
    """The words in one line with what is gone and what is new, and a little around.

    >>> marked((Piece("早市", "早市"), Piece("6", "7"), Piece("点", "点")), "en")
    '早市[-6-]{+7+}点'
    """
    gone, come = (
        ("〔删：{}〕", "〔增：{}〕") if language == "zh" else ("[-{}-]", "{{+{}+}}")
    )
    shown = []
    for number, piece in enumerate(told):
        if piece.changed:
            shown.append(gone.format(piece.old) if piece.old else "")
            shown.append(come.format(piece.new) if piece.new else "")
        else:
            first, last = number == 0, number == len(told) - 1
            shown.append(_around(piece.new, first=first, last=last))
    return "".join(shown).replace(BREAK, "¶")


def _around(text: str, *, first: bool, last: bool) -> str:
    """The ends of unchanged text that stand beside a change."""
    if len(text) <= (AROUND if first or last else 2 * AROUND):
        return text
    head = "" if first else text[:AROUND]
    foot = "" if last else text[-AROUND:]
    return f"{head}…{foot}"


def _cut(text: str) -> str:
    return text if len(text) <= LONG else f"{text[:LONG]}…"


def story_facts(change: StoryChange) -> dict[str, object]:
    """A story's change for programs, all its words in it."""
    return {
        "story": change.story,
        "headline": change.headline,
        "kinds": list(change.kinds),
        "old_places": [list(place) for place in change.old_places],
        "new_places": [list(place) for place in change.new_places],
        "old_story": change.old_story or None,
        "overset_characters": change.over,
        "changed": [_changed_facts(changed) for changed in change.changed],
    }


def _changed_facts(changed: Changed) -> dict[str, object]:
    return {
        "part": changed.part,
        "moved_from": changed.moved_from or None,
        "pieces": [{"old": p.old, "new": p.new} for p in changed.pieces],
    }
