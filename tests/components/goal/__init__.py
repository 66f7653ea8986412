"""Tests of components/goal."""
