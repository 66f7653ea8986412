"""Tests of store/meetings."""
