"""Several hubs as one: what a site builds on, what it sets differently, and what of it is not shown."""
