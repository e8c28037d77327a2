from __future__ import annotations

from dataclasses import replace

import review_samples as samples

from reviewer.dossier import Dossier, EventEntry, FieldEntry, HostEntry
from reviewer.report.edition import Edition
from reviewer.report.inventory import inventory
from reviewer.report.model import Inventory
from reviewer.rule import EventWords, KindRole, Model, ModelKind
from reviewer.text import Language, Text

OPENED = EventWords(
    "screen.change.*",
    Text(ja="画面", en="the screen"),
    Text(ja="「*」を変えたとき", en="when “*” changes"),
    Text(ja="変える。", en="Change it."),
    Text(ja="見えるか。", en="Is it seen?"),
)


def tables(dossier: Dossier) -> dict[str, Inventory]:
    made = samples.clean()
    book = replace(
        made.rulebook,
        events=(OPENED,),
        models=(Model("global.send", None, None, "outbound", (), None, (), "models.yaml:1"),),
        kinds=(ModelKind("outbound", KindRole.CALL, Text(ja="外部との通信", en="a request")),),
    )
    edition = Edition(replace(made, dossier=dossier, rulebook=book), Language.EN)
    return {table.key: table for table in inventory(edition)}


def test_events_are_told_by_screen_and_moment_with_their_name() -> None:
    told = tables(Dossier((EventEntry("screen.change.金額", ()), EventEntry("odd", ())), (), (), (), (), ()))
    assert [row.cells for row in told["events"].rows] == [
        ("the screen", "when “金額” changes", "screen.change.金額"),
        ("(an event not listed)", "-", "odd"),
    ]


def test_how_a_host_is_reached_is_said_in_words_with_the_name_in_the_code() -> None:
    host = HostEntry("a.example", "other", ("global.send", "css"), (), ())
    told = tables(Dossier((), (), (host,), (), (), ()))
    assert told["hosts"].rows[0].cells == (
        "a.example",
        "a host of no known class",
        "a request (send), loaded by CSS",
        "",
    )


def test_a_field_that_is_taken_out_is_not_called_merely_read() -> None:
    fields = (FieldEntry("a", ("read",), ()), FieldEntry("b", ("read", "write"), ()))
    told = tables(Dossier((), (), (), fields, (), ()))
    assert [row.cells[1] for row in told["fields"].rows] == ["read, or its value changed", "replaced"]
