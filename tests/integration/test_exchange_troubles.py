"""What a kiosk says when the network, or somebody in it, stands in the way."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

from kiosk.central.admin import Central
from kiosk.central.serve import Certificate, running_server
from kiosk.domain.roster import RosterCursor
from kiosk.domain.visitors import Visitor, VisitorKind
from kiosk.exchange.client import HttpServer
from kiosk.exchange.protocol import write_item
from kiosk.exchange.transport import Patience
from kiosk.journal.heads import Head
from kiosk.journal.identity import Identity
from kiosk.operations.ports import Final, Retryable, ServerError, Signer, Trouble

IMPATIENT = Patience(connect=0.3, silence=0.3, whole=0.6)
IDENTITY = Identity.generate()
SIGNER = Signer(IDENTITY, 0, "", "token-that-is-secret")
HEAD = Head.sign(IDENTITY, 0, "0" * 64)
JSON, LINES, HTML = "application/json", "application/x-ndjson", "text/html; charset=utf-8"


def trouble_of(call: Callable[[], object]) -> Retryable | Final:
    """The trouble of a call that must fail; its message keeps the token to itself."""
    with pytest.raises(ServerError) as raised:
        call()
    assert SIGNER.token not in str(raised.value)
    assert str(raised.value).endswith(".")
    assert isinstance(raised.value, Retryable | Final)
    return raised.value


@contextmanager
def answering(status: int, content: str, body: bytes, **headers: str) -> Iterator[str]:
    """A server that gives one answer to everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self.send_response(status)
            self.send_header("content-type", content)
            self.send_header("content-length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 (the name that the library looks for)

        def log_message(self, *_: object) -> None:
            """Keeps the test's output quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{httpd.server_port}"
        finally:
            httpd.shutdown()
            thread.join()


@contextmanager
def saying(answer: bytes, *, stay: bool = False) -> Iterator[str]:
    """A server that sends some bytes to each connection and hangs up, or stays silent."""
    over = threading.Event()

    def serve(listener: socket.socket) -> None:
        while not over.is_set():
            connection, _ = listener.accept()
            with connection:
                if not over.is_set():
                    connection.recv(65_536)
                    connection.sendall(answer)
                if stay:
                    over.wait()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        address = listener.getsockname()
        try:
            yield f"http://127.0.0.1:{address[1]}"
        finally:
            over.set()
            socket.create_connection(address).close()
            thread.join()


def calls(server: HttpServer) -> list[Callable[[], object]]:
    return [
        lambda: server.enrol("ABCD-EFGH", IDENTITY),
        lambda: server.succeed(SIGNER, Identity.generate()),
        lambda: server.announce(SIGNER, HEAD, None),
        lambda: server.upload(SIGNER, [], HEAD, HEAD),
        lambda: list(server.roster(SIGNER, RosterCursor())),
        lambda: list(server.journal(SIGNER, {})),
        lambda: server.closing(SIGNER),
    ]


def all_troubles(address: str, patience: Patience = IMPATIENT) -> set[tuple[type, Trouble]]:
    with HttpServer(address, patience=patience) as server:
        errors = [trouble_of(call) for call in calls(server)]
    return {(type(error), error.trouble) for error in errors}


PAGE = "<html>Войдите в сеть</html>".encode()


@pytest.mark.parametrize(
    ("status", "content", "body", "expected"),
    [
        (200, HTML, PAGE, (Retryable, Trouble.NOT_THE_SERVER)),
        (200, "", PAGE, (Retryable, Trouble.NOT_THE_SERVER)),
        (204, JSON, b"", (Retryable, Trouble.NOT_THE_SERVER)),
        (302, HTML, b"", (Retryable, Trouble.NOT_THE_SERVER)),
        (307, JSON, b"{}", (Retryable, Trouble.NOT_THE_SERVER)),
        (403, HTML, PAGE, (Retryable, Trouble.NOT_THE_SERVER)),
        (404, HTML, PAGE, (Retryable, Trouble.NOT_THE_SERVER)),
        (407, "", b"", (Retryable, Trouble.NOT_THE_SERVER)),
        (511, HTML, PAGE, (Retryable, Trouble.NOT_THE_SERVER)),
        (500, HTML, PAGE, (Retryable, Trouble.SERVER_FAULT)),
        (502, JSON, b"{", (Retryable, Trouble.SERVER_FAULT)),
        (503, "", b"", (Retryable, Trouble.SERVER_FAULT)),
        (429, JSON, b"{}", (Retryable, Trouble.SERVER_FAULT)),
        (401, JSON, b"{}", (Final, Trouble.NOT_AUTHORISED)),
        (403, "", b"", (Final, Trouble.NOT_AUTHORISED)),
        (400, JSON, b"\xff", (Final, Trouble.REFUSED)),
        (404, JSON, b"{}", (Final, Trouble.REFUSED)),
        (422, JSON, b'{"error":"No."}', (Final, Trouble.REFUSED)),
    ],
)
def test_an_answer_that_is_not_the_servers_is_named(
    status: int, content: str, body: bytes, expected: tuple[type, Trouble]
) -> None:
    with answering(status, content, body, location="https://wifi.example/") as address:
        assert all_troubles(address) == {expected}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"{}", b"\xff\xfe", b'{"token":5}', b"[" * 50_000]
)
def test_json_that_is_not_the_protocols_is_not_the_servers(body: bytes) -> None:
    with answering(200, JSON, body) as address:
        assert all_troubles(address) == {(Retryable, Trouble.NOT_THE_SERVER)}


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        (b"", Trouble.NO_NETWORK),
        (b"{}\n", Trouble.NOT_THE_SERVER),
        (b"\xff\n", Trouble.NOT_THE_SERVER),
        (b'{"epoch":"e","version":9}\n', Trouble.NO_NETWORK),
        (b'{"epoch":"e","version":9}\n{"version":1,"kind":"slot","item":{}}\n', None),
        (b'{"epoch":"e","version":9}\n{"version":-1}\n', Trouble.NOT_THE_SERVER),
        (b'{"epoch":"e","version":9}\n{"version":5,"complete":false}\n', None),
    ],
)
def test_a_roster_that_is_not_the_protocols_is_not_taken(
    body: bytes, trouble: Trouble | None
) -> None:
    with answering(200, LINES, body) as address, HttpServer(address) as server:
        error = trouble_of(lambda: list(server.roster(SIGNER, RosterCursor())))
    assert isinstance(error, Retryable)
    assert error.trouble is (trouble or Trouble.NOT_THE_SERVER)


@pytest.mark.parametrize(
    "body",
    [b'{"line":"{}"}\n', b'{"more":true,"next":""}\n', b"{}\n", b'{"line":5}\n'],
)
def test_a_journal_that_is_not_the_protocols_is_not_taken(body: bytes) -> None:
    with answering(200, LINES, body) as address, HttpServer(address) as server:
        error = trouble_of(lambda: list(server.journal(SIGNER, {})))
    assert isinstance(error, Retryable)
    assert error.trouble is Trouble.NOT_THE_SERVER


def test_what_came_whole_of_a_roster_is_handed_over_before_the_trouble() -> None:
    whole = b'{"epoch":"e","version":9}\n{"version":4,"kind":"of_tomorrow","key":"1","item":{}}\n'
    body = whole + b'{"version":5,"ki'
    with answering(200, LINES, body) as address, HttpServer(address) as server:
        pages = server.roster(SIGNER, RosterCursor("e", 3))
        page = next(pages)
        assert (page.changes, page.cursor, page.complete) == ([], RosterCursor("e", 4), False)
        error = trouble_of(lambda: next(pages))
    assert isinstance(error, Retryable)


def test_a_choice_of_a_later_version_takes_nobody_off_the_roster() -> None:
    kind, item = write_item(Visitor("v1", VisitorKind.PUPIL, "Ёлкина Мария"))
    later = item.replace("pupil", "of_tomorrow")
    row = f'{{"version":4,"kind":"{kind}","key":"v1","item":{later}}}\n'.encode()
    body = b'{"epoch":"e","version":4}\n' + row + b'{"version":4,"complete":true}\n'
    with answering(200, LINES, body) as address, HttpServer(address) as server:
        (page,) = server.roster(SIGNER, RosterCursor("e", 3))
    assert (page.changes, page.complete) == ([], True)


def test_damaged_packing_is_not_the_servers() -> None:
    with answering(200, JSON, b"\x1f\x8bnonsense", content_encoding="gzip") as address:
        assert all_troubles(address) == {(Retryable, Trouble.NOT_THE_SERVER)}


def test_an_endless_answer_is_not_the_servers() -> None:
    bomb = gzip.compress(b" " * (40 << 20))
    with answering(200, JSON, bomb, content_encoding="gzip") as address:
        assert all_troubles(address, Patience()) == {(Retryable, Trouble.NOT_THE_SERVER)}


def test_the_servers_own_sentence_is_passed_on() -> None:
    sentence = "This kiosk belongs to another site."
    body = b'{"error":"%s"}' % sentence.encode()
    with answering(403, JSON, body) as address, HttpServer(address) as server:
        assert str(trouble_of(lambda: server.closing(SIGNER))) == sentence


def test_a_closed_port_is_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert all_troubles(f"http://127.0.0.1:{port}") == {(Retryable, Trouble.NO_NETWORK)}


def test_a_silent_server_takes_too_long() -> None:
    with saying(b"", stay=True) as address:
        assert all_troubles(address) == {(Retryable, Trouble.TIMEOUT)}


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\ncontent-type: application/x-ndjson\r\n"
        b"transfer-encoding: chunked\r\n\r\n5\r\n{}",
    ],
)
def test_a_connection_that_breaks_off_is_tried_again(answer: bytes) -> None:
    with saying(answer) as address:
        for kind, trouble in all_troubles(address):
            assert kind is Retryable
            assert trouble in (Trouble.NO_NETWORK, Trouble.NOT_THE_SERVER)


def test_a_name_that_nobody_has_is_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with HttpServer("https://nobody.invalid", patience=IMPATIENT) as server:
        error = trouble_of(lambda: server.closing(SIGNER))
    assert isinstance(error, Retryable)
    assert error.trouble in (Trouble.NO_NETWORK, Trouble.TIMEOUT)


def test_a_proxy_of_the_environment_is_not_asked_for_this_computer(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with HttpServer(address) as server:
        assert trouble_of(lambda: server.closing(SIGNER)).trouble is Trouble.NOT_AUTHORISED


@pytest.mark.parametrize(
    "address",
    ["", "central", "http://192.168.1.5:8000", "ftp://x", "https://a..b", "https://u:p@host/",
     "https://host/path", "https://host:99999", "http://[::1"],
)  # fmt: skip
def test_an_unusable_address_is_final(address: str) -> None:
    with pytest.raises(Final) as raised:
        HttpServer(address)
    assert raised.value.trouble is Trouble.REFUSED


# --- certificates --------------------------------------------------------------------------------


def self_signed(folder: Path, address: str = "127.0.0.1") -> Certificate:
    """A certificate for an address that only itself vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "central")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    files = Certificate(folder / f"{address}.pem", folder / f"{address}.key")
    files.chain.write_bytes(certificate.public_bytes(Encoding.PEM))
    files.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return files


