"""What is said of a supplied page that is not printed as it is."""

from printpress.diagnostics import Both, Diagnostic, Severity, Span, error, warning

_AGAIN = Both(
    "ask for it again as PDF/X with one page, all fonts embedded, in CMYK",
    "请对方按 PDF/X 重新输出：一页，字体全部嵌入，颜色为 CMYK",
)


class SuppliedError(ValueError):
    """A file that cannot be placed."""

    def __init__(self, rule: str, what: Both, measured: Both, fix: Both) -> None:
        super().__init__(what.en)
        self.rule = rule
        """The rule that it breaks."""
        self.what = what
        """What is wrong with it."""
        self.measured = measured
        """What was found."""
        self.fix = fix
        """How to mend it."""

    def told(self, name: str, span: Span) -> Diagnostic:
        """The fault as a diagnostic about the advert that is named at *span*."""
        return refused(name, span, self, Severity.ERROR)


def refused(
    name: str, span: Span, trouble: SuppliedError, severity: Severity
) -> Diagnostic:
    """An advert that is not fit to print, or may not be."""
    what, rule, measured = trouble.what, trouble.rule, trouble.measured
    why = Both(
        f"preflight rule {rule}: {measured.en}" if measured.en else f"rule {rule}",
        f"印前检查规则 {rule}：{measured.zh}" if measured.zh else f"规则 {rule}",
    )
    if severity is Severity.ERROR:
        told = Both(
            f'the advert "{name}" is refused: {what.en}',
            f"广告“{name}”不能付印：{what.zh}",
        )
        return error("advert-refused", span, told, why=why, fix=trouble.fix)
    told = Both(
        f'the advert "{name}" may fail: {what.en}',
        f"广告“{name}”需要留意：{what.zh}",
    )
    return warning("advert-doubtful", span, told, why=why, fix=trouble.fix)


def by_rule(rule: str, measured: Both) -> SuppliedError:
    """A breach of one of the preflight's rules, in that rule's words."""
    from printpress.rules import RULES

    return SuppliedError(rule, RULES[rule].what, measured, RULES[rule].fix)


def unreadable(why: Both) -> SuppliedError:
    """The file is no PDF, or damaged."""
    return by_rule("unreadable-file", why)


def not_opened(trouble: OSError) -> SuppliedError:
    """The file system does not give it."""
    why = trouble.strerror or "it cannot be opened"
    return unreadable(Both(why, why))


def encrypted() -> SuppliedError:
    """The file is locked, if only against changes."""
    locked = Both("it asks for a password or sets permissions", "带有口令或权限限制")
    return by_rule("encrypted", locked)


def not_one_page(count: int) -> SuppliedError:
    """The file has several pages, or none."""
    return SuppliedError(
        "one-page",
        Both("an advert is a file of one page", "广告文件只能有一页"),
        Both(f"it has {count} pages; 1 is allowed", f"有 {count} 页，只许 1 页"),
        _AGAIN,
    )


def too_large(what: Both) -> SuppliedError:
    """The file holds more than a page can need."""
    return SuppliedError(
        "advert-too-large",
        Both("it holds more than an advert needs", "文件内容过多"),
        what,
        _AGAIN,
    )


def unknown_spot(spot: str) -> SuppliedError:
    """A spot colour that is none of the house's."""
    return SuppliedError(
        "spot-colours",
        Both(
            f'its spot colour "{spot}" is none of the house\'s',
            f"其中的专色“{spot}”不在报社色表中",
        ),
        Both(f"plate {spot}", f"色版 {spot}"),
        Both(
            "have it converted to CMYK, or agree with the shop and add a colour with "
            f"`spot: {spot}` under `colours` in layouts/house.yaml",
            "请对方改为 CMYK；或与印厂商定后，在 layouts/house.yaml 的 colours 中"
            f"加上 `spot: {spot}` 的颜色",
        ),
    )
