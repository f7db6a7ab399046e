"""Words: jieba's, without its noise; never asked for without need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from printpress.makeup.words import words_of

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("text", ["", "桥", "溪桥镇老街开街", "A股涨了3.2%——“真的”？"])
def test_nothing_is_lost(text):
    assert "".join(words_of(text, ("溪桥镇",))) == text


def test_the_words_of_the_house_hold_and_the_longest_wins():
    assert words_of("溪桥镇志", ("溪桥", "溪桥镇志", "溪桥镇"))[0] == "溪桥镇志"
    assert "新街口" in words_of("去新街口", ("新街口",))
    assert words_of("a.c abc", ("a.c", ""))[0] == "a.c"


def test_names_that_no_dictionary_has_stay_whole():
    assert "沈阿庚" in words_of("老匠人沈阿庚的手")


def python(code, tmp_path, *options, **environment):
    done = subprocess.run(
        [sys.executable, *options, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={
            **os.environ,
            "TMPDIR": str(tmp_path),
            "TEMP": str(tmp_path),
            **environment,
        },
    )
    assert done.returncode == 0, done.stderr
    return done


def test_jieba_warns_of_nothing_logs_nothing_and_leaves_nothing_behind(tmp_path):
    """As in a fresh installation: no byte code yet, every warning an error."""
    cache = tmp_path / "pycache"
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = python(
        "import sys\n"
        "from printpress.makeup.words import words_of\n"
        "words_of('老街开街迎客')\n"
        "assert 'pkg_resources' not in sys.modules\n"
        "print('jieba' in sys.modules)",
        temporary,
        "-W",
        "error",
        PYTHONPYCACHEPREFIX=str(cache),
    )
    assert (done.stdout, done.stderr) == ("True\n", "")
    assert list(temporary.iterdir()) == []


def test_the_sample_issue_is_made_up_without_jieba(tmp_path):
    done = python(
        "import sys\n"
        "from pathlib import Path\n"
        "from printpress import spec\n"
        "from printpress.pipeline import make_edition\n"
        "issue, _ = spec.load(Path('issues/2025-09-05/issue.yaml'))\n"
        "made = make_edition(issue, issue.editions[0])\n"
        "assert made.printable and made.pages\n"
        "print('jieba' in sys.modules)",
        tmp_path,
    )
    assert done.stdout == "False\n"
