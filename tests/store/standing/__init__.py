"""Tests of store/standing."""
