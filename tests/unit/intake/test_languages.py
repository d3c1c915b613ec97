"""Languages: decided by the body, kept and not read where they are not asked for."""

from __future__ import annotations

from collections.abc import Callable

from dateline.intake.languages import language_of
from dateline.model import Arrival

Take = Callable[[str], Arrival]
ENGLISH = (
    "The bridge over the Lin was closed on Monday because two of its ropes had torn, the city said. "
    "A ferry will carry people across the river until the ropes have been replaced in the spring."
)
SPANISH = (
    "El puente sobre el río fue cerrado el lunes porque dos de sus cables se habían roto, según la ciudad. "
    "Un transbordador llevará a la gente al otro lado hasta que se cambien los cables en primavera."
)


def test_a_body_tells_its_language_whatever_is_stated() -> None:
    assert language_of(ENGLISH, "de") == "en"
    assert language_of(SPANISH, "en") == "es"


def test_a_short_text_has_the_language_it_states_or_none() -> None:
    assert language_of("Puente cerrado", None) is None
    assert language_of("Puente cerrado", "es") == "es"
    assert language_of("", None) is None
    assert language_of("12 : 14 — 1 : 0 " * 100, None) is None


def test_menus_in_another_language_decide_nothing(take: Take) -> None:
    menu = "".join(f"<a>{word}</a> " for word in ("Startseite", "Nachrichten", "Wirtschaft", "Anmelden") * 20)
    page = (
        f'<html lang="de"><body><nav>{menu}</nav><main><h1>Bridge closed</h1><p>{ENGLISH}</p></main></body></html>'
    )
    assert take(page).report.language == "en"


def test_a_quotation_in_another_language_decides_nothing(take: Take) -> None:
    assert take(f"Bridge closed\n\n{ENGLISH}\n\n“Wir bleiben hier,” he said.").report.language == "en"
