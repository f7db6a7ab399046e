"""JSON Schemas of everything people write, from the readers' own declarations.

Editors complete and check by them while one types; ``schema/`` holds them as files. A
schema knows one file alone: whether a story, a colour or a layout of that name exists
is for the readers to say.
"""

import json
from collections.abc import Mapping
from typing import Any

from printpress.diagnostics import Both
from printpress.spec.comments_form import COMMENTS
from printpress.spec.edition_form import EDITION
from printpress.spec.fields import Draft, Field, Schema
from printpress.spec.fonts_form import FONTS
from printpress.spec.house_form import HOUSE
from printpress.spec.issue_edition_form import ISSUE_EDITION
from printpress.spec.issue_form import ISSUE
from printpress.spec.layout_form import LAYOUT
from printpress.spec.press_form import PRESS
from printpress.spec.register_form import REGISTER
from printpress.spec.story_form import STORY

_FORMS: Mapping[str, tuple[Field[Any], Both]] = {
    "issue": (ISSUE, Both("printpress issue", "一期报纸 issue.yaml")),
    "layout": (LAYOUT, Both("printpress page layout", "版式 layouts/pages/*.yaml")),
    "house": (HOUSE, Both("printpress house", "报社样式 layouts/*.yaml")),
    "preset": (HOUSE, Both("printpress preset", "开本样式 layouts/presets/*.yaml")),
    "edition": (EDITION, Both("printpress edition", "地方版 layouts/editions/*.yaml")),
    "issue-edition": (
        ISSUE_EDITION,
        Both("printpress edition of an issue", "一期的地方版 issues/*/editions/*.yaml"),
    ),
    "press": (PRESS, Both("printpress press", "印厂 layouts/press/*.yaml")),
    "story": (STORY, Both("printpress story head", "稿件头部 stories/*.md")),
    "comments": (
        COMMENTS,
        Both("printpress comments on a page", "校样意见 comments/*.yaml"),
    ),
    "fonts": (FONTS, Both("printpress faces", "字体表 fonts/fonts.yaml")),
    "register": (
        REGISTER,
        Both("printpress names and posts", "姓名职务名册 registers/*.yaml"),
    ),
}

KINDS = tuple(_FORMS)
"""What there is a schema of."""

EXTENDING = ("layout", "house")
"""What may extend another of its kind."""

PRESET = "preset"
"""What others extend: a house that need not be complete."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"
"""The dialect."""


def schema(kind: str) -> Schema:
    """The JSON Schema of one of :data:`KINDS`; ``KeyError`` for another.

    >>> schema("edition")["required"]
    ['code']
    """
    form, title = _FORMS[kind]
    draft = Draft()
    if kind in EXTENDING:
        body = _extending(form, draft)
    else:
        body = form.schema(Draft(partial=kind == PRESET, defs=draft.defs))
    whole: Schema = {"$schema": DRAFT, "title": f"{title.zh} · {title.en}", **body}
    if draft.defs:
        whole["$defs"] = draft.defs
    return whole


def _extending(form: Field[Any], draft: Draft) -> Schema:
    """A file that extends another need not be complete."""
    partial = Draft(partial=True, defs=draft.defs)
    return {
        "type": "object",
        "if": {"required": ["extends"]},
        "then": form.schema(partial),
        "else": form.schema(draft),
    }


def schema_text(kind: str) -> str:
    """The schema as the file under ``schema/`` has it."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"
