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
        <source>%n trials without an entry</source>
        <translation>
            <numerusform>%n trial without an entry</numerusform>
            <numerusform>%n trials without an entry</numerusform>
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
</TS>
