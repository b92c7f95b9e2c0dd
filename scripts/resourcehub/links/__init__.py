"""Addresses on the web are visited now and then, politely: which lead where they should, and which no longer do."""
