"""A themed page is split at its slots and filled again, each value escaped for the place it stands in."""

import pytest
from markupsafe import Markup

from resourcehub.markup.shell import SLOTS, ShellError, slot, split

PAGE = (
    f'<title lang="{slot("lang")}" dir="{slot("dir")}">{slot("title")}</title>'
    f'<meta content="{slot("description")}">{slot("head")}'
    f'<a href="{slot("base")}{slot("path")}">x</a><main>{slot("main")}</main>'
)
VALUES = dict.fromkeys(SLOTS, "") | {"head": Markup(""), "paper": Markup(""), "main": Markup("<p>hi</p>")}


def test_each_value_is_escaped_for_its_place() -> None:
    page = split(PAGE).fill(
        VALUES | {"title": "A & <b>", "description": 'say "yes"', "base": "../", "path": 'a b/"><script>'}
    )
    assert "A &amp; &lt;b&gt;</title>" in page
    assert 'content="say &quot;yes&quot;"' in page
    assert 'href="../a%20b/%22%3E%3Cscript%3E"' in page
    assert "<main><p>hi</p></main>" in page


def test_a_shell_that_is_filled_in_part_ends_as_the_same_page() -> None:
    shared = {"lang": "ar", "dir": "rtl", "base": '../"'}
    later = {name: value for name, value in VALUES.items() if name not in shared}
    assert split(PAGE).partly(shared).fill(later) == split(PAGE).fill(VALUES | shared)
    with pytest.raises(KeyError):
        split(PAGE).partly(shared).fill(shared)


def test_a_value_that_looks_like_a_slot_stays_text() -> None:
    assert slot("main") in split(PAGE).fill(VALUES | {"title": slot("main")})


def test_plain_text_is_refused_where_markup_belongs() -> None:
    with pytest.raises(ShellError, match="markup"):
        split(PAGE).fill(VALUES | {"main": "<p>hi</p>"})


@pytest.mark.parametrize("mangled", ["HubSlotMainTolsbuh", "hub-slot-main-tolsbuh", "hubslot main"])
def test_a_slot_in_another_spelling_is_found(mangled: str) -> None:
    with pytest.raises(ShellError, match="changed on its way"):
        split(PAGE + f'<h2 id="{mangled}">')


def test_an_unknown_and_a_lost_slot_are_named() -> None:
    with pytest.raises(ShellError, match="unknown slot: foo"):
        split(PAGE + "hubslotfootolsbuh")
    with pytest.raises(ShellError, match="lost the slot: main"):
        split(PAGE.replace(slot("main"), ""))
