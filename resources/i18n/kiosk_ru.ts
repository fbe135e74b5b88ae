<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AnswerPage</name>
    <message>
        <source>route</source>
        <translation>маршрут</translation>
    </message>
    <message>
        <source>Undo the entry</source>
        <translation>Отменить вход</translation>
    </message>
    <message>
        <source>Show the name</source>
        <translation>Показать имя</translation>
    </message>
    <message>
        <source>+ companion</source>
        <translation>+ сопровождающий</translation>
    </message>
    <message>
        <source>Not all left</source>
        <translation>Вышли не все</translation>
    </message>
    <message>
        <source>Let in…</source>
        <translation>Впустить…</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Undo the exit</source>
        <translation>Отменить выход</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>Unique people</source>
        <translation>Уникальных людей</translation>
    </message>
    <message>
        <source>Trials completed</source>
        <translation>Пробы завершены</translation>
    </message>
    <message>
        <source>Pupils alone</source>
        <translation>Школьники без группы</translation>
    </message>
    <message>
        <source>In groups</source>
        <translation>В группах</translation>
    </message>
    <message>
        <source>Parents / teachers</source>
        <translation>Родители / педагоги</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Гости</translation>
    </message>
    <message>
        <source>The day&apos;s figures</source>
        <translation>Итоги дня</translation>
    </message>
    <message>
        <source>Arrivals by time</source>
        <translation>Приход по времени</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>полные</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>неполные</translation>
    </message>
</context>
<context>
    <name>BriefingView</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Safety briefing</source>
        <translation>Инструктаж</translation>
    </message>
    <message>
        <source>Marks: {count}</source>
        <translation>Отметки: {count}</translation>
    </message>
</context>
<context>
    <name>CameraPreview</name>
    <message>
        <source>What the camera sees</source>
        <translation>Что видит камера</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Ports</source>
        <translation>Порты</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Камеры</translation>
    </message>
    <message>
        <source>No ports or cameras found. A scanner as a keyboard needs none</source>
        <translation>Портов и камер не найдено. Сканеру-клавиатуре они не нужны</translation>
    </message>
</context>
<context>
    <name>ClassPage</name>
    <message>
        <source>School</source>
        <translation>Школа</translation>
    </message>
    <message>
        <source>Class, such as 9B</source>
        <translation>Класс, например 9Б</translation>
    </message>
    <message>
        <source>Pupils</source>
        <translation>Школьники</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>Взрослые</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Внести</translation>
    </message>
    <message>
        <source>Adult&apos;s name, if they agree</source>
        <translation>Имя сопровождающего, если есть согласие</translation>
    </message>
    <message>
        <source>+ adults</source>
        <translation>+ взрослых</translation>
    </message>
    <message>
        <source>Pupils and adults in one go: 25+2. Names can follow later</source>
        <translation>Можно одной строкой: 25+2. Имена можно дописать потом</translation>
    </message>
</context>
<context>
    <name>ClosingView</name>
    <message>
        <source>Save the proof</source>
        <translation>Сохранить доказательство</translation>
    </message>
</context>
<context>
    <name>CoachCard</name>
    <message>
        <source>No card at hand</source>
        <translation>Нет карточки</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Закончить</translation>
    </message>
    <message>
        <source>Who practised?</source>
        <translation>Кто тренируется?</translation>
    </message>
    <message>
        <source>End the practice</source>
        <translation>Завершить тренировку</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Back to the cards</source>
        <translation>К карточкам</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>The code under the QR</source>
        <translation>Код под QR</translation>
    </message>
    <message>
        <source>Ten digits. Then compare the name</source>
        <translation>Десять цифр. Потом сравните имя</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Отметить вход</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>{counter}: one fewer</source>
        <translation>{counter}: меньше на одного</translation>
    </message>
    <message>
        <source>{counter}: one more</source>
        <translation>{counter}: больше на одного</translation>
    </message>
</context>
<context>
    <name>CountsCard</name>
    <message>
        <source>This kiosk</source>
        <translation>Этот киоск</translation>
    </message>
    <message>
        <source>not counted: {n}</source>
        <translation>не пересчитано: {n}</translation>
    </message>
    <message>
        <source>inside: {n}</source>
        <translation>внутри: {n}</translation>
    </message>
    <message>
        <source>paper: {n}</source>
        <translation>с бумаги: {n}</translation>
    </message>
    <message>
        <source>This kiosk: {count}</source>
        <translation>Этот киоск: {count}</translation>
    </message>
    <message>
        <source>Site as of {time}</source>
        <translation>Площадка на {time}</translation>
    </message>
    <message>
        <source>Site, as far as known</source>
        <translation>Площадка, неполно</translation>
    </message>
    <message>
        <source>{count} of {expected}</source>
        <translation>{count} из {expected}</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Records held here</source>
        <translation>Записей здесь</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Киоск</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сервере</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Erase a digit</source>
        <translation>Стереть цифру</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
</context>
<context>
    <name>Discrepancies</name>
    <message>
        <source>Discrepancies</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Save the proof</source>
        <translation>Сохранить доказательство</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Доказательство</translation>
    </message>
    <message>
        <source>Come in</source>
        <translation>Проходите</translation>
    </message>
    <message>
        <source>Put a sticker with this number on, or take a photo</source>
        <translation>Наклейте номер или сфотографируйте код</translation>
    </message>
    <message>
        <source>Add the names</source>
        <translation>Дописать имена</translation>
    </message>
    <message>
        <source>N</source>
        <translation>И</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Напечатать</translation>
    </message>
    <message>
        <source>P</source>
        <translation>П</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Скажите</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>A good ticket</source>
        <translation>Хороший билет</translation>
    </message>
    <message>
        <source>The same one later</source>
        <translation>Тот же позже</translation>
    </message>
    <message>
        <source>A school class</source>
        <translation>Школьный класс</translation>
    </message>
    <message>
        <source>Another site&apos;s</source>
        <translation>Другая площадка</translation>
    </message>
    <message>
        <source>A cancelled one</source>
        <translation>Отменённый билет</translation>
    </message>
    <message>
        <source>A dim phone</source>
        <translation>Тусклый телефон</translation>
    </message>
    <message>
        <source>Demo: pick a ticket</source>
        <translation>Демо: возьмите билет</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Билеты</translation>
    </message>
    <message>
        <source>Play the morning</source>
        <translation>Прокрутить утро</translation>
    </message>
    <message>
        <source>Stop the morning</source>
        <translation>Остановить утро</translation>
    </message>
    <message>
        <source>Cut the network</source>
        <translation>Отключить сеть</translation>
    </message>
    <message>
        <source>Plug the network in</source>
        <translation>Включить сеть</translation>
    </message>
</context>
<context>
    <name>EndingRow</name>
    <message>
        <source>Closing the day counts on no more records from this kiosk today. A scan is still recorded, but after it this has to be done again.</source>
        <translation>День закроют в расчёте на то, что сегодня этот киоск больше ничего не запишет. Скан и потом запишется, но после него работу придётся завершить ещё раз.</translation>
    </message>
    <message>
        <source>End this kiosk&apos;s day</source>
        <translation>Завершить работу киоска</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>End this kiosk&apos;s day?</source>
        <translation>Завершить работу киоска?</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Школа</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
</context>
<context>
    <name>GateView</name>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>буквы</translation>
    </message>
    <message>
        <source>No ticket</source>
        <translation>Без билета</translation>
    </message>
</context>
<context>
    <name>HeadPage</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>This kiosk is done</source>
        <translation>Работа киоска завершена</translation>
    </message>
    <message>
        <source>Take a picture of this code: it shows which record of this kiosk is the last</source>
        <translation>Сфотографируйте этот код: по нему видно, какая запись киоска последняя</translation>
    </message>
    <message>
        <source>Last record: {number}</source>
        <translation>Последняя запись: {number}</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Отправлено всё</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Entrance</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Пробы</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Площадка</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Киоск</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Кто за киоском?</translation>
    </message>
    <message>
        <source>{operator} · locked</source>
        <translation>{operator} · закрыто</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>SCAN = TRIAL: {trial}</source>
        <translation>СКАН = ПРОБА: {trial}</translation>
    </message>
    <message>
        <source>SCAN = CONNECTION CODE</source>
        <translation>СКАН = КОД ПОДКЛЮЧЕНИЯ</translation>
    </message>
    <message>
        <source>day ended</source>
        <translation>день завершён</translation>
    </message>
    <message>
        <source>SCAN = EXIT</source>
        <translation>СКАН = ВЫХОД</translation>
    </message>
    <message>
        <source>SCAN = TEST</source>
        <translation>СКАН = ПРОВЕРКА</translation>
    </message>
    <message>
        <source>SCAN = ENTRANCE</source>
        <translation>СКАН = ВХОД</translation>
    </message>
    <message>
        <source>SCAN = BRIEFING</source>
        <translation>СКАН = ИНСТРУКТАЖ</translation>
    </message>
    <message>
        <source>SCAN = FROM PAPER</source>
        <translation>СКАН = С БУМАГИ</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Erase a letter</source>
        <translation>Стереть букву</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Hyphen</source>
        <translation>Дефис</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Kiosk</source>
        <translation>Киоск</translation>
    </message>
</context>
<context>
    <name>MenuView</name>
    <message>
        <source>Practise: eight cards</source>
        <translation>Тренировка: восемь карточек</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>What else?</source>
        <translation>Что ещё?</translation>
    </message>
