"""The checker of files of cases."""
