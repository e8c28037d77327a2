"""Libraries are told by their bytes, their banners and their URLs; what is loaded unseen is a gap."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from evidence_samples import analysed, evidence_of, places, results, source

from reviewer.engines.identities import exact_copies, identify
from reviewer.engines.libraries import ENGINE
from reviewer.finding import Confidence
from reviewer.markup.facts import Document, MarkupFact
from reviewer.rule import Policy, Rulebook
from reviewer.source import Location, Role
from reviewer.submission import UrlResource

Rules = tuple[Rulebook, Policy]

CYBOZU = "https://js.cybozu.com/"


def registered(url: str) -> UrlResource:
    return UrlResource(url=url, role=Role.DESKTOP, style=False, location=None)


def rules_for(rules: Rules, url: str) -> set[str]:
    findings, _ = results(ENGINE, evidence_of(rules, urls=[registered(url)]))
    return {finding.rule.id for finding in findings} - {"resource-by-url"}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (CYBOZU + "jquery/3.7.1/jquery.min.js", set()),
        (CYBOZU + "jquery/3.3.1/jquery.min.js", {"library-with-weaknesses"}),
        (CYBOZU + "axios/v0.18.0/axios.min.js", {"library-with-severe-weaknesses"}),
        (CYBOZU + "momentjs/2.24.0/moment-with-locales.min.js", {"library-with-severe-weaknesses"}),
        (CYBOZU + "sweetalert2/v11.6.14/sweetalert2.min.js", {"library-with-slight-weaknesses"}),
        (CYBOZU + "sweetalert2/v11.26.10/sweetalert2.min.js", set()),
        ("https://scripts-customine.gusuku.io/apps/1/desktop.js", {"code-from-vendor"}),
        ("https://cdnjs.cloudflare.com/ajax/libs/select2/4.0.2/js/select2.min.js", {"library-with-weaknesses"}),
        ("https://unpkg.com/popper.js@1", {"version-not-fixed"}),
        ("https://unpkg.com/kintone-ui-component", {"version-not-fixed"}),
        ("https://unpkg.com/kintone-ui-component@1.24.0/umd/kuc.min.js", set()),
        ("https://cdn.jsdelivr.net/npm/@kintone/rest-api-client@latest/umd/a.js", {"version-not-fixed"}),
        ("https://code.jquery.com/jquery-latest.js", {"version-not-fixed"}),
        ("https://code.jquery.com/jquery-3.7.1.slim.min.js", set()),
        (
            "https://raw.githubusercontent.com/shiyakusho/tools/main/a.js",
            {"version-not-fixed", "loaded-from-unknown-host"},
        ),
        ("https://shiyakusho.github.io/tools/a.js", {"version-not-fixed", "loaded-from-unknown-host"}),
        ("https://cdn.polyfill.io/v3/polyfill.min.js", {"taken-over-host"}),
        ("https://files.example.com/a.js", {"loaded-from-unknown-host"}),
        ("http://files.example.com/a.js", {"loaded-from-unknown-host", "loaded-over-http"}),
        ("https://js.cybozu.com.example.net/jquery/3.3.1/jquery.min.js", {"loaded-from-unknown-host"}),
    ],
)
def test_a_registered_url_is_judged(rules: Rules, url: str, expected: set[str]) -> None:
    assert rules_for(rules, url) == expected


@pytest.mark.parametrize(
    ("url", "blocking"),
    [
        (CYBOZU + "jquery/3.7.1/jquery.min.js", False),
        ("https://unpkg.com/popper.js@1", True),
        ("https://files.example.com/a.js", True),
    ],
)
def test_what_is_loaded_unseen_is_a_gap_that_blocks_unless_it_can_never_change(
    rules: Rules,
    url: str,
    blocking: bool,
) -> None:
    findings, gaps = results(ENGINE, evidence_of(rules, urls=[registered(url)]))
    assert "resource-by-url" in {finding.rule.id for finding in findings}
    assert [(gap.kind, gap.blocking) for gap in gaps] == [("url-only-resource", blocking)]


def test_a_url_without_a_place_of_its_own_stands_at_the_manifest(rules: Rules) -> None:
    manifest = source("customize-manifest.json", "{}", role=Role.MANIFEST)
    findings, _ = results(ENGINE, evidence_of(rules, manifest, urls=[registered("http://files.example.com/a.js")]))
    assert {finding.location.file.path for finding in findings} == {"customize-manifest.json"}


def test_scripts_and_links_of_a_page_are_judged_where_they_stand(rules: Rules) -> None:
    url = CYBOZU + "jquery/1.11.1/jquery.min.js"
    page = source("config.html", f'<script src="{url}"></script>\n<a href="http://example.com/">help</a>\n')
    script = MarkupFact("script", Location(page, 0, 20), "script", "src", url, url)
    help_link = MarkupFact("link", Location(page, 70, 80), "a", "href", "http://example.com/", "http://example.com/")
    document = Document(file=page, facts=(script, help_link), scripts=(), styles=(), problems=())
    findings, gaps = results(ENGINE, evidence_of(rules, page, documents=[document]))
    assert places(findings) == [("library-with-weaknesses", 1)]
    assert len(gaps) == 1


@pytest.mark.parametrize(
    ("banner", "library", "version"),
    [
        ("/*! jQuery v3.3.1 | (c) JS Foundation and other contributors */", "jquery", "3.3.1"),
        ("/*!\n * jQuery JavaScript Library v1.11.1\n * http://jquery.com/\n */", "jquery", "1.11.1"),
        ("/*! jQuery UI - v1.12.1 - 2016-09-14 */", "jquery-ui", "1.12.1"),
        ("/* axios v0.27.2 | (c) 2022 by Matt Zabriskie */", "axios", "0.27.2"),
        ("// Axios v1.7.9 Copyright (c) 2024 Matt Zabriskie and contributors", "axios", "1.7.9"),
        ("/**\n* vue v3.5.13\n* (c) 2018-present\n**/", "vue", "3.5.13"),
        ("/*!\n * Vue.js v2.5.17\n * (c) 2014-2018 Evan You\n */", "vue", "2.5.17"),
        ("/** @license React v16.14.0\n * react-dom.production.min.js\n */", "react-dom", "16.14.0"),
        ("/*! Select2 4.0.13 | https://github.com/select2/select2 */", "select2", "4.0.13"),
        ("/*!\n DataTables 1.10.19\n */", "datatables.net", "1.10.19"),
        ("//! moment.js\n//! version : 2.24.0\n//! authors : Tim Wood", "moment", "2.24.0"),
        ("/*!\n* sweetalert2 v11.6.14\n*/", "sweetalert2", "11.6.14"),
        ("/*!\n * Chart.js v2.9.4\n */", "chart.js", "2.9.4"),
        ("/*! @license DOMPurify 2.4.7 | (c) Cure53 */", "dompurify", "2.4.7"),
        ("/*! jQuery v3.3.1 -ajax,-ajax/jsonp,-effects | (c) JS Foundation */", "jquery", "3.3.1"),
        ("/*!\n * Quill Editor v1.3.6\n * https://quilljs.com/\n */", "quill", "1.3.6"),
        (
            "/** @license\n *\n * jsPDF - PDF Document creation from JavaScript\n * Version 2.3.1 Built\n */",
            "jspdf",
            "2.3.1",
        ),
        ("/*! markdown-it 12.3.1 https://github.com/markdown-it/markdown-it @license MIT */", "markdown-it", "12.3.1"),
        ("/**\n * @license\n * Lodash <https://lodash.com/>\n */\nvar VERSION = '4.17.4';", "lodash", "4.17.4"),
        ("/*! xlsx.js (C) 2013-present SheetJS -- http://sheetjs.com */\nXLSX.version='0.18.5';", "xlsx", "0.18.5"),
    ],
)
def test_a_banner_claims_a_library(rules: Rules, banner: str, library: str, version: str) -> None:
    entries = identify(evidence_of(rules, source("lib.js", f"{banner}\nvar a = 1;\n")))
    assert [(entry.name, entry.version, entry.identity) for entry in entries] == [(library, version, "claimed")]


@pytest.mark.parametrize(
    "comment",
    [
        "// jQuery v3.3.1 を使うこと",
        "/* requires jQuery v1.7 or later */",
        "// https://js.cybozu.com/jquery/3.3.1/jquery.min.js",
        "/* Lodash lodash.com/license | Underscore.js 1.8.3 underscorejs.org/LICENSE */",
        "/* see lodash.com/license */\nvar VERSION = '4.17.4';",
        "/* the table */\nvar VERSION = '4.17.4';",
    ],
)
def test_a_mention_is_no_claim(rules: Rules, comment: str) -> None:
    assert identify(evidence_of(rules, source("a.js", f"{comment}\nf();\n"))) == ()


def test_an_exact_copy_is_known_by_its_bytes_under_any_name(rules: Rules, npm_packages: Path) -> None:
    data = (npm_packages / "kintone-ui-component" / "umd" / "kuc.min.js").read_bytes()
    file = source("部品.js", data.decode())
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert exact_copies([file], rules[0])["部品.js"].library == "kintone-ui-component"
    entries = identify(evidence_of(rules, file))
    assert [(entry.name, entry.version, entry.identity) for entry in entries] == [
        ("kintone-ui-component", "1.24.0", "exact")
    ]


def test_an_old_library_is_said_once_with_its_advisories(rules: Rules) -> None:
    code = "/*! jQuery v1.11.1 | (c) 2005, 2014 jQuery Foundation, Inc. | jquery.org/license */\nvar a;\n"
    findings, _ = results(ENGINE, evidence_of(rules, source("jquery.js", code)))
    weak = [finding for finding in findings if finding.rule.id == "library-with-weaknesses"]
    assert len(weak) == 1
    assert weak[0].confidence is Confidence.MEDIUM
    assert weak[0].detail is not None
    assert "CVE-2020-11022" not in weak[0].detail.en  # which begins with 1.12.0
    assert "CVE-2020-11023" in weak[0].detail.en


@pytest.mark.parametrize(
    ("rest", "rule"),
    [
        ("fetch('/collect');\n", "library-in-name-only"),
        ("fetch('/collect');\n" * 1_100, "modified-library"),
    ],
)
def test_a_file_that_calls_itself_a_known_version_and_is_not_was_modified(rules: Rules, rest: str, rule: str) -> None:
    code = "/*! jQuery v3.7.1 | (c) OpenJS Foundation and other contributors */\n" + rest
    findings, _ = results(ENGINE, evidence_of(rules, source("jquery-3.7.1.min.js", code)))
    assert places(findings) == [(rule, 1)]


def test_a_library_inside_a_bundle_is_no_modified_copy(rules: Rules) -> None:
    code = "const a = 1;\n" * 60 + "/*! jQuery v3.7.1 | (c) OpenJS Foundation */\nf();\n"
    findings, _ = results(ENGINE, evidence_of(rules, source("bundle.js", code)))
    assert findings == []


def test_a_hijacked_host_is_found_in_strings(rules: Rules) -> None:
    code = "const s = document.createElement('script');\ns.src = 'https://cdn.polyfill.io/v3/polyfill.min.js';\n"
    findings, _ = results(ENGINE, analysed(evidence_of(rules, source("a.js", code))))
    assert places(findings) == [("taken-over-host", 2)]
