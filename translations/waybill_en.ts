<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Discovery</name>
    <message numerus="yes">
        <source>%n endpoint(s) belong to no organization and are listed by their own name.</source>
        <translation>
            <numerusform>%n endpoint belongs to no organization and is listed by its own name.</numerusform>
            <numerusform>%n endpoints belong to no organization and are listed by their own name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization reference(s) point to an endpoint that is not in the list.</source>
        <translation>
            <numerusform>%n organization reference points to an endpoint that is not in the list.</numerusform>
            <numerusform>%n organization references point to an endpoint that is not in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s) have no endpoint and are left out.</source>
        <translation>
            <numerusform>%n organization has no endpoint and is left out.</numerusform>
            <numerusform>%n organizations have no endpoint and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s) of other types were left out.</source>
        <translation>
            <numerusform>%n resource of another type was left out.</numerusform>
            <numerusform>%n resources of other types were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) repeat an address that is in the list already.</source>
        <translation>
            <numerusform>%n row repeats an address that is in the list already.</numerusform>
            <numerusform>%n rows repeat an address that is in the list already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without an address were left out.</source>
        <translation>
            <numerusform>%n row without an address was left out.</numerusform>
            <numerusform>%n rows without an address were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) without an address were left out.</source>
        <translation>
            <numerusform>%n line without an address was left out.</numerusform>
            <numerusform>%n lines without an address were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server asks to come back in %n second(s).</source>
        <translation>
            <numerusform>The server asks to come back in %n second.</numerusform>
            <numerusform>The server asks to come back in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer is %n second(s) behind the server.</source>
        <translation>
            <numerusform>This computer is %n second behind the server.</numerusform>
            <numerusform>This computer is %n seconds behind the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer is %n second(s) ahead of the server.</source>
        <translation>
            <numerusform>This computer is %n second ahead of the server.</numerusform>
            <numerusform>This computer is %n seconds ahead of the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Group(s) without id and identifier were left out.</source>
        <translation>
            <numerusform>%n Group without id and identifier was left out.</numerusform>
            <numerusform>%n Groups without id and identifier were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message numerus="yes">
        <source>%n line(s) are not as they should be; the first is line %1: %2</source>
        <translation>
            <numerusform>%n line is not as it should be: line %1: %2</numerusform>
            <numerusform>%n lines are not as they should be; the first is line %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message numerus="yes">
        <source>%1: checked more than %n day(s) ago.</source>
        <translation>
            <numerusform>%1: checked more than %n day ago.</numerusform>
            <numerusform>%1: checked more than %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message numerus="yes">
        <source>This JWK Set holds %n private key(s).</source>
        <translation>
            <numerusform>This JWK Set holds %n private key.</numerusform>
            <numerusform>This JWK Set holds %n private keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Monitor</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n status request(s)</source>
        <translation>
            <numerusform>%n status request</numerusform>
            <numerusform>%n status requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked to slow down</source>
        <translation>
            <numerusform>%n asked to slow down</numerusform>
            <numerusform>%n asked to slow down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a good answer</source>
        <translation>
            <numerusform>%n without a good answer</numerusform>
            <numerusform>%n without a good answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Onboarding</name>
    <message numerus="yes">
        <source>%n other practice(s) still sign with the old key: rotate them first.</source>
        <translation>
            <numerusform>%n other practice still signs with the old key: rotate it first.</numerusform>
            <numerusform>%n other practices still sign with the old key: rotate them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>A full export is due: the last one is %n days old. %1</source>
        <translation>
            <numerusform>A full export is due: the last one is %n day old. %1</numerusform>
            <numerusform>A full export is due: the last one is %n days old. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rotation</name>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other practice(s) still sign with the old key: rotate them first.</source>
        <translation>
            <numerusform>%n other practice still signs with the old key: rotate it first.</numerusform>
            <numerusform>%n other practices still sign with the old key: rotate them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::run::FindCommand</name>
    <message numerus="yes">
        <source>The expression was given up on %n line(s): it costs too much there.</source>
        <translation>
            <numerusform>The expression was given up on %n line: it costs too much there.</numerusform>
            <numerusform>The expression was given up on %n lines: it costs too much there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ui::AllKeysPresenter</name>
    <message numerus="yes">
        <source>%n practice(s): %1</source>
        <translation>
            <numerusform>%n practice: %1</numerusform>
            <numerusform>%n practices: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ui::FilesModel</name>
    <message numerus="yes">
        <source>all %n file(s) verified</source>
        <translation>
            <numerusform>%n file verified</numerusform>
            <numerusform>all %n files verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>verified, %n line(s) with problems</source>
        <translation>
            <numerusform>verified, %n line with problems</numerusform>
            <numerusform>verified, %n lines with problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ui::KeyPagePresenter</name>
    <message numerus="yes">
        <source>%n practice(s): %1</source>
        <translation>
            <numerusform>%n practice: %1</numerusform>
            <numerusform>%n practices: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ui::MilestonesPresenter</name>
    <message numerus="yes">
        <source>asked %n time(s), last %1</source>
        <translation>
            <numerusform>asked %n time, last %1</numerusform>
            <numerusform>asked %n times, last %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) overdue.</source>
        <translation>
            <numerusform>%n answer overdue.</numerusform>
            <numerusform>%n answers overdue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ui::NetworkPresenter</name>
    <message numerus="yes">
        <source>%n own authority(ies) beside the system&apos;s</source>
        <translation>
            <numerusform>%n own authority beside the system&apos;s</numerusform>
            <numerusform>%n own authorities beside the system&apos;s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ui::OverviewStrip</name>
    <message numerus="yes">
        <source>%Ln mark(s) (across)</source>
        <translation>
            <numerusform>%Ln mark (across)</numerusform>
            <numerusform>%Ln marks (across)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ui::StatusLabels</name>
    <message numerus="yes">
        <source>%n export(s) running</source>
        <translation>
            <numerusform>%n export running</numerusform>
            <numerusform>%n exports running</numerusform>
        </translation>
    </message>
</context>
</TS>
