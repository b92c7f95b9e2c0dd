/* What the pages do with script: light or dark, a quiet offer of the reader's language, printing, sharing. Kept on this
   device is only what the reader chose. Without script nothing is missing but these. */
(() => {
  const root = document.documentElement;
  const find = (name, start = document) => start.querySelector(name);
  const kept = (name) => { try { return localStorage.getItem(name) || ""; } catch { return ""; } };
  const keep = (name, value) => {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch { /* storage is off: the choice lasts for this page */ }
  };

  const chooser = find(".hub-scheme");
  const scheme = (name) => {
    root.dataset.scheme = name;
    for (const button of chooser.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.scheme === name));
    }
  };
  scheme(kept("hub-scheme"));
  chooser.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    scheme(button.dataset.scheme);
    keep("hub-scheme", button.dataset.scheme);
  });

  /* The first of the reader's languages that the site has, if it is not the one on this page. zh-TW is zh-Hant. The
     source language, which comes first, is not offered: who reads a translation on an English phone has chosen it. */
  const written = (tag) => {
    try {
      const { language, script } = new Intl.Locale(tag).maximize();
      return `${language}-${script}`;
    } catch { return tag; }
  };
  const offer = find(".hub-offer");
  const links = [...document.querySelectorAll(".hub-languages a")];
  const wanted = (navigator.languages || []).map((tag) => links.find((a) => a.lang === tag || written(a.lang) === written(tag)));
  const first = wanted.find(Boolean);
  if (first && first !== links[0] && !first.hasAttribute("aria-current") && !kept("hub-offer")) {
    const link = find("a", offer);
    Object.assign(link, { href: first.href, lang: first.lang, dir: first.dir, textContent: first.textContent });
    offer.hidden = false;
    find("button", offer).addEventListener("click", () => { offer.hidden = true; keep("hub-offer", "no"); });
  }

  for (const part of document.querySelectorAll(".hub-print")) {
    find("button", part).addEventListener("click", () => print());
  }
  const more = find(".hub-share-more");
  if (more && navigator.share) {
    more.hidden = more.closest("section").hidden = false;
    find("button", more).addEventListener("click", () => {
      const address = find("link[rel=canonical]");
      navigator.share({ title: document.title, url: address ? address.href : location.href }).catch(() => {});
    });
  }

  /* An open list closes with Escape and when the reader turns elsewhere. */
  const lists = [...document.querySelectorAll(".hub-menu, .hub-languages")];
  const close = (except) => lists.forEach((list) => { if (list !== except) list.open = false; });
  document.addEventListener("click", (event) => close(event.target.closest(".hub-menu, .hub-languages")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const list = event.target.closest("details[open]");
    if (lists.includes(list)) find("summary", list).focus();
    close();
  });
})();
