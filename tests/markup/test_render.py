"""Templates know one locale: its words are put in when they are compiled, marked and escaped."""

from collections.abc import Mapping

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from resourcehub.languages.locales import builtin
from resourcehub.languages.localize import LocalCatalog
from resourcehub.languages.words import Words
from resourcehub.markup.render import prepare
from resourcehub.pages.voice import Voice
from resourcehub.shipped import templates_dir

REGISTRY = builtin()
PHRASES: Mapping[str, str] = {"Share": "شارك", "A & B": "أ & ب", "Hello {name}": "مرحبا {name}"}


def prepared(template: str) -> Environment:
    """Return an environment that speaks Arabic, with ``template`` as its page."""
    words = Words(REGISTRY["ar"], REGISTRY["en"], {k: ((v,), lambda _: 0) for k, v in PHRASES.items()})
    catalog = LocalCatalog(REGISTRY["ar"], "en", {}, {}, {}, {}, {}, {}, {})
    loader = ChoiceLoader([DictLoader({"page": template}), FileSystemLoader(templates_dir())])
    return prepare(Environment(loader=loader, autoescape=True), Voice(words, REGISTRY, catalog))


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ('{{ _("Share") | say }}', "شارك"),
        ("<p>{{ _('A & B') | say }}</p>", "<p>أ &amp; ب</p>"),
        ('{{ _("Nobody said <this>") | say }}', '<span lang="en" dir="ltr">Nobody said &lt;this&gt;</span>'),
        ('{{ _("Hello {name}", name=name) | say }}', "مرحبا &lt;b&gt;"),
        ('{{ _("Share").text }} {{ _("Share") | say | upper }} {{ _("Share") | say }}.', "شارك شارك شارك."),
        ('{% set word = _("Share") %}{{ word | say }}{{ (_)("Share") | say }}', "شاركشارك"),
    ],
)
def test_words_are_said_in_the_readers_language_or_marked(template: str, html: str) -> None:
    assert prepared(template).get_template("page").render(name="<b>") == html


def test_a_phrase_is_looked_up_when_its_template_is_compiled() -> None:
    env = prepared('{% macro line(name) %}{{ _("Share") | say }} {{ name }}{% endmacro %}')
    line = env.get_template("page").module.line  # type: ignore[attr-defined]
    env.filters["spoken"] = env.globals["_"] = None  # type: ignore[assignment]
    assert line("<x>") == "شارك &lt;x&gt;"
