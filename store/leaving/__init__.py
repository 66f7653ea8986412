"""When somebody leaves: their roles, open decisions and drafts, handed over in one act."""
