#!/usr/bin/env bash
# About: cleaning HTML with nh3 (Ammonia), and text from right to left.
# Versions: nh3 0.3.8.
# Guess: lang and dir are as harmless as each other: both stay, or both go.
# Seen: with the settings as they come, lang stays on every element, dir stays on <bdo> only. An Arabic paragraph is
#   still named Arabic and is laid out from left to right; <bdi dir="auto"> loses its dir, too.
# Matters: in descriptions and feeds the full stop and English letters of an Arabic or Persian text change sides.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'nh3==0.3.8'

echo "Guess: dir stays wherever lang stays."
echo "Seen:"
env/bin/python > seen <<'PY'
import nh3

for html in ('<p lang="ar" dir="rtl">قسم</p>', '<bdi lang="ar" dir="auto">قسم</bdi>', '<bdo lang="ar" dir="rtl">قسم</bdo>'):
    print(nh3.clean(html))
PY
cat seen
diff seen - <<'SEEN'
<p lang="ar">قسم</p>
<bdi lang="ar">قسم</bdi>
<bdo lang="ar" dir="rtl">قسم</bdo>
SEEN
