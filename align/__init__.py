"""From segments to pairs."""
