"""What the documents promise is there, and what is there stands in them."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from click import Context

from printpress.cli.front import COMMANDS, main

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


SHOWN = [
    *READMES,
    *(
        file.relative_to(ROOT).as_posix()
        for file in sorted((ROOT / "docs").glob("*.md"))
    ),
]
SHOWN_COMMAND = re.compile(r"^ *printpress ([a-z]+)(.*)$", re.MULTILINE)


@pytest.mark.parametrize("name", SHOWN)
def test_commands_that_are_shown_have_the_options_they_show(name):
    """Every line that begins with a command, in code blocks and nowhere else."""
    for command, rest in SHOWN_COMMAND.findall(read(name)):
        known = main.get_command(Context(main), command)
        assert known is not None, command
        options = {option for param in known.params for option in param.opts}
        options |= {option for param in known.params for option in param.secondary_opts}
        words = shlex.split(rest, comments=True)
        given = {word for word in words if word.startswith("-")}
        assert given <= options, (command, given - options)


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
