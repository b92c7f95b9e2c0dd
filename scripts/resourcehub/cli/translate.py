"""The verbs of ``hub translate``."""

import os
import sys
from pathlib import Path

import click

from resourcehub.catalog.rewrite import Unwritable
from resourcehub.cli.console import ROOT, Failure, read, readable
from resourcehub.engine import i18n
from resourcehub.exchange.out_and_back import ENDINGS, FORMS, bring, export, rows_in
from resourcehub.exchange.row import STATES, State
from resourcehub.exchange.tables import TableError
from resourcehub.exchange.taken import counted
from resourcehub.hub import Hub
from resourcehub.problems import errors
from resourcehub.reports import as_text
from resourcehub.store import write_file
from resourcehub.work.pages import compare, mark, unmarked
from resourcehub.work.translate import status, update_generator, update_site


@click.group()
def translate() -> None:
    """Look after the words of other languages."""


@translate.command("update")
@ROOT
@click.option("--interface", is_flag=True, help="The generator's own words instead of the site's.")
def translate_update(root: Path, interface: bool) -> None:
    """Bring every PO file up to date with the catalog. Nothing that was translated is lost."""
    failed = False
    for file, done, problems in update_generator() if interface else update_site(readable(root)):
        failed = failed or done is None
        if done is None:
            click.echo(as_text(problems), err=True)
        else:
            counts = f"{done.added} new, {done.changed} changed, {done.gone} gone, {done.revived} revived"
            click.echo(f"{file}: {counts}{'' if done.written else ' (unchanged)'}")
    sys.exit(1 if failed else 0)


@translate.command("status")
@ROOT
def translate_status(root: Path) -> None:
    """Print how much of each language is translated, stale, missing, and read by no speaker yet."""
    click.echo(f"{'':<10}{'texts':>8}{'stale':>8}{'missing':>9}{'machine':>9}   {'pages':>6}{'stale':>8}{'missing':>9}")
    for row in status(read(root)):
        t, (pages, stale, missing) = row.texts, row.pages
        texts = f"{t.translated:>8}{t.stale + t.unfinished:>8}{t.missing:>9}{t.machine:>9}"
        click.echo(f"{row.tag:<10}{texts}   {pages:>6}{stale:>8}{missing:>9}")


@translate.command("mark")
@ROOT
@click.option("--missing", is_flag=True, help="Every translated page that does not say yet what it was made from.")
@click.argument("pages", nargs=-1)
def translate_mark(root: Path, pages: tuple[str, ...], missing: bool) -> None:
    """Say of translated PAGES (such as docs/about.es.md) that they match their source as it is now."""
    hub = read(root)
    for page in [*pages, *(unmarked(hub) if missing else ())]:
        try:
            click.echo(f"{page}: {'marked' if mark(hub, _inside(hub, page)) else 'is marked already'}")
        except (KeyError, Unwritable) as error:
            raise _no_page(hub, page, error) from None


@translate.command("diff")
@ROOT
@click.argument("page")
def translate_diff(root: Path, page: str) -> None:
    """Show what the source of a translated PAGE said when it was translated (-), and what it says now (+)."""
    hub = read(root)
    try:
        for line in compare(hub, _inside(hub, page)):
            click.echo(line)
    except KeyError as error:
        raise _no_page(hub, page, error) from None


@translate.command("export")
@ROOT
@click.option("--format", "form", type=click.Choice(FORMS), default="xlsx", show_default=True)
@click.option("--state", "states", type=click.Choice(list(STATES)), multiple=True, help="Only texts in this state.")
@click.option("--output", type=click.Path(path_type=Path), help="The file to write; words-TAG and its form otherwise.")
@click.argument("tag")
def translate_export(root: Path, form: str, states: tuple[State, ...], output: Path | None, tag: str) -> None:
    """Write all texts of the language TAG into a file for a translator, with what to know of each."""
    hub = readable(root)
    _known_language(hub, tag)
    target = output or Path(f"words-{tag}.{ENDINGS.get(form, form)}")
    try:
        write_file(target, export(hub, tag, form, states))
    except TableError as error:
        raise Failure(str(error)) from None
    click.echo(f"Written: {target}")


@translate.command("import")
@ROOT
@click.option(
    "--by",
    default="",
    help="Who has read what is new, where the file does not say so: 'a name' or 'a name, 2026-03-31'.",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def translate_import(root: Path, by: str, file: Path) -> None:
    """Bring what a translator changed in FILE, made by hub translate export, into the PO files and pages."""
    hub = readable(root)
    try:
        back = rows_in(file)
    except TableError as error:
        raise Failure(f"{file}: {error}") from None
    tag = next((row.tag for row in back if row.tag), "")
    _known_language(hub, tag)
    found = bring(hub, tag, back, file.name, by, i18n.today())
    if found.problems:
        click.echo(as_text(sorted(found.problems)), err=True)
    for written in found.files:
        click.echo(f"{written}: written")
    click.echo(counted(found.taken) if found.files else "Nothing was written")
    sys.exit(1 if errors(found.problems) else 0)


def _known_language(hub: Hub, tag: str) -> None:
    if tag not in hub.settings.locales or tag == hub.settings.source:
        own = [other for other in hub.settings.locales if other != hub.settings.source]
        raise Failure(f"'{tag}' is no language that this site is translated into: {', '.join(own)}")


def _inside(hub: Hub, page: str) -> str:
    """Return the path of a page below ``docs/``, wherever it was named from."""
    root, docs = hub.settings.root, hub.settings.docs
    whole = Path(page).is_absolute()
    named_from_here = Path(page).exists() and (whole or not (root / page).exists())
    return os.path.relpath(page, root / docs) if named_from_here else page.removeprefix(f"{docs}/")


def _no_page(hub: Hub, page: str, error: Exception) -> Failure:
    if isinstance(error, Unwritable):
        return Failure(as_text([error.problem]))
    return Failure(f"{page}: no translated page of this name in {hub.settings.docs}/")
