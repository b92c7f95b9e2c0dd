/* The page of results: the address holds the question (?q=…&topic=…), this shows the answer. */
(() => {
  const PAGE = 20; // results shown at a time
  const page = document.querySelector(".hub-search");
  if (!page) return;
  const form = document.querySelector(".hub-find");
  const input = form.querySelector("input");
  const filters = page.querySelector(".hub-filters");
  const facets = [...filters.querySelectorAll("[data-facet]")];
  const show = (name, shown) => { page.querySelector(name).hidden = !shown; };
  const copy = (name) => page.querySelector(name).content.firstElementChild.cloneNode(true);
  const counted = page.querySelector(".hub-total");
  const total = (counted.querySelector("span") || counted);
  const pattern = total.textContent;
  let asked = 0;
  let most = PAGE;

  const question = () => {
    const given = new URLSearchParams(location.search);
    const chosen = Object.fromEntries(facets.map(({ dataset: { facet } }) => [facet, given.getAll(facet)]));
    return { query: given.get("q") || "", chosen };
  };

  const address = () => {
    const now = new URLSearchParams();
    if (input.value.trim()) now.set("q", input.value.trim());
    for (const box of filters.querySelectorAll("input:checked")) now.append(box.name, box.value);
    return `${location.pathname}${String(now) && `?${now}`}`;
  };

  /* Typing replaces the address, so that "back" leaves the page; a submitted question is a step of its own. */
  const ask = (step) => {
    const next = address();
    if (next === location.pathname + location.search) return;
    history[step ? "pushState" : "replaceState"](null, "", next);
    most = PAGE;
    answer();
  };

  const say = (part, lang, dir) => { Object.assign(part, { lang, dir }); };

  const card = (doc, data, root, foreign) => {
    const item = copy(".hub-hit");
    const names = Object.fromEntries(data.facets.map((facet) => [facet.name, new Map(facet.values)]));
    const put = (name, text) => {
      const part = item.querySelector(name);
      if (!text) return part.remove();
      part.textContent = text;
      if (foreign) say(part, data.locale, data.dir);
    };
    if (doc.kind) put(".hub-eyebrow", names.kind.get(doc.kind));
    put("a", doc.title);
    item.querySelector("a").setAttribute("href", root + doc.path);
    put(".hub-original", doc.original);
    if (doc.original) say(item.querySelector(".hub-original"), data.source, "auto");
    put(".hub-summary", doc.summary);
    for (const [name, values] of [["language", doc.language], ["format", doc.format && [doc.format]]]) {
      const line = item.querySelector(`.hub-fact-${name}`);
      if (!values) { line.remove(); continue; }
      for (const value of values) {
        const word = document.createElement("dd");
        word.textContent = names[name].get(value) || value;
        if (foreign) say(word, data.locale, data.dir);
        line.append(word);
      }
    }
    return item;
  };

  const offer = (data, counts, chosen) => {
    for (const block of facets) {
      const { facet } = block.dataset;
      const list = block.querySelector("ul");
      const focused = document.activeElement && list.contains(document.activeElement) && document.activeElement.value;
      const values = data.facets.find(({ name }) => name === facet).values;
      list.replaceChildren(...values.filter(([value]) => counts[facet][value] || chosen[facet].includes(value)).map(([value, word, lang]) => {
        const choice = copy(".hub-choice");
        const box = choice.querySelector("input");
        Object.assign(box, { name: facet, value, checked: chosen[facet].includes(value) });
        const name = choice.querySelector("label span");
        name.textContent = word;
        if (lang) say(name, lang, "auto");
        choice.querySelector(".hub-count").textContent = counts[facet][value] || 0;
        return choice;
      }));
      block.hidden = !list.children.length;
      if (chosen[facet].length) block.open = true;
      if (focused) [...list.querySelectorAll("input")].find((box) => box.value === focused)?.focus();
    }
    show(".hub-clear", Object.values(chosen).some((values) => values.length));
  };

  const answer = async () => {
    const turn = ++asked;
    const { query, chosen } = question();
    const { index, second, root, secondRoot } = page.dataset;
    let from = root;
    let opened;
    let found;
    try {
      opened = await HubSearch.open(index);
      found = opened.find(query, chosen);
      const own = opened;
      if (!found.hits.length && second) {
        const other = await HubSearch.open(second);
        const more = other.find(query, chosen);
        if (more.hits.length) [opened, found, from] = [other, more, secondRoot];
      }
      if (turn !== asked) return; // a newer question is under way
      offer(own.data, found.counts, chosen);
    } catch (fault) {
      console.error(fault);
      show(".hub-waiting", false);
      show(".hub-failed", true);
      return;
    }
    const foreign = from !== root;
    const { hits } = found;
    total.textContent = pattern.replace("{count}", hits.length);
    page.querySelector(".hub-cards").replaceChildren(...hits.slice(0, most).map((doc) => card(doc, opened.data, from, foreign)));
    for (const [name, shown] of Object.entries({
      ".hub-waiting": false, ".hub-failed": false, ".hub-total": hits.length, ".hub-second": foreign,
      ".hub-nothing": !hits.length, ".hub-advice": !hits.length, ".hub-more": hits.length > most,
    })) show(name, shown);
  };

  const restore = () => { input.value = question().query; most = PAGE; answer(); };
  let pause;
  input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(ask, 150); });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); ask(true); });
  filters.addEventListener("change", () => ask(true));
  filters.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const box of filters.querySelectorAll("input:checked")) box.checked = false;
    ask(true);
  });
  filters.addEventListener("submit", (event) => event.preventDefault());
  page.querySelector(".hub-more button").addEventListener("click", () => {
    const last = page.querySelectorAll(".hub-card").length;
    most += PAGE;
    answer().then(() => page.querySelectorAll(".hub-card a")[last]?.focus());
  });
  addEventListener("popstate", restore);
  page.querySelector(".hub-columns").hidden = false;
  restore();
})();
