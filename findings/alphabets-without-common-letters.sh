#!/usr/bin/env bash
# About: CLDR's exemplar letters ("the letters a language is written with"), used to find foreign letters in a text.
# Versions: PyICU as pyicu-wheels 2.15.2 (ICU 77.1, LocaleData.getExemplarSet).
# Guess: each letter of everyday words is in the main set of its language.
# Seen: Armenian և ("and", in nearly every sentence) and the Punjabi nasal sign ਂ (in ਨਹੀਂ, "not", and ਵਿੱਚੋਂ) are only
#   among the auxiliary letters, with foreign ones. Ukrainian has U+02BC ʼ and neither of the two apostrophes people
#   type; the half-space of Persian words is auxiliary.
# Matters: a check "letters that do not belong to this language" calls right Armenian, Punjabi, Persian and Ukrainian
#   texts wrong, while it works for Spanish, Vietnamese and Russian.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'pyicu-wheels==2.15.2'

echo "Guess: nothing is outside the main set."
echo "Seen:"
env/bin/python > seen <<'PY'
import icu

WORDS = {
    "es": "pingüino niño", "vi": "đặc biệt", "ru": "ещё", "hy": "տուն և դպրոց", "pa": "ਨਹੀਂ", "fa": "می\u200cتوانید",
    "uk": "сім'я сім’я сімʼя",
}
for tag, words in WORDS.items():
    data = icu.LocaleData(tag)
    main, others = data.getExemplarSet(0, 0), data.getExemplarSet(0, 1)
    outside = sorted({letter for letter in words.replace(" ", "") if not main.contains(letter)})
    print(tag, *(f"U+{ord(letter):04X} {'auxiliary' if others.contains(letter) else 'in neither'}" for letter in outside))
PY
cat seen
diff seen - <<'SEEN'
es
vi
ru
hy U+0587 auxiliary
pa U+0A02 auxiliary
fa U+200C auxiliary
uk U+0027 in neither U+2019 in neither
SEEN
