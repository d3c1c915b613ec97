"""One actor: who speaks of it and how, and where all its reports are."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient


@pytest.fixture
def shown(client: TestClient) -> str:
    """The page of the actor that most reports name."""
    first = client.get("/actors.json").json()[0]
    return client.get(f"/actors/{first['id']}").text


def test_those_who_speak_of_an_actor_stand_in_a_table_with_how_they_do(shown: str) -> None:
    (table,) = re.findall(r'<table class="names speaking">.*?</table>', shown, re.DOTALL)
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', table)
    assert len(rows) > 1
    assert all("<i>" in row for row in rows)
    assert "<i>said</i>" in table


def test_the_page_leads_to_each_of_its_parts_and_to_all_reports_that_name_the_actor(shown: str) -> None:
    (nav,) = re.findall(r'<nav class="contents".*?</nav>', shown, re.DOTALL)
    parts = re.findall(r'href="#([\w-]+)"', nav)
    assert {"names", "said", "did"} <= set(parts)
    assert all(f'id="{part}"' in shown for part in parts)
    assert re.search(r'href="/reports\?actor=a_\w+">\d+ reports?</a>', shown)
