"""Tests of store/plan."""
