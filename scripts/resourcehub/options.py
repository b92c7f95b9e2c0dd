"""What a site sets in ``mkdocs.yml``, as far as the core needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from resourcehub.hours import Hours
from resourcehub.problems import Place


@dataclass(frozen=True, slots=True)
class Contact:
    """How a reader without an account reaches a person. Texts by language; under no tag that of every language.

    Terms of HSDS 3 as in ``catalog/model.py``; ``interpreter`` is what HSDS calls ``interpretation_services``.
    """

    name: Mapping[str, str] = field(default_factory=dict)
    mail: str | None = None
    phone: str | None = None
    street: Mapping[str, str] = field(default_factory=dict)
    hours: Hours | None = None
    interpreter: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statistics:
    """A program that counts visits, where a school asks for one: its name, script and ``data-`` attributes."""

    name: str
    script: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def host(self) -> str:
        """The host that the browser asks and reports to."""
        return urlsplit(self.script).netloc


@dataclass(frozen=True, slots=True)
class Named:
    """Something that the settings name: the word, and where it stands."""

    word: str
    place: Place


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``mkdocs.yml`` says that the core needs. Paths are relative to ``root``.

    ``overrides`` is the folder of the site's own templates; ``names`` are what the file calls its languages, and where;
    ``places`` says where the menu or the foot names a page. Without a ``footer`` the usual pages stand there.

    ``extends`` are the hubs that this one builds on (``layers/``), ``hide`` what of them is not shown, by its section,
    ``switcher`` is the share of translated texts, in percent, from which on a language stands in the menu.
    ``pin`` are the resources that come first. ``below`` are what paths of their files begin with in messages.
    """

    root: Path
    source: str
    locales: tuple[str, ...]
    declared: tuple[str, ...] = ()
    docs: str = "docs"
    catalog: str = "resources.yaml"
    explainers: str = "myths"
    menu: tuple[str, ...] = ()
    footer: tuple[str, ...] | None = ()
    site_url: str = ""
    repo_url: str = ""
    branch: str = "main"
    extends: tuple[Named, ...] = ()
    hide: Mapping[str, tuple[Named, ...]] = field(default_factory=dict)
    pin: tuple[Named, ...] = ()
    below: tuple[str, ...] = ()
    contact: Contact | None = None
    statistics: Statistics | None = None
    indexable: bool = False
    number_prefix: str = ""
    accent: str = ""
    switcher: int | None = None
    overrides: str = ""
    icons: frozenset[str] = frozenset()
    only: tuple[str, ...] = ()
    names: Mapping[str, tuple[str, Place]] = field(default_factory=dict, compare=False, repr=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def prefix(self, tag: str) -> str:
        """Return the folder of a locale's pages; the source language lives at the root."""
        return "" if tag == self.source else f"{tag}/"

    @property
    def published(self) -> tuple[str, ...]:
        """The locales whose pages are published: all, or those of ``only``. The engine builds its default always."""
        return tuple(tag for tag in self.locales if not self.only or tag in self.only)

    @property
    def site_path(self) -> str:
        """The absolute path of the site on its host, such as ``/`` or ``/hub/``."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"

    def source_href(self, file: str, line: int = 0) -> str | None:
        """Return the address of a source file on GitHub, at a line where one is given, or None without a repository.

        So it is for a file of a hub below this one, which lies in another repository.

        ``?plain=1`` shows Markdown and YAML as text, where line anchors work.
        """
        if not self.repo_url or file.startswith(self.below):
            return None
        anchor = f"#L{line}" if line else ""
        return f"{self.repo_url.rstrip('/')}/blob/{self.branch}/{file}?plain=1{anchor}"
