"""The report for programs, as its schema promises it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pikepdf import Dictionary
from tests.unit.preflight.files import drawn, good

from printpress.preflight import inspect
from printpress.shop.reports import as_kept

SCHEMA = json.loads(Path("schema/preflight-report.schema.json").read_text("utf-8"))
SMALL = b"/G0 gs 0 0 0 1 k BT /F0 5 Tf 320 500 Td <0005> Tj ET "


def without_intent(pdf):
    del pdf.Root.OutputIntents
    pdf.pages[0].obj.Trans = Dictionary()


@pytest.mark.parametrize(
    "contents", [good(), b"", drawn(SMALL), drawn(SMALL, without_intent)]
)
def test_a_report_is_as_its_schema_says(press, contents):
    Draft202012Validator.check_schema(SCHEMA)
    told = json.loads(as_kept(inspect(contents, press, render=False), "page.pdf"))
    Draft202012Validator(SCHEMA).validate(told)
