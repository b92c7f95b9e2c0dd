#!/usr/bin/env bash
# About: handouts put together into one PDF, their language and their tags.
# Versions: typst 0.15.2 (makes the tagged handout), pypdf 7.1.1, pikepdf 10.18.0.
# Guess: joining two tagged Spanish files gives a tagged Spanish file.
# Seen: with pypdf's append and with pikepdf's pages.extend the language, the tags and the title are gone; the pages
#   look the same. pypdf keeps them only when the first file is cloned (clone_from) and not appended.
# Matters: a screen reader reads the joined Spanish handout with an English voice and without headings.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'typst==0.15.2' 'pypdf==7.1.1' 'pikepdf==10.18.0'

echo "Guess: language, tags and title are there each time."
echo "Seen:"
env/bin/python > seen <<'PY'
from pathlib import Path

import pikepdf
import pypdf
import typst

Path("guide.typ").write_text('#set document(title: "Guía")\n#set text(lang: "es")\n= Guía\n\nUna guía.\n', "utf-8")
typst.compile("guide.typ", output="guide.pdf")


def show(name: str, file: str) -> None:
    reader = pypdf.PdfReader(file)
    root, title = reader.root_object, (reader.metadata or {}).get("/Title")
    print(name, "| pages", len(reader.pages), "| language", root.get("/Lang"), "| tags", "/StructTreeRoot" in root, "|", title)


show("the handout", "guide.pdf")
writer = pypdf.PdfWriter()
for _ in range(2):
    writer.append("guide.pdf")
writer.write("joined.pdf")
show("pypdf append", "joined.pdf")
writer = pypdf.PdfWriter(clone_from="guide.pdf")
writer.append("guide.pdf")
writer.write("joined.pdf")
show("pypdf clone_from, append", "joined.pdf")
joined = pikepdf.new()
for _ in range(2):
    joined.pages.extend(pikepdf.open("guide.pdf").pages)
joined.save("joined.pdf")
show("pikepdf extend", "joined.pdf")
PY
cat seen
diff seen - <<'SEEN'
the handout | pages 1 | language es | tags True | Guía
pypdf append | pages 2 | language None | tags False | None
pypdf clone_from, append | pages 2 | language es | tags True | Guía
pikepdf extend | pages 2 | language None | tags False | None
SEEN
