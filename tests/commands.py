"""Commands as staff type them."""

from click.testing import CliRunner, Result

from printpress.cli import main


def run(*words: object, lang: str = "en") -> Result:
    """What the command says and how it ends; a fault that passes it shows here."""
    command, *rest = map(str, words)
    result = CliRunner().invoke(main, [command, "--lang", lang, *rest])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result