</context>
<context>
    <name>NameTick</name>
    <message>
        <source>no name</source>
        <translation>без имени</translation>
    </message>
    <message>
        <source>here already</source>
        <translation>уже здесь</translation>
    </message>
</context>
<context>
    <name>NamelessRow</name>
    <message>
        <source>No names yet:</source>
        <translation>Ещё без имён:</translation>
    </message>
</context>
<context>
    <name>NamesPage</name>
    <message>
        <source>number and space: one name</source>
        <translation>номер и пробел — одно имя</translation>
    </message>
    <message>
        <source>To the numbers</source>
        <translation>К числам</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Поимённо</translation>
    </message>
    <message>
        <source>Names, one a line</source>
        <translation>Имена, по одному в строке</translation>
    </message>
    <message>
        <source>Save the names</source>
        <translation>Сохранить имена</translation>
    </message>
    <message>
        <source>Too much for one go: save the first names, then the others</source>
        <translation>Слишком много за один раз: сохраните первые имена, потом остальные</translation>
    </message>
    <message>
        <source>Next name</source>
        <translation>Следующее имя</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Who is in class {number}?</source>
        <translation>Кто в классе {number}?</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Name of the entrance</source>
        <translation>Название входа</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Once saved, it stands in every new record</source>
        <translation>После сохранения — в каждой новой записи</translation>
    </message>
</context>
<context>
    <name>NotClearedPage</name>
    <message>
        <source>No clearance</source>
        <translation>Нет допуска</translation>
    </message>
    <message>
        <source>“Please wait here, the manager is on the way”</source>
        <translation>«Подождите здесь, пожалуйста: руководитель уже идёт»</translation>
    </message>
    <message>
        <source>Call the manager and say</source>
        <translation>Позовите руководителя и скажите</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Nobody was registered</source>
        <translation>Вход не записан</translation>
    </message>
</context>
<context>
    <name>OnSiteView</name>
    <message>
        <source>Print</source>
        <translation>Напечатать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никого</translation>
    </message>
    <message>
        <source>Who is on the site</source>
        <translation>Кто на площадке</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>End this kiosk&apos;s day</source>
        <translation>Завершить работу киоска</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Закрыть день</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>The time on the paper</source>
        <translation>Время на листе</translation>
    </message>
    <message>
        <source>Name, class or code</source>
        <translation>Имя, класс или код</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Enter from paper</source>
        <translation>Внести с бумаги</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
</context>
<context>
    <name>PersonLine</name>
    <message>
        <source>Completed</source>
        <translation>Завершена</translation>
    </message>
    <message>
        <source>Not completed</source>
        <translation>Не завершена</translation>
    </message>
    <message>
        <source>ticket cancelled</source>
        <translation>билет отменён</translation>
    </message>
    <message>
        <source>no entry recorded</source>
        <translation>нет отметки входа</translation>
    </message>
    <message>
        <source>NOT SAVED: {reason}</source>
        <translation>НЕ ЗАПИСАНО: {reason}</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Grade</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>School, if it is known</source>
        <translation>Школа, если известна</translation>
    </message>
    <message>
        <source>The parents agree to the name</source>
        <translation>Согласие на имя есть</translation>
    </message>
    <message>
        <source>Surname and first name</source>
        <translation>Фамилия и имя</translation>
    </message>
    <message>
        <source>In the list without a ticket: {name}</source>
        <translation>В списке без билета: {name}</translation>
    </message>
    <message>
        <source>Without a name: nothing more is needed</source>
        <translation>Без имени: больше ничего не нужно</translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message>
        <source>PIN: {typed} of {length} digits</source>
        <translation>ПИН: {typed} из {length} цифр</translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n человек</numerusform>
            <numerusform>%n человека</numerusform>
            <numerusform>%n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places left on the ticket</source>
        <translation>
            <numerusform>На билете осталось %n место</numerusform>
            <numerusform>На билете осталось %n места</numerusform>
            <numerusform>На билете осталось %n мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pupils</source>
        <translation>
            <numerusform>%n школьник</numerusform>
            <numerusform>%n школьника</numerusform>
            <numerusform>%n школьников</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adults</source>
        <translation>
            <numerusform>%n взрослый</numerusform>
            <numerusform>%n взрослых</numerusform>
            <numerusform>%n взрослых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names written down</source>
        <translation>
            <numerusform>записано %n имя</numerusform>
            <numerusform>записано %n имени</numerusform>
            <numerusform>записано %n имён</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were made at this kiosk before. They are kept as tests and do not count.</source>
        <translation>
            <numerusform>На этой точке уже есть %n запись. Она останется как проба и не идёт в счёт.</numerusform>
            <numerusform>На этой точке уже есть %n записи. Они останутся как пробы и не идут в счёт.</numerusform>
            <numerusform>На этой точке уже есть %n записей. Они останутся как пробы и не идут в счёт.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier records are kept as tests. Every scan counts now.</source>
        <translation>
            <numerusform>%n прежняя запись осталась как проба. Теперь каждый скан идёт в счёт.</numerusform>
            <numerusform>%n прежние записи остались как пробы. Теперь каждый скан идёт в счёт.</numerusform>
            <numerusform>%n прежних записей осталось как пробы. Теперь каждый скан идёт в счёт.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>не хватает %n</numerusform>
            <numerusform>не хватает %n</numerusform>
            <numerusform>не хватает %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n records missing</source>
        <translation>
            <numerusform>не хватает минимум %n записи</numerusform>
            <numerusform>не хватает минимум %n записей</numerusform>
            <numerusform>не хватает минимум %n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets entered twice</source>
        <translation>
            <numerusform>%n билет с двумя входами</numerusform>
            <numerusform>%n билета с двумя входами</numerusform>
            <numerusform>%n билетов с двумя входами</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups not counted</source>
        <translation>
            <numerusform>%n группа не пересчитана</numerusform>
            <numerusform>%n группы не пересчитаны</numerusform>
            <numerusform>%n групп не пересчитано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied tickets reported</source>
        <translation>
            <numerusform>%n копия билета</numerusform>
            <numerusform>%n копии билетов</numerusform>
            <numerusform>%n копий билетов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exceptions allowed</source>
        <translation>
            <numerusform>%n исключение</numerusform>
            <numerusform>%n исключения</numerusform>
            <numerusform>%n исключений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>data as of {time}, %n min ago</source>
        <translation>
            <numerusform>данные на {time}, %n мин назад</numerusform>
            <numerusform>данные на {time}, %n мин назад</numerusform>
            <numerusform>данные на {time}, %n мин назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trials without an entry</source>
        <translation>
            <numerusform>%n проба без входа</numerusform>
            <numerusform>%n пробы без входа</numerusform>
            <numerusform>%n проб без входа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kiosks</source>
        <translation>
            <numerusform>%n киоск</numerusform>
            <numerusform>%n киоска</numerusform>
            <numerusform>%n киосков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the way: {kiosks}.</source>
        <translation>
            <numerusform>Мешает {kiosks}:</numerusform>
            <numerusform>Мешают {kiosks}:</numerusform>
            <numerusform>Мешают {kiosks}:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kiosks ended</source>
        <translation>
            <numerusform>%n киоск завершён</numerusform>
            <numerusform>%n киоска завершены</numerusform>
            <numerusform>%n киосков завершены</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day not ended</source>
        <translation>
            <numerusform>не завершён</numerusform>
            <numerusform>не завершены</numerusform>
            <numerusform>не завершены</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records not sent</source>
        <translation>
            <numerusform>%Ln запись не отправлена</numerusform>
            <numerusform>%Ln записи не отправлены</numerusform>
            <numerusform>%Ln записей не отправлено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records are saved here and not sent yet</source>
        <translation>
            <numerusform>%Ln запись сохранена здесь и ещё не отправлена</numerusform>
            <numerusform>%Ln записи сохранены здесь и ещё не отправлены</numerusform>
            <numerusform>%Ln записей сохранено здесь и ещё не отправлено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipts checked</source>
        <translation>
            <numerusform>%n квитанция проверена</numerusform>
            <numerusform>%n квитанции проверены</numerusform>
            <numerusform>%n квитанций проверено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of {all} are on the central server, each once</source>
        <translation>
            <numerusform>%Ln запись из {all} на центральном сервере, каждая один раз</numerusform>
            <numerusform>%Ln записи из {all} на центральном сервере, каждая один раз</numerusform>
            <numerusform>%Ln записей из {all} на центральном сервере, каждая один раз</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>By name</source>
        <translation>Поимённо</translation>
    </message>
    <message>
        <source>1 · Let all in</source>
        <translation>1 · Пропустить всех</translation>
    </message>
    <message>
        <source>2 · Count again</source>
        <translation>2 · Пересчитать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>ReadinessView</name>
    <message>
        <source>Check again</source>
        <translation>Проверить ещё раз</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Ready for the day?</source>
        <translation>Готов к дню?</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Scan a ticket</source>
        <translation>Отсканируйте билет</translation>
    </message>
    <message>
        <source>Hold the QR code before the scanner</source>
        <translation>Поднесите QR к сканеру</translation>
    </message>
    <message>
        <source>Not read? Turn up the brightness, wipe the screen, or type the code under it</source>
        <translation>Не читается? Прибавьте яркость, протрите экран или введите код под QR</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>Ввести код</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>цифры</translation>
    </message>
    <message>
        <source>Undo the last one</source>
        <translation>Отменить последнее</translation>
    </message>
    <message>
        <source>Scan whoever leaves</source>
        <translation>Отсканируйте выходящих</translation>
    </message>
    <message>
        <source>A group&apos;s ticket takes the whole group out</source>
        <translation>По билету группы выходит вся группа</translation>
    </message>
    <message>
        <source>Back to the entrance</source>
        <translation>Вернуться ко входу</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>Выход</translation>
    </message>
