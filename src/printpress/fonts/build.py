"""Makes the committed faces, byte for byte, from pinned packages (``make fonts``).

Each face is a subset of an OFL typeface: the union of GB2312 and 通用规范汉字表 (8,105
characters), or Big5 level 1 for the Traditional one, with the marks, symbols, Latin
letters and layout features that setting needs. A subset is a Modified Version under the
OFL, so it bears a name of its own, keeps the copyright line and lies beside its licence
text.

Needs ``npm`` on the path to bring the packages, and fontTools with brotli.
"""

import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from printpress.fonts.repertoire import big5_level_1, gb2312_han

FONTS = Path(__file__).parents[3] / "fonts"

NOTO_SERIF = "@expo-google-fonts/noto-serif-sc@0.4.3"
NOTO_SERIF_TC = "@expo-google-fonts/noto-serif-tc@0.4.4"
NOTO_SANS = "@expo-google-fonts/noto-sans-sc@0.4.3"
WENKAI = "@fontsource/lxgw-wenkai@5.3.0"
MA_SHAN_ZHENG = "@expo-google-fonts/ma-shan-zheng@0.4.3"


def mainland() -> frozenset[int]:
    """GB/T 2312 and 通用规范汉字表, whose 8,105 characters lie beside the faces."""
    table = (FONTS / "tgh8105.txt").read_text("utf-8").strip()
    return gb2312_han().union(map(ord, table))


def traditional() -> frozenset[int]:
    """Big5 level 1, and what Hong Kong and Taiwan need beyond it."""
    return big5_level_1().union(map(ord, TRADITIONAL_EXTRA))


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one committed face is made."""

    file: str
    """Its name under ``fonts/``."""
    family: str
    """Its family name: none that the OFL reserves."""
    style: str
    """Its style name."""
    package: str
    """The npm package and its version."""
    member: str
    """The file in the package."""
    member_sha256: str
    """That file's hash, so that another upstream file cannot slip in."""
    licence_member: str
    """The licence text in the package."""
    licence: str
    """Its name under ``fonts/``."""
    han: Callable[[], frozenset[int]] = mainland
    """Which Han characters are kept."""


def _noto(kind: str, weight: str, style: str, member_sha256: str) -> Recipe:
    serif = kind == "Serif"
    family = "Press Song" if serif else "Press Hei"
    return Recipe(
        f"{family.replace(' ', '')}-{style}.ttf",
        family,
        style,
        NOTO_SERIF if serif else NOTO_SANS,
        f"{weight}/Noto{kind}SC_{weight}.ttf",
        member_sha256,
        "LICENSE_FONT",
        f"OFL-{family.replace(' ', '')}.txt",
    )


