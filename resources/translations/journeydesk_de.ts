<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Journeydesk</name>
        <message>
            <location filename="../../journeydesk/domain/words.py" />
            <source>{number}%</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>System</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Set by {variable}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Of the window, from its next start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/tabs/settings/computer/general.py" />
            <source>Numbers and days are written like {sample}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/looks.py" />
            <source>Start again with text at {size} %?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/looks.py" />
            <source>The size holds from the next start. What you typed is kept, and the window comes back as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/looks.py" />
            <source>Start again in the language “{name}”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/looks.py" />
            <source>The language holds from the next start. What you typed is kept, and the window comes back as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../journeydesk/ui/window/looks.py" />
            <source>Start again</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
