"""Doubles what readers read and compares the times: ``python tests/bench/ratio.py [bytes] [part of a name]``.

Each input is a small good hub in which one file grows: entries, values, keys, text of a page, translations, or one
long run of a sign that means something to a reader. A line gives the seconds of the processor for an input of some size
and of twice that, less those of the hub itself, and their ratio: two where time grows in proportion. It ends with 1
where a ratio is above 3. A figure is the least of two; one that is too short to be measured is taken for the least that
is not.
"""

import contextlib
import functools
import importlib.metadata
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import fuzz

from resourcehub.catalog import sheets
from resourcehub.hours import read_hours
from resourcehub.settings import checks
from resourcehub.telephone import read_telephone

BYTES = 40_000
MOST, SHORT = 3.0, 0.04  # the ratio that is a fault; seconds below which nothing can be said
SIGNS = (
    *(
        "a",
        "a ",
        "a-",
        "字",
        "،",
        "\u200f",
        ".",
        ". ",
        "1 ",
        "%",
        "1%",
        "$1",
        "one in ",
        "a:",
        "#",
        " #",
        "'",
        '"',
        "“",
    ),
    *(
        "&amp;",
        "<b>",
        "<!--",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "``",
        "[",
        "](",
        "[a](b) ",
        "![",
        "[^a]",
        "[@a]",
        "[@old-2001; ",
    ),
    *("{", "{: ", "{{ ", "}", "|", "> ", "- ", "1. ", "\\", "\n", "\n\n", "\n# a\n", "\n- a\n", "\n> a\n", "\n| a |\n"),
    *(
        "https://",
        "https://a.org/ ",
        "http://a.b)",
        "www.a.b ",
        "a@b.org ",
        "tel:1 ",
        "555-0100 ",
        "1 000 ",
        "\n[a]: b\n",
    ),
    *(
        "nplurals=1; ",
        "(",
        "(n ? ",
        "n + ",
        "?:",
        "=",
        ";",
        ",",
        "[a, ",
        "{a: ",
        "!x ",
        "&a ",
        "\t",
        "\u2028",
        "é",
        "Ã©",
    ),
)
Grown = Callable[[int], dict[str, str]]  # a number of bytes -> the files that have them


