"""The public site, published and read as its readers read it."""
