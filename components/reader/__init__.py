"""Who reads and what they chose: account, address, view, bar, cache."""
