"""Perl's XML::TMX, which reads the header by patterns and the units one by one."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.tmx import write_tmx
from tests.acceptance.check import Check, same
from tests.acceptance.material import Memory, judged

_SCRIPT = r"""
use strict; use warnings; use XML::TMX::Reader; use JSON::PP;
my @units;
my $reader = XML::TMX::Reader->new($ARGV[0]);
$reader->for_tu(sub { push @units, [$_[0]{'zh-CN'}{-seg}, $_[0]{'en-US'}{-seg}]; });
print JSON::PP->new->ascii->encode([$XML::TMX::Reader::VERSION, \@units]);
"""


def checks(memories: Sequence[Memory], work: Path) -> Iterator[Check]:
    """The same count, and the same text where XML::TMX gives it back without markup."""
    for memory in memories:
        path = work / "perl.tmx"
        with path.open("wb") as stream:
            write_tmx(stream, judged(memory.pairs))
        done = subprocess.run(
            ["perl", "-e", _SCRIPT, path], capture_output=True, text=True, timeout=300
        )
        if done.returncode:
            yield Check("XML::TMX", "?", memory.name, len(memory.units), 0, done.stderr.strip())
            continue
        version, units = json.loads(done.stdout)
        yield Check("XML::TMX", version, f"{memory.name}: units", len(memory.units), len(units))
        found = [tuple(unit) for unit in units]
        yield same("XML::TMX", version, f"{memory.name}: their texts", memory.units, found)
