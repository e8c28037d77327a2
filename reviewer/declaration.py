"""The application (申請書) for one customization: what its department says it does, each thing with its line."""

from __future__ import annotations

from reviewer.record import thing, value
from reviewer.rule import InformationClass
from reviewer.source import Location, SourceFile

THIS_APP = "this"
"""Stands for the app that the customization is registered in."""
NOT_YET = "new"
"""The id of an app that is not made yet."""


@value
class DeclaredScreen:
    """What happens on one kind of screen; `screen` is the name of a `Screen`."""

    screen: str
    does: str
    origin: Location


@value
class DeclaredService:
    """An outside service: host as browsers show it, kinds of data it gets, and the same in the applicant's words."""

    host: str
    purpose: str
    data: tuple[str, ...]
    contents: str | None
    origin: Location


@value
class DeclaredAccess:
    """What is done to an app through the REST API; `app` is a number or `THIS_APP`, `rights` are names of rights."""

    app: str
    rights: tuple[str, ...]
    purpose: str
    origin: Location


@value
class DeclaredWebhook:
    """A webhook set in the app: where it goes and which data it carries."""

    host: str
    purpose: str
    payload: tuple[str, ...]
    origin: Location


@value
class DeclaredPlugin:
    """A plug-in that is to be added."""

    name: str
    purpose: str
    functions: str
    origin: Location


@thing
class Declaration:
    """One application as it was read; `file` is its text, with the hash that a decision can be bound to.

    `sensitive` says whether there is sensitive personal information (要配慮個人情報・機微情報) in the app.
    """

    file: SourceFile
    app_name: str
    app_id: str
    purpose: str
    department: str
    person: str
    information_class: InformationClass
    sensitive: bool
    screens: tuple[DeclaredScreen, ...]
    services: tuple[DeclaredService, ...]
    access: tuple[DeclaredAccess, ...]
    tokens: tuple[DeclaredAccess, ...]
    webhooks: tuple[DeclaredWebhook, ...]
    plugins: tuple[DeclaredPlugin, ...]
