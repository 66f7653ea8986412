"""What the Overview costs, measured beside others that show the same; pytest collects none of it.

`python -m tests.bench` runs everything; `pages` or `ledger` behind it runs one half.
"""
