"""Classes of things that nobody changes and that are made by the hundred thousand.

A frozen dataclass takes three times as long to make as a plain one, because it has to get past its own lock. These are
frozen for the type checker alone, which sees every line of this package.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def thing(kind: type[_T]) -> type[_T]:
    """A dataclass that is itself and equal to nothing else."""
    return dataclass(slots=True, eq=False)(kind)


@dataclass_transform(frozen_default=True, eq_default=True, field_specifiers=(field,))
def value(kind: type[_T]) -> type[_T]:
    """A dataclass that is what its fields are."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
