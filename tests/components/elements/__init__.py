"""Tests of components/elements."""
