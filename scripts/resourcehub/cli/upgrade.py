"""``hub upgrade``: what a newer version of the program changes for families, and the one number that takes it."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from resourcehub.catalog.entries import read_catalog
from resourcehub.cli.console import ROOT, Failure, read
from resourcehub.cli.first import summarize
from resourcehub.hub import Hub, load
from resourcehub.layers.stack import FILE, REFERENCE
from resourcehub.options import Settings
from resourcehub.reports import as_json, from_json
from resourcehub.rules.facts import GONE
from resourcehub.settings.core import read_settings, settings_of
from resourcehub.shipped import reference_dir
from resourcehub.work.release import ReleaseError, fetch, pinned, set_version, with_version
from resourcehub.work.since import new_problems, seen
from resourcehub.work.upgrade import plan, told

HEADING = "What the new version changes"


@click.command("upgrade")
@ROOT
@click.option("--to", "wanted", help="A version, such as 1.2.0.  [default: the newest]")
@click.option("--plan", "only", is_flag=True, help="Say what families will see differ, and change nothing.")
@click.option("--report", type=click.Path(path_type=Path), help="Write what is said into this file, too (Markdown).")
@click.option("--before", type=click.Path(exists=True, path_type=Path), hidden=True)
@click.option("--known", type=click.Path(exists=True, path_type=Path), hidden=True)
def upgrade(
    root: Path, wanted: str | None, only: bool, report: Path | None, before: Path | None, known: Path | None
) -> None:
    """Take a newer version of the program: say what it changes for families, and write its number."""
    if before and known:  # asked of the newer version by the older one
        click.echo("\n".join(_compared(read(root), before, known)))
        return
    try:
        _upgrade(root, wanted, only, report)
    except ReleaseError as error:
        raise Failure(str(error)) from None


def _upgrade(root: Path, wanted: str | None, only: bool, report: Path | None) -> None:
    hub, pin = read(root), pinned(root)
    with tempfile.TemporaryDirectory() as folder:
        new, known = Path(folder) / "new", Path(folder) / "known.json"
        version = fetch(pin, wanted, new)
        known.write_text(as_json(hub.problems), encoding="utf-8")
        here = ("--root", str(root.resolve()), "--before", str(reference_dir()), "--known", str(known))
        said = with_version(new, "upgrade", *here).splitlines()
    if version == pin.version:
        click.echo(f"{pin.place}: {version} is in use already")
        return
    lines = [f"From {pin.version} to {version}.", *said]
    click.echo("\n".join(lines))
    if report:
        report.write_text("".join(f"{line}\n\n" for line in lines), encoding="utf-8")
    summarize(f"{HEADING}: {pin.version} to {version}", said)
    if not only:
        click.echo(f"Changed: {', '.join(set_version(root, version))}")


def _compared(hub: Hub, before: Path, known: Path) -> Iterator[str]:
    """Yield what this version of the program brings, compared with the content of another and what that found wrong."""
    there = read_catalog(hub.settings.root, hub.settings.catalog, alone=False)[0]
    own = dict.fromkeys([*_named(hub), *(over.id for over in there.overrides if over.section == "resources")])
    root, found = hub.settings.root, from_json(known.read_text(encoding="utf-8"))
    # What a line of the site names and is gone, the plan tells by itself.
    now = [p for p in hub.problems if p.code != GONE]
    stricter = new_problems(seen(root, found), seen(root, now))
    yield from told(plan(_shared(before, hub.settings), _shared(reference_dir(), hub.settings), own, stricter))


def _shared(folder: Path, site: Settings) -> Hub:
    """Return the shared content of a version, in the languages of the site."""
    file, problems = read_settings(folder, FILE)
    if file is None:
        raise Failure(f"the content of {REFERENCE} cannot be read: {problems[0]}")
    return load(replace(settings_of(file), locales=site.locales, declared=site.declared))


def _named(hub: Hub) -> Iterator[str]:
    """Yield the shared resources that the lines of the site name."""
    settings, below = hub.settings, hub.settings.below
    yield from (named.word for named in (*settings.hide.get("resources", ()), *settings.pin))
    for resource, entry in zip(hub.file.catalog.resources, hub.file.entries["resources"], strict=False):
        if not entry.source.file.startswith(below):
            yield from resource.related
    for document in hub.documents:
        if not document.source.file.startswith(below):
            yield from document.meta.resources
