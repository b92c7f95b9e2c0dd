#!/usr/bin/env bash
# About: the plural rule that Babel writes into new PO files, before and after its release 2.19, in Spanish.
# Versions: Babel 2.18.0 and 2.19.0; beside them weblate-language-data 2026.11.
# Guess: Spanish has two forms; a minor release does not change that.
# Seen: 2.19.0 writes three forms; the middle one, CLDR's "many", serves whole millions. Weblate has two. "pybabel
#   update" with 2.19.0 keeps the two of an old file, so the files of one site may differ.
# Matters: translators meet a third empty line that no page ever shows, tools that ask for every form call the file
#   unfinished, and the plural of an old file stands in the new one's place for millions.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > words.pot <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

msgid "page"
msgid_plural "pages"
msgstr[0] ""
msgstr[1] ""
PO
for version in 2.18.0 2.19.0; do
  python3 -m venv "env-$version"
  "env-$version/bin/pip" install --quiet --disable-pip-version-check "babel==$version"
  "env-$version/bin/pybabel" --quiet init -l es -i words.pot -o "es-$version.po"
done
env-2.19.0/bin/pip install --quiet --disable-pip-version-check 'weblate-language-data==2026.11'
cp es-2.18.0.po es-updated.po
env-2.19.0/bin/pybabel --quiet update -l es -i words.pot -o es-updated.po

echo "Guess: two forms each time."
echo "Seen:"
for file in es-2.18.0.po es-2.19.0.po es-updated.po; do
  echo "$file: $(grep -c '^msgstr\[' "$file") forms, $(grep -o 'nplurals=[0-9]' "$file")"
done > seen
env-2.19.0/bin/python >> seen <<'PY'
from weblate_language_data.languages import LANGUAGES

print("Weblate:", next(f"{row[2]} forms, {row[3]}" for row in LANGUAGES if row[0] == "es"))
PY
cat seen
diff seen - <<'SEEN'
es-2.18.0.po: 2 forms, nplurals=2
es-2.19.0.po: 3 forms, nplurals=3
es-updated.po: 2 forms, nplurals=2
Weblate: 2 forms, n != 1
SEEN
