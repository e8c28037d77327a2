"""The straight line from a folder to a review: what is examined once, what runs together, what is a gap."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from reviewer.intake import read
from reviewer.pipeline import ENGINES, review
from reviewer.review import Parse, Review, Verdict, Witness, fingerprints
from reviewer.rule import Policy, Rulebook
from reviewer.rulebook import load
from reviewer.source import LineMap
from reviewer.text import Text


@cache
def knowledge() -> tuple[Rulebook, Policy]:
    return load()


def reviewed(folder: Path, **files: str) -> Review:
    """The review of a folder with these files; `__` in a name stands for the dot."""
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return review(read(folder), *knowledge())


def places(result: Review, rule: str) -> list[tuple[str, int]]:
    return [
        (f.location.file.path, LineMap(f.location.file.text).position(f.location.start).line)
        for f in result.findings
        if f.rule.id == rule
    ]


def test_every_engine_answers_a_form_of_its_own_and_has_a_rule() -> None:
    rules = knowledge()[0].rules

    assert len({engine.answers for engine in ENGINES}) == len(ENGINES)
    for engine in ENGINES:
        assert sum(isinstance(rule.check, engine.answers) for rule in rules) >= 1, engine.name


def test_scripts_in_html_run_on_the_page_they_stand_in(tmp_path: Path) -> None:
    result = reviewed(
        tmp_path,
        view__html='<div id="a" onclick="show(location.hash)"></div>\n<script>function show(x) {\n'
        "document.body.innerHTML = x; }</script>",
    )

    assert places(result, "url-value-in-html") == [("view.html", 3)]
    assert result.findings[0].trace[0].location.text == "location.hash"


def test_a_finding_on_several_pages_is_said_once(tmp_path: Path) -> None:
    manifest = {"scope": "ALL", "desktop": {"js": ["x.js"], "css": []}, "mobile": {"js": ["x.js", "y.js"], "css": []}}
    (tmp_path / "customize-manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    result = reviewed(tmp_path, x__js="'use strict';\ndocument.body.innerHTML = location.hash;", y__js="'use strict';")

    assert places(result, "url-value-in-html") == [("x.js", 2)]


def test_a_syntax_error_is_a_blocking_gap_and_the_rest_is_still_examined(tmp_path: Path) -> None:
    result = reviewed(tmp_path, x__js="const a = 'x;\ndocument.body.innerHTML = location.hash;\nif (", y__js="")

    assert {gap.kind for gap in result.gaps if gap.blocking} >= {"syntax-error"}
    assert places(result, "url-value-in-html") == [("x.js", 2)]
    assert result.verdict is Verdict.FAIL


def test_gaps_alone_leave_a_review_incomplete(tmp_path: Path) -> None:
    assert reviewed(tmp_path, x__js="if (").verdict is Verdict.INCOMPLETE


def test_nothing_at_all_passes(tmp_path: Path) -> None:
    result = reviewed(tmp_path, x__js="'use strict';\n")

    assert (result.verdict, result.findings, result.gaps) == (Verdict.PASS, (), ())


def test_the_dossier_says_what_the_code_does(tmp_path: Path) -> None:
    result = reviewed(
        tmp_path,
        x__js="""'use strict';
