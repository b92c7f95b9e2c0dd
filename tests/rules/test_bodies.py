"""What may stand in a page's body: no HTML, no scripts, no attributes beyond a few; each fault with its own place."""

from pathlib import Path

import pytest

from resourcehub.problems import Place
from resourcehub.rules.bodies import without_code
from small import codes, front, problems


@pytest.mark.parametrize(
    "body",
    [
        "3 < 4, <3, and `<b>`; ``a ` <b>``\n",
        "```html\n<script>x</script> [@nobody]\n```\n",
        "~~~\n<b>\n```\n~~~\n",
        "<https://example.org/> <office@example.org>\n",
        "[a](mailto:a@example.org) [b](tel:+1555)\n",
        '[c](index.md#b) [d](index.md "note: x") [e](#x) [f]\n\n[f]: index.md\n',
        "[Note]: Data: a story\n",
        "[@old-2001] and [@old-2001; @old-2001] and [ @x ] and \\@x\n",
        "Words {count}.\n\n{: .note #id }\n",
    ],
)
def test_bodies_that_are_fine(tmp_path: Path, body: str) -> None:
    assert not problems(tmp_path, index=front() + body)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<b>x</b>\n", "raw-html"),
        ("<!-- x -->\n", "raw-html"),
        ("<script\nsrc=x>\n", "raw-html"),
        ("<img/src=x@y>\n", "raw-html"),
        ("`a\n<div>\n`\n", "raw-html"),
        ("```\n<b>\n", "raw-html"),
        ("``` a b\n<b>\n```\n", "raw-html"),
        ("\\`<b>`\n", "raw-html"),
        ("    <b>\n", "raw-html"),
        ("[a](javascript:x)\n", "script-address"),
        ("[a](JAVA&#115;cript:x)\n", "script-address"),
        ("[a](java\tscript:x)\n", "script-address"),
        ("[a](&#x1;javascript:x)\n", "script-address"),
        ("[a]( <javascript:x>)\n", "script-address"),
        ("![a](data:image/svg+xml,x)\n", "script-address"),
        ("> [a]: javascript:x\n", "script-address"),
        ("[a]:\n  javascript:x\n", "script-address"),
        ("[a](file:///etc/passwd)\n", "bad-address"),
        ("[a](//example.org)\n", "bad-address"),
        ("[a](https://localhost/)\n", "bad-address"),
        ("<https://u:p@example.org/>\n", "address-credentials"),
        ("[a](http://example.org/)\n", "insecure-address"),
        ('[a](a.md){: style="x" }\n', "unsafe-attribute"),
        ("# A {onmouseover=x}\n", "unsafe-attribute"),
        ("[@nobody]\n", "unknown-citation"),
        ("[@old-2001; @nobody]\n", "unknown-citation"),
        ("[@old-2001; nobody]\n", "bad-citation"),
        ("[@Old]\n", "bad-citation"),
        ("a\u202eb\n", "bidi-override"),
        ("a\x08b\n", "control-character"),
    ],
)
def test_bodies_with_a_fault(tmp_path: Path, body: str, code: str) -> None:
    assert code in codes(problems(tmp_path, index=front() + body))


def test_places_in_a_body_are_those_of_the_file(tmp_path: Path) -> None:
    found = problems(tmp_path, index=front() + "One.\n\nTwo <b>.\n")
    assert [p.place for p in found] == [Place("docs/index.md", 6, 5)]


def test_code_keeps_every_place(tmp_path: Path) -> None:
    text = "a `b` c\n```x\ny\n```\nz ``q ` r`` s\n"
    assert without_code(text) == "a     c\n    \n \n   \nz           s\n"


def test_a_hostile_body_takes_no_more_than_its_size(tmp_path: Path) -> None:
    for piece in ("`a", "```x\n", "[", "[@", "{", "{a", "](", "]: ", "<", "<a@", "`", "[a](<"):
        found = problems(tmp_path, index=front() + piece * 100_000)
        assert sum(p.severity == "error" for p in found) <= 1000
