"""Documents, segments and pairs: every noun, every language fact, every exchange format."""
