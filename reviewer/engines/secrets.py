"""Folded strings, comments and plain text + secret rules -> findings; a secret never leaves this module in clear.

Where several rules see the same characters, the worst rule says it, and among equals the one written first.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from reviewer.engines.decoding import decoded
from reviewer.engines.given_secrets import GivenSecret, given_secrets
from reviewer.engines.identities import exact_copies
from reviewer.engines.named_values import NamedValue, values_in_code, values_in_settings
from reviewer.engines.placeholders import is_placeholder
from reviewer.engines.protocol import Engine, Evidence
from reviewer.engines.remarks import Remarks
from reviewer.engines.secret_places import Candidate, Hit, pieces_of_code, told, written_pieces
from reviewer.engines.unread import StandIns
from reviewer.engines.written_lines import runs_of_lines
from reviewer.finding import Confidence, Finding, Gap, Step
from reviewer.javascript.facts import Literal
from reviewer.masking import mask
from reviewer.record import value
from reviewer.rule import CheckDigit, Rule, SecretCheck
from reviewer.source import Kind, Location, SourceFile
from reviewer.text import Text

_CORE = "core"
"""The name of the group in a rule's pattern that is the very secret."""


@value
class _Detector:
    """One rule's check, compiled."""

    rule: Rule
    pattern: re.Pattern[str]
    context: re.Pattern[str] | None
    decoded: re.Pattern[str] | None
    reject: tuple[re.Pattern[str], ...]
    minimum_entropy: float
    placeholders: tuple[re.Pattern[str], ...]
    check_digit: CheckDigit | None
    remarks: Remarks | None
    calls: frozenset[str]

    def secrets(self, candidate: Candidate, names: str) -> Iterator[Hit]:
        """The secrets this rule sees in a candidate with these names, one a line."""
        if bool(self.calls) is not bool(candidate.calls) or not self.calls.issuperset(candidate.calls):
            return
        if self.context is not None and self.context.search(names) is None and not self._is_remarked(candidate):
            return
        for match in self.pattern.finditer(candidate.value):
            group = 1 if self.pattern.groups and match[1] is not None else 0
            secret = match[group]
            if not secret or not self._is_genuine(secret):
                continue
            start, end = candidate.start, candidate.end
            if candidate.exact:
                start, end = candidate.start + match.start(group), candidate.start + match.end(group)
            known = self.context is not None or self.minimum_entropy == 0
            confidence = Confidence.HIGH if known else Confidence.MEDIUM
            yield Hit(self.rule, secret, self._core(match, secret), candidate, candidate.file, start, end, confidence)

    def _core(self, match: re.Match[str], secret: str) -> str:
        plain = None if self.decoded is None else decoded(secret)
        inner = self.decoded.search(plain) if self.decoded is not None and plain is not None else match
        return "" if inner is None else inner.groupdict().get(_CORE) or ""

    def _is_remarked(self, candidate: Candidate) -> bool:
        """Whether a comment on the place of what looks right speaks of it."""
        if self.remarks is None or self.context is None or self.pattern.search(candidate.value) is None:
            return False
        return self.context.search(self.remarks.on(candidate.file, candidate.start, candidate.end)) is not None

    def _is_genuine(self, secret: str) -> bool:
        if entropy(secret) < self.minimum_entropy or any(pattern.search(secret) for pattern in self.reject):
            return False
        if self.check_digit is not None and not has_right_digit(secret, self.check_digit):
            return False
        plain = None if self.decoded is None else decoded(secret)
        if self.decoded is not None and (plain is None or self.decoded.search(plain) is None):
            return False
        return not is_placeholder((secret, plain), self.placeholders)


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """One finding for each secret at each place where it stands; exact copies of known libraries are passed over."""
    remarks = Remarks(evidence.asts)
    detectors = tuple(_detectors(rules, evidence.rulebook.placeholders, remarks))
    known = exact_copies(evidence.submission.files, evidence.rulebook)
    candidates = [each for each in _candidates(evidence) if each.file.path not in known]
    hits = list(_hits(detectors, candidates))
    written = pieces_of_code(candidates)
    yield from _findings(told(hits, candidates, written), written)
    yield from _secret_files(evidence, rules)


