"""The regions: what their grid, their scorecard and their messages say."""
