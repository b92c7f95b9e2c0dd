"""What a school writes in ``mkdocs.yml``: each setting declared once, read with its place, checked and explained."""
