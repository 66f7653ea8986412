"""One indicator in charts: over time, on to 2050, its regions on one scale."""
