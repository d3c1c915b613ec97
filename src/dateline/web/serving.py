"""The desk on a port of this machine: `dateline serve`."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import uvicorn

from dateline.errors import InputError
from dateline.web.app import desk_app
from dateline.web.guards.hosts import names_of
from dateline.web.room import ReadingRoom
from dateline.web.warming import Warming

LOOPBACK = "127.0.0.1"
PORT = 8417
_TOKEN_BYTES = 24
_LOOPBACKS = ("127.", "::1", "localhost")


def serve(path: Path, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve a story until interrupted; `ready` is called with the address to open, which has the token in it.

    Port 0 takes a free one. InputError if the address cannot be had.
    """
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with closing(ReadingRoom(path)) as room, closing(_bound(host, port)) as listener, closing(Warming(room)):
        port = listener.getsockname()[1]
        app = desk_app(room, hosts=names_of(host, port), token=token)
        ready(f"http://{f'[{host}]' if ':' in host else host}:{port}/?token={token}")
        config = uvicorn.Config(app, log_level="warning", server_header=False, access_log=False)
        uvicorn.Server(config).run(sockets=[listener])


def is_loopback(host: str) -> bool:
    """True if only this machine can reach the address."""
    return host.startswith(_LOOPBACKS)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # before the address is told: a browser that is quick waits, and is not refused
    except OSError as error:
        listener.close()
        raise InputError(f"cannot serve at {host}:{port}: {error.strerror}", "choose another --port") from error
    return listener
