"""Invented people: Russian names as a school's list spells them, the difficult ones included.

No real person is meant. A name is «Фамилия Имя Отчество», its three parts of one sex.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

NAMESAKES = "Иванова Анна Сергеевна"
"""Two pupils of one class have this name: only their tickets tell them apart."""

DIFFICULT: tuple[str, ...] = (
    NAMESAKES,
    NAMESAKES,
    "Ёлкина Мария Петровна",
    "Елкина Марина Олеговна",  # ё and е are one letter to whoever searches
    "Римский-Корсаков Андрей Николаевич",
    "Салтыкова-Щедрина Вера Михайловна",
    "Алиев Руслан оглы",
    "Ким Алина",  # no patronymic
    "Иван\N{LATIN SMALL LETTER O}в Пётр Ильич",  # typed with one Latin letter
)
"""Names that break a naive search, in the order in which a crowd takes them; namesakes first."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_SURNAMES = _words("""
    Абрамов Алексеев Андреев Антонов Баранов Белов Беляев Бобров Богданов Борисов Быков Васильев
    Виноградов Власов Волков Воробьёв Герасимов Голубев Горбачёв Григорьев Гусев Давыдов Данилов
    Денисов Дмитриев Егоров Ершов Ефимов Жуков Зайцев Захаров Зуев Иванов Ильин Исаев Казаков
    Калинин Карпов Киселёв Ковалёв Комаров Королёв Крылов Кузнецов Кузьмин Лебедев Макаров Максимов
    Медведев Миронов Морозов Никитин Новиков Осипов Павлов Петров Поляков Пономарёв Попов Родионов
    Романов Рыбаков Савельев Семёнов Сергеев Сидоров Смирнов Соколов Соловьёв Сорокин Степанов
    Тарасов Титов Тихонов Фёдоров Филиппов Фролов Чернов Шестаков Щербаков Юдин Яковлев
    Городецкий Заболоцкий Озёрский Вишневский Черных Седых Бондаренко Кравченко Шевчук Гайнуллин
    Хабибуллин Нургалиев Сафин Ахметов Цой Пак Мельник Коваль Гусь
""")

_MEN = _words("""
    Александр Алексей Андрей Артём Богдан Вадим Василий Виктор Владимир Глеб Даниил Денис Дмитрий
    Егор Иван Игорь Илья Кирилл Константин Лев Максим Марк Матвей Михаил Никита Николай Олег Павел
    Пётр Роман Руслан Семён Сергей Степан Тимофей Тимур Фёдор Юрий Ярослав
""")

_WOMEN = _words("""
    Алёна Алина Алиса Анастасия Анна Валерия Варвара Василиса Вера Вероника Виктория Дарья Диана
    Ева Екатерина Елена Елизавета Зоя Инна Ирина Камилла Карина Кира Ксения Любовь Маргарита Марина
    Мария Милана Надежда Наталья Ольга Полина Светлана Софья Таисия Татьяна Ульяна Юлия Яна
""")

_FATHERS = _words("""
    Александрович/Александровна Алексеевич/Алексеевна Андреевич/Андреевна Антонович/Антоновна
    Борисович/Борисовна Вадимович/Вадимовна Валерьевич/Валерьевна Васильевич/Васильевна
    Викторович/Викторовна Владимирович/Владимировна Геннадьевич/Геннадьевна Дмитриевич/Дмитриевна
    Евгеньевич/Евгеньевна Иванович/Ивановна Игоревич/Игоревна Ильич/Ильинична Ильдарович/Ильдаровна
    Константинович/Константиновна Маратович/Маратовна Максимович/Максимовна Михайлович/Михайловна
    Николаевич/Николаевна Олегович/Олеговна Павлович/Павловна Петрович/Петровна Романович/Романовна
    Семёнович/Семёновна Сергеевич/Сергеевна Тимурович/Тимуровна Фёдорович/Фёдоровна
    Юрьевич/Юрьевна Яковлевич/Яковлевна
""")

_MEN_FATHERS = [pair.partition("/")[0] for pair in _FATHERS]
_WOMEN_FATHERS = [pair.partition("/")[2] for pair in _FATHERS]


def feminine(surname: str) -> str:
    """A woman's form of a man's surname: Иванов → Иванова, Озёрский → Озёрская, Черных → Черных."""
    if surname.endswith(("ский", "цкий")):
        return surname.removesuffix("ий") + "ая"
    return surname + "а" if surname.endswith(("ов", "ев", "ёв", "ин")) else surname


_WOMEN_SURNAMES = [feminine(surname) for surname in _SURNAMES]


def person(rng: Random) -> str:
    """The full name of a man or of a woman, in equal parts."""
    if rng.random() < 0.5:
        parts = rng.choice(_SURNAMES), rng.choice(_MEN), rng.choice(_MEN_FATHERS)
    else:
        parts = rng.choice(_WOMEN_SURNAMES), rng.choice(_WOMEN), rng.choice(_WOMEN_FATHERS)
    return " ".join(parts)


def people(rng: Random) -> Iterator[str]:
    """Full names without end."""
    while True:
        yield person(rng)
