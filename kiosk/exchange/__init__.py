"""The journal's couriers: how records, rosters and receipts travel."""

import sys

# httpx has a command line, and would bring Rich and Pygments into the window for it.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
