"""A built site that is nearly too heavy for GitHub Pages is told so, with the setting that makes it lighter."""

from pathlib import Path

import pytest

from resourcehub.work.limits import MOST, near_limit, weights


def test_bytes_are_summed_by_language(tmp_path: Path) -> None:
    sizes = {"index.html": 5, "about/index.html": 7, "es/index.html": 11, "es/a/b/c.html": 13, "esx/index.html": 17}
    for name, size in sizes.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * size)
    (tmp_path / "es/loop").symlink_to(tmp_path, target_is_directory=True)
    found = weights(tmp_path, ("en", "es", "ar"))
    assert found["es"] - (tmp_path / "es/loop").lstat().st_size == 24
    assert found[""] == 29 and set(found) == {"", "es"}


@pytest.mark.parametrize(("share", "warned"), [(0.0, False), (0.79, False), (0.8, True), (1.2, True)])
def test_the_warning_comes_at_eight_tenths(share: float, warned: bool) -> None:
    assert bool(near_limit({"": int(share * MOST)})) == warned


def test_it_names_the_setting_and_the_heaviest_languages() -> None:
    said = near_limit({"": 100_000_000, "es": 300_000_000, "ar": 400_000_000, "vi": 1, "pa": 2_000_000}) or ""
    assert "802 MB" in said and "1,000 MB" in said and "10 minutes" in said
    assert "'build: false'" in said and "ar: 400 MB, es: 300 MB, pa: 2 MB" in said and "vi" not in said
    assert "'build: false'" not in (near_limit({"": MOST}) or "") and "docs/" in (near_limit({"": MOST}) or "")
