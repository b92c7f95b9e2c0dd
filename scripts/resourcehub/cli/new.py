"""``hub new``: questions on the way to a school's own repository."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from resourcehub.shipped import reference_dir
from resourcehub.work.adopt import AdoptError, adopt
from resourcehub.work.answers import QUESTIONS, Answers, Question
from resourcehub.work.new import NewError, make, program, write_new


def _flag(question: Question) -> Callable[[Any], Any]:
    return click.option(f"--{question.name}", help=f"{question.words}.")


def _flags(command: Callable[..., None]) -> Callable[..., None]:
    for question in reversed(QUESTIONS):
        command = _flag(question)(command)
    return command


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@_flags
@click.option("--program", "repository", help="OWNER/NAME of the program on GitHub, whose workflow builds the site.")
@click.option("--yes", is_flag=True, help="Ask nothing: what no flag says keeps its default.")
def new_site(folder: Path, repository: str | None, yes: bool, **flags: str | None) -> None:
    """Make a school's own repository in FOLDER: a few files, and nothing of the program."""
    given, faults = _given(flags)
    if faults:
        raise click.ClickException("\n".join(faults))
    known = repository or program()
    answers = Answers(**given | {q.name: _answer(q, yes) for q in QUESTIONS if q.name not in given})
    try:
        files = make(folder, answers, known)
    except NewError as error:
        raise click.ClickException(str(error)) from None
    click.echo("\n".join(f"{folder}/{path}" for path in files))
    if not known:
        where = f"{folder}/.github/workflows/site.yml"
        click.echo(f"\nWrite into the last line of {where} where the program lies on GitHub.", err=True)
    click.echo(f"\nPut the folder {folder} on GitHub. Its README says what to do there.")


@click.command("adopt")
@click.argument("copy", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--base", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The hub that was copied.")
@click.option("--program", "repository", help="OWNER/NAME of the program on GitHub, whose workflow builds the site.")
def adopt_copy(copy: Path, folder: Path, base: Path | None, repository: str | None) -> None:
    """Make a school's own repository in FOLDER from a COPY of the whole hub: only what differs is kept."""
    known = repository or program()
    try:
        adopted = adopt(copy, base or reference_dir(), known)
        write_new(folder, adopted.files, known)
    except (AdoptError, NewError) as error:
        raise click.ClickException(str(error)) from None
    click.echo("\n".join(f"kept: {line}" for line in adopted.kept) or "The copy had nothing of its own.")
    click.echo(f"\nAll else comes from the program now. {copy} is as it was; put {folder} on GitHub in its place.")


def _given(flags: dict[str, str | None]) -> tuple[dict[str, Any], list[str]]:
    """Return the answers that flags give, and what is wrong with them, all at once."""
    given: dict[str, Any] = {}
    faults = []
    for question in QUESTIONS:
        if (text := flags[question.name]) is None:
            continue
        try:
            given[question.name] = question.read(text)
        except ValueError as error:
            faults.append(f"--{question.name}: {error}")
    return given, faults


def _answer(question: Question, yes: bool) -> Any:
    """Return the default, or ask until the answer can be used."""
    if yes:
        return question.read(question.default)

    def checked(text: str) -> Any:
        try:
            return question.read(text)
        except ValueError as error:
            raise click.UsageError(str(error)) from None

    return click.prompt(
        question.words, default=question.default, value_proc=checked, show_default=bool(question.default)
    )
