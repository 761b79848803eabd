"""Readers: from authors' texts to values with places, or to diagnostics."""
