"""What came back from a translator, compared with the hub: what is taken, and what is refused with its row."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pydantic_core import PydanticCustomError

from resourcehub.catalog.paragraphs import fold, paragraphs
from resourcehub.catalog.plain import require_plain, shown
from resourcehub.exchange.row import Row, stamp, tidy
from resourcehub.exchange.spans import Span
from resourcehub.exchange.texts import PageText, PoText, Text
from resourcehub.languages.marks import is_reader
from resourcehub.languages.placeholders import misfit, single_forms
from resourcehub.languages.units import INTERFACE
from resourcehub.problems import Place, Problem, suggestion
from resourcehub.prose.citations import keys_in
from resourcehub.prose.reading import read

_DAY = re.compile(r", *\d+[-./]\d+[-./]\d+$")
_HOLES = re.compile(r"\{[^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that is to be written: where it belongs, its words, who read it, and the source that it was made from."""

    text: Text
    words: str
    read_by: str
    made_from: str
    note: str | None = None

    @property
    def new(self) -> bool:
        """Whether the words are others than those of the hub."""
        return self.words != tidy(self.text.row.text)


def compare(
    texts: Iterable[Text], tag: str, back: Iterable[Row], file: str, by: str, today: date
) -> tuple[list[Taken], list[Problem]]:
    """Return what of ``back``, the rows of ``file``, is new beside the texts of a hub, and what is wrong with rows.

    A row that the translator left as it was is left alone, and so is one whose cell was emptied. ``by``: who read all
    that is new where a row does not say who did.
    """
    known = {text.row.name: text for text in texts}
    listed = list(back)
    seen = Counter(row.name for row in listed)
    taken, problems = list[Taken](), list[Problem]()
    for row in listed:
        place = Place(file, row.line)
        text = known.get(row.name) if row.tag == tag else None
        if text is None or seen[row.name] > 1:
            problems.append(_unknown(row, place, known, seen[row.name]))
        elif row.sent and stamp(row.source) != row.sent[0]:
            what = f"{shown(row.name)}: the original was changed here: put back '{shown(text.row.source)}'"
            problems.append(Problem(place, f"{what}. Your words belong beside it", "other-source"))
        elif found := _taken(text, row, by, today):
            faults = list(_faults(found, row, place))
            problems += faults
            taken += [] if faults else [found]
    return taken, problems


def _unknown(row: Row, place: Place, known: Mapping[str, Text], times: int) -> Problem:
    if times > 1:
        what = f"'{shown(row.name)}' stands {times} times here: keep one of these rows"
    elif row.name in known:
        what = f"'{shown(row.name)}' is here of another language than the rows above: take the row out"
    elif not row.name:
        what = "this row has lost its id: put it back, or take the row out"
    else:
        what = f"no text has the id '{shown(row.name)}'{suggestion(row.name, known)}: put it back, or take the row out"
    return Problem(place, what, "changed-id")


def _taken(text: Text, row: Row, by: str, today: date) -> Taken | None:
    mine, words = text.row, tidy(row.text)
    changed = stamp(words) != row.sent[1] if row.sent else words != tidy(mine.text)
    restored = bool(words and not mine.text and not changed)
    new = bool(words) and words != tidy(mine.text) and (changed or restored)
    if not new and words != tidy(mine.text):
        return None  # left as it was sent out, or emptied: the hub's words are newer, or better than none
    reader = _reader(row, mine, by, new and not restored)
    if not new and reader == mine.read_by:
        return None
    if reader not in ("", "?") and not _DAY.search(reader):
        reader = f"{reader}, {today}"
    older = row.was if restored and row.was else row.source
    return Taken(text, words, reader, fold(older), row.note if restored else None)


def _reader(row: Row, mine: Row, by: str, new: bool) -> str:
    """Return who read a text; who read other words has not read these. ``?`` where nobody says."""
    said = row.read_by.strip()
    if said == "?":
        return mine.read_by if mine.read_by and not new else by or "?"
    if not said or said == mine.read_by:
        return by if new else mine.read_by
    older = is_reader(said) and is_reader(mine.read_by) and said[-10:] < mine.read_by[-10:]
    return mine.read_by if older and not new else said


def _faults(found: Taken, row: Row, place: Place) -> Iterator[Problem]:
    mine, name = found.text.row, shown(row.name)
    if row.source != tidy(mine.source) and isinstance(found.text, PageText):
        yield Problem(place, f"{name}: the page has changed since: export it again", "other-source")
    if found.new and row.sent and mine.text and stamp(mine.text) != row.sent[1]:
        what = f"{name}: since it was exported the text became '{shown(mine.text)}': to put yours in its place all the"
        yield Problem(place, f"{what} same, delete the brackets from its id", "changed-meanwhile")
    if found.read_by == "?":
        yield Problem(place, f"{name} is approved, and nobody says by whom: name the reader with --by", "bad-reader")
    if found.read_by and found.read_by != "?" and not is_reader(found.read_by):
        yield Problem(place, f"{name}: write a name, a comma and a day such as 2026-03-31", "bad-reader")
    yield from _words(found, place, name) if found.new else ()


def _words(found: Taken, place: Place, name: str) -> Iterator[Problem]:
    text, words, limit = found.text, found.words, found.text.row.limit
    if limit and len(words) > limit:
        what = f"{name}: {len(words)} characters, {limit} at most: say it shorter"
        yield Problem(place, what, "long-translation")
    if isinstance(text, PageText) and isinstance(text.part, Span):
        yield from _paragraphs(text, words, place, name)
        return
    try:
        require_plain(words)
    except PydanticCustomError as error:
        yield Problem(place, f"{name}: {error.message()}", error.type)
    if isinstance(text, PoText) and text.unit.context == INTERFACE:
        single = text.unit.plural is not None and text.form in single_forms(text.home.plurals)
        if cure := misfit(text.unit.source, text.unit.plural, words, single=single):
            yield Problem(place, f"{name}: {cure}", "placeholder")


def _paragraphs(text: PageText, words: str, place: Place, name: str) -> Iterator[Problem]:
    """Yield what paragraphs have lost: their cut, sources, names of places, and where their links lead."""
    assert isinstance(text.part, Span)  # noqa: S101 - what the caller has seen
    source, wanted = text.row.source, text.part.end - text.part.begin
    if (here := len(paragraphs(words))) != wanted:
        what = f"{name}: {here} paragraphs, and the original has {wanted}: cut the text where that is cut"
        yield Problem(place, what, "other-paragraphs")
    for code, find in (("lost-citation", keys_in), ("placeholder", _HOLES.findall)):
        if lost := list((Counter(find(source)) - Counter(find(words))).elements()):
            what = f"{name}: '{shown(lost[0], 120)}' does not stand here as often as in the original: put that right"
            yield Problem(place, what, code)
    links, mine = (read(part).links for part in (source, words))
    if len(mine) < len(links):
        what = (
            f"{name}: {len(mine)} links, and the original has {len(links)}: put back '[…]({shown(links[-1].target)})'"
        )
        yield Problem(place, what, "other-link")


def counted(taken: Iterable[Taken]) -> str:
    """Return in words what is taken."""
    listed = list(taken)
    return f"{sum(found.new for found in listed)} texts, {sum(bool(found.read_by) for found in listed)} of them read"
