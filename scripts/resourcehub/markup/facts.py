"""What is said about a resource, line by line: each is rendered once a locale as a form, then filled in and joined."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from resourcehub.languages.locales import Text
from resourcehub.markup.forms import HOLLOW, Forms, hollow, words
from resourcehub.markup.render import Renderer
from resourcehub.pages.browse import ALL
from resourcehub.pages.views import ResourceView
from resourcehub.pages.voice import Fact, Link, Voice

_TEMPLATE = "partials/fact.html"


@dataclass(frozen=True, slots=True)
class Facts:
    """Makes the lines of facts in one locale."""

    renderer: Renderer
    voice: Voice
    _forms: Forms = field(default_factory=Forms)
    _lines: dict[tuple[str, Fact], str] = field(default_factory=dict)
    _links: dict[tuple[str, str], str] = field(default_factory=dict)
    _kinds: dict[tuple[Link, str], str] = field(default_factory=dict)

    def lines(self, shown: ResourceView) -> Markup:
        """Return all lines about a resource, for its page."""
        return Markup("".join([self._once("line", fact, self._line) for fact in shown.facts]))  # noqa: S704 - rendered

    def first(self, shown: ResourceView) -> str:
        """Return the lines of a card that decide."""
        reached = [str(self.renderer.macro("partials/reach.html", "brief")(shown.reach)).strip()] if shown.reach else []
        return "".join([*reached, *(self._once("first", fact, self._first) for fact in shown.first)])

    def second(self, shown: ResourceView) -> str:
        """Return the lines of a card in small print."""
        return "".join([self._once("second", fact, self._second) for fact in shown.second])

    def kind(self, kind: Link, linked: bool) -> str:
        """Return what stands above the title of a resource: its kind, on its page a link to the others of it."""
        key = (kind, "../" if linked else "")
        if (found := self._kinds.get(key)) is None:
            found = self._kinds[key] = str(self._macro("kind")(kind, _beside(kind.path or "") if linked else None))
        return found

    def paragraphs(self, texts: Iterable[Text]) -> str:
        """Return paragraphs, each on a line."""
        return "\n".join([self._filled("paragraph", text) for text in texts])

    def related(self, links: Iterable[Link]) -> str:
        """Return links to other resources as the items of a list."""
        made = partial(self._macro("related"), href=hollow(1))
        return "\n".join([self._filled("related", link.text, _beside(link.path or ""), make=made) for link in links])

    def _once(self, kind: str, fact: Fact, make: Callable[[Fact], str]) -> str:
        """Return a line: what many resources share is one fact, and rendered once."""
        if (found := self._lines.get((kind, fact))) is None:
            found = self._lines[kind, fact] = make(fact)
        return found

    def _line(self, fact: Fact) -> str:
        return self._labelled("line", fact, "".join(map(self._value, fact.values)))

    def _first(self, fact: Fact) -> str:
        more = str(self._macro("more")(fact.more)) if fact.more else ""
        return self._labelled("line", fact, self._plain(fact.few) + more)

    def _second(self, fact: Fact) -> str:
        return self._labelled("small", fact, self._plain(fact.values))

    def _labelled(self, macro: str, fact: Fact, values: str) -> str:
        label = self.voice.labels[fact.name]
        return self._forms.get((macro, fact.name), lambda: self._macro(macro)(fact.name, label, hollow(0))).fill(values)

    def _plain(self, values: Iterable[Link]) -> str:
        return "".join([self._filled("value", value.text, make=self._spoken) for value in values])

    def _spoken(self, text: Text) -> Markup:
        return self._macro("value")(text, None)

    def _value(self, value: Link) -> str:
        """Return one value: a link, always the same, or plain words."""
        if value.path is None:
            return self._filled("value", value.text, make=self._spoken)
        key = (value.path, value.text.text)  # several varieties of a language lead to one list
        if (found := self._links.get(key)) is None:
            found = self._links[key] = str(self._macro("value")(value.text, _beside(value.path)))
        return found

    def _filled(self, macro: str, text: Text, *more: str, make: Callable[[Text], Markup] | None = None) -> str:
        """Return a text in the form of its language."""
        locale = text.locale
        found = self._forms.get((macro, locale.tag), lambda: (make or self._macro(macro))(Text(HOLLOW, locale)))
        return found.fill(words(text.text), *more)

    def _macro(self, name: str) -> Callable[..., Markup]:
        return self.renderer.macro(_TEMPLATE, name)


def _beside(path: str) -> str:
    """Return the shortest way to a page of ``resources/`` from the page of a resource."""
    return "../" + path.removeprefix(ALL)
