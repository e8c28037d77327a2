"""What one recognised form (manifest, plug-in, template ...) says of the files around it."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.finding import Gap
from reviewer.intake.documents import Document
from reviewer.intake.tree import Names, Tree
from reviewer.record import thing, value
from reviewer.source import Kind, Role, SourceFile
from reviewer.submission import Observation, Page, Plugin, SubmissionKind, UrlResource
from reviewer.text import Text


@thing
class Material:
    """What forms are recognised in. `above` are the names of the folders on disk leading to the root, its own last."""

    tree: Tree
    names: Names
    documents: Mapping[str, Document]
    above: tuple[str, ...]


@value
class Use:
    """A file that a form names: what it is loaded as, whatever its extension says."""

    path: str
    kind: Kind
    role: Role


@thing
class Part:
    """One form found in a submission.

    `root` is the folder it rules over, `origin` the path of the file that makes it what it is. `carried` are files made
    from its documents; `known` paths that belong to it and are no code, with the reason. `extra` is the kind of
    observation that answers to code below `root` which it does not name. `app` is the number of the app it is for.
    """

    kind: SubmissionKind
    root: str
    origin: str
    uses: tuple[Use, ...]
    carried: tuple[SourceFile, ...]
    known: tuple[tuple[str, Text], ...]
    urls: tuple[UrlResource, ...]
    pages: tuple[Page, ...]
    extra: str
    scope: str | None
    observations: tuple[Observation, ...]
    gaps: tuple[Gap, ...]
    plugin: Plugin | None
    app: str | None = None


@thing
class Companion:
    """A document that lies beside the forms and says more about the app: `files` are what it holds."""

    document: Document
    files: tuple[SourceFile, ...]
    observations: tuple[Observation, ...]
    gaps: tuple[Gap, ...]
