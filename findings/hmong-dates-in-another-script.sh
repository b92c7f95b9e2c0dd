#!/usr/bin/env bash
# About: dates for Hmong families, by each of the three tags that Hmong has.
# Versions: Babel 2.19.0 and 2.18.0.
# Guess: CLDR knows no Hmong at all, or knows it in the Latin letters of Hmong pages in the United States.
# Seen: hmn (Hmong) is unknown and raises an error. hnj (Green Hmong) is known, and from 2.19.0 mww (White Hmong) too,
#   both in the script Nyiakeng Puachue Hmong: the month of the long date is in that script, the day is a plain 5.
# Matters: a page in Latin letters under the tag mww, whose dates fell back to other words before, shows months in
#   another script after a minor release; and whoever mends the error of hmn by writing mww or hnj gets the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env-2.18.0
env-2.18.0/bin/pip install --quiet --disable-pip-version-check 'babel==2.18.0'
python3 -m venv env-2.19.0
env-2.19.0/bin/pip install --quiet --disable-pip-version-check 'babel==2.19.0'

echo "Guess: an error three times, or Latin letters."
echo "Seen:"
for version in 2.18.0 2.19.0; do
  "env-$version/bin/python" - "$version" <<'PY'
import datetime
import sys
import unicodedata

from babel import UnknownLocaleError
from babel.dates import format_date

for tag in ("hmn", "mww", "hnj"):
    try:
        date = format_date(datetime.date(2026, 3, 5), "long", locale=tag)
    except UnknownLocaleError:
        print(sys.argv[1], tag, "unknown locale")
        continue
    month = next(letter for letter in date if letter.isalpha())
    print(sys.argv[1], tag, date, "|", unicodedata.name(month).partition(" LETTER")[0].title())
PY
done > seen
cat seen
diff seen - <<'SEEN'
2.18.0 hmn unknown locale
2.18.0 mww unknown locale
2.18.0 hnj 2026 𞄒𞄫𞄰𞄒𞄪𞄱 5 | Nyiakeng Puachue Hmong
2.19.0 hmn unknown locale
2.19.0 mww 2026 𞄒𞄫𞄰𞄒𞄪𞄱 5 | Nyiakeng Puachue Hmong
2.19.0 hnj 2026 𞄒𞄫𞄰𞄒𞄪𞄱 5 | Nyiakeng Puachue Hmong
SEEN
