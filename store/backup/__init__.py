"""Verified copies of a store: taken while it is used, put back, or moved to another engine."""
