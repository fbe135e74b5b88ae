"""The settings of a computer: what is saved is read again, and nothing else is touched."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.devices import CameraSettings, DeviceSettings, Purpose, SerialSettings
from kiosk.domain.languages import Language
from kiosk.settings import BAUDS, IDLE_MINUTES, BadSettings, Settings, save, value_of

PLAIN = Settings(Path("data"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NAMES = TEXTS.filter(bool)
PATHS = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
    .filter(lambda text: not text.startswith("~"))
    .map(Path)
)
PURPOSES = st.sampled_from(Purpose)
PORTS = st.builds(SerialSettings, NAMES, st.sampled_from(BAUDS), PURPOSES)
DEVICES = st.builds(
    DeviceSettings,
    PURPOSES,
    st.lists(PORTS, max_size=3, unique_by=lambda port: port.port).map(tuple),
    st.none() | st.builds(CameraSettings, NAMES, PURPOSES),
)
SETTINGS = st.builds(
    Settings,
    data_dir=PATHS,
    language=st.sampled_from([one.value for one in Language]),
    ca_file=st.none() | PATHS,
    sound=st.booleans(),
    volume=st.integers(0, 100),
    full_screen=st.booleans(),
    idle_minutes=st.sampled_from(IDLE_MINUTES),
    printer=TEXTS,
    devices=st.none() | DEVICES,
)
NEWER = """# Set up by the IT person
sound = true # loud hall
theme = "dark"
shown = 2026-04-18T10:00:00Z

[devices]
wedge = "departure"
layout = "ru"

[[devices.serial]]
port = "ttyACM0"
parity = "even"

[[devices.serial]]
port = "ttyACM1"

[future]
list = [1, { a = 2 }]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk" / "settings.toml"


