"""The bundled sample: sixteen reports by six outlets on a fictional affair, and the key of what they say.

Countries, people, outlets and the wire are invented. `expected.yaml` is what a careful reader finds in them.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
