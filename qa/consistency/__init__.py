"""Consistency across a batch: segments, names and terms that are rendered in several ways."""
