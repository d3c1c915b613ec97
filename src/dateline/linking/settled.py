"""What all corpus stages have: the settings of the pipeline they are made for."""

from __future__ import annotations

from dateline.settings import DEFAULTS, Settings


class Settled:
    """Every corpus stage is made alike: `Stage()` or `Stage(settings)`."""

    def __init__(self, settings: Settings = DEFAULTS) -> None:
        self.settings = settings
