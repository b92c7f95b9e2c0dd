"""Settings: every slip has its line and its cure; what is typed as a number is read as the text that was meant."""

import re
from pathlib import Path

import material
import pytest
from mkdocs.config.defaults import MkDocsConfig

from builds import ROOT
from resourcehub.hub import load
from resourcehub.problems import errors
from resourcehub.settings.core import read_settings, settings_of
from resourcehub.settings.environment import filled
from resourcehub.settings.fields import PALETTE
from resourcehub.settings.schema import REFUSED, UNUSED, Site, reference
from small import front, setting_problems

HUB = "plugins:\n  - resourcehub:\n      {}\n  - i18n: {{languages: [{{locale: en, default: true}}]}}\n"
LANGUAGES = "plugins:\n  - resourcehub\n  - i18n:\n      languages:\n{}"
ENGLISH = "        - {locale: en, name: English, default: true}\n"
CALL = "contact: {phone: +1 555 0100}"

# A slip, the line it is in, its code, and a word of the cure.
SLIPS = [
    ("site_nam: A", 1, "unknown-field", "did you mean 'site_name'?"),
    ("sitename: A", 1, "unknown-field", "did you mean 'site_name'?"),
    ("site_name: [a]", 1, "wrong-shape", "one text"),
    ("site_name: Lincoln School #1", 1, "lost-words", '"Lincoln School #1"'),
    ("site_name: 'a\ue000b'", 1, "private-letter", "U+E000"),
    ("site_name: Hub-slot title", 1, "reserved-word", "another"),
    ("site_name: <b>A</b>", 1, "raw-html", "plain words"),
    ("site_url: javascript:alert(1)", 1, "script-address", "https"),
    ("site_url: https://a.example.org/?x=1", 1, "bad-address", "take out"),
    ("repo_url: javascript:alert(1)", 1, "script-address", "https"),
    ("repo_url: github.com/a/b", 1, "bad-address", "https://"),
    ("theme: mkdocs", 1, "no-theme", "name: material"),
    ("theme: {palette: {primary: teal}}", 1, "no-theme", "name: material"),
    ("theme: {name: material, palette: {primary: bleu}}", 1, "bad-colour", "teal"),
    ("theme:\n  name: material\n  palette:\n    primary: #003366", 4, "lost-words", '"#003366"'),
    ("theme: {name: material, palette: {primary: '#12345'}}", 1, "bad-colour", "six signs"),
    ("theme: {name: material, pallete: {primary: teal}}", 1, "unknown-field", "did you mean 'palette'?"),
    ("theme: {name: material, logo: assets/logo.svg}", 1, "bad-logo", "no file"),
    ("theme: {name: material, logo: ../logo.svg}", 1, "bad-path", "inside this project"),
    ("nav:", 1, "empty-menu", "delete the line"),
    ("nav: []", 1, "empty-menu", "delete the line"),
    ("nav: about.md", 1, "wrong-shape", "'- '"),
    ("plugin: []", 1, "unknown-field", "did you mean 'plugins'?"),
    ("plugins: [i18n: {languages: [{locale: en, default: true}]}]", 1, "missing-plugin", "resourcehub"),
    ("plugins: [resourcehub]", 1, "missing-plugin", "i18n"),
    (HUB.format("contact: {email: a@example.org}"), 3, "unknown-field", "did you mean 'mail'?"),
    (HUB.format("contact: {telephone: 555-0100}"), 3, "unknown-field", "did you mean 'phone'?"),
    (HUB.format("contact: The office"), 3, "wrong-shape", "group of fields"),
    (HUB.format("contact: {phone: 555 0100 or 555 0101}"), 3, "bad-phone", "ext. 12"),
    (HUB.format("contact: {phone: call us}"), 3, "bad-phone", "one number"),
    (HUB.format("contact: {mail: office at example.org}"), 3, "bad-mail", "one '@'"),
    (HUB.format("contact: {mail: a@b@example.org}"), 3, "bad-mail", "one '@'"),
    (HUB.format("contact: {mail: 'a?cc=b@example.org'}"), 3, "bad-mail", "one '@'"),
    (HUB.format("contact: {mail: a@example.org, hours: weekdays}"), 3, "bad-hours", "Mon-Fri 9:00-17:00"),
    (HUB.format("contact: {mail: a@example.org, hours: {en: Mon 9-12}}"), 3, "wrong-shape", "one text"),
    (HUB.format("contact: {mail: a@example.org, interpreter: [A]}"), 3, "wrong-shape", "one for each language"),
    (HUB.format("contact: {mail: a@example.org, interpreter: {Spanish: A}}"), 3, "bad-language", "did you mean 'es'?"),
    (HUB.format("contact: {mail: a@example.org, name: {en: <b>A</b>}}"), 3, "raw-html", "plain words"),
    (HUB.format("contacts: {phone: 555-0100}"), 3, "unknown-field", "did you mean 'contact'?"),
    (HUB.format("number_prefix: oak"), 3, "bad-sheet-number", "OAK"),
    (HUB.format("indexable: maybe"), 3, "unknown-value", "true, false"),
    (HUB.format("footer: about.md"), 3, "wrong-shape", "list"),
    (HUB.format("branch: a b"), 3, "bad-path", "main"),
    (HUB.format("statistics: {name: A}"), 3, "missing-field", "script"),
    (HUB.format("statistics: {name: A, script: 'http://a.example/b.js'}"), 3, "bad-statistics", "https://"),
    (LANGUAGES.format("        - {locale: en}\n"), 5, "default-language", "default: true"),
    (LANGUAGES.format(ENGLISH + "        - {locale: es, default: true}\n"), 6, "default-language", "no other"),
    (LANGUAGES.format(ENGLISH + "        - {locale: en}\n"), 6, "duplicate-language", "delete one"),
    (LANGUAGES.format(ENGLISH + "        - {locale: zh_CN}\n"), 6, "bad-language", "zh-CN"),
    (LANGUAGES.format(ENGLISH + "        - {locale: es, nam: Español}\n"), 6, "unknown-field", "did you mean 'name'?"),
    (LANGUAGES.format("        - {locale: en, default: true, build: false}\n"), 5, "default-language", "build"),
    ("plugins: [resourcehub, i18n: {languages: []}]", 1, "no-languages", "locale: en"),
    ("plugins: [resourcehub, i18n]", 1, "no-languages", "locale: en"),
    ("INHERIT: base.yml", 1, "useless-setting", "copy the lines"),
    ("exclude_docs: about.md", 1, "useless-setting", "dot"),
    ("use_directory_urls: false", 1, "directory-urls", "remove"),
    (f"docs_dir: {'x' * 300}", 1, "bad-path", "inside this project"),
    ("docs_dir: pages", 1, "bad-path", "no folder"),
    ("site_dir: docs/site", 1, "bad-path", "sources"),
    ("site_dir: .", 1, "bad-path", "sources"),
    ("hooks: [run.py]", 1, "bad-path", "no 'run.py'"),
    ("validation: {links: {anchors: loud}}", 1, "unknown-value", "warn, info, ignore"),
    ("extra: !!python/object/apply:os.getcwd []", 1, "yaml-tag", "quotes"),
    ("extra: *a", 1, "yaml-alias", "quotes"),
    ("site_name: A\nsite_name: B", 2, "duplicate-key", "delete one"),
]


