"""Answers only to the names of this machine: another site's name that was made to point here gets nothing."""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_DEFAULT = 80  # the port that a browser leaves out
_MISDIRECTED = 421  # RFC 9110, 15.5.20: the server does not answer for this name


def names_of(host: str, port: int) -> frozenset[str]:
    """The values of Host that a server at this address answers to."""
    hosts = {host, "localhost", "127.0.0.1", "[::1]"}
    bracketed = {f"[{name}]" if ":" in name and not name.startswith("[") else name for name in hosts}
    with_port = {f"{name}:{port}" for name in bracketed}
    return frozenset(with_port | bracketed if port == _DEFAULT else with_port)


class Hosts:
    """Refuses each request whose Host is none of the allowed ones, letter by letter."""

    def __init__(self, app: ASGIApp, allowed: Collection[str]) -> None:
        self._app = app
        self._allowed = frozenset(name.lower() for name in allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI interface."""
        if scope["type"] == "http" and not self._answers_to(Headers(scope=scope)):
            refusal = PlainTextResponse("this server does not answer to that name\n", _MISDIRECTED)
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _answers_to(self, headers: Headers) -> bool:
        given = headers.getlist("host")
        return len(given) == 1 and given[0].lower() in self._allowed
