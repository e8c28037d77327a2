"""One review in one language: how its texts are said, its places named and its code shown, no secret ever in clear."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from reviewer.finding import Finding
from reviewer.masking import Masking, masking
from reviewer.report.code import Code
from reviewer.report.model import PlaceView
from reviewer.review import Review
from reviewer.rule import EventWords, KindRole
from reviewer.source import Location, SourceFile
from reviewer.text import Language, Text
from reviewer.waiver import Waiver


class Edition:
    """What every part of a report needs to speak of a review; nothing in it changes but what is remembered."""

    def __init__(self, review: Review, language: Language) -> None:
        self.review = review
        self.language = language
        self._codes: dict[SourceFile, Code] = {}
        self._numbers = {file: number for number, file in enumerate(review.submission.files, start=1)}

    @cached_property
    def masking(self) -> Masking:
        """The secrets of the review."""
        return masking(self.review.findings)

    @cached_property
    def waived(self) -> Mapping[Finding, Waiver]:
        """The findings that do not count, each with its waiver."""
        return self.review.waived

    @cached_property
    def since(self) -> Mapping[Finding, str]:
        """For each finding new, again or known; empty where there is no approval to compare with."""
        revision = self.review.revision
        if revision is None:
            return {}
        groups = (("new", revision.new), ("again", revision.again), ("known", revision.known))
        return {finding: key for key, findings in groups for finding in findings}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Kinds of data by their names for people; where a kind is source and sink, as a source."""
        ranked = sorted(self.review.rulebook.kinds, key=lambda kind: tuple(KindRole).index(kind.role), reverse=True)
        return {kind.name: self.say(kind.title) for kind in ranked}

    @cached_property
    def means(self) -> dict[str, str]:
        """What is done at each modelled place, in the reader's words."""
        titles = {(kind.role, kind.name): self.say(kind.title) for kind in self.review.rulebook.kinds}
        known: dict[str, str] = {}
        for model in self.review.rulebook.models:
            for role, kind in ((KindRole.CALL, model.call), (KindRole.SINK, model.sink)):
                if kind is not None and (role, kind) in titles:
                    known.setdefault(model.place, titles[role, kind])
        return known

    def event(self, name: str) -> tuple[EventWords, str] | None:
        """What the rulebook says of an event, and the rest of its name that stands where the words have `*`."""
        for words in self.review.rulebook.events:
            begin = words.pattern.removesuffix("*")
            if name == words.pattern or (begin != words.pattern and name.startswith(begin)):
                return words, name.removeprefix(begin)
        return None

    def say(self, text: Text) -> str:
        """Our own words, which hold nothing of the submission."""
        return text.to(self.language)

    def tell(self, text: Text) -> str:
        """Words that may quote the submission: secrets in them are masked."""
        return self.masking.redact(text.to(self.language))

    def quote(self, text: str) -> str:
        """Text of the submission, secrets masked."""
        return self.masking.redact(text)

    def code(self, file: SourceFile) -> Code:
        """A file ready to be shown in parts."""
        known = self._codes.get(file)
        if known is None:
            known = self._codes[file] = Code(file, self.masking.spans(file))
        return known

    def anchor(self, file: SourceFile) -> str:
        """Where the report shows a file; "" for one that is no part of it."""
        number = self._numbers.get(file)
        return "" if number is None else file_anchor(number)

    def place(self, location: Location) -> PlaceView:
        """Where a location is, with the line of the full source that shows it."""
        position = self.code(location.file).lines.position(location.start)
        number = self._numbers.get(location.file)
        return PlaceView(
            path=location.file.path,
            line=position.line,
            column=position.column,
            anchor=None if number is None else f"{file_anchor(number)}-L{position.line}",
        )


def file_anchor(number: int) -> str:
    """The anchor of the file with that number, counted from 1 in the order of the submission."""
    return f"file-{number}"
