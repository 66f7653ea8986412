"""Figures: drafts, reporting, approved and reported ones, remarks, tallies."""
