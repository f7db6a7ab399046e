"""A report in words, for the terminal."""

from collections.abc import Iterator

from printpress.diagnostics import SEVERITY_ZH, Both, Language, Severity, counted
from printpress.preflight.report import Finding, PreflightReport
from printpress.units import MM


def summary(report: PreflightReport) -> Both:
    """The outcome in a sentence.

    >>> summary(PreflightReport("PDF/X-4", "newsprint", 2, ())).en
    'passed for newsprint (PDF/X-4): 2 pages, 0 errors, 0 warnings'
    """
    errors, warnings = report.number(Severity.ERROR), report.number(Severity.WARNING)
    asked = f"{report.press} ({report.standard})"
    pages = counted(report.pages, "page")
    accepted = report.accepted
    return Both(
        f"{'passed' if report.passed else 'failed'} for {asked}: {pages}, "
        f"{counted(errors, 'error')}, {counted(warnings, 'warning')}"
        f"{f', {accepted} accepted' if accepted else ''}",
        f"{asked} 印前检查{'通过' if report.passed else '未通过'}："
        f"{report.pages} 版，错误 {errors} 项，警告 {warnings} 项"
        f"{f'，放行 {accepted} 项' if accepted else ''}",
    )


def gravity(finding: Finding) -> Both:
    """How grave it is, or that the issue accepts it."""
    if finding.accepted:
        return Both("accepted", "放行")
    return Both(finding.severity.value, SEVERITY_ZH[finding.severity])


def place_words(finding: Finding) -> Both:
    """Where it is: page, and millimetres from the trim's left and top edge."""
    if finding.page is None:
        return Both("the file", "整个文件")
    if not finding.places:
        return Both(f"page {finding.page}", f"第 {finding.page} 版")
    first = finding.places[0]
    at = f"{first.x / MM:.1f}, {first.y / MM:.1f} mm"
    size = f"{first.width / MM:.1f} × {first.height / MM:.1f} mm"
    more = len(finding.places) - 1
    return Both(
        f"page {finding.page}, {size} at {at}" + (f" and {more} more" if more else ""),
        f"第 {finding.page} 版 {at} 处，{size}" + (f"，另有 {more} 处" if more else ""),
    )


def lines(
    report: PreflightReport, file: str, language: Language
) -> Iterator[tuple[Finding, str]]:
    """Each finding as text of several lines."""
    for finding in report.findings:
        yield finding, "\n".join(_lines(finding, file, language))


def _lines(finding: Finding, file: str, language: Language) -> Iterator[str]:
    zh = language == "zh"
    pick = 1 if zh else 0
    rule, colon = finding.rule, "：" if zh else ": "
    yield f"{file}: {gravity(finding)[pick]}[{rule.id}]{colon}{rule.what[pick]}"
    where = place_words(finding)[pick]
    yield f"   {where}{colon + finding.object if finding.object else ''}"
    if finding.measured[pick]:
        found = f"{'实测' if zh else 'found'}{colon}{finding.measured[pick]}"
        right = f"{'应为' if zh else 'allowed'}{colon}{finding.allowed[pick]}"
        between = "；" if zh else "; "
        yield f"   {found}{between + right if finding.allowed[pick] else ''}"
    if finding.accepted:
        yield f"   {'放行理由' if zh else 'reason'}{colon}{finding.accepted}"
        return
    yield f"   {'办法' if zh else 'fix'}{colon}{rule.fix[pick]}"
