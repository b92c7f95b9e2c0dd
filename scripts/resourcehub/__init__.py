"""A catalog of family and community engagement resources becomes a searchable, translated static site."""

__version__ = "0.1.0"
