"""Samples -> what they say is to be found: `// expect: rule-id` on the line of a finding, and silence elsewhere.

`// source: rule-id` marks lines where a trace may begin. `// missing: rule-id` is a finding that should be there and is
not today, `// spurious: rule-id` one that is there and should not be; both fail when the error is gone. Several ids
stand with a space or comma between. Style sheets write `/* expect: rule-id */`, HTML `<!-- expect: rule-id -->`. What
has no room for comments lies in a folder with an `expected.yaml` of `review`, the name beside it, and `findings` of
rule, path and line; `policy` and `declaration` there name such files beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewer.record import value
from reviewer.rulebook.document import Table, compose
from reviewer.rulebook.fields import Fields
from reviewer.rulebook.folder import EXPECTATIONS, read_bytes
from reviewer.rulebook.problem import Problem, refusal

_ID = r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*"  # rules of others are called as their authors please
_IDS = rf"{_ID}(?:[ ,]+{_ID})*"
_WORDS = r"(?P<word>expect|source|missing|spurious):"
_SCRIPT = re.compile(rf"//\s*{_WORDS}(?P<ids>\s*{_IDS})")
FORMS: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys((".js", ".mjs", ".jsx", ".ts", ".tsx"), _SCRIPT),
    ".css": re.compile(rf"/\*\s*{_WORDS}(?P<ids>\s*{_IDS})\s*\*/"),
    ".html": re.compile(rf"(?:<!--|/\*|//)\s*{_WORDS}(?P<ids>\s*{_IDS})"),
}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One rule id at one line of one file; `word` is expect, source, missing or spurious."""

    path: str
    line: int
    rule: str
    word: str


@value
class Sample:
    """What is reviewed as one submission: a file, or what a folder's expected.yaml names, and what stands beside it."""

    rule: str
    reviewed: Path
    marks: tuple[Mark, ...]
    policy: Path | None = None
    declaration: Path | None = None

    @property
    def rules(self) -> frozenset[str]:
        """The rules whose findings this sample tells completely: its own and every one that it mentions."""
        return frozenset({self.rule, *(mark.rule for mark in self.marks)})

    def places(self, *words: str) -> frozenset[tuple[str, int, str]]:
        """(path, line, rule id) of the marks with these words."""
        return frozenset((mark.path, mark.line, mark.rule) for mark in self.marks if mark.word in words)


def samples(folder: Path) -> tuple[Sample, ...]:
    """All samples in a folder and those below it, by name; a rule's further samples are `<rule-id>.<anything>.js`.

    ReviewerError names every mistake in an expected.yaml.
    """
    problems: list[Problem] = []
    found = tuple(_samples(folder, problems))
    if problems:
        raise refusal(problems)
    return found


def marks(path: str, data: bytes) -> Iterator[Mark]:
    """The marks in a file, whatever its encoding."""
    form = FORMS.get(Path(path).suffix.lower())
    if form is None:
        return
    text = data.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), start=1):
        for found in form.finditer(line):
            for rule in re.split(r"[ ,]+", found["ids"].strip()):
                yield Mark(path, number, rule, found["word"])


def _samples(folder: Path, problems: list[Problem]) -> Iterator[Sample]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or (path.is_symlink() and path.is_dir()):
            continue
        rule = path.name.partition(".")[0]
        if path.is_file():
            if path.suffix.lower() in FORMS:
                yield Sample(rule, path, tuple(marks(path.name, read_bytes(path))))
        elif (path / EXPECTATIONS).is_file():
            yield from _listed(rule, path, problems)
        else:
            yield from _samples(path, problems)


def _listed(rule: str, folder: Path, problems: list[Problem]) -> Iterator[Sample]:
    """The sample that a folder's expected.yaml describes, unless something is wrong with that."""
    name = (folder / EXPECTATIONS).as_posix()
    value, wrong = compose(name, read_bytes(folder / EXPECTATIONS))
    problems += wrong
    if not isinstance(value, Table):
        if not wrong:
            problems.append(Problem(name, 1, "review と findings を書いてください。", "Write review and findings."))
        return
    fields = Fields(name, value, problems)
    reviewed = folder / fields.word("review")
    expected = tuple(_expected(item) for item in fields.each("findings"))
    named = {key: fields.optional_word(key) for key in ("policy", "declaration")}
    beside = {key: folder / path for key, path in named.items() if path is not None}
    fields.close()
    missing = {key: path for key, path in {"review": reviewed, **beside}.items() if not path.exists()}
    for key, path in missing.items():
        fields.object_to(key, f"{path.name} が隣にありません。", f"There is no {path.name} beside this file.")
    if not missing:
        yield Sample(rule, reviewed, expected, policy=beside.get("policy"), declaration=beside.get("declaration"))


def _expected(fields: Fields) -> Mark:
    mark = Mark(fields.word("path"), int(fields.number("line", 1)), fields.word("rule"), "expect")
    fields.close()
    return mark
