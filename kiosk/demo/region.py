"""The invented «Приозёрская область»: its schools, clusters, enterprises and professions.

The codes and full names of the professions are real: they are those of ОКСО, the Russian classifier
of vocational education. Everything else is made up.
"""

from __future__ import annotations

from dataclasses import dataclass

TIMEZONE = "Asia/Yekaterinburg"


@dataclass(frozen=True, slots=True)
class School:
    """A school and the municipality it stands in."""

    name: str
    municipality: str


@dataclass(frozen=True, slots=True)
class Profession:
    """A profession of ОКСО: its code, the short name of the screens, the classifier's full name."""

    okso: str
    title: str
    full_name: str


@dataclass(frozen=True, slots=True)
class Enterprise:
    """An enterprise that opens its doors, with the professions that can be tried there.

    `cluster` is the cluster of «Профессионалитет» that it belongs to.
    """

    name: str
    address: str
    cluster: str
    professions: tuple[Profession, ...]


def _schools(municipality: str, town: str, *kinds: str) -> tuple[School, ...]:
    return tuple(School(f"{kind}, {town}", municipality) for kind in kinds)


SCHOOLS: tuple[School, ...] = (
    *_schools(
        "Приозёрский городской округ",
        "г. Приозёрск",
        "МБОУ СОШ № 4",
        "МБОУ СОШ № 7",
        "МБОУ СОШ № 12",
        "МБОУ СОШ № 18",
        "МАОУ Гимназия № 1",
        "МАОУ Лицей № 3",
    ),
    *_schools(
        "Верхнеозёрский городской округ",
        "г. Верхнеозёрск",
        "МБОУ СОШ № 2",
        "МБОУ СОШ № 5",
        "МБОУ СОШ № 9",
        "МАОУ Гимназия № 6",
    ),
    *_schools(
        "Синегорский муниципальный округ",
        "г. Синегорье",
        "МБОУ СОШ № 1",
        "МБОУ СОШ № 3",
        "МАОУ Лицей № 8",
    ),
    *_schools("Камышинский муниципальный округ", "г. Малый Камыш", "МБОУ СОШ № 1", "МБОУ СОШ № 10"),
    *_schools("Заборский муниципальный район", "пгт Зелёный Бор", "МБОУ СОШ № 1", "МБОУ СОШ № 2"),
    *_schools("Заборский муниципальный район", "с. Тихие Ключи", "МКОУ СОШ"),
    *_schools("Ключевский муниципальный район", "с. Большие Ключи", "МКОУ СОШ № 1", "МКОУ СОШ № 2"),
    *_schools("Ключевский муниципальный район", "д. Ёлкино", "МКОУ ООШ"),
    *_schools(
        "Белоярский муниципальный район", "пгт Белый Мыс", "МБОУ СОШ № 1", "МБОУ СОШ-интернат № 2"
    ),
    *_schools("Белоярский муниципальный район", "с. Сосновый Яр", "МКОУ СОШ"),
)

MACHINES = "Кластер «Станкостроение Приозёрья»"
METAL_AND_CHEMISTRY = "Кластер «Металл и химия»"
TRANSPORT = "Кластер «Железная дорога и логистика»"
LAND_AND_CLOTH = "Кластер «Село и лёгкая промышленность»"
CARE_AND_DATA = "Кластер «Медицина и цифра»"

ENTERPRISES: tuple[Enterprise, ...] = (
    Enterprise(
        "Приозёрский станкозавод",
        "г. Приозёрск, ул. Станочников, 3",
        MACHINES,
        (
            Profession(
                "15.01.05",
                "Сварщик",
                "Сварщик (ручной и частично механизированной сварки (наплавки))",
            ),
            Profession(
                "15.01.38",
                "Оператор-наладчик",
                "Оператор-наладчик металлообрабатывающих станков",
            ),
            Profession("15.02.16", "Технолог машиностроения", "Технология машиностроения"),
            Profession(
                "13.02.13",
                "Электромеханик",
                "Эксплуатация и обслуживание электрического и электромеханического оборудования",
            ),
        ),
    ),
    Enterprise(
        "Верхнеозёрский металлургический завод",
        "г. Верхнеозёрск, пр. Металлургов, 1",
        METAL_AND_CHEMISTRY,
        (Profession("22.02.08", "Металлург", "Металлургическое производство"),),
    ),
    Enterprise(
        "Химкомбинат «Реагент»",
        "г. Приозёрск, ул. Заводская, 12",
        METAL_AND_CHEMISTRY,
        (
            Profession(
                "18.02.12",
                "Лаборант-аналитик",
                "Технология аналитического контроля химических соединений",
            ),
        ),
    ),
    Enterprise(
        "Локомотивное депо Приозёрск-Сортировочный",
        "г. Приозёрск, ул. Деповская, 8",
        TRANSPORT,
        (Profession("23.01.09", "Помощник машиниста", "Помощник машиниста"),),
    ),
    Enterprise(
        "Логистический центр «Причал»",
        "г. Приозёрск, Портовый проезд, 5",
        TRANSPORT,
        (Profession("38.02.03", "Логист", "Операционная деятельность в логистике"),),
    ),
    Enterprise(
        "Агрохолдинг «Ключевские нивы»",
        "с. Большие Ключи, ул. Полевая, 40",
        LAND_AND_CLOTH,
        (
            Profession(
                "35.01.27",
                "Мастер сельхозпроизводства",
                "Мастер сельскохозяйственного производства",
            ),
        ),
    ),
    Enterprise(
        "Швейная фабрика «Озерчанка»",
        "г. Синегорье, ул. Ткацкая, 17",
        LAND_AND_CLOTH,
        (
            Profession(
                "29.02.10",
                "Конструктор одежды",
                "Конструирование, моделирование и технология изготовления изделий "
                "легкой промышленности",
            ),
        ),
    ),
    Enterprise(
        "Приозёрская областная больница",
        "г. Приозёрск, ул. Больничная, 2",
        CARE_AND_DATA,
        (Profession("34.02.01", "Медицинская сестра, медбрат", "Сестринское дело"),),
    ),
    Enterprise(
        "Центр разработки «Синий код»",
        "г. Синегорье, ул. Цифровая, 10",
        CARE_AND_DATA,
        (Profession("09.02.07", "Программист", "Информационные системы и программирование"),),
    ),
)
