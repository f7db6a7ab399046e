"""Laws of reading: order of keys means nothing; any text is read or refused."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from tests.papers import ISSUE, STORIES, TINY, write_paper

from printpress import spec
from printpress.diagnostics import Diagnostic, PressError, render
from printpress.spec.fields import Reading, Unread
from printpress.spec.schema import _FORMS, KINDS
from printpress.spec.source import parse_yaml, source_line

YAML_FILES = [name for name in TINY if name.endswith(".yaml")]

TWO_PAGES = {
    ISSUE: """\
editions: [town]
date: 2025-09-05
number: 7
press: plain
pages:
  1:
    layout: front
    section: 要闻
    credits: {责任编辑: 林一, 校对: 周二}
    stories: {lead: market, tail: bridge}
  2: {layout: base, stories: {lead: river}}
pins: {1.lead.picture.rows: 4}
""",
    "layouts/pages/front.yaml": """\
extends: base
furniture:
  dateline: {rows: 4}
slots:
  lead: {picture: {over: 2, at: top, rows: [3, 5]}}
  tail: {cols: 1-2, rows: 13-16, role: lead}
""",
    f"{STORIES}/bridge.md": "---\n主题: 桥\n---\n桥头。\n",
    f"{STORIES}/river.md": "---\n主题: 河\n---\n河边。\n",
}

yaml_like = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *["a", "lead", "pages", "- ", ": ", ", ", "{", "}", "[", "]", "\n"],
                *["\n  ", "\t", "'", '"', "#", "&a ", "*a", "!!str ", "|", ">", "---"],
                *["? ", "<<", "%", "@", "`", "：", "，", "溪桥", "\r\n", "\u2028"],
                *["9pt", "1-5", "2025-09-05", "null", "~", "on", "\ufeff", "\0"],
            ]
        ),
        st.text(max_size=3),
    ),
    max_size=40,
).map("".join)
"""Text that is YAML, or nearly, or not at all."""


@contextmanager
def paper(changes):
    """A tiny paper in a folder of its own, the working folder meanwhile."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield write_paper(Path(), changes)
        finally:
            os.chdir(before)


def told(issue: Path) -> tuple[Diagnostic, ...]:
    """What is said of an issue; anything but a PressError goes on up."""
    try:
        return spec.load(issue)[1]
    except PressError as trouble:
        return trouble.diagnostics


def shuffled(node: Any, random: Random) -> Any:
    """The same mappings with their keys in another order."""
    if isinstance(node, dict):
        keys = list(node)
        random.shuffle(keys)
        return {key: shuffled(node[key], random) for key in keys}
    if isinstance(node, list):
        return [shuffled(each, random) for each in node]
    return node


@given(st.randoms(use_true_random=False))
def test_shuffling_keys_changes_nothing(random):
    files = {**TINY, **TWO_PAGES}
    with paper(TWO_PAGES) as issue:
        plain, said = spec.load(issue)
        for name in (*YAML_FILES, ISSUE):
            tree = yaml.load(files[name], Loader=yaml.BaseLoader)
            text = yaml.safe_dump(
                shuffled(tree, random), allow_unicode=True, sort_keys=False
            )
            # The dumper quotes what its own types would mistake; so may people.
            Path(name).write_text(text, "utf-8")
        other, _ = spec.load(issue)
    assert said == ()
    assert plain == other
    assert [list(page.stories) for page in plain.pages] == [
        list(page.stories) for page in other.pages
    ]
    assert [page.credits for page in plain.pages] == [
        page.credits for page in other.pages
    ]


@given(st.sampled_from(YAML_FILES), yaml_like)
@example("layouts/house.yaml", "")
@example(ISSUE, "pages: {1: {}}")
@example("fonts/fonts.yaml", "faces: {a: {file: '', licence: x}}")
def test_any_text_is_read_or_refused(name, text):
    with paper({name: text.encode("utf-8", "surrogatepass")}) as issue:
        for found in told(issue):
            for language in ("en", "zh"):
                assert render(found, language, source_line)


@given(yaml_like)
@example("---\n---\n")
@example("---\n主题: 一\n---")
@example("---\n图片: {文件: .}\n---\n")
@example("\n---\n---\n")
def test_any_story_is_read_or_refused(text):
    with paper(
        {f"{STORIES}/market.md": text.encode("utf-8", "surrogatepass")}
    ) as issue:
        for found in told(issue):
            assert render(found, "zh", source_line)


@given(st.binary(max_size=60), st.sampled_from([*YAML_FILES, f"{STORIES}/market.md"]))
def test_any_bytes_are_read_or_refused(raw, name):
    with paper({name: raw}) as issue:
        told(issue)


@given(st.sampled_from(KINDS), yaml_like)
def test_what_is_refused_has_a_place_and_a_way_out(kind, text):
    reading = Reading(Path("/paper"), sizes={}, colours={})
    try:
        node = parse_yaml(text, Path("/paper/layouts/a.yaml"), "layouts/a.yaml")
        _FORMS[kind][0].read(node, reading)
    except PressError as trouble:
        reading.found.extend(trouble.diagnostics)
    except Unread:
        assert reading.found
    lines = text.count("\n") + text.count("\r") + 1
    for found in reading.found:
        assert found.span is not None
        assert found.span.line <= lines
        assert found.fix.en
        assert found.fix.zh


@given(st.data())
def test_one_changed_token_is_told_where_it_stands(data):
    """A file with one token spoilt is refused in that file, if it is refused."""
    name = data.draw(st.sampled_from(YAML_FILES))
    lines = TINY[name].splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    at = data.draw(st.integers(0, max(0, len(lines[number]) - 1)))
    odd = data.draw(st.sampled_from(["{", "}", ": ", "x", "９", "'", '"', "*", "\t"]))
    lines[number] = lines[number][:at] + odd + lines[number][at:]
    with paper({name: "\n".join(lines)}) as issue:
        for found in told(issue):
            for language in ("en", "zh"):
                assert render(found, language, source_line)
