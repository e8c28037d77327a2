"""The names of the domain's closed values (severities, roles, parse states ...) in the words of a report's readers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reviewer.finding import Confidence, Stage
from reviewer.review import Parse, Verdict, Witness
from reviewer.rule import Category, Severity
from reviewer.source import Kind, Newline, Role
from reviewer.submission import SubmissionKind
from reviewer.text import Text

SEVERITY: Final[Mapping[Severity, Text]] = MappingProxyType(
    {
        Severity.CRITICAL: Text(ja="重大", en="Critical"),
        Severity.HIGH: Text(ja="高", en="High"),
        Severity.MEDIUM: Text(ja="中", en="Medium"),
        Severity.LOW: Text(ja="低", en="Low"),
        Severity.INFO: Text(ja="参考", en="Info"),
    }
)

VERDICT: Final[Mapping[Verdict, Text]] = MappingProxyType(
    {
        Verdict.PASS: Text(ja="適合", en="Pass"),
        Verdict.CONDITIONAL: Text(ja="条件付き", en="Conditional"),
        Verdict.FAIL: Text(ja="不適合", en="Fail"),
        Verdict.INCOMPLETE: Text(ja="レビュー未完了", en="Review incomplete"),
    }
)

CONFIDENCE: Final[Mapping[Confidence, Text]] = MappingProxyType(
    {
        Confidence.HIGH: Text(ja="高い", en="high"),
        Confidence.MEDIUM: Text(ja="中くらい", en="medium"),
        Confidence.LOW: Text(ja="低い", en="low"),
    }
)

CATEGORY: Final[Mapping[Category, Text]] = MappingProxyType(
    {
        Category.EXTERNAL_CALL: Text(ja="外部への通信", en="Calls to the outside"),
        Category.SECRET: Text(ja="秘密情報の埋め込み", en="Secrets in code"),
        Category.CODE_EXEC: Text(ja="文字列の実行", en="Strings run as code"),
        Category.DOM_XSS: Text(ja="クロスサイトスクリプティング", en="Cross-site scripting"),
        Category.DATA_EGRESS: Text(ja="データの持ち出し", en="Data leaving kintone"),
        Category.OPEN_REDIRECT: Text(ja="検証のない画面遷移", en="Unchecked redirects"),
        Category.POST_MESSAGE: Text(ja="画面間のメッセージ", en="Messages between windows"),
        Category.PROTOTYPE_POLLUTION: Text(ja="プロトタイプ汚染", en="Prototype pollution"),
        Category.QUERY_INJECTION: Text(ja="クエリーの改変", en="Query injection"),
        Category.STORAGE: Text(ja="ブラウザーへの保存", en="Data kept in the browser"),
        Category.VULNERABLE_LIBRARY: Text(ja="脆弱性のあるライブラリー", en="Vulnerable libraries"),
        Category.SUPPLY_CHAIN: Text(ja="部品の入手経路", en="Supply chain"),
        Category.CSS_EXTERNAL: Text(ja="CSSからの外部読み込み", en="CSS loading from outside"),
        Category.CSS_UI: Text(ja="CSSによる画面の改変", en="CSS changing the screen"),
        Category.INTERNAL_API: Text(ja="非公開の内部機能", en="Undocumented internals"),
        Category.PERSONAL_NUMBER: Text(ja="個人番号", en="Personal numbers"),
        Category.PRIVILEGED_API: Text(ja="権限の強いAPI", en="Privileged APIs"),
        Category.OBFUSCATION: Text(ja="読めないコード", en="Unreadable code"),
        Category.GUIDELINE: Text(ja="コーディングガイドライン", en="Coding guideline"),
    }
)

STAGE: Final[Mapping[Stage, Text]] = MappingProxyType(
    {
        Stage.INTAKE: Text(ja="受け取り", en="Intake"),
        Stage.DECODING: Text(ja="文字コードの解読", en="Decoding"),
        Stage.PARSING: Text(ja="構文の解析", en="Parsing"),
        Stage.ANALYSIS: Text(ja="動作の解析", en="Analysis"),
        Stage.STYLESHEET: Text(ja="CSSの解析", en="Style sheets"),
        Stage.MARKUP: Text(ja="HTMLの解析", en="HTML"),
        Stage.LIBRARIES: Text(ja="ライブラリーの照合", en="Libraries"),
        Stage.SEMGREP: Text(ja="Semgrepによる検査", en="Semgrep"),
    }
)

ROLE: Final[Mapping[Role, Text]] = MappingProxyType(
    {
        Role.DESKTOP: Text(ja="PC版の画面で動く", en="runs on desktop screens"),
        Role.MOBILE: Text(ja="モバイル版の画面で動く", en="runs on mobile screens"),
        Role.CONFIG: Text(ja="プラグインの設定画面", en="plug-in settings screen"),
        Role.VIEW: Text(ja="カスタマイズした一覧", en="custom view"),
        Role.MANIFEST: Text(ja="構成ファイル", en="manifest"),
        Role.LOOSE: Text(ja="画面の指定なし", en="no screen named"),
        Role.EXTRA: Text(ja="構成に含まれないファイル", en="not named by the manifest"),
    }
)

SCOPE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "ALL": Text(ja="すべての利用者", en="all users"),
        "ADMIN": Text(ja="アプリの管理者だけ", en="administrators of the app only"),
        "NONE": Text(ja="適用しない", en="nobody"),
    }
)

KIND: Final[Mapping[Kind, Text]] = MappingProxyType(
    {
        Kind.JAVASCRIPT: Text(ja="JavaScript", en="JavaScript"),
        Kind.TYPESCRIPT: Text(ja="TypeScript", en="TypeScript"),
        Kind.CSS: Text(ja="CSS", en="CSS"),
        Kind.HTML: Text(ja="HTML", en="HTML"),
        Kind.JSON: Text(ja="JSON", en="JSON"),
        Kind.TEXT: Text(ja="テキスト", en="text"),
    }
)

NEWLINE: Final[Mapping[Newline, Text]] = MappingProxyType(
    {
        Newline.NONE: Text(ja="改行なし", en="no line ends"),
        Newline.LF: Text(ja="LF", en="LF"),
        Newline.CRLF: Text(ja="CRLF", en="CRLF"),
        Newline.CR: Text(ja="CR", en="CR"),
        Newline.MIXED: Text(ja="混在", en="mixed"),
    }
)

PARSE: Final[Mapping[Parse, Text]] = MappingProxyType(
    {
        Parse.READ: Text(ja="読めた", en="read"),
        Parse.PROBLEMS: Text(ja="読めない箇所あり", en="with problems"),
        Parse.NOT_ASKED: Text(ja="対象外", en="not asked"),
    }
)

WITNESS: Final[Mapping[Witness, Text]] = MappingProxyType(
    {
        Witness.REFUSES: Text(ja="文法エラーとして拒んだ", en="refuses it as a syntax error"),
        Witness.DISAGREES: Text(ja="読み方が食い違った", en="reads it differently"),
        Witness.NOT_ASKED: Text(ja="対象外", en="not asked"),
        Witness.AGREES: Text(ja="同じ読み方をした", en="reads it the same"),
    }
)

SUBMISSION: Final[Mapping[SubmissionKind, Text]] = MappingProxyType(
    {
        SubmissionKind.FILES: Text(ja="ファイル", en="loose files"),
        SubmissionKind.FOLDER: Text(ja="フォルダー", en="folder"),
        SubmissionKind.MANIFEST: Text(ja="customize-manifest.json による構成", en="customize-manifest.json"),
        SubmissionKind.CUSTOMIZE_JSON: Text(
            ja="アプリのカスタマイズ設定(JSON)", en="customization settings of an app (JSON)"
        ),
        SubmissionKind.PLUGIN_FOLDER: Text(ja="プラグイン(フォルダー)", en="plug-in (folder)"),
        SubmissionKind.PLUGIN_ZIP: Text(ja="プラグイン(plugin.zip)", en="plug-in (plugin.zip)"),
        SubmissionKind.APP_TEMPLATE: Text(ja="アプリテンプレート", en="app template"),
        SubmissionKind.ARCHIVE: Text(ja="ZIPファイル", en="zip archive"),
    }
)
