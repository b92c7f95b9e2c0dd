"""What goes out to translators and comes back: every text of a language as a row of a table, of XLIFF or of PO."""
