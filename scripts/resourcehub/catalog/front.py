"""What the front matter of an authored page holds: each field declared once, as in ``model.py``."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from resourcehub.catalog.fields import Fingerprint, Id, PastDay, Ref, Summary, Title, Words
from resourcehub.catalog.model import Shape


class Claim(Shape):
    """One statement of an explainer and the keys of the citations that carry it."""

    text: Words
    sources: tuple[Ref, ...] = Field(min_length=1)


def _as_bool(text: object) -> object:
    return {"true": True, "false": False}.get(text, text) if isinstance(text, str) else text


class Door(Shape):
    """A way in on the home page: for whom, what waits behind it, and a page of ``docs/``."""

    title: Title
    text: Summary
    page: Words
    icon: Id | None = Field(None, description="A picture above it: the name of a Material icon.")


class Page(Shape):
    """Front matter of an authored page in ``docs/``."""

    title: Title
    description: Summary
    menu: Title | None = Field(None, description="Its short name in menus; the title where absent.")
    template: Words | None = Field(None, description="A template of overrides/ other than the common page.")
    eyebrow: Title | None = Field(None, description="A short line above the title, such as 'Strategy 2 of 6'.")
    picture: Words | None = Field(None, description="A drawing above the text: an SVG file below docs/.")
    picture_text: Title | None = Field(None, description="What it shows, for those who cannot see it.")
    doors: tuple[Door, ...] = ()
    topics: tuple[Ref, ...] = ()
    resources: tuple[Ref, ...] = Field((), description="Resources shown as cards under the text.")
    words: tuple[Ref, ...] = Field((), description="Words of the glossary that it explains under the text.")
    sources: tuple[Ref, ...] = Field((), description="Citations listed under the text besides those cited in it.")
    checked: PastDay | None = None
    noindex: Annotated[bool, BeforeValidator(_as_bool)] = False
    offline: Annotated[bool, BeforeValidator(_as_bool)] = Field(True, description="Whether readers may keep it.")
    translation: Literal["machine", "reviewed"] | None = Field(None, description="Only in a translation.")
    read_by: Words | None = Field(None, description="Who has read all of a translation, and when.")
    translates: Fingerprint | None = Field(None, description="Fingerprints of what it was made from.")


class Explainer(Page):
    """Front matter of a page in ``docs/myths/``: title and preview state the fact, the myth appears once."""

    fact: Summary
    myth: Summary
    claims: tuple[Claim, ...] = Field(min_length=1)
