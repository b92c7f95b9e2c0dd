"""``hub status``: where each thing comes from, and what there is to do."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from resourcehub.cli.console import ROOT, read
from resourcehub.engine import i18n
from resourcehub.work.origins import as_lines, origins
from resourcehub.work.status import as_text, tasks


@click.command("status")
@ROOT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def site_status(root: Path, form: str) -> None:
    """Say where each thing comes from, and what there is to do, each with who can do it."""
    hub = read(root)
    found = tasks(hub, i18n.today())
    if form == "json":
        whole = {"tasks": [asdict(t) for t in found], "origins": [asdict(o) for o in origins(hub)]}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    if len(hub.layers) > 1:
        click.echo("\n".join(as_lines(origins(hub))))
    click.echo("\n".join([*as_text(found), f"{len(found)} things to do"]))
