"""Texts that stand in a list one after another, as the lines of a key do -> each such run as one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewer.engines.secret_places import Candidate
from reviewer.source import SourceFile

_BETWEEN = re.compile(r"""['"`]\s*,\s*(?:(?://[^\n]*\n|/\*[^*]{0,400}\*/)\s*)*['"`]""")
"""What stands between two elements of a list, with a comment at the end of the line."""


def runs_of_lines(texts: Iterable[Candidate]) -> Iterator[Candidate]:
    """For each run of texts as they are written: its lines as one text, from the first of them to the last."""
    by_file: dict[SourceFile, dict[tuple[int, int], Candidate]] = {}
    for text in texts:
        if text.exact:
            by_file.setdefault(text.file, {}).setdefault((text.start, text.end), text)
    for file, places in by_file.items():
        run: list[Candidate] = []
        for _, text in sorted(places.items()):
            if run and not _BETWEEN.fullmatch(file.text, run[-1].end, text.start):
                yield from _joined(run)
                run = []
            run.append(text)
        yield from _joined(run)


def _joined(run: list[Candidate]) -> Iterator[Candidate]:
    if len(run) > 1:
        lines = "\n".join(text.value for text in run)
        yield Candidate(lines, (), run[0].file, run[0].start, run[-1].end, exact=False, function=run[0].function)
