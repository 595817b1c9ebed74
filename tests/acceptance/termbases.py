"""Termbases in OmegaT's own glossary readers, in its schema, and in translate-toolkit."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from corpus.termbase import Term, terms_glossary, terms_tbx
from tests.acceptance import omegat
from tests.acceptance.check import Check, same

TERMS = (
    Term(("专利",), ("patent", "letters patent"), ("patents & co",), "noun", "法律用语"),
    Term(("商标<™>",), ("trademark", "a & b")),
    Term(("罕用字𠀀",), ("the rare 𠀀",)),
)

#: Runs inside OmegaT when a project was loaded (its scripting is Groovy).
_SCRIPT = """
import groovy.json.JsonOutput
import org.omegat.gui.glossary.*
if (eventType.toString() == "LOAD") {
  def tell = { reader, path -> reader.read(new File(path), false).collect {
    [it.srcText, it.getLocTerms(false).join("|")] } }
  new File("%(out)s").setText(JsonOutput.toJson([
    tell(GlossaryReaderTBX, "%(tbx)s"), tell(GlossaryReaderTSV, "%(tsv)s")]), "UTF-8")
}
"""

_TOOLKIT = """
import json, sys
from translate.__version__ import sver
from translate.storage import tbx
store = tbx.tbxfile.parsefile(sys.argv[1])
print(json.dumps([sver, [(unit.source, unit.target) for unit in store.units]]))
"""


def checks(work: Path, python: Path) -> Iterator[Check]:
    """Every word of every term, forbidden ones too."""
    folder = (work / "termbases").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    files = {"tbx": folder / "terms.tbx", "tsv": folder / "terms.utf8", "out": folder / "out.json"}
    files["tbx"].write_bytes(terms_tbx(TERMS))
    files["tsv"].write_text(terms_glossary(TERMS), encoding="utf-8")
    expected = [
        (source, word)
        for term in TERMS
        for source in term.chinese
        for word in (*term.english, *term.forbidden)
    ]

    script = folder / "glossaries.groovy"
    script.write_text(_SCRIPT % files, encoding="utf-8")
    files["out"].unlink(missing_ok=True)
    omegat.run_script(folder / "project", script)
    told = json.loads(files["out"].read_text("utf-8")) if files["out"].exists() else [[], []]
    for kind, found in zip(("TBX", "glossary TSV"), told):
        pairs = [tuple(pair) for pair in found]
        yield same("OmegaT", omegat.version(), f"terms: words of our {kind}", expected, pairs)

    done = subprocess.run([python, "-c", _TOOLKIT, files["tbx"]], capture_output=True, text=True)
    if done.returncode:
        first = done.stderr.strip().splitlines()[-1]
        yield Check("translate-toolkit", "?", "terms: entries of our TBX", len(TERMS), 0, first)
        return
    version, units = json.loads(done.stdout)
    preferred = [(term.chinese[0], term.english[0]) for term in TERMS]
    found = [tuple(unit) for unit in units]
    yield same("translate-toolkit", version, "terms: entries of our TBX", preferred, found)
