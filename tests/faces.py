"""PressTest, a small TrueType face built in code: every width is a round number.

=================== ============== ===============================================
characters          advance (/em)  ink
=================== ============== ===============================================
ASCII, no-break sp. 1/2            a box from 0.05 to 0.45 em; spaces have none
Han                 1              a full square: 0 to 1 em, -0.12 to 0.88 em
closing marks       1              the left half: 0.1 to 0.4 em
opening marks       1              the right half: 0.6 to 0.9 em
middle marks        1              the middle: 0.4 to 0.6 em; stops too if asked
``…``               1              0.1 to 0.9 em
``—``               0.9            0 to 0.9 em; alone in Chinese 1 em, and ``——``
                                   is one glyph of 2 ems, as in the Noto faces
é                   1/2            a composite of e and an accent
=================== ============== ===============================================

An em has 1,000 units. Every character has a glyph of its own, but the radical ⼀
shares that of 一. There is no licence and no difference between platforms.
"""

from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program

CLOSING = "、，。．：；！？”’」』）》〉】〕"
OPENING = "“‘「『（《〈【〔"
MIDDLE = "·・"
CENTRED = "‧、，。．：；！？"
"""What a face of Traditional Chinese has in the middle too."""
ASCII = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0"
HAN = (
    "一二三四五六七八九十〇百千万年月日星期农历天气今明"
    "的了是在有和人中大小上下来去到说这那国家地方社会经济"
    "新闻报纸头版导读记者本讯市县乡镇春夏秋冬东南西北水火山石田土"
    "乙丁子丑寅卯字文章句行段栏图片广告编辑印刷"
)
"""What the face has of Han unless told otherwise."""

INSTALLABLE = 0
NEW_YEAR_2024 = 3_786_912_000
"""In seconds from 1904, as font files count."""
UPEM, ASCENT, DESCENT = 1000, 880, -120
FEATURES = """
languagesystem DFLT dflt;
languagesystem hani dflt;
languagesystem hani ZHS;
feature locl {
  script hani; language ZHS;
  sub emdash by emdash.zhs;
} locl;
feature ccmp {
  script hani; language ZHS;
  sub emdash.zhs emdash.zhs by twoemdash;
} ccmp;
"""

Box = tuple[int, int, int, int]


def _boxes(han: str, *, centred: bool = False) -> dict[str, tuple[int, Box | None]]:
    """Advance and ink of every character."""
    boxes: dict[str, tuple[int, Box | None]] = {}
    boxes |= dict.fromkeys(ASCII, (500, (50, 0, 450, 700)))
    boxes |= dict.fromkeys(" \u00a0", (500, None))
    boxes["\u3000"] = (1000, None)
    boxes |= dict.fromkeys(han, (1000, (0, DESCENT, 1000, ASCENT)))
    boxes |= dict.fromkeys(CLOSING, (1000, (100, -100, 400, 800)))
    boxes |= dict.fromkeys(OPENING, (1000, (600, -100, 900, 800)))
    middle = MIDDLE + CENTRED if centred else MIDDLE
    boxes |= dict.fromkeys(middle, (1000, (400, 300, 600, 500)))
    boxes["…"] = (1000, (100, 300, 900, 400))
    boxes["—"] = (900, (0, 350, 900, 400))
    return boxes


def _draw(pen: TTGlyphPen | T2CharStringPen, box: Box | None) -> None:
    if box:
        left, foot, right, top = box
        pen.moveTo((left, foot))
        pen.lineTo((left, top))
        pen.lineTo((right, top))
        pen.lineTo((right, foot))
        pen.closePath()


def write_face(
    path: Path,
    *,
    han: str = HAN,
    family: str = "PressTest",
    fs_type: int = INSTALLABLE,
    weight: int = 400,
    truetype: bool = True,
    centred: bool = False,
) -> Path:
    """Build the face with these Han characters; gives *path* back.

    ``truetype=False`` gives CFF outlines, which printpress refuses; ``centred=True``
    stops in the middle, as in Hong Kong and Taiwan.
    """
    chars = _boxes(han, centred=centred)
    names = {char: "emdash" if char == "—" else f"u{ord(char):04X}" for char in chars}
    drawn = {names[char]: box for char, box in chars.items()}
    drawn |= {
        ".notdef": (1000, (0, 0, 1000, 1000)),
        "emdash.zhs": (1000, (0, 350, 1000, 400)),
        "twoemdash": (2000, (0, 350, 2000, 400)),
        "acute": (500, (200, 750, 300, 800)),
    }
    order = [".notdef", *(name for name in drawn if name != ".notdef")]
    cmap = {ord(char): name for char, name in names.items()}
    if "一" in chars:
        cmap[0x2F00] = names["一"]
    built = FontBuilder(UPEM, isTTF=truetype)
    built.setupGlyphOrder([*order, "eacute"])
    built.setupCharacterMap(cmap | {0xE9: "eacute"})
    advances = {name: advance for name, (advance, _) in drawn.items()}
    advances["eacute"] = 500
    if truetype:
        _outlines(built, drawn)
    else:
        _postscript_outlines(built, drawn, f"{family}-Regular")
    metrics = {
        name: (advance, (drawn[name][1] or (0,))[0] if name in drawn else 50)
        for name, advance in advances.items()
    }
    built.setupHorizontalMetrics(metrics)
    built.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    built.setupNameTable(
        {"familyName": family, "styleName": "Regular", "psName": f"{family}-Regular"}
    )
    built.setupOS2(
        sTypoAscender=ASCENT,
        sTypoDescender=DESCENT,
        sCapHeight=700,
        usWeightClass=weight,
        fsType=fs_type,
    )
    built.setupPost(keepGlyphNames=False)
    addOpenTypeFeaturesFromString(built.font, FEATURES)
    built.font["head"].created = built.font["head"].modified = NEW_YEAR_2024
    built.font.recalcTimestamp = False
    built.font.save(path)
    return path


def _outlines(built: FontBuilder, drawn: dict[str, tuple[int, Box | None]]) -> None:
    glyphs = {}
    for name, (_, box) in drawn.items():
        pen = TTGlyphPen(None)
        _draw(pen, box)
        glyphs[name] = pen.glyph()
    both = TTGlyphPen(glyphs)
    both.addComponent("u0065", (1, 0, 0, 1, 0, 0))
    both.addComponent("acute", (1, 0, 0, 1, 0, 0))
    glyphs["eacute"] = both.glyph()
    built.setupGlyf(glyphs)


def _postscript_outlines(
    built: FontBuilder, drawn: dict[str, tuple[int, Box | None]], name: str
) -> None:
    strings = {}
    for glyph, (advance, box) in {**drawn, "eacute": (500, (50, 0, 450, 800))}.items():
        pen = T2CharStringPen(advance, None)
        _draw(pen, box)
        strings[glyph] = pen.getCharString()
    built.setupCFF(name, {"FullName": name}, strings, {})


def with_hints(path: Path) -> Path:
    """Give the face instructions, as hinted faces have them."""
    font = TTFont(path, recalcTimestamp=False)
    for tag in ("fpgm", "prep"):
        table = font[tag] = newTable(tag)
        table.program = Program()
        table.program.fromBytecode(b"\x4f")
    font.save(path)
    return path
