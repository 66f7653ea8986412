"""Tests of store/rights."""
