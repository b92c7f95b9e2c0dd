"""The preview keeps the policy of the published pages: of scripts not ours, the one that reloads the page may run."""

from typing import Any

from mkdocs.livereload import LiveReloadServer

from resourcehub.markup.policy import with_script


def allow_reloading() -> None:
    """Let each page that the preview answers with allow the script that MkDocs puts into it, by its digest."""
    put_in: Any = LiveReloadServer._inject_js_into_html

    def with_policy(server: Any, content: bytes, epoch: int) -> bytes:
        page: bytes = put_in(server, content, epoch)
        script = page[: page.rindex(b"</script>")].rpartition(b"<script>")[2]
        return with_script(page, script)

    LiveReloadServer._inject_js_into_html = with_policy  # type: ignore[method-assign]
