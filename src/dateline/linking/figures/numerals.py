"""Numbers as sentences write them, in figures and in words, with the bounds and approximations before them."""

from __future__ import annotations

import re

from text_to_num import text2num

from dateline.linking.figures.units import SCALES, table

ABOUT = 0.1  # "around 50,000" is read as within a tenth: journalists round to one or two figures
SPELT = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|one(?= (?:day|week|month|year)['’]s )|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?P<sign>[$€£]?)(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d{{1,3}})?|{SPELT})"
    rf"(?:[ -]?(?P<scale>{'|'.join(SCALES)})\b)?(?![\w:/-]|[.,]\d)",
    re.IGNORECASE,
)
_RISES_TO = re.compile(r"\b(?:go|goes|going|went|gone|put|rise|rises|rose|climbs|climbed|is|are) up to$")


def interval(match: re.Match[str], before: str) -> tuple[float, float | None]:
    """The least and the most that the number can be."""
    digits = match["number"].casefold().replace(",", "")
    value = float(digits) if digits[0].isdigit() else float(text2num(digits.replace("-", " "), "en"))
    value *= SCALES.get((match["scale"] or "").casefold(), 1)
    said = before.casefold().rstrip()
    if said.endswith(tuple(table("at_least"))):
        return value, None
    if said.endswith(tuple(table("at_most"))) and not _RISES_TO.search(said):
        return 0.0, value
    if said.endswith(tuple(table("about_so_many"))):
        return (1 - ABOUT) * value, (1 + ABOUT) * value
    return value, value
