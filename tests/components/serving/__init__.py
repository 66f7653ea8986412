"""The web server around the pages, piece by piece."""
