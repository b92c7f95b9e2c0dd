#!/usr/bin/env bash
# About: three ways to ask in JavaScript which way a language is written.
# Versions: Intl.Locale of Node.js 20.20.2 (ICU 78), i18next 26.7.2 (dir), rtl-detect 1.1.2.
# Guess: the three agree, at least where the tag names the Arabic script.
# Seen: they agree on Arabic, and that is nearly all. Intl answers ltr where CLDR has no data for the very locale:
#   Azerbaijani and Malay in Arabic script, Dhivehi. i18next knows Arab by its name but not Sindhi, nor Punjabi of
#   Pakistan; rtl-detect looks at the language alone, so Kurdish in Latin letters is rtl and Punjabi (Arab) ltr.
# Matters: a hub that takes dir from one of them sets whole pages the wrong way for families from Iran, Pakistan and
#   Turkey; the script of a tag, with CLDR's likely script behind it, is the one answer that holds for all of these.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund i18next@26.7.2 rtl-detect@1.1.2 > npm.log

echo "Guess: rtl for all but ku-Latn, three times."
echo "Seen (Intl, i18next, rtl-detect):"
cat > look.js <<'JS'
import i18next from "i18next";
import lists from "rtl-detect";
i18next.init({ showSupportNotice: false });
for (const tag of ["ar", "pa-Arab", "pa-PK", "uz-Arab", "az-Arab", "ms-Arab", "sd", "dv", "ku-Latn"]) {
  const locale = new Intl.Locale(tag);
  const { direction } = locale.getTextInfo?.() ?? locale.textInfo;
  console.log(tag, direction, i18next.dir(tag), lists.getLangDir(tag));
}
JS
node look.js > seen 2> /dev/null
cat seen
diff seen - <<'SEEN'
ar rtl rtl rtl
pa-Arab rtl rtl ltr
pa-PK rtl ltr ltr
uz-Arab rtl rtl ltr
az-Arab ltr rtl ltr
ms-Arab ltr rtl ltr
sd rtl ltr rtl
dv ltr rtl rtl
ku-Latn ltr ltr rtl
SEEN
