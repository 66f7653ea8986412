"""How the reader's language writes: sentences, numbers, dates, Markdown."""
