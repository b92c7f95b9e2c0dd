"""The text of a page: Markdown as GitHub reads it, with the place of each thing in it."""