</context>
<context>
    <name>ReasonRow</name>
    <message>
        <source>Why? For the report, 3 characters or more</source>
        <translation>Почему? В отчёт, от 3 знаков</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Закрыть день</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>ReasonView</name>
    <message>
        <source>Another reason</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>The reason in a few words, without names</source>
        <translation>Причина в двух словах, без имён</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Впустить</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>RecentLine</name>
    <message>
        <source>{words}, undone</source>
        <translation>{words}, отменено</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Latest</source>
        <translation>Последние</translation>
    </message>
    <message>
        <source>Nothing scanned yet</source>
        <translation>Сканов ещё нет</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Who is on the site</source>
        <translation>Кто на площадке</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Changed at this kiosk</source>
        <translation>Изменено на этом киоске</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>This kiosk belongs to no site yet</source>
        <translation>Киоск ещё не подключён к площадке</translation>
    </message>
    <message>
        <source>Rules of the entrance</source>
        <translation>Правила входа</translation>
    </message>
</context>
<context>
    <name>RunningList</name>
    <message>
        <source>F8 takes the last one back</source>
        <translation>F8 отменяет последнюю запись</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo: {who}</source>
        <translation>Отменить: {who}</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Name, class or school</source>
        <translation>Имя, класс или школа</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Any order of words and any layout. Press a row to check it in</source>
        <translation>е и ё, порядок слов, раскладка и класс — всё ищется. Нажмите строку, чтобы отметить вход</translation>
    </message>
    <message>
        <source>Not in the list?</source>
        <translation>Нет в списке?</translation>
    </message>
    <message>
        <source>Register without a ticket — F4</source>
        <translation>Записать без билета — F4</translation>
    </message>
</context>
<context>
    <name>SelfTestView</name>
    <message>
        <source>No camera is in use</source>
        <translation>Камера не используется</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Найти устройства снова</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>Сканеры</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>Включить или выключить</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Звуки</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Громкость</translation>
    </message>
    <message>
        <source>Check the sound</source>
        <translation>Проверить звук</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>Hide names when idle</source>
        <translation>Скрывать имена через</translation>
    </message>
    <message>
        <source>Set up and check</source>
        <translation>Настроить и проверить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Give it a name</source>
        <translation>Назовите вход</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>Сканеры</translation>
    </message>
    <message>
        <source>Leaving takes the manager&apos;s PIN</source>
        <translation>Выход — по ПИН-коду руководителя</translation>
    </message>
    <message>
        <source>Scans work all the same</source>
        <translation>Без касаний; сканы идут как прежде</translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation>Этот киоск</translation>
    </message>
</context>
<context>
    <name>SignInPlurals</name>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>Осталась %n попытка</numerusform>
            <numerusform>Осталось %n попытки</numerusform>
            <numerusform>Осталось %n попыток</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Recovery code</source>
        <translation>Код восстановления</translation>
    </message>
    <message>
        <source>Without signing in</source>
        <translation>Работать без имени</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>Who works at the kiosk?</source>
        <translation>Кто за киоском?</translation>
    </message>
    <message>
        <source>Show the scanner the QR of your badge
or choose your name and type the PIN</source>
        <translation>Покажите сканеру QR с бейджа
или выберите имя и введите ПИН</translation>
    </message>
    <message>
        <source>The 16 digits from the manager&apos;s paper</source>
        <translation>16 цифр с листа руководителя</translation>
    </message>
    <message>
        <source>The new recovery code</source>
        <translation>Новый код восстановления</translation>
    </message>
    <message>
        <source>Write it down: it is shown once,
and the old one is good no more</source>
        <translation>Запишите: он показан один раз,
прежний больше не подойдёт</translation>
    </message>
</context>
<context>
    <name>StartDayView</name>
    <message>
        <source>Start the day</source>
        <translation>Начать день</translation>
    </message>
    <message>
        <source>Start, and count the earlier scans</source>
        <translation>Начать и засчитать прежние сканы</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>{name}: less</source>
        <translation>{name}: меньше</translation>
    </message>
    <message>
        <source>{name}: more</source>
        <translation>{name}: больше</translation>
    </message>
</context>
<context>
    <name>TrialButton</name>
    <message>
        <source>starts at {time}</source>
        <translation>начало {time}</translation>
    </message>
</context>
<context>
    <name>TrialsView</name>
    <message>
        <source>Another trial</source>
        <translation>Другая проба</translation>
    </message>
    <message>
        <source>This site&apos;s list has no trials yet</source>
        <translation>В списке площадки пока нет проб</translation>
    </message>
    <message>
        <source>Which trial is held here?</source>
        <translation>Какая проба проходит здесь?</translation>
    </message>
    <message>
        <source>Professional trial</source>
        <translation>Профессиональная проба</translation>
    </message>
    <message>
        <source>Scan a ticket, and the person appears here</source>
        <translation>Отсканируйте билет — человек появится здесь</translation>
    </message>
    <message>
        <source>starts at {time}</source>
        <translation>начало {time}</translation>
    </message>
    <message>
        <source>of {places} places</source>
        <translation>из {places} мест</translation>
    </message>
    <message>
        <source>{count} without an entry</source>
        <translation>{count} без отметки входа</translation>
    </message>
    <message>
        <source>saved {count}</source>
        <translation>сохранено {count}</translation>
    </message>
    <message>
        <source>Scan again, or send the visitor to the entrance</source>
        <translation>Отсканируйте ещё раз или направьте ко входу</translation>
    </message>
</context>
<context>
    <name>WalkInView</name>
    <message>
        <source>Who else is coming in?</source>
        <translation>Кто ещё входит?</translation>
    </message>
    <message>
        <source>They get a number of their own</source>
        <translation>Будет свой номер без билета</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Родитель</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Ребёнок</translation>
    </message>
    <message>
        <source>Is the clearance agreed?</source>
        <translation>Допуск согласован?</translation>
    </message>
    <message>
        <source>This site lets in only those who are cleared. Ask the manager if in doubt</source>
        <translation>Эта площадка впускает только с допуском. Сомневаетесь — спросите руководителя</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>Where does this kiosk stand?</source>
        <translation>Где стоит этот киоск?</translation>
    </message>
    <message>
        <source>It belongs to no site yet</source>
        <translation>Киоск пока не подключён к площадке</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>With the code from the coordinator</source>
        <translation>Нужен код от координатора</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Тренировка</translation>
    </message>
    <message>
        <source>Eight cards to try the gate on, nothing is counted</source>
        <translation>Восемь карточек на пробу, в счёт не идёт</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Демо</translation>
    </message>
    <message>
        <source>An invented site, nothing is sent anywhere</source>
        <translation>Вымышленная площадка, ничего никуда не отправляется</translation>
    </message>
    <message>
        <source>Scan the coordinator&apos;s code, or paste the link</source>
        <translation>Отсканируйте код координатора или вставьте ссылку</translation>
    </message>
    <message>
        <source>Link to connect with</source>
        <translation>Ссылка подключения</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>briefing</name>
    <message>
        <source>Marked before: nothing to do</source>
        <translation>Уже отмечено: ничего делать не нужно</translation>
    </message>
    <message>
        <source>Nobody here has such a ticket: send the visitor to the entrance</source>
        <translation>Такого билета здесь нет: направьте посетителя ко входу</translation>
    </message>
    <message>
        <source>Choose a slot to mark everybody of it, or scan tickets</source>
        <translation>Выберите время, чтобы отметить всех сразу, или сканируйте билеты</translation>
    </message>
    <message>
        <source>Briefing at {place}</source>
        <translation>Инструктаж: {place}</translation>
    </message>
    <message>
        <source>✓ marked</source>
        <translation>✓ отмечено</translation>
    </message>
    <message>
        <source>Mark everybody</source>
        <translation>Отметить всех</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>everybody of the slot</source>
        <translation>все по этому времени</translation>
    </message>
