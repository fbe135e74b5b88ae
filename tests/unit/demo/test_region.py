"""The region has the schools, clusters, enterprises and professions that the demo promises."""

from kiosk.demo.region import ENTERPRISES, SCHOOLS

OKSO = {
    "15.01.05": "Сварщик (ручной и частично механизированной сварки (наплавки))",
    "15.01.38": "Оператор-наладчик металлообрабатывающих станков",
    "15.02.16": "Технология машиностроения",
    "22.02.08": "Металлургическое производство",
    "23.01.09": "Помощник машиниста",
    "35.01.27": "Мастер сельскохозяйственного производства",
    "13.02.13": "Эксплуатация и обслуживание электрического и электромеханического оборудования",
    "18.02.12": "Технология аналитического контроля химических соединений",
    "29.02.10": (
        "Конструирование, моделирование и технология изготовления изделий легкой промышленности"
    ),
    "34.02.01": "Сестринское дело",
    "09.02.07": "Информационные системы и программирование",
    "38.02.03": "Операционная деятельность в логистике",
}


def test_counts() -> None:
    assert len(SCHOOLS) == len({school.name for school in SCHOOLS}) == 24
    assert len({enterprise.cluster for enterprise in ENTERPRISES}) == 5
    assert len(ENTERPRISES) == len({enterprise.name for enterprise in ENTERPRISES}) == 9


def test_each_profession_can_be_tried_at_one_enterprise() -> None:
    professions = [p for enterprise in ENTERPRISES for p in enterprise.professions]
    assert len(professions) == 12
    assert {p.okso: p.full_name for p in professions} == OKSO
    assert all(enterprise.professions for enterprise in ENTERPRISES)


def test_the_machine_works_has_the_welder() -> None:
    here = ENTERPRISES[0]
    assert here.name == "Приозёрский станкозавод"
    assert len(here.professions) >= 4
    assert ("15.01.05", "Сварщик") in {(p.okso, p.title) for p in here.professions}
