"""The shop's printing condition, as its file describes it, for the PDF."""

from pathlib import Path

from printpress.diagnostics import Both, Diagnostic, PressError, error
from printpress.pdf import OutputIntent
from printpress.spec.press import PressSpec


def output_intent(press: PressSpec) -> OutputIntent:
    """What the shop's files are to be printed for.

    Raises ``PressError`` where the standard wants a profile and the shop's file names
    none: PDF/X-4 always does, PDF/X-1a where the condition is registered nowhere.
    """
    output = press.output
    if output.icc is None and (press.standard == "PDF/X-4" or not output.registry):
        raise PressError([_no_profile(press)])
    return OutputIntent(
        press.standard,
        None if output.icc is None else _read(output.icc, press),
        output.condition,
        output.registry,
        output.info,
        output.info_key,
    )


def _read(icc: Path, press: PressSpec) -> bytes:
    try:
        return icc.read_bytes()
    except OSError as trouble:  # gone since the file was checked
        raise PressError([_no_profile(press)]) from trouble


def _no_profile(press: PressSpec) -> Diagnostic:
    return error(
        "no-profile",
        press.span,
        Both(
            f'the print shop "{press.name}" names no output profile, which '
            f"{press.standard} needs",
            f"印厂“{press.name}”没有写输出特性文件，{press.standard} 必须嵌入",
        ),
        fix=Both(
            "write `output: {icc: …}` with the file that the shop gives, or with "
            "snap-coldset.icc for coldset newsprint",
            "在 output 中写 icc，用印厂给的文件；冷固新闻纸可用 snap-coldset.icc",
        ),
    )
