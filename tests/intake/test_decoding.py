"""Bytes become text as a browser or an editor in a Japanese office would show them, and what was lost is counted."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.intake.decoding import declared, decode
from reviewer.source import Kind, Newline

JAPANESE = "// 会社名を表示する\nvar 会社名 = record['氏名'].value; // 予算の能力ソート\n"


@pytest.mark.parametrize(
    ("codec", "text", "name"),
    [
        ("utf-8", JAPANESE, "utf-8"),
        ("ascii", "var a = 1;\n", "utf-8"),
        ("cp932", JAPANESE, "shift_jis"),
        ("cp932", "// 年度\n", "shift_jis"),
        ("cp932", 'var a = "表";', "shift_jis"),
        ("cp932", "// 顧客ｺｰﾄﾞを取得\n", "shift_jis"),
        ("cp932", '"ﾌﾘｶﾞﾅ"', "shift_jis"),
        ("cp932", "①②㈱", "shift_jis"),
        ("cp932", "氏名", "shift_jis"),
        ("euc_jp", JAPANESE, "euc-jp"),
        ("euc_jp", "// 年度\n", "euc-jp"),
        ("euc_jp", "// ひらがな\n", "euc-jp"),
        ("euc_jp", "// アプリ\n", "euc-jp"),
        ("euc_jp", "// 顧客ｺｰﾄﾞを取得\n", "euc-jp"),
        ("euc_jp", "氏名", "euc-jp"),
        ("iso2022_jp", JAPANESE, "iso-2022-jp"),
        ("utf-16-le", JAPANESE, "utf-16le"),
        ("utf-16-be", JAPANESE, "utf-16be"),
        ("utf-16-le", "var a = 1;\n", "utf-16le"),
        ("utf-16-le", "// 一覧画面の会社名を表示する関数\n" * 5, "utf-16le"),
        ("cp1252", "/*! (c) © 2012 Müller, café */", "windows-1252"),
        ("cp1252", "/*! © 2012 John */", "windows-1252"),
        ("cp1252", 'var a = "naïve résumé";', "windows-1252"),
    ],
)
def test_recognises_the_encoding_without_a_mark(codec: str, text: str, name: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.encoding.name, decoded.text, decoded.encoding.undecodable) == (name, text, 0)
    assert not decoded.encoding.bom


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be"),
    ],
)
def test_takes_a_byte_order_mark_out_and_records_it(mark: bytes, codec: str, name: str) -> None:
    decoded = decode(mark + JAPANESE.encode(codec))
    assert (decoded.text, decoded.encoding.name, decoded.encoding.bom) == (JAPANESE, name, True)


def test_keeps_a_mark_that_stands_within_the_text() -> None:
    decoded = decode("var a;\n\ufeffvar b;".encode())
    assert decoded.text == "var a;\n\ufeffvar b;"
    assert not decoded.encoding.bom


def test_tells_utf16_from_shift_jis_that_decodes_without_error() -> None:
    data = "kintone.events.on('app.record.index.show', e => e);".encode("utf-16-le")
    data.decode("cp932")
    assert decode(data).encoding.name == "utf-16le"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "iso2022_jp"])
def test_says_when_a_browser_may_read_the_same_bytes_as_utf8(codec: str) -> None:
    text = "// 表示\n" if codec == "iso2022_jp" else "var a = 1; // plain\n"
    assert decode(text.encode(codec)).is_ambiguous
    assert not decode(text.encode("utf-8")).is_ambiguous


@pytest.mark.parametrize(
    ("data", "name", "first"),
    [
        (JAPANESE.encode() + b"\xff\xfe// x", "utf-8", len(JAPANESE.encode())),
        (JAPANESE.encode("cp932") + b"\x83", "shift_jis", len(JAPANESE.encode("cp932"))),
        (JAPANESE.encode("euc_jp") + b"\xb4", "euc-jp", len(JAPANESE.encode("euc_jp"))),
        (codecs.BOM_UTF8 + b"a\xff", "utf-8", 4),
        (codecs.BOM_UTF16_LE + b"a\x00b", "utf-16le", 4),
    ],
)
def test_replaces_what_cannot_be_read_and_says_where_it_begins(data: bytes, name: str, first: int) -> None:
    decoded = decode(data)
    assert (decoded.encoding.name, decoded.first_undecodable) == (name, first)
    assert decoded.encoding.undecodable >= 1
    assert "\ufffd" in decoded.text


def test_counts_only_losses_not_replacement_characters_written_in_the_file() -> None:
    written = f"{JAPANESE} var a = '\ufffd';".encode()
    assert decode(written).encoding.undecodable == 0
    assert decode(written + b"\xff").encoding.undecodable == 1


def test_keeps_nul_characters() -> None:
    assert decode(b"var a = '\x00';").text == "var a = '\x00';"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Newline.NONE),
        ("a", Newline.NONE),
        ("a\nb\n", Newline.LF),
        ("a\r\nb\r\n", Newline.CRLF),
        ("a\rb\r", Newline.CR),
        ("a\r\nb\n", Newline.MIXED),
        ("a\rb\n", Newline.MIXED),
    ],
)
def test_tells_how_lines_end_and_leaves_them_as_they_are(text: str, expected: Newline) -> None:
    decoded = decode(text.encode())
    assert (decoded.encoding.newline, decoded.text) == (expected, text)


@pytest.mark.parametrize(
    ("data", "kind", "label"),
    [
        (b'@charset "Shift_JIS"; a {}', Kind.CSS, "Shift_JIS"),
        (b' @charset "Shift_JIS"; a {}', Kind.CSS, None),
        (b'<html><meta charset="euc-jp">', Kind.HTML, "euc-jp"),
        (b"<META http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>", Kind.HTML, "Shift_JIS"),
        (b'@charset "Shift_JIS";', Kind.JAVASCRIPT, None),
        (b" " * 1024 + b'<meta charset="euc-jp">', Kind.HTML, None),
    ],
)
def test_finds_the_encoding_a_file_declares_for_itself(data: bytes, kind: Kind, label: str | None) -> None:
    assert declared(data, kind) == label


def test_follows_a_declaration_that_the_bytes_bear_out() -> None:
    halfwidth = "ｶﾅ".encode("cp932")
    assert decode(halfwidth).encoding.name == "euc-jp"
    assert decode(halfwidth, "Shift_JIS").encoding.name == "shift_jis"


@pytest.mark.parametrize("label", ["utf-7", "no-such-thing", "shift_jis", ""])
def test_disregards_a_declaration_that_valid_utf8_contradicts(label: str) -> None:
    assert decode(JAPANESE.encode(), label).text == JAPANESE


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=20)))
def test_reads_any_bytes_without_raising(data: bytes, label: str | None) -> None:
    decoded = decode(data, label)
    decoded.text.encode("utf-8")
    assert (decoded.first_undecodable is None) == (decoded.encoding.undecodable == 0)


@given(st.text())
def test_reads_back_any_utf8_text_that_has_no_mark_or_escape(text: str) -> None:
    if "\x00" in text or "\x1b" in text or text.startswith("\ufeff"):
        return
    assert decode(text.encode()).text == text


@given(
    st.text(alphabet="ぁあいうえおかきくけこアイウエオカキクケコ会社名氏住所電話番号年度予算一覧表示、。ー", min_size=4)
)
@pytest.mark.parametrize(("codec", "name"), [("cp932", "shift_jis"), ("euc_jp", "euc-jp")])
def test_tells_everyday_japanese_in_shift_jis_from_euc_jp(codec: str, name: str, text: str) -> None:
    assert decode(f"// {text}\n".encode(codec)).encoding.name == name
