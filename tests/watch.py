"""What a page does while it is looked at: what it asks for, what it keeps, what moves, what the browser says of it."""

from playwright.sync_api import Page, Request

STORED = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
  caches: (await caches.keys()).length, databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": 0, "session": 0, "cookie": "", "caches": 0, "databases": 0, "workers": 0}
# Both lists hold what came before the asking; a tenth of a second is for what may come late.
MOVED = """() => new Promise((done) => {
  const seen = { shift: 0, largest: "" };
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { seen.shift += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => { seen.largest = list.getEntries().at(-1).element?.tagName; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => done(seen), 150);
})"""


class Line:
    """What a page asks for, with the bytes that come over the line, and what the browser complains of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.begun: list[Request] = []
        self.ended: list[Request] = []
        self.faults: list[str] = []
        page.on("request", lambda request: self.begun.append(request))
        page.on("requestfinished", lambda request: self.ended.append(request))
        page.on("requestfailed", lambda request: self.faults.append(f"failed: {request.url}"))
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def visit(self, address: str) -> dict[str, float | str]:
        """Open a page and wait until all it asked for has come; return what moved and what was painted largest."""
        self.begun.clear()
        self.ended.clear()
        response = self.page.goto(address)
        assert response and response.status == 200, address
        moved: dict[str, float | str] = self.page.evaluate(MOVED)
        for _ in range(500):
            if len(self.begun) == len(self.ended):
                return moved
            self.page.wait_for_timeout(20)
        raise AssertionError(f"{address}: something never came")

    def fetched(self) -> list[tuple[str, int]]:
        """Return addresses and bytes, without what stands in the page and what was kept from the one before.

        Of what it had already the browser says that fewer than no bytes came.
        """
        sizes = [(r.url, r.sizes()["responseBodySize"]) for r in self.ended if not r.url.startswith("data:")]
        return [(url, size) for url, size in sizes if size >= 0]
