"""A resource as a card of a list: rendered once for each kind of card, then filled in."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from resourcehub.languages.locales import Text
from resourcehub.markup.facts import Facts
from resourcehub.markup.forms import HOLLOWS, Forms, hollow, words
from resourcehub.pages.browse import ALL
from resourcehub.pages.views import ResourceView


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes the cards of one locale. Each is made once, with a hollow in place of the way to the resources."""

    facts: Facts
    _forms: Forms = field(default_factory=Forms)
    _made: dict[str, str] = field(default_factory=dict)

    def all(self, shown: Iterable[ResourceView], way: str) -> Markup:
        """Return cards for a page from which ``way`` leads to the folder of the resources."""
        return Markup("".join(map(self._card, shown)).replace(HOLLOWS[0], way))  # noqa: S704 - rendered each

    def _card(self, shown: ResourceView) -> str:
        if (found := self._made.get(shown.id)) is None:
            found = self._made[shown.id] = self._make(shown)
        return found

    def _make(self, shown: ResourceView) -> str:
        texts = (shown.title, shown.original, shown.summary)
        card = self._forms.get(tuple(text and text.locale.tag for text in texts), lambda: self._hollow(shown))
        return card.fill(
            self.facts.kind(shown.kind, linked=False),
            HOLLOWS[0] + shown.path.removeprefix(ALL),
            *(words(text.text) if text else "" for text in texts),
            self.facts.first(shown),
            self.facts.second(shown),
        )

    def _hollow(self, shown: ResourceView) -> Markup:
        original = shown.original and Text(HOLLOWS[3], shown.original.locale)
        title, summary = Text(HOLLOWS[2], shown.title.locale), Text(HOLLOWS[4], shown.summary.locale)
        render = self.facts.renderer.macro("partials/card.html", "card")
        return render(hollow(0), hollow(1), title, original, summary, hollow(5), hollow(6))