</context>
<context>
    <name>closing</name>
    <message>
        <source>Nothing is missing: the day can be closed</source>
        <translation>Всё на месте: день можно закрыть</translation>
    </message>
    <message>
        <source>this kiosk</source>
        <translation>этот киоск</translation>
    </message>
    <message>
        <source>seen {time}</source>
        <translation>связь в {time}</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>связи ещё не было</translation>
    </message>
    <message>
        <source>clock {minutes} min</source>
        <translation>часы {minutes} мин</translation>
    </message>
    <message>
        <source>of {count} known</source>
        <translation>из {count} известных</translation>
    </message>
    <message>
        <source>of ≥ {count}</source>
        <translation>из ≥ {count}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>из {count}</translation>
    </message>
    <message>
        <source>✓ ended, receipt</source>
        <translation>✓ завершён, квитанция</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>закрыто без него</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>не завершён</translation>
    </message>
    <message>
        <source>on paper: {count}</source>
        <translation>из них с бумаги: {count}</translation>
    </message>
    <message>
        <source>Without a ticket: {count}</source>
        <translation>Без билета: {count}</translation>
    </message>
    <message>
        <source>Inside now: {count}</source>
        <translation>Сейчас на площадке: {count}</translation>
    </message>
    <message>
        <source>What to do: {kiosk}</source>
        <translation>Что сделать: {kiosk}</translation>
    </message>
    <message>
        <source>Press “End this kiosk&apos;s day” below</source>
        <translation>Нажмите внизу «Завершить работу киоска»</translation>
    </message>
    <message>
        <source>Wait for the network, then press “Refresh”</source>
        <translation>Дождитесь сети и нажмите «Обновить»</translation>
    </message>
    <message>
        <source>Press “End this kiosk&apos;s day” on it</source>
        <translation>Нажмите на нём «Завершить работу киоска»</translation>
    </message>
    <message>
        <source>With a network: wait a minute, then press “Refresh” here</source>
        <translation>Есть сеть — подождите минуту и нажмите здесь «Обновить»</translation>
    </message>
    <message>
        <source>Without one: share a phone&apos;s internet with it</source>
        <translation>Нет сети — раздайте ему интернет с телефона</translation>
    </message>
    <message>
        <source>{kiosk}: its folder was copied, two copies wrote. Both count</source>
        <translation>{kiosk}: папка скопирована, писали две копии. Учтены обе</translation>
    </message>
    <message>
        <source>Ticket {number} · {kind}</source>
        <translation>Билет {number} · {kind}</translation>
    </message>
    <message>
        <source>Ticket {number}</source>
        <translation>Билет {number}</translation>
    </message>
    <message>
        <source>Ask its leader how many came, find the class by its name and type the number</source>
        <translation>Спросите сопровождающего, сколько пришло, найдите класс в поиске и введите число</translation>
    </message>
    <message>
        <source>All groups are counted, everything is sent</source>
        <translation>Все группы пересчитаны, всё отправлено</translation>
    </message>
    <message>
        <source>Close without them…</source>
        <translation>Закрыть без них…</translation>
    </message>
    <message>
        <source>Close without it…</source>
        <translation>Закрыть без него…</translation>
    </message>
    <message>
        <source>The day is closed</source>
        <translation>День закрыт</translation>
    </message>
    <message>
        <source>You can go home</source>
        <translation>Можно идти домой</translation>
    </message>
    <message>
        <source>{count} known</source>
        <translation>{count} известных</translation>
    </message>
    <message>
        <source>closed at {time}</source>
        <translation>закрыто в {time}</translation>
    </message>
    <message>
        <source>without: {kiosks}</source>
        <translation>без: {kiosks}</translation>
    </message>
    <message>
        <source>{tickets}: counted once</source>
        <translation>{tickets}: учтены один раз</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Квитанция {number}</translation>
    </message>
    <message>
        <source>Closing {date}</source>
        <translation>Закрытие {date}</translation>
    </message>
    <message>
        <source>more people than on the ticket</source>
        <translation>больше людей, чем в билете</translation>
    </message>
    <message>
        <source>Exchanging records and checking receipts…</source>
        <translation>Обмениваемся записями и проверяем квитанции…</translation>
    </message>
    <message>
        <source>Closing the day…</source>
        <translation>Закрываем день…</translation>
    </message>
    <message>
        <source>Ending this kiosk&apos;s day…</source>
        <translation>Завершаем работу киоска…</translation>
    </message>
    <message>
        <source>Saving the proof…</source>
        <translation>Сохраняем доказательство…</translation>
    </message>
    <message>
        <source>Everything stays saved. Press “Refresh” when it is back</source>
        <translation>Всё сохранено. Появится связь — нажмите «Обновить»</translation>
    </message>
</context>
<context>
    <name>common</name>
    <message>
        <source>Pupil</source>
        <translation>Школьник</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Родитель</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Педагог</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Гость</translation>
    </message>
    <message>
        <source>Group of {heads}</source>
        <translation>Группа {heads}</translation>
    </message>
    <message>
        <source>grade {grade}</source>
        <translation>{grade} класс</translation>
    </message>
    <message>
        <source>Come in</source>
        <translation>Проходите</translation>
    </message>
    <message>
        <source>Already checked in</source>
        <translation>Вход уже есть</translation>
    </message>
    <message>
        <source>Another site</source>
        <translation>Другая площадка</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Другой день</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Другое время</translation>
    </message>
    <message>
        <source>Another event</source>
        <translation>Другое мероприятие</translation>
    </message>
    <message>
        <source>Ticket cancelled</source>
        <translation>Билет отменён</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>Нет в списке</translation>
    </message>
    <message>
        <source>Ticket failed the check</source>
        <translation>Билет не прошёл проверку</translation>
    </message>
    <message>
        <source>No clearance</source>
        <translation>Нет допуска</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Не читается</translation>
    </message>
    <message>
        <source>NOT RECORDED</source>
        <translation>НЕ ЗАПИСАНО</translation>
    </message>
    <message>
        <source>Practice ticket</source>
        <translation>Учебный билет</translation>
    </message>
    <message>
        <source>Real ticket: this is practice</source>
        <translation>Настоящий билет: это тренировка</translation>
    </message>
    <message>
        <source>How many came?</source>
        <translation>Сколько пришло?</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>No entry known</source>
        <translation>Входа не видно</translation>
    </message>
    <message>
        <source>The disk is full: the new record was not saved</source>
        <translation>Диск заполнен: новая запись не сохранилась</translation>
    </message>
    <message>
        <source>The data folder cannot be written to</source>
        <translation>В папку данных нельзя писать</translation>
    </message>
    <message>
        <source>The data file is damaged</source>
        <translation>Файл данных повреждён</translation>
    </message>
    <message>
        <source>The data file was damaged: a new one was begun</source>
        <translation>Файл данных повреждён: начат новый</translation>
    </message>
    <message>
        <source>The data file is in use by another program</source>
        <translation>Файл данных занят другой программой</translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>Непредвиденная ошибка</translation>
    </message>
    <message>
        <source>This kiosk belongs to no site yet</source>
        <translation>Киоск ещё не подключён к площадке</translation>
    </message>
    <message>
        <source>Nobody here has such a ticket</source>
        <translation>Такого билета нет в списке мероприятия</translation>
    </message>
    <message>
        <source>One of the digits is wrong: compare the code</source>
        <translation>Одна цифра не та: сверьте код</translation>
    </message>
    <message>
        <source>This is no link to connect with: ask for a new one</source>
        <translation>Это не ссылка подключения: попросите новую</translation>
    </message>
    <message>
        <source>There is no network</source>
        <translation>Сети нет</translation>
    </message>
    <message>
        <source>The server takes too long to answer</source>
        <translation>Сервер долго не отвечает</translation>
    </message>
    <message>
        <source>Not the server answered: open the sign-in page of the Wi-Fi</source>
        <translation>Ответил не сервер: откройте страницу входа Wi-Fi</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted: check the date and the network</source>
        <translation>Сертификат сервера не принят: проверьте дату и сеть</translation>
    </message>
    <message>
        <source>The server is in trouble, the next try follows</source>
        <translation>На сервере неполадка, попробуем ещё раз</translation>
    </message>
    <message>
        <source>The server does not know this kiosk: call the coordinator</source>
        <translation>Сервер не узнаёт этот киоск: позвоните координатору</translation>
    </message>
    <message>
        <source>The server refused: call the coordinator</source>
        <translation>Сервер отказал: позвоните координатору</translation>
    </message>
    <message>
        <source>Exits are not recorded here: the manager may decide so in the settings</source>
        <translation>Выход здесь не отмечают: это решает руководитель в настройках</translation>
    </message>
    <message>
        <source>This text is too long or cannot be read: type it again</source>
        <translation>Текст слишком длинный или не читается: введите его заново</translation>
    </message>
    <message>
        <source>This needs the manager: have them sign in first</source>
        <translation>Это может только руководитель: пусть он сначала войдёт</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Диск заполнен</translation>
    </message>
    <message>
        <source>Folder is read-only</source>
        <translation>Запись запрещена</translation>
    </message>
    <message>
        <source>Data damaged</source>
        <translation>Данные повреждены</translation>
    </message>
    <message>
        <source>Journal damaged: a new one begun</source>
        <translation>Журнал повреждён: начат новый</translation>
    </message>
    <message>
        <source>Data in use</source>
        <translation>Данные заняты</translation>
    </message>
    <message>
        <source>Not connected to a site</source>
        <translation>Не подключён</translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation>Сертификат не принят</translation>
    </message>
    <message>
        <source>Server does not know the kiosk</source>
        <translation>Сервер не узнаёт киоск</translation>
    </message>
    <message>
        <source>Server refused</source>
        <translation>Сервер отказал</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
</context>
<context>
    <name>count</name>
    <message>
        <source>All {heads}</source>
        <translation>Все {heads}</translation>
    </message>
    <message>
        <source>Pupils</source>
        <translation>Школьники</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>Взрослые</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>из {count}</translation>
    </message>
    <message>
        <source>all are here</source>
        <translation>все здесь</translation>
    </message>
    <message>
        <source>ticked: {count}</source>
        <translation>отмечено: {count}</translation>
    </message>
    <message>
        <source>without a name: {count}</source>
        <translation>без имени: {count}</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Снять отметки</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Отметить всех</translation>
    </message>
    <message>
        <source>How many came?</source>
        <translation>Сколько пришло?</translation>
    </message>
    <message>
        <source>The scan is recorded. Until confirmed it is “not counted”</source>
        <translation>Скан записан. Пока не подтверждено — «не пересчитана»</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Не пришли</translation>
    </message>
    <message>
        <source>How many left?</source>
        <translation>Сколько вышло?</translation>
    </message>
    <message>
        <source>Recorded: all left. Did some stay? Change the number</source>
        <translation>Записано: вышли все. Кто-то остался? Измените число</translation>
    </message>
    <message>
        <source>Nobody left</source>
        <translation>Не вышли</translation>
    </message>
    <message>
        <source>Group, {people}</source>
        <translation>Группа, {people}</translation>
    </message>
    <message>
        <source>route {route} at {time}</source>
        <translation>маршрут&#xa0;{route} в&#xa0;{time}</translation>
    </message>
    <message>
        <source>{here} of {size} are here already</source>
        <translation>{here} из {size} уже здесь</translation>
    </message>
    <message>
        <source>this kiosk has no names of the group</source>
        <translation>имён этой группы в киоске нет</translation>
    </message>
    <message>
        <source>More came. Let all in?</source>
        <translation>Пришло больше: пропустить всех?</translation>
    </message>
    <message>
        <source>Call the manager</source>
        <translation>Позовите руководителя</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Записывается…</translation>
    </message>
    <message>
        <source>Over: {heads}</source>
        <translation>Больше: {heads}</translation>
    </message>
    <message>
        <source>{heads} left</source>
        <translation>Вышли {heads}</translation>
    </message>
    <message>
        <source>{heads} came</source>
        <translation>Пришли {heads}</translation>
    </message>
