"""The command ``hub``: thin verbs over the generator."""

import logging
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from resourcehub.catalog.blocks import BlockError
from resourcehub.catalog.due import due
from resourcehub.catalog.given import given_before
from resourcehub.catalog.sheets import FILE, HOME, add_sheets, assign
from resourcehub.engine import i18n
from resourcehub.engine.preview import allow_reloading
from resourcehub.engine.publish import PublishError, publish
from resourcehub.engine.settings import Patient, SettingsError, mkdocs_config, read_hub
from resourcehub.hub import Hub
from resourcehub.problems import Problem, errors
from resourcehub.reports import as_github, as_json, as_text
from resourcehub.settings.core import read_settings
from resourcehub.work.split import join, split
from resourcehub.work.translate import mark, status, update_generator, update_site

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder of mkdocs.yml.",
)
FORMATS = {"text": as_text, "github": as_github, "json": as_json}


class Failure(click.ClickException):
    """A plain message and exit status 1."""


class Unusable(Failure):
    """``mkdocs.yml`` cannot be used; ``problems`` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(as_text(problems))
        self.problems = problems


@click.group()
@click.version_option(package_name="resourcehub")
def main() -> None:
    """Build a family resource hub from resources.yaml and docs/."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s", stream=sys.stderr)


@main.command()
@ROOT
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
def validate(root: Path, form: str) -> None:
    """Report all that is wrong with the catalog, the pages and the translations."""
    problems: Sequence[Problem]
    try:
        problems = read_hub(config_file(root)).problems
    except SettingsError as error:
        problems = error.problems
    click.echo(FORMATS[form](problems))
    sys.exit(1 if errors(problems) else 0)


@main.command()
@ROOT
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where to publish; site_dir of mkdocs.yml otherwise.")
@click.option("--locales", help="Only these languages, such as en,es.")
@click.option(
    "--jobs", type=click.IntRange(min=1), show_default="one for each core", help="How many processes share the work."
)
def build(root: Path, site_dir: Path | None, locales: str | None, jobs: int | None) -> None:
    """Check everything, build beside the published folder and swap it in whole."""
    target = site_dir or Path(configure(root).site_dir)
    try:
        publish(lambda folder: _build_into(folder, root, locales, jobs), target.absolute(), sources=root)
    except PublishError as error:
        raise Failure(str(error)) from None
    click.echo(f"Published {target}")
    if told := read_settings(root)[1]:
        click.echo(as_text(told), err=True)


def _build_into(folder: Path, root: Path, locales: str | None, jobs: int | None) -> None:
    from mkdocs.commands.build import build as mkdocs_build  # only here: the other verbs start sooner without it

    config = configure(root, site_dir=str(folder), strict=True)
    asked = [tag.strip() for tag in (locales or "").split(",") if tag.strip()]
    if unknown := [tag for tag in asked if tag not in i18n.i18n(config).all_languages]:
        raise Failure(f"--locales: mkdocs.yml has no language {', '.join(unknown)}")
    i18n.only_locales(config, asked)
    plugin: Any = config.plugins["resourcehub"]
    plugin.jobs = jobs
    try:
        mkdocs_build(config)
    except (MkDocsException, SystemExit) as error:
        raise Failure(str(error)) from None


@main.command()
@ROOT
@click.option("--dev-addr", help="Address and port of the preview, such as localhost:8000.")
def serve(root: Path, dev_addr: str | None) -> None:
    """Preview the site; it reloads when the catalog, a translation, a page or a template changes."""
    import mkdocs.commands.serve

    logging.getLogger("mkdocs").setLevel(logging.INFO)
    options: dict[str, Any] = {"dev_addr": dev_addr} if dev_addr else {}
    file = config_file(root)
    allow_reloading()
    mkdocs.commands.serve.load_config = Patient()  # type: ignore[attr-defined, assignment]
    try:
        mkdocs.commands.serve.serve(str(file), **options)
    except MkDocsException as error:
        raise Failure(str(error)) from None


