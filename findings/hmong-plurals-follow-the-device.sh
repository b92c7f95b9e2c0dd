#!/usr/bin/env bash
# About: i18next, a language that CLDR has no plural rule for (Hmong), and the language of the device.
# Versions: i18next 26.7.2; Node.js 20 (any with full ICU data).
# Guess: an unknown language takes English's rule, or its form _other, on every device alike.
# Seen: Intl.PluralRules takes the rule of the device's language. With the one form that Hmong needs, an English device
#   shows the bare key for 1; a Russian device shows it for every number, even where _one and _other are both given.
# Matters: the people who wrote the page see it right, and the family whose phone is set to Russian or Arabic reads
#   "pages" in place of a sentence.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund i18next@26.7.2 > npm.log

echo "Guess: '2 nplooj' for 2 on every device."
echo "Seen (for 1, 2 and 5):"
cat > look.js <<'JS'
import i18next from "i18next";
for (const forms of [["other"], ["one", "other"]]) {
  const translation = Object.fromEntries(forms.map((form) => [`pages_${form}`, "{{count}} nplooj"]));
  const words = i18next.createInstance();
  await words.init({ lng: "hmn", fallbackLng: false, showSupportNotice: false, resources: { hmn: { translation } } });
  const shown = [1, 2, 5].map((count) => words.t("pages", { count }));
  console.log(process.env.LC_ALL, "given", forms.join("+"), "|", shown.join(" | "));
}
JS
for device in en_US.UTF-8 ru_RU.UTF-8 ar_EG.UTF-8; do
  LC_ALL=$device node look.js 2> /dev/null
done > seen
cat seen
diff seen - <<'SEEN'
en_US.UTF-8 given other | pages | 2 nplooj | 5 nplooj
en_US.UTF-8 given one+other | 1 nplooj | 2 nplooj | 5 nplooj
ru_RU.UTF-8 given other | pages | pages | pages
ru_RU.UTF-8 given one+other | 1 nplooj | pages | pages
ar_EG.UTF-8 given other | pages | pages | pages
ar_EG.UTF-8 given one+other | 1 nplooj | pages | pages
SEEN
