"""What was decided becomes HTML: Jinja templates, shells and stamping, look."""
