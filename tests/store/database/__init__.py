"""Tests of store/database."""
