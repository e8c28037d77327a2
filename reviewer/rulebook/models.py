"""Rows of rules/models/*.yaml -> the kinds that exist, host classes, words for events, and models of API places."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reviewer.destination import APPLICATION, CHECKED, DATA, HELD, OTHER, RELATIVE, SCRIPT, TRUSTED, UNKNOWN
from reviewer.rule import EventWords, HostClass, KindRole, Model, ModelKind
from reviewer.rulebook.checks import check_place
from reviewer.rulebook.fields import Fields

ENGINE_HOST_CLASSES = (UNKNOWN, CHECKED, RELATIVE, OTHER, DATA, HELD, SCRIPT, APPLICATION, TRUSTED)
_FIXED = ("place", "source", "sink", "call", "clears", "same_as", "when", "unless")
_HOST = re.compile(r"(\*\.)?[a-z0-9*-]+(\.[a-z0-9*-]+)*(:\d+)?")
_PATH = re.compile(r"(\d{1,2}|this|made\.\d{1,2})(\.@?[\w$-]+(\(\d?\))?)*")
_ONE = r"(?:=.*|(?:\d{1,2}|this|return|made\.\d{1,2})(?:\.[\w$@-]+(?:\(\))?)*|\*|[a-z][a-z-]*)"
_DETAIL = re.compile(rf"{_ONE}(?: \| {_ONE})*", re.DOTALL)


def read_kind(fields: Fields) -> ModelKind:
    """A kind of source, sink or call, and what it means."""
    kind = ModelKind(
        name=fields.word("kind"),
        role=fields.choice("role", KindRole),
        title=fields.text("title"),
        declarable=fields.truth("declarable") is True,
        loads=fields.truth("loads") is True,
        headers=fields.pattern("headers"),
        endpoint=fields.pattern("endpoint"),
    )
    if kind.declarable and kind.role is not KindRole.SOURCE:
        fields.object_to("declarable", "declarable は source にだけ書けます。", "Only a source can be declarable.")
    if kind.loads and kind.role is not KindRole.CALL:
        fields.object_to("loads", "loads は call にだけ書けます。", "Only a call can load something.")
    if kind.headers is not None and kind.role is not KindRole.SINK:
        fields.object_to("headers", "headers は sink にだけ書けます。", "Only a sink can be named by headers.")
    if kind.endpoint is not None and kind.role is not KindRole.SOURCE:
        fields.object_to("endpoint", "endpoint は source にだけ書けます。", "Only a source can be an answer.")
    fields.close()
    return kind


def read_event(fields: Fields) -> EventWords:
    """What an event means to a person."""
    words = EventWords(
        pattern=fields.word("event"),
        screen=fields.text("screen"),
        moment=fields.text("moment"),
        act=fields.text("act"),
        expect=fields.text("expect"),
    )
    if "*" in words.pattern[:-1]:
        fields.object_to("event", "* は名前の最後にだけ書けます。", "* may only stand at the end of the name.")
    fields.close()
    return words


def read_host_class(fields: Fields) -> HostClass:
    """A class of destinations."""
    found = HostClass(
        name=fields.word("name"),
        title=fields.text("title"),
        patterns=fields.words("patterns"),
        exempt=fields.truth("exempt") is True,
    )
    if found.name in ENGINE_HOST_CLASSES:
        fields.object_to("name", f"{found.name} は予約されています。", f"The name {found.name} is taken by the engine.")
    if not found.patterns:
        fields.object_to("patterns", "patterns に1つ以上書いてください。", "patterns needs at least one host.")
    for pattern in found.patterns:
        if not _HOST.fullmatch(pattern):
            fields.object_to(
                "patterns",
                f"{pattern} はホスト名ではありません(例: *.example.jp)。",
                f"{pattern} is no host name such as *.example.jp.",
            )
    fields.close()
    return found


def read_model(fields: Fields, kinds: Mapping[KindRole, frozenset[str]]) -> Model:
    """What one API place is; kinds that `kinds` does not list are problems."""
    place = fields.word("place")
    check_place(fields, "place", place)
    same_as = fields.optional_word("same_as")
    if same_as is not None:
        check_place(fields, "same_as", same_as)
    model = Model(
        place=place,
        source=_kind(fields, "source", kinds[KindRole.SOURCE]),
        sink=_kind(fields, "sink", kinds[KindRole.SINK]),
        call=_kind(fields, "call", kinds[KindRole.CALL]),
        clears=fields.choices("clears", sorted(kinds[KindRole.SINK])),
        same_as=same_as,
        detail=tuple((key, _detail(fields, key)) for key in fields.keys if key not in _FIXED),
        origin=f"{fields.file}:{fields.line}",
        when=_conditions(fields, "when"),
        unless=_conditions(fields, "unless"),
    )
    if not (model.source or model.sink or model.call or model.clears or model.same_as or model.detail):
        fields.object_to(
            "place",
            "source、sink、call、clears、same_as か、他の項目のどれかが必要です。",
            "One of source, sink, call, clears, same_as, or a detail is needed.",
        )
    for key, _ in model.detail:
        if key not in kinds[KindRole.DETAIL]:
            fields.refuse_word("place", key, sorted(kinds[KindRole.DETAIL]) + list(_FIXED))
    fields.close()
    return model


def _kind(fields: Fields, key: str, known: frozenset[str]) -> str | None:
    word = fields.optional_word(key)
    if word is not None and word not in known:
        fields.refuse_word(key, word, sorted(known))
    return word


def _conditions(fields: Fields, key: str) -> tuple[tuple[str, str], ...]:
    """Patterns on arguments, by their paths."""
    inner = fields.optional_inner(key)
    if inner is None:
        return ()
    for path in inner.keys:
        if not _PATH.fullmatch(path):
            inner.object_to(
                path, f"{path} は引数の位置(1.title など)ではありません。", f"{path} is no position of an argument."
            )
    found = tuple((path, inner.pattern(path) or "") for path in inner.keys)
    inner.close()
    return found


def _detail(fields: Fields, key: str) -> str:
    value = fields.word(key)
    if not _DETAIL.fullmatch(value):
        fields.object_to(
            key,
            f"{key} には引数の位置(0、0.url など)か =定数 を書いてください。",
            f"{key} takes the position of an argument (0, 0.url) or a constant such as =GET.",
        )
    return value
