"""What a translator writes: the registry of languages, PO files, and the same model speaking one locale."""
