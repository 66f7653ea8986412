"""Tests of components/briefing."""
