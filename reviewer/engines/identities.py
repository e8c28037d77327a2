"""Files, comments and URLs -> the libraries they are: exact copies, known by their bytes, and mere claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reviewer.dossier import LibraryEntry
from reviewer.engines.likenesses import likenesses
from reviewer.engines.protocol import Evidence
from reviewer.engines.unread import StandIns
from reviewer.javascript.ast import Ast
from reviewer.javascript.facts import Facts
from reviewer.record import value
from reviewer.rule import Banner, KindRole, KnownFile, Rulebook
from reviewer.source import Kind, Location, Role, SourceFile
from reviewer.submission import Submission

EXACT = "exact"
"""The bytes are those of a published file."""
CLAIMED = "claimed"
"""A comment, a URL or the words in it say so."""

_BANNER_LENGTH = 600
_REACH = 200_000
"""How far behind a comment the code may say the version."""

_ANY_LIBRARY = "*"


@value
class Identity:
    """One library at one place. `version` is "" where a URL leaves it open; `url` is set where it is loaded by URL."""

    library: str
    version: str
    location: Location
    exact: bool
    url: str | None


@value
class Loaded:
    """A script or style sheet that a page gets from a URL: `registered` in kintone's settings, or by an element."""

    url: str
    location: Location
    registered: bool


def exact_copies(files: Iterable[SourceFile], rulebook: Rulebook) -> Mapping[str, KnownFile]:
    """Path -> the published file it is a copy of, byte for byte. Only these may be passed over by an analysis."""
    known = {each.sha256: each for each in rulebook.known_files}
    return {file.path: known[file.sha256] for file in files if file.sha256 in known}


def identify(evidence: Evidence) -> tuple[LibraryEntry, ...]:
    """The libraries of a submission for its dossier: each name and version once for each file or URL it comes from."""
    entries: dict[tuple[str, str, str, str], list[Location]] = {}
    for identity in identities(evidence):
        kind = EXACT if identity.exact else CLAIMED
        origin = identity.url or identity.location.file.path
        entries.setdefault((identity.library, identity.version, kind, origin), []).append(identity.location)
    return tuple(
        LibraryEntry(name=name, version=version, identity=kind, origin=origin, locations=tuple(locations))
        for (name, version, kind, origin), locations in sorted(entries.items())
    )


def identities(evidence: Evidence) -> tuple[Identity, ...]:
    """Every library that can be told, at every place."""
    copies = exact_copies(evidence.submission.files, evidence.rulebook)
    banners = tuple((banner, re.compile(banner.pattern)) for banner in evidence.rulebook.banners)
    found = [
        Identity(copies[file.path].library, copies[file.path].version, Location(file, 0, 0), exact=True, url=None)
        for file in evidence.submission.files
        if file.path in copies
    ]
    for comment in comments(evidence):
        if comment.file.path not in copies:
            found += _named_in(comment, banners)
    named = {(identity.location.file, identity.library) for identity in found}
    for likeness in likenesses(evidence, copies):
        if (likeness.location.file, likeness.library) not in named:
            found.append(Identity(likeness.library, likeness.version, likeness.location, exact=False, url=None))
    for loaded in (*loaded_urls(evidence), *run_time_urls(evidence)):
        found += url_identity(loaded, banners)
    return tuple(dict.fromkeys(found))


def loaded_urls(evidence: Evidence) -> Iterator[Loaded]:
    """Scripts and style sheets that come from URLs: registered ones, and those of script and link elements."""
    stand_ins = StandIns(evidence.submission)
    for resource in evidence.submission.urls:
        location = resource.location or Location(_registry(evidence.submission, stand_ins), 0, 0)
        yield Loaded(resource.url, location, registered=True)
    for document in evidence.documents:
        for fact in document.facts:
            if fact.url is not None and (fact.at == "script" or (fact.at == "link" and fact.element == "link")):
                yield Loaded(fact.url, fact.location, registered=False)


