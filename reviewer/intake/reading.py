"""A path on disk -> one `Submission`, by what it holds."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import islice
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.finding import Gap
from reviewer.intake import app_template, customize_json, fetched, folder, manifest, plugin
from reviewer.intake.assembly import assemble
from reviewer.intake.documents import Document, broken, documents
from reviewer.intake.limits import Limits, Meter
from reviewer.intake.names import on_disk, safe
from reviewer.intake.part import Companion, Material, Part
from reviewer.intake.skipping import Skips
from reviewer.intake.tree import Container, Item, Names, Tree, by_folder, gap
from reviewer.intake.views import is_views, views
from reviewer.submission import Submission, SubmissionKind
from reviewer.text import Text


def read(path: Path, limits: Limits, apart: Set[str]) -> Submission:
    """What lies at `path`: a folder, an archive, a manifest (its folder is read with it) or a single file.

    ReviewerError where there is nothing, or where a manifest names what cannot be found. Nothing is written or run.
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _nothing(path, error) from error
    name = safe(on_disk(path.name or path.resolve().name)).path
    if stat.S_ISDIR(status.st_mode):
        return _folder(path, name, None, limits, apart)
    if not stat.S_ISREG(status.st_mode):
        raise ReviewerError(
            Text(
                ja=f"{path}は通常のファイルでもフォルダでもありません。審査するファイルかフォルダを指定してください。",
                en=f"{path} is neither a file nor a folder. Name the file or folder to review.",
            )
        )
    if path.suffix.lower() == ".json" and _leads_to_others(path, name, limits):
        return _folder(path.resolve().parent, name, name, limits, apart)
    material = _material(lambda skips: folder.alone(path, Meter(limits), skips), (), None, limits)
    loose = SubmissionKind.ARCHIVE if material.tree.packed else SubmissionKind.FILES
    return _submission(name, loose, material, None, limits)


def gathered(
    name: str,
    items: Callable[[Skips], Iterator[Item]],
    limits: Limits,
    *,
    loose: SubmissionKind = SubmissionKind.FOLDER,
    apart: Set[str] = frozenset(),
) -> Submission:
    """What comes from elsewhere than the disk, as a folder (or an archive) of that name would be read."""
    return _submission(name, loose, _material(items, (), None, limits, apart), None, limits)


def _folder(path: Path, name: str, chosen: str | None, limits: Limits, apart: Set[str]) -> Submission:
    """A folder as one submission; `chosen` is the manifest in it that alone counts, if one was named."""
    above = tuple(path.resolve().parts[1:])
    material = _material(lambda skips: folder.contents(path, Meter(limits), skips), above, chosen, limits, apart)
    return _submission(name, SubmissionKind.FOLDER, material, chosen, limits)


def _submission(name: str, loose: SubmissionKind, material: Material, chosen: str | None, limits: Limits) -> Submission:
    tree = material.tree
    parts = tuple(islice(_parts(material, chosen), limits.forms + 1))
    found = tuple(_companions(material, parts)) if chosen is None or parts else ()
    beyond = (_too_many_forms(limits.forms),) if len(parts) > limits.forms else ()
    parts = parts[: limits.forms]
    lacking = [
        plugin.without_manifest(container, name)
        for container in tree.containers
        if not any(part.plugin is not None and part.root == container.root for part in parts)
    ]
    noted = replace(
        tree,
        observations=(*tree.observations, *(observation for observation, _ in lacking)),
        gaps=(*tree.gaps, *beyond, *(found_gap for _, found_gap in lacking)),
    )
    return assemble(name, loose, noted, parts, found, limits)


def _material(
    items: Callable[[Skips], Iterator[Item]],
    above: Sequence[str],
    chosen: str | None,
    limits: Limits,
    apart: Set[str] = frozenset(),
) -> Material:
    """What there is; read once more if manifests name files in folders that are not entered otherwise."""
    material = _seen(Tree.of(items(Skips(frozenset(), apart))), above, chosen, limits)
    wanted = frozenset(_wanted(material))
    return _seen(Tree.of(items(Skips(wanted, apart))), above, chosen, limits) if wanted else material