kintone.events.on(['app.record.edit.show', 'mobile.app.record.edit.show'], (event) => {
  const body = { name: event.record.氏名.value };
  kintone.proxy('https://hooks.slack.com/services/x', 'POST', {}, JSON.stringify(body));
  kintone.api('/k/v1/record', 'PUT', { app: 12, id: 1, record: {} });
  localStorage.setItem('last', event.record.住所.value);
  return event;
});
""",
    )
    dossier = result.dossier

    assert [event.name for event in dossier.events] == ["app.record.edit.show", "mobile.app.record.edit.show"]
    assert [(host.host, host.host_class, host.data) for host in dossier.hosts] == [
        ("hooks.slack.com", "chat", ("record",))
    ]
    assert [(call.method, call.endpoint, call.app) for call in dossier.rest_calls] == [("PUT", "/k/v1/record", "12")]
    assert {field.code for field in dossier.fields} == {"氏名", "住所"}
    assert [entry.data for entry in dossier.storage] == [("record",)]


@pytest.mark.parametrize(
    ("name", "text", "witness"),
    [
        ("a.ts", "const a: number = 1;\nexport default a;", Witness.NOT_ASKED),
        ("a.tsx", "export const a = <p title={1 as any}/>;", Witness.NOT_ASKED),
        ("a.jsx", "export const a = <p title={1}/>;", Witness.AGREES),
        ("a.js", "import b from './b.js';\nexport const a = b;", Witness.REFUSES),
        ("a.js", "export const a = <p title={1}/>;", Witness.REFUSES),
    ],
)
def test_a_source_is_read_and_said_not_to_be_what_runs(tmp_path: Path, name: str, text: str, witness: Witness) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    result = review(read(tmp_path), *knowledge())

    assert [(gap.kind, gap.path, gap.blocking) for gap in result.gaps] == [("not-compiled", name, False)]
    assert [(state.parser, state.witness) for state in result.files] == [(Parse.READ, witness)]


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.ts", "'use strict';"), ("a.jsx", "'use strict';"), ("a.js", "'use strict';\nexport default 1;")],
)
def test_a_source_that_is_registered_as_it_is_blocks(tmp_path: Path, name: str, text: str) -> None:
    manifest = {"app": "1", "scope": "ALL", "desktop": {"js": [name], "css": []}, "mobile": {"js": [], "css": []}}
    (tmp_path / "customize-manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")

    result = review(read(tmp_path), *knowledge())

    assert [(gap.kind, gap.blocking) for gap in result.gaps] == [("not-compiled", True)]


def test_progress_is_told_in_order(tmp_path: Path) -> None:
    (tmp_path / "x.js").write_text("'use strict';", encoding="utf-8")
    told: list[Text] = []

    review(read(tmp_path), *knowledge(), told.append)

    assert len(told) == 2 + len(ENGINES)
    assert "flows" in told[2].en


def test_a_fingerprint_survives_moving_the_code(tmp_path: Path) -> None:
    def print_of(text: str) -> list[str]:
        result = reviewed(tmp_path, x__js=text)
        return [named for f, named in fingerprints(result.findings).items() if f.rule.id == "url-value-in-html"]

    first = print_of("'use strict';\nfunction f() { document.body.innerHTML = location.hash; }")
    moved = print_of("'use strict';\n\n// 説明\nfunction f() {\n    document.body.innerHTML  =  location.hash;\n}")
    other = print_of("'use strict';\nfunction g() { document.body.innerHTML = location.hash; }")

    assert first == moved
    assert first != other


@pytest.mark.parametrize("name", ["kuc.min.js", "changed.js"])
def test_only_an_exact_library_is_passed_over(tmp_path: Path, npm_packages: Path, name: str) -> None:
    published = (npm_packages / "kintone-ui-component" / "umd" / "kuc.min.js").read_bytes()
    exact = name == "kuc.min.js"
    (tmp_path / name).write_bytes(published if exact else published + b"\n;location.href = location.hash.slice(1);\n")

    result = review(read(tmp_path), *knowledge())

    kinds = {gap.kind for gap in result.gaps}
    assert ("known-library" in kinds) is exact
    assert any(gap.blocking for gap in result.gaps) is not exact


def test_too_much_code_for_one_screen_is_left_out_and_said(tmp_path: Path) -> None:
    result = reviewed(
        tmp_path, large__js="/*" + "x" * 3_000_000 + "*/", y__js="location.href = location.hash.slice(1);"
    )

    assert ("large.js", "too-large") in {(gap.path, gap.kind) for gap in result.gaps if gap.blocking}
    assert places(result, "url-value-in-navigation") == [("y.js", 1)]


def test_a_beautified_library_under_a_min_js_name_is_a_claim_and_is_examined(tmp_path: Path) -> None:
    (tmp_path / "jquery.min.js").write_text(
        "/*! jQuery v3.3.1 | (c) JS Foundation and other contributors | jquery.org/license */\n"
        "(function (global) {\n"
        "  'use strict';\n"
        "  global.jQuery = function (selector) {\n"
        "    document.body.innerHTML = location.hash;\n"
        "  };\n"
        "})(window);\n",
        encoding="utf-8",
    )

    result = review(read(tmp_path), *knowledge())

    assert "known-library" not in {gap.kind for gap in result.gaps}
    assert [(entry.name, entry.version, entry.identity) for entry in result.dossier.libraries] == [
        ("jquery", "3.3.1", "claimed")
    ]
    assert places(result, "url-value-in-html") == [("jquery.min.js", 5)]


def test_third_party_code_pasted_into_an_own_file_is_followed_like_the_rest(tmp_path: Path) -> None:
    result = reviewed(
        tmp_path,
        app__js="'use strict';\n"
        "/* tinyview v1.2.0 (MIT) */\n"
        "var tinyview = (function () {\n"
        "  function View(root) { this.root = root; }\n"
        "  View.prototype.render = function (html) { this.root.innerHTML = html; return this; };\n"
        "  return { of: function (root) { return new View(root); } };\n"
        "})();\n"
        "kintone.events.on('app.record.detail.show', function (event) {\n"
        "  tinyview.of(document.body).render('<p>' + event.record.備考.value + '</p>');\n"
        "  return event;\n"
        "});\n",
    )

    assert places(result, "record-value-in-html") == [("app.js", 5)]
    assert result.findings[0].trace[0].location.text == "event.record"


@pytest.mark.parametrize("written", ["+".join(["X"] * 8), "[" + ",".join(["X"] * 8) + "]"])
def test_a_stored_value_made_of_itself_over_and_over_is_looked_at_once(tmp_path: Path, written: str) -> None:
    """Eight of eight of eight things, 22 times: each is what it is, however often it is used."""
    lines = [f"var x{n + 1} = {written.replace('X', f'x{n}')};" for n in range(22)]
    text = "\n".join(["var x0 = document.getElementById('a').value;", *lines, "localStorage.setItem('a', x22);"])

    assert reviewed(tmp_path, a__js=f"(function () {{\n{text}\n}})();").gaps == ()


def test_a_stored_value_made_by_calls_of_calls_is_looked_at_for_a_while_only(tmp_path: Path) -> None:
    """Eight calls that make eight calls each, 22 times: more than anybody can follow."""
    lines = [f"function f{n + 1}(a) {{ return {'+'.join([f'f{n}(a)'] * 8)}; }}" for n in range(22)]
    text = "\n".join(["function f0(a) { return a; }", *lines, "localStorage.setItem('a', f22(window.name));"])

    assert [gap.kind for gap in reviewed(tmp_path, a__js=f"(function () {{\n{text}\n}})();").gaps] == ["work-limit"]
