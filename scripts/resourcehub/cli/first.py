"""``hub remaining``: what a new site still needs, told on the terminal and in the summary of the job."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from resourcehub.catalog.sheets import read_sheets
from resourcehub.reports import as_notice
from resourcehub.settings.core import read_settings, settings_of
from resourcehub.work.first import pages_off, remaining
from resourcehub.work.limits import near_limit, weights

SUMMARY = "GITHUB_STEP_SUMMARY"  # the file that GitHub shows beside a job (GitHub Docs, "Workflow commands")
HEADING = "What this site still needs"


@click.command("remaining")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
def remaining_verb(root: Path) -> None:
    """Say what a new site still needs: its name, a number to call, an address, languages."""
    left = still(root)
    if left and pages_off(os.environ):
        click.echo(as_notice("Not published yet", left[0]))
    tell(left)
    if not left:
        click.echo("Nothing is missing.")


def still(root: Path) -> list[str]:
    """Return what the site at ``root`` still needs; nothing where its settings cannot be read, which is told apart.

    Nor in the check of a proposed change, which is about something else and knows no address.
    """
    file, _ = read_settings(root)
    if not file or os.environ.get("GITHUB_EVENT_NAME") == "pull_request":
        return []
    return list(remaining(settings_of(file), file.site.site_name or "", read_sheets(root)[0], os.environ))


def tell(lines: Sequence[str], given: Mapping[str, str] = os.environ) -> None:
    """Print a list beside the work, and write it into the summary of the job where there is one."""
    if not lines:
        return
    click.echo("\n".join([f"{HEADING}:", *(f"  {line}" for line in lines)]), err=True)
    summarize(HEADING, lines, given)


def summarize(heading: str, lines: Sequence[str], given: Mapping[str, str] = os.environ) -> None:
    """Write a list into the summary of the job, where there is one."""
    if path := given.get(SUMMARY):
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write("\n".join([f"## {heading}", "", *(f"* {line}" for line in lines), "", ""]))


def tell_weight(site: Path, locales: tuple[str, ...]) -> None:
    """Warn where a built site is nearly too heavy for GitHub Pages."""
    if warning := near_limit(weights(site, locales)):
        click.echo(f"WARNING: {warning}", err=True)
        if SUMMARY in os.environ:
            click.echo(as_notice("Nearly too large", warning, "warning"))
