#!/usr/bin/env bash
# About: lists in words, such as "parents and children", in Spanish.
# Versions: Babel 2.19.0 (format_list), PyICU as pyicu-wheels 2.15.2 (ListFormatter, ICU 77.1).
# Guess: both read CLDR, so both write the same list.
# Seen: before a word that begins with the sound i, Spanish "y" becomes "e", and before o "o" becomes "u". ICU does it
#   in code of its own; CLDR's data do not say it, and Babel writes "padres y hijos" and "siete o ocho".
# Matters: names of languages are the lists of a hub, and "español y inglés" is a slip each Spanish reader sees.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'babel==2.19.0' 'pyicu-wheels==2.15.2'

echo "Guess: the same from both."
echo "Seen:"
env/bin/python > seen <<'PY'
import icu
from babel.lists import format_list

either = icu.ListFormatter.createInstance(icu.Locale("es"), icu.UListFormatterType.OR, icu.UListFormatterWidth.WIDE)
both = icu.ListFormatter.createInstance(icu.Locale("es"))
for words in (["español", "inglés"], ["padres", "hijos"]):
    print("Babel:", format_list(words, locale="es"), "| ICU:", both.format(words))
words = ["siete", "ocho"]
print("Babel:", format_list(words, style="or", locale="es"), "| ICU:", either.format(words))
PY
cat seen
diff seen - <<'SEEN'
Babel: español y inglés | ICU: español e inglés
Babel: padres y hijos | ICU: padres e hijos
Babel: siete o ocho | ICU: siete u ocho
SEEN
