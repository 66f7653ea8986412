"""Tests of components/wording."""
