"""Tests of components/gaps."""
