"""Samples -> what they say is to be found: `// expect: rule-id` on the line of a finding, and silence elsewhere.

`// source: rule-id` marks lines where a trace may begin. `// missing: rule-id` is a finding that should be there and is
not today, `// spurious: rule-id` one that is there and should not be; both fail when the error is gone. Several ids
stand with a space or comma between. Style sheets write `/* expect: rule-id */`, HTML `<!-- expect: rule-id -->`. What
has no room for comments lies in a folder with an `expected.yaml` of `review`, the name beside it, and `findings` of
rule, path and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
IDS = rf"{ID}(?:[ ,]+{ID})*"
WORDS = r"(?P<word>expect|source|missing|spurious):"
_SCRIPT = re.compile(rf"//\s*{WORDS}(?P<ids>\s*{IDS})")
FORMS = {
    **dict.fromkeys((".js", ".mjs", ".jsx", ".ts", ".tsx"), _SCRIPT),
    ".css": re.compile(rf"/\*\s*{WORDS}(?P<ids>\s*{IDS})\s*\*/"),
    ".html": re.compile(rf"(?:<!--|/\*|//)\s*{WORDS}(?P<ids>\s*{IDS})"),
}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One rule id at one line of one file; `word` is expect, source, missing or spurious."""

    path: str
    line: int
    rule: str
    word: str


@dataclass(frozen=True, slots=True)
class Sample:
    """What is reviewed as one submission: a file, or what a folder's expected.yaml names."""

    rule: str
    reviewed: Path
    marks: tuple[Mark, ...]

    @property
    def rules(self) -> frozenset[str]:
        """The rules whose findings this sample tells completely: its own and every one that it mentions."""
        return frozenset({self.rule, *(mark.rule for mark in self.marks)})

    def places(self, *words: str) -> frozenset[tuple[str, int, str]]:
        """(path, line, rule id) of the marks with these words."""
        return frozenset((mark.path, mark.line, mark.rule) for mark in self.marks if mark.word in words)


def samples(folder: Path) -> tuple[Sample, ...]:
    """All samples in a folder, by name; a further sample of a rule is called `<rule-id>.<anything>.js`."""
    return tuple(_sample(path) for path in sorted(folder.iterdir()) if not path.name.startswith("."))


def _sample(path: Path) -> Sample:
    rule = path.name.partition(".")[0]
    if path.is_file():
        return Sample(rule, path, tuple(marks(path.name, path.read_bytes())))
    expected = yaml.safe_load((path / "expected.yaml").read_text(encoding="utf-8"))
    listed = (Mark(str(item["path"]), int(item["line"]), item["rule"], "expect") for item in expected["findings"])
    return Sample(rule, path / expected["review"], tuple(listed))


def marks(path: str, data: bytes) -> Iterator[Mark]:
    """The marks in a file, whatever its encoding."""
    form = FORMS.get(Path(path).suffix.lower())
    if form is None:
        return
    text = data.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), start=1):
        for found in form.finditer(line):
            yield from _ids(path, number, found)


def _ids(path: str, line: int, found: re.Match[str]) -> Iterator[Mark]:
    for rule in re.split(r"[ ,]+", found["ids"].strip()):
        yield Mark(path, line, rule, found["word"])
