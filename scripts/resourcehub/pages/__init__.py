"""What a page shows, decided: views, lists, glossary, alphabet; no markup."""
