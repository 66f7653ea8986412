"""Tests of components/objective."""
