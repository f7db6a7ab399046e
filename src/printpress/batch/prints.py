"""The files for the shop of one edition, as ``printpress print`` writes them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from printpress.batch.desk import Desk, Pictures
from printpress.batch.record import Task
from printpress.pipeline import MadeUp
from printpress.proof.record import FILE, record_of, to_json
from printpress.shop.delivery import TICKET, delivery_ticket
from printpress.shop.files import WHOLE, shop_files
from printpress.shop.manifest import manifest
from printpress.shop.reports import beside, judged, withdraw
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
    reports: dict[str, PreflightReport] = {}
    for each, report in judged(spec, town, files) if task.preflight else ():
        reports[each.name] = report
        for name, contents in beside(each, report):
            put(name, contents)
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
