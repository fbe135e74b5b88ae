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
        <source>Try once more</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
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
    <name>ClosingView</name>
    <message>
        <source>Save the proof</source>
        <translation>Сохранить доказательство</translation>
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
    <name>CountsCard</name>
    <message>
        <source>This kiosk</source>
        <translation>Этот киоск</translation>
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
        <translation>Площадка, что известно</translation>
    </message>
    <message>
        <source>{count} of {expected}</source>
        <translation>{count} из {expected}</translation>
    </message>
</context>
<context>
    <name>Devices</name>
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
        <source>{count} records are saved here and not sent yet</source>
        <translation>Сохранено и ещё не отправлено: {count}</translation>
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
        <source>Kiosk</source>
        <translation>Киоск</translation>
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
        <source>SCAN = ENTRANCE</source>
        <translation>СКАН = ВХОД</translation>
    </message>
    <message>
        <source>No network · {count} saved</source>
        <translation>Без сети · {count} сохранено</translation>
    </message>
    <message>
        <source>Online · {count} to send</source>
        <translation>Связь есть · к отправке {count}</translation>
    </message>
    <message>
        <source>Online · everything sent</source>
        <translation>Связь есть · отправлено всё</translation>
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
        <source>no entry recorded</source>
        <translation>нет отметки входа</translation>
    </message>
    <message>
        <source>NOT SAVED: {reason}</source>
        <translation>НЕ ЗАПИСАНО: {reason}</translation>
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
        <source>%n trials without an entry</source>
        <translation>
            <numerusform>%n проба без входа</numerusform>
            <numerusform>%n пробы без входа</numerusform>
            <numerusform>%n проб без входа</numerusform>
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
</context>
<context>
    <name>ReasonRow</name>
    <message>
        <source>Why? The report will name it</source>
        <translation>Почему? Причина войдёт в отчёт</translation>
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
        <source>Comes later</source>
        <translation>Появится позже</translation>
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
    <message>
        <source>In the way: {kiosks}.</source>
        <translation>Мешает {kiosks}:</translation>
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
        <source>Ask. If it fits the ticket, let in; if not, call the manager</source>
        <translation>Спросите. Совпало с билетом — пропустите, нет — позовите руководителя</translation>
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
        <source>The ticket is for another time</source>
        <translation>Билет на другое время</translation>
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
        <source>recorded already, at {time}</source>
        <translation>уже записано в {time}</translation>
    </message>
    <message>
        <source>recorded {time}</source>
        <translation>записано {time}</translation>
    </message>
</context>
</TS>
