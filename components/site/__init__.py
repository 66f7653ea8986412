"""The public site: the pages of the dashboard as files that any static host can serve.

It asks the same queries and draws with the same builders as the pages on screen.
"""
