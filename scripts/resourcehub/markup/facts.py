"""The lines about a resource on its page: rendered once a locale as moulds and links, then filled and joined."""

from dataclasses import dataclass, field

from markupsafe import Markup

from resourcehub.languages.locales import Locale, Text
from resourcehub.markup.render import HOLLOW, Mould, Renderer, mould
from resourcehub.pages.browse import ALL
from resourcehub.pages.views import ResourceView
from resourcehub.pages.voice import Link, Voice


@dataclass(frozen=True, slots=True)
class Facts:
    """Makes the lines of facts in one locale."""

    renderer: Renderer
    voice: Voice
    _names: dict[str, Mould] = field(default_factory=dict)
    _links: dict[tuple[str, str], Markup] = field(default_factory=dict)
    _words: dict[str, Mould] = field(default_factory=dict)

    def lines(self, shown: ResourceView) -> Markup:
        """Return all lines about a resource."""
        lines = (self._line(fact.name).around("".join(map(self._value, fact.values))) for fact in shown.facts)
        return Markup("".join(lines))  # noqa: S704 - rendered above

    def _line(self, name: str) -> Mould:
        if (found := self._names.get(name)) is None:
            line = self.renderer.macro("partials/fact.html", "line")
            found = self._names[name] = mould(line(name, self.voice.labels[name], HOLLOW))
        return found

    def _value(self, value: Link) -> str:
        """Return one value: a link, always the same, or plain words in a mould of their language."""
        if value.path is None:
            return self._spoken(value.text.locale).fill(value.text.text)
        key = (value.path, value.text.text)  # several varieties of a language lead to one list
        if (found := self._links.get(key)) is None:
            href = "../" + value.path.removeprefix(ALL)  # from one page of resources/ to another: the shortest way
            found = self._links[key] = self.renderer.macro("partials/fact.html", "value")(value.text, href)
        return found

    def _spoken(self, locale: Locale) -> Mould:
        if (found := self._words.get(locale.tag)) is None:
            value = self.renderer.macro("partials/fact.html", "value")
            found = self._words[locale.tag] = mould(value(Text(HOLLOW, locale), None))
        return found
