"""A preview makes each file when it is asked for: the bytes of a build, few languages, and anew what has changed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builds import DAY, HUBS, Once, files, hub
from resourcehub.engine.preview import Preview

PAGE = "resources/first-guide/index.html"
# What a preview answers otherwise: it has no map for search engines, and greets the lost in the languages looked at.
OTHERS = ("404.html", "sitemap")


class Previewed:
    """A preview of a copy of a hub, and how often it has called that a page was wrong."""

    def __init__(self, source: Path, folder: Path) -> None:
        self.root, self.called = Path(shutil.copytree(source, folder / "hub")), 0
        self.preview = Preview(self.root / "mkdocs.yml", folder / "preview", self._called)

    def _called(self) -> None:
        self.called += 1

    def get(self, address: str) -> bytes | None:
        self.preview.make(address)
        file = self.preview.site / address
        return file.read_bytes() if file.is_file() else None

    def text(self, address: str) -> str:
        return (self.get(address) or b"").decode()

    def change(self, name: str, old: str, new: str) -> None:
        before = (self.root / name).read_text()
        assert old in before
        (self.root / name).write_text(before.replace(old, new))

    def checked(self) -> None:
        self.preview._wait()

    @property
    def rendered(self) -> int:
        """When MkDocs was at work last."""
        return (self.preview.site.parent / "mkdocs/assets/hub.css").stat().st_mtime_ns


@pytest.fixture
def tiny_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Previewed]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    made = Previewed(HUBS / "tiny", tmp_path)
    yield made
    made.checked()


@pytest.fixture(scope="module")
def built(once: Once) -> Path:
    """The tiny hub as it is built where no search engine may list it, as in a preview."""

    def make(folder: Path) -> None:
        root = Path(shutil.copytree(HUBS / "tiny", folder / "hub"))
        text = (root / "mkdocs.yml").read_text()
        (root / "mkdocs.yml").write_text(text.replace("indexable: true", "indexable: false"))
        hub(root, folder / "site")

    return once("unlisted", make) / "site"


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_each_file_asked_for_is_byte_for_byte_that_of_a_build(built: Path, tiny_hub: Previewed, prefix: str) -> None:
    wanted = files(built / prefix)
    others = tuple(f"{tag}/" for tag in ("ar", "hmn", "pa")) if not prefix else ()
    asked = [name for name in wanted if not name.startswith((*OTHERS, *others))]
    assert len(asked) > 30
    wrong = [name for name in asked if tiny_hub.get(prefix + name) != wanted[name]]
    assert wrong == []


def test_what_is_not_there_is_not_made(tiny_hub: Previewed) -> None:
    for address in ("resources/nothing/index.html", "nothing.json", "9999/index.html", "ar/nothing/qr.png"):
        assert tiny_hub.get(address) is None, address
    assert "Page not found" in tiny_hub.text("404.html")


def test_only_the_languages_asked_for_are_read(tiny_hub: Previewed) -> None:
    heard = lambda: set(tiny_hub.preview._hub.heard)  # noqa: E731 - the hub is another one after a change
    assert "First guide" in tiny_hub.text(PAGE) and heard() == {"en"}
    assert 'lang="ar"' in tiny_hub.text(f"ar/{PAGE}") and heard() == {"en", "ar"}


def test_a_changed_catalog_changes_its_pages_and_leaves_the_shells(tiny_hub: Previewed) -> None:
    assert tiny_hub.get(PAGE) and tiny_hub.get("index.html")
    rendered = tiny_hub.rendered
    tiny_hub.change("resources.yaml", "First guide", "Changed guide")
    assert "<h1>Changed guide</h1>" in tiny_hub.text(PAGE)
    assert "Changed guide" in tiny_hub.text("resources/a-z/index.html")
    assert tiny_hub.get("assets/hub.css") and tiny_hub.rendered == rendered, "MkDocs had nothing to do"
    assert "Changed guide" in tiny_hub.text("index.html"), "an authored page with cards is made anew"


@pytest.mark.parametrize(
    ("name", "old", "new", "address", "shown"),
    [
        ("mkdocs.yml", "site_name: Tiny", "site_name: Other", PAGE, "Other hub"),
        ("docs/about.md", "People make this.", "Friends make this.", "about/index.html", "Friends make this."),
        ("docs/about.md", "title: About", "title: Who we are", PAGE, "Who we are"),
    ],
)
def test_all_else_that_changes_is_seen_too(tiny_hub: Previewed, name, old, new, address, shown) -> None:
    assert shown not in tiny_hub.text(address)
    tiny_hub.change(name, old, new)
    assert shown in tiny_hub.text(address)


FAULTS = {
    "syntax": ("resources.yaml", "cost: free", "cost: [free", "resources.yaml:"),
    "shape": ("resources.yaml", "cost: free", "cost: fre", "[unknown-value]"),
    "meaning": ("resources.yaml", "topics: [reading]", "topics: [reeding]", "[unknown-topic]"),
    "page": ("docs/about.md", "People make this.", "<script>alert(1)</script>", "[raw-html]"),
    "settings": ("mkdocs.yml", "site_name:", "sitename:", "[unknown-field]"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_are_shown_as_a_page_and_the_preview_goes_on_when_they_are_mended(tiny_hub: Previewed, fault) -> None:
    name, old, new, said = FAULTS[fault]
    assert tiny_hub.get(PAGE)
    tiny_hub.checked()
    tiny_hub.change(name, old, new)
    tiny_hub.get(PAGE)
    tiny_hub.checked()
    for address in ("index.html", "404.html"):
        assert said in tiny_hub.text(address) and name in tiny_hub.text(address)
    assert tiny_hub.get(PAGE) is None and tiny_hub.get("assets/hub.css") is None
    tiny_hub.change(name, new, old)
    assert "<h1>First guide</h1>" in tiny_hub.text(PAGE) and tiny_hub.get("assets/hub.css")


def test_a_page_that_was_answered_is_called_back_when_the_catalog_means_nothing(tiny_hub: Previewed) -> None:
    assert tiny_hub.get("about/index.html")
    tiny_hub.checked()
    assert tiny_hub.called == 0
    tiny_hub.change("resources.yaml", "related: [second-guide]", "related: [nothing]")
    tiny_hub.get("about/index.html")  # the page or, where the check was sooner, its report
    tiny_hub.checked()
    assert tiny_hub.called == 1


def test_a_translation_that_is_wrong_is_told_when_its_language_is_asked_for(tiny_hub: Previewed) -> None:
    (tiny_hub.root / "docs/translations").mkdir(exist_ok=True)
    (tiny_hub.root / "docs/translations/ar.po").write_text('msgid ""\nmsgstr "\n')
    assert "First guide" in tiny_hub.text(PAGE)
    tiny_hub.get(f"ar/{PAGE}")
    assert "docs/translations/ar.po" in tiny_hub.text("index.html")


def test_a_template_that_stops_is_told_and_mended(tiny_hub: Previewed) -> None:
    overrides = tiny_hub.root / "overrides"
    overrides.mkdir()
    tiny_hub.change("mkdocs.yml", "name: material,", "name: material, custom_dir: overrides,")
    assert tiny_hub.get(PAGE)
    (overrides / "page.html").write_text("{% block %}")
    assert tiny_hub.get("about/index.html") is None
    assert "a template or a plugin stops here" in tiny_hub.text("index.html")
    (overrides / "page.html").unlink()
    assert "First guide" in tiny_hub.text(PAGE)
