"""Tree, recognised forms and views -> the `Submission`: every entry ends up reviewed, or listed with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reviewer.finding import Gap, Stage
from reviewer.intake.classify import Closed, Code, Ignored, Searched, Treatment, Unsupported, treatment, unwelcome
from reviewer.intake.documents import may_be_form
from reviewer.intake.limits import Limits
from reviewer.intake.part import Companion, Part
from reviewer.intake.refusals import too_large
from reviewer.intake.sources import sourced
from reviewer.intake.tree import Entry, Tree, gap
from reviewer.record import value
from reviewer.source import Dialect, Kind, Role, SourceFile
from reviewer.submission import Observation, Page, Submission, SubmissionKind, Unreviewed, digest
from reviewer.text import Text

_UNREAD = Text(
    ja="読み取れませんでした（理由は「審査できなかった箇所」にあります）。", en="Could not be read; see the gaps."
)
_LARGE = Text(
    ja="コードではなく、大きいため秘密情報の検索もしていません。",
    en="No code, and too large to be searched for secrets.",
)


@value
class _Settled:
    """What became of one entry. `is_loose` marks code that no form names."""

    file: SourceFile | None
    unreviewed: Unreviewed | None
    is_loose: bool
    observations: tuple[Observation, ...]
    gaps: tuple[Gap, ...]


def assemble(
    name: str, loose: SubmissionKind, tree: Tree, parts: Sequence[Part], views: Sequence[Companion], limits: Limits
) -> Submission:
    """`loose` is the kind of submission where no form was recognised or several were."""
    carried = {file.path: file for file in _carried(parts, views)}
    uses = {use.path: use for part in reversed(parts) for use in reversed(part.uses)}
    known = {path: reason for part in parts for path, reason in part.known}
    settled: list[_Settled] = []
    for entry in tree.entries:
        if entry.path in carried:
            continue
        if entry.path in uses:
            use = uses[entry.path]
            settled.append(_code(entry, use.kind, use.role, named=True))
        elif entry.path in known and entry.data is not None:
            settled.append(_listed(entry, known[entry.path]))
        else:
            settled.append(_unnamed(entry, parts, limits))
    files = sorted([*carried.values(), *(s.file for s in settled if s.file is not None)], key=lambda f: f.path)
    unreviewed = sorted(
        [*(s.unreviewed for s in settled if s.unreviewed is not None), *tree.skipped], key=lambda u: u.path
    )
    extras = [s.file for s in settled if s.is_loose and s.file is not None]
    plugins = [part.plugin for part in parts if part.plugin is not None]
    scopes = {part.scope for part in parts if part.scope is not None}
    apps = {part.app for part in parts if part.app is not None}
    observations = [
        *tree.observations,
        *(o for part in parts for o in part.observations),
        *(o for each in views for o in each.observations),
        *(o for s in settled for o in s.observations),
        *_extra(tree, extras, uses.keys() | carried.keys() | known.keys(), parts),
    ]
    gaps = [
        *tree.gaps,
        *(g for part in parts for g in part.gaps),
        *(g for each in views for g in each.gaps),
        *(g for s in settled for g in s.gaps),
    ]
    return Submission(
        name=name,
        kind=parts[0].kind if len(parts) == 1 else loose,
        sha256=digest([*((f.path, f.sha256) for f in files), *((u.path, u.sha256) for u in unreviewed)]),
        scope=scopes.pop() if len(scopes) == 1 else None,
        files=tuple(files),
        urls=tuple(url for part in parts for url in part.urls),
        pages=tuple(_pages(parts, views, extras)),
        unreviewed=tuple(unreviewed),
        observations=tuple(sorted(set(observations), key=_observation_order)),
        gaps=tuple(sorted(gaps, key=_gap_order)),
        plugin=plugins[0] if len(plugins) == 1 else None,
        app=apps.pop() if len(apps) == 1 else None,
    )


def _carried(parts: Iterable[Part], views: Iterable[Companion]) -> Iterator[SourceFile]:
    for part in parts:
        yield from part.carried
    for each in views:
        yield each.document.file
        yield from each.files


def _unnamed(entry: Entry, parts: Sequence[Part], limits: Limits) -> _Settled:
    """An entry that no form names: by what it is. Where its bytes could not be had, a gap has said so already."""
    if entry.data is None:
        return replace(_listed(entry, _UNREAD), observations=_warned(entry))
    how: Treatment = treatment(entry.name.partition("#")[0], entry.data)
    role = Role.EXTRA if parts else Role.LOOSE
    match how:
        case Code(kind):
            return _code(entry, kind, role, named=False)
        case Unsupported(language):
            return _unsupported(entry, language, blocking=not parts)
        case Closed():
            return _closed(entry)
        case Searched(kind, reason):
            return _searched(entry, kind, reason, limits)
        case Ignored(reason):
            return _ignored(entry, reason, limits)


def _code(entry: Entry, kind: Kind, role: Role, *, named: bool) -> _Settled:
    how = treatment(entry.name.partition("#")[0], entry.data)
    if named and isinstance(how, Unsupported):
        return _unsupported(entry, how.language, blocking=True)
    if isinstance(how, Code) and how.kind is Kind.TYPESCRIPT:
        kind = how.kind
    if entry.data is None:
        return _listed(entry, _UNREAD)
    source = sourced(entry, entry.data, kind, role)
    if source.file is None:
        return replace(_listed(entry, _UNREAD), observations=source.observations, gaps=source.gaps)
    return _Settled(source.file, None, not named, source.observations, source.gaps)


def _searched(entry: Entry, kind: Kind, reason: Text, limits: Limits) -> _Settled:
    observations = _warned(entry)
    if entry.size > limits.text_bytes or entry.data is None:
        is_unread = may_be_form(entry.name) and entry.size > limits.json_bytes
        gaps = (too_large(entry.path, entry.size),) if is_unread else ()
        return replace(_listed(entry, _LARGE), observations=observations, gaps=gaps)
    source = sourced(entry, entry.data, kind, Role.EXTRA)
    if source.file is None:
        return replace(_listed(entry, reason), observations=observations, gaps=source.gaps)
    return _Settled(source.file, None, False, observations, source.gaps)


def _ignored(entry: Entry, reason: Text, limits: Limits) -> _Settled:
    """A document or lock file is still looked at for private keys; one that holds them is kept."""
    observations = _warned(entry)
    if observations and entry.size <= limits.text_bytes:
        return _searched(entry, Kind.TEXT, reason, limits)
    return replace(_listed(entry, reason), observations=observations)


def _warned(entry: Entry) -> tuple[Observation, ...]:
    kind = unwelcome(entry.name.partition("#")[0], entry.data)
    return (Observation(kind, entry.path, "", None),) if kind is not None else ()


def _listed(entry: Entry, reason: Text) -> _Settled:
    return _Settled(None, Unreviewed(entry.path, entry.size, entry.sha256, reason), False, (), ())


def _unsupported(entry: Entry, language: str, *, blocking: bool) -> _Settled:
    message = Text(
        ja=f"{language}で書かれたファイルは審査できません。kintoneに登録する、変換後の.jsや.cssを出してもらってください。",
        en=f"Written in {language}, which is not reviewed. Ask for the .js or .css that is registered in kintone.",
    )
    found = Gap(Stage.INTAKE, "unsupported-language", message, entry.path, None, blocking=blocking)
    return replace(_listed(entry, message), gaps=(found,))


def _closed(entry: Entry) -> _Settled:
    message = Text(
        ja="この形式の圧縮ファイルは開けないため、中身を審査していません。展開したものを出してもらってください。",
        en="An archive that was not opened; nothing in it was reviewed. Ask for its contents.",
    )
    return replace(_listed(entry, message), gaps=(gap("archive-unopened", entry.path, message),))


def _extra(tree: Tree, loose: Sequence[SourceFile], claimed: set[str], parts: Sequence[Part]) -> Iterator[Observation]:
    """Code beside the form that it does not name, and, in a packed plug-in, anything at all."""
    if not parts:
        return
    for file in loose:
        owner = _owner(file.path, parts)
        kind = owner.extra if owner is not None else "unlisted-file"
        if kind == "unlisted-file" and file.dialect is not Dialect.JAVASCRIPT:
            continue  # a source of what is registered, which cannot be registered itself
        yield Observation(kind, file.path, "", None)
    shown = {file.path for file in loose}
    for entry in tree.entries:
        owner = _owner(entry.path, parts)
        if owner is not None and owner.extra == "plugin-extra-entry" and entry.path not in claimed | shown:
            yield Observation(owner.extra, entry.path, "", None)


def _owner(path: str, parts: Sequence[Part]) -> Part | None:
    """The part with the deepest root that the path lies in."""
    return max((part for part in parts if path.startswith(part.root)), key=lambda part: len(part.root), default=None)


def _pages(parts: Sequence[Part], views: Sequence[Companion], loose: Sequence[SourceFile]) -> Iterator[Page]:
    """The parts' pages, custom views at the end of the desktop page they belong to, then what stands alone."""
    homes = [(_home(each, parts), tuple(file.path for file in each.files)) for each in views]
    for part, label in zip(parts, _labels(parts), strict=True):
        html = tuple(path for home, paths in homes if home is part for path in paths)
        pages = list(part.pages)
        if html:
            at = next((i for i, page in enumerate(pages) if page.name == Role.DESKTOP.value), None)
            if at is None:
                pages.insert(0, Page(Role.DESKTOP.value, html))
            else:
                pages[at] = Page(pages[at].name, (*pages[at].resources, *html))
        yield from (Page(f"{label}{page.name}", page.resources) for page in pages)
    rest = tuple(path for home, paths in homes if home is None for path in paths)
    if not parts:
        resources = (*(file.path for file in sorted(loose, key=lambda f: f.path)), *rest)
        if resources:
            yield Page("page", resources)
        return
    for path in (*(file.path for file in sorted(loose, key=lambda f: f.path)), *rest):
        yield Page(path, (path,))


def _home(view: Companion, parts: Sequence[Part]) -> Part | None:
    """The app that custom views belong to: the one whose folder they lie in, or the only one."""
    apps = [part for part in parts if part.plugin is None]
    return apps[0] if len(apps) == 1 else _owner(view.document.path, apps)


def _labels(parts: Sequence[Part]) -> list[str]:
    """What tells the pages of several parts apart: their folder, or their manifest where they share one."""
    if len(parts) == 1:
        return [""]
    folders = [part.origin.rpartition("/")[0] for part in parts]
    return [
        f"{part.origin if folders.count(folder) > 1 or not folder else folder} "
        for part, folder in zip(parts, folders, strict=True)
    ]


def _observation_order(observation: Observation) -> tuple[str, str, str, int]:
    start = observation.location.start if observation.location is not None else -1
    return (observation.path, observation.kind, observation.detail, start)


def _gap_order(found: Gap) -> tuple[str, str, int, str]:
    start = found.location.start if found.location is not None else -1
    return (found.path or "", found.kind, start, found.message.en)
