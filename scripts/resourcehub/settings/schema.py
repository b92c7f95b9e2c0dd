"""Every setting of ``mkdocs.yml``, declared once: its name, its type, what it does.

The reference table of ``docs/contribute/settings.md`` is checked against these classes. Settings of MkDocs that this
site has no use for stand in ``UNUSED`` with the reason; what MkDocs alone understands is handed on as it is.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from resourcehub.catalog.fields import Address, Ref
from resourcehub.catalog.model import Shape
from resourcehub.catalog.reach import OpenHours, Phone
from resourcehub.settings.fields import (
    Attributes,
    Branch,
    Colour,
    Mail,
    Name,
    Path,
    Prefix,
    Said,
    Script,
    Share,
    SiteAddress,
    SiteLanguage,
    Text,
)

THEME = "material"
PLUGINS = ("resourcehub", "i18n")
Given = Any  # handed on to MkDocs as it is


def _only(wanted: str, code: str, cure: str) -> Any:
    """Return a check that lets one value pass and tells any other its cure."""

    def check(value: object) -> str:
        if str(value).casefold() != wanted:
            raise PydanticCustomError(code, cure)
        return wanted

    return BeforeValidator(check)


def _or_name(value: object) -> object:
    """``theme: material`` is short for ``theme: {name: material}``."""
    return {"name": value} if isinstance(value, str) else value


def _one_or_more(value: object) -> object:
    """``extends: reference`` is short for a list of one."""
    return [value] if isinstance(value, str) else value


def _first(value: object) -> object:
    """Material takes a list of palettes, for day and night; the accent is that of the first."""
    return value[0] if isinstance(value, list) and value else value


class Palette(Shape):
    """``palette:`` the accent colour."""

    primary: Colour | None = Field(None, description="The accent color. The program makes it dark enough to read.")
    accent: Given = None
    scheme: Given = None
    media: Given = None
    toggle: Given = None


class Theme(Shape):
    """``theme:`` how the site looks."""

    name: Annotated[
        Literal["material"] | None,
        _only(THEME, "no-theme", "this site needs the theme 'material': write 'name: material' under 'theme:'"),
    ] = Field(None, description="Always material.")
    logo: Path | None = Field(None, description="A picture in the top corner: a file that you put below docs/.")
    favicon: Path | None = Field(None, description="The small picture in a browser's tab: a file below docs/.")
    palette: Annotated[Palette, BeforeValidator(_first)] = Palette()
    custom_dir: Path | None = Field(None, description="A folder with templates of your own. For people who write code.")
    language: Given = None
    font: Given = None
    features: Given = None
    icon: Given = None


class Contact(Shape):
    """``contact:`` how a reader without an account reaches a person. It stands on pages, and at the head of paper."""

    name: Said | None = Field(None, description="Who answers: the school, the office. One, or one per language.")
    phone: Phone | None = Field(None, description="One number that a phone can dial, with 'ext. 12' if need be.")
    mail: Mail | None = Field(None, description="One mail address.")
    street: Said | None = Field(None, description="Where the office is, as on an envelope. One, or one per language.")
    hours: OpenHours | None = Field(None, description="When it is open: 'Mon-Fri 8:00-16:00, Sat 9:00-12:00'.")
    interpreter: Said | None = Field(
        None, description="What to say to get an interpreter. One, or one per language: '{en: …, es: …}'."
    )


class Statistics(Shape):
    """``statistics:`` a program that counts visits. It changes what the page on privacy promises."""

    name: Name = Field(description="The name of the program, told to every reader.")
    script: Script = Field(description="The whole address of its script.")
    attributes: Attributes = Field({}, description="What the script asks for, as data- attributes.")


class Hide(Shape):
    """``hide:`` what of the hubs below is not shown, and of this one: in no list, menu, search or sentence."""

    resources: tuple[Ref, ...] = Field((), description="Resources that are not shown, by their ids.")
    topics: tuple[Ref, ...] = Field((), description="Topics that are not shown, and what has no other.")
    kinds: tuple[Ref, ...] = Field((), description="Kinds that are not shown, with all resources of them.")
    pages: tuple[Path, ...] = Field((), description="Pages that are not shown: about.md, or a folder such as schools/.")


class Options(Shape):
    """``resourcehub:`` what this site alone knows."""

    contact: Contact = Contact()
    footer: tuple[Path, ...] | None = Field(
        None, description="The pages at the foot. Left out: about, privacy and contribute, as far as they exist."
    )
    indexable: bool | None = Field(
        None, description="Whether search engines may list the site. Left out: yes, once it has an address."
    )
    number_prefix: Prefix | None = Field(None, description="Capital letters before your own sheet numbers.")
    statistics: Statistics | None = None
    switcher: Share | None = Field(
        None,
        description="From what share on (of 100) a language stands in the menu. Left out: home page and labels.",
    )
    extends: Annotated[tuple[Text, ...], BeforeValidator(_one_or_more)] = Field(
        (), description="What the site builds on: reference, for what comes with the program, or the folder of a hub."
    )
    hide: Hide = Hide()
    pin: tuple[Ref, ...] = Field((), description="Resources that stand first in every list, by their ids.")
    branch: Branch = Field("main", description="The branch that links to the sources lead to.")
    catalog: Path = Field("resources.yaml", description="The file of the catalog.")
    explainers: Path = Field("myths", description="The folder of the pages that set a myth right.")


class Tongue(Shape):
    """One of ``languages:``."""

    locale: SiteLanguage = Field(description="The tag of the language, such as es, hmn or zh-Hans.")
    name: Name | None = Field(None, description="The language's own name.")
    site_name: Name | None = Field(None, description="The site's name in this language.")
    default: bool = Field(False, description="true for the language that the catalog is written in, and for no other.")
    build: bool = Field(True, description="false leaves the language out for now.")


class Languages(Shape):
    """``i18n:`` the languages of the site."""

    languages: tuple[Tongue, ...] | None = Field(None, description="The languages of your families.")
    docs_structure: Annotated[
        str, _only("suffix", "docs-structure", "write 'docs_structure: suffix', or delete the line")
    ] = Field("suffix", description="Always suffix: a translated page stands beside its source.")
    reconfigure_material: Annotated[
        str, _only("false", "docs-structure", "write 'reconfigure_material: false', or delete the line")
    ] = "false"
    reconfigure_search: Annotated[
        str, _only("false", "docs-structure", "write 'reconfigure_search: false', or delete the line")
    ] = "false"
    fallback_to_default: Annotated[
        str, _only("true", "docs-structure", "write 'fallback_to_default: true', or delete the line")
    ] = "true"


Level = Literal["warn", "info", "ignore"]


class LinkChecks(Shape):
    """``validation: links:`` and ``nav:`` how strictly MkDocs looks at links."""

    not_found: Level | None = None
    anchors: Level | None = None
    absolute_links: Literal["warn", "info", "ignore", "relative_to_docs"] | None = None
    unrecognized_links: Level | None = None
    omitted_files: Level | None = None


class Validation(LinkChecks):
    """``validation:`` the same for all, or apart for links and menu."""

    nav: LinkChecks = LinkChecks()
    links: LinkChecks = LinkChecks()


def _urls(value: object) -> object:
    if str(value).casefold() != "true":
        raise PydanticCustomError("directory-urls", "use_directory_urls must stay true: remove the line")
    return value


class Site(Shape):
    """The whole file."""

    site_name: Name | None = Field(None, description="The name of the site, at the top of each page.")
    site_url: SiteAddress | None = Field(None, description="The whole address of the site. The workflow fills it in.")
    repo_url: Address | None = Field(None, description="The address of the repository. The workflow fills it in.")
    theme: Annotated[Theme | None, BeforeValidator(_or_name)] = None
    nav: Given = Field(None, description="The pages of the menu, in order.")
    plugins: Given = None
    docs_dir: Path = Field("docs", description="The folder of the pages.")
    site_dir: Path = Field("site", description="The folder that the site is built into.")
    use_directory_urls: Annotated[str, AfterValidator(_urls)] = "true"
    dev_addr: Text | None = Field(None, description="Address and port of the preview, on this computer.")
    strict: bool = True
    validation: Validation = Validation()
    watch: tuple[Path, ...] = ()
    hooks: tuple[Path, ...] = ()
    extra: dict[str, Given] = Field({})
    remote_branch: Text | None = None
    remote_name: Text | None = None


# Settings of MkDocs (its ``MkDocsConfig``) that would do nothing here, and some that would break the site.
UNUSED = {
    **dict.fromkeys(("site_description", "site_author", "copyright"), "no page shows it"),
    **dict.fromkeys(("repo_name", "edit_uri", "edit_uri_template"), "links to the sources are made from 'repo_url'"),
    **dict.fromkeys(("extra_css", "extra_javascript", "google_analytics"), "pages load only the site's files"),
    "markdown_extensions": "pages are read as GitHub reads them",
    "not_in_nav": "the menu holds only what 'nav:' names",
}
REFUSED = {
    "pages": "write 'nav:' in its place",
    "INHERIT": "copy the lines of that file into this one",
    "exclude_docs": "delete the page, or let its name begin with a dot",
    "draft_docs": "delete the page, or let its name begin with a dot",
    "extra_templates": "put the file below docs/, where it is published as it is",
    "config_file_path": "delete the line",
    "mdx_configs": "delete the line: pages are read as GitHub reads them",
}


def reference() -> dict[str, str]:
    """Return what each setting does by its name from the top, such as ``theme.palette.primary``: those with a text."""
    parts: list[tuple[str, type[Shape]]] = [
        ("", Site),
        ("theme.", Theme),
        ("theme.palette.", Palette),
        ("resourcehub.", Options),
        ("resourcehub.hide.", Hide),
        ("resourcehub.contact.", Contact),
        ("resourcehub.statistics.", Statistics),
        ("i18n.", Languages),
        ("i18n.languages.", Tongue),
    ]
    fields = ((f"{prefix}{name}", info) for prefix, shape in parts for name, info in shape.model_fields.items())
    return {name: info.description for name, info in fields if info.description}
