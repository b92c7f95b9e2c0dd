/* The file for reading without internet: search over the index that stands in it. One page is shown at a time (hub.css). */
(() => {
  let index; // it is made when somebody searches
  const open = () => (index = index || HubSearch.read(JSON.parse(document.getElementById("hub-index").textContent)));
  const form = document.querySelector(".hub-find");
  const input = form.querySelector("input");
  const found = document.querySelector(".hub-found");
  const total = found.querySelector(".hub-total");
  const words = total.querySelector("span") || total;
  const pattern = words.textContent;
  /* As scripts/resourcehub/outputs/offline.py names the places of pages: section_id. */
  const place = (path) => {
    const [page, inside] = path.split("#");
    return `#p-${page.replace(/\/$/, "").replace(/\//g, "-") || "home"}${inside ? `--${inside}` : ""}`;
  };
  const line = (doc, { data }) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.textContent = doc.title;
    const target = place(doc.path);
    if (document.getElementById(target.slice(1))) link.href = target;
    item.appendChild(document.createElement("p")).textContent = doc.summary;
    if (doc.foreign) Object.assign(item, { lang: data.source, dir: data.sourcedir });
    return item;
  };
  let asked = 0;
  const show = async () => {
    const turn = ++asked;
    const query = input.value.trim();
    found.hidden = !query;
    if (!query) return;
    const own = await open();
    const { total: hits, groups } = await own.find(query, {});
    const docs = (await Promise.all(groups.map(({ cards }) => cards(50)))).flat();
    if (turn !== asked) return;
    words.textContent = pattern.replace("{count}", hits);
    total.hidden = !hits;
    found.querySelector(".hub-nothing").hidden = Boolean(hits);
    found.querySelector("ul").textContent = "";
    found.querySelector("ul").append(...docs.slice(0, 50).map((doc) => line(doc, own)));
  };
  let pause;
  input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(show, 150); });
  form.addEventListener("submit", async (event) => { event.preventDefault(); await show(); found.scrollIntoView(); });
  found.addEventListener("click", (event) => { if (event.target.closest("a")) found.hidden = true; });
  form.hidden = false;
})();
