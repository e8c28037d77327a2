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
            ja="「機械の確認」はルールで確かめた結果です。「人の確認」は機械には分からないため、確かめた人が印を付けてください。",
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
        "places": Text(ja="コードの場所", en="Where in the code"),
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
        "rule": Text(ja="ルール", en="Rule"),
        "category": Text(ja="分類", en="Category"),
        "trace": Text(ja="データの流れ", en="How the data travels"),
        "function": Text(ja="関数", en="Function"),
        "confidence": Text(ja="確からしさ", en="Confidence"),
        "fingerprint": Text(ja="識別番号", en="Fingerprint"),
        "further": Text(ja="同じ指摘のほかの場所", en="Further places of the same finding"),
        "line": Text(ja="行", en="line"),
        "lines": Text(ja="行", en="lines"),
        "lines_left_out": Text(ja="行を省略", en="lines left out"),
        "loading": Text(ja="画面ごとの読み込み順", en="What each screen loads, in order"),
        "headlines": Text(ja="まず見るところ", en="What to look at first"),
        "headlines_more": Text(ja="ほかの種類の指摘:", en="Other kinds of findings:"),
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
        "to_decision": Text(ja="判断を記入する", en="Record the decision"),
        "doings": Text(ja="この提出物がすること", en="What this submission does"),
        "look": Text(ja="要確認", en="look"),
        "identity": Text(ja="何を、何で確かめたか", en="What was reviewed, with what"),
        "hashes": Text(ja="ファイルごとのSHA-256", en="SHA-256 of each file"),
        "regulation": Text(ja="定め", en="Source"),
        "room": Text(ja="書き込み欄", en="Notes"),
        "picture": Text(ja="データの行き先", en="Where data goes"),
        "picture_note": Text(
            ja="左のデータをカスタマイズが読み、右の行き先へ渡します。「← A」は、左のAのデータが渡ることを示します。"
            "下の表が同じことを文字で示します。",
            en="The customization reads the data on the left and passes it to "
            "what is on the right; “← A” names the data that goes there. "
            "The table below says the same in words.",
        ),
        "picture_label": Text(
            ja="データの流れの図。同じ内容が下の表にあります。",
            en="A picture of where data goes. The table below says the same.",
        ),
        "picture_more": Text(
            ja="図に入りきらない行き先(表にはすべてあります):",
            en="Destinations that the picture has no room for (the table has all):",
        ),
        "routes": Text(ja="行き先の一覧", en="All destinations"),
        "route_number": Text(ja="番号", en="No."),
        "route_to": Text(ja="行き先", en="Destination"),
        "route_side": Text(ja="内外", en="Side"),
        "route_data": Text(ja="渡すデータ", en="Data"),
        "route_way": Text(ja="方法・対象", en="Means"),
        "no_routes": Text(ja="データを渡す先は見つかりませんでした。", en="No destination was seen."),
        "walk": Text(ja="データの流れをたどる", en="Walk along the data"),
        "walk_start": Text(ja="コードの中をたどる", en="Walk through the code"),
        "walk_back": Text(ja="前へ", en="Back"),
        "walk_next": Text(ja="次へ", en="Next"),
        "walk_end": Text(ja="指摘へ戻る", en="Return to the finding"),
        "trials": Text(ja="動作検証", en="Behaviour tests"),
        "trials_note": Text(
            ja="コードを読むだけでは、意図どおりに動くかは分かりません。テスト用の環境とデータで次の手順を行い、結果を記録してください。手順は動作一覧から作ったもので、申請書にある機能の確認も足してください。",
            en="Reading code does not show whether it does what was intended. "
            "Take these steps in a test environment with test data and "
            "record what happened. They were made from what the code does; "
            "add the functions named in the application.",
        ),
        "trial_number": Text(ja="番号", en="No."),
        "trial_act": Text(ja="すること", en="Do"),
        "trial_expect": Text(ja="確かめること", en="Look at"),
        "trial_result": Text(ja="結果", en="Result"),
        "trial_ok": Text(ja="問題なし", en="as expected"),
        "trial_differs": Text(ja="問題あり", en="differs"),
        "code": Text(ja="コード", en="Code"),
        "filter_file": Text(ja="ファイル", en="File"),
        "filter_item": Text(ja="条・項目", en="Article or item"),
        "all": Text(ja="すべて", en="all"),
        "reset": Text(ja="絞り込みをやめる", en="Show all"),
        "decision": Text(ja="判断と決裁", en="Decision"),
        "decision_note": Text(
            ja="確かめた人が記入してください。紙に印刷して書くことも、画面で書いてJSONに書き出すこともできます。書き出したものは、この欄の下に示すSHA-256のファイルだけに対する判断です。",
            en="For the people who checked this. Fill it in on paper, or here "
            "and save it as JSON. It is a decision on the files with the "
            "SHA-256 below alone.",
        ),
        "decision_app": Text(ja="アプリの名前と番号", en="App (name and number)"),
        "decision_purpose": Text(ja="申請の目的", en="Purpose as applied for"),
        "decision_class": Text(ja="情報の重要性分類", en="Information class"),
        "unchosen": Text(ja="選んでください", en="choose"),
        "outcome": Text(ja="可否", en="Outcome"),
        "conditions": Text(ja="条件・直してもらうこと", en="Conditions, and what is to be corrected"),
        "reasons": Text(ja="判断の理由", en="Reasons"),
        "seals": Text(ja="決裁欄", en="Names and seals"),
        "part": Text(ja="役割", en="Part"),
        "post": Text(ja="所属・職", en="Section and post"),
        "person": Text(ja="氏名", en="Name"),
        "date": Text(ja="日付", en="Date"),
        "seal": Text(ja="印", en="Seal"),
        "applicant": Text(ja="申請者", en="Applicant"),
        "tester": Text(ja="動作検証者", en="Tester"),
        "reviewer": Text(ja="確認者(行政管理課)", en="Reviewer"),
        "adviser": Text(ja="技術的な助言をした職員", en="Technical adviser"),
        "approver": Text(ja="承認者", en="Approver"),
        "bound_to": Text(ja="この判断の対象(全体のSHA-256):", en="This decision is on (SHA-256 of the whole):"),
        "save": Text(ja="JSONに書き出す", en="Save as JSON"),
        "load": Text(ja="書き出したJSONを読み込む", en="Load a saved JSON"),
        "print": Text(ja="印刷する", en="Print"),
        "saved": Text(ja="書き出しました。", en="Saved."),
        "saved_draft": Text(
            ja="書き出しました。可否が選ばれていないため、途中の記録です。",
            en="Saved as a draft: no outcome is chosen yet.",
        ),
        "loaded": Text(ja="読み込みました。", en="Loaded."),
        "loaded_other": Text(
            ja="これは別のファイルに対する記録のため、読み込みませんでした。全体のSHA-256が違います。",
            en="This record is about other files (their SHA-256 differs) and was not loaded.",
        ),
        "loaded_broken": Text(
            ja="このレポートの記録として読めないファイルでした。", en="This file is no record of such a report."
        ),
        "declared": Text(ja="申請との比較", en="Declared and observed"),
        "declared_note": Text(
            ja="申請書に書かれたことと、コードから分かったことを並べました。違うものは申請者に確かめてください。",
            en="What was applied for, beside what the code does. Ask the applicant about each difference.",
        ),
        "compared": Text(ja="項目ごとの比較", en="Item by item"),
        "compared_what": Text(ja="項目", en="Item"),
        "compared_declared": Text(ja="申請書", en="Declared"),
        "compared_observed": Text(ja="コード", en="Observed"),
        "compared_result": Text(ja="比較", en="Result"),
        "waived": Text(ja="免除中", en="Waived"),
        "waivers": Text(ja="免除した指摘", en="Waivers"),
        "waiver_target": Text(ja="対象", en="What"),
        "waiver_state": Text(ja="状態と件数", en="State and findings"),
        "waiver_by": Text(ja="判断した人", en="Decided by"),
        "waiver_until": Text(ja="期限", en="Until"),
        "revision": Text(ja="前の承認からの変化", en="Changes since the approval"),
        "revision_note": Text(
            ja="審査台帳で最後に承認された版と比べました。新しい動作と新しい指摘から先に確かめてください。"
            "同じファイルは承認されたままです。",
            en="Compared with the version that the ledger says was approved last. Look at new behaviour and new "
            "findings first; unchanged files stay approved.",
        ),
        "revision_added": Text(ja="新しい動作", en="New behaviour"),
        "revision_dropped": Text(ja="なくなった動作", en="Behaviour that is gone"),
        "revision_new": Text(ja="新しい指摘", en="New findings"),
        "revision_again": Text(ja="前からある指摘で、見直しが要るもの", en="There before, to be looked at again"),
        "revision_known": Text(ja="前の承認で確認済みの指摘(判定に数えません):", en="Approved before, not counted:"),
        "revision_resolved": Text(ja="なくなった指摘", en="Findings that are gone"),
        "revision_then": Text(ja="前に承認された版", en="The approved version"),
        "revision_none": Text(ja="ありません。", en="None."),
        "revision_name": Text(ja="名前", en="Name"),
        "revision_detail": Text(ja="内容", en="Detail"),
    }
)


def labels(language: Language) -> SimpleNamespace:
    """Every label as an attribute; a name that does not exist is an error."""
    return SimpleNamespace(**{name: text.to(language) for name, text in _LABELS.items()})
