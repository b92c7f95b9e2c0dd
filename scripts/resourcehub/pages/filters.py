"""The filters of the page of results: their labels, and the values that each offers."""

from resourcehub.catalog.fields import GRADES
from resourcehub.catalog.model import Cost, Format
from resourcehub.languages.locales import Text
from resourcehub.pages.browse import facets
from resourcehub.pages.views import COSTS, FORMATS
from resourcehub.pages.voice import Voice, grade_words

FILTERS = ("kind", "topic", "audience", "grades", "language", "format", "cost")


def filters(voice: Voice) -> list[tuple[str, Text]]:
    """Return the filters of the page of results, each with its label."""
    _ = voice.words.get
    labels = (_("Kind"), _("Topic"), _("For whom"), _("Grades"), _("Language I can read"), _("Format"), _("Cost"))
    return list(zip(FILTERS, labels, strict=True))


def choices(voice: Voice) -> dict[str, list[list[str]]]:
    """Return each filter's values with their names, and the language of a name that is not in the reader's."""
    _ = voice.words.get
    own = {facet.name: [(link.path or "", link.text) for link, _ in facet.choices] for facet in facets(voice)}
    words: dict[str, list[tuple[str, Text]]] = {
        **{name: [(path.split("/")[-2], text) for path, text in found] for name, found in own.items()},
        "grades": [(grade, grade_words(grade, voice.words)[0]) for grade in GRADES],
        "format": [(form.value, _(FORMATS[form])) for form in Format],
        "cost": [(cost.value, _(COSTS[cost])) for cost in Cost],
    }
    here = voice.locale.tag
    return {
        name: [[v, t.text] if t.locale.tag == here else [v, t.text, t.locale.tag] for v, t in words[name]]
        for name in FILTERS
    }