</context>
<context>
    <name>gate</name>
    <message>
        <source>Say</source>
        <translation>Скажите</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Ask for the name and compare it, then say</source>
        <translation>Спросите имя и сравните, потом скажите</translation>
    </message>
    <message>
        <source>Checked in at {time}</source>
        <translation>Вход в {time}</translation>
    </message>
    <message>
        <source>by {operator}</source>
        <translation>отметка: {operator}</translation>
    </message>
    <message>
        <source>Ticket for: {site}</source>
        <translation>Билет: {site}</translation>
    </message>
    <message>
        <source>The ticket is for another site</source>
        <translation>Билет на другую площадку</translation>
    </message>
    <message>
        <source>“You are expected at: {address}”</source>
        <translation>«Вас ждут по адресу: {address}»</translation>
    </message>
    <message>
        <source>“The address of your site is on the ticket, under the QR”</source>
        <translation>«Адрес вашей площадки — на билете, под QR»</translation>
    </message>
    <message>
        <source>Ticket for {day}</source>
        <translation>Билет на {day}</translation>
    </message>
    <message>
        <source>Call the site manager: they decide about today</source>
        <translation>Позовите руководителя: он решит, как быть сегодня</translation>
    </message>
    <message>
        <source>The ticket is genuine, but for another event</source>
        <translation>Билет настоящий, но на другое мероприятие</translation>
    </message>
    <message>
        <source>Ask for today&apos;s ticket. If there is none, call the manager</source>
        <translation>Попросите билет на сегодня. Нет его — позовите руководителя</translation>
    </message>
    <message>
        <source>The organiser cancelled this ticket</source>
        <translation>Этот билет отменён организатором</translation>
    </message>
    <message>
        <source>There may be a newer one instead</source>
        <translation>Возможно, вместо него есть новый</translation>
    </message>
    <message>
        <source>Ask for the newer ticket. If there is none, call the manager</source>
        <translation>Попросите новый билет. Нет его — позовите руководителя</translation>
    </message>
    <message>
        <source>The site&apos;s list has no such code</source>
        <translation>Такого кода нет в списке площадки</translation>
    </message>
    <message>
        <source>It may be a code from something else</source>
        <translation>Возможно, это код от чего-то другого</translation>
    </message>
    <message>
        <source>“Your ticket is for {day}. See you then”</source>
        <translation>«Ваш билет на {day}, ждём вас»</translation>
    </message>
    <message>
        <source>Help: {help}</source>
        <translation>нужна помощь: {help}</translation>
    </message>
    <message>
        <source>The group was counted at {time}</source>
        <translation>Группа пересчитана в {time}</translation>
    </message>
    <message>
        <source>Ask the name and class, then choose</source>
        <translation>Спросите имя и класс, потом выберите</translation>
    </message>
    <message>
        <source>“Did you come in with your class?”</source>
        <translation>«Вы входили вместе с классом?»</translation>
    </message>
    <message>
        <source>The ticket is for another day</source>
        <translation>Билет на другой день</translation>
    </message>
    <message>
        <source>The ticket is for {time}</source>
        <translation>Билет на {time}</translation>
    </message>
    <message>
        <source>“Your time is {time}. See you then”</source>
        <translation>«Ваше время — {time}, ждём вас»</translation>
    </message>
    <message>
        <source>Ask for another ticket. If there is none, call the manager</source>
        <translation>Попросите другой билет. Нет его — позовите руководителя</translation>
    </message>
    <message>
        <source>The organiser issued no such ticket</source>
        <translation>Такого билета организатор не выдавал</translation>
    </message>
    <message>
        <source>The screenshot may be damaged</source>
        <translation>Возможно, повреждён снимок экрана</translation>
    </message>
    <message>
        <source>Ask to open the ticket anew. If that does not help, call the manager</source>
        <translation>Попросите открыть билет ещё раз. Не помогло — позовите руководителя</translation>
    </message>
    <message>
        <source>The clearance for this site is not agreed</source>
        <translation>Допуск на эту площадку не согласован</translation>
    </message>
    <message>
        <source>Call the manager and say</source>
        <translation>Позовите руководителя и скажите</translation>
    </message>
    <message>
        <source>“Please wait here, the manager is on the way”</source>
        <translation>«Подождите здесь, пожалуйста: руководитель уже идёт»</translation>
    </message>
    <message>
        <source>This is no ticket, or only a part of one</source>
        <translation>Это не билет или только его часть</translation>
    </message>
    <message>
        <source>Did not help? Type the ten digits under the QR</source>
        <translation>Не помогло? Введите десять цифр под QR</translation>
    </message>
    <message>
        <source>“Please turn up the brightness and show the ticket again”</source>
        <translation>«Прибавьте яркость и покажите билет ещё раз»</translation>
    </message>
    <message>
        <source>“Goodbye, come again!”</source>
        <translation>«До свидания, приходите ещё!»</translation>
    </message>
    <message>
        <source>This kiosk knows of no entry; the exit is recorded all the same</source>
        <translation>Этот киоск не видел входа; выход всё равно записан</translation>
    </message>
    <message>
        <source>A card of the practice: today it changes nothing</source>
        <translation>Карточка тренировки: сегодня ничего не меняет</translation>
    </message>
    <message>
        <source>“Please show your own ticket”</source>
        <translation>«Покажите, пожалуйста, свой билет»</translation>
    </message>
    <message>
        <source>This is practice: the real ticket was not recorded</source>
        <translation>Это тренировка: настоящий билет не записан</translation>
    </message>
    <message>
        <source>Scan a card of the practice</source>
        <translation>Отсканируйте карточку тренировки</translation>
    </message>
    <message>
        <source>Group: how many?</source>
        <translation>Группа: сколько?</translation>
    </message>
    <message>
        <source>Exit: {holder}</source>
        <translation>Выход: {holder}</translation>
    </message>
    <message>
        <source>{holder} · paper</source>
        <translation>{holder} · с бумаги</translation>
    </message>
    <message>
        <source>1 · The same person is back</source>
        <translation>1 · Вернулся тот же человек</translation>
    </message>
    <message>
        <source>2 · Somebody else, a copy</source>
        <translation>2 · Другой человек, копия</translation>
    </message>
    <message>
        <source>1 · Came with the group</source>
        <translation>1 · В составе группы</translation>
    </message>
    <message>
        <source>2 · Came apart</source>
        <translation>2 · Отдельно от группы</translation>
    </message>
    <message>
        <source>1 · The wrong ticket</source>
        <translation>1 · Не тот билет</translation>
    </message>
    <message>
        <source>2 · Did not come in</source>
        <translation>2 · Входа не было</translation>
    </message>
    <message>
        <source>3 · Only tried out</source>
        <translation>3 · Просто проба</translation>
    </message>
    <message>
        <source>Copy of a ticket</source>
        <translation>Копия билета</translation>
    </message>
    <message>
        <source>Somebody is inside on this ticket already</source>
        <translation>По этому билету уже есть вход</translation>
    </message>
    <message>
        <source>Call the site manager</source>
        <translation>Позовите руководителя площадки</translation>
    </message>
    <message>
        <source>counted already</source>
        <translation>уже в счёте</translation>
    </message>
    <message>
        <source>Undo this?</source>
        <translation>Отменить?</translation>
    </message>
    <message>
        <source>Recorded at {time}</source>
        <translation>Записано в {time}</translation>
    </message>
    <message>
        <source>Choose why. The record stays, and no longer counts</source>
        <translation>Выберите причину. Запись останется, но не считается</translation>
    </message>
    <message>
        <source>Exit undone</source>
        <translation>Выход отменён</translation>
    </message>
    <message>
        <source>Entry undone</source>
        <translation>Вход отменён</translation>
    </message>
    <message>
        <source>It stood at {time}. The same ticket can be scanned again</source>
        <translation>Отметка была в {time}. Билет можно сканировать снова</translation>
    </message>
    <message>
        <source>Scan the right ticket</source>
        <translation>Отсканируйте нужный билет</translation>
    </message>
    <message>
        <source>Everything recorded earlier is safe</source>
        <translation>Всё, что записано раньше, цело</translation>
    </message>
    <message>
        <source>Mark it on the paper list and call the manager</source>
        <translation>Отметьте на бумажном списке и позовите руководителя</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>№ {number}</translation>
    </message>
    <message>
        <source>time: {time}</source>
        <translation>время {time}</translation>
    </message>
    <message>
        <source>“Welcome! Please follow the signs”</source>
        <translation>«Добро пожаловать! Дальше — по указателям»</translation>
    </message>
    <message>
        <source>“Route {route}. Briefing at {time}, {place}”</source>
        <translation>«Маршрут {route}, инструктаж в {time}, {place}»</translation>
    </message>
    <message>
        <source>“Which school and class is your group from?”</source>
        <translation>«Из какой школы и класса ваша группа?»</translation>
    </message>
    <message>
        <source>“What is your name, and which class are you in?”</source>
        <translation>«Как вас зовут и из какого вы класса?»</translation>
    </message>
    <message>
        <source>“What is your name?”</source>
        <translation>«Как вас зовут?»</translation>
    </message>
    <message>
        <source>not on this kiosk&apos;s list yet</source>
        <translation>нет в списке: билет новее</translation>
    </message>
    <message>
        <source>early: the ticket is for {time}</source>
        <translation>раньше времени: билет на {time}</translation>
    </message>
    <message>
        <source>late: the ticket is for {time}</source>
        <translation>позже времени: билет на {time}</translation>
    </message>
    <message>
        <source>check the date of this kiosk</source>
        <translation>проверьте дату киоска</translation>
    </message>
    <message>
        <source>code typed by hand</source>
        <translation>код введён вручную</translation>
    </message>
    <message>
        <source>back again: counted once</source>
        <translation>снова здесь: в счёте один раз</translation>
    </message>
    <message>
        <source>the group was counted</source>
        <translation>группа пересчитана</translation>
    </message>
    <message>
        <source>no consent to the name</source>
        <translation>без имени: нет согласия</translation>
    </message>
    <message>
        <source>recorded already, at {time}</source>
        <translation>уже записано в {time}</translation>
    </message>
    <message>
        <source>recorded {time}</source>
        <translation>записано {time}</translation>
    </message>
    <message>
        <source>scan recorded {time}</source>
        <translation>скан записан {time}</translation>
    </message>
