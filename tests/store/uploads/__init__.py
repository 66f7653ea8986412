"""Tests of store/uploads."""
