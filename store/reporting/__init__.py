"""Around reporting: dues, plausibility, preview, saved drafts, suggestions."""
