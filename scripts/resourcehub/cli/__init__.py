"""The command ``hub``: thin verbs over the generator."""
