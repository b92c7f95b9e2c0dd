"""One catalog file into one file for each resource, and back: whole lines move, no word or comment of an entry changes.

Where an entry stood, the main file keeps a comment with the name of its file: so ``join`` puts each back in its place.
Comments directly above an entry go with it, and those below it that begin further right; all else stays.
"""

import json
import re
from pathlib import Path

from resourcehub.catalog.blocks import DASH, LINE, BlockError, blocks, indent_of, rows_of
from resourcehub.catalog.entries import SECTIONS, catalog_files, folder_of, is_single
from resourcehub.catalog.source import Source, read_yaml
from resourcehub.store import write_files

_KEPT = re.compile(r"[ \t]*# (\S+\.yaml)[ \t]*")
_RESOURCES = SECTIONS[0]


def split(root: Path, catalog: str) -> list[str]:
    """Turn the resources of the main file into files of their own and return their names. The catalog has no errors.

    Raises BlockError, and then nothing was written.
    """
    text, source = _read(root, catalog)
    lines = LINE.findall(text)
    found = list(blocks(lines, source))
    if not found:
        raise BlockError(f"{catalog} holds no entry of 'resources:' that could get a file of its own")
    files: dict[str, bytes | None] = {}
    kept, end = [], 0
    for block in found:
        name = f"{folder_of(catalog)}/{block.id}.yaml"
        _refuse_taken(root, catalog, name, lines)
        files[name] = "".join(lines[block.start : block.end]).encode()
        last = lines[block.end - 1]
        kept += [*lines[end : block.start], f"{block.indent}# {name}{last[len(last.rstrip(chr(13) + chr(10))) :]}"]
        end = block.end
    write_files(root, {catalog: "".join([*kept, *lines[end:]]).encode(), **files})
    return list(files)


def join(root: Path, catalog: str) -> tuple[list[str], list[str]]:
    """Put files of resources back into the main file; return their names, and those that stay as they hold other lists.

    A file that the main one does not name comes after the others. Raises BlockError, and then nothing was written.
    """
    text = _text(root, catalog) if (root / catalog).is_file() else ""
    lines = LINE.findall(text)
    found, stay = _candidates(root, catalog)
    spots = {match[1]: n for n, line in enumerate(lines) if (match := _KEPT.fullmatch(line.rstrip("\r\n")))}
    indent = next((re.match(" *", lines[spots[name]])[0] for name in found if name in spots), None)  # type: ignore[index]
    rest = [name for name in found if name not in spots]
    if rest and indent is None:
        lines, indent = _with_section(lines, root, catalog)
    at = max((spots[name] for name in found if name in spots), default=len(lines) - 1)
    for name in found:
        if name in spots:
            lines[spots[name]] = _ended(_fitted(found[name], indent or ""), spots[name] + 1 < len(lines))
    added = [_ended(_fitted(found[name], indent or ""), follows=True) for name in rest]
    if added:
        lines[at : at + 1] = [_ended(lines[at], follows=True) if lines else "", *added]
    whole = "".join(lines)
    _compare(whole, text, found, catalog)
    if found:
        write_files(root, {catalog: whole.encode(), **dict.fromkeys(found)})
    return list(found), stay


def _text(root: Path, file: str) -> str:
    return (root / file).read_bytes().decode()


def _read(root: Path, file: str) -> tuple[str, Source]:
    if not (root / file).is_file():
        raise BlockError(f"there is no {file}: nothing to split")
    source, problems = read_yaml(root, file)
    if source is None:
        raise BlockError(str(problems[0]))
    return _text(root, file), source


def _refuse_taken(root: Path, catalog: str, name: str, lines: list[str]) -> None:
    if (root / name).exists():
        raise BlockError(f"{name} is there already: rename it, or move its entries into {catalog}")
    for number, line in enumerate(lines, 1):
        if (found := _KEPT.fullmatch(line.rstrip("\r\n"))) and found[1] == name:
            raise BlockError(f"{catalog}:{number}: this comment names {name} already: delete the line")


def _candidates(root: Path, catalog: str) -> tuple[dict[str, str], list[str]]:
    """Return the files that hold nothing but resources, with their texts, and the names of the others."""
    found, stay = {}, []
    files, problems = catalog_files(root, catalog)
    if problems:
        raise BlockError(str(problems[0]))
    for file in files:
        source, faults = (None, []) if file == catalog else read_yaml(root, file)
        if faults:
            raise BlockError(str(faults[0]))
        if source and source.data and (isinstance(source.data, list) or is_single(source)):
            found[file] = _text(root, file)
        elif file != catalog:
            stay.append(file)
    return found, stay


def _with_section(lines: list[str], root: Path, catalog: str) -> tuple[list[str], str]:
    """Return the lines of the main file ending in its resources, and their indent."""
    if lines:
        source = _read(root, catalog)[1]
        if found := list(blocks(lines, source)):
            end = found[-1].end
            if any(line.strip() and not line.lstrip().startswith("#") for line in lines[end:]):
                raise BlockError(f"{catalog}: 'resources:' must be its last list: move it to the end first")
            return lines, found[0].indent
        if _RESOURCES + ":" in (line.split("#")[0].rstrip() for line in lines):
            return lines, "  "
    return [*([_ended("".join(lines), follows=True)] if lines else []), f"{_RESOURCES}:\n"], "  "


def _ended(text: str, follows: bool) -> str:
    """Return a text with a line end, where something follows it."""
    return text + "\n" if follows and text and not text.endswith(("\n", "\r")) else text


def _fitted(text: str, indent: str) -> str:
    """Return the entries of a file as they stand in a list whose dashes have ``indent`` before them."""
    lines = LINE.findall(text)
    first = next(
        n for n, line in enumerate(lines) if line.strip("\ufeff \t\r\n") and not line.lstrip("\ufeff ").startswith("#")
    )
    dash = DASH.match(lines[first].removeprefix("\ufeff").rstrip("\r\n"))
    if dash and dash[1] == indent:
        return text
    head = len(indent) - (len(dash[1]) if dash else indent_of(lines[first]))
    shift = len(indent) - (len(dash[1]) if dash else indent_of(lines[first]) - 2)
    lines = [_shifted(line.removeprefix("\ufeff"), head if n < first else shift) for n, line in enumerate(lines)]
    if not dash:
        lines[first] = f"{indent}- {lines[first].lstrip(' ')}"
    return "".join(lines)


def _shifted(line: str, shift: int) -> str:
    if not line.strip():
        return line
    return " " * shift + line if shift > 0 else line[min(-shift, indent_of(line)) :]


def _compare(whole: str, text: str, found: dict[str, str], catalog: str) -> None:
    """Raise BlockError unless the joined text says what the main file and the others said."""
    after = rows_of(whole)
    before = [row for part in (text, *found.values()) for row in rows_of(part)]
    if sorted(map(_said, after)) != sorted(map(_said, before)):
        raise BlockError(f"{catalog}: the files do not fit together as they are written: move their entries by hand")


def _said(value: object) -> str:
    """Return what a value says; the blank lines at the end of a text at the end of a file say nothing."""
    return re.sub(r"(?:\\n)+\"", '"', json.dumps(value))
