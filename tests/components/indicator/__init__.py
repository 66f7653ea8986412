"""Tests of components/indicator."""
