"""Pandoc's citation marks become links to the page's sources; alignment becomes a class."""

from markdown import Markdown

from resourcehub.markup.markdown import HubMarkdown
from resourcehub.prose.citations import keys_in


def render(text: str, **numbers: int) -> str:
    extension = HubMarkdown()
    extension.numbers = {key.replace("_", "-"): n for key, n in numbers.items()}
    return Markdown(extensions=[extension, "tables"]).convert(text)


def test_a_mark_links_to_its_source() -> None:
    assert '<sup class="hub-cite"><a href="#source-mapp-2003">2</a></sup>' in render("So [@mapp-2003].", mapp_2003=2)


def test_two_keys_make_two_links() -> None:
    assert render("So [@a; @b].", a=1, b=2).count("<a ") == 2


def test_code_and_unknown_keys_stay_as_written() -> None:
    assert "[@a]" in render("`[@a]`", a=1)
    assert "[@zz]" in render("So [@zz].", a=1)


def test_keys_come_once_in_order() -> None:
    assert keys_in("x [@b; @a] y [@b]") == ["b", "a"]


def test_table_alignment_needs_no_style_attribute() -> None:
    html = render("| a | b |\n| --: | :-: |\n| 1 | 2 |")
    assert "style=" not in html and 'class="align-right"' in html and 'class="align-center"' in html
