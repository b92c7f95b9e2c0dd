"""Mutates good files and reads them: ``python tests/bench/fuzz.py [count] [seed] [first round]``.

Each input is a file of a small hub, changed up to six times by a seeded chance: the catalog, one of its folder, pages
and a translated one, PO files, languages, numbers, settings. A round reads the hub with one or several of them.
Whatever comes out must be a list of problems with a place, a message of one line and a code, in time. What fails is
printed with its seed and round; ``fuzz.py 1 SEED ROUND`` does that round again and prints it. Too slow for every
change, so it is a command (``make fuzz``).
"""

import functools
import importlib.metadata
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from damage import mutated

from resourcehub.catalog import sheets
from resourcehub.engine.settings import SettingsError, mkdocs_config
from resourcehub.hub import load
from resourcehub.problems import Problem, errors
from resourcehub.reports import as_github, as_json, as_text
from resourcehub.settings import checks
from resourcehub.settings.core import read_settings, settings_of, usable

HUB = Path(__file__).parents[1] / "hubs/partial"
SECONDS = 3  # of the processor for one input; a good hub takes a hundredth of one
HMN = "        - {locale: hmn, name: Hmoob}\n"
MORE = {
    "resources/fourth.yaml": """id: fourth-guide
kind: guide
title: "Fourth: a guide"
url: https://example.org/fourth?a=b#c
summary: >-
  Where to find
  more books.
publisher: 'Example Press'
topics: [reading]
audiences:
  - families
languages: [en, zh-Hans]
format: video
minutes: 12
cost: unknown
added: 2026-01-16
""",
    "docs/translations/ar/fourth.po": (
        'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#, fuzzy\n#| msgid "Fourth: the guide"\nmsgctxt "resources/fourth-guide/title"\n'
        'msgid "Fourth: a guide"\nmsgstr "الدليل الرابع"\n\n'
        '#~ msgctxt "resources/old/title"\n#~ msgid "Old"\n#~ msgstr "قديم"\n'
    ),
    "docs/translations/locales.yaml": (
        "locales:\n  ar: {fonts: Noto Naskh Arabic}\n"
        "  qya: {name: Quenya, english: Quenya, script: Latn, within: en, plurals: nplurals=1; plural=0;}\n"
    ),
    "docs/text.md": """---
title: Text
description: 'All that a page may hold.'
topics: [reading]
resources: [second-guide]
checked: 2026-01-20
---
## Heading

A [link](about.md#top), an <https://example.org/> and a note[^1]. *One* **two** `three` ~~four~~ [@old-2001].

> [!TIP]
> Words.

1. One
   - Two
     ```
     code
     ```

[^1]: Of the text.
""",
}


def hub(root: Path) -> dict[str, bytes]:
    """Write the good hub and return its files."""
    shutil.copytree(HUB, root, dirs_exist_ok=True)
    (root / "docs/translations/hmn.po").unlink()
    (root / "docs/myths/index.hmn.md").unlink()
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text().replace(HMN, ""))
    for name, text in MORE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def read(root: Path, settings: bool) -> list[Problem]:
    """Do what ``hub validate`` does; MkDocs reads the settings only where they are what changed."""
    file, problems = read_settings(root)
    if not file or not usable(file):
        return problems
    if settings and not errors(problems):
        try:
            mkdocs_config(root / "mkdocs.yml")
        except SettingsError as error:
            problems = error.problems
    found = load(settings_of(file), problems)
    if not errors(found.problems):
        for tag in found.settings.locales:  # what pages are made of
            found.titles(tag)
    return list(found.problems)


def unclear(problems: list[Problem], root: Path) -> Iterator[str]:
    """Yield what a problem lacks: a place that is there, a message of one line, a code."""
    for form in (as_text, as_json, as_github):
        form(problems)
    for problem in problems:
        path = root / problem.place.file
        if not path.exists() and problem.code not in ("missing-file", "bad-path"):
            yield f"no such place: {problem}"
        elif path.is_file() and problem.place.line > len(re.split(rb"\r\n?|\n", path.read_bytes())):
            yield f"no such line: {problem}"
        if not problem.message.isprintable() or not problem.code or len(problem.message) > 1000:
            yield f"no clear message: {problem!r}"


def _late(_number: int, _frame: object) -> None:
    raise TimeoutError(f"more than {SECONDS} s")


def changes(chance: random.Random, files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of one round: one of them changed, or half of them, or nearly all; settings seldom."""
    share = chance.choice((0.1, 0.5, 0.9))
    some = [name for name in files if chance.random() < (share / 5 if name == "mkdocs.yml" else share)]
    return {name: mutated(chance, files[name], files) for name in some or [chance.choice(sorted(files))]}


def tried(root: Path, settings: bool) -> tuple[list[str], list[Problem], float]:
    """Return what failed with a round, what was said of it and the seconds it took."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    failed, problems = [], list[Problem]()
    try:
        problems = read(root, settings)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        failed = list(unclear(problems, root))
    except (Exception, SystemExit) as error:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        last = traceback.extract_tb(error.__traceback__)[-3:]
        failed = [f"{error!r} at {' < '.join(f'{Path(f.filename).name}:{f.lineno}' for f in reversed(last))}"]
    return failed, problems, time.process_time() - start


def main() -> None:
    """Try the inputs and print what failed."""
    count, seed, first = (int(a) for a in (*sys.argv[1:4], *("1000", "1", "0")[len(sys.argv) - 1 :]))
    checks.entry_points = functools.cache(importlib.metadata.entry_points)
    sheets.given_before = lambda root, file: {}  # Git is not asked ten thousand times
    signal.signal(signal.SIGVTALRM, _late)
    said: Counter[str] = Counter()
    inputs = bad = good = 0
    slowest = (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "hub"
        files = hub(root)
        failed, problems, _ = tried(root, True)
        if failed or errors(problems):
            raise SystemExit("\n".join([*failed, as_text(problems)]))
        number = first
        while inputs < count:
            changed = changes(random.Random(f"{seed}/{number}"), files)
            for name, data in changed.items():
                (root / name).write_bytes(data)
                if count == 1:
                    print(f"=== {name}", data.decode(errors="replace"), sep="\n")
            failed, problems, seconds = tried(root, "mkdocs.yml" in changed)
            for name in changed:
                (root / name).write_bytes(files[name])
            if count == 1:
                print(as_text(problems))
            inputs, bad, good = inputs + len(changed), bad + bool(failed), good + (not errors(problems))
            slowest = max(slowest, (seconds, number))
            said.update({p.code for p in problems})
            for what in failed[:3]:
                print(f"seed {seed}, round {number}: {what}", flush=True)
            number += 1
    print(f"{inputs} inputs in {number - first} rounds, {bad} failed, {good} without an error, {len(said)} codes")
    print(f"slowest: {slowest[0]:.2f} s of the processor, round {slowest[1]}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