def _seen(tree: Tree, above: Sequence[str], chosen: str | None, limits: Limits) -> Material:
    return Material(tree, Names(tree.entries), documents(tree, chosen, limits), tuple(above))


def _parts(material: Material, chosen: str | None) -> Iterator[Part]:
    """Every form in the tree, in the order of their paths; only the chosen one, if one was."""
    siblings = by_folder(material.tree.entries)
    for path, document in sorted(material.documents.items()):
        if chosen is not None and path != chosen:
            continue
        root = document.root
        if plugin.is_plugin(document) or _is_signed(document, material):
            container = _container(document, material)
            yield plugin.part(document, container, material)
        elif app_template.is_template(document, siblings.get(document.entry.folder, ())):
            yield app_template.part(document, material)
        elif root is None:
            if is_customize(path) or chosen is not None:
                raise broken(document)
        elif customize_json.is_customize_json(root) and (chosen is not None or is_customize(path)):
            yield customize_json.part(document, root, material)
        elif manifest.is_manifest(root):
            yield manifest.part(document, root, material)


def _companions(material: Material, parts: Sequence[Part]) -> Iterator[Companion]:
    taken = {part.origin for part in parts}
    for path, document in sorted(material.documents.items()):
        if path not in taken and is_views(document):
            yield views(document)
        elif path not in taken and fetched.is_record(document):
            yield fetched.record(document)


def _wanted(material: Material) -> Iterator[str]:
    """Paths that manifests name within folders which are otherwise not entered."""
    skips = Skips(frozenset())
    for _, document in sorted(material.documents.items()):
        named: Iterator[str] = iter(())
        if plugin.is_plugin(document):
            named = plugin.named_paths(document)
        elif document.root is not None and manifest.is_manifest(document.root):
            named = manifest.named_paths(document, document.root, material)
        yield from (each for each in named if skips.skipped_folder(each, "") is not None)


def _leads_to_others(path: Path, name: str, limits: Limits) -> bool:
    """The JSON file names others, so that its folder is to be read; ReviewerError where it should and is no JSON."""
    tree = Tree.of(folder.alone(path, Meter(limits), Skips(frozenset())))
    document = documents(tree, name, limits).get(name)
    if document is None:
        return False
    if document.root is None:
        if is_customize(name) and not plugin.is_plugin(document):
            raise broken(document)
        return plugin.is_plugin(document)
    return (
        plugin.is_plugin(document)
        or app_template.is_template(document, ())
        or customize_json.is_customize_json(document.root)
        or manifest.is_manifest(document.root)
    )


def _too_many_forms(limit: int) -> Gap:
    return gap(
        "too-many-forms",
        None,
        Text(
            ja=f"マニフェストなどが{limit}個を超えています。残りは、何がどの画面で動くかを見ずに審査しました。"
            "範囲を絞って、分けて審査してください。",
            en=f"There are more than {limit} manifests and the like; what the rest loads where was not followed. "
            "Review a smaller part at a time.",
        ),
    )


def is_customize(path: str) -> bool:
    """Whether a file is called as both tools and kintone's API call theirs.

    customize-manifest.json, customize.json, app_customize.json.
    """
    return "customize" in path.rpartition("/")[2].lower()


def _container(document: Document, material: Material) -> Container | None:
    """The signed container that the manifest stands in."""
    fitting = [c for c in material.tree.containers if document.path.startswith(c.root)]
    return max(fitting, key=lambda c: len(c.root), default=None)


def _is_signed(document: Document, material: Material) -> bool:
    return document.entry.name.lower() == plugin.NAME and _container(document, material) is not None


def _nothing(path: Path, error: OSError | ValueError) -> ReviewerError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return ReviewerError(
        Text(
            ja=f"{path}が見つからないか、開けません。パスを確かめてください。（{reason}）",
            en=f"{path} is not there or cannot be opened: {reason}. Check the path.",
        )
    )
