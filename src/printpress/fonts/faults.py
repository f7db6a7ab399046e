"""What is said of a typeface that cannot be used."""

from pathlib import Path

from printpress.diagnostics import Both, PressError, Span, error


def missing_file(name: str, path: Path, span: Span | None) -> PressError:
    """The face's file is not there."""
    what = Both(
        f"the face {name!r} has no file: {path.as_posix()} does not exist",
        f"字体“{name}”没有文件：{path.as_posix()} 不存在",
    )
    fix = Both(
        f"put {path.name} there, or change `file:` of `{name}` in fonts.yaml",
        f"把 {path.name} 放到那里，或者改 fonts.yaml 里 `{name}` 的 `file:`",
    )
    return PressError([error("missing-file", span, what, fix=fix)])


def damaged(name: str, path: Path, span: Span | None, found: Both) -> PressError:
    """The face's file is no font, or not all of one."""
    what = Both(
        f"the face {name!r} cannot be read: {path.name} {found.en}",
        f"字体“{name}”读不出来：{path.name} {found.zh}",
    )
    fix = Both(
        f"fetch {path.name} anew from its source, or name another file in `file:` "
        f"of `{name}` in fonts.yaml",
        f"重新取得 {path.name}，或者在 fonts.yaml 里给 `{name}` 的 `file:` 换一个文件",
    )
    return PressError([error("damaged-font", span, what, fix=fix)])


def not_truetype(name: str, path: Path, span: Span | None, found: Both) -> PressError:
    """The face's file holds outlines of another kind, or several faces."""
    what = Both(
        f"the face {name!r} cannot be used: {path.name} holds {found.en}; "
        "TrueType outlines of one face are needed",
        f"字体“{name}”不能用：{path.name} 是{found.zh}；需要单个字体的 TrueType 轮廓",
    )
    fix = Both(
        f"name the TrueType (.ttf) edition of the typeface in `file:` of `{name}` "
        "in fonts.yaml",
        f"在 fonts.yaml 里给 `{name}` 的 `file:` 写这款字体的 TrueType（.ttf）版",
    )
    why = Both(
        "the PDF embeds glyf outlines, so that text copied from it stays exact",
        "PDF 里嵌入的是 glyf 轮廓，这样复制出来的文字才不会错",
    )
    return PressError([error("font-not-truetype", span, what, fix=fix, why=why)])


def not_embeddable(
    name: str, path: Path, span: Span | None, forbids: Both
) -> PressError:
    """The face's maker forbids what a PDF for print needs."""
    what = Both(
        f"the face {name!r} may not be embedded: {path.name} forbids {forbids.en}",
        f"字体“{name}”不许嵌入：{path.name} {forbids.zh}",
    )
    fix = Both(
        f"choose a face whose licence allows embedding for `{name}` in fonts.yaml, or "
        "get the maker's edition for print",
        f"在 fonts.yaml 里给 `{name}` 换一款许可嵌入的字体，或者向厂商取得印刷用的版本",
    )
    why = Both(
        "print shops take no PDF whose fonts are not embedded; the permission is the "
        "fsType field of the font's OS/2 table",
        "印刷厂不收没有嵌入字体的 PDF；许可写在字体 OS/2 表的 fsType 字段里",
    )
    return PressError([error("font-not-embeddable", span, what, fix=fix, why=why)])


def unknown(name: str, known: tuple[str, ...], span: Span | None) -> PressError:
    """No face of that name is declared."""
    from printpress.spec.nearest import did_you_mean, listed

    names, meant = listed(known), did_you_mean(name, known)
    what = Both(
        f"no face is called {name!r}; the faces are {names.en}",
        f"没有叫“{name}”的字体；有的是 {names.zh}",
    )
    fix = Both(
        f"{meant.en}write the name of one of them, or add `{name}: {{file: …}}` under "
        "`faces:` in fonts.yaml",
        f"{meant.zh}写其中一个的名字，或者在 fonts.yaml 的 `faces:` 下加 "
        f"`{name}: {{file: …}}`",
    )
    return PressError([error("unknown-font", span, what, fix=fix)])


def lacking(name: str, text: str, at: int) -> PressError:
    """A face was asked to set a character it lacks: ``.notdef`` is never drawn."""
    char = text[at]
    point = f"U+{ord(char):04X}"
    what = Both(
        f"the face {name!r} has no glyph for {char} ({point})",
        f"字体“{name}”里没有“{char}”（{point}）",
    )
    fix = Both(
        f"add a face that has {char} to `fallback:` in fonts.yaml, or write another "
        "character",
        f"在 fonts.yaml 的 `fallback:` 里加一款有“{char}”的字体，或者换一个字",
    )
    return PressError([error("missing-glyph", None, what, fix=fix)])
