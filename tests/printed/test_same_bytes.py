"""Equal input gives equal bytes, whatever the hash seed, zone, language or clock."""

import os
import subprocess
import sys
from hashlib import sha256

from tests.printed.conftest import ROOT, made_bytes

MAKE = """
from hashlib import sha256
from tests.printed.conftest import made_bytes
print(sha256(made_bytes()).hexdigest())
"""


def made_with(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", MAKE],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            **environment,
        },
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def test_another_seed_zone_and_language_change_no_byte():
    here = sha256(made_bytes()).hexdigest()
    assert made_with(PYTHONHASHSEED="1", TZ="Asia/Shanghai", LANG="zh_CN.UTF-8") == here
    assert made_with(PYTHONHASHSEED="77", TZ="America/Lima", LANG="C") == here
