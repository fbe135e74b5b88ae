"""`kiosk central`: the central server and its administrator."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from kiosk.central import serve as running
from kiosk.central.admin import Central
from kiosk.cli import central_policy, central_staff
from kiosk.cli.options import DatabaseUrl, DataDir, Json, data_dir_of
from kiosk.cli.output import say
from kiosk.domain.roster import LARGEST_NUMBER
from kiosk.exchange.addresses import EnrolmentLink, server_url

app = typer.Typer(help="The central server.", no_args_is_help=True)
app.command("import-staff")(central_staff.import_staff)
app.command("badges")(central_staff.badges)
app.command("policy")(central_policy.policy)


@app.command()
def init(data_dir: DataDir = None, database_url: DatabaseUrl = "", as_json: Json = False) -> None:
    """Make a server's keys and tables. What is there already stays as it is."""
    with closing(Central.init(data_dir_of(data_dir), database_url=database_url)) as central:
        fields = {"fingerprint": central.fingerprint}
    say(fields, f"Ready. The server's key is {central.fingerprint}.", as_json=as_json)


@app.command()
def serve(
    data_dir: DataDir = None,
    database_url: DatabaseUrl = "",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8443,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    certificate: Annotated[Path | None, typer.Option(help="TLS certificate chain, PEM.")] = None,
    key: Annotated[Path | None, typer.Option(help="The certificate's key, PEM.")] = None,
    as_json: Json = False,
) -> None:
    """Serve until Ctrl-C or SIGTERM. Kiosks reach other computers by HTTPS only."""
    if (certificate is None) != (key is None):
        raise typer.BadParameter("give --certificate and --key together")
    pair = running.Certificate(certificate, key) if certificate and key else None
    with closing(Central.open(data_dir_of(data_dir), database_url=database_url)) as central:
        running.serve(
            central,
            port,
            host=host,
            certificate=pair,
            ready=lambda sentence: say({"ready": sentence}, sentence, as_json=as_json),
        )


@app.command("enrol-code")
def enrol_code(
    site: Annotated[int, typer.Option(min=0, max=LARGEST_NUMBER, help="The site's number.")],
    name: Annotated[str, typer.Option(help="What the kiosk is called.")],
    url: Annotated[str, typer.Option(help="Where kiosks reach this server.")],
    entrance: Annotated[str, typer.Option(help="Where the kiosk stands.")] = "",
    data_dir: DataDir = None,
    database_url: DatabaseUrl = "",
    as_json: Json = False,
) -> None:
    """Print a link with which one kiosk joins a site: `kiosk enrol LINK`."""
    address = server_url(url)
    with closing(Central.open(data_dir_of(data_dir), database_url=database_url)) as central:
        code = central.enrol_code(site, name, entrance)
        link = EnrolmentLink(address, code, central.fingerprint)
    say({"link": str(link), "code": code}, str(link), as_json=as_json)


@app.command()
def stats(data_dir: DataDir = None, database_url: DatabaseUrl = "", as_json: Json = False) -> None:
    """Count everything that the server holds."""
    with closing(Central.open(data_dir_of(data_dir), database_url=database_url)) as central:
        figures = central.stats()
    shown = f"{figures.records} records of {len(figures.devices)} kiosks, {figures.arrivals} heads"
    say(figures.fields(), shown, as_json=as_json)
