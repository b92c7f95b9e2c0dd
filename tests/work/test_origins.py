"""Where each thing comes from: what is one's own, what was set, pinned, hidden, put in the place of another."""

from dataclasses import asdict
from pathlib import Path

from layered import district, own, read, school
from resourcehub.work.origins import as_lines, origins
from small import entry, front


def test_everything_that_a_site_did_is_told_and_the_rest_counted(tmp_path: Path) -> None:
    district(tmp_path)
    override = {"resources": [{"id": "two", "title": "Second"}]}
    catalog = own(entry("mine"), override=override)
    files = {"docs/about.md": front("Ours"), "docs/new.md": front("New")}
    root = school(tmp_path, "hide: {resources: [three]}\npin: [one]", catalog, files=files)
    found = origins(read(root))
    assert list(as_lines(found)) == [
        "From this site: 1 resource, 2 pages",
        "From ../district: 2 resources, 1 page",
        "  resource mine: your own",
        "  resource one: pinned",
        "  resource two: title set at local.yaml:27:11",
        "  page about.md: in the place of that of ../district",
        "  page new.md: your own",
        "  resource three: hidden",
    ]
    rows = [asdict(origin) for origin in found]
    assert {"kind": "topic", "name": "money", "layer": "../district", "note": ""} in rows


def test_a_site_that_builds_on_nothing_is_all_its_own(tmp_path: Path) -> None:
    lines = list(as_lines(origins(read(district(tmp_path)))))
    assert lines == ["From this site: 3 resources, 2 pages"]
