"""Texts of scripts and HTML files -> those in which a pattern is found, sentence by sentence, each where it stands.

What a page says to people is mostly one text of many lines: a template, or a file of HTML. A person is told of the
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.engines.protocol import Evidence
from reviewer.javascript.facts import Facts, Literal, Member
from reviewer.source import Kind, Location, SourceFile

SHOWN = "text"
"""The kind of a member that is a text, as rules ask for it."""

_SENTENCE = re.compile(r"[^\n<>。.!?！？]*[^\n<>。.!?！？\s]")

_WRITTEN = re.compile(r"[^\n<>\"。.!?！？]*[^\n<>\"。.!?！？\s]")
"""The same in HTML, where an attribute's value ends with its quotation mark."""


def in_page(page: Facts, pattern: re.Pattern[str]) -> Iterator[Member]:
    """The sentences of a page's scripts in which it is found; a text that is put together is told as a whole."""
    for literal in page.literals:
        if pattern.search(literal.value) is None:
            continue
        for sentence in _SENTENCE.finditer(literal.value):
            if pattern.search(sentence[0]) is not None:
                yield _member(sentence[0], _place(literal, sentence))


def in_documents(evidence: Evidence, pattern: re.Pattern[str]) -> Iterator[Member]:
    """The sentences of HTML files in which it is found, but for those of the scripts in them."""
    files = [each for each in evidence.submission.files if each.kind is Kind.HTML and pattern.search(each.text)]
    for file in files:
        scripts = [(ast.script.start, ast.script.end) for ast in evidence.asts if ast.script.file == file]
        for sentence in _WRITTEN.finditer(file.text):
            found = pattern.search(sentence[0])
            if found is not None and not any(start <= sentence.start() < end for start, end in scripts):
                yield _member(sentence[0], _at(file, sentence, 0))


def _member(sentence: str, location: Location) -> Member:
    return Member(SHOWN, sentence.strip(), "read", location)


def _place(literal: Literal, sentence: re.Match[str]) -> Location:
    offset = -1 if literal.folded else literal.location.text.find(literal.value)
    if offset < 0:
        return literal.location
    return _at(literal.location.file, sentence, literal.location.start + offset)


def _at(file: SourceFile, sentence: re.Match[str], offset: int) -> Location:
    begins = len(sentence[0]) - len(sentence[0].lstrip())
    return Location(file, offset + sentence.start() + begins, offset + sentence.end())
