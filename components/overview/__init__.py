"""The first page: headline, gauge, tiles, what changed."""
