from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange.addresses import BadAddress, EnrolmentLink, enrolment_link, server_url

KEY = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    "server",
    ["https://edod.example", "https://edod.example:8443", "http://127.0.0.1:80", "http://[::1]:9",
     "http://localhost:8000"],
)  # fmt: skip
@pytest.mark.parametrize("key", ["", KEY])
def test_a_link_is_read_as_it_was_made(server: str, key: str) -> None:
    link = EnrolmentLink(server, "ABCD-2345", key)
    assert enrolment_link(str(link)) == link
    assert enrolment_link(f"  {link}\n") == link


def test_the_link_keeps_its_secret_behind_the_hash() -> None:
    text = str(EnrolmentLink("https://edod.example", "ABCD-2345", KEY))
    assert text == f"https://edod.example/enrol#code=ABCD-2345&key={KEY}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ABCD-2345",
        "https://edod.example",
        "https://edod.example/enrol",
        "https://edod.example/enrol#code=ABC",
        "https://edod.example/enrol#code=ABCD-2345&key=zz",
        "https://edod.example/other#code=ABCD-2345",
        "http://edod.example/enrol#code=ABCD-2345",
        "http://10.0.0.1/enrol#code=ABCD-2345",
        "ftp://edod.example/enrol#code=ABCD-2345",
        "https://a:b@edod.example/enrol#code=ABCD-2345",
        "https://edod.example:port/enrol#code=ABCD-2345",
        "https://[::1/enrol#code=ABCD-2345",
        "https://a..b/enrol#code=ABCD-2345",
    ],
)
def test_anything_else_is_a_typed_error_without_the_code(text: str) -> None:
    with pytest.raises(BadAddress) as raised:
        enrolment_link(text)
    assert "2345" not in str(raised.value)


@given(st.text())
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (enrolment_link, server_url):
        try:
            read(text)
        except BadAddress:
            continue


def test_an_address_is_only_scheme_and_host() -> None:
    assert server_url("https://edod.example/") == "https://edod.example"
    with pytest.raises(BadAddress):
        server_url("https://edod.example/path")
