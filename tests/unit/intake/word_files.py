"""Word files as reporters send them, made with python-docx and with XML by hand.

python-docx has no words for tracked changes, notes, text boxes and the like; those are
written as Word writes them.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from PIL import Image

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
O = 'xmlns:o="urn:schemas-microsoft-com:office:office"'  # noqa: E741
ALL = " ".join((W, R, M, MC, WPS, V, O))


def saved(document: Document) -> bytes:
    """The file's bytes."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_parts(contents: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The file with parts changed, added or left out."""
    with zipfile.ZipFile(io.BytesIO(contents)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    return packed(parts)


@cache
def _frame() -> Mapping[str, bytes]:
    """The parts of a file without copy."""
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as package:
        return {name: package.read(name) for name in package.namelist()}


def raw(body: str, **parts: str) -> bytes:
    """A file whose body is that XML; parts such as ``footnotes`` are named with it."""
    files = dict(_frame())
    files["word/document.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {ALL}><w:body>{body}</w:body></w:document>"
    ).encode()
    relations = files["word/_rels/document.xml.rels"].decode()
    for name, xml in parts.items():
        files[f"word/{name}.xml"] = xml.encode()
        relations = relations.replace(
            "</Relationships>",
            f'<Relationship Id="rIdX{name}" Type="http://schemas.openxmlformats.org/'
            f'officeDocument/2006/relationships/{name}" Target="{name}.xml"/>'
            "</Relationships>",
        )
    files["word/_rels/document.xml.rels"] = relations.encode()
    return packed(files)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def picture(width: int = 640, height: int = 480, shade: int = 120) -> bytes:
    """A JPEG."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), (shade, 90, 60)).save(out, "JPEG")
    return out.getvalue()


TEXT = "近日，溪桥镇召开半年工作会议，总结上半年工作，部署下半年任务，全镇三村两社区的干部参加了会议。"
MORE = "会议指出，要把清溪的水治好，把永济桥的路修平，让老街的灯亮到夜里十点，大家才算没有白开这个会。"


def styled() -> bytes:
    """Word's own styles: title, subtitle, headings, caption."""
    document = docx.Document()
    document.add_paragraph("溪桥半年成绩单", style="Title")
    document.add_paragraph("——镇里召开工作会议", style="Subtitle")
    document.add_paragraph("记者 林一")
    document.add_paragraph(TEXT)
    document.add_heading("治水", 2)
    paragraph = document.add_paragraph("会议指出，要把")
    paragraph.add_run("清溪的水").bold = True
    paragraph.add_run("治好，这是头一件事，也是全镇人盼了十年的事。")
    return saved(document)


def plain() -> bytes:
    """No styles at all: a kicker, a large black centred headline, a deck, a byline."""
    document = docx.Document()
    for words, size, bold in (
        ("三村携手治水", 14, False),
        ("清溪变清 鱼虾回来", 26, True),
        ("溪桥镇河道整治见闻", 16, False),
    ):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(words)
        run.font.size, run.bold = Pt(size), bold
    document.add_paragraph("（记者 周二）")
    document.add_paragraph("　　" + TEXT)
    document.add_paragraph("　　" + MORE)
    return saved(document)


def pictures() -> bytes:
    """Two pictures, one of them twice, with captions below."""
    document = docx.Document()
    document.add_paragraph("永济桥修好了", style="Title")
    document.add_paragraph(TEXT)
    document.add_picture(io.BytesIO(picture()))
    document.add_paragraph("修好的永济桥。（乔木 摄）")
    document.add_paragraph(MORE)
    document.add_picture(io.BytesIO(picture(800, 600, 200)))
    document.add_paragraph("▲老街的灯")
    document.add_picture(io.BytesIO(picture()))
    return saved(document)


def one_picture() -> bytes:
    """A short story with a picture large enough for a page."""
    document = docx.Document()
    document.add_paragraph("永济桥修好了", style="Title")
    document.add_paragraph("记者 林一")
    document.add_picture(io.BytesIO(picture(1600, 1200)))
    document.add_paragraph("修好的永济桥。（乔木 摄）")
    for words in (TEXT, MORE, TEXT.replace("半年", "年中")):
        document.add_paragraph("　　" + words)
    return saved(document)


def table() -> bytes:
    """A table with merged cells and a cell of two paragraphs."""
    document = docx.Document()
    document.add_paragraph("秋季班次表", style="Title")
    document.add_paragraph(
        "从九月一日起，镇里的公交改用新的班次，请大家出门以前先看一看这张表，不要白跑。"
    )
    grid = document.add_table(3, 3)
    rows = (("线路", "首班", "末班"), ("1路|环线", "6:00", "21:40"), ("2路", "", ""))
    for line, words in enumerate(rows):
        for column, word in enumerate(words):
            grid.cell(line, column).text = word
    grid.cell(2, 1).merge(grid.cell(2, 2)).text = "停运\n检修"
    return saved(document)


def emphasis() -> bytes:
    """着重号 and black face side by side, signs that Markdown would take for marks."""
    return raw(
        p(r("着重号"), properties='<w:pStyle w:val="Title"/>')
        + p(
            r("会上说，"),
            r("三件事", '<w:em w:val="dot"/>'),
            r("要紧：", "<w:b/>"),
            r("治水、"),
            r("修桥", "<w:b/>"),
            r("、"),
            r("点灯", '<w:em w:val="underDot"/>'),
            r("，5*3=15，写作[1]或{甲|乙}，见_溪桥_和R&amp;D、&amp;lt;、C:\\溪桥。"),
        )
        + p(r("- 这一行不是列表，是记者手打的横杠。"))
        + p(r("一、 手打的序号，后面有空格，也不是列表。"))
    )


def tracked() -> bytes:
    """Insertions, deletions, a deleted paragraph mark, moved words."""
    by = 'w:author="老陈" w:date="2025-09-01T08:00:00Z"'
    return raw(
        p(r("修订稿"), properties='<w:pStyle w:val="Title"/>')
        + p(
            r("全镇共有"),
            f'<w:del w:id="1" {by}><w:r><w:delText>三百</w:delText></w:r></w:del>',
            f'<w:ins w:id="2" {by}>{r("三百二十")}</w:ins>',
            r("户用上了清水，比去年"),
            f'<w:ins w:id="3" {by}>{r("同期")}</w:ins>',
            r("多出一倍。"),
        )
        + p(
            r("这一段和下一段原来是分开的，"),
            properties=f'<w:rPr><w:del w:id="4" {by}/></w:rPr>',
        )
        + p(r("老陈把它们并成了一段。"))
    )


def noted() -> bytes:
    """Footnotes, an endnote, comments, hidden words, a running head by hand."""
    return raw(
        p(r("清溪志略"), properties='<w:pStyle w:val="Title"/>')
        + p(
            r("清溪古称"),
            '<w:commentRangeStart w:id="0"/>',
            r("青溪"),
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            r("，发源于石门山"),
            '<w:r><w:endnoteReference w:id="2"/></w:r>',
            r("，流经三村。"),
            r("此句保密。", "<w:vanish/>"),
        ),
        footnotes=f"<w:footnotes {W}><w:footnote w:type='separator' w:id='0'>{p()}"
        f"</w:footnote><w:footnote w:id='2'>{p(r('见《溪桥镇志》卷三。'))}</w:footnote>"
        f"</w:footnotes>",
        endnotes=f"<w:endnotes {W}><w:endnote w:id='2'>{p(r('石门山高三百米。'))}"
        "</w:endnote></w:endnotes>",
        comments=f"<w:comments {W}><w:comment w:id='0' w:author='老陈'>"
        f"{p(r('请核对古称'))}</w:comment></w:comments>",
    )


def boxes() -> bytes:
    """A text box with its fallback, ruby, symbols, a field, an equation, a tab."""
    box = p(r("框里的话：桥通了，心就近了。"))
    return raw(
        p(r("文本框"), properties='<w:pStyle w:val="Title"/>')
        + p(
            r("渡口的"),
            "<w:r><w:ruby><w:rubyPr/><w:rt>"
            + r("yǐ")
            + "</w:rt><w:rubyBase>"
            + r("舣")
            + "</w:rubyBase></w:ruby></w:r>",
            r("舟亭，"),
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
            r("修好了，共有"),
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText> PAGE </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            r("12"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            r("根柱子，面积按"),
            "<m:oMath><m:r><m:t>S=ab</m:t></m:r></m:oMath>",
            r("计算，栏杆"),
            "<w:r><w:tab/><w:t>重做</w:t><w:softHyphen/><w:t>。</w:t></w:r>",
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            f"<wps:txbx><w:txbxContent>{box}</w:txbxContent></wps:txbx></w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{box}"
            "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
            "</w:r>",
        )
        + p(r("第一行"), "<w:r><w:br/></w:r>", r("第二行，到这里为止。"))
    )


def listed() -> bytes:
    """Lists: bullets, numbers, numbers that our Markdown has no word for."""
    level = (
        "<w:abstractNum w:abstractNumId='{n}'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
        "<w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl></w:abstractNum>"
    )
    number = "<w:num w:numId='{n}'><w:abstractNumId w:val='{n}'/></w:num>"
    forms = (("bullet", "•"), ("chineseCounting", "%1、"), ("upperLetter", "%1．"))
    numbering = "".join(
        level.format(n=n, form=form, text=text)
        for n, (form, text) in enumerate(forms, 1)
    ) + "".join(number.format(n=n) for n in (1, 2, 3))

    def item(words: str, n: int) -> str:
        return p(
            r(words),
            properties=f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{n}'/></w:numPr>",
        )

    body = p(r("办事指南"), properties='<w:pStyle w:val="Title"/>') + p(
        r(
            "请带好下面这些东西，到邻里中心二楼的窗口办理，工作人员会当场答复，不用再跑第二趟。"
        )
    )
    body += item("身份证", 1) + item("户口本", 1)
    body += item("取号", 2) + item("排队", 2) + item("甲种表格", 3)
    contents = raw(body)

    def change(files: dict[str, bytes]) -> None:
        files["word/numbering.xml"] = (
            f"<w:numbering {W}>{numbering}</w:numbering>".encode()
        )

    return with_parts(contents, change)


def two_titles_in_strict_form() -> bytes:
    """ISO's strict names, and a name of an odd encoding in a picture's part."""
    document = docx.Document()
    document.add_heading("石门村的石头会唱歌", 1)
    document.add_paragraph(TEXT)
    document.add_heading("第二个大标题", 1)
    document.add_paragraph(MORE)

    def change(files: dict[str, bytes]) -> None:
        for name in ("word/document.xml", "word/styles.xml"):
            files[name] = files[name].replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )

    return with_parts(saved(document), change)
