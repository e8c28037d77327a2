"""Why a file, or something in an archive, was not read or not as it should be: the gaps that say so."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.finding import Gap
from reviewer.intake.tree import gap
from reviewer.intake.zip_directory import Oddity
from reviewer.text import Text

_ODDITIES: Mapping[Oddity, Text] = {
    Oddity.LISTING: Text(ja="一覧の終わりに余分なデータがある", en="the directory ends in bytes that list no file"),
    Oddity.COUNT: Text(
        ja="ファイル数の記録が一覧と合わない", en="the recorded number of files is not that of the directory"
    ),
    Oddity.TRAILING: Text(ja="末尾に余分なデータがある", en="bytes follow after the end record"),
    Oddity.OVERLAP: Text(ja="複数のファイルが同じデータを共有している", en="several files share the same packed bytes"),
    Oddity.UNLISTED: Text(ja="一覧にないデータが入っている", en="there are bytes that belong to no listed file"),
}


def unreadable(path: str, reason: Text) -> Gap:
    """An archive that cannot be opened at all."""
    return gap(
        "archive-unreadable",
        path,
        Text(
            ja="zipファイルとして開けないため、中身を審査できません。壊れていないか確かめ、作り直したものを"
            f"出してもらってください。（{reason.ja}）",
            en=f"This cannot be opened as a zip, so nothing in it was reviewed: {reason.en}. Ask for a new one.",
        ),
    )


def odd(path: str, oddity: Oddity) -> Gap:
    """An archive that contradicts itself."""
    reason = _ODDITIES[oddity]
    return gap(
        "archive-odd",
        path,
        Text(
            ja="zipの構造に矛盾があり、開くプログラムによって中身が変わるおそれがあります。"
            f"作り直してもらってください。（{reason.ja}）",
            en=f"The zip contradicts itself; programs may see different contents: {reason.en}. Ask for a new one.",
        ),
    )


def link(path: str) -> Gap:
    """A symbolic link or junction."""
    return gap(
        "symlink",
        path,
        Text(
            ja="別の場所を指すリンクなので、たどらず審査していません。実際のファイルを入れて出し直してもらってください。",
            en="This is a symbolic link; it is not followed and not reviewed. Ask for the file itself.",
        ),
    )


def encrypted(path: str) -> Gap:
    """A member that needs a password."""
    return gap(
        "archive-encrypted",
        path,
        Text(
            ja="パスワードで暗号化されているため審査できません。暗号化しないで出し直してもらってください。",
            en="This is encrypted and cannot be reviewed. Ask for it without a password.",
        ),
    )


def method(path: str, number: int) -> Gap:
    """A member packed in a way that is not read (APPNOTE 4.4.5 numbers them)."""
    return gap(
        "archive-method",
        path,
        Text(
            ja=f"一般的でない圧縮方式（{number}）のため開けません。標準のzipで出し直してもらってください。",
            en=f"Packed by method {number}, which is not read. Ask for an ordinary zip.",
        ),
    )


def too_many(path: str | None, limit: int) -> Gap:
    """There are more files than are read."""
    return gap(
        "too-many-files",
        path,
        Text(
            ja=f"ファイルが{limit}個を超えたため、残りを審査していません。範囲を絞って出し直してもらってください。",
            en=f"There are more than {limit} files; the rest was not reviewed. Review a smaller part at a time.",
        ),
    )


def too_large(path: str, size: int) -> Gap:
    """A file is larger than is read, or than what is left of the whole."""
    return gap(
        "file-too-large",
        path,
        Text(
            ja=f"大きすぎる（{size}バイト）ため審査していません。kintoneに登録できる大きさのファイルを出してもらってください。",
            en=f"Too large to be reviewed ({size} bytes). Ask for a file of a size that kintone takes.",
        ),
    )


def path_limit(path: str) -> Gap:
    """A path is longer or deeper than is read."""
    return gap(
        "path-limit",
        path,
        Text(
            ja="フォルダが深すぎるか名前が長すぎるため審査していません。浅い場所に置いて出し直してもらってください。",
            en="The path is too deep or too long and was not reviewed. Ask for a flatter layout.",
        ),
    )


def nested(path: str) -> Gap:
    """An archive that lies too deep to be opened."""
    return gap(
        "nested-archive",
        path,
        Text(
            ja="圧縮ファイルの中にさらに圧縮ファイルがあり、開かずに残しました。展開したものを出してもらってください。",
            en="An archive within an archive was left unopened. Ask for its contents unpacked.",
        ),
    )


def damaged(path: str, reason: Text) -> Gap:
    """A member whose bytes are not, or not all, what was packed."""
    return gap(
        "archive-damaged",
        path,
        Text(
            ja=f"zipの中のこのファイルは壊れていて、全部は読めません。作り直したzipを出してもらってください。（{reason.ja}）",
            en=f"This file is damaged inside the zip and could not be read in full: {reason.en}. Ask for a new zip.",
        ),
    )


def bomb(path: str) -> Gap:
    """A member that unpacks to far more than its packed size lets expect."""
    return gap(
        "archive-bomb",
        path,
        Text(
            ja="展開すると異常に大きくなる（上限を超える）ファイルのため、開くのをやめました。出した人に確かめてください。",
            en="This unpacks to more than is allowed (size or ratio); unpacking was stopped. Ask its author.",
        ),
    )


def contradiction(path: str, what: tuple[str, ...]) -> Gap:
    """A member of which local and central header say different things."""
    listed = ", ".join(what)
    return gap(
        "archive-header-mismatch",
        path,
        Text(
            ja=f"zipの中の2か所の記録が食い違い（{listed}）、開くプログラムによって別のものになるおそれがあります。作り直してもらってください。",
            en=f"The two headers of this file differ ({listed}); programs may see different files. Ask for a new zip.",
        ),
    )
