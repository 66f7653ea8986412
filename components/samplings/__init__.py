"""Soil carbon of sites: the form, the sheet, what waits for a review."""
