"""Tests of store/partners."""
