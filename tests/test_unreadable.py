"""A file that is there and cannot be read is told of with its name, whatever reads it; the other files are read."""

from pathlib import Path
from typing import Any

import pytest

from examples import Example, found, whole, write

PAGE = "---\ntitle: %s\ndescription: On %s.\n%s---\nWords.\n"
FILES = {
    "resources/reading.yaml": "id: reading\n",
    "docs/about.md": PAGE % ("About", "us", "picture: assets/sun.svg\npicture_text: The sun\n"),
    "docs/about.es.md": PAGE % ("Acerca", "nosotros", ""),
    "docs/assets/sun.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    "docs/translations/es.po": 'msgctxt "topics/literacy/title"\nmsgid "Reading"\nmsgstr "Lectura"\n',
    "docs/translations/locales.yaml": "locales:\n  es: {name: Español}\n",
    "numbers.yaml": "1: ./\n",
}


@pytest.mark.parametrize("name", ["mkdocs.yml", "resources.yaml", *FILES])
def test_a_file_without_the_right_to_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The right is taken by hand, for who runs the tests may read everything."""

    def refusing(method: Any) -> Any:
        def read(path: Path, *given: Any, **named: Any) -> Any:
            if path == tmp_path / name:
                raise PermissionError(13, "Permission denied")
            return method(path, *given, **named)

        return read

    write(tmp_path, whole("", Example(files=FILES)))
    for method in ("open", "read_bytes", "read_text"):
        monkeypatch.setattr(Path, method, refusing(getattr(Path, method)))
    assert any("Permission denied" in told for told in said_of(name, tmp_path))


@pytest.mark.parametrize(
    "name", ["resources.yaml", "numbers.yaml", "docs/translations/es.po", "docs/translations/locales.yaml"]
)
def test_a_folder_in_the_place_of_a_file(tmp_path: Path, name: str) -> None:
    write(tmp_path, whole("", Example(files=FILES)))
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    assert any("directory" in told for told in said_of(name, tmp_path))


def said_of(name: str, root: Path) -> list[str]:
    """Return what is said of a file; a drawing is named by its page."""
    place = "docs/about.md" if name.endswith(".svg") else name
    return [problem.message for problem in found(root) if problem.place.file in (name, place)]
