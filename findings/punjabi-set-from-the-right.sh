#!/usr/bin/env bash
# About: the direction that Typst takes from the language of a document.
# Versions: typst 0.15.2 (PyPI); pypdf 7.1.1 reads the file.
# Guess: the direction goes by the script: Punjabi in American schools is written in Gurmukhi, from left to right.
# Seen: "pa" is taken for a language from right to left, because it is in Pakistan: the whole sheet stands at the right
#   edge and the PDF tells readers to turn pages from right to left. Dari ("prs") and Sorani ("ckb"), which do run from
#   right to left, are set from the left. The script is not asked: script: "guru" changes nothing.
# Matters: a Punjabi handout, right in its language tag, is laid out as if it were Arabic; without the tag it is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'typst==0.15.2' 'pypdf==7.1.1'

echo "Guess: ar, prs and ckb from the right; en and pa from the left."
echo "Seen:"
env/bin/python > seen <<'PY'
from pathlib import Path

import pypdf
import typst

for tag, more in (("en", ""), ("ar", ""), ("pa", ""), ("pa", ', script: "guru"'), ("prs", ""), ("ckb", "")):
    Path("sheet.typ").write_text(f'#set document(title: "x")\n#set text(lang: "{tag}"{more})\nabc', "utf-8")
    typst.compile("sheet.typ", output="sheet.pdf")
    reader, at = pypdf.PdfReader("sheet.pdf"), []
    reader.pages[0].extract_text(visitor_text=lambda text, cm, tm, *_: at.append(cm[4] + tm[4]) if text.strip() else None)
    middle = reader.pages[0].mediabox.width / 2
    side = "right" if at[0] > middle else "left"
    print(tag + more, "| text at the", side, "| pages turn", reader.root_object["/ViewerPreferences"]["/Direction"])
PY
cat seen
diff seen - <<'SEEN'
en | text at the left | pages turn /L2R
ar | text at the right | pages turn /R2L
pa | text at the right | pages turn /R2L
pa, script: "guru" | text at the right | pages turn /R2L
prs | text at the left | pages turn /L2R
ckb | text at the left | pages turn /L2R
SEEN
