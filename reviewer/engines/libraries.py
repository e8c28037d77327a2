"""Library identities and loaded URLs + library rules -> findings, and gaps for what is loaded unseen.

What `LibraryCheck.finding` may ask for:

- `vulnerable-severe`, `vulnerable`, `vulnerable-slight`: the worst advisory on this version is critical or high,
  medium, or low; each library is said once a place, with all its advisories.
- `modified`: the file's first comment claims a version whose published files are known, and it is none of them.
- `in-name-only`: the same of a file that is far too small and holds hardly any of the words of that library.
- `not-accepted`: the policy lists the libraries the city accepts, and this one, or this version, is not among them.
- `url-only`: kintone loads this from a URL, so what is reviewed is not what runs.
- `floating-version`: the URL names a library without one exact version.
- `insecure-url`: the URL is http.
- `hijacked-host`, `unknown-host`: the URL's host is of a class in `hosts`; hijacked ones are looked for in strings too.

Where `hosts` is given it narrows every finding about a URL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from reviewer.destination import Destination, judge, trusting
from reviewer.engines.identities import Identity, Loaded, identities, loaded_urls, run_time_urls, url_identity
from reviewer.engines.likenesses import is_piece
from reviewer.engines.protocol import Engine, Evidence
from reviewer.finding import Confidence, Finding, Gap, Stage
from reviewer.rule import Advisory, HostClass, LibraryCheck, Rule, Severity
from reviewer.source import Location
from reviewer.text import Text
from reviewer.versions import is_exact, order, within

_GRADES: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.CRITICAL: "vulnerable-severe",
        Severity.HIGH: "vulnerable-severe",
        Severity.MEDIUM: "vulnerable",
        Severity.LOW: "vulnerable-slight",
        Severity.INFO: "vulnerable-slight",
    }
)
_IDS_SHOWN = 6
# A banner further in is that of a library inside a bundle, which is no copy of anything.
_HEAD = 400
_URL = re.compile(r"(?:https?:)?//[^\s\"'<>]+")


def run(evidence: Evidence, rules: Sequence[Rule]) -> Iterator[Finding | Gap]:
    """Findings about libraries and URLs, each at the place that loads or holds it."""
    found = identities(evidence)
    for rule in rules:
        match rule.check:
            case LibraryCheck(finding="vulnerable-severe" | "vulnerable" | "vulnerable-slight" as grade):
                yield from _vulnerable(evidence, rule, grade, found)
            case LibraryCheck(finding="modified" | "in-name-only" as how):
                yield from _modified(evidence, rule, found, pieces=how != "modified")
            case LibraryCheck(finding="not-accepted"):
                yield from _not_accepted(evidence, rule, found)
            case LibraryCheck() as check:
                yield from _about_urls(evidence, rule, check)
    yield from _gaps(evidence)


# Versions -------------------------------------------------------------------------------------------------------------


def _vulnerable(evidence: Evidence, rule: Rule, grade: str, found: Sequence[Identity]) -> Iterator[Finding]:
    for identity in found:
        advisories = [
            each
            for each in evidence.rulebook.advisories
            if each.library == identity.library and within(identity.version, each.at_or_above, each.below, each.through)
        ]
        if not advisories:
            continue
        worst = min((each.severity for each in advisories), key=lambda severity: severity.rank)
        if _GRADES[worst] == grade:
            yield _finding(
                rule,
                identity.location,
                _advice(identity, advisories),
                flagged=f"{identity.library}@{identity.version}",
                confidence=Confidence.HIGH if identity.exact else Confidence.MEDIUM,
            )


def _advice(identity: Identity, advisories: Sequence[Advisory]) -> Text:
    # Bare numbers count a project's own issues and tell a reader nothing.
    ids = list(dict.fromkeys(name for each in advisories for name in each.ids if not name.isdecimal()))
    shown = ", ".join(ids[:_IDS_SHOWN])
    more = " ..." if len(ids) > _IDS_SHOWN else ""
    listed = f" ({shown}{more})" if shown else ""
    name, count = f"{identity.library} {identity.version}", len(advisories)
    if any(each.below is None for each in advisories):
        return Text(
            ja=f"{name}: {count}件の弱点が公表されています{listed}。直された版が分からないものがあります",
            en=f"{name}: {count} known weaknesses{listed}; for some of them no version without it is known",
        )
    fixed = max((each.below or "" for each in advisories), key=lambda version: order(version) or ((), False, ()))
    return Text(
        ja=f"{name}: {count}件の弱点が公表されています{listed}。{fixed} より前の版が対象です",
        en=f"{name}: {count} known weaknesses{listed}, in versions before {fixed}",
    )


def _modified(evidence: Evidence, rule: Rule, found: Sequence[Identity], *, pieces: bool) -> Iterator[Finding]:
    published: dict[tuple[str, str], int] = {}
    for known in evidence.rulebook.known_files:
        published[known.library, known.version] = published.get((known.library, known.version), 0) + 1
    for identity in found:
        count = published.get((identity.library, identity.version), 0)
        if not count or identity.exact or identity.url is not None or identity.location.start >= _HEAD:
            continue
        file, shapes = identity.location.file, evidence.rulebook.shapes
        if is_piece(file, identity.library, identity.version, shapes) is pieces:
            name = f"{identity.library} {identity.version}"
            yield _finding(
                rule,
                identity.location,
                Text(
                    ja=f"{name} と名乗っていますが、配布されている{count}個のファイルのどれとも一致しません",
                    en=f"It calls itself {name}, and equals none of the {count} published files",
                ),
                flagged=f"{identity.library}@{identity.version}",
                confidence=Confidence.MEDIUM,
            )


def _not_accepted(evidence: Evidence, rule: Rule, found: Sequence[Identity]) -> Iterator[Finding]:
    """Each library, version and origin once; where the policy has no list, every library will do."""
    accepted = {each.name: each.versions for each in evidence.policy.accepted_libraries}
    said: set[tuple[str, str, str]] = set()
    for identity in found if accepted else ():
        versions = accepted.get(identity.library)
        key = (identity.library, identity.version, identity.url or identity.location.file.path)
        if key in said or (versions is not None and (not versions or identity.version in versions)):
            continue
        said.add(key)
        name = f"{identity.library} {identity.version}".rstrip()
        listed = ", ".join(versions or ())
        yield _finding(
            rule,
            identity.location,
            Text(
                ja=f"{name}: 認められている版は {listed} です" if listed else f"{name}: 一覧にない名前です",
                en=f"{name}: accepted versions are {listed}" if listed else f"{name}: not a name on the list",
            ),
            flagged=f"{identity.library}@{identity.version}",
            confidence=Confidence.HIGH if identity.exact else Confidence.MEDIUM,
        )


# URLs -----------------------------------------------------------------------------------------------------------------


def _about_urls(evidence: Evidence, rule: Rule, check: LibraryCheck) -> Iterator[Finding]:
    classes = trusting(evidence.policy.trusted_hosts, evidence.rulebook.host_classes)
    banners = tuple((banner, re.compile(banner.pattern)) for banner in evidence.rulebook.banners)
    # Where else code that loads something loads it from is asked by the rules about uses.
    more = run_time_urls(evidence) if check.finding == "floating-version" else ()
    for loaded in (*loaded_urls(evidence), *more):
        destination = judge(loaded.url, True, classes)
        if check.hosts and destination.host_class not in check.hosts:
            continue
        claimed = url_identity(loaded, banners)
        if _is_asked_for(check, loaded, destination, claimed):
            yield _finding(rule, loaded.location, _named(loaded.url), flagged=loaded.url, confidence=Confidence.HIGH)
    if check.finding == "hijacked-host":
        yield from _hijacked_in_strings(evidence, rule, check, classes)


def _is_asked_for(check: LibraryCheck, loaded: Loaded, destination: Destination, claimed: Sequence[Identity]) -> bool:
    match check.finding:
        case "url-only":
            return loaded.registered
        case "floating-version":
            return any(not is_exact(identity.version) for identity in claimed)
        case "insecure-url":
            return destination.scheme == "http"
        case "hijacked-host" | "unknown-host":
            return bool(check.hosts)
        case _:
            return False


def _hijacked_in_strings(
    evidence: Evidence, rule: Rule, check: LibraryCheck, classes: Sequence[HostClass]
) -> Iterator[Finding]:
    for page in evidence.pages:
        for literal in page.literals:
            match = _URL.match(literal.value)
            if match is not None and judge(match[0], True, classes).host_class in check.hosts:
                yield Finding(
                    rule=rule,
                    location=literal.location,
                    confidence=Confidence.MEDIUM,
                    detail=_named(match[0]),
                    trace=(),
                    function=literal.function,
                    flagged=match[0],
                )


def _named(url: str) -> Text:
    return Text(ja=f"読み込み元: {url}", en=f"Loaded from: {url}")


def _finding(rule: Rule, location: Location, detail: Text, *, flagged: str, confidence: Confidence) -> Finding:
    return Finding(
        rule=rule,
        location=location,
        confidence=confidence,
        detail=detail,
        trace=(),
        function="",
        flagged=flagged,
    )


# Gaps -----------------------------------------------------------------------------------------------------------------


def _gaps(evidence: Evidence) -> Iterator[Gap]:
    banners = tuple((banner, re.compile(banner.pattern)) for banner in evidence.rulebook.banners)
    for loaded in dict.fromkeys(loaded_urls(evidence)):
        if judge(loaded.url, True, ()).host is None:
            continue
        claimed = url_identity(loaded, banners)
        pinned = bool(claimed) and all(is_exact(identity.version) for identity in claimed)
        yield Gap(
            stage=Stage.LIBRARIES,
            kind="url-only-resource",
            message=Text(
                ja=f"{loaded.url} は外部から読み込まれるため、中身をレビューしていません。"
                "ファイルを提出してもらってください。",
                en=f"{loaded.url} is loaded from elsewhere and its content was not reviewed. Ask for the file itself.",
            ),
            path=loaded.location.file.path,
            location=loaded.location,
            blocking=not pinned,
        )


ENGINE = Engine(name="libraries", answers=LibraryCheck, run=run)
