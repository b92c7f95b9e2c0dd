/* The file for reading without internet: search over the index that stands in it. One page is shown at a time (hub.css). */
(() => {
  const index = HubSearch.read(JSON.parse(document.getElementById("hub-index").textContent));
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
  const line = (doc) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.textContent = doc.title;
    const target = place(doc.path);
    if (document.getElementById(target.slice(1))) link.href = target;
    item.appendChild(document.createElement("p")).textContent = doc.summary;
    if (doc.foreign) Object.assign(item, { lang: index.data.source, dir: index.data.sourcedir });
    return item;
  };
  const show = () => {
    const query = input.value.trim();
    found.hidden = !query;
    if (!query) return;
    const { hits } = index.find(query, {});
    words.textContent = pattern.replace("{count}", hits.length);
    total.hidden = !hits.length;
    found.querySelector(".hub-nothing").hidden = Boolean(hits.length);
    found.querySelector("ul").textContent = "";
    found.querySelector("ul").append(...hits.slice(0, 50).map(line));
  };
  let pause;
  input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(show, 150); });
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); found.scrollIntoView(); });
  found.addEventListener("click", (event) => { if (event.target.closest("a")) found.hidden = true; });
  form.hidden = false;
})();
