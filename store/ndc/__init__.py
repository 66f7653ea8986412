"""Reference tables on the Parties' climate pledges: evidence to read, never figures."""