RECIPES = (
    _noto(
        "Serif",
        "400Regular",
        "Regular",
        "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    ),
    _noto(
        "Serif",
        "700Bold",
        "Bold",
        "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
    ),
    _noto(
        "Serif",
        "900Black",
        "Black",
        "092e71a70c744be3cc33999eb4edcb10fbe95c1b4cff6c2d7f04d6ff15d031e2",
    ),
    _noto(
        "Sans",
        "400Regular",
        "Regular",
        "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    ),
    _noto(
        "Sans",
        "700Bold",
        "Bold",
        "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    ),
    _noto(
        "Sans",
        "900Black",
        "Black",
        "2e4413c405bdf804f26571579b9b2dd8ea4732ea57a3b034f2467cad45a886e0",
    ),
    Recipe(
        "PressSongTC-Regular.ttf",
        "Press Song TC",
        "Regular",
        NOTO_SERIF_TC,
        "400Regular/NotoSerifTC_400Regular.ttf",
        "b0acf9799d5dc656cdeff077d36b2ee9032b762e05b3f8a7b76c81dee4eec08c",
        "LICENSE_FONT",
        "OFL-PressSongTC.txt",
        traditional,
    ),
    Recipe(
        "PressKai-Regular.ttf",
        "Press Kai",
        "Regular",
        WENKAI,
        "files/lxgw-wenkai-latin-500-normal.woff2",
        "013fa90e3e7c3b30aeb0a5311ef92d9aee0d3def5817bc27c357198796d34306",
        "LICENSE",
        "OFL-PressKai.txt",
    ),
    Recipe(
        "PressBrush-Regular.ttf",
        "Press Brush",
        "Regular",
        MA_SHAN_ZHENG,
        "400Regular/MaShanZheng_400Regular.ttf",
        "016752d5574878419a95d6e89304613a7bf8b44199ec0f25308d999dfd75c7de",
        "LICENSE_FONT",
        "OFL-PressBrush.txt",
    ),
)

KEPT_NAMES = frozenset({0, 8, 9, 11, 13, 14})
"""Copyright, maker, designer, their address, licence and its address."""

WINDOWS = 3
"""The platform whose names all systems read."""

FEATURES = (
    "vert", "vrt2", "halt", "vhal", "chws", "vchw", "palt", "vpal",
    "kern", "liga", "ccmp", "locl", "hwid", "fwid", "mark", "mkmk", "calt",
)  # fmt: skip

SYMBOLS = (
    "、，。．：；！？…⋯‥—–―⸺～〜·‧•・／＼｜＿＃＄％＆＊＋－＝＠＾｀￥￡￠￣"
    "“”‘’（）［］｛｝〔〕〈〉《》「」『』【】〖〗〝〞〃々〇〆〻ゝゞヽヾ⸻　"
    "■□▪▫●○◆◇▲△▼▽★☆※◎⊙☎☏✓✔✕✿❀→←↑↓↗↘↙↖⇒♀♂§¶†‡№℡™®©℃℉‰‱°′″"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩❶❷❸❹❺❻❼❽❾❿"
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ−×÷±≤≥≠≈≡∞∑∏√∫∵∴∶∷∠⊥∥∈∩∪½¼¾²³¹"
    "㎡㎎㎏㎜㎝㎞㏄℅Ω€£¥¢₂₃‖﹏﹋︵︶︹︺︿﹀︽︾﹁﹂﹃﹄︙︱︰⁇⁈⁉‼❝❞"
)
"""Marks and symbols of newspaper copy; a face gives those that it has."""

EXTRA = "𠮷"
"""Characters of names outside both lists that staff do meet: 𠮷 (U+20BB7) is the 吉
of many Japanese names. Of the upstream faces only the Kai has it: the others fall
back to it."""

TRADITIONAL_EXTRA = "─ˊˇˋ˙着裏羣衞綫峯麪牀邨栢埗磡鰂鱲滙堃喆燊嘅喺啲咗嚟嗰佢冇哋嘢啱"
"""What Traditional copy has beyond Big5 level 1: ─, which twice is the dash (破折號) of
much copy from Taiwan; the tone marks of 注音; forms and place names of Hong Kong,
characters of names, and the Cantonese of quotations."""


def _wanted(recipe: Recipe) -> set[int]:
    """Code points a face is cut down to."""
    wanted = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x391, 0x3CA)}
    wanted |= set(range(0xFF01, 0xFF5F)) | set(range(0x2460, 0x2474))
    wanted |= {ord(c) for c in "ǎǐǒǔǖǘǚǜǹḿ\u200b\u2002\u2003\u2009\u00ad"}
    wanted |= {*range(0x3105, 0x312A), *range(0x3041, 0x3097), *range(0x30A1, 0x30FF)}
    wanted |= set(map(ord, SYMBOLS + EXTRA))
    wanted |= recipe.han()
    return wanted


def _package(name: str, folder: Path) -> tarfile.TarFile:
    """Bring a package by name; gives its archive."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not on the path: it brings the typefaces' packages")
    told = subprocess.run(  # noqa: S603 - fixed words
        [npm, "pack", "--silent", name], cwd=folder, capture_output=True, check=True
    )
    return tarfile.open(folder / told.stdout.decode().split()[-1])


def _member(archive: tarfile.TarFile, path: str) -> bytes:
    found = archive.extractfile(f"package/{path}")
    if found is None:
        sys.exit(f"{archive.name!r} holds no {path}")
    return found.read()


def _rename(font: TTFont, recipe: Recipe) -> None:
    """Name the face anew, keeping copyright and licence (OFL 1.1, conditions 2-3)."""
    names = font["name"]
    names.names = [
        record
        for record in names.names
        if record.nameID in KEPT_NAMES and record.platformID == WINDOWS
    ]
    full = f"{recipe.family} {recipe.style}"
    postscript = f"{recipe.family.replace(' ', '')}-{recipe.style}"
    told = {
        1: full,
        2: "Regular",
        3: f"{postscript};printpress",
        4: full,
        6: postscript,
    }
    told |= {16: recipe.family, 17: recipe.style, 5: "Version 1.0 (subset)"}
    for number, text in told.items():
        names.setName(text, number, WINDOWS, 1, 0x409)
    names.names.sort()


def make(source: bytes, recipe: Recipe) -> bytes:
    """The committed face from the upstream file's bytes."""
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["DSIG", "STAT", "meta", "gasp", "VORG"]
    options.drop_tables += ["FFTM", "feat", "morx"]  # fontTools cannot cut these
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    font.flavor = None
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=_wanted(recipe))
    cutter.subset(font)
    _rename(font, recipe)
    made = io.BytesIO()
    font.save(made, reorderTables=True)
    return made.getvalue()


def main() -> None:
    """Write every face and its licence; files that are the same are left alone."""
    with tempfile.TemporaryDirectory() as folder:
        archives: dict[str, tarfile.TarFile] = {}
        for recipe in RECIPES:
            if recipe.package not in archives:
                archives[recipe.package] = _package(recipe.package, Path(folder))
            archive = archives[recipe.package]
            source = _member(archive, recipe.member)
            if sha256(source).hexdigest() != recipe.member_sha256:
                sys.exit(f"{recipe.member}: not the file that the recipe names")
            licence = _member(archive, recipe.licence_member)
            made = {recipe.file: make(source, recipe), recipe.licence: licence}
            for file, contents in made.items():
                path = FONTS / file
                same = path.exists() and path.read_bytes() == contents
                if not same:
                    path.write_bytes(contents)
                word = "same" if same else "written"
                sys.stdout.write(f"{file}: {len(contents):,} bytes, {word}\n")
        for archive in archives.values():
            archive.close()


if __name__ == "__main__":
    main()
