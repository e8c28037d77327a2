"""The straight line: submission, rulebook and policy -> review. Reads no file, prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from reviewer import __version__
from reviewer.answers import FORGETFUL, Answers
from reviewer.comparison import compare
from reviewer.declaration import Declaration
from reviewer.engines import (
    declared,
    flows,
    hidden,
    libraries,
    markup,
    members,
    packaging,
    repeats,
    secrets,
    semgrep,
    styles,
    uses,
)
from reviewer.engines.early import Early, asked_of
from reviewer.engines.identities import exact_copies
from reviewer.engines.protocol import Engine, Evidence
from reviewer.engines.survey import survey
from reviewer.finding import Finding, Gap, Stage
from reviewer.javascript.ast import Ast
from reviewer.javascript.facts import Facts
from reviewer.masking import masking
from reviewer.overlap import uncovered
from reviewer.pool import ALONE, Pool
from reviewer.reading import Reading, follow, read
from reviewer.review import FileState, Parse, Review, Witness, counting, fingerprints, ordered, still_unseen, verdict
from reviewer.revision import ApprovedVersion, revised, traits
from reviewer.rule import KnownFile, Policy, Rulebook
from reviewer.source import Kind, SourceFile
from reviewer.submission import Submission
from reviewer.text import Text
from reviewer.uncompiled import UNCOMPILED, source_gaps
from reviewer.waiver import NEVER, NO_WAIVERS, WaiverList, judged, refuse_own

ENGINES: tuple[Engine, ...] = (
    flows.ENGINE,
    uses.ENGINE,
    members.ENGINE,
    repeats.ENGINE,
    styles.ENGINE,
    markup.ENGINE,
    secrets.ENGINE,
    libraries.ENGINE,
    hidden.ENGINE,
    packaging.ENGINE,
    semgrep.ENGINE,
    declared.ENGINE,
)
"""All engines as they run; each answers one form of check. What is declared is compared when all gaps are known."""
Progress = Callable[[Text], None]
"""Is told what is being done, for a person who waits."""


def review(  # noqa: PLR0913 - everything that a review hangs on
    submission: Submission,
    rulebook: Rulebook,
    policy: Policy,
    progress: Progress = lambda _: None,
    *,
    declaration: Declaration | None = None,
    waivers: WaiverList = NO_WAIVERS,
    today: date = NEVER,
    since: ApprovedVersion | None = None,
    answers: Answers = FORGETFUL,
    pool: Pool = ALONE,
) -> Review:
    """The review of one submission, compared with its application if there is one.

    `today` is the day on which `waivers` and the approval `since` must hold; without one none of them does. The same
    arguments give the same review, `answers` and `pool` sooner. ReviewerError where the waivers are part of the
    submission.
    """
    refuse_own(waivers, submission)
    policy = policy.under(None if declaration is None else declaration.information_class)
    progress(Text(ja="コードを読み取っています", en="Reading the code"))
    known = exact_copies(submission.files, rulebook)
    reading = read(submission, known)
    early = Early.begin(ENGINES, _evidence(submission, reading, rulebook, policy, answers))
    progress(Text(ja="値の流れを調べています", en="Following values"))
    reading = follow(reading, submission, rulebook, answers, pool)
    evidence = _evidence(submission, reading, rulebook, policy, answers)
    dossier = survey(evidence)
    findings: list[Finding] = []
    gaps: list[Gap] = [
        *submission.gaps,
        *_library_gaps(submission, known),
        *source_gaps(submission, reading.asts.values()),
        *_reading_gaps(reading.asts.values()),
        *_page_gaps(reading.pages),
    ]
    for engine in ENGINES:
        if engine is declared.ENGINE and declaration is not None:
            complete = not any(gap.blocking for gap in gaps)
            comparison = compare(declaration, dossier, submission, rulebook, complete=complete)
            evidence = replace(evidence, comparison=comparison)
        rules = asked_of(engine, rulebook)
        if not rules:
            continue
        progress(Text(ja=f"ルールに照らしています({engine.name})", en=f"Checking rules ({engine.name})"))
        for result in early.results(engine, evidence, rules):
            if isinstance(result, Finding):
                findings.append(result)
            else:
                gaps.append(result)
    found = ordered(uncovered(findings))
    named = fingerprints(found)
    waiver_uses = judged(waivers, named, today)
    revision = None
    if since is not None:
        does, states = traits(dossier, masking(found).redact), (rulebook.sha256, policy.sha256)
        revision = revised(since, submission, named, gaps, does, states=states, today=today)
    return Review(
        submission=submission,
        dossier=dossier,
        findings=found,
        gaps=_sorted(gaps),
        files=tuple(_states(submission, reading, known)),
        verdict=verdict(counting(found, waiver_uses, revision), still_unseen(gaps, revision), policy),
        rulebook=rulebook,
        policy=policy,
        tool_version=__version__,
        declaration=declaration,
        comparison=evidence.comparison,
        waivers=waiver_uses,
        revision=revision,
    )


def _evidence(
    submission: Submission, reading: Reading, rulebook: Rulebook, policy: Policy, answers: Answers
) -> Evidence:
    return Evidence(
        submission,
        tuple(reading.asts.values()),
        reading.pages,
        reading.stylesheets,
        reading.documents,
        rulebook,
        policy,
        answers=answers,
    )


# What was not examined ------------------------------------------------------------------------------------------------


def _library_gaps(submission: Submission, known: Mapping[str, KnownFile]) -> Iterator[Gap]:
    for file in submission.files:
        if file.path in known:
            library = known[file.path]
            name = f"{library.library} {library.version}"
            yield Gap(
                stage=Stage.LIBRARIES,
                kind="known-library",
                message=Text(
                    ja=f"公開されている {name} と1バイトも違わないため、中は調べていません。",
                    en=f"This is {name} to the byte; its inside was not examined.",
                ),
                path=file.path,
                location=None,
                blocking=False,
            )


_PROBLEMS: Mapping[str, Text] = MappingProxyType(
    {
        "syntax-error": Text(
            ja="JavaScriptの文法エラーです。ブラウザーはこのファイルを実行しません。作成者に直してもらってください。",
            en="A syntax error: no browser would run this file. Ask its author to correct it.",
        ),
        "unreadable": Text(
            ja="この部分は読み取れず、調べられていません。人が読んで確かめてください。",
            en="This part could not be read and was not examined. Have a person read it.",
        ),
        "disagreement": Text(
            ja="2つの解析器の読み方が食い違いました。この部分は人が読んで確かめてください。",
            en="Two parsers read this differently. Have a person read this part.",
        ),
        "too-deep": Text(
            ja="入れ子が深すぎて調べられません。生成前のコードを提出してもらってください。",
            en="Nested too deep to be examined. Ask for the code it was generated from.",
        ),
        "too-large": Text(
            ja="大きすぎて調べられません。分割した、または生成前のコードを提出してもらってください。",
            en="Too large to be examined. Ask for it in parts, or for the code it was generated from.",
        ),
        "unsupported": Text(
            ja="この構文にはまだ対応していません。人が読んで確かめてください。",
            en="This syntax is not supported yet. Have a person read it.",
        ),
    }
)
_OTHER_PROBLEM = Text(
    ja="この部分は調べられていません。人が読んで確かめてください。",
    en="This part was not examined. Have a person read it.",
)


def _reading_gaps(asts: Iterable[Ast]) -> Iterator[Gap]:
    for ast in asts:
        for problem in ast.problems:
            if problem.kind in UNCOMPILED:
                continue  # told once for the file
            words = _PROBLEMS.get(problem.kind, _OTHER_PROBLEM)
            yield Gap(
                stage=Stage.PARSING,
                kind=problem.kind,
                message=Text(ja=f"{words.ja}({problem.message})", en=f"{words.en} ({problem.message})"),
                path=ast.script.file.path,
                location=ast.script.location(problem.start, problem.end),
                blocking=True,
            )


_UNRESOLVED: Mapping[str, Text] = MappingProxyType(
    {
        "with-statement": Text(
            ja="with文の中では名前が何を指すか決まらないため、値の流れを追いきれません。人が読んで確かめてください。",
            en="Inside `with` it cannot be told what names mean, so values cannot be followed. Have a person read it.",
        ),
        "too-large": Text(
            ja="1つの画面のコードが多すぎるため、このファイルの値の流れは追っていません。生成前のコードを提出してもらってください。",
            en="Too much code for one screen: values in this file were not followed. Ask for its original source.",
        ),
        "code-in-text": Text(
            ja="文字列の中のプログラムが深く重なっているか多すぎるため、この部分は調べていません。元のコードを提出してもらってください。",
            en="Code within text is nested too deep, or there is too much of it, to be examined. Ask for its source.",
        ),
        "work-limit": Text(
            ja="コードが込み入っていて、値の流れを最後まで追えませんでした。生成前のコードを提出してもらってください。",
            en="The code is too tangled to follow all values to the end. Ask for the code it was generated from.",
        ),
    }
)


def _page_gaps(pages: Sequence[Facts]) -> Iterator[Gap]:
    for page in pages:
        yield from _reading_gaps(page.embedded)
        for unresolved in page.unresolved:
            if unresolved.kind in _UNRESOLVED:
                yield Gap(
                    stage=Stage.ANALYSIS,
                    kind=unresolved.kind,
                    message=_UNRESOLVED[unresolved.kind],
                    path=unresolved.location.file.path,
                    location=unresolved.location,
                    blocking=True,
                )


def _sorted(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Blocking ones first, then by place; the same gap once."""

    def key(gap: Gap) -> tuple[bool, str, int, str, str]:
        start = gap.location.start if gap.location is not None else -1
        return (not gap.blocking, gap.path or "", start, gap.kind, gap.message.en)

    return tuple(sorted(dict.fromkeys(gaps), key=key))


