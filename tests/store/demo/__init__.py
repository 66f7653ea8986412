"""Tests of store/demo."""
