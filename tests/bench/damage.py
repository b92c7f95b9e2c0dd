"""Damage for the fuzzer: what is put into a file, cut out of it, said twice or turned round, by chance."""

import random

# What editors paste and mistype, and what means something to one of the readers.
PIECES = (
    *("'", '"', "“", "’", "\\", "\n", "\n\n", "\t", " ", "  ", "\r\n", "\r", "\ufeff", "\u00a0", "\u200f", "\u202e"),
    *("\x00", "\x07", "\x0c", "\u2028", "\ue000", "\ufffd", "é", "字", "😀", "ـ", "é", "Â", "Ã©", "\x85"),
    *(
        ": ",
        ":",
        "#",
        " # ",
        "- ",
        "? ",
        "| ",
        "> ",
        "& ",
        "*",
        "!",
        "%",
        "@",
        "`",
        "~",
        "{",
        "}",
        "[",
        "]",
        ",",
        "<<: ",
    ),
    *("&a ", "*a", "!!str ", "!ENV ", "!ENV [A, ", "---\n", "...\n", "%YAML 1.1\n", "null", "~", "yes", "no", "true"),
    *("0", "-1", "012", "1_000", "1e9", ".inf", ".nan", "0x1f", "9" * 40, "2026-02-30", "9999-12-31", "0000-00-00"),
    *("<b>", "<!--", "-->", "</", "&amp;", "&#0;", "&x", "<https://", "](", "![", "[^1]", "[@", "[@x; @y]", "{: #a }"),
    *(
        "javascript:",
        "data:,",
        "http://",
        "https://[",
        "https://a:99999/",
        "//",
        "mailto:",
        "tel:",
        "../",
        "./",
        "?",
        "/",
    ),
    *("{{ x }}", "{% x %}", "hubslot", "%(n)s", "{n}", "%s", "|---|", "\n| a |\n", "```", "\n---\n", "\n===\n", "    "),
    *(
        "msgid ",
        "msgstr ",
        'msgstr "x"\n',
        "msgctxt ",
        "msgid_plural ",
        "msgstr[0] ",
        "#~ ",
        "#| ",
        "#, fuzzy\n",
        "#: ",
    ),
    *(
        "nplurals=2; plural=(",
        "plural=n%0;",
        "plural=n**9;",
        "interface",
        "charset=latin-1",
        "<<<<<<< a\n",
        "=======\n",
    ),
    *("id: ", "title: ", "kinds:", "resources:", "url: ", "locale: ", "default: true", "translates: ", "template: "),
    *(
        "ar",
        "en",
        "zh",
        "x" * 300,
        "a-" * 60,
        "[" * 60,
        "> " * 60,
        "- " * 60,
        "*" * 60,
        "(" * 60,
        "\n" * 60,
        "{a: " * 30,
    ),
)


def mutated(chance: random.Random, data: bytes, files: dict[str, bytes]) -> bytes:
    """Return a file changed one to six times."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        data = chance.choice(CHANGES)(chance, data, files)
    return data[:100_000]


def _span(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((0, 1, 1, 2, 5, 20, 200)))


def _insert(chance: random.Random, data: bytes, _: dict[str, bytes]) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + chance.choice(PIECES).encode() + data[chance.choice((start, end)) :]


def _cut(chance: random.Random, data: bytes, _: dict[str, bytes]) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + data[end:]


def _repeat(chance: random.Random, data: bytes, _: dict[str, bytes]) -> bytes:
    start, end = _span(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _byte(chance: random.Random, data: bytes, _: dict[str, bytes]) -> bytes:
    start, _end = _span(chance, data)
    return data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]


def _lines(chance: random.Random, data: bytes, files: dict[str, bytes]) -> bytes:
    """Move, double, indent or drop a line, or take one of another file."""
    lines = data.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    how = chance.randrange(5)
    if how == 0:
        lines.insert(to, lines.pop(at))
    elif how == 1:
        lines.insert(to, lines[at])
    elif how == 2:
        lines[at] = b" " * chance.randrange(1, 7) + lines[at].lstrip(b" ")
    elif how == 3:
        del lines[at : at + chance.randrange(1, 4)]
    else:
        lines.insert(to, chance.choice(files[chance.choice(sorted(files))].split(b"\n")))
    return b"\n".join(lines)


def _value(chance: random.Random, data: bytes, _: dict[str, bytes]) -> bytes:
    """Put another value behind a colon."""
    lines = data.split(b"\n")
    if found := [n for n, line in enumerate(lines) if b":" in line]:
        at = chance.choice(found)
        shapes = ("", "[]", "{}", "[a, b]", "{a: b}", "[[x]]", "|\n", "''", *PIECES)
        lines[at] = lines[at].partition(b":")[0] + b": " + chance.choice(shapes).encode()
    return b"\n".join(lines)


def _end(chance: random.Random, data: bytes, _: dict[str, bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


CHANGES = (_insert, _insert, _insert, _cut, _cut, _repeat, _byte, _lines, _lines, _value, _value, _value, _end)
