"""Tokens -> elements: a page's text as a tree of HTML elements, with nothing in it that is not listed here.

Elements and attributes are made one by one from what the parser found, so that no text of a page can make others:
HTML stays words, an address with a strange scheme is no link, a picture of another host is its words.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown_it.token import Token

from resourcehub.prose.citations import keys_in
from resourcehub.prose.links import link_target, picture_source
from resourcehub.prose.names import words

# Boxes: GitHub's alerts in the colours of the theme's admonitions, and the words for those without a title.
BOXES = {"note": "note", "tip": "tip", "important": "info", "warning": "warning", "caution": "danger"}
BACK = "Back to the text"
_TAGS = {"s": "del", "h1": "h2"}  # a page's title is its first heading
_BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr")
_PLAIN = frozenset((*_BLOCKS, "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "del", "br"))
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_ALIGNED = re.compile(r"text-align:\s*(left|right|center)")
_NONE: Mapping[str, str] = {}
_CODE = re.compile(r"[\w+#.-]+")


def source_anchor(key: str) -> str:
    """Return the id under which a page lists a source."""
    return f"source-{key}"


def elements(
    tokens: Iterable[Token],
    numbers: Mapping[str, int],
    say: Callable[[str], str],
    lost: frozenset[str] = frozenset(),
) -> Element:
    """Return a page's text as the children of one element.

    ``numbers``: the number of each source that may be cited; ``say``: a word of ours in the language of the page;
    ``lost``: targets that are not shown on this site, whose words alone stay, and sources that are gone (``@key``).
    """
    made = _Maker(numbers, say, lost)
    made.all(tokens)
    return made.stack[0]


class _Maker:
    """Puts elements below the last of ``stack``. Text is escaped once here: the serializer leaves entities alone."""

    def __init__(self, numbers: Mapping[str, int], say: Callable[[str], str], lost: frozenset[str]) -> None:
        self.numbers, self.say, self.lost = numbers, say, lost
        self.stack = [Element("div")]
        self.titled = False

    def all(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            special = getattr(self, f"on_{token.type}", None)
            if special:
                special(token)
            elif token.nesting < 0:
                self.close(token)
            elif not token.hidden and (tag := _TAGS.get(token.tag, token.tag)) in _PLAIN:
                made = self.open(tag, token)
                if token.nesting == 0:
                    self.stack.remove(made)

    def open(self, tag: str, token: Token | None = None, attributes: Mapping[str, str] = _NONE) -> Element:
        made = SubElement(self.stack[-1], tag, dict(attributes))
        for name, value in (token.attrs if token else {}).items():
            self._attribute(made, name, str(value))
        if token and token.block:
            made.tail = "\n"
        self.stack.append(made)
        return made

    def close(self, token: Token | None = None) -> None:
        if not (token and token.hidden):
            self.stack.pop()

    def text(self, text: str) -> None:
        parent, text = self.stack[-1], _escaped(text)
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text

    @staticmethod
    def _attribute(made: Element, name: str, value: str) -> None:
        aligned = _ALIGNED.fullmatch(value) if name == "style" else None
        if aligned:
            made.set("class", f"align-{aligned[1]}")
        elif name == "class" and (names := [n for n in value.split() if _NAME.fullmatch(n)]):
            made.set("class", " ".join(names))
        elif (name == "id" and _NAME.fullmatch(value)) or (name == "start" and value.isdecimal()):
            made.set(name, value)
        elif name == "title":
            made.set("title", _escaped(value))

    def on_inline(self, token: Token) -> None:
        if not self.titled:
            self.all(token.children or ())

    def on_text(self, token: Token) -> None:
        self.text(token.content)

    on_html_inline = on_text

    def on_html_block(self, token: Token) -> None:
        self.open("p").text = _escaped(token.content.strip())
        self.close()

    def on_softbreak(self, _: Token) -> None:
        self.text("\n")

    def on_code_inline(self, token: Token) -> None:
        self.open("code").text = _escaped(token.content)
        self.close()

    def on_code_block(self, token: Token) -> None:
        self.open("pre").tail = "\n"
        code = self.open("code")
        code.text = _escaped(token.content)
        if kind := _CODE.match(token.info.strip()):
            code.set("class", f"language-{kind[0]}")
        self.close()
        self.close()

    on_fence = on_code_block

    def on_link_open(self, token: Token) -> None:
        target = str(token.attrs.pop("href", ""))
        href = None if target in self.lost else link_target(target)
        self.open("span" if href is None else "a", token, _NONE if href is None else {"href": _escaped(href)})

    def on_image(self, token: Token) -> None:
        source, alt = picture_source(str(token.attrs.pop("src", ""))), words(token.children)
        if source is None:
            self.text(alt)
            return
        token.attrs.pop("alt", None)
        self.open("img", token, {"src": source, "alt": _escaped(alt), "loading": "lazy"})
        self.close()

    def on_citation(self, token: Token) -> None:
        keys = [key for key in keys_in(token.content) if f"@{key}" not in self.lost]
        if not all(key in self.numbers for key in keys):
            self.text(token.content)
            return
        if not keys:
            return
        self._tighten()
        self.open("sup", attributes={"class": "hub-cite"})
        for key in keys:
            self.open("a", attributes={"href": f"#{source_anchor(key)}"}).text = str(self.numbers[key])
            self.close()
        self.close()

    def _tighten(self) -> None:
        """A mark follows its word without a blank."""
        parent = self.stack[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "").rstrip()
        else:
            parent.text = (parent.text or "").rstrip()

    def on_list_item_open(self, token: Token) -> None:
        checked = token.meta.get("checked")
        token.attrs = {} if checked is None else {"class": "hub-task"}
        self.open("li", token)
        if checked is not None:
            self.text("☑ " if checked else "☐ ")

    def on_bullet_list_open(self, token: Token) -> None:
        token.attrs.pop("class", None)
        self.open("ul", token)

    def on_alert_open(self, token: Token) -> None:
        kind = BOXES[token.meta["kind"].lower()]
        self.open("div", attributes={"class": f"admonition {kind}"}).tail = "\n"
        self._title(self.say(token.meta["kind"].title()))

    def _title(self, title: str) -> None:
        self.open("p", attributes={"class": "admonition-title"}).text = _escaped(title)
        self.close()

    def on_alert_title_open(self, _: Token) -> None:
        self.titled = True

    def on_alert_title_close(self, _: Token) -> None:
        self.titled = False

    def on_admonition_open(self, token: Token) -> None:
        self.open("div", token)
        kind = token.meta.get("tag", "")
        if token.content == kind.title() and kind in BOXES:
            self._title(self.say(token.content))
            self.titled = True

    def on_admonition_title_open(self, _: Token) -> None:
        if not self.titled:
            self.open("p", attributes={"class": "admonition-title"})

    def on_admonition_title_close(self, _: Token) -> None:
        if not self.titled:
            self.close()
        self.titled = False

    def on_footnote_ref(self, token: Token) -> None:
        self._tighten()
        number, again = token.meta["id"] + 1, token.meta.get("subId", 0)
        self.open("sup", attributes={"class": "hub-cite", "id": _mark(number, again)})
        self.open("a", attributes={"href": f"#note-{number}"}).text = f"[{number}]"
        self.close()
        self.close()

    def on_footnote_block_open(self, _: Token) -> None:
        self.open("ol", attributes={"class": "hub-notes"})

    def on_footnote_open(self, token: Token) -> None:
        self.open("li", attributes={"id": f"note-{token.meta['id'] + 1}"})

    def on_footnote_anchor(self, token: Token) -> None:
        self.text(" ")
        mark = _mark(token.meta["id"] + 1, token.meta.get("subId", 0))
        self.open("a", attributes={"href": f"#{mark}", "aria-label": _escaped(self.say(BACK))}).text = "↩"
        self.close()


def _mark(number: int, again: int) -> str:
    return f"note-{number}-in-text" + (f"-{again + 1}" if again else "")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;")