</context>
<context>
    <name>header</name>
    <message>
        <source>No network for {hours} h · {count} saved</source>
        <translation>Без сети {hours} ч · {count} сохранено</translation>
    </message>
    <message>
        <source>No network · {count} saved</source>
        <translation>Без сети · {count} сохранено</translation>
    </message>
    <message>
        <source>Online · everything sent</source>
        <translation>Связь есть · отправлено всё</translation>
    </message>
    <message>
        <source>Sending… {count}</source>
        <translation>Отправляется… {count}</translation>
    </message>
    <message>
        <source>Online · {count} to send</source>
        <translation>Связь есть · к отправке {count}</translation>
    </message>
    <message>
        <source>No network for {hours} h</source>
        <translation>Без сети {hours} ч</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Без сети</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Отправляется…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Связь есть</translation>
    </message>
    <message>
        <source>Low disk: {size} GB</source>
        <translation>Мало места: {size} ГБ</translation>
    </message>
    <message>
        <source>Camera unplugged</source>
        <translation>Камера отключена</translation>
    </message>
    <message>
        <source>Camera does not work</source>
        <translation>Камера не работает</translation>
    </message>
    <message>
        <source>Scanner unplugged</source>
        <translation>Сканер отключён</translation>
    </message>
    <message>
        <source>Scanner does not work</source>
        <translation>Сканер не работает</translation>
    </message>
    <message>
        <source>Yesterday&apos;s list</source>
        <translation>Список за вчера</translation>
    </message>
    <message>
        <source>List of {day}</source>
        <translation>Список за {day}</translation>
    </message>
</context>
<context>
    <name>menu</name>
    <message>
        <source>Start the day</source>
        <translation>Начать день</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Инструктаж</translation>
    </message>
    <message>
        <source>Who is on the site</source>
        <translation>Кто на площадке</translation>
    </message>
    <message>
        <source>Enter from paper</source>
        <translation>Внести с бумаги</translation>
    </message>
    <message>
        <source>Change who works here</source>
        <translation>Кто за киоском?</translation>
    </message>
    <message>
        <source>Ready for the day?</source>
        <translation>Готов к дню?</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Scanners and camera</source>
        <translation>Сканеры и камера</translation>
    </message>
</context>
<context>
    <name>on_site</name>
    <message>
        <source>{kiosk}: this kiosk, now</source>
        <translation>{kiosk}: этот киоск, сейчас</translation>
    </message>
    <message>
        <source>{kiosk}: no data</source>
        <translation>{kiosk}: данных нет</translation>
    </message>
    <message>
        <source>On the site now</source>
        <translation>Сейчас на площадке</translation>
    </message>
    <message>
        <source>Came in today</source>
        <translation>Вход за день</translation>
    </message>
    <message>
        <source>Exits are not recorded here: these are all who came in</source>
        <translation>Выходы здесь не отмечаются: это все, чей вход записан</translation>
    </message>
    <message>
        <source>Name not given</source>
        <translation>Имя не указано</translation>
    </message>
    <message>
        <source>{inside} of {size}</source>
        <translation>{inside} из {size}</translation>
    </message>
    <message>
        <source>Groups: {count}</source>
        <translation>Группы: {count}</translation>
    </message>
    <message>
        <source>On their own tickets: {count}</source>
        <translation>По своим билетам: {count}</translation>
    </message>
    <message>
        <source>Without a ticket: {count}</source>
        <translation>Без билета: {count}</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>First type the time that stands on the paper: 0945</source>
        <translation>Сначала наберите время с листа: 0945</translation>
    </message>
    <message>
        <source>This time has not come yet: compare it with the paper</source>
        <translation>Это время ещё не наступило: сверьте с листом</translation>
    </message>
    <message>
        <source>Not entered: the entry is recorded already, or the ticket has no more places</source>
        <translation>Не внесено: вход уже записан или в билете больше нет мест</translation>
    </message>
    <message>
        <source>The list has no such ticket: search the name</source>
        <translation>Такого билета нет в списке: найдите по имени</translation>
    </message>
    <message>
        <source>No ticket: register this person as a walk-in at the entrance</source>
        <translation>Билета нет: запишите этого человека на входе как пришедшего без билета</translation>
    </message>
    <message>
        <source>How many came? Type pupils and adults</source>
        <translation>Сколько пришло? Введите школьников и взрослых</translation>
    </message>
    <message>
        <source>Nobody in the list fits. Try fewer letters</source>
        <translation>В списке никто не подходит. Попробуйте меньше букв</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Внести</translation>
    </message>
    <message>
        <source>{count} came already</source>
        <translation>уже пришло {count}</translation>
    </message>
    <message>
        <source>{line} · undone</source>
        <translation>{line} · отменено</translation>
    </message>
    <message>
        <source>From paper: {count}</source>
        <translation>С бумаги: {count}</translation>
    </message>
</context>
<context>
    <name>practice</name>
    <message>
        <source>Card {card} of {all}</source>
        <translation>Карточка {card} из {all}</translation>
    </message>
    <message>
        <source>{score} of {all}</source>
        <translation>{score} из {all}</translation>
    </message>
    <message>
        <source>Show card {card} to the scanner. Green: let in, and read aloud what to say</source>
        <translation>Покажите карточку {card} сканеру. Зелёный — впускайте и прочитайте ответ вслух</translation>
    </message>
    <message>
        <source>Card {card}: a pupil is back from the bus. Scan it, then choose the answer that fits</source>
        <translation>Карточка {card}: школьник вернулся от автобуса. Отсканируйте её и выберите верный ответ</translation>
    </message>
    <message>
        <source>Show card {card} and count: {pupils} pupils and {adults} adults came. Then Enter</source>
        <translation>Покажите карточку {card} и посчитайте: пришли {pupils} школьников и {adults} взрослых. Затем Enter</translation>
    </message>
    <message>
        <source>Show card {card} and read aloud where to go instead</source>
        <translation>Покажите карточку {card} и прочитайте вслух, куда идти</translation>
    </message>
    <message>
        <source>Show card {card}. Red: do not let in, and do what the screen says</source>
        <translation>Покажите карточку {card}. Красный — не впускайте, делайте, как написано на экране</translation>
    </message>
    <message>
        <source>Card {card} cannot be scanned. Type the ten digits {code}, then Enter</source>
        <translation>Карточка {card} не сканируется. Наберите десять цифр {code}, затем Enter</translation>
    </message>
    <message>
        <source>Card {card}: the ticket is at home. Type “{name}”, choose {grade}</source>
        <translation>Карточка {card}: билет дома. Наберите «{name}» и выберите {grade}</translation>
    </message>
    <message>
        <source>Card {card}: no ticket, not in the list. Press F4: pupil, grade {walk_in}</source>
        <translation>Карточка {card}: нет ни билета, ни записи. Нажмите F4: школьник, {walk_in} класс</translation>
    </message>
    <message>
        <source>A pupil is back from the bus. Which answer fits?</source>
        <translation>Школьник вернулся от автобуса. Какой ответ верный?</translation>
    </message>
    <message>
        <source>No copy: the same pupil is back from the bus. Scan card {card} again and press 1</source>
        <translation>Это не копия: вернулся тот же школьник. Отсканируйте карточку {card} ещё раз и нажмите 1</translation>
    </message>
    <message>
        <source>Count {pupils} pupils and {adults} adults, then Enter</source>
        <translation>Посчитайте: {pupils} школьников и {adults} взрослых, затем Enter</translation>
    </message>
    <message>
        <source>{counted} counted, {came} came. Press F8, then scan card {card} again</source>
        <translation>Посчитано {counted}, пришло {came}. Нажмите F8 и отсканируйте карточку {card} ещё раз</translation>
    </message>
    <message>
        <source>Scan card {card} again and count: {pupils} pupils and {adults} adults</source>
        <translation>Отсканируйте карточку {card} ещё раз и посчитайте: {pupils} школьников и {adults} взрослых</translation>
    </message>
    <message>
        <source>Right. Red always means stop. Amber: read, and do what it says</source>
        <translation>Верно. Красный — всегда «стоп». Жёлтый: прочтите и сделайте, что сказано</translation>
    </message>
    <message>
        <source>That was somebody else. Press F4 again: pupil, grade {walk_in}</source>
        <translation>Записан кто-то другой. Нажмите F4 ещё раз: школьник, {walk_in} класс</translation>
    </message>
    <message>
        <source>Let in by mistake: the place is another one. Press F8 to take it back</source>
        <translation>Билет в другое место, а вход записан. Нажмите F8, чтобы отменить</translation>
    </message>
    <message>
        <source>Let in by mistake: the ticket is cancelled. Press F8 to take it back</source>
        <translation>Билет отменён, а вход записан. Нажмите F8, чтобы отменить</translation>
    </message>
    <message>
        <source>Not read. Type the ten digits {code}, then Enter</source>
        <translation>Не читается. Наберите десять цифр {code}, затем Enter</translation>
    </message>
    <message>
        <source>{counted} counted, {came} came. Press Esc, then F8 to count anew</source>
        <translation>Посчитано {counted}, пришло {came}. Нажмите Esc, затем F8 и посчитайте заново</translation>
    </message>
    <message>
        <source>Right. It turns green only when the entry is safely recorded</source>
        <translation>Верно. Зелёный загорается, только когда вход надёжно записан</translation>
    </message>
    <message>
        <source>Right. Back again: counted once. A copy: call the manager</source>
        <translation>Верно. Вернулся — второй раз не считаем, копия — зовите руководителя</translation>
    </message>
    <message>
        <source>Right. Stragglers are added by scanning the same ticket again</source>
        <translation>Верно. Опоздавших добавит тот же билет: сканируйте его ещё раз</translation>
    </message>
    <message>
        <source>Right. Nobody leaves without knowing where to go</source>
        <translation>Верно. Никто не уходит, не зная, куда идти</translation>
    </message>
    <message>
        <source>Right. Digits do the same as the code: compare the name</source>
        <translation>Верно. Цифры заменяют код: сверьте имя</translation>
    </message>
    <message>
        <source>Right. A few letters of the name and the class are enough</source>
        <translation>Верно. Хватает нескольких букв имени и класса</translation>
    </message>
    <message>
        <source>Right. The number goes onto a sticker, no name is needed</source>
        <translation>Верно. Номер — на наклейку, имя не нужно</translation>
    </message>
