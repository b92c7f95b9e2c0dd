"""The command ``hub``: thin verbs over the generator."""

import json
import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from mkdocs.exceptions import Abort, MkDocsException

from resourcehub.catalog.blocks import BlockError
from resourcehub.catalog.given import given_before
from resourcehub.catalog.sheets import FILE, HOME, add_sheets, assign
from resourcehub.cli.console import ROOT, Failure, config_file, configure, read, refuse
from resourcehub.cli.first import still, tell, tell_weight
from resourcehub.engine import i18n
from resourcehub.engine.own import own_fault
from resourcehub.engine.parts import FILE as PART
from resourcehub.engine.parts import PartError, as_part, check_parts, merge, state
from resourcehub.engine.publish import SITE, PublishError, publish
from resourcehub.engine.settings import SettingsError, read_hub
from resourcehub.pool import cores
from resourcehub.problems import Problem, errors
from resourcehub.reports import as_github, as_json, as_text
from resourcehub.settings.core import read_settings, settings_of
from resourcehub.work.since import SinceError, since
from resourcehub.work.split import join, split

SINCE = click.option("--since", "commit", help="Count only mistakes that are not there at this commit, such as main.")
FORMATS = {"text": as_text, "github": as_github, "json": as_json}
# Verbs that stand in rooms of their own, and are loaded when they are asked for: some need the web, or spreadsheets.
VERBS = {
    "add": "change:add",
    "adopt": "new:adopt_copy",
    "form": "intake:make_forms",
    "intake": "intake:take_in",
    "links": "links:links",
    "new": "new:new_site",
    "remaining": "first:remaining_verb",
    "retire": "change:retire",
    "status": "status:site_status",
    "translate": "translate:translate",
    "upgrade": "upgrade:upgrade",
}


