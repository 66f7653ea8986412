"""The partners: register, organisations, counts, form, sheet."""
