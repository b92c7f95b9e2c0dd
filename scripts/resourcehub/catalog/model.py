"""What a hub holds: each field declared once, with its meaning and its check.

Reader, JSON Schema, translators' units and the reference page all derive from these classes. They know
nothing of files, YAML or MkDocs; ``read.py`` builds them, ``rules.py`` checks how they fit together.
"""

from datetime import date
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from resourcehub.catalog.fields import (
    Address,
    Amount,
    Count,
    Day,
    Details,
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
from resourcehub.catalog.reach import OpenHours, Phone


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
    PLACE = "place"


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


# What says nothing without a place.
OF_A_PLACE = ("hours", "spoken", "ask_for")


def _schema(schema: dict[str, Any]) -> None:
    """Say in the JSON Schema what ``Resource`` asks of a thing on the web, and what of a place."""
    web = ("publisher", "languages", "format")
    schema["required"] = [name for name in schema["required"] if name not in web]
    placed = [{"required": [one, other]} for one in ("phone", "street") for other in ("languages", "spoken")]
    schema["anyOf"] = [*({"required": [one, *web]} for one in ("url", "listed_at")), *placed]
    schema["not"] = {"required": ["url", "listed_at"]}
    there = {"anyOf": [{"required": ["phone"]}, {"required": ["street"]}]}
    schema["dependentSchemas"] = dict.fromkeys(OF_A_PLACE, there)


class Resource(Shape):
    """One thing worth finding: a framework, a toolkit, a practice; or a place where a person helps.

    What has a phone or a street is a place. It needs no website, no publisher and no format, and the languages of its
    staff stand for its own. Its terms in the Human Services Data Specification (Open Referral, HSDS 3): ``phone`` is
    ``phones.number`` with ``phones.extension``, ``street`` ``addresses.address_1`` and what follows it on an envelope,
    ``hours`` ``schedules`` (``byday``, ``opens_at``, ``closes_at``), ``spoken`` ``languages``, ``ask_for`` ``contacts``
    (``name`` or ``title``).
    """

    id: Id
    kind: Ref
    title: Title
    url: Address | None = Field(None, description="Its own address.")
    listed_at: Address | None = Field(None, description="A page that lists it, where its own address is unknown.")
    summary: Summary
    details: Details | None = None
    phone: Phone | None = Field(None, description="One number that a phone can dial, with 'ext. 12' if need be.")
    street: Title | None = Field(None, description="Where it is, as on an envelope.")
    hours: OpenHours | None = Field(None, description="When it is open: 'Mon-Fri 9:00-17:00, Sat 10:00-12:00'.")
    spoken: tuple[Language, ...] = Field((), min_length=1, description="Languages that people speak there.")
    ask_for: Title | None = Field(None, description="Whom to ask for: a name or an office.")
    publisher: Title | None
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

    model_config = ConfigDict(json_schema_extra=_schema)

    @model_validator(mode="before")
    @classmethod
    def _as_place(cls, given: Any) -> Any:
        """Give a place what it need not say."""
        if not isinstance(given, dict) or not {"phone", "street"} & given.keys():
            return given
        spoken = {"languages": given["spoken"]} if "spoken" in given else {}
        return {"publisher": None, "format": Format.PLACE.value} | spoken | given

    def stands(self, day: date) -> bool:
        """Say whether lists and pages lead to it on a day: it is active, and its last day is not past."""
        return self.status == Status.ACTIVE and (self.expires is None or self.expires >= day)

    @property
    def address(self) -> str:
        """Its own address or that of the page that lists it; nothing for a place without a website."""
        return self.url or self.listed_at or ""

    @property
    def where(self) -> str:
        """What a person tries in order to check it: its address, else its phone or its street."""
        return self.address or self.phone or self.street or ""

    @property
    def understood(self) -> tuple[str, ...]:
        """The languages in which it can be read, heard or asked."""
        return tuple(dict.fromkeys((*self.languages, *self.spoken)))


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
