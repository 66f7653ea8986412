"""Soil carbon: what four per mille means, what is modelled, what was measured, and a calculator."""
