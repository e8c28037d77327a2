"""Kinds, host classes and modelled places -> the reader's words for what data it is, where it goes and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from reviewer.report.edition import Edition
from reviewer.text import Text

_VALUES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "read": Text(ja="読む", en="read"),
        "write": Text(ja="書く", en="write"),
        "exact": Text(ja="配布物と一致", en="same bytes as published"),
        "claimed": Text(ja="自称(未確認)", en="claimed, not confirmed"),
    }
)

_WAYS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "url": Text(ja="URLで登録されたコード", en="code registered by URL"),
        "css": Text(ja="CSSからの読み込み", en="loaded by CSS"),
        "html": Text(ja="HTMLからの読み込み・送信", en="loaded or sent by HTML"),
    }
)

_CLASSES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "other": Text(ja="分類にないホスト", en="a host of no known class"),
        "unknown": Text(ja="実行時に決まるため不明", en="decided at run time"),
        "checked": Text(ja="実行時に決まるが、コードが確かめている", en="decided at run time, checked by the code"),
        "trusted": Text(ja="方針で信頼するとしたホスト", en="a host the policy trusts"),
    }
)


def listed(edition: Edition, names: Iterable[str]) -> str:
    """Kinds and modes in the reader's words; what has no other name keeps its own."""
    said = (
        edition.say(_VALUES[name]) if name in _VALUES else edition.kinds.get(name, edition.quote(name))
        for name in names
    )
    return edition.say(Text(ja="、", en=", ")).join(said)


def way(edition: Edition, name: str) -> str:
    """How something is reached: what the place in the API does, and its name for whoever reads the code."""
    if name in _WAYS:
        return edition.say(_WAYS[name])
    short = edition.quote(name.removeprefix("global."))
    title = edition.means.get(name)
    return short if title is None else edition.say(Text(ja=f"{title}({short})", en=f"{title} ({short})"))


def host_class(edition: Edition, name: str) -> str:
    """What kind of host it is."""
    classes = edition.review.rulebook.host_classes
    known = next((each.title for each in classes if each.name == name), _CLASSES.get(name))
    return edition.quote(name) if known is None else edition.say(known)
