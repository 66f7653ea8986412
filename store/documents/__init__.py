"""Quotations, hashes and copies of the documents behind figures."""
