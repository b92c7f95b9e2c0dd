/* The page of results: the address holds the question (?q=…&topic=…), this shows the answer. */
(() => {
  const PAUSE = 150; // milliseconds without a key after which a question is asked
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
  let most; // results shown, where the reader asked for more
  let failed = false;
  let shown; // the answer on the page

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

  /* Typing replaces the address, so that "back" leaves the page; a submitted question is a step of its own. What did not
     come is asked for again. */
  const ask = (step) => {
    const next = address();
    const same = next === location.pathname + location.search;
    if (same && !failed) return;
    if (!same) history[step ? "pushState" : "replaceState"](null, "", next);
    most = undefined;
    answer();
  };

  /* Where the reader is, for the way back from a result: the page is then made anew, unless the browser kept it. */
  const remember = () => history.replaceState({ most, top: Math.round(scrollY) }, "");

  const say = (part, lang, dir) => { Object.assign(part, { lang, dir }); };

  /* A result in the source language speaks it; the words about it are the reader's wherever there are such. */
  const card = (doc, { data }, names, root) => {
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
  };

  /* The reader's own language is asked first, the second only for what the first does not know. */
  const consult = async ({ query, chosen }) => {
    const { index, second } = page.dataset;
    const own = await HubSearch.open(index);
    const first = await own.find(query, chosen);
    let other;
    if (first.lacking && second) {
      try {
        other = await HubSearch.open(second);
        return { own, ...await own.find(query, chosen, other) };
      } catch (fault) {
        if (!first.total) throw fault;
        console.warn(fault);
      }
    }
    return { own, ...first };
  };

  const pageOf = (found) => Math.max(most || 0, found.own.page);

  /* Only where results in two languages follow each other, words between them say so. */
  const group = async ({ foreign, cards }, found) => {
    const { own, groups } = found;
    const part = copy(".hub-group");
    part.querySelector(foreign ? ".hub-ours" : ".hub-theirs").remove();
    if (groups.length === 1) part.querySelector("h2").className = "hub-unseen";
    const names = Object.fromEntries(own.data.facets.map(({ name, values }) => (
      [name, new Map(values.map(([value, ...word]) => [value, word]))])));
    const docs = await cards(pageOf(found));
    part.querySelector("ul").append(...docs.map((doc) => card(doc, own, names, page.dataset.root)));
    return part;
  };

  /* Counts of a large catalog are fetched when somebody wants to see them. */
  const narrow = page.querySelector(".hub-narrow");
  const count = async (found) => {
    const filtered = Object.values(found.chosen).some((values) => values.length);
    show(".hub-narrow", found.total || filtered);
    show(".hub-clear", filtered);
    if (filtered || narrow.open) {
      const counts = await found.counts();
      if (found === shown) offer(found.own.data, counts, found.chosen);
    }
  };

  const answer = async () => {
    const turn = ++asked;
    for (const link of document.querySelectorAll(".hub-languages a, .hub-offer a")) link.search = location.search;
    let found;
    let parts = [];
    try {
      found = await consult(question());
      parts = await Promise.all(found.groups.map((part) => group(part, found)));
    } catch (fault) {
      console.warn(fault);
      found = undefined;
    }
    if (turn !== asked) return; // a newer question is under way
    failed = !found;
    shown = found;
    const { total: hits, groups } = found || { total: 0, groups: [] };
    total.textContent = pattern.replace("{count}", hits);
    fill(page.querySelector(".hub-groups"), found ? parts : []);
    for (const [name, seen] of Object.entries({
      ".hub-waiting": false,
      ".hub-failed": !found,
      ".hub-total": hits,
      ".hub-second": hits && groups.every(({ foreign }) => foreign),
      ".hub-nothing": found && !hits,
      ".hub-advice": !hits,
      ".hub-more": found && groups.some(({ docs }) => docs.length > pageOf(found)),
    })) show(name, seen);
    const late = page.querySelector(".hub-late"); // the way out goes when the way in is known to work
    if (late) late.remove();
    if (found) await count(found).catch(lost);
  };
  const lost = (fault) => {
    console.warn(fault);
    failed = true;
    show(".hub-failed", true);
  };

  const restore = async () => {
    const { most: before, top } = history.state || {};
    input.value = question().query;
    most = before;
    await answer();
    if (top) scrollTo(0, top);
  };
  let pause;
  const soon = () => { clearTimeout(pause); pause = setTimeout(ask, PAUSE); };
  /* While letters are being put together into a character, they are no question yet. */
  input.addEventListener("input", ({ isComposing }) => (isComposing ? clearTimeout(pause) : soon()));
  input.addEventListener("compositionend", soon);
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
    most = pageOf(shown) + shown.own.page;
    answer().then(() => cards().find(({ href }) => !before.has(href))?.focus());
  });
  document.addEventListener("click", ({ target }) => { if (target.closest("a")) remember(); });
  narrow.addEventListener("toggle", () => { if (shown) count(shown).catch(lost); });
  addEventListener("popstate", restore);
  narrow.open = matchMedia("(min-width: 60em)").matches;
  page.querySelector(".hub-columns").hidden = false;
  restore();
})();
