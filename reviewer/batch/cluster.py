"""The executor of a Dask cluster, behind the interface of `concurrent.futures`; alone in knowing Dask."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from reviewer.errors import ReviewerError
from reviewer.text import Text

PATIENCE_SECONDS = 20


@contextmanager
def cluster(scheduler: str) -> Iterator[tuple[Executor, int]]:
    """An executor on the cluster with that scheduler, and how many tasks it can work on at once.

    A task whose worker is lost is given to another one by Dask itself. ReviewerError where it cannot be reached.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - takes a second, and is an extra
    except ImportError as error:
        raise ReviewerError(
            Text(
                ja="Daskが入っていません。pip install 'kintone-reviewer[dask]' で入れてください。",
                en="Dask is not installed. Install it with pip install 'kintone-reviewer[dask]'.",
            )
        ) from error
    try:
        client: Any = Client(scheduler, timeout=PATIENCE_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ReviewerError(
            Text(
                ja=f"Daskのスケジューラー {scheduler} につながりません({error})。"
                "アドレスと、動いているかを確かめてください。",
                en=f"No Dask scheduler answers at {scheduler} ({error}). Check its address, and that it is running.",
            )
        ) from error
    try:
        yield client.get_executor(pure=False), max(1, sum(client.ncores().values()))
    finally:
        client.close()
