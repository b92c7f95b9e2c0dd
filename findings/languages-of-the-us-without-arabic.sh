#!/usr/bin/env bash
# About: CLDR's list of the languages of the United States, which lists of "languages near you" are made from.
# Versions: Babel 2.19.0 (get_territory_language_info).
# Guess: the great languages of families at American schools are in it; invented languages are not.
# Seen: of ours, Arabic, Armenian, Persian, Punjabi, Ukrainian and Simplified Chinese are not in it, nor is hmn, whose
#   place is taken by mww and hnj. Lojban (jbo) and Ido (io), languages that were invented, are. Chinese is zh_Hant.
# Matters: a hub that chooses its languages, or their order, from CLDR leaves out those that schools are asked for.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'babel==2.19.0'

echo "Guess: es, zh_Hans, vi, tl or fil, ar, ko, ru are all in it; jbo is not."
echo "Seen:"
env/bin/python > seen <<'PY'
from babel.languages import get_territory_language_info

spoken = get_territory_language_info("US")
asked = "es zh_Hans zh_Hant zh vi tl fil ar hmn mww hnj ko ru pa hy fa uk jbo io".split()
print("in it:", *(tag for tag in asked if tag in spoken))
print("not in it:", *(tag for tag in asked if tag not in spoken))
PY
cat seen
diff seen - <<'SEEN'
in it: es zh_Hant vi fil mww hnj ko ru jbo io
not in it: zh_Hans zh tl ar hmn pa hy fa uk
SEEN
