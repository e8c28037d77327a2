"""The words of the index report: labels of the page, and the names of the values that only a batch knows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType, SimpleNamespace
from typing import Final

from reviewer.summary import Approval, HostStanding
from reviewer.text import Language, Text

APPROVAL: Final[Mapping[Approval, Text]] = MappingProxyType(
    {
        Approval.DRIFT: Text(ja="承認と違う", en="Differs from approval"),
        Approval.NEVER: Text(ja="承認なし", en="Never approved"),
        Approval.OTHER_APP: Text(ja="別アプリの承認", en="Approved for another app"),
        Approval.REFUSED: Text(ja="否・差戻し", en="Refused"),
        Approval.EXPIRED: Text(ja="承認切れ", en="Approval expired"),
        Approval.APPROVED: Text(ja="承認済み", en="Approved"),
        Approval.NOT_ASKED: Text(ja="照合なし", en="Not compared"),
    }
)

HOST: Final[Mapping[HostStanding, Text]] = MappingProxyType(
    {
        HostStanding.UNDECLARED: Text(ja="申請にない", en="not declared"),
        HostStanding.UNCLEAR: Text(ja="実行時に決まる", en="decided at run time"),
        HostStanding.UNASKED: Text(ja="申請書なし", en="no application"),
        HostStanding.DECLARED: Text(ja="申請あり", en="declared"),
        HostStanding.EXEMPT: Text(ja="申請不要", en="need not be declared"),
        HostStanding.TRUSTED: Text(ja="方針で信頼", en="trusted by policy"),
    }
)
"""The standings of hosts, what to look at first in front."""

FAILED: Final = Text(ja="レビューできず", en="Not reviewed")
PAST_LOST: Final = Text(
    ja="前回の結果の一覧(all.jsonl か history/tallies.jsonl)が壊れているか、なくなっています。"
    "このため前回とは比べておらず、新しくなった指摘も、なくなった指摘も分かりません。控えがあれば戻し、なければ今回を新しい始まりとしてください。",
    en="What the batch before left (all.jsonl or history/tallies.jsonl) is damaged or missing: nothing was "
    "compared with it, and which findings are new or gone is not known. Restore it from a copy, or take this "
    "batch as a new start.",
)
COMMA: Final = Text(ja="、", en=", ")

_LABELS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "title": Text(ja="一括レビューの結果", en="Results of the batch review"),
        "subtitle": Text(ja="kintoneのカスタマイズとプラグイン", en="kintone customizations and plug-ins"),
        "skip": Text(ja="本文へ", en="Skip to the report"),
        "contents": Text(ja="目次", en="Contents"),
        "summary": Text(ja="概要", en="At a glance"),
        "attention": Text(ja="まず確かめるもの", en="Look at these first"),
        "submissions": Text(ja="提出物の一覧", en="All submissions"),
        "hosts": Text(ja="データを受け取る通信先", en="Hosts that receive data"),
        "libraries": Text(ja="弱点が公表されているライブラリー", en="Libraries with advisories"),
        "secrets": Text(ja="複数の提出物にある秘密情報", en="Secrets in several submissions"),
        "rules": Text(ja="指摘の種類", en="Kinds of findings"),
        "changes": Text(ja="前回からの変化", en="Changes since the last batch"),
        "trend": Text(ja="これまでの推移", en="Trend"),
        "about": Text(ja="このレビューについて", en="About this review"),
        "nothing_to_do": Text(ja="まず確かめるべきものはありません。", en="There is nothing to look at first."),
        "by_verdict": Text(ja="判定案ごとの提出物", en="Submissions by proposed verdict"),
        "by_severity": Text(ja="重さごとの指摘", en="Findings by severity"),
        "no_ledger": Text(
            ja="審査台帳と照らしていないため、承認のないまま動いているものがあるかは分かりません。"
            "--ledger で台帳を指定して、もう一度実行してください。",
            en="No ledger was asked, so this page does not know what runs without an approval. "
            "Run it again with --ledger.",
        ),
        "place": Text(ja="提出物", en="Submission"),
        "app": Text(ja="アプリ", en="App"),
        "department": Text(ja="部署", en="Department"),
        "verdict": Text(ja="判定案", en="Verdict"),
        "gaps": Text(ja="未確認", en="Unseen"),
        "gaps_long": Text(
            ja="確かめられず、適合の判断を妨げていること", en="Things not examined that rule out a passing verdict"
        ),
        "standing": Text(ja="審査台帳", en="Ledger"),
        "before": Text(ja="前回", en="was"),
        "reason": Text(ja="理由", en="Reason"),
        "findings": Text(ja="指摘", en="Findings"),
        "submissions_note": Text(
            ja="提出物の名前から、それぞれの報告書へ進めます。",
            en="The name of a submission leads to its report.",
        ),
        "filter": Text(ja="一覧の絞り込み", en="Filter the list"),
        "filter_text": Text(ja="語句", en="Words"),
        "filter_text_hint": Text(ja="場所・アプリ・部署から", en="in place, app, department"),
        "filter_severity": Text(ja="指摘の重さ", en="Severity of findings"),
        "or_worse": Text(ja="以上あり", en="or worse"),
        "filter_mark": Text(ja="絞り込み中:", en="Only those with:"),
        "all": Text(ja="すべて", en="all"),
        "reset": Text(ja="絞り込みをやめる", en="Show all"),
        "shown": Text(ja="{all}件中 {first}–{last}件目を表示", en="{first}–{last} of {all}"),
        "first_page": Text(ja="最初", en="First"),
        "previous_page": Text(ja="前へ", en="Back"),
        "next_page": Text(ja="次へ", en="Next"),
        "last_page": Text(ja="最後", en="Last"),
        "pages": Text(ja="一覧のページ", en="Pages of the list"),
        "page_size": Text(ja="1ページの件数", en="Rows a page"),
        "none_match": Text(ja="当てはまる提出物はありません。", en="No submission fits."),
        "see_in_table": Text(ja="一覧で見る", en="See them in the list"),
        "further": Text(ja="ほか", en="More:"),
        "left_out": Text(ja="さらにある件数(提出物の一覧にはすべてあります):", en="Not shown here, but in the list:"),
        "sort_hint": Text(ja="列の見出しで並べ替えられます。", en="Column heads sort the table."),
        "rows_from": Text(ja="件目。はじめは", en="beginning with"),
        "host": Text(ja="通信先", en="Host"),
        "host_standing": Text(ja="方針・申請", en="Policy, application"),
        "data": Text(ja="受け取るデータ", en="Data received"),
        "used_by": Text(ja="提出物", en="Submissions"),
        "hosts_note": Text(
            ja="コードから分かった送り先です。「申請にない」ものと「申請書なし」のものから確かめてください。",
            en="Destinations as the code shows them. Look at those that were not declared first.",
        ),
        "hosts_none": Text(
            ja="データを受け取る通信先は見つかりませんでした。", en="No host was seen that receives data."
        ),
        "loading": Text(ja="データを渡していない通信先", en="Hosts without data"),
        "loading_note": Text(
            ja="部品や画像を読み込むなど、データを渡すところまでは見つからなかった通信先です。",
            en="Parts are loaded from them, or calls made that were not seen to carry data.",
        ),
        "library": Text(ja="ライブラリー", en="Library"),
        "severity": Text(ja="重さ", en="Severity"),
        "advisories": Text(ja="公表された弱点", en="Advisories"),
        "libraries_none": Text(
            ja="弱点が公表されている版のライブラリーは見つかりませんでした。",
            en="No library with advisories on its version was seen.",
        ),
        "secret": Text(ja="呼び名", en="Name"),
        "secret_kind": Text(ja="種類", en="Kind"),
        "secrets_note": Text(
            ja="同じ秘密情報が複数の提出物に書かれています。1つから漏れると、ほかのアプリにも使われます。"
            "すべての提出物で取り替えてください。呼び名からもとの値を知ることはできません。",
            en="The same secret stands in several submissions: if one leaks it, it opens the others. Replace it "
            "in all of them. Nothing of the secret can be learned from its name here.",
        ),
        "secrets_none": Text(
            ja="複数の提出物にある秘密情報は見つかりませんでした。",
            en="No secret was seen in more than one.",
        ),
        "rule": Text(ja="指摘の内容", en="What was found"),
        "rule_findings": Text(ja="指摘", en="Findings"),
        "new": Text(ja="新しい", en="New"),
        "fixed": Text(ja="なくなった", en="Gone"),
        "rules_none": Text(ja="指摘はありません。", en="Nothing was found."),
        "changes_none": Text(
            ja="比べられる前回の結果がありません。次の一括レビューから、変化がここに並びます。",
            en="There is no earlier batch to compare with. Changes will be listed here from the next one on.",
        ),
        "changes_since": Text(ja="比べた結果:", en="Compared with the batch of"),
        "content": Text(ja="ファイル", en="Files"),
        "verdict_before": Text(ja="前回の判定案", en="Verdict before"),
        "verdict_now": Text(ja="今回の判定案", en="Verdict now"),
        "nothing_changed": Text(ja="前回から変わったものはありません。", en="Nothing changed."),
        "trend_label": Text(
            ja="一括レビューごとの、判定案別の提出物の数と、重大・高の指摘の数の図。同じ内容が下の表にあります。",
            en="A chart of submissions by verdict and of critical and high findings in each batch. "
            "The table below says the same.",
        ),
        "trend_single": Text(
            ja="まだ1回分の結果しかないため、図はありません。", en="There is one batch only, so there is no chart yet."
        ),
        "trend_table": Text(ja="推移の表", en="Table of the trend"),
        "trend_when": Text(ja="実施日時", en="Batch of"),
        "trend_total": Text(ja="提出物", en="Submissions"),
        "files_note": Text(
            ja="すべての結果は、機械で読める形でもこのフォルダーにあります。",
            en="All results lie in this folder in forms for machines, too.",
        ),
        "files_lines": Text(ja="1行に1提出物(JSON Lines)", en="one submission a line (JSON Lines)"),
        "files_log": Text(ja="すべての指摘(SARIF)", en="all findings (SARIF)"),
        "decides": Text(
            ja="判定案は道具による提案です。可否を決めるのは、それぞれの報告書を読んで確かめた人です。",
            en="Verdicts are a tool's proposals. Decisions are made by people who have read and checked each report.",
        ),
        "hidden": Text(
            ja="⟦U+…⟧ は、画面に見えない文字や並びを変える文字を文字番号で示したものです。",
            en="⟦U+…⟧ stands for a character that is invisible or reorders text, by its code point.",
        ),
    }
)


def labels(language: Language) -> SimpleNamespace:
    """Every label as an attribute; a name that does not exist is an error."""
    return SimpleNamespace(**{name: text.to(language) for name, text in _LABELS.items()})
