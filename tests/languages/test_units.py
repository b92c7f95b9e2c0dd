"""What there is to translate: fields of the catalog, and the words of templates and code."""

import pytest

from builds import ROOT
from resourcehub.catalog.model import Catalog, Term
from resourcehub.languages import units
from resourcehub.languages.units import INTERFACE, Unit, catalog_units, interface_units, mark
from small import resource

CATALOG = Catalog(
    kinds=(Term(id="toolkit", title="Toolkit", heading="Toolkits", summary="S"),),
    topics=(Term(id="t", title="T", summary="S"),),
    resources=(
        resource("one", details="D\n\nE"),
        resource("two", status="draft"),
        resource("three", status="retired"),
    ),
)


@pytest.fixture(autouse=True)
def _no_words_of_the_generators_own(monkeypatch, tmp_path):
    """What the generator's own code says does not change these tests."""
    monkeypatch.setattr(units, "PACKAGE", tmp_path / "package")


def test_units_are_the_translatable_fields_in_catalog_order_without_drafts():
    assert [u.context for u in catalog_units(CATALOG)] == [
        "kinds/toolkit/title",
        "kinds/toolkit/heading",
        "kinds/toolkit/summary",
        "topics/t/title",
        "topics/t/summary",
        "resources/one/title",
        "resources/one/summary",
        "resources/one/details",
        "resources/three/title",
        "resources/three/summary",
    ]
    assert Unit("resources/one/details", "D\n\nE") in list(catalog_units(CATALOG))


def test_interface_words_come_from_templates_and_python(tmp_path):
    folder, package = tmp_path / "overrides", tmp_path / "package"
    (folder / "partials").mkdir(parents=True)
    package.mkdir()
    template = '{{ _("Menu") }}{{ _("At {place}", place=x) }}{{ _(x) }}{{ _n("{count} page", "{count} pages", n) }}'
    (folder / "partials" / "a.html").write_text(template + "{{ _(x) }}")
    table = 'TABLE = {"pdf": mark("PDF")}\n'
    calls = 'voice.words.get("Topic", n=1)\nwords.plural("{count} a", "{count} b", 2)\n_("Menu")\n'
    (package / "a.py").write_text(table + calls + 'other.get("not words")\n')
    assert interface_units([folder]) == [
        Unit(INTERFACE, "PDF"),
        Unit(INTERFACE, "Topic"),
        Unit(INTERFACE, "{count} a", "{count} b"),
        Unit(INTERFACE, "Menu"),
        Unit(INTERFACE, "At {place}"),
        Unit(INTERFACE, "{count} page", "{count} pages"),
    ]


def test_the_templates_of_this_project_are_read():
    assert Unit(INTERFACE, "{count} resource", "{count} resources") in interface_units([ROOT / "overrides"])


def test_mark_changes_nothing():
    assert mark("PDF") == "PDF"
