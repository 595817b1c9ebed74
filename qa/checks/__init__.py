"""One file a check; the table of them is qa.rules."""
