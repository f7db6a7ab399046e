"""What make-up tells staff: how each story fits, in lines and characters, what to cut.

The cheapest cut is a paragraph whose last line is short: its few characters gone, a
whole line is saved. That is how sub-editors cut by hand.
"""

from collections.abc import Sequence

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, Severity, counted, error
from printpress.makeup.flow import Cut
from printpress.makeup.place import Place
from printpress.makeup.placed import StoryFit
from printpress.makeup.rough import rough_lines
from printpress.makeup.styles import Styles
from printpress.text.galley import Galley

SHORT_ROWS = 2
"""Empty rows that pass without a word: deeper holes are seen (art direction)."""

CUTS_NAMED = 4
"""Paragraphs named as places to cut (taste: more are not weighed up)."""

CUTTABLE = ("text", "item", "question", "answer", "note")
"""Kinds of paragraph from which words may be cut: not verse, nor a table's cells."""


def fit_of(story: Story, place: Place, cut: Cut) -> StoryFit:
    """How the story's rows fitted the frames."""
    placed = [row for column in cut.columns for row in column]
    over = [row for row in cut.overset if row.line]
    lines = [row.line for row in (*placed, *over) if row.line]
    each = sum(line.characters for line in lines) / len(lines) if lines else 0
    empty = cut.short + cut.stranded
    return StoryFit(
        story=story.id,
        page_no=place.page_no,
        slot=place.slot.name,
        rows=len(placed) + empty,
        lines=len(placed) + len(cut.overset),
        overset_lines=len(over),
        overset_characters=sum(line.characters for row in over for line in row.lines),
        short_lines=empty,
        short_characters=round(each * empty),
    )


def cheapest_cuts(galley: Galley, story: Story) -> tuple[tuple[int, int], ...]:
    """(Paragraph number from 1, characters) by how few characters save a line."""
    cuts = [
        (line.characters, line.paragraph + 1)
        for line in galley.lines
        if line.last
        and not line.first
        and line.paragraph < len(story.paragraphs)
        and story.paragraphs[line.paragraph].kind in CUTTABLE
    ]
    return tuple((paragraph, characters) for characters, paragraph in sorted(cuts))


def _cuts(cheapest: Sequence[tuple[int, int]], lines: int) -> Both:
    """What to cut so that so many lines are saved."""
    cuts = cheapest[: min(lines, CUTS_NAMED)]
    left = lines - len(cuts)
    if not cuts:
        return Both(f"cut {counted(left, 'line')}", f"请删去 {left} 行")
    en = " and ".join(
        f"{counted(count, 'character')} in paragraph {p}" for p, count in cuts
    )
    zh = "、".join(f"第 {p} 段删 {count} 字" for p, count in cuts)
    if left > 0:
        more = counted(left, "line")
        return Both(f"cut {en}, and {more} more", f"{zh}，另需再省 {left} 行")
    return Both(f"cut {en}", zh)


def _overset(story: Story, place: Place, galley: Galley, fit: StoryFit) -> Diagnostic:
    slot = place.slot
    cut = _cuts(cheapest_cuts(galley, story), fit.overset_lines)
    pin_en = pin_zh = ""
    if fit.picture_rows:
        pin_en = (
            f", or give the picture fewer rows: `rows` of slot `{slot.name}` in its "
            "layout"
        )
        pin_zh = f"；或在版面文件中减少版位 {slot.name} 的图片行数 rows"
    return error(
        "overset",
        place.span,
        Both(
            f'story "{story.id}" runs {counted(fit.overset_lines, "line")} '
            f"({counted(fit.overset_characters, 'character')}) past slot "
            f'"{slot.name}"',
            f"稿件“{story.id}”超出版位“{slot.name}” {fit.overset_lines} 行"
            f"（{fit.overset_characters} 字）",
        ),
        at=Both(
            f'"{slot.name}" holds {counted(fit.rows, "line")}; the story needs '
            f"{fit.lines}",
            f"“{slot.name}”可容 {fit.rows} 行，稿件需 {fit.lines} 行",
        ),
        why=Both(
            "nothing may be dropped from a page silently", "任何文字都不能悄悄丢失"
        ),
        fix=Both(cut.en + pin_en, cut.zh + pin_zh),
    )


def _short(story: Story, place: Place, fit: StoryFit) -> Diagnostic:
    slot = place.slot
    return Diagnostic(
        "short",
        Severity.WARNING,
        place.span,
        Both(
            f'story "{story.id}" leaves {fit.short_lines} rows of slot "{slot.name}" '
            f"empty (about {fit.short_characters} characters)",
            f"稿件“{story.id}”在版位“{slot.name}”欠 {fit.short_lines} 行"
            f"（约 {fit.short_characters} 字）",
        ),
        fix=Both(
            f"add about {fit.short_characters} characters, a byline or a subhead, or "
            "give the picture more rows",
            f"补约 {fit.short_characters} 字，或加署名、小标题，或增加图片行数",
        ),
    )


def story_findings(
    styles: Styles, story: Story, place: Place, galley: Galley, fit: StoryFit
) -> tuple[Diagnostic, ...]:
    """What there is to say about a story in its slot."""
    found = list(rough_lines(styles, story, galley))
    if fit.overset_lines:
        found.append(_overset(story, place, galley, fit))
    elif fit.short_lines > SHORT_ROWS:
        found.append(_short(story, place, fit))
    return tuple(found)
