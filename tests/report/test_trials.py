from __future__ import annotations

from dataclasses import replace

import review_samples as samples

from reviewer.dossier import Dossier, EventEntry
from reviewer.report.doings import doings
from reviewer.report.edition import Edition
from reviewer.report.trials import trials
from reviewer.review import Review
from reviewer.rule import EventWords
from reviewer.text import Language, Text

WORDS = (
    EventWords(
        "screen.open",
        Text(ja="画面", en="the screen"),
        Text(ja="開いたとき", en="when it opens"),
        Text(ja="画面を開く。", en="Open it."),
        Text(ja="見えるか。", en="Is it seen?"),
    ),
    EventWords(
        "screen.change.*",
        Text(ja="画面", en="the screen"),
        Text(ja="「*」を変えたとき", en="when “*” changes"),
        Text(ja="「*」を変える。", en="Change “*”."),
        Text(ja="変わるか。", en="Does it change?"),
    ),
)


def listening(*events: str) -> Review:
    made = samples.ordinary()
    where = made.dossier.events[0].locations
    dossier = replace(made.dossier, events=tuple(EventEntry(name, where) for name in events))
    return replace(made, dossier=dossier, rulebook=replace(made.rulebook, events=WORDS))


def steps(review: Review) -> dict[str, list[str]]:
    return {group.title: [each.act for each in group.trials] for group in trials(Edition(review, Language.EN))}


def test_events_become_things_to_do_grouped_by_screen_in_the_rulebooks_order() -> None:
    told = steps(listening("screen.change.金額", "screen.open"))
    assert told["the screen"] == ["Open it.", "Change “金額”."]


def test_an_event_without_words_is_a_step_with_its_name() -> None:
    assert steps(listening("something.else"))["Other operations"] == ["Bring about the event “something.else”."]


def test_an_event_that_is_computed_is_to_be_asked_for() -> None:
    assert steps(listening("?"))["Other operations"][0].startswith("The event is decided at run time")


def test_each_destination_call_and_place_of_keeping_is_a_step() -> None:
    told = steps(samples.ordinary())
    assert "hooks.example.com" in told["Dealings with the outside"][0]
    assert "/k/v1/records.json" in told["Other records and apps"][0]
    assert len(told["What stays on the device"]) == 1


def test_what_any_customization_needs_is_asked_of_one_that_does_nothing() -> None:
    made = replace(samples.clean(), dossier=Dossier((), (), (), (), (), ()))
    assert list(steps(made)) == ["On every screen"]


def test_every_step_has_a_number_of_its_own() -> None:
    ids = [each.id for group in trials(Edition(samples.ordinary(), Language.JA)) for each in group.trials]
    assert len(ids) == len(set(ids))


def test_the_lines_at_the_head_say_what_is_done_and_what_deserves_a_second_look() -> None:
    told = {line.title: line for line in doings(Edition(listening("screen.open"), Language.EN))}
    assert told["Screens"].text == "the screen"
    assert "hooks.example.com" in told["Outside"].text
    assert told["Outside"].alert
    assert not told["Screens"].alert


def test_that_nothing_was_seen_is_said() -> None:
    made = replace(samples.clean(), dossier=Dossier((), (), (), (), (), ()))
    told = list(doings(Edition(made, Language.EN)))
    assert told[0].text == "none seen"
    assert not told[3].alert
