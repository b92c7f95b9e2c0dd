#!/usr/bin/env bash
# About: a sheet printed by WeasyPrint in Arabic: columns made by table, flex and grid.
# Versions: WeasyPrint 70.0 (it needs Pango on the machine).
# Guess: under dir="rtl" the first column stands on the right, whichever way the columns are made.
# Seen: it does in a table and with display: flex; with display: grid the first column stays on the left, while the
#   text inside it is set from the right.
# Matters: in a printed Arabic or Persian sheet the steps 1, 2, 3 run the wrong way, though each reads well by itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'weasyprint==70.0'

echo "Guess: the first column on the right three times."
echo "Seen:"
env/bin/python > seen <<'PY'
import weasyprint

STYLE = "@page { size: 400px 300px; margin: 0 } body { margin: 0 } b { display: block; width: 50px }"
WAYS = {
    "table": '<table><tr><td id="one"><b>1</b><td id="two"><b>2</b></table>',
    "flex": '<div style="display: flex"><b id="one">1</b><b id="two">2</b></div>',
    "grid": '<div style="display: grid; grid-template-columns: 50px 50px"><b id="one">1</b><b id="two">2</b></div>',
}


def places(box) -> dict:
    found = {}
    for child in getattr(box, "children", []):
        found.update(places(child))
    if box.element is not None and box.element.get("id"):
        found[box.element.get("id")] = box.position_x
    return found


for way, body in WAYS.items():
    html = f'<html lang="ar" dir="rtl"><style>{STYLE}</style><body>{body}'
    at = places(weasyprint.HTML(string=html).render().pages[0]._page_box)
    print(way, "| first column on the", "right" if at["one"] > at["two"] else "left")
PY
cat seen
diff seen - <<'SEEN'
table | first column on the right
flex | first column on the right
grid | first column on the left
SEEN
