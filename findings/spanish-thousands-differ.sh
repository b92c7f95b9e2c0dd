#!/usr/bin/env bash
# About: numbers of four digits in Spanish and Polish, from two functions of one ICU, from Babel and from JavaScript.
# Versions: PyICU as pyicu-wheels 2.15.2 (ICU 77.1), Babel 2.19.0; Node.js 20.20.2 (Intl, ICU 78).
# Guess: one locale writes 1234 one way; two functions of one library agree anyway.
# Seen: CLDR asks for no mark in numbers of four digits in these languages. ICU's NumberFormatter and Intl obey; ICU's
#   older NumberFormat and Babel do not. In the same page "1.234" from Python stands beside "1234" from a script.
# Matters: to a reader from Mexico or the United States, "1.234 recursos" in a Spanish page reads as one and a bit.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'babel==2.19.0' 'pyicu-wheels==2.15.2'

echo "Guess: all four the same."
echo "Seen:"
env/bin/python > seen <<'PY'
import icu
from babel.numbers import format_decimal

for tag in ("es", "pl", "ru"):
    locale = icu.Locale(tag)
    older = icu.NumberFormat.createInstance(locale).format(1234)
    newer = icu.NumberFormatter.withLocale(locale).formatInt(1234)
    shown = [n.replace("\u00a0", "_") for n in (newer, older, format_decimal(1234, locale=tag))]
    print(tag, "NumberFormatter", shown[0], "NumberFormat", shown[1], "Babel", shown[2])
PY
node -e 'for (const tag of ["es", "pl", "ru"]) console.log(tag, "Intl", new Intl.NumberFormat(tag).format(1234).replace(/\s/, "_"))' >> seen
cat seen
diff seen - <<'SEEN'
es NumberFormatter 1234 NumberFormat 1.234 Babel 1.234
pl NumberFormatter 1234 NumberFormat 1_234 Babel 1_234
ru NumberFormatter 1_234 NumberFormat 1_234 Babel 1_234
es Intl 1234
pl Intl 1234
ru Intl 1_234
SEEN
