"""Words of a school over those below: its own, or theirs; older ones where the school says another thing."""

from pathlib import Path

from layered import district, own, read, school
from resourcehub.work.translate import update_site
from small import entry

SPANISH = "        - {locale: es, name: Español}\n"
KHMER = "        - {locale: km}\n"
HEAD = 'msgid ""\nmsgstr "Language: es\\nContent-Type: text/plain; charset=UTF-8\\n"\n'


def po(**words: str) -> str:
    """Return a PO file of catalog words: ``resources__one__title=("Source", "Words")``."""
    rows = (
        f'\nmsgctxt "{name.replace("__", "/")}"\nmsgid "{text.split("|")[0]}"\nmsgstr "{text.split("|")[1]}"\n'
        for name, text in words.items()
    )
    return HEAD + "".join(rows)


def both(tmp_path: Path, below: str, above: str, catalog: str, tongue: str = SPANISH) -> Path:
    files = {"docs/translations/es.po": below} if below else {}
    roots = [
        district(tmp_path, files=files),
        school(tmp_path, catalog=catalog, files={"docs/translations/es.po": above} if above else {}),
    ]
    for root in roots:
        path = root / "mkdocs.yml"
        path.write_text(path.read_text() + tongue)
    return roots[1]


BELOW = po(resources__one__title="one|uno", resources__one__summary="Words.|Palabras.", resources__two__title="two|dos")


def test_a_school_has_the_words_below_and_says_its_own(tmp_path: Path) -> None:
    above = po(resources__one__title="one|el uno", resources__mine__title="mine|mío")
    hub = read(both(tmp_path, BELOW, above, own(entry("mine"))))
    assert not hub.problems
    said = {name: (m.translation, m.state) for name, m in hub.messages["es"].catalog.items() if m.forms}
    assert said == {
        "resources/one/title": ("el uno", "translated"),
        "resources/one/summary": ("Palabras.", "translated"),
        "resources/two/title": ("dos", "translated"),
        "resources/mine/title": ("mío", "translated"),
    }


def test_words_of_what_an_override_changes_are_older(tmp_path: Path) -> None:
    catalog = "override:\n  resources:\n    - {id: one, title: First}\n"
    hub = read(both(tmp_path, BELOW, "", catalog))
    assert not hub.problems
    states = {name: m.state for name, m in hub.messages["es"].catalog.items() if m.forms}
    assert states["resources/one/title"] == "stale" and states["resources/one/summary"] == "translated"


def contexts(root: Path, tag: str) -> set[str]:
    list(update_site(read(root)))
    text = (root / f"docs/translations/{tag}.po").read_text()
    return {line.split('"')[1] for line in text.splitlines() if line.startswith("msgctxt")}


def test_the_file_of_a_school_holds_what_is_its_own_or_differs(tmp_path: Path) -> None:
    catalog = "override:\n  resources:\n    - {id: two, title: Second}\n" + (
        "resources:\n  - {id: mine, kind: guide, title: Mine, url: https://example.org/mine, summary: Words.,\n"
        "     publisher: Press, topics: [money], audiences: [families], languages: [en], format: pdf, cost: free,\n"
        "     added: 2026-01-01}\n"
    )
    root = both(tmp_path, BELOW, po(resources__one__title="one|el uno"), catalog)
    mine = {"resources/mine/title", "resources/mine/summary", "resources/two/title", "resources/one/title"}
    assert contexts(root, "es") == mine


def test_a_language_that_nobody_below_speaks_is_whole_in_the_file(tmp_path: Path) -> None:
    root = both(tmp_path, BELOW, "", own(entry("mine")), tongue=KHMER)
    found = contexts(root, "km")
    assert {"resources/one/title", "resources/mine/summary", "topics/money/title"} <= found
    assert "interface" in found


def test_where_nothing_is_to_be_said_there_is_no_file(tmp_path: Path) -> None:
    root = both(tmp_path, BELOW, "", "resources: []\n")
    assert list(update_site(read(root))) == []
    assert not (root / "docs/translations").exists()
