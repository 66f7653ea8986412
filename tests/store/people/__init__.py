"""Tests of store/people."""
