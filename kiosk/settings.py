"""Settings of this computer: defaults, then the settings file, then the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

LANGUAGES = ("ru", "en")


class BadSettings(ValueError):
    """A setting that cannot be used. The message names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`data_dir` holds the kiosk's database; `ca_file` is a certificate to trust as well."""

    data_dir: Path
    language: str = "ru"
    ca_file: Path | None = None

    @classmethod
    def load(
        cls, file: Path | None = None, environment: Mapping[str, str] = os.environ
    ) -> Settings:
        """Reads `settings.toml` of the user's configuration folder, then `KIOSK_…` variables.

        Raises BadSettings.
        """
        values = _read(file or platformdirs.user_config_path("kiosk") / "settings.toml")
        for name in ("data_dir", "language", "ca_file"):
            if value := environment.get(f"KIOSK_{name.upper()}"):
                values[name] = value
        language = values.get("language", "ru")
        if language not in LANGUAGES:
            raise BadSettings(f"language is {language!r}: use one of {', '.join(LANGUAGES)}.")
        ca_file = values.get("ca_file")
        return cls(
            data_dir=Path(values.get("data_dir") or platformdirs.user_data_path("kiosk")),
            language=language,
            ca_file=Path(ca_file) if ca_file else None,
        )


def _read(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    import tomllib  # a kiosk without settings starts sooner

    try:
        with file.open("rb") as stream:
            found = tomllib.load(stream)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(f"{file} cannot be read: mend it or move it away.") from error
    return {name: value for name, value in found.items() if isinstance(value, str)}
