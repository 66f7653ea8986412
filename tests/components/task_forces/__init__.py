"""Tests of components/task_forces."""
