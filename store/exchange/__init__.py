"""What leaves the store for others: tables, the data package, SDMX, the feed of changes.

Approved figures and kept activities only; people by name with their consent, never an address.
"""
