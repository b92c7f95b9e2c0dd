"""What a new site still needs: the settings that are still those it began with."""

from collections.abc import Iterator, Mapping

from resourcehub.options import Settings
from resourcehub.work.answers import NAME

PAGES = "HUB_PAGES"  # what the workflow's look at GitHub Pages ended with
CLICK = "Open Settings, then Pages, and choose GitHub Actions under Source; then run this again under Actions"


def pages_off(given: Mapping[str, str]) -> bool:
    """Say whether the workflow has found that GitHub Pages is not switched on (``success`` where it is)."""
    return given.get(PAGES, "success") != "success"


def remaining(settings: Settings, name: str, sheets: Mapping[str, str], given: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each thing that is still to do before families can be told of the site.

    ``name`` is the site's name, ``sheets`` its numbers, ``given`` what the workflow says in the environment.
    """
    contact = settings.contact
    if pages_off(given) or not settings.site_url:
        yield f"The site has no address yet. {CLICK}."
    if name == NAME:
        yield "The site has no name of its own: write that of your school behind 'site_name:' in mkdocs.yml."
    if not contact or not contact.phone:
        yield "There is no number to call: write it behind 'phone:' under 'contact:' in mkdocs.yml."
    if settings.locales == (settings.source,):
        yield "There is one language: add those of your families under 'languages:' in mkdocs.yml."
    if settings.extends and not settings.number_prefix and not any(sheets):
        what = "Your sheets have no prefix: before you add your first resource, write 'number_prefix:' and two to eight"
        yield f"{what} capital letters under 'resourcehub:' in mkdocs.yml."
