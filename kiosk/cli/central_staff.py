"""`kiosk central import-staff` and `kiosk central badges`: who may work a site's kiosks."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated, Self

import typer

from kiosk.central.admin import Badges, Central
from kiosk.central.errors import CentralError
from kiosk.central.staff_file import ROLE_WORDS, read_staff_file
from kiosk.cli.options import DatabaseUrl, DataDir, Json, data_dir_of
from kiosk.cli.output import say
from kiosk.domain.names import short
from kiosk.domain.roster import LARGEST_NUMBER
from kiosk.domain.staff import StaffMember
from kiosk.files import write_whole
from kiosk.tickets.artwork import draw_badge, png

Site = Annotated[int, typer.Option(min=0, max=LARGEST_NUMBER, help="The site's number.")]


def import_staff(
    file: Annotated[Path, typer.Argument(help="CSV with id, name, role, trial and pin.")],
    site: Site,
    data_dir: DataDir = None,
    database_url: DatabaseUrl = "",
    as_json: Json = False,
) -> None:
    """Make FILE the staff list of a site: who is not in it comes off the list.

    Roles are volunteer, instructor and site_manager. PINs have six digits and are kept as hashes;
    an empty one leaves the person's PIN as it is. Delete the file when it is imported.
    """
    try:
        entries = read_staff_file(file.read_bytes())
    except OSError as error:
        raise CentralError(f"{file} cannot be read: name a CSV file.") from error
    with closing(Central.open(data_dir_of(data_dir), database_url=database_url)) as central:
        changed = central.replace_staff(site, entries)
    fields = {"staff": len(entries), "changed": changed}
    say(fields, f"{len(entries)} people on the list, {changed} changes.", as_json=as_json)


def badges(
    site: Site,
    out: Annotated[Path, typer.Option("--out", help="The folder for the pictures.")],
    staff_ids: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="ID", help="Whose lost badge to replace; may be repeated."),
    ] = None,
    data_dir: DataDir = None,
    database_url: DatabaseUrl = "",
    as_json: Json = False,
) -> None:
    """Draw a badge for everybody who has none, or a new one for those named.

    The pictures are the only copies: the server keeps hashes. Print them and delete them.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CentralError(f"{out} cannot be made: name another folder.") from error
    with (
        closing(Central.open(data_dir_of(data_dir), database_url=database_url)) as central,
        _Pictures(out) as pictures,
    ):
        issued = central.issue_badges(site, staff_ids or (), pictures.keep)
    if not issued:
        typer.echo("Everybody has a badge: name with --for whose is lost.", err=True)
    for member, _ in issued:
        path = pictures.path_of(member)
        say({"staff_id": member.staff_id, "png": str(path)}, str(path), as_json=as_json)


class _Pictures:
    """Badges in a folder; where an error ends the block, it is as it was before.

    The new ones would sign nobody in, because the server never came to count them, and the old ones
    still do.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before: dict[Path, bytes | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None and issubclass(kind, Exception):  # Ctrl-C may come when they count
            for path, old in self._before.items():
                if old is None:
                    path.unlink(missing_ok=True)
                else:
                    write_whole(path, old)

    def path_of(self, member: StaffMember) -> Path:
        return self._folder / f"{member.staff_id}.png"

    def keep(self, issued: Badges) -> None:
        """Writes a picture each. Raises NotWritten."""
        for member, text in issued:
            path = self.path_of(member)
            old = path.read_bytes() if path.is_file() else None
            write_whole(path, png(draw_badge(text, short(member.name), ROLE_WORDS[member.role])))
            self._before[path] = old
