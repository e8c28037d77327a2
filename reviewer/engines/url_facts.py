"""URLs in style sheets and HTML -> where they lead, and the words for it; what the style and markup engines share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.destination import UNKNOWN, Destination, Disguise, judge
from reviewer.finding import Confidence
from reviewer.rule import HostClass
from reviewer.text import Text

_DISGUISES: Mapping[Disguise, Text] = {
    Disguise.USERINFO: Text(
        ja="「@」より前は接続先ではありません", en="what stands before the @ is not where it leads"
    ),
    Disguise.ADDRESS: Text(ja="IPアドレスが読みにくい形で書かれています", en="an IP address in a form hard to read"),
    Disguise.LOOK_ALIKE: Text(
        ja="よく知られた名前に似せたホスト名のおそれがあります", en="the name may be made to look like a known one"
    ),
    Disguise.CHARACTERS: Text(
        ja="ブラウザーが無視または読み替える文字が混ざっています", en="characters that browsers drop or read otherwise"
    ),
}


def leads_to(url: str | None, classes: Sequence[HostClass]) -> Destination:
    """Where a fact's URL leads; one that is computed leads to an unknown place."""
    return judge(url or "", complete=url is not None, classes=classes)


def confidence_in(destination: Destination) -> Confidence:
    """High unless the place is computed."""
    return Confidence.MEDIUM if destination.host_class == UNKNOWN else Confidence.HIGH


def words_for(destination: Destination) -> Text | None:
    """Which host it is, and how that is disguised; None where there is no host to name."""
    if destination.host is None:
        return None
    name = destination.host
    if destination.display not in {None, destination.host}:
        name = f"{destination.display} ({destination.host})"
    if destination.port:
        name += f" :{destination.port}"
    notes = [_DISGUISES[disguise] for disguise in destination.disguises]
    return Text(
        ja="。".join([f"接続先: {name}", *(note.ja for note in notes)]),
        en="; ".join([f"Leads to {name}", *(note.en for note in notes)]),
    )
