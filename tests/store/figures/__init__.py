"""Tests of store/figures."""
