"""The Overview: what it says and how it is built."""