</context>
<context>
    <name>readiness</name>
    <message>
        <source>Looking at the kiosk and the computer…</source>
        <translation>Смотрим на киоск и компьютер…</translation>
    </message>
    <message>
        <source>Not ready yet:</source>
        <translation>Ещё не готов:</translation>
    </message>
    <message>
        <source>Ready. Worth a look:</source>
        <translation>Готов. Стоит посмотреть:</translation>
    </message>
    <message>
        <source>Ready for the day</source>
        <translation>Готов к дню</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Площадка</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Ticket keys</source>
        <translation>Ключи билетов</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Не отправлено</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Диск</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Питание</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Сон</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Сканер</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Тренировка</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>в порядке</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>стоит посмотреть</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>не готово</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Scan the coordinator&apos;s code on the first screen</source>
        <translation>На первом экране сканируйте код от координатора</translation>
    </message>
    <message>
        <source>Connect to a network: the list comes by itself</source>
        <translation>Подключите сеть: список придёт сам</translation>
    </message>
    <message>
        <source>Connect to a network: without keys no ticket passes</source>
        <translation>Подключите сеть: без ключей билеты не пройдут проверку</translation>
    </message>
    <message>
        <source>Compare with a phone; the first records sent confirm it</source>
        <translation>Сверьте с телефоном; подтвердятся с первой отправкой</translation>
    </message>
    <message>
        <source>Set the computer&apos;s date and time</source>
        <translation>Поставьте на компьютере верные дату и время</translation>
    </message>
    <message>
        <source>Set the computer&apos;s time zone to the site&apos;s</source>
        <translation>Поставьте на компьютере часовой пояс площадки</translation>
    </message>
    <message>
        <source>Call the coordinator before the day begins</source>
        <translation>Позвоните координатору до начала дня</translation>
    </message>
    <message>
        <source>Connect to a network: they are sent by it</source>
        <translation>Подключите сеть: записи уйдут сами</translation>
    </message>
    <message>
        <source>Free at least 2 GB: delete films, empty the bin</source>
        <translation>Освободите 2 ГБ: удалите лишнее, очистите корзину</translation>
    </message>
    <message>
        <source>Plug the charger in</source>
        <translation>Подключите зарядку</translation>
    </message>
    <message>
        <source>Switch sleep off in the power settings</source>
        <translation>Выключите сон в настройках питания</translation>
    </message>
    <message>
        <source>Turn it up: the crowd is loud</source>
        <translation>Сделайте громче: в толпе шумно</translation>
    </message>
    <message>
        <source>Scan any ticket</source>
        <translation>Сканируйте любой билет</translation>
    </message>
    <message>
        <source>Connect one, or go without badges</source>
        <translation>Подключите, если нужны бейджи</translation>
    </message>
    <message>
        <source>Look for yourself</source>
        <translation>Посмотрите сами</translation>
    </message>
    <message>
        <source>Let each volunteer play the practice cards</source>
        <translation>Пусть каждый волонтёр пройдёт карточки тренировки</translation>
    </message>
    <message>
        <source>not known on this system</source>
        <translation>неизвестно на этой системе</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>не подключён</translation>
    </message>
    <message>
        <source>people: {count}</source>
        <translation>человек: {count}</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>целы</translation>
    </message>
    <message>
        <source>damaged or not to be read</source>
        <translation>повреждены или не читаются</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>пока никто</translation>
    </message>
    <message>
        <source>{size} GB free</source>
        <translation>свободно {size} ГБ</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>never compared with the server</source>
        <translation>ещё не сверялся с сервером</translation>
    </message>
    <message>
        <source>as of {span} ago</source>
        <translation>сверен {span} назад</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>не подтверждены</translation>
    </message>
    <message>
        <source>right</source>
        <translation>верны</translation>
    </message>
    <message>
        <source>{span} fast</source>
        <translation>спешат на {span}</translation>
    </message>
    <message>
        <source>{span} slow</source>
        <translation>отстают на {span}</translation>
    </message>
    <message>
        <source>{count} · the oldest {days} d ago</source>
        <translation>{count} · самая старая {days} дн. назад</translation>
    </message>
    <message>
        <source>plugged in</source>
        <translation>от сети</translation>
    </message>
    <message>
        <source>on battery</source>
        <translation>от батареи</translation>
    </message>
    <message>
        <source>no scan yet</source>
        <translation>ещё не сканировал</translation>
    </message>
    <message>
        <source>seen {span} ago</source>
        <translation>сканировал {span} назад</translation>
    </message>
    <message>
        <source>when idle: not known</source>
        <translation>без дела: неизвестно</translation>
    </message>
    <message>
        <source>when idle: after {minutes} min</source>
        <translation>без дела: через {minutes} мин</translation>
    </message>
    <message>
        <source>when idle: never</source>
        <translation>без дела: никогда</translation>
    </message>
    <message>
        <source>by the lid: not known</source>
        <translation>при закрытой крышке: неизвестно</translation>
    </message>
    <message>
        <source>by the lid: yes</source>
        <translation>при закрытой крышке: да</translation>
    </message>
    <message>
        <source>by the lid: no</source>
        <translation>при закрытой крышке: нет</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} мин</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} ч</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} дн.</translation>
    </message>
</context>
<context>
    <name>reason</name>
    <message>
        <source>The ticket is for: {site}. Why let in here?</source>
        <translation>Билет на площадку: {site}. Почему впускаем у нас?</translation>
    </message>
    <message>
        <source>The ticket is for another site. Why let in?</source>
        <translation>Билет на другую площадку. Почему впускаем?</translation>
    </message>
    <message>
        <source>The ticket is for another day. Why let in?</source>
        <translation>Билет на другой день. Почему впускаем?</translation>
    </message>
    <message>
        <source>The ticket is for another time. Why let in?</source>
        <translation>Билет на другое время. Почему впускаем?</translation>
    </message>
    <message>
        <source>The ticket was cancelled. Why let in?</source>
        <translation>Билет отменён. Почему впускаем?</translation>
    </message>
    <message>
        <source>There is no clearance. Why let in?</source>
        <translation>Допуска нет. Почему впускаем?</translation>
    </message>
    <message>
        <source>Came together with a group of this site</source>
        <translation>Вместе со своей группой</translation>
    </message>
    <message>
        <source>Too late to reach the other site</source>
        <translation>Туда уже не успеть</translation>
    </message>
    <message>
        <source>The other site does not receive today</source>
        <translation>Та площадка сегодня не принимает</translation>
    </message>
    <message>
        <source>The ticket or the list is mistaken</source>
        <translation>Ошибка в билете или в списке</translation>
    </message>
    <message>
        <source>Cleared just now</source>
        <translation>Допуск только что дали</translation>
    </message>
    <message>
        <source>The site manager&apos;s decision</source>
        <translation>Решение руководителя площадки</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Group {grade}</source>
        <translation>Группа {grade}</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>не пересчитана</translation>
    </message>
    <message>
        <source>without a ticket</source>
        <translation>без билета</translation>
    </message>
    <message>
        <source>{heads} of {size} of the group in</source>
        <translation>из группы пришли {heads} из {size}</translation>
    </message>
    <message>
        <source>{heads} in at {time}</source>
        <translation>вход {heads} в {time}</translation>
    </message>
    <message>
        <source>in at {time}</source>
        <translation>вход в {time}</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>One more letter</source>
        <translation>Ещё одну букву</translation>
    </message>
    <message>
        <source>Nobody in the list fits. Try fewer letters</source>
        <translation>В списке таких нет. Попробуйте меньше букв</translation>
    </message>
