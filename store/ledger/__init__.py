"""The ledger: rows that only grow, revisions, audit, what was known when."""
