"""What all tests share: options, profiles, markers of programs, a tiny paper."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.papers import write_paper
from tests.real_text import FOLDERS

PROGRAMS = {
    "needs_poppler": ("pdftotext", "pdffonts", "pdfinfo", "pdftoppm"),
    "needs_qpdf": ("qpdf",),
    "needs_ghostscript": ("gs",),
    "needs_mutool": ("mutool",),
    "needs_zbar": ("zbarimg",),
    "needs_chromium": ("chromium",),
    "needs_debian_texts": tuple(map(str, FOLDERS)),
}
"""Marker → the programs or folders it stands for; `make system-deps` installs them."""

# Examples that were drawn once are drawn again, so that a run says the same thing
# twice; `make fuzz` looks for new ones.
settings.register_profile("default", deadline=None, derandomize=True)
settings.register_profile(
    "long",
    deadline=None,
    max_examples=2000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write golden files and message snapshots anew; review the difference",
    )


def pytest_configure(config):
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is refused in CI")


def missing_programs(marker: str) -> list[str]:
    """Programs and folders of a marker that this machine does not have."""
    return [
        name
        for name in PROGRAMS[marker]
        if shutil.which(name) is None and not Path(name).is_dir()
    ]


def pytest_runtest_setup(item):
    for marker in PROGRAMS:
        if item.get_closest_marker(marker) is None:
            continue
        missing = missing_programs(marker)
        if missing and os.environ.get("CI"):
            pytest.fail(f"missing in CI: {', '.join(missing)}", pytrace=False)
        if missing:
            pytest.skip(f"missing: {', '.join(missing)} (make system-deps)")


@pytest.fixture
def tiny_paper(tmp_path: Path) -> Path:
    """A minimal paper that loads; its folder."""
    write_paper(tmp_path / "paper", {})
    return tmp_path / "paper"


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory):
    """The desk at which make-up is tried (:mod:`tests.desk`)."""
    from tests.desk import open_desk

    return open_desk(tmp_path_factory.mktemp("desk"))
