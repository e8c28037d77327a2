"""Secrets are found wherever they are written, masked wherever they are told, and not seen where there are none."""

from __future__ import annotations

import base64

import pytest
from evidence_samples import analysed, evidence_of, places, results, rule_of, source, with_rules

from reviewer.engines.secrets import ENGINE, entropy, has_right_digit
from reviewer.finding import Confidence
from reviewer.rule import CheckDigit, Policy, Rulebook, SecretCheck
from reviewer.submission import Unreviewed
from reviewer.text import Text

Rules = tuple[Rulebook, Policy]

# All invented; written in pieces where a service's own scanner would take the whole for a real one.
TOKEN = "Zq3Tn8Wd5Ky1Rb6Xv9Lm2Pf7Hc4Js0Gu8Ae5Vt3B"  # noqa: S105
OTHER = "Mw6Bx2Hs9Dk4Tv7Qp1Zc8Nf3Ly5Rg0Ja6Ue9Wi2K"
CY_TOKEN = "cy.s.api1." + "eyJhbGciOiJub25lIn0.eyJzdWIiOiJpbnZlbnRlZCJ9.c2lnbmF0dXJl"
LOGIN = base64.b64encode(b"keikaku-bot:Himitsu741").decode()
AWS = "AKIA" + "Q3ZT7MWN2PLXK5DB"
GOOGLE = "AIza" + "SyB7kQ2mX9vR4tN6wL1pZ8cH3dF5gJ0aUeT"
OPENAI = "sk-proj-" + "Kd83hFq02LmZx91PvTy47Rb5"
SLACK_HOOK = "https://hooks.slack.com/services/" + "T0AB12CD3/B0AB12CD3/k3JqLm8ZxPw9Rt2YvN5bH7sd"
SLACK = "xoxb-" + "204918375562-73jd92kfQpLm4Zx81Rt"
GITHUB = "ghp_" + "k3JqLm8ZxPw9Rt2YvN5bH7sdQ0aUeT4cF6gW"
STRIPE = "sk_live_" + "k3JqLm8ZxPw9Rt2YvN5bH7sd"
SENDGRID = "SG." + "k3JqLm8ZxPw9Rt2YvN5bH7." + "Q0aUeT4cF6gWk3JqLm8ZxPw9Rt2YvN5bH7sdQ0aUeT4"
ZAPIER = "https://hooks.zapier.com/hooks/catch/4829105/" + "b3k9xq2/"
GAS = "https://script.google.com/macros/s/AKfycbx" + "Q0aUeT4cF6gWk3JqLm8ZxPw9Rt2YvN5bH7sd/exec"
CHATWORK = "5f2b9c7d1e8a4036b7d9" + "e1f2a3c4b5d6"
HEX = "5f2b9c7d1e8a4036" + "b7d9e1f2a3c4b5d6"
UUID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
LONG = "k3JqLm8ZxPw9Rt2YvN5bH7sdQ0aUeT4cF6gWk3JqLm8Z"
PEM = "-----BEGIN RSA PRIVATE " + "KEY-----\nMIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Q\n"


