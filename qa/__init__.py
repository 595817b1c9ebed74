"""From pairs to findings and reports."""
