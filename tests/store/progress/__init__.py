"""The arithmetic, method 1.1."""
