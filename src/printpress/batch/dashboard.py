"""What a batch is told of at its end: a page for people, JSON, and JUnit for CI."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from xml.etree import ElementTree as ET

from printpress.batch.record import GRAVITY, Outcome

SHOWN = 5
"""Findings of an edition that the page shows; all are in the JSON."""

_STYLE = """
:root { color-scheme: light dark; --g:#1a7f37; --a:#b36b00; --r:#c8102e; }
body { font: 15px/1.5 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;
  margin: 0 auto; max-width: 64rem; padding: 1rem; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
.sum { display: flex; flex-wrap: wrap; gap: .6rem; }
.sum b { padding: .3rem .8rem; border-radius: 4px; color: #fff; }
.green { background: var(--g); } .amber { background: var(--a); }
.red { background: var(--r); }
details { border-left: 6px solid; padding: .3rem .7rem; margin: .35rem 0;
  background: color-mix(in srgb, currentColor 4%, transparent); }
details.green { border-color: var(--g); background: none; }
details.amber { border-color: var(--a); background: none; }
details.red { border-color: var(--r); background: none; }
summary { cursor: pointer; overflow-wrap: anywhere; }
i { font-style: normal; display: inline-block; min-width: 1.6em; text-align: center;
  color: #fff; border-radius: 3px; margin: 0 1px; font-size: .8rem; }
li { overflow-wrap: anywhere; } small { opacity: .75; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left;
  padding: .2rem .5rem; border-bottom: 1px solid #8884; }
td:last-child { text-align: right; }
"""
_WORDS = {"green": "可付印 ready", "amber": "有提醒 look", "red": "不可付印 stopped"}


def in_order(done: Sequence[Outcome]) -> list[Outcome]:
    """The gravest first, then by issue and edition."""
    return sorted(
        done, key=lambda one: (-GRAVITY.index(one.state), one.issue, one.edition)
    )


def as_json(done: Sequence[Outcome], seconds: float) -> bytes:
    """All of it for programs."""
    told = {
        "editions": len(done),
        "states": dict(Counter(one.state for one in done)),
        "seconds": round(seconds, 2),
        "overset": [
            {"issue": one.issue, "edition": one.edition, "page": over.page}
            | {"story": over.story, "lines": over.lines, "characters": over.characters}
            for one, over in _overset(done)
        ],
        "outcomes": [one.as_json() for one in in_order(done)],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _overset(done: Sequence[Outcome]) -> list[tuple]:  # type: ignore[type-arg]
    pairs = [(one, over) for one in done for over in one.overset]
    return sorted(pairs, key=lambda p: (-p[1].characters, p[0].issue, p[0].edition))


def as_junit(done: Sequence[Outcome]) -> bytes:
    """A test a page, or an edition that has none: what is red has failed."""
    suites = ET.Element("testsuites", name="printpress batch")
    for one in sorted(done, key=lambda one: (one.issue, one.edition)):
        name = f"{one.issue} {one.edition}".strip()
        suite = ET.SubElement(suites, "testsuite", name=name, time=f"{one.seconds}")
        cases = [
            ("edition", one.state),
            *((f"page {p.page}", p.state) for p in one.pages),
        ]
        suite.set("tests", str(len(cases)))
        suite.set("failures", str(sum(state == "red" for _, state in cases)))
        for number, (label, state) in enumerate(cases):
            case = ET.SubElement(suite, "testcase", name=label, classname=name)
            if state == "red":
                errors = [t for t in one.found if t.severity == "error"]
                text = "\n".join(f"{t.where} [{t.code}] {t.en}" for t in errors)
                clean = "".join(c for c in text if c.isprintable() or c in "\n\t")
                fault = ET.SubElement(case, "failure", message=_WORDS[state])
                fault.text = clean if number == 0 else ""
    return bytes(ET.tostring(suites, encoding="utf-8", xml_declaration=True))


def as_page(done: Sequence[Outcome], seconds: float) -> bytes:
    """One HTML file that needs no other, for a phone, too."""
    return "".join(_page(done, seconds)).encode()


def _page(done: Sequence[Outcome], seconds: float) -> Iterator[str]:
    states = Counter(one.state for one in done)
    yield '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>各版进度 Batch</title><style>{_STYLE}</style>"
    yield f"<h1>{len(done)} 个地方版 editions · {seconds:.1f} s</h1><p class=sum>"
    for state in reversed(GRAVITY):
        yield f"<b class={state}>{_WORDS[state]} {states[state]}</b>"
    yield "</p>"
    if over := _overset(done):
        yield "<h2>超行 Overset</h2><table><tr><th>版 Edition<th>稿件 Story"
        yield "<th>字 Characters"
        for one, lack in over:
            where = escape(f"{one.issue} {one.edition} P{lack.page:02d}")
            yield f"<tr><td>{where}<td>{escape(lack.story)}<td>{lack.characters}"
        yield "</table>"
    yield "<h2>各版 Editions</h2>"
    for one in in_order(done):
        yield from _edition(one)


def _edition(one: Outcome) -> Iterator[str]:
    opened = " open" if one.state == "red" else ""
    name = escape(f"{one.issue} {one.edition}".strip())
    yield f"<details class={one.state}{opened}><summary><b>{name}</b> "
    yield f"{_WORDS[one.state]} "
    yield "".join(f"<i class={p.state}>{escape(p.page)}</i>" for p in one.pages)
    check = {"": "", "passed": " · 印前检查通过 preflight passed"}
    told = check.get(one.preflight, " · 印前检查未通过 preflight failed")
    when = " · 未变 as before" if one.as_before else f" · {one.seconds:.2f} s"
    yield f"<small>{told}{when}</small></summary><ul>"
    grave = [t for t in one.found if t.severity != "note"]
    for told_ in grave[:SHOWN]:
        where = f"<code>{escape(told_.where)}</code> " if told_.where else ""
        yield f"<li>{where}{escape(told_.zh)}<br><small>{escape(told_.en)}</small>"
    if len(grave) > SHOWN:
        yield f"<li>另有 {len(grave) - SHOWN} 条 and more"
    yield "</ul></details>"
