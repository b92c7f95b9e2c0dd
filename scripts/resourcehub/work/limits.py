"""What GitHub Pages takes: how heavy a site may be, and how near a built one is.

Figures: GitHub Docs, "GitHub Pages limits": a published site has 1 GB at most, a deployment ends after ten minutes.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

MOST = 1_000_000_000  # bytes; the smaller reading of a GB
MINUTES = 10
NEAR = 0.8
ROOT = ""  # stands for the pages of the source language, which have no folder of their own


def weights(site: Path, locales: tuple[str, ...]) -> Counter[str]:
    """Return how many bytes a built site has below the folder of each locale, and in all the rest."""
    found: Counter[str] = Counter()
    for entry in os.scandir(site):
        part = entry.name if entry.name in locales else ROOT
        found[part] += sum(_sizes(entry)) if entry.is_dir(follow_symlinks=False) else entry.stat().st_size
    return found


def _sizes(folder: "os.DirEntry[str] | str") -> Iterator[int]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _sizes(entry)
        else:
            yield entry.stat(follow_symlinks=False).st_size


def near_limit(found: Mapping[str, int], most: int = MOST) -> str | None:
    """Return a warning for a site that has eight tenths of what GitHub Pages takes, with the setting that helps."""
    whole = sum(found.values())
    if whole < NEAR * most:
        return None
    heaviest = sorted((tag for tag in found if tag != ROOT), key=lambda tag: -found[tag])[:3]
    each = ", ".join(f"{tag}: {_mega(found[tag])}" for tag in heaviest)
    cure = f"write 'build: false' behind a language under 'languages:' in mkdocs.yml ({each})" if each else ""
    files = "take large files, such as films, out of docs/ and link to them"
    takes = f"GitHub Pages takes {_mega(most)}, and {MINUTES} minutes for publishing them"
    return f"the site has {_mega(whole)}; {takes}: {f'{cure}, or {files}' if cure else files}"


def _mega(size: int) -> str:
    return f"{size // 1_000_000:,} MB"
