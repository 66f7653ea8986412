"""Documented facts beside the targets."""
