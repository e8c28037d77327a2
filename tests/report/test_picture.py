from __future__ import annotations

import itertools
from dataclasses import replace

import review_samples as samples

from reviewer.dossier import Dossier, FieldEntry, HostEntry
from reviewer.report.edition import Edition
from reviewer.report.model import Picture
from reviewer.report.picture import picture
from reviewer.review import Review
from reviewer.text import Language


def drawn(review: Review) -> Picture:
    return picture(Edition(review, Language.EN))


def said(shown: Picture) -> list[str]:
    return [words.text for box in shown.boxes for words in box.words]


def doing(fields: int, hosts: int) -> Review:
    dossier = Dossier(
        (),
        (),
        tuple(HostEntry(f"h{number}.example", "other", (), ("record",), ()) for number in range(hosts)),
        tuple(FieldEntry(f"field {number}", ("read",), ()) for number in range(fields)),
        (),
        (),
    )
    return replace(samples.clean(), dossier=dossier)


def test_every_destination_is_a_row_with_its_side_and_its_data() -> None:
    routes = drawn(samples.ordinary()).routes
    assert [(route.title, route.tone) for route in routes] == [
        ("hooks.example.com", "outside"),
        ("localStorage", "device"),
        ("GET /k/v1/records.json", "inside"),
    ]
    assert routes[0].marks == ("A",)


def test_the_picture_says_what_the_table_says() -> None:
    shown = drawn(samples.ordinary())
    for route in shown.routes:
        assert any(route.title in text for text in said(shown))
    assert "outside ← A" in said(shown)
    assert "申請者名" in said(shown)


def test_all_boxes_are_in_the_picture_and_none_covers_another() -> None:
    shown = drawn(doing(fields=30, hosts=12))
    for box in shown.boxes:
        assert 0 <= box.x <= box.x + box.width <= shown.width
        assert 0 <= box.y <= box.y + box.height <= shown.height
    for column in {box.x for box in shown.boxes}:
        stacked = sorted((box.y, box.y + box.height) for box in shown.boxes if box.x == column)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(stacked))


def test_what_the_picture_has_no_room_for_is_counted_and_in_the_table() -> None:
    shown = drawn(doing(fields=0, hosts=40))
    assert shown.left_out == 28
    assert len(shown.routes) == 40


def test_a_submission_that_passes_nothing_on_says_so() -> None:
    shown = drawn(doing(fields=0, hosts=0))
    assert "no destination seen" in said(shown)
    assert shown.strokes == ()
    assert shown.routes == ()


def test_a_long_name_is_cut_where_its_box_ends() -> None:
    made = doing(fields=0, hosts=1)
    host = replace(made.dossier.hosts[0], host="あ" * 200)
    shown = drawn(replace(made, dossier=replace(made.dossier, hosts=(host,))))
    assert max(map(len, said(shown))) < 40
    assert shown.routes[0].title == "あ" * 200
