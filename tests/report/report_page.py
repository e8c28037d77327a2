"""A report in a real browser, for the tests that look at it there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from reviewer.report import Format, render
from reviewer.review import Review
from reviewer.text import Language


@contextmanager
def opened(
    browser: Browser,
    folder: Path,
    review: Review,
    *,
    script: bool = True,
    scheme: Literal["light", "dark"] = "light",
    width: int = 1200,
    language: Language = Language.JA,
) -> Iterator[tuple[Page, list[str]]]:
    """The report in a browser, with all it complained of and every request that was not for the file itself."""
    text = render(review, Format.HTML, language)
    with shown(browser, folder, text, script=script, scheme=scheme, width=width) as opened_page:
        yield opened_page


@contextmanager
def shown(
    browser: Browser,
    folder: Path,
    text: str,
    *,
    script: bool = True,
    scheme: Literal["light", "dark"] = "light",
    width: int = 1200,
) -> Iterator[tuple[Page, list[str]]]:
    """The same for the text of any page."""
    file = folder / "report.html"
    file.write_text(text, encoding="utf-8", newline="")
    context = browser.new_context(
        java_script_enabled=script, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda asked: None if asked.url == file.as_uri() else complaints.append(asked.url))
    page.goto(file.as_uri())
    yield page, complaints
    context.close()