def found(rules: Rules, path: str, text: str) -> list[tuple[str, int]]:
    return places(results(ENGINE, analysed(evidence_of(rules, source(path, text))))[0])


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("kintone-api-token", f"const headers = {{'X-Cybozu-API-Token': '{TOKEN}'}};"),
        ("kintone-api-token", f"xhr.setRequestHeader('X-Cybozu-API-Token', '{TOKEN}');"),
        ("kintone-api-token", f"const TOKEN = '{TOKEN[:20]}' + '{TOKEN[20:]}';"),
        ("kintone-api-token", f"const t = '{TOKEN}'; fetch('/x', {{headers: {{'X-Cybozu-API-Token': t}}}});"),
        ("kintone-api-token", f"const client = new Client({{auth: {{apiToken: '{TOKEN}'}}}});"),
        ("kintone-api-token", f"const トークン = {{契約管理: '{TOKEN}'}};"),
        ("cybozu-common-token", f"const h = {{Authorization: 'Bearer {CY_TOKEN}'}};"),
        ("kintone-password-header", f"const h = {{'X-Cybozu-Authorization': '{LOGIN}'}};"),
        ("kintone-password-header", "const h = {'X-Cybozu-Authorization': btoa('keikaku-bot:' + 'Himitsu741')};"),
        ("client-password", "const c = new Client({auth: {username: 'sys', password: 'hirakegoma'}});"),
        ("password-in-code", "const PASSWORD = 'Himitsu#741';"),
        ("password-in-code", "if (input.value === adminPass) {} var adminPass = 'kanri2024';"),
        ("basic-auth-header", f"const h = {{Authorization: 'Basic {LOGIN}'}};"),
        ("bearer-token", "const h = {Authorization: 'Bearer k3JqLm8ZxPw9Rt2YvN5bH7sd'};"),
        ("cloud-key", f"AWS.config.update({{accessKeyId: '{AWS}'}});"),
        ("google-api-key", f"const src = 'https://maps.googleapis.com/maps/api/js?key={GOOGLE}';"),
        ("ai-service-key", f"const h = {{Authorization: 'Bearer {OPENAI}'}};"),
        ("ai-service-key", f"const h = {{Authorization: `Bearer ${{'{OPENAI}'}}`}};"),
        ("chat-webhook", f"kintone.proxy('{SLACK_HOOK}', 'POST', {{}}, {{}});"),
        ("chat-token", f"const slack = '{SLACK}';"),
        ("messaging-token", f"const h = {{'X-ChatWorkToken': '{CHATWORK}'}};"),
        ("service-key", f"const h = {{Authorization: 'token {GITHUB}'}};"),
        ("service-key", f"const stripe = Stripe('{STRIPE}');"),
        ("service-key", f"const mail = '{SENDGRID}';"),
        ("automation-hook", f"const hook = '{ZAPIER}';"),
        ("automation-hook", f"const hook = '{GAS}';"),
        ("credential-in-url", "const u = 'https://kanri:Himitsu741@files.example.com/list';"),
        ("named-secret", "const clientSecret = 'k3JqLm8ZxPw9Rt2YvN5bH7sd';"),
        ("named-secret", f"const u = 'https://shi.backlog.example/api?apiKey={LONG}&projectId=1';"),
        ("ai-service-key", f"const k = 'sk-or-v1-' + '{HEX}{HEX}';"),
        ("ai-service-key", f"const h = {{Authorization: 'DeepL-Auth-Key {UUID}'}};"),
        ("ai-service-key", f"const k = '{UUID}:fx';"),
        ("service-key", f"const k = 'xkeysib-' + '{HEX}{HEX}-k3JqLm8ZxPw9Rt2Y';"),
        ("service-key", "const k = 're_' + 'k3JqLm8Z_xPw9Rt2YvN5bH7sdQ0aUeT4c';"),
        ("service-key", f"const k = '{HEX}-us14';"),
        ("service-key", f"const k = 'pat-na1-{UUID}';"),
        ("chat-token", f"const bot = '7210938456:AA' + 'H{LONG[:32]}';"),
        ("cloud-key", f"const u = 'https://a.blob.core.windows.net/c/a.csv?sv=2022&sig={LONG}%3D';"),
        ("cloud-key", f"const k = 'GOCSPX-' + '{LONG[:28]}';"),
        ("automation-hook", f"const u = 'https://shi.azurewebsites.net/api/send?code={LONG}==';"),
        ("automation-hook", f"const u = 'https://shi.app.n8n.cloud/webhook/{UUID}';"),
        ("map-service-key", f"const k = 'pk.' + 'eyJ{LONG[:40]}.{LONG[:22]}';"),
        ("private-key", f"const k = `PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nPrivate-Lines: 8\n{LONG}`;"),
        ("token-like-text", f"const 契約 = '{TOKEN}';"),
        ("private-key", f"const pem = `{PEM}`;"),
    ],
)
def test_a_secret_in_code_is_found_by_its_rule_and_by_no_other(rules: Rules, rule: str, code: str) -> None:
    assert found(rules, "desktop.js", code) == [(rule, 1)]


@pytest.mark.parametrize(
    "code",
    [
        f"const TOKEN = '{'x' * 40}';",
        "const TOKEN = 'YOUR_API_TOKEN';",
        "const TOKEN = 'ここにAPIトークンを入力してください';",
        "const TOKEN = '<APIトークン>';",
        "const TOKEN = 'BuBNIwbRRaUvr33nWXcfUZ5VhaFsJxN0xH4NPN92';",  # the platform's documentation
        "const TOKEN = 'abcdefghij0123456789ABCDEFGHIJabcdefghij';",
        "const TOKEN = 'Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1A';",
        "const token = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';",  # a SHA-1
        "const token = kintone.getRequestToken();",
        "const h = {'X-Cybozu-Authorization': 'QWRtaW5pc3RyYXRvcjpjeWJvenU='};",  # the documentation again
        "const h = {Authorization: 'Basic ' + btoa(user + ':' + pass)};",
        "const h = {Authorization: 'Bearer ' + config.token};",
        "const h = {Authorization: 'Bearer YOUR_ACCESS_TOKEN'};",
        "script.integrity = 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC';",
        "const icon = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk';",
        "const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';",
        "const password = document.querySelector('#password').value;",
        "const labels = {password: 'パスワード', passwordConfirm: 'パスワード(確認)'};",
        "const ids = {password: 'login-password', pass: '#pass1', pwd: 'user.password'};",
        "input.type = 'password'; input.name = 'password1';",
        "const api_key = 'settings.openai.api_key';",
        "const apiKey = config.apiKey || '';",
        "const APP_KEY = 'kanri-app-settings-v2'; const app_key = 'daicho.list.24.settings1';",
        "const spinner = 'sk-folding-cube sk-cube-grid-container-element';",
        "const fields = {TOKEN: 'トークン', PASSWORD: '暗証番号1'};",
        "const url = 'https://example.com:8080/a@b';",
        "const AWS_ID = 'AKIAIOSFODNN7EXAMPLE';",
    ],
)
def test_what_only_looks_like_a_secret_is_left_alone(rules: Rules, code: str) -> None:
    assert found(rules, "desktop.js", code) == []


