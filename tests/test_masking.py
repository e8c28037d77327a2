"""Masks show little, the same for the same secret, and reach every place where the secret stands."""

from __future__ import annotations

import hashlib

from reviewer.finding import Confidence, Finding
from reviewer.masking import mask, masked, masking
from reviewer.rule import Category, Check, PackageCheck, References, Rule, SecretCheck, Severity
from reviewer.source import Encoding, Kind, Location, Newline, Role, SourceFile
from reviewer.text import Text

SECRET = "Zq3Tn8Wd5Ky1Rb6Xv9Lm2Pf7Hc4Js0Gu8Ae5Vt3B"  # noqa: S105 - invented
WORDS = Text(ja="見本", en="sample")


def file_of(text: str) -> SourceFile:
    data = text.encode()
    encoding = Encoding(name="utf-8", bom=False, newline=Newline.LF, undecodable=0)
    return SourceFile("a.js", Kind.JAVASCRIPT, Role.LOOSE, text, len(data), hashlib.sha256(data).hexdigest(), encoding)


def finding_at(location: Location, check: Check) -> Finding:
    rule = Rule(
        id="sample",
        category=Category.SECRET,
        severity=Severity.HIGH,
        title=WORDS,
        why=WORDS,
        fix=WORDS,
        example=None,
        refs=References((), (), (), ()),
        check=check,
        source="sample.yaml:1",
    )
    return Finding(rule, location, Confidence.HIGH, None, (), "", "")


SECRETS = SecretCheck(pattern="x", context=None, minimum_entropy=0, reject=(), files=())


def test_a_mask_shows_four_characters_the_length_and_a_short_hash() -> None:
    digest = hashlib.sha256(SECRET.encode()).hexdigest()[:8]
    assert mask(SECRET) == f"Zq3T…[40 chars, sha256 {digest}]"


def test_of_a_short_password_a_quarter_is_shown_and_no_hash_to_guess_by() -> None:
    assert mask("Himi741") == "H…[7 chars]"


def test_a_mask_carries_no_control_characters() -> None:
    assert mask("\x1b[2J" + SECRET).startswith("?[2J")


def test_every_other_place_of_a_flagged_secret_is_hidden_too() -> None:
    file = file_of(f"const t = '{SECRET}';\n// {SECRET}\n")
    at = file.text.index(SECRET)
    hidden = masking([finding_at(Location(file, at, at + 40), SECRETS)])
    assert hidden.spans(file) == ((11, 51), (57, 97))


def test_a_text_made_elsewhere_is_redacted() -> None:
    file = file_of(SECRET)
    hidden = masking([finding_at(Location(file, 0, 40), SECRETS)])
    assert hidden.redact(f"https://example.com/?t={SECRET}") == f"https://example.com/?t={mask(SECRET)}"


def test_a_file_of_passwords_is_hidden_as_a_whole() -> None:
    file = file_of("PASSWORD=himitsu\n")
    hidden = masking([finding_at(Location(file, 0, 0), PackageCheck(observed=("any",)))])
    assert hidden.spans(file) == ((0, len(file.text)),)


def test_an_excerpt_shows_the_mask_of_a_whole_secret_and_nothing_of_a_cut_one() -> None:
    text = f"a = '{SECRET}'; b"
    assert masked(text, [(5, 45)], 0) == f"a = '{mask(SECRET)}'; b"
    assert masked(text[:20], [(5, 45)], 0) == "a = '…"
    assert masked(text[20:], [(5, 45)], 20) == "…'; b"
