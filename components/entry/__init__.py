"""The form "Enter a figure"."""
