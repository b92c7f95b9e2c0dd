"""What a hub holds: each field declared once, with its meaning and its check.

Reader, JSON Schema, translators' units and the reference page all derive from these classes. They know
nothing of files, YAML or MkDocs; ``read.py`` builds them, ``rules.py`` checks how they fit together.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from resourcehub.catalog.fields import (
    Address,
    Amount,
    Count,
    Day,
    Details,
    Fingerprint,
    Grades,
    Id,
    Language,
    PastDay,
    Ref,
    Summary,
    Title,
    Words,
    Year,
)


class Format(StrEnum):
    """What opens when the reader follows the link."""

    WEB_PAGE = "web-page"
    WEBSITE = "website"
    PDF = "pdf"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"
    SURVEY = "survey"
    APP = "app"
    COURSE = "course"


class Cost(StrEnum):
    """What the reader pays."""

    FREE = "free"
    PARTLY = "partly-free"
    PAID = "paid"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """A draft is not published; a retired resource leaves a page saying what replaced it."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


class CitationType(StrEnum):
    """The CSL item types in use (citationstyles.org, CSL 1.0.2 appendix III)."""

    BOOK = "book"
    CHAPTER = "chapter"
    ARTICLE = "article-journal"
    REPORT = "report"
    WEBPAGE = "webpage"
    LEGISLATION = "legislation"


class Shape(BaseModel):
    """Base of every part: frozen, and a field that is not declared is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Term(Shape):
    """A word of one of the catalog's vocabularies: a kind, a topic or an audience."""

    id: Id
    title: Title = Field(description="The word on a card, such as 'Toolkit'.")
    heading: Title | None = Field(None, description="Heading of its list page; the title where it is absent.")
    summary: Summary = Field(description="One or two sentences that open its list page.")
    icon: Id | None = Field(None, description="A picture beside the word: the name of a Material icon.")


class GlossaryTerm(Shape):
    """A word that families hear from school. It is said in English, whatever the language around it."""

    id: Id
    term: Title = Field(description="The word as it is said at school, such as 'IEP'.")
    name: Title | None = Field(None, description="What a short form stands for.")
    meaning: Summary = Field(description="What it means, in two plain sentences.")


class Sentence(Shape):
    """Something a parent may want to say at school, shown in two languages."""

    id: Id
    text: Summary


class Edition(Shape):
    """The resource in one language, where that has an address of its own."""

    language: Language
    url: Address


class Name(Shape):
    """A person or a body, as in CSL-JSON."""

    family: Words | None = None
    given: Words | None = None
    literal: Words | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if bool(self.family) == bool(self.literal) or (self.given and not self.family):
            raise PydanticCustomError("bad-name", "a name is either family and given, or literal")
        return self


class Citation(Shape):
    """A source of a claim; fields named as in CSL-JSON. Only what was seen stands here."""

    id: Id
    type: CitationType
    title: Title
    author: tuple[Name, ...] = ()
    issued: Year | None = None
    container_title: Title | None = Field(None, alias="container-title")
    volume: Words | None = None
    issue: Words | None = None
    page: Words | None = None
    publisher: Title | None = None
    url: Address | None = Field(None, alias="URL")
    note: Words | None = Field(None, description="What of the work was seen, or a caution.")


class Resource(Shape):
    """One thing worth finding: a framework, a toolkit, a practice."""

    id: Id
    kind: Ref
    title: Title
    url: Address | None = Field(None, description="Its own address.")
    listed_at: Address | None = Field(None, description="A page that lists it, where its own address is unknown.")
    summary: Summary
    details: Details | None = None
    publisher: Title
    authors: tuple[Title, ...] = ()
    year: Year | None = None
    topics: tuple[Ref, ...] = Field(min_length=1)
    audiences: tuple[Ref, ...] = Field(min_length=1)
    grades: Grades | None = None
    languages: tuple[Language, ...] = Field(min_length=1, description="Languages the resource itself is in.")
    editions: tuple[Edition, ...] = ()
    format: Format
    pages: Count | None = None
    minutes: Count | None = None
    megabytes: Amount | None = None
    cost: Cost
    login: Literal["none", "free-account", "required"] | None = None
    license: Title | None = None
    citations: tuple[Ref, ...] = ()
    added: PastDay
    checked: PastDay | None = Field(None, description="When a person last opened the address.")
    status: Status = Status.ACTIVE
    expires: Day | None = None
    replaced_by: Ref | None = None
    related: tuple[Ref, ...] = ()
    archived: Address | None = Field(None, description="Address of a saved copy.")

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["url"]}, {"required": ["listed_at"]}]})

    def stands(self, day: date) -> bool:
        """Say whether lists and pages lead to it on a day: it is active, and its last day is not past."""
        return self.status == Status.ACTIVE and (self.expires is None or self.expires >= day)

    @property
    def address(self) -> str:
        """Its own address or that of the page that lists it."""
        return self.url or self.listed_at or ""


class Catalog(Shape):
    """The whole of ``resources.yaml``, built part by part by ``read.py``: one fault hides no other."""

    kinds: tuple[Term, ...] = ()
    topics: tuple[Term, ...] = ()
    audiences: tuple[Term, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    resources: tuple[Resource, ...] = ()

    def icons(self) -> set[str]:
        """Return the names of the pictures of its kinds, topics and audiences."""
        return {term.icon for term in (*self.kinds, *self.topics, *self.audiences) if term.icon}


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
    translates: Fingerprint | None = Field(None, description="Fingerprints of what it was made from.")


class Explainer(Page):
    """Front matter of a page in ``docs/myths/``: title and preview state the fact, the myth appears once."""

    fact: Summary
    myth: Summary
    claims: tuple[Claim, ...] = Field(min_length=1)