@pytest.mark.parametrize(
    "word",
    [
        "CHANGE_ME",
        "changeit",
        "REPLACE_WITH_PASSWORD",
        "password",
        "PASSWORD_HERE",
        "your_password",
        "********",
        "xxxxxxxx",
        "{{PASSWORD}}",
        "${PASSWORD}",
        "__PASSWORD__",
        "<パスワード>",
        "パスワードを入力",
        "ダミー",
        "TODO",
        "hogehoge",
        "",
    ],
)
def test_what_stands_for_a_password_is_none_however_it_is_sent(rules: Rules, word: str) -> None:
    encoded = base64.b64encode(f"renkei-bot:{word}".encode()).decode()
    for code in (
        f"const h = {{'X-Cybozu-Authorization': '{encoded}'}};",
        f"const pw = '{word}'; xhr.setRequestHeader('X-Cybozu-Authorization', btoa('renkei-bot:' + pw));",
        f"const h = {{Authorization: 'Basic {encoded}'}};",
        f"const c = new Client({{auth: {{username: 'renkei-bot', password: '{word}'}}}});",
        f"const password = '{word}';",
    ):
        assert found(rules, "desktop.js", code) == []


@pytest.mark.parametrize("word", ["Password123", "kanripass", "Himitsu#741", "settheory9", "test2024!", "my1stPw"])
def test_a_weak_password_is_one_all_the_same(rules: Rules, word: str) -> None:
    encoded = base64.b64encode(f"renkei-bot:{word}".encode()).decode()
    code = f"const h = {{'X-Cybozu-Authorization': '{encoded}'}};"
    assert found(rules, "desktop.js", code) == [("kintone-password-header", 1)]


def test_a_commented_out_token_leaks_as_well(rules: Rules) -> None:
    code = f"f();\n// const apiToken = '{TOKEN}';\n/* headers: 'X-Cybozu-API-Token': '{OTHER}' */\n"
    assert found(rules, "desktop.js", code) == [("kintone-api-token", 2), ("kintone-api-token", 3)]


def test_each_token_of_a_comma_separated_list_is_found(rules: Rules) -> None:
    findings, _ = results(ENGINE, analysed(evidence_of(rules, source("a.js", f"const apiToken = '{TOKEN},{OTHER}';"))))
    assert {finding.location.text for finding in findings} == {TOKEN, OTHER}


def test_the_same_secret_is_told_at_every_place_with_the_same_words(rules: Rules) -> None:
    code = f"const tokenA = '{TOKEN}';\nconst tokenB = '{TOKEN}';\n"
    findings, _ = results(ENGINE, analysed(evidence_of(rules, source("a.js", code))))
    assert places(findings) == [("kintone-api-token", 1), ("kintone-api-token", 2)]
    assert len({finding.detail for finding in findings}) == 1


def test_a_secret_stands_where_it_is_written_and_not_where_it_is_used(rules: Rules) -> None:
    code = f"const key = '{OPENAI}';\n\nconst h = {{Authorization: 'Bearer ' + key}};\n"
    findings, _ = results(ENGINE, analysed(evidence_of(rules, source("a.js", code))))
    assert [finding.location.text for finding in findings] == [OPENAI]


def test_the_pieces_of_a_secret_put_together_are_its_trace(rules: Rules) -> None:
    code = f"const one = '{TOKEN[:20]}';\nconst apiToken = one + '{TOKEN[20:]}';\n"
    findings, _ = results(ENGINE, analysed(evidence_of(rules, source("a.js", code))))
    assert [[step.location.text for step in finding.trace] for finding in findings] == [
        [TOKEN[:20], TOKEN[20:], f"one + '{TOKEN[20:]}'"]
    ]