@main.command()
@ROOT
def number(root: Path) -> None:
    """Give a sheet number to every resource, page and list that has none. Meant for the main branch only."""
    hub = read(root)
    _refuse(hub.problems)
    new = assign(hub.sheets, hub.titles(hub.settings.source), hub.settings.number_prefix, given_before(root, FILE))
    if new:
        add_sheets(root, new)
    for sheet, address in new.items():
        click.echo(f"{sheet}: {address or HOME}")
    click.echo(f"{len(new)} new, {len(hub.sheets) + len(new)} in all")


@main.command("split")
@ROOT
def split_catalog(root: Path) -> None:
    """Give every resource of resources.yaml a file of its own, in resources/. No word or comment changes."""
    hub = read(root)
    _refuse(hub.of_catalog())
    try:
        files = split(root, hub.settings.catalog)
    except BlockError as error:
        raise Failure(str(error)) from None
    click.echo(f"{len(files)} resources have a file of their own now, such as {files[0]}")


@main.command("join")
@ROOT
def join_catalog(root: Path) -> None:
    """Put the resources of resources/ back into resources.yaml, each in its place."""
    hub = read(root)
    _refuse(hub.of_catalog())
    try:
        files, stay = join(root, hub.settings.catalog)
    except BlockError as error:
        raise Failure(str(error)) from None
    click.echo(f"{len(files)} files are in {hub.settings.catalog} now")
    for file in stay:
        click.echo(f"{file} stays: it holds other lists")


@main.command("status")
@ROOT
def due_status(root: Path) -> None:
    """List the resources whose address a person should open: those never opened first."""
    found = due(read(root).file.catalog.resources, i18n.today())
    for resource in found:
        click.echo(f"{resource.checked or 'never':<12}{resource.id:<42} {resource.address}")
    click.echo(f"{len(found)} due")


@main.group()
def translate() -> None:
    """Look after the words of other languages."""


@translate.command("update")
@ROOT
@click.option("--interface", is_flag=True, help="The generator's own words instead of the site's.")
def translate_update(root: Path, interface: bool) -> None:
    """Bring every PO file up to date with the catalog. Nothing that was translated is lost."""
    failed = False
    for file, done, problems in update_generator() if interface else update_site(_readable(root)):
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
        texts = f"{t.translated:>8}{t.stale:>8}{t.missing:>9}{t.machine:>9}"
        click.echo(f"{row.tag:<10}{texts}   {pages:>6}{stale:>8}{missing:>9}")


@translate.command("mark")
@ROOT
@click.argument("pages", nargs=-1, required=True)
def translate_mark(root: Path, pages: tuple[str, ...]) -> None:
    """Say of translated PAGES (such as docs/about.es.md) that they match their source as it is now."""
    hub = read(root)
    for page in pages:
        try:
            inside = os.path.relpath(page, root / hub.settings.docs) if Path(page).exists() else page
            click.echo(f"{page}: made from {mark(hub, inside)}")
        except KeyError:
            raise Failure(f"{page}: no translated page of this name in {hub.settings.docs}/") from None


def config_file(root: Path) -> Path:
    """Return the path of ``mkdocs.yml``. Raises Failure if there is none."""
    if not (path := root / "mkdocs.yml").is_file():
        raise Failure(f"{path}: no such file. Run hub in the folder of mkdocs.yml, or name it with --root.")
    return path


def configure(root: Path, **options: Any) -> MkDocsConfig:
    """Read ``mkdocs.yml``. Raises Failure with all that is wrong if it cannot be used."""
    try:
        return mkdocs_config(config_file(root), **options)
    except SettingsError as error:
        raise Unusable(error.problems) from None


def read(root: Path) -> Hub:
    """Read the hub at ``root`` with all its problems. Raises Failure where ``mkdocs.yml`` cannot be used."""
    configure(root)
    return read_hub(config_file(root))


def _readable(root: Path) -> Hub:
    """Read a hub whose catalog has no errors: the words of an entry that cannot be read would count as gone."""
    hub = read(root)
    _refuse(hub.of_catalog())
    return hub


def _refuse(problems: Iterable[Problem]) -> None:
    if bad := errors(problems):
        raise Failure(as_text(bad))
