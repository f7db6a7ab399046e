"""What is said of files that cannot be imposed."""

from printpress.diagnostics import Both, Diagnostic, error
from printpress.shop.signatures import FEWEST, MOST, UnfitError
from printpress.units import in_mm


def unreadable(name: str, why: Both) -> Diagnostic:
    """Of a file that is no PDF, damaged or locked."""
    return error(
        "unreadable-file",
        None,
        Both(f"{name}: the PDF cannot be read", f"{name}：PDF 无法读取"),
        why=why,
        fix=Both(
            "write the file again without a password; `printpress preflight` tells "
            "more",
            "重新输出不带密码的文件；可用 printpress preflight 查看详情",
        ),
    )


def different(
    name: str, number: int, size: tuple[int, int], usual: tuple[int, int]
) -> Diagnostic:
    """Of a page that is neither as large as the others nor twice as wide."""
    own, others = (" × ".join(map(in_mm, each)) for each in (size, usual))
    return error(
        "not-imposable",
        None,
        Both(
            f"{name}: page {number} is {own}, the others are {others}",
            f"{name}：第 {number} 页是 {own}，其他页是 {others}",
        ),
        fix=Both(
            "impose pages of one size; a spread is exactly twice as wide",
            "各页成品尺寸须一致；通版的宽度正好是单版的两倍",
        ),
    )


def not_fit(name: str, trouble: UnfitError) -> Diagnostic:
    """Of pages that do not make up sheets."""
    number = trouble.number
    what, fix = {
        "count": (
            Both(
                f"{name}: with blank pages there are {number} pages",
                f"{name}：连同白页共 {number} 页",
            ),
            Both(
                f"sheets take a multiple of 4 from {FEWEST} to {MOST} pages; impose "
                "each section by itself, or name other blank pages",
                f"折页须为 4 的倍数，{FEWEST} 至 {MOST} 页；分叠拼版，或改写白页页码",
            ),
        ),
        "blanks": (
            Both(
                f"{name}: there is no page {number} to leave blank",
                f"{name}：没有第 {number} 页可以留白",
            ),
            Both(
                "count the pages with the blank ones",
                "页码按连同白页的总数计算",
            ),
        ),
        "facing": (
            Both(
                f"{name}: the spread on page {number} would not face itself",
                f"{name}：第 {number} 页的通版两半不相对",
            ),
            Both(
                "a spread begins on an even page; move it or the blank pages",
                "通版须从双数页开始；请移动通版或白页",
            ),
        ),
    }[trouble.rule]
    return error("not-imposable", None, what, fix=fix)
