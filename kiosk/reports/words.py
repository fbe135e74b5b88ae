"""The words of the printed pages, in each language that they can be printed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.languages import Language
from kiosk.domain.paper import Hold


@dataclass(frozen=True, slots=True)
class Words:
    """One language. Braces stand for what is put in."""

    class_sheet: str
    school: str
    grade: str
    leader: str
    slot: str
    route: str
    date: str
    listed: str
    code: str
    qr_elsewhere: str
    arrived: str
    pupils: str
    adults: str
    at_time: str
    recorded_by: str
    adult: str
    sheet_rule: str
    page: str
    fallback_list: str
    expected: str
    as_of: str
    as_of_unknown: str
    printed: str
    list_rule: str
    index: str
    groups: str
    group_counts: str
    number: str
    came: str
    name: str
    begins: str
    code_end: str
    group_mark: str
    with_group: str
    destroy: str
    holds: Mapping[Hold, str]
    evacuation: str
    evacuation_rule: str
    inside: str
    came_in_all: str
    exits_not_tracked: str
    kiosk_as_of: str
    kiosk_stale: str
    kiosk_unknown: str
    alone: str
    walk_ins: str
    of_size: str
    unnamed: str


RUSSIAN = Words(
    class_sheet="Лист класса",
    school="Школа",
    grade="Класс",
    leader="Сопровождающий",
    slot="Время",
    route="Маршрут",
    date="Дата",
    listed="По списку: школьников {pupils}, взрослых {adults}",
    code="Код билета",
    qr_elsewhere="QR-код — на билете группы.\nБез него введите код:",
    arrived="Пришло:",
    pupils="школьников",
    adults="взрослых",
    at_time="время",
    recorded_by="Кто отметил",
    adult="взрослый",
    sheet_rule=(
        "Лист остаётся на входе. Отметьте, кто пришёл, и впишите числа и время. "
        "Когда киоск работает, внесите их: «Внести с бумаги»."
    ),
    page="Страница {page} из {pages}",
    fallback_list="Запасной список",
    expected="Ожидается человек: {heads}. Групп: {groups}. Строк с именами: {people}.",
    as_of="Список на {time}",
    as_of_unknown="Когда список получен, не известно",
    printed="напечатан {time}",
    list_rule=(
        "Нет киоска — отмечайте здесь: галочка и время; у группы — сколько пришло школьников и "
        "взрослых. Когда киоск работает, внесите отметки: «Внести с бумаги»."
    ),
    index="Страницы по буквам:",
    groups="Группы",
    group_counts="Пришло: школьников / взрослых",
    number="№",
    came="Вход",
    name="ФИО",
    begins="Время",
    code_end="Код",
    group_mark="Г{number}",
    with_group="с группой {mark}",
    destroy="Персональные данные: после внесения в киоск лист уничтожьте.",
    holds={Hold.CANCELLED: "билет отменён", Hold.NOT_CLEARED: "нет допуска"},
    evacuation="Список для эвакуации",
    evacuation_rule="Пересчитайте людей на месте сбора и отметьте, кто вышел.",
    inside="На площадке: {people}",
    came_in_all="Вход за день: {people}",
    exits_not_tracked="Выходы здесь не отмечаются: это все, чей вход записан.",
    kiosk_as_of="{kiosk}: данные на {time}",
    kiosk_stale="{kiosk}: данные на {time}, {minutes} мин назад",
    kiosk_unknown="{kiosk}: данных нет",
    alone="По своим билетам: {people}",
    walk_ins="Без билета: {people}",
    of_size="{inside} из {size}",
    unnamed="имя не указано",
)

ENGLISH = Words(
    class_sheet="Class sheet",
    school="School",
    grade="Class",
    leader="Leader",
    slot="Time",
    route="Route",
    date="Date",
    listed="On the list: {pupils} pupils, {adults} adults",
    code="Ticket code",
    qr_elsewhere="The QR code is on the group's ticket.\nWithout it, type the code:",
    arrived="Arrived:",
    pupils="pupils",
    adults="adults",
    at_time="at",
    recorded_by="Recorded by",
    adult="adult",
    sheet_rule=(
        "This sheet stays at the entrance. Tick who came, write the numbers and the time. "
        "When the kiosk works, enter them there: “Enter from paper”."
    ),
    page="Page {page} of {pages}",
    fallback_list="Fallback list",
    expected="People expected: {heads}. Groups: {groups}. Lines with names: {people}.",
    as_of="List as of {time}",
    as_of_unknown="When the list came is not known",
    printed="printed {time}",
    list_rule=(
        "Without a kiosk, write here: a tick and the time; for a group, how many pupils and adults "
        "came. When the kiosk works, enter it there: “Enter from paper”."
    ),
    index="Pages by letter:",
    groups="Groups",
    group_counts="Arrived: pupils / adults",
    number="No.",
    came="Arrival",
    name="Name",
    begins="Time",
    code_end="Code",
    group_mark="G{number}",
    with_group="with group {mark}",
    destroy="Personal data: destroy this paper once it is entered at the kiosk.",
    holds={Hold.CANCELLED: "ticket cancelled", Hold.NOT_CLEARED: "not cleared"},
    evacuation="Evacuation list",
    evacuation_rule="Count the people at the assembly point and tick who is out.",
    inside="On the site: {people}",
    came_in_all="Came today: {people}",
    exits_not_tracked="Exits are not recorded here: these are all who came in.",
    kiosk_as_of="{kiosk}: data as of {time}",
    kiosk_stale="{kiosk}: data as of {time}, {minutes} min ago",
    kiosk_unknown="{kiosk}: no data",
    alone="On their own tickets: {people}",
    walk_ins="Without a ticket: {people}",
    of_size="{inside} of {size}",
    unnamed="name not given",
)

_WORDS = {Language.RU: RUSSIAN, Language.EN: ENGLISH}


def words(language: str) -> Words:
    """The words of a language. Raises ValueError for one that there are none in."""
    return _WORDS[Language(language)]
