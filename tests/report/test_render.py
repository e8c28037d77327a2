from __future__ import annotations

from collections.abc import Callable

import pytest
import review_samples as samples

from reviewer.report import TEXT_FORMS, Context, Format, document, render
from reviewer.review import Review
from reviewer.text import Language

SAMPLES = (samples.ordinary, samples.hostile, samples.clean)
CONTEXT = Context(when="2026-04-01 09:00", command="kintone-reviewer review 休暇申請")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("make", SAMPLES)
def test_the_same_review_gives_the_same_bytes(make: Callable[[], Review], form: Format, language: Language) -> None:
    first = document(make(), form, language, CONTEXT)
    assert document(make(), form, language, CONTEXT) == first


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_no_secret_is_in_clear_in_any_report(form: Format) -> None:
    told = render(samples.ordinary(), form, Language.JA)
    assert samples.TOKEN not in told
    assert samples.TOKEN[:8] not in told


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\u2028", "\x1b", "\x07", "\ud800"])
def test_no_hidden_character_of_a_submission_is_in_any_report(form: Format, hidden: str) -> None:
    assert hidden not in render(samples.hostile(), form, Language.EN)


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_five_thousand_findings_are_written_in_megabytes(form: Format) -> None:
    review = samples.crowded(5000)
    told = render(review, form, Language.JA)
    assert len(told.encode("utf-8")) < 16_000_000


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_the_time_and_the_command_are_said_only_when_they_are_given(form: Format) -> None:
    if form in {Format.HTML, Format.JSON}:
        assert "2026-04-01 09:00" in render(samples.clean(), form, Language.JA, CONTEXT)
    assert "2026-" not in render(samples.clean(), form, Language.JA)
