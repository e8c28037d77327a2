"""Trees and text + fingerprints of hidden code -> findings, and for code no person can read a gap that blocks.

What `HiddenCheck.sign` may name; `pattern` and `minimum` belong to the sign:

- `fingerprint`: the pattern is found at least `minimum` times in code, comments left out.
- `identifiers`: of the names of variables, at least the share `minimum` fits the pattern.
- `alphabet`: of the characters of a script, or of one long line, at least the share `minimum` fits the pattern.
- `encoded`: a string of at least `minimum` characters fits the pattern and decodes (Base64 or hexadecimal) to text; its
  first group, if there is one, is what is decoded.
- `lookups`: names of members are fetched by number, of several objects and at least `minimum` times.
- `long-lines`: at least `minimum` characters of code stand on very long lines; texts, comments and space do not count.
- `characters`: runs of characters that fit the pattern, in any text; one finding a file, at the first of them.
- `mixed-script`: each name that fits the pattern.
- `decoded`: text run as code that a string of the page is when it is decoded, or of whose words (what the pattern
  finds) less than the share `minimum` stand in the file as they are.
- `codes`: a list of at least `minimum` numbers that are the letters of a text which the script makes, and which fits
  the pattern.
- `names`: something is used by a computed name that fits the pattern and stands nowhere in the file.
- `address`: a text that is encoded or backwards, fits the pattern when it is read as it is meant, and names a host that
  the page asks or goes to.

All but the last six make the script unreadable. Exact copies of known libraries are passed over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from reviewer.engines.encoded_text import hidden_text, texts_meant
from reviewer.engines.further import also_here
from reviewer.engines.hidden_addresses import hidden_addresses
from reviewer.engines.hidden_names import hidden_names
from reviewer.engines.identities import exact_copies
from reviewer.engines.numbered_text import numbered_texts
from reviewer.engines.protocol import Engine, Evidence
from reviewer.engines.script_text import ScriptText, read_script
from reviewer.finding import Confidence, Finding, Gap, Stage, Step
from reviewer.javascript.facts import Facts
from reviewer.record import value
from reviewer.rule import HiddenCheck, Rule
from reviewer.source import Location, Script, SourceFile
from reviewer.text import Text

_FEWEST_NAMES, _FEWEST_SHORT = 40, 5
_FEWEST_WORDS = 2
_SHORTEST_SAMPLE = 100
_LONG_LINE = 300
_FINDINGS_A_FILE = 50
_PLACES_SHOWN = 20
_FEWEST_OWNERS = 4
_FEWEST_HEXADECIMAL = 2
_SHOWN = 120


@value
class _Sight:
    """Where a sign shows, in offsets of the script's text, and what was measured."""

    start: int
    end: int
    detail: Text


_Sign = Callable[[ScriptText, re.Pattern[str], float], Iterator[_Sight]]


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """Every sign at the first place where it shows; of names that deceive every one, to a limit."""
    known = exact_copies(evidence.submission.files, evidence.rulebook)
    checks = [(rule, rule.check) for rule in rules if isinstance(rule.check, HiddenCheck)]
    compiled = {rule.id: re.compile(check.pattern or "") for rule, check in checks}
    unreadable: dict[SourceFile, list[Finding]] = {}
    for ast in evidence.asts:
        if ast.script.file.path in known:
            continue
        text = read_script(ast)
        for rule, check in checks:
            sign = _SCRIPT_SIGNS.get(check.sign)
            sights = [] if sign is None else list(sign(text, compiled[rule.id], check.minimum))
            if check.sign == "codes" and text.numbers:
                sights = list(_codes(text, compiled[rule.id], check.minimum, _made(evidence, ast.script.file)))
            for sight in sights[:_FINDINGS_A_FILE]:
                finding = _finding(rule, ast.script.location(sight.start, sight.end), sight.detail)
                yield finding
                if check.sign in UNREADABLE:
                    unreadable.setdefault(ast.script.file, []).append(finding)
    for file, findings in unreadable.items():
        yield _gap(file, findings)
    for rule, check in checks:
        if check.sign == "characters":
            for file in evidence.submission.files:
                if file.path not in known:
                    yield from _characters(rule, compiled[rule.id], file)
        elif check.sign == "address":
            yield from _addresses(rule, compiled[rule.id], evidence, known)
        elif check.sign == "names":
            yield from _names(rule, compiled[rule.id], evidence, known)
        elif check.sign == "decoded":
            for page in evidence.pages:
                for ast in page.embedded:
                    if ast.script.file.path not in known:
                        yield from _decoded(rule, compiled[rule.id], check.minimum, ast.script, page)


# Signs of scripts -----------------------------------------------------------------------------------------------------


