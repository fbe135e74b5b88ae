<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places left on the ticket</source>
        <translation>
            <numerusform>%n place left on the ticket</numerusform>
            <numerusform>%n places left on the ticket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pupils</source>
        <translation>
            <numerusform>%n pupil</numerusform>
            <numerusform>%n pupils</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adults</source>
        <translation>
            <numerusform>%n adult</numerusform>
            <numerusform>%n adults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names written down</source>
        <translation>
            <numerusform>%n name written down</numerusform>
            <numerusform>%n names written down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were made at this kiosk before. They are kept as tests and do not count.</source>
        <translation>
            <numerusform>%n record was made at this kiosk before. It is kept as a test and does not count.</numerusform>
            <numerusform>%n records were made at this kiosk before. They are kept as tests and do not count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier records are kept as tests. Every scan counts now.</source>
        <translation>
            <numerusform>%n earlier record is kept as a test. Every scan counts now.</numerusform>
            <numerusform>%n earlier records are kept as tests. Every scan counts now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n records missing</source>
        <translation>
            <numerusform>at least %n record missing</numerusform>
            <numerusform>at least %n records missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets entered twice</source>
        <translation>
            <numerusform>%n ticket entered twice</numerusform>
            <numerusform>%n tickets entered twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups not counted</source>
        <translation>
            <numerusform>%n group not counted</numerusform>
            <numerusform>%n groups not counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied tickets reported</source>
        <translation>
            <numerusform>%n copied ticket reported</numerusform>
            <numerusform>%n copied tickets reported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exceptions allowed</source>
        <translation>
            <numerusform>%n exception allowed</numerusform>
            <numerusform>%n exceptions allowed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>data as of {time}, %n min ago</source>
        <translation>
            <numerusform>data as of {time}, %n min ago</numerusform>
            <numerusform>data as of {time}, %n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trials without an entry</source>
        <translation>
            <numerusform>%n trial without an entry</numerusform>
            <numerusform>%n trials without an entry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kiosks</source>
        <translation>
            <numerusform>%n kiosk</numerusform>
            <numerusform>%n kiosks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the way: {kiosks}.</source>
        <translation>
            <numerusform>In the way: {kiosks}.</numerusform>
            <numerusform>In the way: {kiosks}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kiosks ended</source>
        <translation>
            <numerusform>%n kiosk ended</numerusform>
            <numerusform>%n kiosks ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day not ended</source>
        <translation>
            <numerusform>day not ended</numerusform>
            <numerusform>days not ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records not sent</source>
        <translation>
            <numerusform>%Ln record not sent</numerusform>
            <numerusform>%Ln records not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records are saved here and not sent yet</source>
        <translation>
            <numerusform>%Ln record is saved here and not sent yet</numerusform>
            <numerusform>%Ln records are saved here and not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipts checked</source>
        <translation>
            <numerusform>%n receipt checked</numerusform>
            <numerusform>%n receipts checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of {all} are on the central server, each once</source>
        <translation>
            <numerusform>%Ln record of {all} is on the central server, once</numerusform>
            <numerusform>%Ln records of {all} are on the central server, each once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPlurals</name>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
</context>
</TS>
