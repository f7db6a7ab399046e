"""Laws of taking copy in: no character is lost, done twice is done once."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.intake.word_files import raw

from printpress.content.markup import parse_body
from printpress.intake.conserved import balance, read_again
from printpress.intake.docx import read_docx
from printpress.intake.draft import Block, Draft, Headed, Piece
from printpress.intake.heads import headed
from printpress.intake.normalise import KINDS
from printpress.intake.page_text import read_page
from printpress.intake.plain import read_plain
from printpress.intake.story_text import story_text
from printpress.intake.tally import Tally
from printpress.intake.tidy import proposals, tidied
from printpress.spec.source import MappingNode, parse_yaml

SIGNS = "溪桥水，。“”：；、（）——……AZaz09 .,:;!?'\"*_#>|-+=~`<>&;[](){}^\\/@\u3000\t"
words = st.text(SIGNS, min_size=1, max_size=40)
look = st.sampled_from(["", "", "strong", "emphasis"])


@st.composite
def blocks(draw) -> Block:
    pieces = draw(
        st.lists(st.builds(Piece, words, look), min_size=1, max_size=4).map(tuple)
    )
    label = draw(st.sampled_from(["", "", "-", "1.", "二、", "A．"]))
    return Block(pieces, label=label)


def plain(text: str) -> str:
    return "".join(text.split())


@given(st.lists(blocks(), min_size=1, max_size=4))
def test_what_is_written_is_what_is_read(written):
    """Marks, signs and blanks in any order: the story's reader gives the copy back."""
    sent = "".join(piece.text for block in written for piece in block.pieces)
    tally = Tally()
    text = story_text(Headed("题", blocks=tuple(written)), (), tally)
    read, found = read_again(text, "a.md")
    lost, more = balance("题" + sent, read, tally.remarks())
    assert (lost, more) == ("", ""), text
    assert not [d for d in found if d.severity.value == "error"], text


@given(st.lists(words.filter(str.strip), min_size=1, max_size=5))
def test_paragraphs_keep_their_order(texts):
    tally = Tally()
    written = tuple(Block((Piece(text),)) for text in texts)
    text = story_text(Headed("题", blocks=written), (), tally)
    paragraphs, _ = parse_body(text.split("---\n", 2)[2], "a.md", 1)
    assert [plain(p.text) for p in paragraphs] == [plain(text) for text in texts]


@given(st.lists(st.text(SIGNS + "\n", max_size=60), max_size=8).map("\n\n".join))
def test_no_character_of_a_text_is_lost(text):
    draft = read_plain(text)
    if not draft.blocks:
        return
    check(headed(draft, "名"), text)


def check(story: Headed, written: str) -> None:
    tally = Tally()
    text = story_text(story, (), tally)
    read, _ = read_again(text, "a.md")
    told = [*story.remarks, *tally.remarks()]
    assert balance(written, read, told) == ("", ""), text


@given(
    st.lists(
        st.sampled_from(
            [
                "导读",
                "P02",
                "军民鱼水情\n同唱一首歌",
                "溪桥晨报",
                "三村携手",
                "溪桥联组学习",
                "",
                "近日，溪桥镇召开半年工作会议，总结上半年工作，部署下半年任务，主动纳",
                "入全年工作。",
                "会上，三个村分别作了发言，镇长说，下半年要办三件事。",
                "当前，三村以“修字当头、",
                "扫描二维码",
                "记者 林一",
            ]
        ),
        max_size=14,
    ).map("\n\n".join)
)
def test_no_character_of_a_page_is_lost(text):
    page = read_page(text, "名")
    printed, told = "", list(page.remarks)
    for story in page.stories:
        tally = Tally()
        printed += read_again(story_text(story, (), tally), "a.md")[0]
        told += [*story.remarks, *tally.remarks()]
    assert balance(text, printed, told) == ("", "")


ELEMENTS = (
    "<w:r><w:t>溪桥</w:t></w:r>",
    "<w:r><w:rPr><w:b/></w:rPr><w:t>黑体，</w:t></w:r>",
    '<w:r><w:rPr><w:em w:val="dot"/></w:rPr><w:t>着重</w:t></w:r>',
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>",
    "<w:ins><w:r><w:t>插入</w:t></w:r></w:ins>",
    "<w:del><w:r><w:delText>删除</w:delText></w:r></w:del>",
    "<w:r><w:br/></w:r>",
    "<w:r><w:tab/></w:r>",
    "<w:r><w:noBreakHyphen/></w:r>",
    '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    "<w:r><w:ruby><w:rt><w:r><w:t>qiáo</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>桥"
    "</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></w:pict></w:r>",
    "<w:unknown><w:r><w:t>没见过的</w:t></w:r></w:unknown>",
    "<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>",
)
runs = st.lists(st.sampled_from(ELEMENTS), min_size=1, max_size=7).map("".join)
marks = st.sampled_from(
    [
        "",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>",
        '<w:pPr><w:pStyle w:val="Title"/></w:pPr>',
        '<w:pPr><w:jc w:val="center"/></w:pPr>',
    ]
)
paragraphs = st.tuples(marks, runs).map(lambda p: f"<w:p>{p[0]}{p[1]}</w:p>")
tables = st.lists(
    st.lists(paragraphs, min_size=1, max_size=3).map(
        lambda cells: "<w:tr>" + "".join(f"<w:tc>{c}</w:tc>" for c in cells) + "</w:tr>"
    ),
    min_size=1,
    max_size=3,
).map(lambda rows: f"<w:tbl>{''.join(rows)}</w:tbl>")
bodies = st.lists(st.one_of(paragraphs, paragraphs, tables), min_size=1, max_size=5)


@given(bodies.map("".join), st.sampled_from([None, "accept", "reject"]))
def test_no_character_of_a_word_file_is_lost(body, changes):
    draft = read_docx(raw(body), "a.docx", changes)
    if draft.blocks:
        check(headed(draft, "名"), draft.written)


@given(st.text(SIGNS + "\n—…·～１Ａ", max_size=120), st.text(SIGNS, max_size=30))
def test_tidied_twice_is_tidied_once(body, headline):
    quoted = "'" + headline.replace("\t", " ").replace("'", "''") + "'"
    text = f"---\nheadline: {quoted}\n---\n{body}\n"
    once = tidied(text, "a.md")
    assert tidied(once, "a.md") == once
    assert proposals(once, "a.md") == ()
    head = once.split("\n---\n", 1)[0].removeprefix("---\n")
    assert isinstance(parse_yaml(head, Path("a.md"), "a.md"), MappingNode)


@given(
    st.text(SIGNS + "\n—…·～１Ａ", max_size=120),
    st.sets(st.sampled_from(sorted(KINDS))),
)
def test_kinds_that_are_not_asked_for_change_nothing(body, kinds):
    text = f"---\nheadline: 题\n---\n{body}\n"
    assert {p.kind for p in proposals(text, "a.md", kinds)} <= kinds
    if not proposals(text, "a.md", kinds):
        assert tidied(text, "a.md", kinds) == text


@given(st.text("溪桥，。2025 AZ:/.?=&_-", min_size=1, max_size=40))
def test_an_address_is_never_touched(path):
    address = "https://example.org/" + "".join(
        path.encode("ascii", "ignore").decode().split()
    )
    text = f"---\nheadline: 题\n---\n溪桥 {address} 溪桥\n"
    assert address in tidied(text, "a.md")


def test_a_draft_of_nothing_is_a_story_of_its_name():
    assert headed(Draft((Block((Piece("一句话。"),)),)), "名").headline == "名"
