"""The command line: parse arguments, call one function, print.

app.py       the command group, errors, and the end of a broken pipe
arriving.py  watch, fetch        reading.py  options of what reads reports
building.py  build, demo          tables.py   overview ... copies, who
looking.py   explain, export, verify                dossier.py  dossier
searching.py search
layouts/     how each table looks in a terminal; terminal.py, what it is printed with
"""

from dateline.cli.app import main

__all__ = ["main"]
