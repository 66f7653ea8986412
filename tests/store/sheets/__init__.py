"""Tests of store/sheets."""
