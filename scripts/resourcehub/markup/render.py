"""The localised model becomes HTML: Jinja templates that know one locale, with autoescape."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from resourcehub.languages.locales import Locale, Text
from resourcehub.markup.forms import HOLLOW, HOLLOWS, Form, Forms, form, words
from resourcehub.pages.voice import Voice


def environment(folders: Iterable[Path]) -> Environment:
    """Return a template environment over ``folders``, first match wins."""
    return Environment(loader=FileSystemLoader([str(f) for f in folders]), autoescape=True)


class Spoken(Extension):
    """Looks the words of the locale up instead of making them each time: ``_("…") | say`` becomes ``phrases["…"]``.

    They do not go into the compiled template, which serves all languages so.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template with each such phrase made shorter."""
        seen: deque[Token] = deque()
        for token in stream:
            seen.append(token)
            if len(seen) == len(_PHRASE):
                yield from _shortened(seen)
        yield from seen


_PHRASE = (("name", "_"), ("lparen", None), ("string", None), ("rparen", None), ("pipe", None), ("name", "say"))


def _shortened(seen: deque[Token]) -> Iterator[Token]:
    """Yield what is done with: the whole phrase in its short form, or the first token of what may yet become one."""
    if all(t.type == kind and value in (None, t.value) for t, (kind, value) in zip(seen, _PHRASE, strict=True)):
        words = seen[2]
        seen.clear()
        line = words.lineno
        yield from (Token(line, "name", "phrases"), Token(line, "lbracket", "["), words, Token(line, "rbracket", "]"))
    else:
        yield seen.popleft()


def prepare(env: Environment, voice: Voice, **shared: Any) -> Environment:
    """Teach ``env`` one locale: escaping, the words ``_`` and ``_n``, the locale ``here``, and ``shared`` values.

    Filters: ``text | say`` gives words under their own language where it is not the page's, ``text | mark`` the
    attributes that say so, ``"name" | icon`` one of the theme's icons. They are filters for speed: a call of a macro
    costs ten times as much, and a page has some eighty.

    Works on MkDocs' own environment too, whose autoescape is off. Returns ``env``.
    """
    env.autoescape, env.trim_blocks, env.lstrip_blocks = True, True, True
    env.undefined = StrictUndefined
    env.filters.update(_filters(env, voice))
    env.add_extension(Spoken)
    env.bytecode_cache = _COMPILED
    phrases = _Phrases(lambda msgid: env.filters["say"](voice.words.get(msgid)))
    env.globals.update(_=voice.words.get, _n=voice.words.plural, here=voice.locale, phrases=phrases, **shared)
    return env


def _filters(env: Environment, voice: Voice) -> dict[str, Callable[..., Markup]]:
    here = voice.locale

    def fragment(template: str, **values: Any) -> Markup:
        return Markup(env.get_template(template).render(values))  # noqa: S704 - autoescaped

    @cache
    def attributes(locale: Locale) -> Markup:
        return Markup() if locale.tag == here.tag else fragment("partials/mark.html", locale=locale)

    @cache
    def foreign(locale: Locale) -> Form:
        return form(fragment("partials/say.html", text=Text(HOLLOW, locale)))

    def say(text: Text) -> Markup:
        plain = text.locale.tag == here.tag
        return escape(text.text) if plain else Markup(foreign(text.locale).fill(words(text.text)))  # noqa: S704 - escaped

    def mark(text: Text) -> Markup:
        return attributes(text.locale)

    @cache
    def icon(name: str) -> Markup:
        return fragment("partials/icon.html", name=name)

    return {"say": say, "mark": mark, "icon": icon}


class _Phrases(dict[str, Markup]):
    """Interface words as markup, by their English text. Each is made when it is first asked for."""

    def __init__(self, make: Callable[[str], Markup]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, msgid: str) -> Markup:
        return self.setdefault(msgid, self._make(msgid))


class _Compiled(BytecodeCache):
    """Templates as code, each compiled once for all languages: that takes longer than rendering most of them once."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand out what was compiled from the same text."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


@dataclass(frozen=True)
class Renderer:
    """Renders fragments in one locale."""

    env: Environment

    def fragment(self, template: str, **values: Any) -> Markup:
        """Return a rendered template as markup that needs no further escaping."""
        return Markup(self.env.get_template(template).render(values))  # noqa: S704 - autoescaped

    def newer(self, source: Locale) -> Callable[[str, str], str]:
        """Return what makes a box of rendered paragraphs of the source language in a page that is older than they."""

        @cache
        def box(kind: str) -> Form:
            return form(self.fragment("partials/newer.html", kind=kind, content=Text(HOLLOW, source)))

        return lambda kind, content: box(kind).fill(content)

    def macro(self, template: str, name: str) -> Callable[..., Markup]:
        """Return a macro of a template. Calling it costs half of a fragment: for what stands on every page."""
        found: Callable[..., Markup] = getattr(self.env.get_template(template).module, name)
        return found

    def paper(self, address: str, number: str | None) -> Markup:
        """Return what a page shows on paper alone: address, number and code."""
        made = self._papers.get(bool(number), lambda: self._paper(HOLLOWS[0], HOLLOWS[1] if number else None))
        return Markup(made.fill(words(address), words(number or "")))  # noqa: S704 - escaped

    @cached_property
    def _papers(self) -> Forms:
        return Forms()

    @cached_property
    def _paper(self) -> Callable[..., Markup]:
        return self.macro("partials/paper.html", "paper")

    @cached_property
    def head(self) -> Callable[..., Markup]:
        """Renders what search engines are told of a page, from ``Hub.head``."""
        return self.macro("partials/head.html", "head")
