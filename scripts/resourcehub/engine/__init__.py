"""The only wing that knows MkDocs: settings, files, events, writing, publishing."""
