"""Rows of models -> what is known of APIs, made ready for the analysis of pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from reviewer.javascript.contexts import GUARD_ROOT, SinkKinds
from reviewer.javascript.natives import NATIVES
from reviewer.javascript.places import Places
from reviewer.record import thing
from reviewer.rule import KindRole, Model, ModelKind
from reviewer.text import Text


@thing
class Knowledge:
    """What is known of APIs, made ready once for any number of pages: places, sink kinds, and words for kinds.

    `answers` are the kinds that answers of the page's own site are by the path that was asked for.
    """

    places: Places
    sinks: SinkKinds
    titles: Mapping[tuple[KindRole, str], Text]
    answers: tuple[tuple[str, re.Pattern[str]], ...]


def prepare(models: Sequence[Model], watched: Iterable[str], kinds: Sequence[ModelKind]) -> Knowledge:
    """The knowledge in model rows; `watched` are places that rules ask for beside those of the models."""
    return _prepared(tuple(models), tuple(watched), tuple(kinds))


@lru_cache(maxsize=2)  # a seventh of the time of a small review, and the same for each of a batch
def _prepared(models: Sequence[Model], watched: Iterable[str], kinds: Sequence[ModelKind]) -> Knowledge:
    placed = [model for model in models if not model.place.startswith(GUARD_ROOT)]
    return Knowledge(
        places=Places(placed, watched, NATIVES.of_global),
        sinks=SinkKinds([kind for kind in kinds if kind.role is KindRole.SINK], models),
        titles={(kind.role, kind.name): kind.title for kind in kinds},
        answers=tuple((kind.name, re.compile(kind.endpoint)) for kind in kinds if kind.endpoint is not None),
    )
