"""Who may write, and use the API: whoever has the token of this launch; and writes come from our own pages only.

The address that `dateline serve` prints has the token in it; the first page opened by it puts the token into a
cookie that no script can read and that no other site's request carries. Programs send it as `Authorization:
Bearer`.
"""

from __future__ import annotations

from hmac import compare_digest

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "dateline_desk"
GUARDED = "/api/"  # reading pages needs no token, reading these needs one
_READING = ("GET", "HEAD")
_FORBIDDEN = 403
_UNAUTHORIZED = 401


class Writes:
    """Lets a request through, refuses it, or takes the token out of its address and into a cookie."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI interface."""
        answer = self._answer(Request(scope)) if scope["type"] == "http" else None
        await (answer or self._app)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        """A refusal or a redirection; None for a request that may pass."""
        given = request.query_params.get("token")
        if given is not None and request.method in _READING and not request.url.path.startswith(GUARDED):
            return self._with_cookie(request, given)
        if request.method not in _READING:
            return self._refusal(request, writing=True)
        return self._refusal(request, writing=False) if request.url.path.startswith(GUARDED) else None

    def _with_cookie(self, request: Request, given: str) -> Response:
        address = request.url.remove_query_params("token")
        path = "/" + address.path.lstrip("/")  # two slashes would lead to another site
        answer = RedirectResponse(f"{path}?{address.query}" if address.query else path, 303)
        if _equal(given, self._token):
            answer.set_cookie(COOKIE, self._token, httponly=True, samesite="strict", path="/")
        return answer

    def _refusal(self, request: Request, *, writing: bool) -> Response | None:
        bearer = request.headers.get("authorization", "")
        if _equal(bearer, f"Bearer {self._token}"):
            return None if is_from_here(request.headers, writing=False) else _other_site()
        if not _equal(request.cookies.get(COOKIE, ""), self._token):
            return PlainTextResponse(
                "open the desk by the address that `dateline serve` printed: it has the token in it\n",
                _UNAUTHORIZED,
                {"WWW-Authenticate": "Bearer"},
            )
        return None if is_from_here(request.headers, writing=writing) else _other_site()


def is_from_here(headers: Headers, *, writing: bool) -> bool:
    """True if all that a browser tells of where a request comes from is this server; to read, it need not tell."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is None and origin is None:
        return not writing
    if site not in (None, "same-origin") and (writing or site != "none"):  # none: typed by the user
        return False
    return origin is None or origin.lower() == f"http://{headers.get('host', '').lower()}"


def _other_site() -> Response:
    return PlainTextResponse("a page of another site asked for this; only our own may\n", _FORBIDDEN)


def _equal(given: str, expected: str) -> bool:
    return compare_digest(given.encode(errors="replace"), expected.encode())
