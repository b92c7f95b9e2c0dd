#!/usr/bin/env bash
# About: names of the languages that families speak, as a list or a filter of a school's site shows them.
# Versions: Babel 2.19.0.
# Guess: a language with a code of its own has a name in English, and in the languages of the United States.
# Seen: Karen (kar) and S'gaw Karen (ksw), which refugees from Burma speak, have no name in any of thirteen languages,
#   English included; nor has White Hmong (mww), while Hmong (hmn), Chuukese and Marshallese have one in all of them.
# Matters: a filter shows "kar" or leaves the language out, and a family does not find what is there in its language.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'Babel==2.19.0'

echo "Guess: thirteen names for each."
echo "Seen:"
env/bin/python > seen <<'PY'
from babel import Locale

READERS = ("en", "es", "ar", "zh_Hans", "zh_Hant", "fa", "hy", "ko", "pa", "ru", "fil", "uk", "vi")
for code in ("kar", "ksw", "mww", "hmn", "chk", "mh"):
    print(code, sum(code in Locale.parse(reader).languages for reader in READERS))
PY
cat seen
diff seen - <<'SEEN'
kar 0
ksw 0
mww 0
hmn 13
chk 13
mh 13
SEEN