def _states(submission: Submission, reading: Reading, known: Mapping[str, KnownFile]) -> Iterator[FileState]:
    problems = {sheet.file.path for sheet in reading.stylesheets if sheet.problems}
    problems |= {document.file.path for document in reading.documents if document.problems}
    for file in submission.files:
        asts = [reading.asts[script] for script in reading.scripts.get(file.path, ())]
        library = known.get(file.path)
        yield FileState(
            path=file.path,
            parser=_parsed(file, asts, file.path in problems, library),
            witness=_witness(asts),
            library=None if library is None else f"{library.library}@{library.version}",
        )


_READ_ALL_THE_SAME = frozenset({"syntax-error", *UNCOMPILED})


def _parsed(file: SourceFile, asts: Sequence[Ast], has_problems: bool, library: KnownFile | None) -> Parse:
    if library is not None or file.kind in {Kind.JSON, Kind.TEXT}:
        return Parse.NOT_ASKED
    broken = has_problems or any(problem.kind not in _READ_ALL_THE_SAME for ast in asts for problem in ast.problems)
    return Parse.PROBLEMS if broken else Parse.READ


def _witness(asts: Sequence[Ast]) -> Witness:
    """The worst that the strict parser said of a file's scripts."""
    said = {ast.witness for ast in asts}
    return next((word for word in Witness if word.value in said), Witness.NOT_ASKED)