@given(st.lists(SETTINGS, min_size=1, max_size=3))
def test_what_is_saved_is_read_again(changes: list[Settings]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "kiosk" / "settings.toml"
        before = Settings.load(file, {})
        for after in changes:
            save(before, after, file)
            before = Settings.load(file, {})
            assert before == after
        assert [path.name for path in file.parent.iterdir()] == [file.name]


@given(SETTINGS, SETTINGS)
def test_what_others_wrote_stays(first: Settings, second: Settings) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_text(NEWER, encoding="utf-8")
        for after in (first, second):
            save(Settings.load(file, {}), after, file)
            assert Settings.load(file, {}) == after
        text = file.read_text(encoding="utf-8")
        kept = tomllib.loads(text)
        assert kept["future"] == {"list": [1, {"a": 2}]}
        assert (kept["theme"], kept["shown"].year) == ("dark", 2026)
        assert "# Set up by the IT person" in text


def test_a_ports_and_a_tables_unknown_keys_stay(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(NEWER, encoding="utf-8")
    before = Settings.load(file, {})
    assert before.devices is not None
    first, _second = before.devices.serial
    ports = (replace(first, baud=115_200), SerialSettings("ttyUSB0"))
    save(before, replace(before, devices=replace(before.devices, serial=ports)), file)
    devices = tomllib.loads(file.read_text(encoding="utf-8"))["devices"]
    assert devices["layout"] == "ru"
    assert devices["serial"][0] == {
        "port": "ttyACM0",
        "parity": "even",
        "baud": 115_200,
        "purpose": "arrival",
    }
    assert [port["port"] for port in devices["serial"]] == ["ttyACM0", "ttyUSB0"]


def test_the_environment_overrides_the_file_and_does_not_get_into_it(file: Path) -> None:
    save(PLAIN, replace(PLAIN, volume=30, language="en"), file)
    environment = {"KIOSK_VOLUME": "70", "KIOSK_FULL_SCREEN": "yes", "KIOSK_DATA_DIR": "other"}
    found = Settings.load(file, environment)
    assert (found.volume, found.full_screen, found.data_dir) == (70, True, Path("other"))
    assert found.language == "en"
    save(found, replace(found, idle_minutes=3), file)
    assert tomllib.loads(file.read_text()) == {"language": "en", "volume": 30, "idle_minutes": 3}


def test_without_a_file_no_parser_is_loaded(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; from kiosk.settings import Settings;"
        "Settings.load(pathlib.Path('none'), {});"
        "print([n for n in ('tomllib', 'tomlkit', 'kiosk.domain.devices') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sound = ", "cannot be read"),
        ("sound = 1", "true or false"),
        ("volume = true", "a whole number"),
        ("volume = 101", "from 0 to 100"),
        ("idle_minutes = 0", "from 1 to 120"),
        ("language = 'de'", "ru, en"),
        ("printer = 5", "printer in .* is not a text in quotes: mend it"),
        ('data_dir = "a\\u0000b"', "data_dir has a character that no path has"),
        ('ca_file = "a\\nb"', "ca_file has a character that no path has"),
        ("data_dir = '~nobody-has-this-name/x'", "write the whole path"),
        ("devices = 5", r"\[devices\]"),
        ("[devices]\nserial = 'ttyS0'", r"\[devices\]"),
        ("[devices]\ncamera = 'x'", r"\[devices\]"),
        ("[devices]\nwedge = 'inwards'", "arrival, departure"),
        ("[[devices.serial]]\nbaud = 9600", r"\[devices\]"),
        ("[[devices.serial]]\nport = 'a'\nbaud = '9600'", r"\[devices\]"),
        ("[[devices.serial]]\nport = 'a'\nbaud = 5", "from 300"),
        ("[[devices.serial]]\nport = 'a'\n[[devices.serial]]\nport = 'a'", "twice"),
        ("[devices.camera]\nid = ''", "no id"),
    ],
)
def test_a_faulty_file_is_named_in_one_sentence_and_left_alone(
    file: Path, text: str, said: str
) -> None:
    file.parent.mkdir()
    file.write_text(text)
    with pytest.raises(BadSettings, match=said) as caught:
        Settings.load(file, {})
    assert "\n" not in str(caught.value)
    with pytest.raises(BadSettings):
        save(PLAIN, replace(PLAIN, volume=5), file)
    assert file.read_text() == text


def test_a_file_that_is_no_text_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadSettings, match="cannot be read"):
        save(PLAIN, replace(PLAIN, volume=5), file)
    assert file.read_bytes() == b"\xff\xfe\x00"


def test_a_crash_between_two_bytes_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(PLAIN, replace(PLAIN, volume=5), file)
    was = file.read_bytes()

    def fail(_: int) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("kiosk.settings.os.fsync", fail)
    with pytest.raises(BadSettings, match="cannot be written"):
        save(PLAIN, replace(PLAIN, volume=6), file)
    assert file.read_bytes() == was
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_link_to_the_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    real = tmp_path / "real.toml"
    real.write_text("volume = 1\n")
    file.symlink_to(real)
    save(PLAIN, replace(PLAIN, volume=6), file)
    assert file.is_symlink()
    assert tomllib.loads(real.read_text()) == {"volume": 6}


def test_the_users_own_folder_may_be_written_short(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    file.parent.mkdir()
    file.write_text("data_dir = '~/kiosk'\n")
    assert Settings.load(file, {}).data_dir == Path("/home/somebody/kiosk")
    environment = {"KIOSK_CA_FILE": "~/ca.pem"}
    assert Settings.load(file, environment).ca_file == Path("/home/somebody/ca.pem")


def test_a_persons_words_become_values() -> None:
    assert (value_of("sound", "Off"), value_of("volume", "7"), value_of("printer", "HP")) == (
        False,
        7,
        "HP",
    )
    for name, text in (("sound", "loud"), ("volume", "½"), ("colour", "red")):
        with pytest.raises(BadSettings, match=name):
            value_of(name, text)
