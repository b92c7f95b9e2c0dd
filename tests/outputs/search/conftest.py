"""The search tests' hub, built once: as it is, and with every index in pieces."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builds import hub
from searching import ENGINES, HERE, cut


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hub(HERE / "hub", tmp_path_factory.mktemp("search") / "site", SITE_URL="https://example.org/hub/")


@pytest.fixture(scope="session")
def pieces(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site with its indexes cut."""
    copy = Path(shutil.copytree(site, tmp_path_factory.mktemp("pieces") / "site"))
    cut(copy)
    return copy


@pytest.fixture(scope="session")
def engines(site: Path, pieces: Path, serve_dir: Callable[..., str]) -> dict[str, str]:
    return dict(zip(ENGINES, (serve_dir(site, "/hub/"), serve_dir(pieces, "/hub/")), strict=True))


@pytest.fixture
def address(engines: dict[str, str]) -> str:
    return engines["whole"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert faults == []
