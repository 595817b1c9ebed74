"""What the command's exit status says (the contract's numbers)."""

DONE = 0
#: there is a finding at or above ``--fail-on``
FINDINGS = 1
#: wrong usage, or an input that could not be read (in a batch: after the rest is done)
UNREADABLE = 2
BUG = 3
INTERRUPTED = 130
