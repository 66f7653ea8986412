"""Charts with all that is said around them: made once, shown on pages, on the site, on paper."""
