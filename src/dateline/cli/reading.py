"""The options of commands that read reports: whose outlets, which languages, what fields are called."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from dateline.intake.field_names import read_field_names
from dateline.intake.publishers import read_outlets
from dateline.linking.coding.actor_file import read_actors
from dateline.reading.acts.own_types import read_ontology
from dateline.reading.speech.cue_file import read_cues
from dateline.settings import DEFAULTS, Settings

_OPTIONS = (
    click.option(
        "--outlets",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="CSV",
        help="A table of outlets and agencies of yours, with the columns name, domain, kind (outlet or agency), "
        "owner, country. It goes before the table of the program.",
    ),
    click.option(
        "--actors",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="CSV",
        help="A table of people and bodies of yours, with the columns name, aliases, country, sector, from, "
        "until, identifier. Its names are joined; its codes go before those read from reports.",
    ),
    click.option(
        "--language",
        "languages",
        multiple=True,
        default=DEFAULTS.languages,
        show_default=True,
        metavar="CODE",
        help="A language to read (ISO 639-1); may be given again. Reports in others are kept, and not read.",
    ),
    click.option(
        "--cues",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="TOML",
        help="Words of yours by which reports say that somebody said something, beside those of the program.",
    ),
    click.option(
        "--ontology",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="TOML",
        help="Types of events of yours, by words and example sentences, beside those of the program.",
    ),
    click.option(
        "--fields",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="TOML",
        help='What your tables and records call their fields: lines like text = "COLUMN".',
    ),
    click.option(
        "--field",
        "pairs",
        multiple=True,
        metavar="USE=NAME",
        help="One such field, text=COLUMN; may be given again, and goes before --fields.",
    ),
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, which gets `settings`; SettingsError for what cannot be used."""

    @wraps(command)
    def read(
        *arguments: Any,
        outlets: Path | None,
        actors: Path | None,
        languages: tuple[str, ...],
        cues: Path | None,
        ontology: Path | None,
        fields: Path | None,
        pairs: tuple[str, ...],
        **others: Any,
    ) -> Any:
        settings = Settings(
            outlets=read_outlets(outlets) if outlets else (),
            actors=read_actors(actors) if actors else (),
            languages=tuple(sorted(set(languages))),
            cues=read_cues(cues) if cues else "",
            ontology=read_ontology(ontology) if ontology else "",
            field_names=read_field_names(fields, pairs),
        )
        return command(*arguments, settings=settings, **others)

    for option in reversed(_OPTIONS):
        read = option(read)
    return read
