"""Briefings to print and to take along: a typeset document and a workbook of the same content."""
