"""The files for the shop of one edition, as ``printpress print`` writes them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from printpress.batch.desk import Desk, Pictures
from printpress.batch.record import Task
from printpress.pipeline import MadeUp
from printpress.proof.record import FILE, record_of, to_json
from printpress.shop.delivery import TICKET, delivery_ticket
from printpress.shop.files import WHOLE, ShopFile, shop_files
from printpress.shop.manifest import manifest
from printpress.shop.reports import KEPT, SHOWN, as_kept, withdraw
from printpress.shop.resend import last_versions
from printpress.spec.edition import EditionSpec
from printpress.spec.issue import IssueSpec

if TYPE_CHECKING:
    from printpress.preflight.report import PreflightReport

Edition = tuple[IssueSpec, EditionSpec, MadeUp]


def prints(
    desk: Desk, edition: Edition, pictures: Pictures, folder: Path, task: Task
) -> tuple[dict[str, str], dict[str, bool]]:
    """Write them: SHA-256 by path from the paper's folder, and what passed."""
    spec, town, made = edition
    told = folder / "manifest.json"
    versions = last_versions(told.read_bytes() if told.exists() else None)
    files = tuple(shop_files(made, pictures, versions, desk.write))
    withdraw(folder)
    done: dict[str, str] = {}

    def put(name: str, contents: bytes, digest: str = "") -> None:
        from hashlib import sha256

        digest = digest or sha256(contents).hexdigest()
        desk.put(folder / name, contents, digest)
        done[(folder / name).relative_to(spec.root).as_posix()] = digest

    for each in files:
        put(each.name, each.contents, each.digest)
    reports = _reports(edition, files) if task.preflight else {}
    for each in files:
        report = reports.get(each.name)
        if report is None or each.name != WHOLE:
            continue
        put(KEPT, as_kept(report, each.name))
        if report.findings:
            from printpress.preflight.html import sheet

            put(SHOWN, sheet(report, each.contents, each.name).encode())
    put("manifest.json", manifest(made, files, pictures, versions, reports))
    put(TICKET, delivery_ticket(made, files, pictures, versions))
    (whole,) = (each.digest for each in files if each.name == WHOLE)
    record = record_of(made, town.name, desk.number)
    put(FILE, to_json(replace(record, pdf=whole)))
    passed = {
        WHOLE if each.name == WHOLE else each.pages[0].label: reports[each.name].passed
        for each in files
        if each.name in reports
    }
    return done, passed


def _reports(
    edition: Edition, files: tuple[ShopFile, ...]
) -> "dict[str, PreflightReport]":
    """What the preflight says of each file, as ``print`` asks it."""
    from printpress.preflight import inspect
    from printpress.shop.expected import expected_of

    spec, town, _ = edition
    reports = {}
    for each in files:
        whole = each.name == WHOLE
        expected = expected_of(spec, town, None if whole else each.pages[0].page_no)
        reports[each.name] = inspect(each.contents, spec.press, expected, render=whole)
    return reports
