"""Tests of components/entry."""
