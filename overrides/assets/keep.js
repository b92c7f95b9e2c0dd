/* Pages kept on the reader's device, by the reader's own choice. This one file is both the service worker, which answers
   with what was kept, and the buttons of the page that offers it. It lies at the root of the site, which is its scope.

   Each language has a cache of its own. A list of files (scripts/resourcehub/outputs/kept.py) is put in last: a cache
   without it is not finished and is never read. A newer version is gathered beside the old one, which then goes. */
const KEPT = "hub-kept";
const AGAIN = 12 * 60 * 60 * 1000; // milliseconds between two looks for a newer version

const listOf = (root) => new URL("kept.json", root).href;
const nameOf = (root, locale, version) => `${KEPT} ${new URL(root).pathname} ${locale} ${version}`;
const ours = async (root, locale) => {
  const start = locale ? nameOf(root, locale, "") : `${KEPT} ${new URL(root).pathname} `;
  return (await caches.keys()).filter((name) => name.startsWith(start));
};
const listIn = async (root, name) => {
  const answer = await (await caches.open(name)).match(listOf(root));
  return answer && answer.json();
};
const putList = async (root, name, list) => {
  const text = JSON.stringify({ ...list, looked: Date.now() });
  await (await caches.open(name)).put(listOf(root), new Response(text));
};

/* Gather all files of a language. Those that have not changed are taken from the version before, and those that came
   before the line broke are not asked for again: data may be paid for. */
const gather = async (root, locale, list, progress) => {
  const { version, files } = await (await fetch(list, { cache: "no-cache" })).json();
  const before = await ours(root, locale);
  let old;
  let whole;
  for (const name of before) {
    const known = await listIn(root, name);
    if (known) [old, whole] = [known, await caches.open(name)];
  }
  if (old && old.version === version) return;
  const name = nameOf(root, locale, version);
  const cache = await caches.open(name);
  const wanted = Object.entries(files);
  let done = 0;
  let broken = false;
  const take = async () => {
    for (let next = wanted.pop(); next && !broken; next = wanted.pop()) {
      const [path, digest] = next;
      const address = new URL(path, root).href;
      const had = await cache.match(address) || (old && old.files[path] === digest && await whole.match(address));
      const answer = had || await fetch(address, { cache: "no-cache" });
      if (!answer.ok) throw new Error(`${answer.status} ${address}`);
      await cache.put(address, answer);
      if (!broken) progress(done += 1, Object.keys(files).length);
    }
  };
  await Promise.all(Array.from({ length: 6 }, take)).catch((fault) => { broken = true; throw fault; });
  await putList(root, name, { version, files, list, locale });
  await Promise.all(before.filter((other) => other !== name).map((other) => caches.delete(other)));
};

if (self.document) {
  const part = document.querySelector(".hub-keep");
  const { root, list, locale } = part.dataset;
  const base = new URL(root, location.href).href;
  const state = part.querySelector("[role=status]");
  const [keep, drop] = part.querySelectorAll("button");
  const say = (name, done, all) => {
    for (const line of state.children) line.hidden = line.dataset.state !== name;
    const line = state.querySelector(`[data-state="${name}"]`);
    if (!line) return;
    const words = line.querySelector("span") || line;
    if (!words.dataset.words) words.dataset.words = words.textContent;
    words.textContent = words.dataset.words.replace("{done}", done).replace("{total}", all);
  };
  const show = (kept) => { keep.hidden = kept; drop.hidden = !kept; };
  const finished = async () => {
    for (const name of await ours(base, locale)) if (await listIn(base, name)) return true;
    return false;
  };
  keep.addEventListener("click", async () => {
    keep.disabled = true;
    try {
      await navigator.serviceWorker.register(new URL("keep.js", base));
      await gather(base, locale, new URL(list, location.href).href, (done, all) => say("storing", done, all));
      say("kept");
      show(true);
    } catch (fault) {
      console.warn(fault);
      say("failed");
      drop.hidden = false;
    }
    keep.disabled = false;
  });
  drop.addEventListener("click", async () => {
    await Promise.all((await ours(base, locale)).map((name) => caches.delete(name)));
    if (!(await ours(base)).length) {
      const worker = await navigator.serviceWorker.getRegistration(base);
      if (worker) await worker.unregister();
    }
    say("removed");
    show(false);
    keep.focus();
  });
  if ("serviceWorker" in navigator && self.caches) finished().then((kept) => { show(kept); if (kept) say("kept"); });
  else part.hidden = true;
} else {
  const scope = self.registration.scope;
  const renew = async () => {
    for (const name of await ours(scope)) {
      const list = await listIn(scope, name);
      if (!list || Date.now() - list.looked < AGAIN) continue;
      try {
        await gather(scope, list.locale, list.list, () => {});
        if (await caches.has(name)) await putList(scope, name, list);
      } catch { /* no internet: the next page asks again */ }
    }
  };
  const answer = async (request) => {
    const how = { ignoreSearch: request.mode === "navigate" };
    for (const name of await ours(scope)) {
      const cache = await caches.open(name);
      const kept = await cache.match(request.url, how);
      if (kept && await cache.match(listOf(scope))) return kept;
    }
    return fetch(request);
  };
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(scope)) return;
    event.respondWith(answer(request));
    if (request.mode === "navigate") event.waitUntil(renew());
  });
}
