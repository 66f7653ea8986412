"""Look: marks, colours, words that are read aloud."""