def test_no_word_of_a_finding_holds_the_secret(rules: Rules) -> None:
    code = f"const apiToken = '{TOKEN}';\nconst PASSWORD = 'Himitsu#741';\n// Bearer {OPENAI}\n"
    findings, _ = results(ENGINE, analysed(evidence_of(rules, source("a.js", code))))
    assert len(findings) == 3
    for finding in findings:
        words = finding.detail or Text(ja="-", en="-")
        assert all(each not in words.ja + words.en + finding.flagged for each in (TOKEN, "Himitsu#741", OPENAI))


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            ".env",
            f"# 開発用\nKINTONE_API_TOKEN={TOKEN}\nPASSWORD=Himitsu#741\n",
            ["kintone-api-token", "password-in-code"],
        ),
        (".ginuerc", "username: sys\npassword: Himitsu#741\n", ["password-in-code"]),
        ("settings.json", f'{{"auth": {{"apiToken": "{TOKEN}"}}}}', ["kintone-api-token"]),
        ("config.html", f'<div data-api-token="{TOKEN}"></div>', ["kintone-api-token"]),
        ("memo.txt", f"鍵\n{PEM}", ["private-key"]),
        ("style.css", f"/* token: '{TOKEN}' */", ["kintone-api-token"]),
        ("empty.env", "KINTONE_PASSWORD=\nKINTONE_USERNAME=kanri#2024\n", []),
    ],
)
def test_other_texts_are_searched_too(rules: Rules, path: str, text: str, expected: list[str]) -> None:
    assert [rule for rule, _ in found(rules, path, text)] == expected


def test_code_that_cannot_be_parsed_is_searched_as_text(rules: Rules) -> None:
    assert ("kintone-api-token", 2) in found(rules, "broken.js", f"const = = ;\nconst apiToken = '{TOKEN}' 'x' {{\n")


def test_a_key_file_is_a_finding_even_where_its_bytes_are_not_read(rules: Rules) -> None:
    listed = Unreviewed(path="keys/Server.PFX", size=2048, sha256="ab" * 32, reason=Text(ja="-", en="-"))
    findings, _ = results(ENGINE, evidence_of(rules, unreviewed=[listed]))
    assert [(finding.rule.id, finding.location.file.path) for finding in findings] == [
        ("file-of-secrets", "keys/Server.PFX")
    ]


def test_what_a_milder_rule_takes_for_a_secret_around_it_is_hidden_as_well(rules: Rules) -> None:
    whole = f"cy.s.api1.eyJhbGciOiJub25lIn0.{TOKEN}.c2lnbmF0dXJl"
    code = f"const h = {{'X-Cybozu-API-Token': 'Bearer {whole}'}};"
    findings = list(results(ENGINE, analysed(evidence_of(rules, source("a.js", code))))[0])
    assert [code[each.location.start : each.location.end] for each in findings] == [whole]


def test_the_worst_rule_speaks_where_several_see_the_same_characters(rules: Rules) -> None:
    check = SecretCheck(pattern="[a-z]{12}", context=None, minimum_entropy=0, reject=(), files=())
    evidence = evidence_of(rules, source("a.txt", "himitsunokagi"))
    mild = rule_of(check, name="mild", severity=rule_of(check).severity)
    worst = rule_of(check, name="worst", severity=type(mild.severity).CRITICAL)
    findings, _ = results(ENGINE, with_rules(evidence, mild, worst))
    assert [finding.rule.id for finding in findings] == ["worst"]


def test_confidence_is_less_where_only_the_look_of_a_text_tells(rules: Rules) -> None:
    findings, _ = results(ENGINE, analysed(evidence_of(rules, source("a.js", f"const 契約 = '{TOKEN}';"))))
    assert [finding.confidence for finding in findings] == [Confidence.MEDIUM]


def test_entropy_is_in_bits_per_character() -> None:
    assert entropy("abcd" * 5) == pytest.approx(2.0)


@pytest.mark.parametrize("text", ["a" * 400_000, "a=" * 200_000, "'" * 300_000, "Basic " * 60_000, "://:" * 80_000])
def test_hostile_text_is_searched_in_bounded_time(rules: Rules, text: str) -> None:
    assert found(rules, "hostile.txt", text) == []


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("111122223333", True),
        ("1111-2222-3333", True),
        ("111122223331", False),
        ("11112222333", False),
        ("1111222233333", False),
        ("１１１１２２２２３３３３", False),
    ],
)
def test_a_check_digit_follows_from_the_digits_before(number: str, right: bool) -> None:
    assert has_right_digit(number, CheckDigit((6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), 11)) is right


def test_a_check_digit_of_two_digits_is_zero() -> None:
    assert has_right_digit("00", CheckDigit((1,), 11))
    assert has_right_digit("10", CheckDigit((1,), 11))
    assert has_right_digit("29", CheckDigit((1,), 11))
