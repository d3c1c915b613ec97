"""DNS rebinding: another site's name that was made to point at this machine is not answered."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from dateline.web.guards.hosts import names_of

OURS = ("127.0.0.1:8417", "localhost:8417", "LOCALHOST:8417", "LocalHost:8417", "[::1]:8417")
OTHERS = (
    "",
    " ",
    "evil.example",
    "evil.example:8417",
    "localhost",
    "127.0.0.1",
    "localhost:80",
    "127.0.0.1:84170",
    "localhost:8417.evil.example",
    "localhost.evil.example:8417",
    "127.0.0.1.evil.example:8417",
    "evil.example#localhost:8417",
    "evil.example/localhost:8417",
    "localhost:8417@evil.example",
    "user@localhost:8417",
    "localhost.:8417",
    "127.1:8417",
    "2130706433:8417",
    "0x7f000001:8417",
    "0177.0.0.1:8417",
    "0.0.0.0:8417",
    "[::]:8417",
    "[::ffff:127.0.0.1]:8417",
    "::1:8417",
    "localhost:08417",
    "localhost: 8417",
    "localhost:8417, evil.example",
    "http://localhost:8417",
    "local\thost:8417",
    "*",
)


@pytest.mark.parametrize("host", OTHERS)
@pytest.mark.parametrize("path", ["/", "/api/v1/timeline", "/static/desk.js"])
def test_no_other_name_is_answered_to(client: TestClient, host: str, path: str) -> None:
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code == 421
    assert "<html" not in answer.text


@pytest.mark.parametrize("host", OURS)
def test_the_names_of_this_machine_are(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_two_hosts_in_one_request_are_one_too_many(client: TestClient) -> None:
    twice = [(b"host", b"127.0.0.1:8417"), (b"host", b"evil.example")]
    assert client.get("/", headers=twice).status_code == 421


def test_at_the_port_that_browsers_leave_out_the_bare_name_is_ours_too() -> None:
    assert {"localhost", "localhost:80", "[::1]"} <= names_of("127.0.0.1", 80)
    assert "localhost" not in names_of("127.0.0.1", 8417)
