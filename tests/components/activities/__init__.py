"""Tests of components/activities."""
