"""Tests of store/templates."""
