"""Records by spreadsheet: the way out, the preview, the way in."""
