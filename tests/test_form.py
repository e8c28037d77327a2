"""A draft of the application, made from a submission: read back, it departs in nothing from that same submission."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.comparison import Standing
from reviewer.form import draft, form
from reviewer.intake import read
from reviewer.pipeline import review
from reviewer.rule import Difference, Policy, Rulebook
from reviewer.rulebook.declarations import read_declaration
from reviewer.text import Language

CORPUS = Path(__file__).parent.parent / "corpus"
SECTIONS = {"app", "screens", "services", "access", "api_tokens", "webhooks", "plugins"}
SAID = {"information_class": "III", "sensitive": "false", "id": "new"}


def submissions() -> Iterator[Path]:
    for case in sorted(
        path for kind in ("submissions", "clean") for path in (CORPUS / kind).iterdir() if path.is_dir()
    ):
        inner = sorted(path for path in case.iterdir() if path.is_dir() or path.suffix == ".zip")
        yield from inner if (case / "expected.yaml").exists() and inner else (case,)


def filled_in(text: str) -> str:
    """The form with a word in every place that was left empty."""
    return re.sub(
        r"^( *(?:- )?)([a-z_]+):$",
        lambda found: found[0] if found[2] in SECTIONS else f"{found[0]} {SAID.get(found[2], '見本')}",
        text,
        flags=re.MULTILINE,
    )


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("path", list(submissions()), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_draft_departs_in_nothing_from_what_it_was_made_of(
    path: Path, language: Language, rules: tuple[Rulebook, Policy], tmp_path: Path
) -> None:
    from dataclasses import replace

    book, policy = rules
    quiet = replace(book, rules=())
    submission = read(path)
    before = review(submission, quiet, policy)
    text = form(book, language, draft(submission, before.dossier, book))
    (tmp_path / "申請書.yaml").write_text(filled_in(text), encoding="utf-8")
    result = review(submission, quiet, policy, declaration=read_declaration(tmp_path / "申請書.yaml", book))

    assert result.comparison is not None
    departs = [each for each in result.comparison.departures if each.difference is not Difference.DATA_LEAVES]
    assert [(each.difference.value, each.name) for each in departs] == []
    wrong = {Standing.UNDECLARED, Standing.UNUSED}
    assert [pair for pair in result.comparison.pairs if pair.standing in wrong] == []