def test_only_a_vouched_for_certificate_is_accepted(
    central: Central, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    mine, other_host = self_signed(tmp_path), self_signed(tmp_path, "127.0.0.2")
    expected = {
        (mine, None): Trouble.CERTIFICATE,
        (mine, other_host.chain): Trouble.CERTIFICATE,
        (other_host, other_host.chain): Trouble.CERTIFICATE,
        (mine, mine.chain): Trouble.NOT_AUTHORISED,
    }
    for (shown, pinned), trouble in expected.items():
        with (
            running_server(central, certificate=shown) as address,
            HttpServer(address, ca_file=pinned) as server,
        ):
            error = trouble_of(partial(server.closing, SIGNER))
        assert error.trouble is trouble
        assert isinstance(error, Final if trouble is Trouble.NOT_AUTHORISED else Retryable)


@pytest.mark.expects_log
def test_a_plain_server_where_a_secure_one_should_be_is_not_the_server(address: str) -> None:
    with HttpServer(address.replace("http:", "https:")) as server:
        assert trouble_of(lambda: server.closing(SIGNER)).trouble is Trouble.NOT_THE_SERVER


@pytest.mark.parametrize("content", [None, b"", b"nonsense"])
def test_an_unusable_certificate_file_is_final(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Final) as raised:
        HttpServer("https://central.example", ca_file=path)
    assert raised.value.trouble is Trouble.CERTIFICATE
