"""``hub links``: addresses on the web are visited, and what was seen is kept for the next round."""

from pathlib import Path

import click

from resourcehub.catalog.entries import read_catalog
from resourcehub.catalog.visits import FAILED, Record, read_records, write_records
from resourcehub.cli.console import ROOT, Failure, read, refuse
from resourcehub.edits.change import ChangeError, set_fields
from resourcehub.engine import i18n
from resourcehub.hub import Hub
from resourcehub.links.found import addresses
from resourcehub.links.mend import copies, lost, moves
from resourcehub.links.polite import look
from resourcehub.links.record import after, due
from resourcehub.links.told import report
from resourcehub.store import write_file, write_files

_ENOUGH = 5  # that many addresses and not one answer: then the fault is here


@click.command("links")
@ROOT
@click.option("--most", type=click.IntRange(min=1), help="Visit this many at most; the others have their turn later.")
@click.option("--report", "into", type=click.Path(dir_okay=False, path_type=Path), help="Write the report here.")
@click.option("--mend", is_flag=True, help="Write new addresses and saved copies into the catalog, for a pull request.")
def links(root: Path, most: int | None, into: Path | None, mend: bool) -> None:
    """Visit the addresses that this site leads to, politely, and say which no longer lead where they should.

    What is wrong there is no fault of this site: the command ends well.
    """
    hub = read(root)
    records, faults = read_records(root)
    refuse([*faults, *hub.of_catalog()])
    named = addresses(hub)
    today = i18n.today()
    asked = due(named, records, today)[:most]
    click.echo(f"{len(asked)} of {len(named)} addresses are due", err=True)
    found = look(asked, {a: records[a].title for a in asked if a in records}, hub.settings.site_url)
    if len(found) >= _ENOUGH and all(verdict.sort in FAILED for verdict in found.values()):
        raise Failure("not one address answered: is there a network? Nothing was noted")
    kept = {address: record for address, record in records.items() if address in named}
    kept |= {address: after(records.get(address), verdict, today) for address, verdict in found.items()}
    write_records(root, kept)
    text = report(kept, named)
    if into:
        write_file(into, text.encode())
    click.echo(text)
    if mend:
        _mend(hub, root, kept)


def _mend(hub: Hub, root: Path, records: dict[str, Record]) -> None:
    """Write what can be proposed, a resource after the other; what cannot be written as text is told."""
    broken = lost(hub, records)
    saved = copies(broken.values(), hub.settings.site_url)
    values = moves(hub, records) | {name: {"archived": saved[url]} for name, url in broken.items() if url in saved}
    own, _ = read_catalog(root, hub.settings.catalog, alone=False)
    for name, fields in sorted(values.items()):
        try:
            write_files(root, set_fields(root, own, name, fields))
        except ChangeError as error:
            click.echo(f"{name}: {error}", err=True)
        else:
            click.echo(f"{name}: {', '.join(f'{field} is {value}' for field, value in fields.items())}")