def _fingerprint(text: ScriptText, pattern: re.Pattern[str], minimum: float) -> Iterator[_Sight]:
    matches = list(pattern.finditer(text.code))
    if matches and len(matches) >= minimum:
        start, end = matches[0].span()
        yield _Sight(start, min(end, start + _SHOWN), _measured(f"{len(matches)}か所", f"{len(matches)} places"))


def _identifiers(text: ScriptText, pattern: re.Pattern[str], minimum: float) -> Iterator[_Sight]:
    fitting = [name for name in text.variables if pattern.search(name.name)]
    names, short = {name.name for name in text.variables}, {name.name for name in fitting}
    # A few names that are used over and over make no code unreadable.
    mostly = len(fitting) >= minimum * len(text.variables) and len(short) >= minimum * len(names)
    if len(text.variables) < _FEWEST_NAMES or len(short) < _FEWEST_SHORT or not mostly:
        return
    count = f"{len(fitting)}/{len(text.variables)}"
    detail = _measured(f"名前 {count} ({fitting[0].name} など)", f"names {count} (such as {fitting[0].name})")
    yield _Sight(fitting[0].start, fitting[0].end, detail)


def _alphabet(text: ScriptText, pattern: re.Pattern[str], minimum: float) -> Iterator[_Sight]:
    for start, end in (*text.lines(), (0, len(text.code))):
        sample = "".join(text.code[start:end].split())
        if len(sample) < _SHORTEST_SAMPLE:
            continue
        share = len(pattern.findall(sample)) / len(sample)
        if share >= minimum:
            yield _Sight(
                start, min(end, start + _SHOWN), _measured(f"{share:.0%}が記号", f"{share:.0%} are such signs")
            )
            return


def _encoded(text: ScriptText, pattern: re.Pattern[str], minimum: float) -> Iterator[_Sight]:
    for literal in text.strings:
        match = pattern.search(literal.value) if len(literal.value) >= minimum else None
        if match is None:
            continue
        hidden = hidden_text(match[1] if pattern.groups and match[1] else match[0])
        if hidden is not None:
            detail = _measured(f"{len(literal.value)}文字", f"{len(literal.value)} characters")
            yield _Sight(literal.start, min(literal.end, literal.start + _SHOWN), detail)


def _long_lines(text: ScriptText, _: re.Pattern[str], minimum: float) -> Iterator[_Sight]:
    long = [line for line in text.line_sizes() if line[2] > _LONG_LINE]
    total = sum(line[2] for line in long)
    if long and total >= minimum:
        start, end, _size = max(long, key=lambda line: line[2])
        detail = _measured(f"長い行に{total}文字のコード", f"{total} characters of code on long lines")
        yield _Sight(start, min(end, start + _SHOWN), detail)


def _lookups(text: ScriptText, _: re.Pattern[str], minimum: float) -> Iterator[_Sight]:
    # A program's own table, as in cells[column(2)], is one object; a list of names serves all that the script touches.
    owners = {each.owner for each in text.lookups}
    fewest = _FEWEST_HEXADECIMAL if all(each.hexadecimal for each in text.lookups) else _FEWEST_OWNERS
    if len(owners) >= fewest and len(text.lookups) >= minimum:
        first, count = text.lookups[0], len(text.lookups)
        yield _Sight(first.start, first.end, _measured(f"番号で取り出す名前 {count}個", f"{count} names by number"))


def _mixed_script(text: ScriptText, pattern: re.Pattern[str], _: float) -> Iterator[_Sight]:
    seen: set[str] = set()
    for name in text.names:
        if name.name not in seen and not name.name.isascii() and pattern.search(name.name):
            seen.add(name.name)
            foreign = _character_names(char for char in name.name if not char.isascii())
            yield _Sight(name.start, name.end, _measured(foreign, foreign))


def _codes(text: ScriptText, pattern: re.Pattern[str], minimum: float, made: Collection[str]) -> Iterator[_Sight]:
    for numbers, meant in numbered_texts(text, made, minimum):
        if pattern.search(meant):
            detail = _measured(f"数字 {len(meant)}個", f"{len(meant)} numbers")
            yield _Sight(numbers.start, min(numbers.end, numbers.start + _SHOWN), detail)


def _made(evidence: Evidence, file: SourceFile) -> Collection[str]:
    """The texts that a file puts together."""
    literals = (literal for page in evidence.pages for literal in page.literals if literal.folded)
    return {literal.value for literal in literals if literal.location.file is file}


