"""The arithmetic checked against files of cases."""
