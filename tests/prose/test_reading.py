"""Pages are read as GitHub reads them; the checks see what a page shows; nothing but what is listed gets into it."""

import random
import time
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from lxml import html
from markdown import Markdown
from markdown_it.common.normalize_url import normalizeLink

from resourcehub.markup.markdown import HubMarkdown
from resourcehub.prose.links import SCHEMES, scheme
from resourcehub.prose.reading import read, without_code

PIECES = [
    *(
        "word ",
        "\n",
        "\n\n",
        "[a](",
        "b.md",
        ")",
        "]",
        "[",
        "![",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "    ",
        "> ",
        "- ",
        "* ",
        "1) ",
    ),
    *(
        "javascript:zz1",
        "https://example.org/zz2",
        "www.example.org",
        "a@example.org",
        "<",
        ">",
        "{: ",
        "onclick=zz3",
        "}",
    ),
    *(
        '{.a srcset="zz4 {}" }',
        "&#106;",
        "&lt;",
        "\\",
        "|",
        "|-|-|\n",
        "~~",
        "**",
        "_",
        "[@a]",
        "[^1]",
        "[^1]: ",
        "# ",
        "!!! note\n",
    ),
    *(
        '"t"',
        "<b zz5>",
        "<!-- ",
        "-->",
        "[x]: ",
        "data:text/html,zz6",
        "ping=zz7",
        "\t",
        "[ ] ",
        "[!NOTE]",
        "é",
        "ا",
        "&amp;",
    ),
]
TAGS = {
    *(
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "em",
        "strong",
        "del",
        "a",
        "img",
    ),
    *("span", "sup", "br", "hr", "div", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"id", "class", "href", "src", "alt", "title", "start", "aria-label"}


def render(text: str) -> str:
    return Markdown(extensions=[HubMarkdown()]).convert(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Bring:\n- a pen\n- a book\n", "<ul><li>a pen</li><li>a book</li></ul>"),
        ("Then:\n1. go\n2. sit\n", "<ol><li>go</li><li>sit</li></ol>"),
        ("- a\n  - b\n", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("1) one\n2) two\n", "<ol><li>one</li><li>two</li></ol>"),
        ("3. three\n", '<ol start="3"><li>three</li></ol>'),
        ("- [ ] sign\n- [x] done\n", '<ul><li class="hub-task">☐ sign</li><li class="hub-task">☑ done</li></ul>'),
        ("~~old~~", "<p><del>old</del></p>"),
        ("https://example.org/menu.", '<p><a href="https://example.org/menu">https://example.org/menu</a>.</p>'),
        ("office@example.org", '<p><a href="mailto:office@example.org">office@example.org</a></p>'),
        ("# Our school", '<h2 id="our-school">Our school</h2>'),
        ("# A {#b .c}", '<h2 class="c" id="b">A</h2>'),
        ("Words.\n{: .note #x }", '<p class="note" id="x">Words.</p>'),
        ("> [!NOTE]\n> W.", '<div class="admonition note"><p class="admonition-title">Note</p><p>W.</p></div>'),
        ('!!! tip "A b"\n    W.', '<div class="admonition tip"><p class="admonition-title">A b</p><p>W.</p></div>'),
        ("| a |\n|--:|\n| 1 |", '<th class="align-right">a</th>'),
        ("`&lt;` &amp; &lt;b&gt; <i>", "<p><code>&amp;lt;</code> &amp; &lt;b&gt; &lt;i&gt;</p>"),
        ("[a](b.md?x=1&copy=2)", '<a href="b.md?x=1&amp;copy=2">'),
        ("[a](javascript:x) ![b](https://example.org/b.png)", "<p><span>a</span> b</p>"),
        ("```py {onclick=x}\n<b>\n```", '<pre><code class="language-py">&lt;b&gt;\n</code></pre>'),
    ],
)
def test_a_page_is_read_as_github_reads_it(text: str, made: str) -> None:
    whole = render(text)
    tight = whole if "<pre>" in whole else whole.replace("\n", "")
    assert made in tight


ADDRESS = "https://example.org/a"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "{}。请看",
            "网址：{}，然后",
            "（{}）",
            "“{}”和",
            "《{}》",
            "《{}》。",
            "{}؟ هل",
            "{}، ثم",
            "{}؛",
            "«{}».",
            "{}۔",
            "{}।",
        ),
        *(
            "{}։ Հետո",
            "{}።",
            "{}។",
            "{}။",
            "{}…",
            "{}—and",
            "{}’.",
            "({}).",
            "{}!",
            "{}&amp;",
            "{}\u200f.",
            "{}\u3000b",
        ),
        *("*{}*", "~~{}~~", "{}<b>", "（{}》", "见{}"),
    ],
)
def test_a_bare_address_ends_before_the_mark_behind_it(text: str) -> None:
    for address in (ADDRESS, f"{ADDRESS}_(b)", "www.example.org", "office@example.org"):
        found = html.fromstring(render(text.replace("{}", address))).xpath("//a")
        assert [link.text for link in found] == [address]
        assert found[0].get("href").endswith(address)