@pytest.mark.parametrize(("text", "line", "code", "cure"), SLIPS)
def test_a_slip_has_one_message_with_line_and_cure(tmp_path: Path, text: str, line: int, code: str, cure: str) -> None:
    found = errors(setting_problems(tmp_path, text))
    assert [(p.code, p.place.line) for p in found] == [(code, line)], found
    assert cure in found[0].message
    assert not re.search("(?i)mkdocs encountered|config value|pydantic|class '|Expected type", found[0].message)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HUB.format("contact: {name: The office}"), "no-contact"),
        (HUB.format("contact: {street: 12 Main Street, hours: Mon 8-16}"), "no-contact"),
        (HUB.format("contact: {mail: a@example.org, interpreter: {vi: A}}"), "unlisted-language"),
        ("markdown_extensions: [tables]", "useless-setting"),
        ("copyright: A school", "useless-setting"),
        ("nav: [Who we are: about.md]", "menu-words"),
    ],
)
def test_what_a_school_should_know_is_a_warning(tmp_path: Path, text: str, code: str) -> None:
    found = setting_problems(tmp_path, text)
    assert not errors(found) and code in [p.code for p in found]


def test_numbers_and_words_of_yaml_stay_the_text_that_was_typed(tmp_path: Path) -> None:
    words = HUB.format("contact: {phone: 5105550100, name: 504}\n      number_prefix: NO")
    text = f"site_name: 2026\n{words}".replace("{locale: en, default: true}", "{locale: no, default: yes}")
    assert errors(setting_problems(tmp_path, text)) == []
    file, _ = read_settings(tmp_path)
    assert file and file.site.site_name == "2026"
    settings = settings_of(file)
    assert settings.contact and (settings.contact.name, settings.contact.phone) == ({"": "504"}, "5105550100")
    assert (settings.number_prefix, settings.source) == ("NO", "no")


