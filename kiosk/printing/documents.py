"""What can be printed, and where, as values that travel to the printing process as JSON."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Badge:
    """A ticket or a badge: a QR code with words around it.

    `text` is what the QR code says; `caption` what a person reads out below it: the short code or
    a walk-in's number. Nobody's name stands on it.
    """

    text: str = field(repr=False)
    caption: str = field(repr=False)
    title: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pdf:
    """Pages of a PDF; `pages` are counted from 0, and none of them means all."""

    content: bytes = field(repr=False)
    pages: tuple[int, ...] = ()


Document = Badge | Pdf


@dataclass(frozen=True, slots=True)
class Target:
    """A printer by its name, the system's default one where it is empty; or a file to write."""

    printer: str = ""
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """One document for one target."""

    document: Document
    target: Target

    def to_json(self) -> str:
        """One line for the printing process; `from_json` is its inverse."""
        document: dict[str, Any]
        if isinstance(self.document, Badge):
            document = {"badge": asdict(self.document)}
        else:
            content = base64.b64encode(self.document.content).decode("ascii")
            document = {"pdf": content, "pages": self.document.pages}
        file = str(self.target.file) if self.target.file else ""
        return json.dumps({**document, "printer": self.target.printer, "file": file})

    @classmethod
    def from_json(cls, line: str) -> PrintRequest:
        fields = json.loads(line)
        document: Document
        if "badge" in fields:
            badge = fields["badge"]
            document = Badge(**(badge | {"lines": tuple(badge["lines"])}))
        else:
            document = Pdf(base64.b64decode(fields["pdf"]), tuple(fields["pages"]))
        file = Path(fields["file"]) if fields["file"] else None
        return cls(document, Target(fields["printer"], file))
