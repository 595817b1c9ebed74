"""OmegaT without a screen: do its own filters and its own memory find every unit?"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.tmx import read_tmx, write_tmx
from corpus.xliff import read_xliff
from corpus.xliff_write import write_xliff12
from tests.acceptance.check import Check, same
from tests.acceptance.material import PARAGRAPHS, Memory
from tests.acceptance.material import pair as unit_pair

JAR = Path("/usr/share/omegat/OmegaT.jar")

_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><source_dir_excludes/>
<target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>{source}</source_lang><target_lang>EN-US</target_lang>
<source_tok>org.omegat.tokenizer.LuceneCJKTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</target_tok>
<sentence_seg>{sentences}</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags><external_command></external_command>
</project></omegat>
"""


def version() -> str:
    listed = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", "omegat"], capture_output=True, text=True
    )
    return listed.stdout.split("-")[0].split("+")[0] or "?"


def checks(memories: Sequence[Memory], work: Path) -> Iterator[Check]:
    """Whole units with the project's sentence splitting off; split ones with it on."""
    for memory in memories:
        yield from _whole(memory, work / f"omegat-{memory.name}")
    yield from _split(memories[0], work / "omegat-sentences")
    for project, code in _TRADITIONAL:
        yield from _traditional(project, code, work / f"omegat-{project}-{code}")


def _whole(memory: Memory, project: Path) -> Iterator[Check]:
    _set_up(project, sentences=False)
    with (project / "tm/auto/memory.tmx").open("wb") as stream:
        write_tmx(stream, memory.pairs)
    # one source has one translation in a text; a later one with the same source is left out
    first = {pair.source_text: pair for pair in reversed(memory.pairs)}
    pairs = [first[pair.source_text] for pair in memory.pairs]
    _text(project / "source/units.utf8", [pair.source_text for pair in pairs])
    with (project / "source/units.xlf").open("wb") as stream:
        # OmegaT 3 translates what stands in the targets, so they hold the source beforehand
        write_xliff12(stream, [replace(pair, target=pair.source) for pair in pairs])
    log = _translate(project)
    yield _loaded(memory, log)

    expected = [pair.target_text for pair in pairs]
    accepted = _accepted(memory, _lines(project / "target/units.utf8"))
    yield same("OmegaT", version(), f"{memory.name}: a text of its segments", expected, accepted)
    with (project / "target/units.xlf").open("rb") as stream:
        back = [pair.target_text for pair in read_xliff(stream)]
    back = _accepted(memory, back)
    yield same("OmegaT", version(), f"{memory.name}: our XLIFF 1.2, filled by it", expected, back)
    yield from _exported(memory, project)


def _accepted(memory: Memory, found: list[str]) -> list[str]:
    """Any translation that the memory has for the source, told as the first one.

    OmegaT composes characters (NFC) in what it writes, which is no loss of ours.
    """
    options: dict[str, dict[str, str]] = {}
    for pair in memory.pairs:
        known = options.setdefault(pair.source_text, {})
        known[composed(pair.target_text)] = next(iter(known.values()), pair.target_text)
    sources = [pair.source_text for pair in memory.pairs]
    return [options[source].get(composed(text), text) for source, text in zip(sources, found)]


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _exported(memory: Memory, project: Path) -> Iterator[Check]:
    """The three memories that OmegaT itself writes of what it translated."""
    for kind in ("omegat", "level1", "level2"):
        path = project / f"{project.name}-{kind}.tmx"
        text = path.read_text(encoding="utf-8")
        count = len(re.findall("<tu[ >]", text))
        with path.open("rb") as stream:
            pairs = list(read_tmx(stream, str(path)))
        ours = {(composed(source), composed(target)) for source, target in memory.units}
        have = sum((composed(p.source_text), composed(p.target_text)) in ours for p in pairs)
        what = f"{memory.name}: its {kind} memory read by us"
        yield Check("OmegaT", version(), what, count, min(len(pairs), have))


def _split(memory: Memory, project: Path) -> Iterator[Check]:
    """Under segtype paragraph OmegaT splits units itself, so sentences of the text match."""
    _set_up(project, sentences=True)
    with (project / "tm/auto/memory.tmx").open("wb") as stream:
        write_tmx(stream, memory.pairs, segtype="paragraph")
    _text(project / "source/units.utf8", [source for source, _ in PARAGRAPHS])
    log = _translate(project)
    yield _loaded(memory, log)
    expected = [target for _, target in PARAGRAPHS]
    found = _lines(project / "target/units.utf8")
    yield same("OmegaT", version(), "segtype paragraph: units split again", expected, found)


#: The project's language and the memory's. Others match too, but OmegaT warns of zh-Hant in
#: a ZH-TW project, of zh-TW in a ZH-HK one, and of either in a ZH-CN one.
_TRADITIONAL = (("ZH-TW", "zh-TW"), ("ZH-HK", "zh-HK"))


def _traditional(language: str, code: str, project: Path) -> Iterator[Check]:
    """A memory of traditional text, under the code that it would get, in a project's own."""
    units = [unit_pair(0, "智慧財產權與永續發展。", "Intellectual property and sustainability.")]
    memory = Memory(code, tuple(units))
    _set_up(project, sentences=False, source=language)
    with (project / "tm/auto/memory.tmx").open("wb") as stream:
        write_tmx(stream, units, source_lang=code)
    _text(project / "source/units.utf8", [one.source_text for one in units])
    log = _translate(project)
    yield _loaded(memory, log)
    expected = [one.target_text for one in units]
    found = _lines(project / "target/units.utf8")
    what = f"a {code} memory in a {language} project"
    yield same("OmegaT", version(), what, expected, found)


def _set_up(project: Path, *, sentences: bool, source: str = "ZH-CN") -> None:
    shutil.rmtree(project, ignore_errors=True)
    for folder in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
        (project / folder).mkdir(parents=True)
    settings = _PROJECT.format(sentences=str(sentences).lower(), source=source)
    (project / "omegat.project").write_text(settings, encoding="utf-8")


def _text(path: Path, lines: Sequence[str]) -> None:
    # OmegaT's text filter ends a paragraph at an empty line
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line]


def run_script(project: Path, script: Path) -> None:
    """Load an empty project and run a Groovy script on its events."""
    _set_up(project, sentences=False)
    _text(project / "source/empty.utf8", [""])
    _translate(project, f"--script={script}")


def _translate(project: Path, *options: str) -> str:
    done = subprocess.run(
        ["java", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-jar", str(JAR),
         str(project.resolve()), "--mode=console-translate",
         f"--config-dir={project.resolve().parent / 'omegat-config'}", *options],
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    return done.stdout + done.stderr


def _loaded(memory: Memory, log: str) -> Check:
    """OmegaT exits with 0 even when it drops a memory; the log alone says it."""
    told = re.findall(r".*(?:TF_TM_LOAD_ERROR|TMXR_ERROR|TMXR_WARNING).*", log)
    # not a complaint: it says that units of paragraphs are split, which is what we want
    errors = [line for line in told if "TMXR_WARNING_UPGRADE_SENTSEG" not in line]
    finished = "TMXR_INFO_READING_COMPLETE" in log
    return Check(
        "OmegaT", version(), f"{memory.name}: memories loaded without a word",
        1, int(finished and not errors), "; ".join(errors[:3]) or log[-300:],
    )
