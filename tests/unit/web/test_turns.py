"""Whoever waits for the lock comes before the one that lets go of it."""

from __future__ import annotations

import time
from threading import Event, Thread

from dateline.web.turns import Turns


def test_who_lets_go_and_asks_again_comes_after_one_that_waits() -> None:
    turns, order, has = Turns(), [], Event()

    def other() -> None:
        has.set()
        with turns:
            order.append("other")

    waiting = Thread(target=other)
    with turns:
        waiting.start()
        has.wait()
        while not turns._next.locked():
            time.sleep(0.001)
    with turns:
        order.append("again")
    waiting.join()
    assert order == ["other", "again"]


def test_one_that_has_it_may_take_it_again_and_keeps_it_until_the_last_release() -> None:
    turns, found = Turns(), []

    def ask() -> None:
        found.append(turns.acquire(timeout=0.01))

    with turns:
        with turns:
            pass
        asking = Thread(target=ask)
        asking.start()
        asking.join()
    assert found == [False]
    assert turns.acquire(timeout=0)


def test_who_has_waited_in_vain_leaves_the_place_to_others() -> None:
    turns, found = Turns(), []

    def ask() -> None:
        found.append(turns.acquire(timeout=0.01))

    with turns:
        for _ in range(2):
            asking = Thread(target=ask)
            asking.start()
            asking.join()
    asking = Thread(target=ask)
    asking.start()
    asking.join()
    assert found == [False, False, True]