def _hits(detectors: Sequence[_Detector], candidates: Iterable[Candidate]) -> Iterator[Hit]:
    """What all rules see in all candidates; texts without anything under the same names are looked at once by those
    that do not ask what is remarked on a place."""
    empty: set[tuple[str, str, tuple[str, ...]]] = set()
    by_place = [detector for detector in detectors if detector.remarks is not None]
    for candidate in candidates:
        names = "\n".join(candidate.names)
        key = (candidate.value, names, candidate.calls)
        asked = by_place if key in empty else detectors
        found = [hit for detector in asked for hit in detector.secrets(candidate, names)]
        yield from found
        if not found:
            empty.add(key)


def entropy(text: str) -> float:
    """Shannon entropy of a text's characters, in bits per character."""
    counts = Counter(text).values()
    return -sum(count / len(text) * math.log2(count / len(text)) for count in counts)


def has_right_digit(text: str, check: CheckDigit) -> bool:
    """Whether the last digit of a number, whatever stands between its digits, follows from those before."""
    digits = [int(character) for character in text if character.isascii() and character.isdigit()]
    if len(digits) != len(check.weights) + 1:
        return False
    rest = sum(digit * weight for digit, weight in zip(digits[:-1], check.weights, strict=True)) % check.modulus
    expected = check.modulus - rest
    return digits[-1] == (expected if expected < 10 else 0)


def _detectors(rules: Sequence[Rule], placeholders: Sequence[str], remarks: Remarks) -> Iterator[_Detector]:
    compiled = tuple(re.compile(pattern) for pattern in placeholders)
    for rule in rules:
        check = rule.check
        if not isinstance(check, SecretCheck) or check.pattern is None:
            continue
        yield _Detector(
            rule=rule,
            pattern=re.compile(check.pattern),
            context=None if check.context is None else re.compile(check.context, re.MULTILINE),
            decoded=None if check.decoded is None else re.compile(check.decoded),
            reject=tuple(re.compile(pattern) for pattern in check.reject),
            minimum_entropy=check.minimum_entropy,
            placeholders=compiled,
            check_digit=check.check_digit,
            remarks=remarks if check.remarks else None,
            calls=frozenset(check.calls),
        )


# Candidates -----------------------------------------------------------------------------------------------------------


def _candidates(evidence: Evidence) -> Iterator[Candidate]:
    literals = {
        (literal.location.order, literal.value, literal.names): literal
        for page in evidence.pages
        for literal in page.literals
    }
    for literal in literals.values():
        yield from _of_literal(literal)
    yield from runs_of_lines(_as_written(literal) for literal in literals.values())
    yield from (_of_given(given) for page in evidence.pages for given in given_secrets(page))
    analysed = {literal.location.file for literal in literals.values()}
    doubtful = {ast.script.file for ast in evidence.asts if ast.problems}
    for ast in evidence.asts:
        if ast.script.exact:
            for comment in ast.comments:
                where = ast.script.location(comment.start, comment.end)
                yield from _of_text(where.file, where.start, where.end)
    for file in evidence.submission.files:
        is_script = file.kind in (Kind.JAVASCRIPT, Kind.TYPESCRIPT)
        if not is_script or file not in analysed or file in doubtful:
            yield from _of_text(file, 0, len(file.text))


def _of_literal(literal: Literal) -> Iterator[Candidate]:
    whole = _as_written(literal)
    yield whole
    for named in values_in_code(literal.value):
        yield _inside(whole, named)


def _as_written(literal: Literal) -> Candidate:
    where = literal.location
    offset = -1 if literal.folded else where.text.find(literal.value)
    exact = offset >= 0
    start = where.start + offset if exact else where.start
    end = start + len(literal.value) if exact else where.end
    return Candidate(literal.value, literal.names, where.file, start, end, exact, literal.function)


def _of_given(given: GivenSecret) -> Candidate:
    where = given.location
    return Candidate(given.value, (), where.file, where.start, where.end, False, given.function, (given.call,))


