"""Soil carbon: reference tables and the calculator."""
