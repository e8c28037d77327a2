"""Classes of things that nobody changes: quick to make by the hundred thousand, and quick to define.

A frozen dataclass takes three times as long to make as a plain one, because it has to get past its own lock. These are
frozen for the type checker alone, which sees every line of this package. And for each dataclass Python compiles six
methods whenever its module is imported, which for all of this package takes longer than reviewing a small file: here
it is `__init__` alone, and what compares, hashes and shows is the same code for all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def thing(kind: type[_T]) -> type[_T]:
    """A dataclass that is itself and equal to nothing else."""
    return _shown(_made(kind))


@dataclass_transform(frozen_default=True, eq_default=True, field_specifiers=(field,))
def value(kind: type[_T]) -> type[_T]:
    """A dataclass that is what its fields are."""
    made = _shown(_made(kind))
    names = tuple(each.name for each in fields(made) if each.compare)  # type: ignore[arg-type]
    for name, method in zip(("__eq__", "__hash__"), _of_one(*names) if len(names) == 1 else _of(names), strict=True):
        setattr(made, name, method)
    return made


def _made(kind: type[_T]) -> type[_T]:
    return dataclass(slots=True, eq=False, repr=False)(kind)


def _shown(kind: type[_T]) -> type[_T]:
    if "__repr__" not in kind.__dict__:
        setattr(kind, "__repr__", _show)  # noqa: B010 - mypy takes an assignment for a mistake
    return kind


def _show(self: object) -> str:
    """As dataclasses show themselves; nothing here holds itself."""
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)  # type: ignore[arg-type]
    return f"{type(self).__qualname__}({shown})"


def _of(names: tuple[str, ...]) -> tuple[Callable[[object, object], bool], Callable[[object], int]]:
    """How things with several of these attributes, or none, are compared and hashed: as tuples are."""
    parts: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()

    def equals(self: object, other: object) -> bool:
        return bool(parts(self) == parts(other)) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(parts(self))

    return equals, hashed


def _of_one(name: str) -> tuple[Callable[[object, object], bool], Callable[[object], int]]:
    """The same for things with one attribute, of which `attrgetter` makes no tuple."""
    part = attrgetter(name)

    def equals(self: object, other: object) -> bool:
        return (part(self),) == (part(other),) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash((part(self),))

    return equals, hashed
