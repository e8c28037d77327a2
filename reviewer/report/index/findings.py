"""A census -> the lists over the whole store: hosts, libraries, secrets and kinds of findings, the worst first."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.report.index.census import HostCensus
from reviewer.report.index.model import Badge, HostView, LibraryView, RuleView, SecretView
from reviewer.report.index.rows import Sheet
from reviewer.report.index.words import COMMA, HOST
from reviewer.report.words import CATEGORY, SEVERITY
from reviewer.rule import Severity
from reviewer.summary import HostStanding
from reviewer.text import Text

_UNKNOWN = "?"
_COMPUTED = Text(ja="実行時に決まる通信先", en="decided at run time")
_SHORT = 8
"""How many digits of a digest tell secrets apart on a page; more where two begin alike."""
_ORDER = tuple(HOST)


def hosts(sheet: Sheet) -> Iterator[HostView]:
    """The hosts, those that receive data from most submissions first within the worst standing they have."""
    comma = sheet.say(COMMA)
    for host in sorted(sheet.census.hosts.values(), key=_urgency):
        yield HostView(
            host=sheet.say(_COMPUTED) if host.host == _UNKNOWN else host.host,
            data=comma.join(sorted(sheet.say(title) for title in host.data.values())),
            standings=tuple(
                Badge(standing.value, f"{sheet.say(HOST[standing])} {host.standings[standing]:,}")
                for standing in _ORDER
                if host.standings[standing]
            ),
            users=sheet.users(host.rows, host.mark),
        )


def _urgency(host: HostCensus) -> tuple[int, int, str]:
    return min(map(_ORDER.index, host.standings), default=len(HostStanding)), -len(host.rows), host.host


def libraries(sheet: Sheet) -> Iterator[LibraryView]:
    """The versions with advisories, worst first, then those in most use."""
    order = sorted(
        sheet.census.libraries.values(), key=lambda each: (each.severity.rank, -len(each.rows), each.name, each.version)
    )
    for library in order:
        yield LibraryView(
            name=library.name,
            version=library.version,
            severity=severity(sheet, library.severity),
            advisories=", ".join(library.advisories),
            users=sheet.users(library.rows, library.mark),
        )


def secrets(sheet: Sheet) -> Iterator[SecretView]:
    """The secrets that stand in several submissions, those in most of them first."""
    shared = sorted(sheet.census.shared_secrets, key=lambda each: (-len(each.rows), each.digest))
    width = _SHORT
    while len({each.digest[:width] for each in shared}) < len(shared):
        width += 2
    for secret in shared:
        yield SecretView(
            name=secret.digest[:width],
            kind=sheet.say(COMMA).join(sorted(sheet.say(title).rstrip("。.") for title in secret.titles.values())),
            users=sheet.users(secret.rows, secret.mark),
        )


def rules(sheet: Sheet) -> Iterator[RuleView]:
    """What was found, worst first, then what was found most; what is gone altogether comes with it."""
    order = sorted(sheet.census.rules.values(), key=lambda each: (each.severity.rank, -each.findings, each.rule))
    for rule in order:
        yield RuleView(
            severity=severity(sheet, rule.severity),
            title=sheet.say(rule.title),
            category=sheet.say(CATEGORY[rule.category]),
            rule=rule.rule,
            findings=rule.findings,
            submissions=rule.submissions,
            new=rule.new,
            fixed=rule.fixed,
        )


def severity(sheet: Sheet, each: Severity) -> Badge:
    """A severity in words."""
    return Badge(each.value, sheet.say(SEVERITY[each]))
