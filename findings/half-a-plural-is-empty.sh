#!/usr/bin/env bash
# About: a plural of a PO file that is translated in part: four of the six Arabic forms.
# Versions: msgfmt of GNU gettext 0.21 (Debian package gettext), polib 1.2.0, Babel 2.19.0, gettext of Python 3.
# Guess: msgfmt -c refuses it or warns, or the reader sees English for the forms that are missing.
# Seen: msgfmt -c says "1 translated message" and exits 0, and the reader sees nothing at all for 11 and for 100.
#   Babel gives the English words for those two; polib leaves the whole entry out: English for every number.
# Matters: on a list with 11 results an Arabic reader finds an empty line, and the check before it was green.
set -euo pipefail
dpkg-query --show gettext
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'polib==1.2.0' 'babel==2.19.0'
cat > ar.po <<'PO'
msgid ""
msgstr ""
"Project-Id-Version: example\n"
"PO-Revision-Date: 2026-03-05 12:00+0000\n"
"Last-Translator: none\n"
"Language-Team: none\n"
"Language: ar\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;\n"

msgid "{count} page"
msgid_plural "{count} pages"
msgstr[0] "لا صفحات"
msgstr[1] "صفحة"
msgstr[2] "صفحتان"
msgstr[3] "{count} صفحات"
msgstr[4] ""
msgstr[5] ""
PO

echo "Guess: msgfmt -c objects, or English stands in."
echo "Seen (for 3, 11 and 100):"
LC_ALL=C msgfmt -c --statistics ar.po -o ar.mo 2>&1 | sed 's/^/msgfmt -c: /' > seen
env/bin/python >> seen <<'PY'
import gettext
import io
from pathlib import Path

import polib
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

by_babel = io.BytesIO()
with Path("ar.po").open("rb") as po:
    write_mo(by_babel, read_po(po))
made = {"msgfmt": Path("ar.mo").read_bytes(), "Babel": by_babel.getvalue(), "polib": polib.pofile("ar.po").to_binary()}
for name, data in made.items():
    words = gettext.GNUTranslations(io.BytesIO(data))
    print(name, [words.ngettext("{count} page", "{count} pages", n) for n in (3, 11, 100)])
PY
cat seen
diff seen - <<'SEEN'
msgfmt -c: 1 translated message.
msgfmt ['{count} صفحات', '', '']
Babel ['{count} صفحات', '{count} pages', '{count} pages']
polib ['{count} pages', '{count} pages', '{count} pages']
SEEN
