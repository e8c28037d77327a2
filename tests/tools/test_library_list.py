"""What is written in the list of libraries is what rules/libraries knows: nobody edits the generated files by hand."""

from __future__ import annotations

import re
from pathlib import Path

from build_known_files import LIST, listed
from library_words import shapes

from reviewer.rule import Policy, Rulebook

Rules = tuple[Rulebook, Policy]


def test_every_listed_version_is_known_and_no_other(rules: Rules) -> None:
    known = {(each.library, each.version) for each in rules[0].known_files}
    assert {(library, version) for library, _, version in listed()} == known


def test_the_list_names_each_version_once_and_in_full() -> None:
    lines = [line for line in Path(LIST).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    versions = [(library, package, version) for library, package, version in listed()]
    assert len(versions) == len(set(versions)) >= 300
    assert len(lines) >= 50
    assert all(re.fullmatch(r"\d+\.\d+\.\d+(?:-[\w.]+)?", version) for _, _, version in versions)


def test_a_shape_is_made_of_words_that_all_versions_of_a_line_hold_and_others_do_not() -> None:
    own = " ".join(f"ownWord{letter}" for letter in "ABCDEFGHIJKLMNOPQR")
    texts = {
        "sorter": {"1.0.0": f"{own} onlyFirst prototype", "1.1.0": f"{own} onlySecond prototype", "2.0.0": "prototype"},
        **{f"other{number}": {"1.0.0": "prototype"} for number in range(3)},
    }
    assert shapes(texts) == {"sorter": [{"versions": ["1.0.0", "1.1.0"], "words": own.split()}]}
