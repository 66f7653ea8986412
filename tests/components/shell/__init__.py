"""Tests of what surrounds every page."""
