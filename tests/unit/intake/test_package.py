"""Files that are no Word file, or one made to do harm."""

import io
import zipfile

import pytest
from tests.unit.intake import word_files
from tests.unit.intake.word_files import with_parts

from printpress.diagnostics import PressError
from printpress.intake import package
from printpress.intake.docx import read_docx


def refused(contents: bytes, name: str = "a.docx") -> str:
    with pytest.raises(PressError) as trouble:
        read_docx(contents, name)
    (found,) = trouble.value.diagnostics
    assert found.code == "not-importable"
    assert str(found.span) == name
    return found.what.en


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return out.getvalue()


@pytest.mark.parametrize(
    ("contents", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old .doc or .wps"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1 }", "RTF"),
        (b"PK\x03\x04 and nothing", "damaged"),
        (zipped(a=b"b"), "no Word file"),
        (zipped(**{"Index__Document.iwa": b""}), "Apple Pages"),
        (zipped(**{"content.xml": b""}), "OpenDocument"),
        (zipped(**{"xl__workbook.xml": b""}), "Excel"),
    ],
)
def test_other_formats_are_named(contents, says):
    assert says in refused(contents)


def test_a_file_cut_off_is_damaged():
    contents = word_files.styled()
    assert "damaged" in refused(contents[: len(contents) // 2])


def test_entities_are_refused_before_they_are_expanded():
    bomb = '<!DOCTYPE w [<!ENTITY a "哈">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
    )

    def change(parts):
        text = parts["word/document.xml"].decode()
        parts["word/document.xml"] = text.replace("?>", f"?>{bomb}]>", 1).encode()

    says = refused(with_parts(word_files.styled(), change))
    assert "declares XML entities" in says or "damaged" in says


def test_an_entity_of_a_file_is_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")

    def change(parts):
        text = parts["word/document.xml"].decode()
        head = f'?><!DOCTYPE w [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
        parts["word/document.xml"] = (
            text.replace("?>", head, 1).replace("溪桥半年", "&s;").encode()
        )

    assert "declares XML entities" in refused(with_parts(word_files.styled(), change))


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(package, "PART_AT_MOST", 200_000)

    def change(parts):
        parts["word/document.xml"] = b" " * 1_000_000 + parts["word/document.xml"]

    contents = with_parts(word_files.styled(), change)
    assert len(contents) < 100_000
    assert "unpacks to more" in refused(contents)


def test_all_parts_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(package, "ALL_AT_MOST", 9_000)
    assert "unpacks to more" in refused(word_files.styled())


def test_elements_nested_without_end_are_refused():
    def change(parts):
        deep = b"<w:sdt>" * 9000 + b"</w:sdt>" * 9000
        text = parts["word/document.xml"]
        parts["word/document.xml"] = text.replace(b"<w:body>", b"<w:body>" + deep)

    assert "damaged" in refused(with_parts(word_files.styled(), change))
