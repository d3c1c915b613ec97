"""Errors for programs, as RFC 9457 has them: `application/problem+json`."""

from __future__ import annotations

import json
from http import HTTPStatus

from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"


def problem(status: HTTPStatus, detail: str, hint: str = "", headers: dict[str, str] | None = None) -> Response:
    """What happened, and under `hint` what to do about it."""
    told = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
    if hint:
        told["hint"] = hint
    return Response(json.dumps(told, ensure_ascii=False).encode(), status, headers, MEDIA_TYPE)
