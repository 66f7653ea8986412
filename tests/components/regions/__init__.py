"""Tests of components/regions."""
