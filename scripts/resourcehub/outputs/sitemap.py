"""Sitemaps: one per locale with the pages that truly speak it, and an index (sitemaps.org, protocol 0.9)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from resourcehub.hub import Hub
from resourcehub.pages.authored import path_of
from resourcehub.pages.browse import active, listings
from resourcehub.pages.voice import resource_path

_SPACE = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def sitemaps(hub: Hub) -> dict[str, str]:
    """Return file name -> XML. Empty where the site's address is unknown or the site is not to be indexed."""
    url = hub.settings.site_url
    if not url or not hub.settings.indexable:
        return {}
    files = {f"sitemap-{tag}.xml": _document("urlset", "url", _pages(hub, tag)) for tag in hub.settings.published}
    index = _document("sitemapindex", "sitemap", (url + name for name in files))
    return {"sitemap.xml": index, **files}


def _pages(hub: Hub, tag: str) -> Iterator[str]:
    base = hub.settings.site_url + hub.settings.prefix(tag)
    yield from (base + path_of(d.key) for d in hub.documents if d.locale == tag and not d.meta.noindex)
    yield from (base + listing.path for listing in listings(hub.voice(tag)) if tag in hub.naming(listing.path))
    for item in active(hub.voice(tag)):
        if item.title.locale.tag == tag:
            yield base + resource_path(item.resource.id)


def _document(root: str, child: str, addresses: Iterator[str]) -> str:
    top = Element(root, _SPACE)
    for address in addresses:
        SubElement(SubElement(top, child), "loc").text = address
    indent(top, " ")
    return tostring(top, encoding="unicode", xml_declaration=True) + "\n"
