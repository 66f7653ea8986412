"""Tests of store/reporting."""
