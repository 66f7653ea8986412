"""What leaves the store, each checked by a public validator."""
