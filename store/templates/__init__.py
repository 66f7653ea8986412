"""Workbooks to fill in, and the marked copy of one that came back with problems."""
