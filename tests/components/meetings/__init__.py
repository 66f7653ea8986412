"""Tests of components/meetings."""
