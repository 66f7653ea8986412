"""The programs behind `python -m store`."""
