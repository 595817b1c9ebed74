"""TMX 1.4's DTD and XML schema, as they lie in OmegaT's jar."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from corpus.tmx import write_tmx
from corpus.tmx_audit import audit_tmx
from tests.acceptance.check import Check
from tests.acceptance.material import Memory, judged
from tests.acceptance.omegat import JAR, version


def checks(memories: Sequence[Memory], work: Path) -> Iterator[Check]:
    """Every memory against both, with findings, dates and paragraphs."""
    folder = work / "schemas"
    with zipfile.ZipFile(JAR) as jar:
        names = [name for name in jar.namelist() if name.startswith("schemas/")]
        jar.extractall(work, names)
    dtd = etree.DTD(str(folder / "tmx14.dtd"))
    schema = etree.XMLSchema(etree.parse(str(folder / "tmx14.xsd")))
    for memory in memories:
        stream = io.BytesIO()
        write_tmx(stream, judged(memory.pairs), date="20241130T081500Z", segtype="paragraph")
        tree = etree.fromstring(stream.getvalue())
        units = len(tree.findall(".//tu"))
        for name, validator in (("DTD", dtd), ("XML schema", schema)):
            valid = validator.validate(tree)
            first = "" if valid else str(validator.error_log[0])
            what = f"{memory.name}: units of a valid file"
            yield Check(f"TMX 1.4 {name}", version(), what, units, units * valid, first)
        stream.seek(0)
        told = list(audit_tmx(stream))
        first = str(told[0]) if told else ""
        yield Check("our own audit", "", f"{memory.name}: problems", 0, len(told), first)