class Verbs(click.Group):
    """The verbs by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all names."""
        return sorted({*super().list_commands(ctx), *VERBS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the verb of a name, or None."""
        if cmd_name not in VERBS:
            return super().get_command(ctx, cmd_name)
        module, name = VERBS[cmd_name].split(":")
        verb: click.Command = getattr(import_module(f"resourcehub.cli.{module}"), name)
        return verb


@click.group(cls=Verbs)
@click.version_option(package_name="resourcehub")
def main() -> None:
    """Build a family resource hub from resources.yaml and docs/."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s", stream=sys.stderr)


@main.command()
@ROOT
@SINCE
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
def validate(root: Path, commit: str | None, form: str) -> None:
    """Report all that is wrong with the catalog, the pages and the translations."""
    config_file(root)
    problems = _new(root, commit, _problems(root))
    click.echo(FORMATS[form](problems))
    sys.exit(1 if errors(problems) else 0)


def _problems(root: Path) -> Sequence[Problem]:
    try:
        return read_hub(root / "mkdocs.yml", cores()).problems
    except SettingsError as error:
        return error.problems


def _new(root: Path, commit: str | None, problems: Sequence[Problem]) -> Sequence[Problem]:
    """Return the problems that were not there at ``commit``; all where none is named."""
    try:
        return since(root, commit, problems, _problems) if commit and problems else problems
    except SinceError as error:
        raise Failure(str(error)) from None


@main.command()
@ROOT
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where to publish; site_dir of mkdocs.yml otherwise.")
@click.option("--locales", help="Only these languages, such as en,es.")
@click.option("--part", is_flag=True, help="Make a part of a site for hub merge, of --locales: they know all others.")
@click.option(
    "--jobs", type=click.IntRange(min=1), show_default="one for each core", help="How many processes share the work."
)
@SINCE
def build(
    root: Path, site_dir: Path | None, locales: str | None, part: bool, jobs: int | None, commit: str | None
) -> None:
    """Check everything, build beside the published folder and swap it in whole."""
    if part and not locales:
        raise click.UsageError("--part needs --locales: the languages that this part holds.")
    config_file(root)
    if commit and errors(problems := _problems(root)) and not errors(_new(root, commit, problems)):
        click.echo(f"Not built: {len(errors(problems))} mistakes were there before, see 'hub validate'")
        return
    target = site_dir or Path(configure(root).site_dir)
    marks = (PART,) if part else SITE
    try:
        publish(lambda folder: _build_into(folder, root, locales, part, jobs), target.absolute(), root, marks=marks)
    except PublishError as error:
        raise Failure(str(error)) from None
    click.echo(f"{'Made a part' if part else 'Published'} {target}")
    file, told = read_settings(root)
    if told:
        click.echo(as_text(told), err=True)
    if file:
        tell_weight(target, settings_of(file).locales)
    tell(still(root))


def _build_into(folder: Path, root: Path, locales: str | None, part: bool, jobs: int | None) -> None:
    from mkdocs.commands.build import build as mkdocs_build  # only here: the other verbs start sooner without it

    config = configure(root, site_dir=str(folder), strict=True)
    asked = [tag.strip() for tag in (locales or "").split(",") if tag.strip()]
    if unknown := [tag for tag in asked if tag not in i18n.i18n(config).all_languages]:
        raise Failure(f"--locales: mkdocs.yml has no language {', '.join(unknown)}")
    i18n.only_locales(config, asked, part)
    plugin: Any = config.plugins["resourcehub"]
    plugin.jobs = jobs
    made_from = _state(root) if part else {}
    try:
        mkdocs_build(config)
    except Abort:  # what is wrong was told
        raise Failure("nothing was published: mend what is said above") from None
    except (MkDocsException, SystemExit) as error:
        raise Failure(str(error)) from None
    except Exception as error:
        if fault := own_fault(error, root):
            raise Failure(str(fault)) from None
        raise
    if part:
        if _state(root) != made_from:
            raise Failure("changed while the part was being built. Nothing was made: build again")
        as_part(folder, plugin.hub.settings, plugin.made, made_from)


def _state(root: Path) -> dict[str, str]:
    file = read_settings(root)[0]
    return state(file) if file else {}


@main.command("merge")
@ROOT
@click.argument("parts", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--site-dir", type=click.Path(path_type=Path), required=True, help="Where to publish.")
def merge_parts(root: Path, parts: tuple[Path, ...], site_dir: Path) -> None:
    """Publish the site of which PARTS are the languages, each made by hub build --part."""
    try:
        check_parts(parts)
        publish(lambda folder: merge(parts, folder), site_dir.absolute(), sources=root)
    except (PartError, PublishError) as error:
        raise Failure(str(error)) from None
    click.echo(f"Published {site_dir}")


@main.command("locales")
@ROOT
@click.option("--format", "form", type=click.Choice(["json", "github"]), default="json", show_default=True)
def list_locales(root: Path, form: str) -> None:
    """Print the languages of the site as a JSON list, for a program that builds each on a machine of its own.

    For GitHub as outputs of a step: ``languages``, and the ``moment`` that all machines take for now.
    """
    configure(root)
    if file := read_settings(root)[0]:
        languages = json.dumps(settings_of(file).locales)
        click.echo(languages if form == "json" else f"languages={languages}\nmoment={i18n.moment()}")


@main.command()
@ROOT
@click.option("--dev-addr", help="Address and port of the preview, such as localhost:8000.")
def serve(root: Path, dev_addr: str | None) -> None:
    """Preview the site; it reloads when the catalog, a translation, a page or a template changes."""
    from resourcehub.engine.server import ServeError  # only here, as above
    from resourcehub.engine.server import serve as serve_preview

    try:
        serve_preview(config_file(root), dev_addr)
    except ServeError as error:
        raise Failure(str(error)) from None


@main.command()
@ROOT
def number(root: Path) -> None:
    """Give a sheet number to every resource, page and list that has none. Meant for the main branch only."""
    hub = read(root)
    refuse(hub.problems)
    if len(hub.layers) > 1 and not hub.settings.number_prefix:
        raise Failure(
            f"{root / 'mkdocs.yml'}: choose 'number_prefix:' first, such as OAK: sheets without one are those below"
        )
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
    refuse(hub.of_catalog())
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
    refuse(hub.of_catalog())
    try:
        files, stay = join(root, hub.settings.catalog)
    except BlockError as error:
        raise Failure(str(error)) from None
    click.echo(f"{len(files)} files are in {hub.settings.catalog} now")
    for file in stay:
        click.echo(f"{file} stays: it holds other lists")
