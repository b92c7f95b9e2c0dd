"""A translated page says agreed terms as its language has agreed on them (``languages/terms.py``)."""

from collections.abc import Iterator

from resourcehub.catalog.paragraphs import numbered
from resourcehub.catalog.versions import drift
from resourcehub.languages.terms import CODE, said_otherwise
from resourcehub.problems import Place, Problem
from resourcehub.rules.facts import Facts


def terms_are_kept(facts: Facts) -> Iterator[Problem]:
    """A paragraph has the agreed terms of its source; a page that is older than that is no matter."""
    sources = {d.key: d for d in facts.documents if d.locale == facts.source_locale}
    for document in facts.documents:
        terms, source = facts.terms.get(document.locale), sources.get(document.key)
        if not terms or not source or document is source or drift(document, source):
            continue
        there, here = numbered(source.body), numbered(document.body)
        for (_, english), (line, text) in zip(there, here, strict=False) if len(there) == len(here) else ():
            for term, agreed in terms.missing(english, text):
                place = Place(document.source.file, document.lines_before + line + 1)
                yield Problem(place, said_otherwise(term, agreed), CODE, "warning")


RULES = (terms_are_kept,)
