"""Changes to the catalog as an editor would write them: text at its place, and every other line as it was."""