@pytest.mark.parametrize(
    "text", ["L’été", "Foo–Bar", "می\u200cشود", "日本・語", "חיים־נחמן", "a_(b)", "a;b", "?x=1&y=2"]
)
def test_a_mark_within_a_word_stays_in_its_address(text: str) -> None:
    assert html.fromstring(render(f"{ADDRESS}/{text}.")).xpath("string(//a)") == f"{ADDRESS}/{text}"


@pytest.mark.parametrize(
    "text", ["xhttps://example.org", "https://a_b", "http://.", "a@b", "/a@example.org", "w.example.org"]
)
def test_what_is_no_address_is_no_link(text: str) -> None:
    assert "<a" not in render(text)


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("**注意：**请", "注意："),
        ("请**「注意」**吧", "「注意」"),
        ("他说**“好”**了", "“好”"),
        ("__注意：__请", "注意："),
        ("**용어(IEP)**를", "용어(IEP)"),
        ("**หมายเหตุ:**โปรด", "หมายเหตุ:"),
        ("**សូម!**មក", "សូម!"),
        ("**ملاحظة:** ثم", "ملاحظة:"),
        ("这**很**好", "很"),
        ("**注意（a）：**`b`", "注意（a）："),
    ],
)
def test_bold_needs_no_blanks_where_a_language_has_none(text: str, bold: str) -> None:
    assert html.fromstring(f"<main>{render(text)}</main>").xpath("string(//strong)") == bold


@pytest.mark.parametrize("text", ["文件_2026_版", "snake_case_name", "2 ** 3", "a**“b”c", "5 * 3 * 2"])
def test_signs_within_words_stay(text: str) -> None:
    assert html.fromstring(render(text)).text_content() == text


def test_a_note_leads_to_its_words_and_back() -> None:
    page = html.fromstring(render("Open[^a].\n\n[^a]: Not in July.\n"))
    assert page.xpath("//sup/a/@href") == ["#note-1"] and page.xpath("//li/@id") == ["note-1"]
    assert page.xpath("//li//a/@href") == [f"#{page.xpath('//sup/@id')[0]}"]


def generated(count: int = 3000) -> Iterator[str]:
    chance = random.Random(20260101)
    for _ in range(count):
        yield "".join(chance.choices(PIECES, k=chance.randint(2, 30)))


def test_nothing_in_a_page_is_other_than_what_is_listed_and_the_checks_see_every_link() -> None:
    for text in generated():
        page = html.fromstring(f"<main>{render(text)}</main>")
        seen = {link.target for link in read(text).links}
        for element in page.iter():
            assert element.tag in TAGS | {"main"}, text
            assert set(element.attrib) <= ATTRIBUTES, text
            target = element.get("href") or element.get("src")
            if target and not target.startswith(("#note-", "#source-")):
                assert scheme(target) in (None, *SCHEMES), text
                assert any(same(target, other) for other in seen), (text, target, seen)


def same(made: str, written: str) -> bool:
    return plain(made) == plain(written)


def plain(address: str) -> str:
    return unquote(normalizeLink(address.strip())).casefold()


def test_code_keeps_every_place() -> None:
    for text in generated(500):
        blank = without_code(text)
        assert [len(line) for line in blank.split("\n")] == [len(line) for line in text.split("\n")], text


def test_a_link_has_the_place_of_its_address() -> None:
    text = "> One\n> two [a](b.md) `c`\n\n| x \\| y | [d](e.md) |\n|--|--|\n| b.md | ![f](g.png) |\n\n[h]: i.md\n"
    lines = text.split("\n")
    links = read(text).links
    assert [link.target for link in links] == ["b.md", "e.md", "g.png", "i.md"]
    assert all(lines[link.line - 1][link.column - 1 :].startswith(link.target) for link in links)


@pytest.mark.parametrize(
    "piece",
    [
        *("`a` ", "[a](b) ", "{: ", "[@a] ", "[^a]: b\n\n", "# a\n\n", "|a\\|b", ": ", "a@", "[x]: b\n", "http: "),
        *("http://a.b/)))", "。http://a", "www.a。", "a@b.c ", "**，", "**中", "~~。a", "mailto:"),
    ],
)
def test_four_times_the_text_takes_about_four_times_the_time(piece: str) -> None:
    def spent(count: int) -> float:
        start = time.process_time()
        read.__wrapped__(piece * count)
        return time.process_time() - start

    assert min(spent(16000) for _ in range(2)) < 9 * max(min(spent(4000) for _ in range(2)), 0.03)
