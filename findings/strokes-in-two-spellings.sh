#!/usr/bin/env bash
# About: lists from A to Z in Traditional Chinese, ordered by strokes as readers of Taiwan and Hong Kong expect.
# Versions: PyICU (pyicu-wheels) 2.15.2, with ICU 77.1.
# Guess: the headings of the list (3 strokes, 4 strokes …) spell "stroke" as the same library names the order.
# Seen: the order is called 筆畫排序, and each heading says 劃, another character of the same sound, in all three regions.
# Matters: a page whose title comes from one call and whose headings from the other shows a spelling mistake in large
#   letters, to families who judge by such things whether a text was written for them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'pyicu-wheels==2.15.2'

echo "Guess: one spelling."
echo "Seen:"
env/bin/python > seen <<'PY'
import icu

print(icu.Locale("zh_Hant@collation=stroke").getDisplayName(icu.Locale("zh_Hant")))
for name in ("zh_Hant", "zh_Hant_HK", "zh_Hant_TW"):
    index, labels = icu.AlphabeticIndex(icu.Locale(name)), []
    while index.nextBucket():
        labels.append(index.bucketLabel)
    print(name, *labels[1:4])
PY
cat seen
diff seen - <<'SEEN'
中文（繁體，排序=筆畫排序）
zh_Hant 1劃 2劃 3劃
zh_Hant_HK 1劃 2劃 3劃
zh_Hant_TW 1劃 2劃 3劃
SEEN
