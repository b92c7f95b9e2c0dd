"""``hub intake`` and ``hub form``: what people send by form or mail, and the forms they fill in."""

import json
from pathlib import Path

import click

from resourcehub.cli.change import tried
from resourcehub.cli.console import ROOT, Failure, read, readable
from resourcehub.edits.event import EventError, read_event, read_mail
from resourcehub.edits.form import FOLDER, KNOWN, NEW, form_text
from resourcehub.edits.intake import propose, questions_of
from resourcehub.edits.questions import of_a_known_one
from resourcehub.edits.told import LABEL, answer, request
from resourcehub.engine import i18n
from resourcehub.store import write_file

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("intake")
@ROOT
@click.option("--event", type=_FILE, help="What GitHub tells of an issue: the file of GITHUB_EVENT_PATH.")
@click.option("--mail", type=_FILE, help="A mail with the same answers, or its text.")
@click.option(
    "--into", type=click.Path(file_okay=False, path_type=Path), help="Where the texts for people are written."
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def take_in(root: Path, event: Path | None, mail: Path | None, into: Path | None, dry_run: bool) -> None:
    """Write what a form asks for into the catalog, and an answer to who filled it in.

    With mistakes in its answers nothing is written but the answer.
    """
    if (event is None) == (mail is None):
        raise click.UsageError("name one file: --event or --mail.")
    try:
        letter = read_event(event.read_bytes(), LABEL) if event else read_mail((mail or Path()).read_bytes())
    except EventError as error:
        raise Failure(str(error)) from None
    hub = readable(root)
    found, cards = tried(hub, root, propose(hub, letter.body, i18n.today()), dry_run)
    text = answer(found, cards, letter.approved)
    if into:
        write_file(into / "answer.md", text.encode())
        if found.ready:
            about = {"id": found.id, "title": found.title, "number": letter.number, "files": sorted(found.files)}
            write_file(into / "proposal.json", json.dumps(about, indent=2).encode())
            write_file(into / "request.md", request(found, cards, letter.number).encode())
    click.echo(text)


@click.command("form")
@ROOT
def make_forms(root: Path) -> None:
    """Write the forms of GitHub's issues anew, after kinds, topics or audiences have changed."""
    hub = read(root)
    for name, questions in ((NEW, questions_of(hub.file.catalog, hub.settings.locales)), (KNOWN, of_a_known_one())):
        changed = write_file(root / FOLDER / name, form_text(name, questions).encode())
        click.echo(f"{FOLDER}/{name}: {'written' if changed else 'as it was'}")
