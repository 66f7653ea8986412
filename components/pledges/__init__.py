"""Words in the Parties' pledges, found by a keyword screen: to read, never a figure."""
