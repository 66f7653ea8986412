"""Tests of store/commands."""
