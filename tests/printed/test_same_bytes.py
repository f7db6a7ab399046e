"""Equal input gives equal files, whatever the hash seed, zone, language, umask or clock,
and whether one or two processes make them."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree

from tests.printed.conftest import ROOT

ISSUE = "2025-10-01"
PRESS = "all-marks"

MAKE = f"""
import os
os.umask(int(os.environ["MASK"], 8))
from printpress.cli import main
print_ = ("print", "--no-preflight", "--press", "{PRESS}", "issues/{ISSUE}")
main(print_, standalone_mode=False)
main(("impose", "build/{ISSUE}-qingxi/whole.pdf"), standalone_mode=False)
"""


def paper(folder: Path) -> Path:
    """The issue by itself, for a press that wants every mark; nothing built yet."""
    copytree(ROOT / "issues" / ISSUE, folder / "issues" / ISSUE)
    for shared in ("layouts", "fonts"):
        copytree(ROOT / shared, folder / shared)
    press = (ROOT / "layouts" / "press" / "newsprint.yaml").read_text("utf-8")
    assert "marks: none" in press
    (folder / "layouts" / "press" / f"{PRESS}.yaml").write_text(
        press.replace("marks: none", "marks: full"), "utf-8"
    )
    return folder


def make(folder: Path, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MAKE],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")


def built(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Contents and permissions of each file made, converted pictures among them."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mode)
        for path in (folder / "build").rglob("*")
        if path.is_file()
    }


def test_another_seed_zone_language_umask_or_process_changes_nothing(tmp_path):
    one, two = paper(tmp_path / "one"), paper(tmp_path / "two")
    works = (
        (one, {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "MASK": "077"}),
        # Two at once in one folder: they share pictures and write the same names.
        (two, {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C", "MASK": "000"}),
        (two, {"PYTHONHASHSEED": "5", "TZ": "Asia/Kathmandu", "LANG": "zh_CN.GBK", "MASK": "027"}),
    )  # fmt: skip
    with ThreadPoolExecutor(len(works)) as at_once:
        for _ in at_once.map(lambda work: make(work[0], **work[1]), works):
            pass
    first = built(one)
    assert len(first) > 15
    assert built(two) == first
    if os.name == "posix":
        assert {mode & 0o777 for _, mode in first.values()} == {0o644}
    make(one, PYTHONHASHSEED="2", TZ="UTC", MASK="022")
    assert built(one) == first