def _value(file: str, old: str, start: str, sign: str, end: str = "") -> Grown:
    """Return an input in which ``old`` in a file gives way to a run of a sign."""
    text = FILES[file].decode()
    assert old in text, (file, old)
    return lambda size: {file: text.replace(old, start + sign * (size // len(sign.encode())) + end, 1)}


def _more(file: str, entry: str, joint: str = "") -> Grown:
    """Return an input in which a file goes on with entries that a number tells apart."""
    text = FILES[file].decode() if file in FILES else ""
    return lambda size: {file: text + joint + "".join(entry.replace("#N", str(n)) for n in range(size // len(entry)))}


def _files(name: str, text: str) -> Grown:
    return lambda size: {
        name.replace("#N", str(n)): text.replace("#N", str(n)) for n in range(max(1, size // len(text)))
    }


def inputs() -> Iterator[tuple[str, Grown]]:
    """Yield each input with its name."""
    page = FILES["docs/text.md"].decode()
    po, body = "docs/translations/ar/fourth.po", page[page.rindex("---\n") + 4 :]
    for sign in SIGNS:
        yield f"catalog, value {sign!r}", _value("resources.yaml", "First guide", "", sign)
        yield f"catalog, quoted {sign!r}", _value("resources.yaml", "First guide", '"', sign.replace('"', "x"), '"')
        yield f"page, front {sign!r}", _value("docs/text.md", "'All that a page may hold.'", "", sign)
        yield f"page, text {sign!r}", _value("docs/text.md", body, "", sign)
        yield (
            f"translated page, text {sign!r}",
            lambda size, s=sign: {
                "docs/text.md": page.replace(body, s * (size // len(s.encode()))),
                "docs/text.ar.md": page.replace(body, s * (size // len(s.encode()))),
            },
        )
        yield f"PO, text {sign!r}", _value(po, "الدليل الرابع", "", sign.replace('"', "x").replace("\n", "\\n"))
        yield f"PO, raw {sign!r}", _value(po, '"الدليل الرابع"', "", sign)
        yield f"PO, rule {sign!r}", _value(po, '"Language: ar\\n"', '"Plural-Forms: ', sign.strip('\n"') or " ", '\\n"')
        yield f"settings, value {sign!r}", _value("mkdocs.yml", "Partial hub", "", sign)
        yield f"numbers, raw {sign!r}", _value("numbers.yaml", FILES["numbers.yaml"].decode(), "1: ", sign)
        yield f"languages, value {sign!r}", _value("docs/translations/locales.yaml", "Noto Naskh Arabic", "", sign)
    entry = fuzz.MORE["resources/fourth.yaml"].replace("fourth", "x#N").replace("Fourth", "X#N")
    lines = entry.splitlines()
    listed = "\n".join([f"  - {lines[0]}", *("    " + line for line in lines[1:])]) + "\n"
    yield "catalog, entries", _more("resources.yaml", listed)
    yield "catalog, wrong entries", _more("resources.yaml", listed.replace("reading", "raeding#N"))
    yield "catalog, entries with a slip", _more("resources.yaml", listed.replace("'Example Press'", "a: b"))
    yield "catalog, keys", _value("resources.yaml", "First guide", "A\n", "    k: v\n")
    yield "catalog folder, files", _files("resources/x#N.yaml", entry)
    yield "citations", _value("resources.yaml", "citations:\n", "citations:\n", "  - {id: a, type: book, title: B}\n")
    yield "pages", _files("docs/more/x#N.md", page.replace("title: Text", "title: T#N").replace("All that", "#N"))
    yield "page, list in front", _value("docs/text.md", "[second-guide]", "[", "second-guide, ", "]")
    yield "PO, entries", _more(po, 'msgctxt "topics/x#N/title"\nmsgid "X#N"\nmsgstr "Y#N"\n\n')
    yield "PO, interface", _more(po, 'msgctxt "interface"\nmsgid "Menu #N"\nmsgstr "Y#N"\n\n')
    yield "PO, obsolete", _more(po, '#~ msgctxt "topics/x#N/title"\n#~ msgid "X#N"\n#~ msgstr "Y#N"\n\n')
    yield "numbers, lines", _more("numbers.yaml", "9#N: resources/x#N/\n")
    yield "languages, entries", _more("docs/translations/locales.yaml", "  q#N: {name: A, english: B, script: Latn}\n")
    yield "settings, menu", _value("mkdocs.yml", "nav: [", "nav: [", "about.md, ")
    yield "settings, unknown keys", _more("mkdocs.yml", "k#N: v\n")
    yield (
        "drawing",
        lambda size: {"docs/x.svg": f"<svg xmlns='http://www.w3.org/2000/svg'>{'<g/>' * (size // 4)}</svg>"},
    )


def texts() -> Iterator[tuple[str, Callable[[str], object], str]]:
    """Yield readers of one text, which no file brings to its length."""
    for sign in ("1", "1 ", "-", "(1)", "A", "ext ", "Mon ", "Mon 8:00-9:00; ", "Mon-", "8:00", ",", ";", "–", "字"):
        yield f"telephone {sign!r}", read_telephone, sign
        yield f"hours {sign!r}", read_hours, sign


def spent(root: Path, files: dict[str, str]) -> float:
    """Return the seconds of the processor for reading the hub with some files changed; the least of two."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", errors="surrogatepass")
    found = min(_once(lambda: fuzz.read(root, False)) for _ in "12")
    for name in files:
        (root / name).unlink()
        if name in FILES:
            (root / name).write_bytes(FILES[name])
    return found


def _once(action: Callable[[], object]) -> float:
    start = time.process_time()
    with contextlib.suppress(ValueError):  # a reader of one text says so that it is none
        action()
    return time.process_time() - start


def main() -> None:
    """Print a line for each input, the worst last."""
    size, part = int(dict(enumerate(sys.argv)).get(1, BYTES)), dict(enumerate(sys.argv)).get(2, "")
    checks.entry_points = functools.cache(importlib.metadata.entry_points)
    sheets.given_before = lambda root, file: {}
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "hub"
        FILES.update(fuzz.hub(root))
        fuzz.read(root, True)
        base = spent(root, {})
        for name, grown in inputs():
            if part in name:
                rows.append((*(max(spent(root, grown(n * size)) - base, SHORT) for n in (1, 2)), name))
        for name, reader, sign in texts():
            if part in name:
                once = [_once(functools.partial(reader, sign * (n * size // len(sign)))) for n in (1, 2)]
                rows.append((*(max(seconds, SHORT) for seconds in once), name))
    for first, second, name in sorted(rows, key=lambda row: row[1] / row[0]):
        print(f"{second / first:5.1f} {first:8.2f} s {second:8.2f} s  {name}")
    sys.exit(1 if any(second / first > MOST for first, second, _ in rows) else 0)


FILES: dict[str, bytes] = {}

if __name__ == "__main__":
    main()
