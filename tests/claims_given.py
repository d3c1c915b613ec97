"""Four reports of our own about two acts: one day is agreed, one told more coarsely, one disputed."""

from __future__ import annotations

from pathlib import Path

GIVEN = {
    "a.txt": (
        "The Harbour Post",
        "2031-03-06",
        "Mayor Ada Holm met Bo Lind in Veld on Monday, 3 March 2031. The shipyard has been idle since the "
        "autumn and owes its welders a month of wages. Its cranes rust, its canteen has closed and "
        "apprentices look for benches in other towns. Ada Holm will visit Tarn on 20 March 2031.",
    ),
    "b.txt": (
        "Veld Times",
        "2031-03-04",
        "Snow kept most shops closed and buses stood in the depot. Schools sent their pupils home before "
        "lunch. The mayor, Ada Holm, met Bo Lind at the town hall in Veld on 3 March 2031 while anglers "
        "waited outside. Ploughs are short of diesel. Police arrested Tom Berg in Tarn on 1 March 2031.",
    ),
    "c.txt": (
        "Lathia Observer",
        "2031-03-28",
        "Few readers will remember a poorer winter for herring. In March 2031 Ada Holm met Bo Lind in Veld, "
        "and nobody told the newspapers why. Smokehouses bought their fish abroad. “The harbour will stay "
        "open,” said Ada Holm, the mayor of Veld.",
    ),
    "d.txt": (
        "Evening Courier",
        "2031-03-05",
        "Trawlers lay at the quay with cold engines. Insurers blame the nets, fishermen blame the seals. On "
        "3 March 2031 Ada Holm met the ferry owner, Bo Lind, over tea in Veld. A bakery has offered bread "
        "to the crews. Tom Berg was arrested by police in Tarn on 2 March 2031. “The harbour will stay "
        "open,” Ada Holm told the council.",
    ),
}


def write(folder: Path) -> Path:
    """The reports as files of a folder."""
    for name, (outlet, day, text) in GIVEN.items():
        (folder / name).write_text(f"source: {outlet}\ndate: {day}\n\n{text}\n", encoding="utf-8")
    return folder
