"""The web server around the pages: what is let in, and how it is answered."""