def run_time_urls(evidence: Evidence) -> Iterator[Loaded]:
    """Scripts and style sheets that a script loads while it runs, as far as their URLs are known.

    Where a helper does the loading it is the address that says what is loaded: it is told where that is written.
    """
    loading = {kind.name for kind in evidence.rulebook.kinds if kind.role is KindRole.CALL and kind.loads}
    for page in evidence.pages:
        for use in page.uses:
            if use.target is not None and any(model.call in loading for model in use.models):
                for url in use.target.urls:
                    if url.text is not None:
                        places = () if url.text in use.location.text else _written(page, url.text)
                        yield from (Loaded(url.text, each, registered=False) for each in places or (use.location,))


def _written(page: Facts, text: str) -> Sequence[Location]:
    """Where a text stands, or else where it is put together."""
    known = [literal for literal in page.literals if literal.value == text]
    plain = [literal.location for literal in known if not literal.folded]
    return plain or [literal.location for literal in known]


def url_identity(loaded: Loaded, banners: Sequence[tuple[Banner, re.Pattern[str]]]) -> tuple[Identity, ...]:
    """The library a URL names, by the first pattern that fits; none where no pattern does."""
    url = f"https:{loaded.url}" if loaded.url.startswith("//") else loaded.url
    for banner, pattern in banners:
        match = pattern.match(url)
        if match is not None:
            version = (match["version"] or "").removeprefix("v")
            return (Identity(_library(banner, match), version, loaded.location, exact=False, url=loaded.url),)
    return ()


def comments(evidence: Evidence) -> Iterator[Location]:
    """The comments of scripts and style sheets; line comments on neighbouring lines are one."""
    for ast in evidence.asts:
        if ast.script.exact:
            yield from _script_comments(ast)
    for file in evidence.submission.files:
        if file.kind is Kind.CSS:
            yield from _style_comments(file)


def _script_comments(ast: Ast) -> Iterator[Location]:
    text = ast.script.text
    start: int | None = None
    end = 0
    for comment in ast.comments:
        if start is not None and (not text.startswith("//", comment.start) or text[end : comment.start].strip()):
            yield ast.script.location(start, end)
            start = None
        if not text.startswith("//", comment.start):
            yield ast.script.location(comment.start, comment.end)
            continue
        start = comment.start if start is None else start
        end = comment.end
    if start is not None:
        yield ast.script.location(start, end)


def _style_comments(file: SourceFile) -> Iterator[Location]:
    at = file.text.find("/*")
    while at >= 0:
        end = file.text.find("*/", at + 2)
        if end < 0:
            return
        yield Location(file, at, end + 2)
        at = file.text.find("/*", end + 2)


def _named_in(comment: Location, banners: Sequence[tuple[Banner, re.Pattern[str]]]) -> Iterator[Identity]:
    text = comment.file.text[comment.start : min(comment.end, comment.start + _BANNER_LENGTH)]
    for banner, pattern in banners:
        match = pattern.search(text)
        if match is None:
            continue
        if banner.stated is not None:
            stated = re.compile(banner.stated).search(comment.file.text, comment.end, comment.end + _REACH)
            if stated is not None:
                where = Location(comment.file, stated.start(), stated.end())
                yield Identity(banner.library, stated["version"], where, exact=False, url=None)
        elif match["version"]:
            version = match["version"].removeprefix("v")
            # Of a comment over several lines the one that says the version, or all from there on.
            begins = text.rfind("\n", 0, match.start("version")) + 1
            where = Location(comment.file, comment.start + begins, comment.end)
            yield Identity(_library(banner, match), version, where, exact=False, url=None)


def _library(banner: Banner, match: re.Match[str]) -> str:
    return match["library"] if banner.library == _ANY_LIBRARY else banner.library


def _registry(submission: Submission, stand_ins: StandIns) -> SourceFile:
    """The file that registers URLs, for those whose own place in it is not known."""
    manifests = (file for file in submission.files if file.role is Role.MANIFEST)
    return next(manifests, None) or stand_ins.file(submission.name)
