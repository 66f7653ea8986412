"""Entering figures: what is owed, form, sheet, sending, queue."""