</context>
<context>
    <name>self-test</name>
    <message>
        <source>Scan any code</source>
        <translation>Отсканируйте любой код</translation>
    </message>
    <message>
        <source>Try every scanner with a ticket, one after the other</source>
        <translation>Проверьте билетом каждый сканер по очереди</translation>
    </message>
    <message>
        <source>This scanner works</source>
        <translation>Сканер работает</translation>
    </message>
    <message>
        <source>It types Russian letters and works</source>
        <translation>Печатает русскими буквами и работает</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Включён Caps Lock</translation>
    </message>
    <message>
        <source>The scanner sends no Enter</source>
        <translation>Сканер не нажимает Enter</translation>
    </message>
    <message>
        <source>The scanner types slowly</source>
        <translation>Сканер печатает медленно</translation>
    </message>
    <message>
        <source>The layout changed during the scan</source>
        <translation>Раскладка сменилась во время скана</translation>
    </message>
    <message>
        <source>Unreadable characters came</source>
        <translation>Пришли нечитаемые символы</translation>
    </message>
    <message>
        <source>A part of the code got lost</source>
        <translation>Часть кода потерялась</translation>
    </message>
    <message>
        <source>Nothing needs to be changed</source>
        <translation>Менять ничего не нужно</translation>
    </message>
    <message>
        <source>Tickets are read all the same</source>
        <translation>Билеты всё равно читаются</translation>
    </message>
    <message>
        <source>Tickets are read all the same. Switch it off, for the other codes&apos; sake</source>
        <translation>Билеты всё равно читаются. Выключите его ради других кодов</translation>
    </message>
    <message>
        <source>Tickets are read all the same. Scan “Suffix: Enter (CR)” in its manual</source>
        <translation>Билеты всё равно читаются. Отсканируйте в его инструкции «Суффикс: Enter (CR)»</translation>
    </message>
    <message>
        <source>Set its pause between characters to 0 with the code in its manual</source>
        <translation>Кодом из его инструкции поставьте паузу между символами 0</translation>
    </message>
    <message>
        <source>Switch off the program that changes the layout by itself</source>
        <translation>Выключите программу, которая сама меняет раскладку (Punto Switcher)</translation>
    </message>
    <message>
        <source>Set the scanner to 9600 baud, 8 bits, no parity, as its manual says</source>
        <translation>Настройте сканер по инструкции: 9600 бод, 8 бит, без чётности</translation>
    </message>
    <message>
        <source>Plug it into the computer without a hub, and scan again</source>
        <translation>Подключите его прямо в компьютер, без разветвителя, и отсканируйте снова</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>Сканер-клавиатура</translation>
    </message>
    <message>
        <source>Scanner at a port</source>
        <translation>Сканер на порту</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Камера</translation>
    </message>
    <message>
        <source>scan at {time}</source>
        <translation>скан в {time}</translation>
    </message>
    <message>
        <source>no scan yet</source>
        <translation>сканов ещё не было</translation>
    </message>
    <message>
        <source>for exits</source>
        <translation>на выход</translation>
    </message>
    <message>
        <source>on</source>
        <translation>вкл.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
    <message>
        <source>scan to see</source>
        <translation>отсканируйте</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не видно</translation>
    </message>
    <message>
        <source>unplugged</source>
        <translation>нет связи</translation>
    </message>
    <message>
        <source>taken by another program</source>
        <translation>занято другой программой</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>не работает</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Что пришло</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Символов</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Нажатий</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Раскладка</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Caps Lock</translation>
    </message>
    <message>
        <source>After the code</source>
        <translation>После кода</translation>
    </message>
    <message>
        <source>Time per key</source>
        <translation>На символ</translation>
    </message>
    <message>
        <source>{pace} ms</source>
        <translation>{pace} мс</translation>
    </message>
    <message>
        <source>a ticket</source>
        <translation>билет</translation>
    </message>
    <message>
        <source>ten digits</source>
        <translation>10 цифр</translation>
    </message>
    <message>
        <source>another code</source>
        <translation>другой код</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>латиница</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>русская</translation>
    </message>
    <message>
        <source>both</source>
        <translation>обе</translation>
    </message>
    <message>
        <source>digits only</source>
        <translation>только цифры</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Ask for clearance</source>
        <translation>Проверять допуск</translation>
    </message>
    <message>
        <source>Record exits</source>
        <translation>Отмечать выход</translation>
    </message>
    <message>
        <source>Keep to the ticket&apos;s time</source>
        <translation>Соблюдать время билета</translation>
    </message>
    <message>
        <source>Trials after the briefing only</source>
        <translation>Пробы только после инструктажа</translation>
    </message>
    <message>
        <source>Hide names in the search</source>
        <translation>Скрывать имена в поиске</translation>
    </message>
    <message>
        <source>No entry before the site has cleared them</source>
        <translation>Без согласованного допуска входа нет</translation>
    </message>
    <message>
        <source>The kiosk knows who is on the site now</source>
        <translation>Видно, кто сейчас на площадке</translation>
    </message>
    <message>
        <source>Not admitted too early or too late</source>
        <translation>Рано или поздно — входа нет</translation>
    </message>
    <message>
        <source>Without its mark no result is written</source>
        <translation>Без отметки результат не записать</translation>
    </message>
    <message>
        <source>Until two letters and a class or school</source>
        <translation>До двух букв и класса или школы</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мин</translation>
    </message>
    <message>
        <source>{volume} %</source>
        <translation>{volume} %</translation>
    </message>
    <message>
        <source>The entrance needs a name of 1 to 40 characters</source>
        <translation>Название входа: от 1 до 40 символов</translation>
    </message>
    <message>
        <source>The changes are not saved</source>
        <translation>Изменения не сохранены</translation>
    </message>
</context>
<context>
    <name>sign_in</name>
    <message>
        <source>Volunteer</source>
        <translation>Волонтёр</translation>
    </message>
    <message>
        <source>Instructor</source>
        <translation>Мастер</translation>
    </message>
    <message>
        <source>Site manager</source>
        <translation>Руководитель площадки</translation>
    </message>
    <message>
        <source>Nobody is called «{letters}»: erase a letter</source>
        <translation>На «{letters}» никого нет — сотрите букву</translation>
    </message>
    <message>
        <source>Names with «{letters}»</source>
        <translation>Имена на «{letters}»</translation>
    </message>
    <message>
        <source>Names with «{letters}»: {count} more</source>
        <translation>Имена на «{letters}»: ещё {count}</translation>
    </message>
    <message>
        <source>{count} more: type the name</source>
        <translation>Ещё {count} — начните вводить имя</translation>
    </message>
    <message>
        <source>Locked for {time}: too many tries</source>
        <translation>Закрыт на {time}: много ошибок</translation>
    </message>
    <message>
        <source>This is not the PIN. {tries}</source>
        <translation>Не подошёл. {tries}</translation>
    </message>
    <message>
        <source>This is not the code. {tries}</source>
        <translation>Не подошёл. {tries}</translation>
    </message>
    <message>
        <source>Choose a name first</source>
        <translation>Сначала выберите имя</translation>
    </message>
    <message>
        <source>No PIN: show the badge</source>
        <translation>ПИНа нет — покажите бейдж</translation>
    </message>
    <message>
        <source>This kiosk has no recovery code</source>
        <translation>Кода восстановления у киоска нет</translation>
    </message>
    <message>
        <source>Not on the list any more</source>
        <translation>Этого имени в списке больше нет</translation>
    </message>
    <message>
        <source>This badge is not on the list</source>
        <translation>Этого бейджа нет в списке</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мин</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} с</translation>
    </message>
</context>
<context>
    <name>start_day</name>
    <message>
        <source>The day started at {time}</source>
        <translation>День начат в {time}</translation>
    </message>
    <message>
        <source>Start the day</source>
        <translation>Начать день</translation>
    </message>
    <message>
        <source>Every scan counts.</source>
        <translation>Каждый скан идёт в счёт.</translation>
    </message>
    <message>
        <source>Nothing was scanned at this kiosk before. Counting begins now.</source>
        <translation>До сих пор на этой точке ничего не сканировали. Счёт начинается сейчас.</translation>
    </message>
</context>
<context>
    <name>walk_in</name>
    <message>
        <source>One person</source>
        <translation>Один человек</translation>
    </message>
    <message>
        <source>K</source>
        <translation>К</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Class without tickets</source>
        <translation>Класс без билетов</translation>
    </message>
    <message>
        <source>“Your class is number {label}: say it at each trial”</source>
        <translation>«Номер вашего класса — {label}: называйте его на пробах»</translation>
    </message>
    <message>
        <source>“This is your number: {label}. Say it at each trial”</source>
        <translation>«Ваш номер — {label}: называйте его на пробах»</translation>
    </message>
</context>
</TS>
