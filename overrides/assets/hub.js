/* The choice between light and dark. Kept on this device only, and only once the reader has chosen. */
(() => {
  const root = document.documentElement;
  const chooser = document.querySelector(".hub-scheme");
  const keep = (scheme) => {
    try {
      if (scheme) localStorage.setItem("hub-scheme", scheme);
      else localStorage.removeItem("hub-scheme");
    } catch { /* storage is off: the choice lasts for this page */ }
  };
  const show = (scheme) => {
    root.dataset.scheme = scheme;
    for (const button of chooser.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.scheme === scheme));
    }
  };
  let kept = "";
  try { kept = localStorage.getItem("hub-scheme") || ""; } catch { /* storage is off */ }
  show(kept);
  chooser.hidden = false;
  chooser.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    show(button.dataset.scheme);
    keep(button.dataset.scheme);
  });
  for (const part of document.querySelectorAll(".hub-print")) {
    part.hidden = false;
    part.querySelector("button").addEventListener("click", () => print());
  }
  /* An open list closes with Escape and when the reader turns elsewhere. */
  const lists = document.querySelectorAll(".hub-menu, .hub-languages");
  const close = (except) => lists.forEach((list) => { if (list !== except) list.open = false; });
  document.addEventListener("click", (event) => close(event.target.closest(".hub-menu, .hub-languages")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const list = event.target.closest("details[open]");
    if (list && [...lists].includes(list)) list.querySelector("summary").focus();
    close();
  });
})();
