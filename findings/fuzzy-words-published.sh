#!/usr/bin/env bash
# About: entries marked "fuzzy" (not yet trusted) in the MO files that gettext-parser compiles.
# Versions: gettext-parser 10.0.0 (npm); beside it polib 1.2.0 and Babel 2.19.0.
# Guess: a fuzzy translation is left out of the MO file, as msgfmt, polib and Babel leave it out.
# Seen: gettext-parser reads the mark, writes it back to PO files, and compiles the words all the same.
# Matters: machine-made or outdated translations are published as if a person had agreed to them, only because a site
#   compiles its PO files in Node.js.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'polib==1.2.0' 'babel==2.19.0'
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund gettext-parser@10.0.0 > npm.log
cat > es.po <<'PO'
msgid ""
msgstr ""
"Language: es\n"
"Content-Type: text/plain; charset=UTF-8\n"

msgid "Guide"
msgstr "Guía"

#, fuzzy
msgid "Office"
msgstr "Oficio"
PO

echo "Guess: Office stays English in each."
echo "Seen:"
cat > look.js <<'JS'
import fs from "node:fs";
import { mo, po } from "gettext-parser";
fs.writeFileSync("es.mo", mo.compile(po.parse(fs.readFileSync("es.po"))));
JS
node look.js
env/bin/python > seen <<'PY'
import gettext
import io
from pathlib import Path

import polib
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

by_babel = io.BytesIO()
with Path("es.po").open("rb") as po:
    write_mo(by_babel, read_po(po))
made = {"polib": polib.pofile("es.po").to_binary(), "Babel": by_babel.getvalue()}
made["gettext-parser"] = Path("es.mo").read_bytes()
for name, data in made.items():
    words = gettext.GNUTranslations(io.BytesIO(data))
    print(name, words.gettext("Guide"), words.gettext("Office"))
PY
cat seen
diff seen - <<'SEEN'
polib Guía Office
Babel Guía Office
gettext-parser Guía Oficio
SEEN
