"""What the documents promise is there, and what is there stands in them."""

import re
import tomllib
from pathlib import Path

import pytest

from printpress.cli.front import COMMANDS

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_described(readme, command):
    assert f"printpress {command}" in read(readme)


@pytest.mark.parametrize("readme", READMES)
def test_no_command_is_described_that_is_not_there(readme):
    named = set(re.findall(r"`printpress ([a-z]+)", read(readme)))
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("readme", READMES)
def test_every_make_target_is_described(readme):
    targets = re.findall(r"^([a-z-]+):.*## ", read("Makefile"), re.MULTILINE)
    missing = {target for target in targets if f"make {target}" not in read(readme)}
    assert missing <= {"help"}


@pytest.mark.parametrize("readme", READMES)
def test_every_file_a_readme_links_to_exists(readme):
    links = re.findall(r"\]\(([^)#]+)\)", read(readme))
    assert len(links) > 5
    assert [
        link for link in links if "://" not in link and not (ROOT / link).exists()
    ] == []


def test_every_package_and_module_stands_in_the_architecture():
    text = read("ARCHITECTURE.md")
    names = {
        path.stem
        for path in (ROOT / "src" / "printpress").iterdir()
        if not path.name.startswith("__") and path.suffix in ("", ".py")
    }
    assert {name for name in names if f"`{name}`" not in text} == set()


def test_the_lock_names_every_dependency():
    locked = read(".ci/constraints.txt").lower().replace("_", "-")
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for requirement in wanted:
        name = re.split(r"[<>=\[]", requirement)[0].lower().replace("_", "-")
        assert name == "printpress" or f"{name}==" in locked, requirement