_SCRIPT_SIGNS: Mapping[str, _Sign] = MappingProxyType(
    {
        "fingerprint": _fingerprint,
        "identifiers": _identifiers,
        "alphabet": _alphabet,
        "encoded": _encoded,
        "lookups": _lookups,
        "long-lines": _long_lines,
        "mixed-script": _mixed_script,
    }
)
UNREADABLE = frozenset(_SCRIPT_SIGNS).difference({"mixed-script"})
"""The signs of code that no person can review as it is."""
SIGNS = frozenset(_SCRIPT_SIGNS).union({"address", "characters", "codes", "decoded", "names"})
"""Every sign a rule may name."""


# Findings -------------------------------------------------------------------------------------------------------------


def _characters(rule: Rule, pattern: re.Pattern[str], file: SourceFile) -> Iterator[Finding]:
    """Pasted text holds dozens of them: one finding a file tells how many, and leads from place to place."""
    if file.text.isascii():
        return
    matches = [match for match in pattern.finditer(file.text) if match[0]]
    if not matches:
        return
    names = _character_names(char for match in matches for char in match[0])
    ja, en = (f" ({len(matches)}か所)", f" ({len(matches)} places)") if len(matches) > 1 else ("", "")
    start, end = matches[0].span()
    finding = _finding(rule, Location(file, start, end), _measured(names + ja, names + en))
    yield replace(finding, trace=tuple(_further(file, matches[1:_PLACES_SHOWN])))


def _further(file: SourceFile, matches: Sequence[re.Match[str]]) -> Iterator[Step]:
    for match in matches:
        names = _character_names(match[0])
        yield also_here(Location(file, match.start(), match.end()), Text(ja=names, en=names))


def _decoded(rule: Rule, pattern: re.Pattern[str], minimum: float, code: Script, page: Facts) -> Iterator[Finding]:
    words = set() if code.exact else set(pattern.findall(code.text))
    seen = [word for word in words if word in code.file.text]
    hidden = len(words) - len(seen)
    if len(words) >= _FEWEST_WORDS and hidden and (len(seen) < minimum * len(words) or _is_encoded(code, page)):
        count = f"{hidden}/{len(words)}"
        detail = _measured(f"見えない語 {count}", f"words that cannot be seen {count}")
        yield _finding(rule, Location(code.file, code.start, code.end), detail)


def _is_encoded(code: Script, page: Facts) -> bool:
    """Whether a string of the page is this code when it is decoded."""
    written = (literal.value for literal in page.literals if not literal.folded)
    long = (text for text in written if len(text) >= len(code.text))
    return any(code.text in meant and meant != text for text in long for meant in texts_meant(text))


def _addresses(rule: Rule, pattern: re.Pattern[str], evidence: Evidence, known: Collection[str]) -> Iterator[Finding]:
    """Each such text once, however many pages it is on."""
    seen: set[Location] = set()
    for page in evidence.pages:
        for location, meant, host in hidden_addresses(page):
            if location not in seen and location.file.path not in known and pattern.search(meant):
                seen.add(location)
                yield _finding(rule, location, _measured(host, host))


def _names(rule: Rule, pattern: re.Pattern[str], evidence: Evidence, known: Collection[str]) -> Iterator[Finding]:
    """Each such name once, at the first place."""
    seen: set[tuple[str, str]] = set()
    for page in evidence.pages:
        for location, name in hidden_names(page):
            path = location.file.path
            if (path, name) not in seen and path not in known and pattern.search(name):
                seen.add((path, name))
                yield _finding(rule, location, _measured(name, name))


def _character_names(chars: Iterator[str] | str) -> str:
    codes = dict.fromkeys(f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip() for char in chars)
    return ", ".join(list(codes)[:4])


def _measured(ja: str, en: str) -> Text:
    return Text(ja=f"見つかったもの: {ja}", en=f"Found: {en}")


def _finding(rule: Rule, location: Location, detail: Text) -> Finding:
    return Finding(
        rule=rule,
        location=location,
        confidence=Confidence.HIGH,
        detail=detail,
        trace=(),
        function="",
        flagged=location.text[:_SHOWN] or rule.id,
    )


def _gap(file: SourceFile, findings: Sequence[Finding]) -> Gap:
    titles = list({finding.rule.id: finding.rule.title for finding in findings}.values())
    first = findings[0].location
    return Gap(
        stage=Stage.ANALYSIS,
        kind="unreadable-code",
        message=Text(
            ja=f"レビュー不能: {file.path} は人が読める形ではありません({'、'.join(title.ja for title in titles)})。"
            "元のソースコードを提出してもらってください。",
            en=f"Not reviewable: {file.path} is in no form a person can read "
            f"({'; '.join(title.en for title in titles)}). Ask for the original source.",
        ),
        path=file.path,
        location=first,
        blocking=True,
    )


ENGINE = Engine(name="hidden", answers=HiddenCheck, run=run)
