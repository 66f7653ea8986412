"""Tests of store/activities."""
