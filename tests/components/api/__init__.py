"""The API by itself, as a program meets it."""
