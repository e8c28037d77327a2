"""Words for people: every sentence that a reader of a report sees, in Japanese and in English."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from reviewer.record import value


class Language(StrEnum):
    """The language a report is written in."""

    JA = "ja"
    EN = "en"


@value
class Text:
    """One sentence or paragraph in both languages; neither may be empty."""

    ja: str
    en: str

    def __post_init__(self) -> None:
        if not self.ja.strip() or not self.en.strip():
            raise ValueError(f"a text needs both languages: ja={self.ja!r}, en={self.en!r}")

    def to(self, language: Language) -> str:
        """The words in the language asked for."""
        match language:
            case Language.JA:
                return self.ja
            case Language.EN:
                return self.en
            case _:
                assert_never(language)
