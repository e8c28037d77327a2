"""Code that nobody can read is told as such and blocks; readable code, Japanese names and known libraries do not."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path

import pytest
from evidence_samples import evidence_of, places, results, source

from reviewer.engines.hidden import ENGINE, SIGNS
from reviewer.rule import HiddenCheck, Policy, Rulebook
from reviewer.rulebook.checks import HIDDEN_SIGNS
from reviewer.source import SourceFile

Rules = tuple[Rulebook, Policy]

URL = "https://example.com/collect/everything"
PICTURE = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(range(256))).decode()
ESCAPED = "".join(f"\\x{ord(char):02x}" for char in URL)
CODES = ",".join(str(ord(char)) for char in URL)

# A plain customization of the size that is really handed in; what the tools make of it is what has to be recognised.
PLAIN = "\n".join(
    f"""
kintone.events.on('app.record.edit.change.数量{number}', (event) => {{
  var 数量 = Number(event.record.数量{number}.value);
  var unitPrice = Number(event.record['単価{number}'].value);
  var discount = 数量 >= 100 ? 0.9 : 1; // まとめ買いの割引
  var total = Math.round(数量 * unitPrice * discount);
  if (Number.isNaN(total)) {{
    event.error = '数量と単価には数字を入力してください';
  }} else {{
    event.record.合計{number}.value = String(total);
    console.log('合計を計算しました', total);
  }}
  return event;
}});"""
    for number in range(12)
)


def of_rule(rules: Rules, path: str, text: str) -> set[str]:
    findings, _ = results(ENGINE, evidence_of(rules, source(path, text)))
    return {finding.rule.id for finding in findings}


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "plain.js"
    path.write_text(PLAIN, encoding="utf-8")
    return path


def run_node(node: Path, script: Path, *arguments: str | Path) -> None:
    subprocess.run([node, script, *arguments], check=True, stdout=subprocess.DEVNULL, timeout=120)


def test_the_loader_knows_the_same_signs() -> None:
    assert frozenset(HIDDEN_SIGNS) == SIGNS


def test_plain_code_with_japanese_names_is_readable(rules: Rules) -> None:
    assert results(ENGINE, evidence_of(rules, source("plain.js", PLAIN))) == ([], [])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--options-preset", "default"], {"obfuscated-names"}),
        (["--options-preset", "low-obfuscation"], {"obfuscated-names", "string-array-decoder"}),
        (
            ["--options-preset", "high-obfuscation", "--seed", "1"],
            {"obfuscated-names", "string-array-decoder", "flattened-control-flow"},
        ),
        (["--identifier-names-generator", "mangled", "--compact", "false"], {"shortened-names"}),
        (["--unicode-escape-sequence", "true"], {"obfuscated-names", "escaped-text"}),
        (
            [
                "--identifier-names-generator",
                "dictionary",
                "--identifiers-dictionary",
                "kensu,goukei,atai,namae,hyouji",
            ],
            {"names-fetched-by-number"},
        ),
    ],
)
def test_what_an_obfuscator_makes_is_not_reviewable(
    rules: Rules,
    node: Path,
    npm_packages: Path,
    plain: Path,
    options: list[str],
    expected: set[str],
) -> None:
    made = plain.with_name("made.js")
    run_node(
        node,
        npm_packages / "javascript-obfuscator" / "bin" / "javascript-obfuscator",
        plain,
        "--output",
        made,
        *options,
    )
    evidence = evidence_of(rules, source("made.js", made.read_text(encoding="utf-8")))
    findings, gaps = results(ENGINE, evidence)
    assert expected <= {finding.rule.id for finding in findings}
    assert [(gap.kind, gap.path, gap.blocking) for gap in gaps] == [("unreadable-code", "made.js", True)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--compress", "--mangle", "toplevel"], {"minified-code"}),
        (["--mangle", "toplevel", "--format", "beautify=true"], {"shortened-names"}),
    ],
)
def test_what_a_minifier_makes_is_not_reviewable(
    rules: Rules,
    node: Path,
    npm_packages: Path,
    plain: Path,
    options: list[str],
    expected: set[str],
) -> None:
    made = plain.with_name("made.js")
    run_node(node, npm_packages / "terser" / "bin" / "terser", plain, "--output", made, *options)
    findings, gaps = results(ENGINE, evidence_of(rules, source("made.js", made.read_text(encoding="utf-8"))))
    assert expected <= {finding.rule.id for finding in findings}
    assert [gap.blocking for gap in gaps] == [True]


def test_an_exact_copy_of_a_known_library_is_passed_over(rules: Rules, npm_packages: Path) -> None:
    data = (npm_packages / "kintone-ui-component" / "umd" / "kuc.min.js").read_bytes()
    file = source("kuc.min.js", data.decode())
    assert results(ENGINE, evidence_of(rules, file)) == ([], [])


def test_the_same_library_with_one_character_changed_is_not(rules: Rules, npm_packages: Path) -> None:
    data = (npm_packages / "kintone-ui-component" / "umd" / "kuc.min.js").read_bytes()
    _, gaps = results(ENGINE, evidence_of(rules, source("kuc.min.js", data.decode() + "\n")))
    assert [gap.kind for gap in gaps] == ["unreadable-code"]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("packed-code", "eval(function(p,a,c,k,e,d){return p}('0 1',2,2,'a|b'.split('|'),0,{}))"),
        ("symbol-only-code", "[][(![]+[])[+[]]+(![]+[])[!+[]+!+[]]]" * 20),
        ("flattened-control-flow", "while(!![]){switch(order[i++]){case'0':a();continue;}break;}"),
        ("string-array-decoder", "try{f()}catch(e){list['push'](list['shift']());}"),
        (
            "escaped-text",
            f"const u = '{ESCAPED}';",
        ),
        (
            "character-code-list",
            f"String.fromCharCode({CODES})",
        ),
        ("encoded-text", "run('" + (b"fetch('https://example.com/?' + document.title); " * 3).hex() + "')"),
    ],
)
def test_signs_of_hidden_code_are_recognised(rules: Rules, rule: str, code: str) -> None:
    assert of_rule(rules, "a.js", code) == {rule}


@pytest.mark.parametrize(
    "code",
    [
        "// eval(function(p,a,c,k,e,d){ というコードは使わないでください",
        f"const logo = '{PICTURE}';",
        "const 五十音 = '" + "\\u3042\\u3044" * 40 + "';",
        "queue.push(queue.shift());",
        "const 県 = [" + ",".join(f"'{number}番目の市町村'" for number in range(400)) + "];",
        "const parts = '2024-01-02'.split('-');",
        "sheet[column(1)] = a[field('a')]; sheet[column(2)] = b[field('b')]; c[field('c')] = d[field('d')];",
        "a[b.at(0)] = c[d.charCodeAt(1)] + e[f.indexOf(2)] + g[parseInt(h, 10)] + i[Math.max(0, j)];",
    ],
)
def test_innocent_code_shows_no_sign(rules: Rules, code: str) -> None:
    assert of_rule(rules, "a.js", code) == set()


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        ("direction-control", "a.js", "const level = 'user\u202e \u2066// 管理者のみ\u2069 \u2066';"),
        ("direction-control", "a.css", ".a::after { content: '\u202e'; }"),
        ("invisible-character", "a.js", "const total\u200b = 1;"),
        ("invisible-character", "a.js", "const \u3164 = 1;"),
        ("invisible-character", "a.js", "const s = 'a\ufe01\U000e0104\ufe02';"),  # bytes hidden in variation selectors
        ("invisible-character", "view.html", "<p>承認\u200b済み</p>"),
        ("mixed-script-name", "a.js", "const \u0430dmin = 1;"),  # a Cyrillic first letter
        ("mixed-script-name", "a.js", "event.record.p\u03bfint.value = 1;"),  # a Greek omicron
    ],
)
def test_deceiving_characters_are_found(rules: Rules, rule: str, path: str, text: str) -> None:
    assert of_rule(rules, path, text) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "const 氏名 = event.record.氏名.value; const ＩＤ番号 = 'ｶﾅ１';",
        "const family = '\U0001f468\u200d\U0001f469\u200d\U0001f467'; // 絵文字",
        "const Δt = 1; const π = 3.14; const μs = 2;",
        "\ufeffconst a = 1;",
        "const 氏名 = '葛\U000e0100城 一\ufe00郎'; // 異体字",
        "const mark = '1\ufe0f\u20e3 \u2764\ufe0f\u200d\U0001f525';",
        "const имя = 1;",
    ],
)
def test_ordinary_characters_of_any_script_are_welcome(rules: Rules, text: str) -> None:
    assert of_rule(rules, "a.js", text) == set()


def test_single_characters_block_nothing_and_are_named(rules: Rules) -> None:
    findings, gaps = results(ENGINE, evidence_of(rules, source("a.js", "const a = 1;\nconst b\u200b = 2;\n")))
    assert (places(findings), gaps) == ([("invisible-character", 2)], [])
    assert [finding.detail.en for finding in findings if finding.detail] == ["Found: U+200B ZERO WIDTH SPACE"]


def test_very_many_hidden_characters_are_one_finding_that_counts_them(rules: Rules) -> None:
    findings, _ = results(ENGINE, evidence_of(rules, source("a.css", "a\u200b " * 5_000)))
    assert [finding.detail.en for finding in findings if finding.detail] == [
        "Found: U+200B ZERO WIDTH SPACE (5000 places)"
    ]
    assert 0 < len(findings[0].trace) < 50


def test_hidden_characters_of_two_files_are_two_findings(rules: Rules) -> None:
    files = source("a.js", "f();\nx\u200b();\u200b"), source("b.css", "\n\n/* \u200b */")
    findings, _ = results(ENGINE, evidence_of(rules, *files))
    assert places(findings) == [("invisible-character", 2), ("invisible-character", 3)]


@pytest.mark.parametrize("text", ["", "(" * 50_000, "a" * 300_000, "'" + "A" * 300_000 + "'", "\\x41" * 50_000])
def test_hostile_text_neither_raises_nor_hangs(rules: Rules, text: str) -> None:
    file: SourceFile = source("hostile.js", text)
    findings, _ = results(ENGINE, evidence_of(rules, file))
    assert all(isinstance(finding.rule.check, HiddenCheck) for finding in findings)
