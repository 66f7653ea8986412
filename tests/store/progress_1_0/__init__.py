"""Tests of the arithmetic of progress."""
