"""``printpress live``: the preview in the browser."""

from errno import EADDRINUSE
from functools import partial

import click

from printpress.cli.issues import PRESS, split_address
from printpress.cli.voice import Voice, report_bug, speaking
from printpress.diagnostics import Both, Diagnostic, PressError, error

LOOPBACK = ("127.0.0.1", "::1")
"""Addresses of this machine that nobody else can reach."""


@click.command()
@click.argument("issue")
@click.option("--edition", help="Another edition than the issue's first.")
@PRESS
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="0: a free one.")
@click.option(
    "--host", type=click.Choice(LOOPBACK), default=LOOPBACK[0], help="This machine."
)
@click.option("--open", "opens", is_flag=True, help="Open the browser.")
@speaking
def live(  # noqa: PLR0917 - click passes options one by one
    voice: Voice,
    issue: str,
    edition: str | None,
    press: str | None,
    port: int,
    host: str,
    *,
    opens: bool,
) -> bool:
    """A preview in the browser that follows every saved file; Ctrl-C ends it."""
    file, page = split_address(issue)
    try:
        from printpress.live.run import Address, Work, listening, run
    except ModuleNotFoundError as missing:
        raise PressError([_without(missing.name or "")]) from None
    from printpress.live.session import Session
    from printpress.spec import load

    if not file.is_file():
        load(file)  # says what is wrong
    try:
        bound = listening(host, port)
    except OSError as trouble:
        if trouble.errno != EADDRINUSE:
            raise
        raise PressError([_taken(port)]) from None

    def told(address: Address) -> None:
        url = address.url + (f"#{page}" if page else "")
        voice.say(
            Both(
                f"{url}\nCtrl-C ends the preview; nobody else on the net can see it",
                f"{url}\n按 Ctrl-C 结束；只有本机能看到",
            ),
            type="live",
            url=url,
            port=address.port,
        )
        if opens:
            click.launch(url)

    session = Session(file, edition, press)
    work = Work(session, file.parent.resolve(), partial(report_bug, voice))
    run(work, bound, told)
    return True


def _without(library: str) -> Diagnostic:
    """A library of the extra is not installed."""
    return error(
        "missing-extra",
        None,
        Both(
            f"the preview needs {library}, which is not installed",
            f"预览需要的 {library} 没有安装",
        ),
        fix=Both(
            'install the extra: pip install "printpress[live]"',
            '请安装附加组件：pip install "printpress[live]"',
        ),
    )


def _taken(port: int) -> Diagnostic:
    """Somebody else listens there."""
    return error(
        "port-taken",
        None,
        Both(
            f"another program already uses port {port}",
            f"端口 {port} 已被别的程序占用",
        ),
        fix=Both(
            "name another one, or leave --port out and a free one is taken",
            "换一个端口，或不写 --port，自动选用空闲端口",
        ),
    )
