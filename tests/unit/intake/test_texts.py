"""Plain texts: encodings, paragraphs, headings; Markdown."""

import pytest
from tests.unit.intake.desk import imported, story_of, told
from tests.unit.intake.word_files import MORE, TEXT

from printpress.diagnostics import PressError
from printpress.intake.encodings import decode

COPY = f"永济桥修好了\n记者 林一\n\n　　{TEXT}\n\n　　{MORE}\n"
STORY = f"---\nheadline: 永济桥修好了\nbyline: 记者 林一\n---\n{TEXT}\n\n{MORE}\n"

TRADITIONAL = (
    "溪橋鎮的老街從前是條水路，過橋的人都要在渡口等船。現在橋通了，學生上學不用再等，"
    "賣豆腐的也能早一個時辰開張。"
)


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("gb18030", "GB18030"),
        ("gbk", "GB18030"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_encodings_are_recognised(codec, name, tmp_path):
    contents = COPY.encode(codec)
    assert decode(contents, "a.txt")[:2] == (COPY, name)
    taken = imported(tmp_path, "桥.txt", contents)
    assert story_of(taken) == STORY
    said = [r.words.en for r in taken.remarks if "encoding" in r.words.en]
    assert said == ([] if name == "UTF-8" else said)
    assert bool(said) is (name != "UTF-8")


def test_big5_is_a_guess(tmp_path):
    assert decode(TRADITIONAL.encode("big5"), "a.txt") == (TRADITIONAL, "Big5", True)
    contents = f"老街\n{TRADITIONAL}".encode("big5")
    taken = imported(tmp_path, "a.txt", contents)
    assert "the encoding is taken for Big5" in [r.words.en for r in taken.remarks]


def test_traditional_copy_in_gb18030_is_not_taken_for_big5():
    assert decode(TRADITIONAL.encode("gb18030"), "a")[:2] == (TRADITIONAL, "GB18030")


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(PressError) as trouble:
        decode(bytes(range(128, 256)) * 9, "a.txt")
    assert trouble.value.diagnostics[0].code == "not-importable"


@pytest.mark.parametrize(
    ("words", "codec"),
    [
        ("안녕하세요 마을 소식입니다 다리가 열렸습니다 " * 3, "euc-kr"),
        ("Мост открыт, и старая улица снова живая. " * 3, "cp1251"),
    ],
)
def test_text_of_another_script_is_not_read_as_chinese(words, codec):
    with pytest.raises(PressError):
        decode(words.encode(codec), "a.txt")


def test_lines_broken_by_width_are_paragraphs_again(tmp_path):
    copy = f"　　{TEXT}", f"　　{MORE}"
    lines = [words[n : n + 20] for words in copy for n in range(0, len(words), 20)]
    text = "清溪涨水了\n\n" + "\n".join(lines)
    taken = imported(tmp_path, "a.txt", text.encode())
    assert story_of(taken) == f"---\nheadline: 清溪涨水了\n---\n{TEXT}\n\n{MORE}\n"
    assert any("line ends" in said for said in told(taken, "guessed"))


def test_signs_of_markdown_in_a_text_are_meant(tmp_path):
    text = (
        f"标题\n# 不是小标题*也*不是着重，这一行只是记者随手写下来的记号而已。\n{TEXT}"
    )
    story = story_of(imported(tmp_path, "a.txt", text.encode()))
    assert "\n\\# 不是小标题\\*也\\*不是着重" in story


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("---\nheadline: 桥\n---\n正文。\n", "---\nheadline: 桥\n---\n正文。\n"),
        (
            "# 桥通了\n\n## 小\n\n**正文**。",
            "---\nheadline: 桥通了\n---\n## 小\n\n**正文**。\n",
        ),
        ("桥通了\n\n### 小\n\n正文。", "---\nheadline: 桥通了\n---\n## 小\n\n正文。\n"),
    ],
)
def test_markdown_keeps_its_marks(text, story, tmp_path):
    assert story_of(imported(tmp_path, "桥.md", text.encode("gb18030"))) == story


def test_an_empty_text_is_refused(tmp_path):
    with pytest.raises(PressError) as trouble:
        imported(tmp_path, "a.txt", b" \n\n")
    assert "no text" in trouble.value.diagnostics[0].what.en


def test_a_file_of_an_unknown_kind_is_refused(tmp_path):
    with pytest.raises(PressError) as trouble:
        imported(tmp_path, "a.exe", b"MZ")
    assert "*.exe" in trouble.value.diagnostics[0].what.en
