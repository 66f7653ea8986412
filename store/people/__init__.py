"""People: identities, joining, task forces."""
