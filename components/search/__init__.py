"""Search: what there is to find, and how words find it."""
