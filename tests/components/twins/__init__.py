"""Tests of components/twins."""