def _of_text(file: SourceFile, start: int, end: int) -> Iterator[Candidate]:
    whole = Candidate(file.text[start:end], (), file, start, end, exact=True, function="")
    yield whole
    in_settings = file.kind in (Kind.TEXT, Kind.JSON)
    for named in (values_in_settings if in_settings else values_in_code)(whole.value):
        yield _inside(whole, named)


def _inside(whole: Candidate, named: NamedValue) -> Candidate:
    return Candidate(
        value=whole.value[named.start : named.end],
        names=(named.name, *whole.names),
        file=whole.file,
        start=whole.start + named.start if whole.exact else whole.start,
        end=whole.start + named.end if whole.exact else whole.end,
        exact=whole.exact,
        function=whole.function,
    )


# Findings -------------------------------------------------------------------------------------------------------------


def _pieces(hit: Hit, written: Sequence[Candidate]) -> Iterator[Step]:
    """Where a secret is put together, and where its parts are written, so that they can be hidden as well."""
    if hit.candidate.exact:
        return
    for piece in written_pieces(hit, written):
        yield Step(
            location=Location(piece.file, piece.start, piece.end),
            note=Text(ja="値の一部がここに書かれています", en="A part of the value is written here"),
        )
    yield Step(
        location=Location(hit.candidate.file, hit.candidate.start, hit.candidate.end),
        note=Text(ja="ここで1つの値になります", en="It becomes one value here"),
    )


_Place = tuple[str, SourceFile, int, int]
"""The rule that speaks, and where the secret stands."""


def _overlap(hit: Hit, extent: tuple[int, int]) -> bool:
    return extent[0] < hit.end and hit.start < extent[1]


def _findings(hits: Sequence[Hit], written: Sequence[Candidate]) -> Iterator[Finding]:
    places: dict[_Place, list[Hit]] = {}
    taken: dict[SourceFile, dict[_Place, tuple[int, int]]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.rule.severity.rank, *_written_at(hit.rule))):
        place = (hit.rule.id, hit.file, hit.start, hit.end)
        extents = taken.setdefault(hit.file, {})
        if place not in places:
            around = next((each for each, extent in extents.items() if _overlap(hit, extent)), None)
            if around is not None:
                if hit.candidate.exact:
                    # What another rule takes for a secret here is hidden as well, all of it.
                    start, end = extents[around]
                    extents[around] = (min(start, hit.start), max(end, hit.end))
                continue
            extents[place] = (hit.start, hit.end)
        places.setdefault(place, []).append(hit)
    for place, same in places.items():
        start, end = taken[place[1]][place]
        masks = " ".join(dict.fromkeys(mask(hit.secret) for hit in same))
        yield Finding(
            rule=same[0].rule,
            location=Location(same[0].file, start, end),
            confidence=same[0].confidence,
            detail=Text(ja=f"見つかった値(伏せてあります): {masks}", en=f"Value found (masked): {masks}"),
            trace=tuple(dict.fromkeys(step for hit in same for step in _pieces(hit, written))),
            function=same[0].candidate.function,
            flagged=masks,
        )


def _written_at(rule: Rule) -> tuple[str, int]:
    file, _, line = rule.source.rpartition(":")
    return file, int(line) if line.isdecimal() else 0


def _secret_files(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding]:
    stand_ins = StandIns(evidence.submission)
    paths = [file.path for file in evidence.submission.files] + [each.path for each in evidence.submission.unreviewed]
    for rule in rules:
        check = rule.check
        if not isinstance(check, SecretCheck):
            continue
        for path in paths:
            name = path.rpartition("/")[2].lower()
            if any(fnmatchcase(name, pattern.lower()) for pattern in check.files):
                file = stand_ins.file(path)
                yield Finding(
                    rule=rule,
                    location=Location(file, 0, len(file.text)),
                    confidence=Confidence.HIGH,
                    detail=Text(ja=f"ファイル: {path}", en=f"File: {path}"),
                    trace=(),
                    function="",
                    flagged=path,
                )


ENGINE = Engine(name="secrets", answers=SecretCheck, run=run)
