"""Simulations behind the statements of the method, and how far they come out as its table says."""
