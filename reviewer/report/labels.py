"""The fixed words of the HTML page: headings, table heads, notes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType, SimpleNamespace
from typing import Final

from reviewer.text import Language, Text

_LABELS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "title": Text(ja="コードレビュー報告", en="Code review report"),
        "subtitle": Text(
            ja="kintone JavaScript/CSSカスタマイズ 静的解析", en="kintone JavaScript/CSS customization, static analysis"
        ),
        "skip": Text(ja="本文へ移動", en="Skip to the report"),
        "contents": Text(ja="目次", en="Contents"),
        "summary": Text(ja="概要", en="Summary"),
        "proposal": Text(ja="判定案", en="Proposed verdict"),
        "counts": Text(ja="重さごとの指摘の数", en="Findings by severity"),
        "plugin": Text(ja="プラグインの素性", en="The plug-in"),
        "checklist": Text(ja="第10条 確認票", en="Article 10 check sheet"),
        "checklist_note": Text(
            ja="「機械の確認」は規則で確かめた結果です。「人の確認」は機械には分からないため、確かめた人が印を付けてください。",
            en="“By machine” is what the rules found. “By a person” is what a machine cannot know: tick what you saw.",
        ),
        "item": Text(ja="項目", en="Item"),
        "machine": Text(ja="機械の確認", en="By machine"),
        "evidence": Text(ja="根拠", en="Evidence"),
        "manual": Text(ja="人の確認", en="By a person"),
        "inventory": Text(ja="動作一覧", en="What it does"),
        "inventory_note": Text(
            ja="コードから読み取った動作です。申請書の説明と違うものがないか見比べてください。",
            en="What the code does, as read from it. Compare it with what the application says.",
        ),
        "none_seen": Text(ja="見つかりませんでした。", en="None seen."),
        "places": Text(ja="場所", en="Where"),
        "more_places": Text(ja="ほか", en="and more:"),
        "findings": Text(ja="指摘", en="Findings"),
        "no_findings": Text(ja="指摘はありません。", en="Nothing was found."),
        "gaps": Text(ja="確かめられなかったこと", en="What could not be examined"),
        "gaps_note": Text(
            ja="ここにあるものは、指摘がないのではなく、見ていません。人が読むか、直して再提出を求めてください。",
            en="These are not free of findings: they were not seen. Have a person read them, or ask for a new version.",
        ),
        "no_gaps": Text(
            ja="ありません。レビュー対象のファイルはすべて確かめました。",
            en="None. Every file under review was examined.",
        ),
        "blocking": Text(ja="判定を妨げる", en="Blocks a verdict"),
        "minor": Text(ja="参考", en="For information"),
        "why": Text(ja="なぜ問題か", en="Why it matters"),
        "fix": Text(ja="直し方", en="How to fix it"),
        "example": Text(ja="直した例", en="Corrected code"),
        "references": Text(ja="根拠となる定め", en="References"),
        "rule": Text(ja="規則", en="Rule"),
        "category": Text(ja="分類", en="Category"),
        "trace": Text(ja="データの流れ", en="How the data travels"),
        "function": Text(ja="関数", en="Function"),
        "confidence": Text(ja="確からしさ", en="Confidence"),
        "fingerprint": Text(ja="識別番号", en="Fingerprint"),
        "further": Text(ja="同じ規則のほかの場所", en="Further places of the same rule"),
        "line": Text(ja="行", en="line"),
        "lines": Text(ja="行", en="lines"),
        "lines_left_out": Text(ja="行を省略", en="lines left out"),
        "loading": Text(ja="画面ごとの読み込み順", en="What each screen loads, in order"),
        "urls": Text(ja="URLから読み込むコード", en="Code loaded from URLs"),
        "urls_note": Text(
            ja="実行されるコードは提出物に含まれず、確かめていません。",
            en="What will run is not part of the submission and was not examined.",
        ),
        "files": Text(ja="ファイル", en="Files"),
        "source": Text(ja="ソース全文", en="Full source"),
        "source_print": Text(
            ja="印刷では、開いているソース全文だけが紙に出ます。同じものであることはSHA-256で確かめられます。",
            en="On paper only the listings that are open are printed; the SHA-256 shows that a file is the same.",
        ),
        "unreviewed": Text(ja="レビューの対象外のファイル", en="Files that were not reviewed"),
        "path": Text(ja="パス", en="Path"),
        "size": Text(ja="大きさ", en="Size"),
        "reason": Text(ja="理由", en="Reason"),
        "language": Text(ja="種類", en="Language"),
        "role": Text(ja="役割", en="Role"),
        "filter": Text(ja="指摘の絞り込み", en="Filter findings"),
        "filter_text": Text(ja="語句", en="Words"),
        "shown": Text(ja="表示中の指摘", en="findings shown"),
        "masked": Text(ja="秘密情報のため伏せています", en="a secret, masked"),
        "hidden": Text(
            ja="⟦U+…⟧ は、画面に見えない文字や並びを変える文字を文字番号で示したものです。",
            en="⟦U+…⟧ stands for a character that is invisible or reorders text, by its code point.",
        ),
    }
)


def labels(language: Language) -> SimpleNamespace:
    """Every label as an attribute; a name that does not exist is an error."""
    return SimpleNamespace(**{name: text.to(language) for name, text in _LABELS.items()})
