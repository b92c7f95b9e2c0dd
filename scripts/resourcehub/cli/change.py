"""``hub add`` and ``hub retire``: changes of the catalog by command, checked before they stay."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from resourcehub.cli.console import ROOT, Failure, config_file, readable
from resourcehub.edits.intake import Proposal, added, judged, questions_of, retired
from resourcehub.edits.questions import AnswerError, Question, tags_of, value_of
from resourcehub.edits.told import card, fault_lines
from resourcehub.engine import i18n
from resourcehub.engine.settings import read_hub
from resourcehub.hub import Hub
from resourcehub.links.page import facts_of
from resourcehub.pool import cores
from resourcehub.store import write_files
from resourcehub.work.since import new_problems, seen

_FLAGS = {
    "title": "What it is called.",
    "summary": "One or two sentences: what is there, and whom it helps.",
    "kind": "An id from 'kinds'.",
    "topics": "Ids from 'topics', parted by commas.",
    "audiences": "Ids from 'audiences', parted by commas.",
    "languages": "Tags or English names, parted by commas.",
    "format": "What opens, such as pdf or video.",
    "cost": "free, partly-free, paid or unknown.",
    "publisher": "Who made it.",
    "year": "The year it is from.",
    "phone": "A number, if it is a place.",
    "street": "A street, if it is a place.",
    "hours": "When a place is open.",
}
DRY = click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")


def _flags(command: Callable[..., None]) -> Callable[..., None]:
    for name in reversed(_FLAGS):
        command = click.option(f"--{name}", help=_FLAGS[name])(command)
    return command


@click.command("add")
@ROOT
@click.argument("url", required=False)
@_flags
@DRY
@click.option("--yes", is_flag=True, help="Ask nothing: what no flag says is left out.")
@click.option("--offline", is_flag=True, help="Do not read the page.")
def add(root: Path, url: str | None, dry_run: bool, yes: bool, offline: bool, **flags: str | None) -> None:
    """Add the resource at URL, or a place, to the catalog. What is missing is asked."""
    hub = readable(root)
    given = {name: text for name, text in {"url": url, **flags}.items() if text}
    if "languages" in given:
        given["more"] = given.pop("languages")
    questions = questions_of(hub.file.catalog, hub.settings.locales)
    if url and not offline:
        given = _of_page(url) | given
    if not yes:
        given |= {q.name: _asked(q) for q in questions if _open(q, given)}
    _written(hub, root, added(hub, given, questions, i18n.today()), dry_run)


def _of_page(url: str) -> dict[str, str]:
    """Return what the page says of itself, and tell it: a person decides whether that is right."""
    facts = facts_of(url)
    for name, value in facts.items():
        click.echo(f"the page says: {name} {value}", err=True)
    return {"more" if name == "languages" else name: value for name, value in facts.items()}


def _open(question: Question, given: dict[str, str]) -> bool:
    """Say whether a question must be asked, with what was answered so far."""
    place = bool({"phone", "street"} & given.keys()) and "url" not in given
    known = question.name in given or (question.name == "languages" and "more" in given)
    return not known and (question.needed or (question.name in ("languages", "format", "publisher") and not place))


def _asked(question: Question) -> str:
    """Ask until the answer can be used."""
    if question.choices:
        click.echo("\n".join(f"  {value:<24} {words}" for words, value in question.choices.items()))

    def checked(text: str) -> str:
        try:
            _ = tags_of(text) if question.name == "more" else value_of(question, text)
        except AnswerError as error:
            raise click.UsageError(str(error)) from None
        return text

    return str(click.prompt(question.words, value_proc=checked))


@click.command("retire")
@ROOT
@click.argument("name", metavar="ID")
@click.option("--replaced-by", metavar="ID", help="What people should use instead.")
@DRY
def retire(root: Path, name: str, replaced_by: str | None, dry_run: bool) -> None:
    """Take a resource out of all lists. Its page stays and says so; its address and number live on."""
    hub = readable(root)
    _written(hub, root, retired(hub, name, replaced_by), dry_run)


def _written(hub: Hub, root: Path, found: Proposal, dry_run: bool) -> None:
    found, _ = tried(hub, root, found, dry_run)
    if found.faults:
        raise Failure("\n".join(fault_lines(found.faults)))
    click.echo("\n".join([*found.lines, *(f"note: {note}" for note in found.notes)]))
    click.echo(f"{'Would be written' if dry_run else 'Written'}: {', '.join(found.files)}")


def tried(hub: Hub, root: Path, found: Proposal, dry_run: bool) -> tuple[Proposal, Sequence[str]]:
    """Write a proposal and check the whole hub with it; put back what was there where that finds mistakes.

    Return what the check says of it, and its card in words in the first two languages of the site.
    """
    if not found.ready:
        return found, ()
    before: dict[str, Any] = {
        name: (root / name).read_bytes() if (root / name).is_file() else None for name in found.files
    }
    known = seen(root, hub.problems)
    keep = False
    write_files(root, found.files)
    try:
        after = read_hub(config_file(root), cores())
        found = judged(found, new_problems(known, seen(root, after.problems)))
        keep = found.ready and not dry_run
        cards = [card(after, found.id, tag) for tag in after.settings.locales[:2]] if found.ready else []
    finally:
        if not keep:
            write_files(root, before)
    return found, cards
