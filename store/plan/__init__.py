"""The plan: its changes and its wordings."""
