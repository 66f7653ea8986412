"""The regions: one region's card and figures, all compared."""
