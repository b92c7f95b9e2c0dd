"""A site made in parts is byte for byte that of one build; parts that are no whole site of one state are refused."""

import json
import shutil
from pathlib import Path

import pytest

from builds import HUBS, Once, files, hub, run

PARTS = {"a": "en", "b": "ar,pa", "c": "hmn"}
FILE = "hub-part.json"


def build(folder: Path) -> None:
    """Make the parts of the tiny hub, and one with its first language too that another part holds already."""
    for name, tags in (*PARTS.items(), ("twice", "hmn,en")):
        hub(HUBS / "tiny", folder / name, "--part", "--locales", tags)


@pytest.fixture(scope="module")
def parts(once: Once) -> Path:
    return once("parts", build)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HUBS / "tiny", tmp_path / "hub"))


def merge(site: Path, *parts: Path) -> str:
    """Merge parts and return what was said. What fails must have published nothing."""
    before = files(site)
    done = run("hub", "merge", *map(str, parts), "--site-dir", str(site))
    assert "Traceback" not in done.stderr
    if done.returncode:
        assert files(site) == before and done.stderr.count("Error:") == 1
    return done.stdout + done.stderr


def test_parts_together_are_the_site_of_one_build(parts: Path, tiny: Path, tmp_path: Path) -> None:
    assert "Published" in merge(tmp_path / "site", *(parts / name for name in ("c", "a", "b")))
    assert files(tmp_path / "site") == files(tiny)


def test_what_all_share_is_in_the_part_with_the_first_language_alone(parts: Path) -> None:
    inside = {name: {path.name for path in (parts / name).iterdir()} for name in PARTS}
    assert inside["b"] == {"ar", "pa", FILE} and inside["c"] == {"hmn", FILE}
    assert {"404.html", "assets", "index.html", "sitemap-ar.xml"} <= inside["a"]
    assert not {"ar", "pa", "hmn"} & inside["a"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("a", "c"), "no part holds ar,pa"),
        (("b", "c"), "no part holds en"),
        (("a", "b", "c", "c"), "both hold 'hmn'"),
        (("a", "b", "twice"), "both hold 'en'"),
        (("a", "b", "missing"), "missing is no part of a site"),
    ],
)
def test_parts_that_overlap_or_lack_a_language_are_refused(parts: Path, tmp_path: Path, names, said) -> None:
    assert said in merge(tmp_path / "site", *(parts / name for name in names))


CHANGES = {
    "catalog": ("resources.yaml", "First guide", "Other guide"),
    "pages and translations": ("docs/about.md", "People", "Friends"),
    "settings": ("mkdocs.yml", "Tiny hub", "Other hub"),
}


@pytest.mark.parametrize("changed", CHANGES)
def test_a_part_of_another_state_is_refused_and_the_site_stays(parts: Path, tiny: Path, root: Path, changed) -> None:
    name, old, new = CHANGES[changed]
    (root / name).write_text((root / name).read_text().replace(old, new))
    other, site = hub(root, root / "part", "--part", "--locales", "hmn"), Path(shutil.copytree(tiny, root / "site"))
    assert f"(other: {changed})" in merge(site, parts / "a", parts / "b", other)


@pytest.mark.parametrize(
    ("env", "changed"),
    [({"SOURCE_DATE_EPOCH": "1767312000"}, "day"), ({"SITE_URL": "https://other.example.org/"}, "settings")],
)
def test_another_day_or_address_is_another_state(parts: Path, root: Path, env, changed) -> None:
    other = hub(root, root / "part", "--part", "--locales", "hmn", **env)
    assert f"(other: {changed})" in merge(root / "site", parts / "a", parts / "b", other)


def test_a_part_of_another_version_or_one_that_cannot_be_read_is_refused(parts: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(parts / "c", tmp_path / "c"))
    told = json.loads((other / FILE).read_text())
    told["made_from"]["version of the program"] = "0"
    for text, said in ((json.dumps(told), "(other: version of the program)"), ("[]", "is no part of a site")):
        (other / FILE).write_text(text)
        assert said in merge(tmp_path / "site", parts / "a", parts / "b", other)


def test_a_part_takes_the_place_of_a_part_alone(parts: Path, tiny: Path, root: Path) -> None:
    site, part = shutil.copytree(tiny, root / "site"), shutil.copytree(parts / "c", root / "part")
    options = ("--root", str(root), "--part", "--locales", "hmn", "--site-dir")
    refused = run("hub", "build", *options, str(site))
    assert refused.returncode == 1 and "is not a part of one" in refused.stderr and files(site) == files(tiny)
    assert run("hub", "build", *options, str(part)).returncode == 0
    assert "is not a built site" in merge(part, *(parts / name for name in PARTS))


def test_some_languages_alone_are_a_whole_site_and_a_part_names_its_languages(root: Path) -> None:
    site = hub(root, root / "site", "--locales", "ar")
    assert (site / "404.html").is_file() and (site / "assets/hub.css").is_file()
    assert run("hub", "build", "--root", str(root), "--part").returncode == 2


def test_the_languages_are_told_as_json() -> None:
    done = run("hub", "locales", "--root", str(HUBS / "tiny"))
    assert json.loads(done.stdout) == ["en", "ar", "hmn", "pa"]
