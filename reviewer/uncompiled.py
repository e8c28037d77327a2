"""Sources of what runs, handed in in its place -> gaps that say so: TypeScript, JSX, modules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from reviewer.finding import Gap, Stage
from reviewer.javascript.ast import AS_JSX, AS_MODULE, Ast
from reviewer.source import Dialect, Role
from reviewer.submission import Submission
from reviewer.text import Text

UNCOMPILED = frozenset({AS_JSX, AS_MODULE})
"""Problems of scripts that are told once for their file, by `source_gaps`."""

_SOURCE = Text(
    ja="ブラウザーで動く前に変換が要る、{language}のソースです。kintoneで動くのは変換後のJavaScriptなので、"
    "登録するファイルも出してもらい、このソースから作られたことを確かめてください。",
    en="This is {language} source, which is compiled before a browser can run it. What runs in kintone is the "
    "JavaScript made of it: ask for the file that is registered, too, and make sure that it was made from this source.",
)
_REGISTERED = Text(
    ja="{language}のソースが、そのまま登録する設定になっています。変換しないとブラウザーは実行できません。"
    "変換後のJavaScriptを出してもらってください。",
    en="This is {language} source and is to be registered as it is, but no browser runs it without compiling. Ask for "
    "the JavaScript made of it.",
)
_MODULE = Text(
    ja="import や export を使うモジュールです。kintoneは普通のスクリプトとして読み込むので、このままでは動きません。"
    "中は調べました。kintoneに登録するのは、これらを1つにまとめたファイルのはずです。それも出してもらい、"
    "このソースから作られたことを確かめてください。",
    en="This is a module (import, export or await at the top level). kintone loads classic scripts, so it does not run "
    "as it is; its code was examined all the same. What is registered should be a bundle made of it: ask for that, "
    "too, and make sure that it was made from this source.",
)
_REGISTERED_MODULE = Text(
    ja="import や export を使うモジュールが、そのまま登録する設定になっています。kintoneは普通のスクリプトとして"
    "読み込むので、文法エラーになって動きません。1つにまとめたJavaScriptを出してもらってください。",
    en="This is a module (import, export or await at the top level) and is to be registered as it is, but kintone "
    "loads classic scripts: it is a syntax error there and does not run. Ask for the JavaScript it is bundled to.",
)
_ALONE = Text(
    ja="型は除いて調べました。2つ目の解析器はTypeScriptを読めないため、読み方の突き合わせはしていません。",
    en="Its types were set aside. The second parser does not read TypeScript, so no two readings were compared.",
)
_LOADED = frozenset({Role.DESKTOP, Role.MOBILE, Role.CONFIG, Role.VIEW})
_DIALECTS: Mapping[Dialect, str] = MappingProxyType(
    {Dialect.JSX: "JSX", Dialect.TYPESCRIPT: "TypeScript", Dialect.TSX: "TypeScript(TSX)"}
)


def source_gaps(submission: Submission, asts: Iterable[Ast]) -> Iterator[Gap]:
    """What is reviewed in place of what will run. It blocks where the very file is to be loaded, which cannot work."""
    read_as: dict[str, set[str]] = {}
    for ast in asts:
        read_as.setdefault(ast.script.file.path, set()).update(problem.kind for problem in ast.problems)
    for file in submission.files:
        kinds = read_as.get(file.path, set())
        language = _DIALECTS.get(file.dialect, "JSX" if AS_JSX in kinds else None)
        loaded = file.role in _LOADED
        if language is not None:
            parts = [_REGISTERED if loaded else _SOURCE]
            parts += [_ALONE] if file.dialect in {Dialect.TYPESCRIPT, Dialect.TSX} else []
        elif AS_MODULE in kinds:
            parts = [_REGISTERED_MODULE if loaded else _MODULE]
        else:
            continue
        yield Gap(
            stage=Stage.PARSING,
            kind="not-compiled",
            message=Text(
                ja="".join(part.ja.format(language=language) for part in parts),
                en=" ".join(part.en.format(language=language) for part in parts),
            ),
            path=file.path,
            location=None,
            blocking=loaded,
        )
