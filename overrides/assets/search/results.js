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

  /* A result in the source language speaks it; the words about it are the reader's wherever there are such. */
  const card = (doc, { data, names }, root) => {
    const item = copy(".hub-hit");
    const put = (part, text) => {
      part.textContent = text;
      if (doc.foreign) say(part, data.source, data.sourcedir);
    };
    const name = (part, facet, value) => {
      const [word, lang] = names[facet].get(value) || [value];
      part.textContent = word;
      if (lang) say(part, lang, "auto");
    };
    const line = (facet, values) => {
      const list = item.querySelector(`.hub-fact-${facet}`);
      list.hidden = !values.length;
      const few = values.length > 6 ? values.slice(0, 5) : values; /* as cards of lists do: Fact.few in voice.py */
      for (const value of few) name(list.appendChild(document.createElement("dd")), facet, value);
      if (few !== values) list.appendChild(document.createElement("dd")).textContent = `+${values.length - few.length}`;
    };
    const link = item.querySelector("a");
    link.textContent = doc.title;
    link.setAttribute("href", root + doc.path);
    if (doc.foreign) say(link.parentElement, data.source, data.sourcedir);
    put(item.querySelector(".hub-summary"), doc.summary);
    if (doc.kind) name(item.querySelector(".hub-eyebrow"), "kind", doc.kind);
    const original = item.querySelector(".hub-original");
    if (doc.original) Object.assign(original, { textContent: doc.original, lang: data.source, dir: data.sourcedir });
    else original.remove();
    line("language", doc.language || []);
    line("format", doc.format ? [doc.format] : []);
    return item;
  };

  /* What replaceChildren does; browsers of 2020 lack it. */
  const fill = (list, items) => {
    list.textContent = "";
    list.append(...items);
  };

  const offer = (data, counts, chosen) => {
    for (const block of facets) {
      const { facet } = block.dataset;
      const list = block.querySelector("ul");
      const focused = document.activeElement && list.contains(document.activeElement) && document.activeElement.value;
      const values = data.facets.find(({ name }) => name === facet).values;
      fill(list, values.filter(([value]) => counts[facet][value] || chosen[facet].includes(value)).map(([value, word, lang]) => {
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
    show(".hub-narrow", facets.some((block) => !block.hidden));
    show(".hub-clear", Object.values(chosen).some((values) => values.length));
  };

  /* The reader's own language is asked first, the second only for what the first does not know. */
  const consult = async ({ query, chosen }) => {
    const { index, second } = page.dataset;
    const own = await HubSearch.open(index);
    const first = own.find(query, chosen);
    let other;
    if (first.lacking && second) {
      try {
        other = await HubSearch.open(second);
      } catch (fault) {
        if (!first.hits.length) throw fault;
        console.warn(fault);
      }
    }
    const names = own.data.facets.map(({ name, values }) => [name, new Map(values.map(([value, ...word]) => [value, word]))]);
    return { own: { data: own.data, names: Object.fromEntries(names) }, ...(other ? own.find(query, chosen, other) : first) };
  };

  /* Only where results in two languages follow each other, words between them say so. */
  const group = ({ docs, foreign }, { own, groups }) => {
    const part = copy(".hub-group");
    part.querySelector(foreign ? ".hub-ours" : ".hub-theirs").remove();
    if (groups.length === 1) part.querySelector("h2").className = "hub-unseen";
    part.querySelector("ul").append(...docs.slice(0, most).map((doc) => card(doc, own, page.dataset.root)));
    return part;
  };

  const answer = async () => {
    const turn = ++asked;
    const now = question();
    for (const link of document.querySelectorAll(".hub-languages a, .hub-offer a")) link.search = location.search;
    let found;
    try {
      found = await consult(now);
    } catch (fault) {
      console.warn(fault);
    }
    if (turn !== asked) return; // a newer question is under way
    const { hits, groups } = found || { hits: [], groups: [] };
    if (found) offer(found.own.data, found.counts, now.chosen);
    total.textContent = pattern.replace("{count}", hits.length);
    fill(page.querySelector(".hub-groups"), groups.map((part) => group(part, found)));
    for (const [name, shown] of Object.entries({
      ".hub-waiting": false,
      ".hub-failed": !found,
      ".hub-total": hits.length,
      ".hub-second": hits.length && groups.every(({ foreign }) => foreign),
      ".hub-nothing": found && !hits.length,
      ".hub-advice": !hits.length,
      ".hub-more": groups.some(({ docs }) => docs.length > most),
    })) show(name, shown);
    const late = page.querySelector(".hub-late"); // the way out goes when the way in is known to work
    if (late) late.remove();
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
    const cards = () => [...page.querySelectorAll(".hub-card a")];
    const before = new Set(cards().map(({ href }) => href));
    most += PAGE;
    answer().then(() => cards().find(({ href }) => !before.has(href))?.focus());
  });
  addEventListener("popstate", restore);
  page.querySelector(".hub-narrow").open = matchMedia("(min-width: 60em)").matches;
  page.querySelector(".hub-columns").hidden = false;
  restore();
})();
