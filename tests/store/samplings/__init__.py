"""Samplings of soil."""