@pytest.mark.parametrize(
    ("given", "accent"),
    [
        ("navy", "#000080"),
        ("Deep Orange", "deep-orange"),
        ('"#036"', "#003366"),
        ("003366", "#003366"),
        ("TEAL", "teal"),
    ],
)
def test_colours_are_understood_as_schools_write_them(tmp_path: Path, given: str, accent: str) -> None:
    found = setting_problems(tmp_path, f"theme: {{name: material, palette: {{primary: {given}}}}}")
    file, _ = read_settings(tmp_path)
    assert not errors(found) and file and settings_of(file).accent == accent


def test_a_menu_of_groups_is_one_row(tmp_path: Path) -> None:
    setting_problems(tmp_path, "nav:\n  - index.md\n  - School:\n    - a.md\n    - Deeper: [b.md, {C: c.md}]\n")
    file, _ = read_settings(tmp_path)
    assert file and settings_of(file).menu == ("index.md", "a.md", "b.md", "c.md")


def test_a_rewritten_block_keeps_the_foot_and_the_search_engines(tmp_path: Path) -> None:
    setting_problems(tmp_path, f"site_url: https://a.example.org/hub\n{HUB.format(CALL)}")
    for name in ("about", "privacy"):
        (tmp_path / f"docs/{name}.md").write_text(front(name))
    file, _ = read_settings(tmp_path)
    assert file
    assert load(settings_of(file, given={})).settings.footer == ("about.md", "privacy.md")
    assert settings_of(file, given={}).indexable
    assert not settings_of(file, given={"HUB_INDEXABLE": "false"}).indexable, "a fork"
    setting_problems(tmp_path, HUB.format(CALL))
    file, _ = read_settings(tmp_path)
    assert file and not settings_of(file, given={"HUB_INDEXABLE": "true"}).indexable, "a preview has no address"


def test_a_logo_is_light(tmp_path: Path) -> None:
    theme = "theme: {name: material, logo: logo.png}"
    setting_problems(tmp_path, theme)
    (tmp_path / "docs/logo.png").write_bytes(b"x" * 30_000)
    assert errors(setting_problems(tmp_path, theme)) == []
    (tmp_path / "docs/logo.png").write_bytes(b"x" * 2_700_000)
    assert ["30 kB at most" in p.message for p in errors(setting_problems(tmp_path, theme))] == [True]
    (tmp_path / "docs/logo.docx").write_bytes(b"x")
    found = errors(setting_problems(tmp_path, theme.replace("png", "docx")))
    assert ["is no picture" in p.message for p in found] == [True]


def test_the_environment_fills_in_values_and_lines_stay() -> None:
    text = 'a: !ENV [A, "x: y"]  # note\nb: !ENV B\nc: !ENV\n  - C\n  - d\ne: 1\nf: !other g\n'
    assert filled(text, {"B": "t: 1\nu"}) == 'a: "x: y"  # note\nb: "t: 1\\nu"\nc: "d"\n\n\ne: 1\nf: !other g\n'


def test_every_setting_of_mkdocs_has_its_place() -> None:
    theirs = {name for name, _ in MkDocsConfig._schema} | {"INHERIT"}
    assert theirs == set(Site.model_fields) | set(UNUSED) | set(REFUSED)


def test_the_names_of_colours_are_those_of_the_theme() -> None:
    sheet = next(Path(material.__path__[0]).glob("templates/assets/stylesheets/palette.*.css")).read_text()
    names = re.findall(r"data-md-color-primary=([\w-]+)\]\{--md-primary-fg-color:#", sheet)
    assert set(names) == set(PALETTE)


def test_the_guide_lists_every_setting() -> None:
    text = (ROOT / "docs/contribute/settings.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"^\| `([\w.]+)` \| (.*) \|$", text, re.MULTILINE)) == reference()
