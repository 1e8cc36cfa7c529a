<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Archive</name>
    <message>
        <source>Practices off the list</source>
        <translation>Praxen außerhalb der Liste</translation>
    </message>
    <message>
        <source>&amp;Put back on the list</source>
        <translation>&amp;Zurück auf die Liste</translation>
    </message>
    <message>
        <source>No practice was taken off the list.</source>
        <translation>Es wurde keine Praxis von der Liste genommen.</translation>
    </message>
    <message>
        <source>Each comes back as it was: steps, keys, exports and watermarks.</source>
        <translation>Jede kommt zurück, wie sie war: Schritte, Schlüssel, Exporte und Stände.</translation>
    </message>
</context>
<context>
    <name>Auth</name>
    <message>
        <source>The token was not sent: %1 is not one of this practice&apos;s servers.</source>
        <translation>Das Token wurde nicht gesendet: %1 gehört nicht zu den Servern dieser Praxis.</translation>
    </message>
    <message>
        <source>If it is, add it to the practice&apos;s trusted origins.</source>
        <translation>Wenn doch, nehmen Sie ihn in die vertrauten Server (trusted origins) der Praxis auf.</translation>
    </message>
    <message>
        <source>The request already has credentials.</source>
        <translation>Die Anfrage hat schon Anmeldedaten.</translation>
    </message>
    <message>
        <source>The client id is missing.</source>
        <translation>Die Client-ID fehlt.</translation>
    </message>
    <message>
        <source>Enter the client id from the app&apos;s registration.</source>
        <translation>Geben Sie die Client-ID aus der Registrierung der App ein.</translation>
    </message>
    <message>
        <source>The token URL must be an https address.</source>
        <translation>Die Token-URL muss eine https-Adresse sein.</translation>
    </message>
    <message>
        <source>Run the discovery again, or enter the token URL.</source>
        <translation>Führen Sie die Erkundung noch einmal aus oder geben Sie die Token-URL ein.</translation>
    </message>
    <message>
        <source>No scope is asked for.</source>
        <translation>Es wird kein Scope verlangt.</translation>
    </message>
    <message>
        <source>Choose at least one resource type.</source>
        <translation>Wählen Sie mindestens einen Ressourcentyp.</translation>
    </message>
    <message>
        <source>The system gave no random numbers.</source>
        <translation>Das System hat keine Zufallszahlen geliefert.</translation>
    </message>
    <message>
        <source>The client id is wrong, or belongs to the other environment (sandbox or production).</source>
        <translation>Die Client-ID ist falsch oder gehört zur anderen Umgebung (Sandbox oder Produktion).</translation>
    </message>
    <message>
        <source>The key id (kid) is not in the JWK Set that the server sees.</source>
        <translation>Die Schlüssel-ID (kid) steht nicht in dem JWK Set, das der Server sieht.</translation>
    </message>
    <message>
        <source>The server cannot reach the JWKS URL, it is malformed, or its host is not on the server&apos;s allow list (eClinicalWorks support adds it).</source>
        <translation>Der Server erreicht die JWKS-URL nicht, sie ist fehlerhaft, oder ihr Host steht nicht auf der Erlaubnisliste des Servers (der Support von eClinicalWorks trägt ihn ein).</translation>
    </message>
    <message>
        <source>The key was rotated, but the server still has the old JWK Set in its cache.</source>
        <translation>Der Schlüssel wurde gewechselt, aber der Server hat das alte JWK Set noch im Zwischenspeicher.</translation>
    </message>
    <message>
        <source>The server wants another algorithm (eClinicalWorks accepts RS384 only).</source>
        <translation>Der Server verlangt ein anderes Verfahren (eClinicalWorks nimmt nur RS384).</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong.</source>
        <translation>Die Uhr dieses Rechners geht falsch.</translation>
    </message>
    <message>
        <source>The token URL is not the one the server compares the assertion&apos;s audience (aud) with.</source>
        <translation>Die Token-URL ist nicht die, mit der der Server den Empfänger (aud) der Assertion vergleicht.</translation>
    </message>
    <message>
        <source>One of the scopes is unknown or not supported (eClinicalWorks answers this way).</source>
        <translation>Einer der Scopes ist unbekannt oder wird nicht unterstützt (eClinicalWorks antwortet so).</translation>
    </message>
    <message>
        <source>The assertion has expired or is malformed; check this computer&apos;s clock.</source>
        <translation>Die Assertion ist abgelaufen oder fehlerhaft; prüfen Sie die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>The assertion&apos;s id (jti) was used before.</source>
        <translation>Die ID (jti) der Assertion wurde schon einmal verwendet.</translation>
    </message>
    <message>
        <source>A scope was not granted when the app was registered.</source>
        <translation>Ein Scope wurde bei der Registrierung der App nicht gewährt.</translation>
    </message>
    <message>
        <source>The server wants scopes in the other form (system/Patient.read or system/Patient.rs).</source>
        <translation>Der Server verlangt Scopes in der anderen Form (system/Patient.read oder system/Patient.rs).</translation>
    </message>
    <message>
        <source>The app is not registered as a backend service.</source>
        <translation>Die App ist nicht als Backend-Dienst registriert.</translation>
    </message>
    <message>
        <source>The app is not registered as a backend service, or not yet activated.</source>
        <translation>Die App ist nicht als Backend-Dienst registriert oder noch nicht freigeschaltet.</translation>
    </message>
    <message>
        <source>The address is not the token endpoint of a SMART server.</source>
        <translation>Die Adresse ist nicht der Token-Endpunkt eines SMART-Servers.</translation>
    </message>
    <message>
        <source>The server wants a parameter that SMART Backend Services does not have.</source>
        <translation>Der Server verlangt einen Parameter, den SMART Backend Services nicht kennt.</translation>
    </message>
    <message>
        <source>The authorization server has a fault of its own; try again later.</source>
        <translation>Der Autorisierungsserver hat selbst einen Fehler; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>If it stays, write to the server&apos;s support (eClinicalWorks: fhirfighters@eclinicalworks.com).</source>
        <translation>Wenn es so bleibt, schreiben Sie dem Support des Servers (eClinicalWorks: fhirfighters@eclinicalworks.com).</translation>
    </message>
    <message>
        <source>The scope system/Group.read is missing in the token.</source>
        <translation>Im Token fehlt der Scope system/Group.read.</translation>
    </message>
    <message>
        <source>The token has expired.</source>
        <translation>Das Token ist abgelaufen.</translation>
    </message>
    <message>
        <source>The Group id is not valid, or the Group is not enabled for this app.</source>
        <translation>Die ID der Gruppe ist ungültig, oder die Gruppe ist für diese App nicht freigegeben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a scope.</source>
        <translation>„%1“ ist kein Scope.</translation>
    </message>
    <message>
        <source>Write it like system/Patient.read or system/Patient.rs.</source>
        <translation>Schreiben Sie ihn wie system/Patient.read oder system/Patient.rs.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock: it is %1 min behind the server&apos;s.</source>
        <translation>Stellen Sie die Uhr dieses Rechners: Sie geht gegenüber der des Servers %1 min nach.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock: it is %1 min ahead of the server&apos;s.</source>
        <translation>Stellen Sie die Uhr dieses Rechners: Sie geht gegenüber der des Servers %1 min vor.</translation>
    </message>
    <message>
        <source>The authorization server refused the token request: %1.</source>
        <translation>Der Autorisierungsserver hat die Token-Anfrage abgelehnt: %1.</translation>
    </message>
    <message>
        <source>The token endpoint answered with HTTP status %1.</source>
        <translation>Der Token-Endpunkt hat mit dem HTTP-Status %1 geantwortet.</translation>
    </message>
    <message>
        <source>The token endpoint redirects to %1, which is not followed.</source>
        <translation>Der Token-Endpunkt leitet nach %1 um; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>If that address is right, enter it as the token URL.</source>
        <translation>Wenn diese Adresse richtig ist, geben Sie sie als Token-URL ein.</translation>
    </message>
    <message>
        <source>Check the token URL; if it is right, send the details to the server&apos;s operator.</source>
        <translation>Prüfen Sie die Token-URL; wenn sie richtig ist, schicken Sie die Einzelheiten an den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The token endpoint&apos;s answer holds no access token.</source>
        <translation>Die Antwort des Token-Endpunkts enthält kein Zugriffstoken.</translation>
    </message>
    <message>
        <source>The token is of type &quot;%1&quot;; only bearer tokens can be used.</source>
        <translation>Das Token ist vom Typ „%1“; nur Bearer-Token können verwendet werden.</translation>
    </message>
    <message>
        <source>The token endpoint&apos;s answer is not JSON.</source>
        <translation>Die Antwort des Token-Endpunkts ist kein JSON.</translation>
    </message>
    <message>
        <source>The request was signed with a clock shifted by %1 s, but the server&apos;s differs by %2 s: take the shift back, and set this computer&apos;s clock.</source>
        <translation>Die Anfrage wurde mit einer um %1 s verschobenen Uhr signiert, die Uhr des Servers weicht aber um %2 s ab: Nehmen Sie die Verschiebung zurück und stellen Sie die Uhr dieses Computers.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Brings medical practices into FHIR Bulk Data export: keys, discovery, token, Group, export, preview, hand-over.</source>
        <translation>Bringt Arztpraxen in den FHIR-Massenexport: Schlüssel, Erkundung, Token, Gruppe, Export, Ansicht, Übergabe.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Zeigt diese Hilfe.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Zeigt die Version.</translation>
    </message>
    <message>
        <source>Where everything is kept; else WAYBILL_HOME, else the application data folder.</source>
        <translation>Wo alles aufbewahrt wird; sonst WAYBILL_HOME, sonst der Ordner für Anwendungsdaten.</translation>
    </message>
    <message>
        <source>Opens NDJSON files in the viewer at once, also .ndjson.gz; further files may follow.</source>
        <translation>Öffnet NDJSON-Dateien sofort in der Ansicht, auch .ndjson.gz; weitere Dateien können folgen.</translation>
    </message>
    <message>
        <source>Shows this practice: its name, code or id.</source>
        <translation>Zeigt diese Praxis: ihr Name, Code oder ihre ID.</translation>
    </message>
    <message>
        <source>Performs the whole journey on the built-in sandbox and leaves pictures of each step in DIR.</source>
        <translation>Geht den ganzen Weg in der eingebauten Sandbox und legt von jedem Schritt ein Bild in DIR ab.</translation>
    </message>
    <message>
        <source>Further files for the viewer.</source>
        <translation>Weitere Dateien für die Ansicht.</translation>
    </message>
    <message>
        <source>Try --help.</source>
        <translation>Versuchen Sie --help.</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Keep it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why? It is kept in the audit trail.</source>
        <translation>Warum? Es wird im Protokoll der Änderungen festgehalten.</translation>
    </message>
</context>
<context>
    <name>Discovery</name>
    <message>
        <source>Enter the FHIR base URL, for example %1.</source>
        <translation>Geben Sie die FHIR-Basisadresse ein, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>Das ist keine Internetadresse.</translation>
    </message>
    <message>
        <source>Added https:// in front.</source>
        <translation>https:// wurde vorangestellt.</translation>
    </message>
    <message>
        <source>The address holds a user name or password.</source>
        <translation>Die Adresse enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
        <source>Leave out everything before the @: SMART Backend Services signs in with a key.</source>
        <translation>Lassen Sie alles vor dem @ weg: SMART Backend Services meldet sich mit einem Schlüssel an.</translation>
    </message>
    <message>
        <source>The address is not encrypted (http).</source>
        <translation>Die Adresse ist nicht verschlüsselt (http).</translation>
    </message>
    <message>
        <source>Use https; plain http is accepted for this computer only.</source>
        <translation>Nehmen Sie https; einfaches http gilt nur für diesen Rechner.</translation>
    </message>
    <message>
        <source>The address must begin with https.</source>
        <translation>Die Adresse muss mit https beginnen.</translation>
    </message>
    <message>
        <source>Left out “/%1” and what follows it.</source>
        <translation>„/%1“ und was darauf folgt wurde weggelassen.</translation>
    </message>
    <message>
        <source>The host name has letters beyond a to z; on the wire it is %1.</source>
        <translation>Der Hostname enthält Buchstaben außerhalb von a bis z; übertragen wird %1.</translation>
    </message>
    <message>
        <source>Wrote the host name in lower case.</source>
        <translation>Der Hostname wurde klein geschrieben.</translation>
    </message>
    <message>
        <source>This is too long for an address.</source>
        <translation>Das ist zu lang für eine Adresse.</translation>
    </message>
    <message>
        <source>There is no address yet.</source>
        <translation>Es gibt noch keine Adresse.</translation>
    </message>
    <message>
        <source>Left out spaces and quotation marks.</source>
        <translation>Leerzeichen und Anführungszeichen wurden weggelassen.</translation>
    </message>
    <message>
        <source>Left out what follows the path (“?” or “#”).</source>
        <translation>Was auf den Pfad folgt („?“ oder „#“), wurde weggelassen.</translation>
    </message>
    <message>
        <source>The practice code is missing at the end of the address.</source>
        <translation>Am Ende der Adresse fehlt der Praxiscode.</translation>
    </message>
    <message>
        <source>Write it like %1.</source>
        <translation>Schreiben Sie sie so: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s) belong to no organization and are listed by their own name.</source>
        <translation>
            <numerusform>%n Endpunkt gehört zu keiner Organisation und steht unter seinem eigenen Namen.</numerusform>
            <numerusform>%n Endpunkte gehören zu keiner Organisation und stehen unter ihrem eigenen Namen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization reference(s) point to an endpoint that is not in the list.</source>
        <translation>
            <numerusform>%n Verweis einer Organisation zeigt auf einen Endpunkt, der nicht in der Liste ist.</numerusform>
            <numerusform>%n Verweise von Organisationen zeigen auf einen Endpunkt, der nicht in der Liste ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s) have no endpoint and are left out.</source>
        <translation>
            <numerusform>%n Organisation hat keinen Endpunkt und wird weggelassen.</numerusform>
            <numerusform>%n Organisationen haben keinen Endpunkt und werden weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s) of other types were left out.</source>
        <translation>
            <numerusform>%n Ressource eines anderen Typs wurde weggelassen.</numerusform>
            <numerusform>%n Ressourcen anderer Typen wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list says that it has further pages; this is one of them.</source>
        <translation>Die Liste sagt, dass sie weitere Seiten hat; dies ist eine davon.</translation>
    </message>
    <message>
        <source>The CapabilityStatement lists no resource types.</source>
        <translation>Das CapabilityStatement nennt keine Ressourcentypen.</translation>
    </message>
    <message>
        <source>The CapabilityStatement names this version.</source>
        <translation>Das CapabilityStatement nennt diese Version.</translation>
    </message>
    <message>
        <source>eClinicalWorks documents Bulk Data 1.0.1; the server names no version.</source>
        <translation>eClinicalWorks dokumentiert Bulk Data 1.0.1; der Server nennt keine Version.</translation>
    </message>
    <message>
        <source>The server offers bulk export without naming a version; 2.0.0 is the most common.</source>
        <translation>Der Server bietet Massenexport an, ohne eine Version zu nennen; 2.0.0 ist am häufigsten.</translation>
    </message>
    <message>
        <source>The CapabilityStatement does not mention bulk export.</source>
        <translation>Das CapabilityStatement erwähnt keinen Massenexport.</translation>
    </message>
    <message>
        <source>Check the base URL.</source>
        <translation>Prüfen Sie die Basisadresse.</translation>
    </message>
    <message>
        <source>The server answered with a web page or XML: not a CapabilityStatement.</source>
        <translation>Der Server hat mit einer Webseite oder XML geantwortet: kein CapabilityStatement.</translation>
    </message>
    <message>
        <source>The server refused: %1</source>
        <translation>Der Server hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>The answer is not a CapabilityStatement.</source>
        <translation>Die Antwort ist kein CapabilityStatement.</translation>
    </message>
    <message>
        <source>Expected a practice list: a FHIR Bundle of Endpoints, a Lantern file, a CSV table with a header row, or one FHIR base URL a line.</source>
        <translation>Erwartet wird eine Praxisliste: ein FHIR-Bundle mit Endpunkten, eine Lantern-Datei, eine CSV-Tabelle mit Kopfzeile oder eine FHIR-Basisadresse je Zeile.</translation>
    </message>
    <message>
        <source>Reading the practice list was stopped.</source>
        <translation>Das Lesen der Praxisliste wurde angehalten.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>The list holds no practice.</source>
        <translation>Die Liste enthält keine Praxis.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) repeat an address that is in the list already.</source>
        <translation>
            <numerusform>%n Zeile wiederholt eine Adresse, die schon in der Liste steht.</numerusform>
            <numerusform>%n Zeilen wiederholen eine Adresse, die schon in der Liste steht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The saved practice list is damaged.</source>
        <translation>Die gespeicherte Praxisliste ist beschädigt.</translation>
    </message>
    <message>
        <source>Import the list again; an address can be typed by hand meanwhile.</source>
        <translation>Importieren Sie die Liste noch einmal; bis dahin kann eine Adresse von Hand eingegeben werden.</translation>
    </message>
    <message>
        <source>The practice list cannot be saved: %1.</source>
        <translation>Die Praxisliste kann nicht gespeichert werden: %1.</translation>
    </message>
    <message>
        <source>There is no saved practice list yet.</source>
        <translation>Es gibt noch keine gespeicherte Praxisliste.</translation>
    </message>
    <message>
        <source>The saved practice list cannot be opened: %1.</source>
        <translation>Die gespeicherte Praxisliste kann nicht geöffnet werden: %1.</translation>
    </message>
    <message>
        <source>The practice list could not be fetched (HTTP %1).</source>
        <translation>Die Praxisliste konnte nicht geholt werden (HTTP %1).</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>Die Liste ist leer.</translation>
    </message>
    <message>
        <source>The list is UTF-16 or binary; save it as UTF-8 text.</source>
        <translation>Die Liste ist UTF-16 oder binär; speichern Sie sie als UTF-8-Text.</translation>
    </message>
    <message>
        <source>The list is compressed; unpack it first.</source>
        <translation>Die Liste ist gepackt; entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>This is a web page or XML, not a practice list.</source>
        <translation>Das ist eine Webseite oder XML, keine Praxisliste.</translation>
    </message>
    <message>
        <source>The list is larger than %1 MB.</source>
        <translation>Die Liste ist größer als %1 MB.</translation>
    </message>
    <message>
        <source>The practice list cannot be opened: %1.</source>
        <translation>Die Praxisliste kann nicht geöffnet werden: %1.</translation>
    </message>
    <message>
        <source>The practice list cannot be read: %1.</source>
        <translation>Die Praxisliste kann nicht gelesen werden: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without an address were left out.</source>
        <translation>
            <numerusform>%n Zeile ohne Adresse wurde weggelassen.</numerusform>
            <numerusform>%n Zeilen ohne Adresse wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a FHIR %1, not a practice list.</source>
        <translation>Das ist eine FHIR-Ressource %1, keine Praxisliste.</translation>
    </message>
    <message>
        <source>This JSON holds no list of practices.</source>
        <translation>Dieses JSON enthält keine Liste von Praxen.</translation>
    </message>
    <message>
        <source>The list is not UTF-8 text.</source>
        <translation>Die Liste ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>The list ends in the middle: it was not downloaded completely.</source>
        <translation>Die Liste endet mittendrin: Sie wurde nicht vollständig heruntergeladen.</translation>
    </message>
    <message>
        <source>The list is not valid JSON.</source>
        <translation>Die Liste ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>There is not enough memory to read the list.</source>
        <translation>Der Speicher reicht nicht aus, um die Liste zu lesen.</translation>
    </message>
    <message>
        <source>The table has no column for the address; its columns are: %1.</source>
        <translation>Die Tabelle hat keine Spalte für die Adresse; ihre Spalten sind: %1.</translation>
    </message>
    <message>
        <source>The table ends inside a quotation: it is not complete.</source>
        <translation>Die Tabelle endet innerhalb von Anführungszeichen: Sie ist nicht vollständig.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) without an address were left out.</source>
        <translation>
            <numerusform>%n Zeile ohne Adresse wurde weggelassen.</numerusform>
            <numerusform>%n Zeilen ohne Adresse wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server asks to come back in %n second(s).</source>
        <translation>
            <numerusform>Der Server bittet, in %n Sekunde wiederzukommen.</numerusform>
            <numerusform>Der Server bittet, in %n Sekunden wiederzukommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>CapabilityStatement</source>
        <translation>CapabilityStatement</translation>
    </message>
    <message>
        <source>%1 %2, FHIR %3, %4 resource types.</source>
        <translation>%1 %2, FHIR %3, %4 Ressourcentypen.</translation>
    </message>
    <message>
        <source>Waybill is made for FHIR R4 (4.0).</source>
        <translation>Waybill ist für FHIR R4 (4.0) gemacht.</translation>
    </message>
    <message>
        <source>Bulk export</source>
        <translation>Massenexport</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Offered at these levels: %1.</source>
        <translation>Angeboten auf diesen Ebenen: %1.</translation>
    </message>
    <message>
        <source>The server does not list an export operation; it may still have one.</source>
        <translation>Der Server nennt keine Exportoperation; er kann trotzdem eine haben.</translation>
    </message>
    <message>
        <source>Not at Group level.</source>
        <translation>Nicht auf der Ebene der Gruppe.</translation>
    </message>
    <message>
        <source>Bulk Data version</source>
        <translation>Version von Bulk Data</translation>
    </message>
    <message>
        <source>The host belongs to eClinicalWorks.</source>
        <translation>Der Host gehört zu eClinicalWorks.</translation>
    </message>
    <message>
        <source>The CapabilityStatement says “%1”.</source>
        <translation>Das CapabilityStatement sagt „%1“.</translation>
    </message>
    <message>
        <source>Nothing says that this is a vendor with rules of its own.</source>
        <translation>Nichts deutet auf einen Hersteller mit eigenen Regeln.</translation>
    </message>
    <message>
        <source>Where tokens come from</source>
        <translation>Woher Token kommen</translation>
    </message>
    <message>
        <source>Neither document names a token endpoint.</source>
        <translation>Keines der beiden Dokumente nennt einen Token-Endpunkt.</translation>
    </message>
    <message>
        <source>Check the base URL, or enter the token endpoint by hand.</source>
        <translation>Prüfen Sie die Basisadresse oder geben Sie den Token-Endpunkt von Hand ein.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>It is not encrypted (https) and is not used.</source>
        <translation>Er ist nicht verschlüsselt (https) und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The token endpoint is not encrypted (https).</source>
        <translation>Der Token-Endpunkt ist nicht verschlüsselt (https).</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator to correct its metadata.</source>
        <translation>Bitten Sie den Betreiber des Servers, seine Metadaten zu berichtigen.</translation>
    </message>
    <message>
        <source>It was on %1 before: confirm the change first.</source>
        <translation>Vorher war er auf %1: Bestätigen Sie zuerst den Wechsel.</translation>
    </message>
    <message>
        <source>The token endpoint has moved from %1 to %2.</source>
        <translation>Der Token-Endpunkt ist von %1 nach %2 umgezogen.</translation>
    </message>
    <message>
        <source>Confirm the new host, or ask the practice&apos;s vendor.</source>
        <translation>Bestätigen Sie den neuen Host oder fragen Sie den Hersteller der Praxissoftware.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>The server sent no date to compare with.</source>
        <translation>Der Server hat kein Datum zum Vergleichen geschickt.</translation>
    </message>
    <message>
        <source>This computer and the server agree.</source>
        <translation>Dieser Rechner und der Server stimmen überein.</translation>
    </message>
    <message numerus="yes">
        <source>This computer is %n second(s) behind the server.</source>
        <translation>
            <numerusform>Dieser Rechner geht gegenüber dem Server %n Sekunde nach.</numerusform>
            <numerusform>Dieser Rechner geht gegenüber dem Server %n Sekunden nach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer is %n second(s) ahead of the server.</source>
        <translation>
            <numerusform>Dieser Rechner geht gegenüber dem Server %n Sekunde vor.</numerusform>
            <numerusform>Dieser Rechner geht gegenüber dem Server %n Sekunden vor.</numerusform>
        </translation>
    </message>
    <message>
        <source>The signed assertion will be rejected: set the clock.</source>
        <translation>Die signierte Assertion wird abgelehnt werden: Stellen Sie die Uhr.</translation>
    </message>
    <message>
        <source>Set the clock before it becomes a problem.</source>
        <translation>Stellen Sie die Uhr, bevor es zum Problem wird.</translation>
    </message>
    <message>
        <source>SMART configuration</source>
        <translation>SMART-Konfiguration</translation>
    </message>
    <message>
        <source>There is none here (HTTP %1); the CapabilityStatement may name the token endpoint.</source>
        <translation>Hier gibt es keine (HTTP %1); vielleicht nennt das CapabilityStatement den Token-Endpunkt.</translation>
    </message>
    <message>
        <source>Found and readable.</source>
        <translation>Gefunden und lesbar.</translation>
    </message>
    <message>
        <source>It could not be fetched (HTTP %1).</source>
        <translation>Sie konnte nicht geholt werden (HTTP %1).</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>as the profile says</source>
        <translation>wie im Profil</translation>
    </message>
    <message>
        <source>from the SMART configuration</source>
        <translation>aus der SMART-Konfiguration</translation>
    </message>
    <message>
        <source>from the CapabilityStatement (deprecated there)</source>
        <translation>aus dem CapabilityStatement (dort veraltet)</translation>
    </message>
    <message>
        <source>test system?</source>
        <translation>Testsystem?</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>not FHIR REST</source>
        <translation>kein FHIR REST</translation>
    </message>
    <message>
        <source>not FHIR R4</source>
        <translation>nicht FHIR R4</translation>
    </message>
    <message>
        <source>patient host</source>
        <translation>Host für Patienten</translation>
    </message>
    <message>
        <source>unknown host</source>
        <translation>unbekannter Host</translation>
    </message>
    <message>
        <source>unusable address</source>
        <translation>unbrauchbare Adresse</translation>
    </message>
    <message>
        <source>FHIR Bundle</source>
        <translation>FHIR-Bundle</translation>
    </message>
    <message>
        <source>Lantern list</source>
        <translation>Lantern-Liste</translation>
    </message>
    <message>
        <source>JSON list</source>
        <translation>JSON-Liste</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>list of addresses</source>
        <translation>Liste von Adressen</translation>
    </message>
    <message>
        <source>The new list has only %1 practices; the one from %2 has %3.</source>
        <translation>Die neue Liste hat nur %1 Praxen; die vom %2 hat %3.</translation>
    </message>
    <message>
        <source>The old list is kept. Import the new one from a file if it is right.</source>
        <translation>Die alte Liste bleibt. Importieren Sie die neue aus einer Datei, wenn sie richtig ist.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>0 (empty)</source>
        <translation>0 (leer)</translation>
    </message>
    <message>
        <source>Removed invisible characters.</source>
        <translation>Unsichtbare Zeichen wurden entfernt.</translation>
    </message>
    <message>
        <source>Removed spaces or quotation marks around it.</source>
        <translation>Leerzeichen oder Anführungszeichen darum herum wurden entfernt.</translation>
    </message>
    <message>
        <source>Took the Group id out of the address.</source>
        <translation>Die ID der Gruppe wurde der Adresse entnommen.</translation>
    </message>
    <message>
        <source>There is no Group id yet.</source>
        <translation>Es gibt noch keine ID einer Gruppe.</translation>
    </message>
    <message>
        <source>A Group id holds no spaces and none of / ? # % \.</source>
        <translation>Die ID einer Gruppe enthält keine Leerzeichen und keines von / ? # % \.</translation>
    </message>
    <message>
        <source>Longer than the 64 characters that FHIR allows; it is sent as it is.</source>
        <translation>Länger als die 64 Zeichen, die FHIR erlaubt; sie wird gesendet, wie sie ist.</translation>
    </message>
    <message>
        <source>The Group is not active.</source>
        <translation>Die Gruppe ist nicht aktiv.</translation>
    </message>
    <message>
        <source>The Group is of type “%1”, not of persons.</source>
        <translation>Die Gruppe ist vom Typ „%1“, nicht aus Personen.</translation>
    </message>
    <message>
        <source>The Group has a modifier we do not know: do not assume who is a member.</source>
        <translation>Die Gruppe hat einen Modifikator, den wir nicht kennen: Nehmen Sie nicht an, wer Mitglied ist.</translation>
    </message>
    <message>
        <source>Enter the Group id by hand, or check the base URL.</source>
        <translation>Geben Sie die ID der Gruppe von Hand ein oder prüfen Sie die Basisadresse.</translation>
    </message>
    <message>
        <source>The server answered with a web page instead of a list of Groups.</source>
        <translation>Der Server hat mit einer Webseite statt mit einer Liste von Gruppen geantwortet.</translation>
    </message>
    <message>
        <source>The list of Groups is not readable JSON.</source>
        <translation>Die Liste der Gruppen ist kein lesbares JSON.</translation>
    </message>
    <message>
        <source>The list of Groups is not complete JSON.</source>
        <translation>Die Liste der Gruppen ist kein vollständiges JSON.</translation>
    </message>
    <message>
        <source>The answer is not a list of Groups (a FHIR Bundle).</source>
        <translation>Die Antwort ist keine Liste von Gruppen (ein FHIR-Bundle).</translation>
    </message>
    <message numerus="yes">
        <source>%n Group(s) without id and identifier were left out.</source>
        <translation>
            <numerusform>%n Gruppe ohne id und identifier wurde weggelassen.</numerusform>
            <numerusform>%n Gruppen ohne id und identifier wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not list its Groups (HTTP %1).</source>
        <translation>Der Server listet seine Gruppen nicht auf (HTTP %1).</translation>
    </message>
    <message>
        <source>Enter the Group id by hand.</source>
        <translation>Geben Sie die ID der Gruppe von Hand ein.</translation>
    </message>
    <message>
        <source>The server&apos;s next page is one we have read already; stopped there.</source>
        <translation>Die nächste Seite des Servers ist eine schon gelesene; dort wurde aufgehört.</translation>
    </message>
    <message>
        <source>The next page is on %1, which may not see the token yet.</source>
        <translation>Die nächste Seite liegt auf %1; dorthin darf das Token noch nicht.</translation>
    </message>
    <message>
        <source>“%1” is not an address.</source>
        <translation>„%1“ ist keine Adresse.</translation>
    </message>
    <message>
        <source>“%1” is relative and was read as below the FHIR base URL.</source>
        <translation>„%1“ ist relativ und wurde unterhalb der FHIR-Basisadresse gelesen.</translation>
    </message>
    <message>
        <source>“%1” is required by SMART but missing.</source>
        <translation>„%1“ verlangt SMART, aber es fehlt.</translation>
    </message>
    <message>
        <source>“%1” is of the wrong type and was ignored.</source>
        <translation>„%1“ ist vom falschen Typ und wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>Check the base URL; the CapabilityStatement is asked instead.</source>
        <translation>Prüfen Sie die Basisadresse; stattdessen wird das CapabilityStatement gefragt.</translation>
    </message>
    <message>
        <source>“%1” is offered.</source>
        <translation>„%1“ wird angeboten.</translation>
    </message>
    <message>
        <source>The server does not say.</source>
        <translation>Der Server sagt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is not among what the server lists: %2.</source>
        <translation>„%1“ ist nicht unter dem, was der Server nennt: %2.</translation>
    </message>
    <message>
        <source>Token endpoint</source>
        <translation>Token-Endpunkt</translation>
    </message>
    <message>
        <source>%1 is not encrypted (https).</source>
        <translation>%1 ist nicht verschlüsselt (https).</translation>
    </message>
    <message>
        <source>%1 is on another host than the FHIR server; make sure that it belongs to it.</source>
        <translation>%1 liegt auf einem anderen Host als der FHIR-Server; vergewissern Sie sich, dass er dazugehört.</translation>
    </message>
    <message>
        <source>Signature algorithm</source>
        <translation>Signaturverfahren</translation>
    </message>
    <message>
        <source>The server does not say; the %1 profile says %2.</source>
        <translation>Der Server sagt es nicht; das Profil %1 sagt %2.</translation>
    </message>
    <message>
        <source>Your key is for %1.</source>
        <translation>Ihr Schlüssel ist für %1.</translation>
    </message>
    <message>
        <source>Form of the scopes</source>
        <translation>Form der Scopes</translation>
    </message>
    <message>
        <source>Both forms: system/Patient.read and system/Patient.rs.</source>
        <translation>Beide Formen: system/Patient.read und system/Patient.rs.</translation>
    </message>
    <message>
        <source>The first form: system/Patient.read.</source>
        <translation>Die erste Form: system/Patient.read.</translation>
    </message>
    <message>
        <source>The second form: system/Patient.rs.</source>
        <translation>Die zweite Form: system/Patient.rs.</translation>
    </message>
    <message>
        <source>Published scopes</source>
        <translation>Veröffentlichte Scopes</translation>
    </message>
    <message>
        <source>The server does not list its scopes.</source>
        <translation>Der Server listet seine Scopes nicht auf.</translation>
    </message>
    <message>
        <source>%1 scopes, %2 of them for backend services (system/…).</source>
        <translation>%1 Scopes, %2 davon für Backend-Dienste (system/…).</translation>
    </message>
    <message>
        <source>None of the %1 scopes is for backend services (system/…).</source>
        <translation>Keiner der %1 Scopes ist für Backend-Dienste (system/…).</translation>
    </message>
    <message>
        <source>The server answered with a web page: not a SMART configuration.</source>
        <translation>Der Server hat mit einer Webseite geantwortet: keine SMART-Konfiguration.</translation>
    </message>
    <message>
        <source>The answer is not a JSON object: not a SMART configuration.</source>
        <translation>Die Antwort ist kein JSON-Objekt: keine SMART-Konfiguration.</translation>
    </message>
    <message>
        <source>There is no token endpoint in the answer: not a SMART configuration.</source>
        <translation>In der Antwort steht kein Token-Endpunkt: keine SMART-Konfiguration.</translation>
    </message>
    <message>
        <source>Grant for backend services</source>
        <translation>Zulassung für Backend-Dienste</translation>
    </message>
    <message>
        <source>Sign-in with a key</source>
        <translation>Anmeldung mit einem Schlüssel</translation>
    </message>
    <message>
        <source>Asymmetric client authentication</source>
        <translation>Asymmetrische Anmeldung des Clients</translation>
    </message>
    <message>
        <source>The practice creates a Group in eClinicalWorks: Menu &gt; Registry &gt; Registry, save the query as a Group. Then it enables it for this app: Admin &gt; Product Activation &gt; FHIR APIs &gt; Bulk/Backend Apps. The token needs the scope system/Group.read.</source>
        <translation>Die Praxis legt in eClinicalWorks eine Gruppe an: Menu &gt; Registry &gt; Registry, die Abfrage als Gruppe speichern. Dann gibt sie die Gruppe für diese App frei: Admin &gt; Product Activation &gt; FHIR APIs &gt; Bulk/Backend Apps. Das Token braucht den Scope system/Group.read.</translation>
    </message>
    <message>
        <source>The Group changes only when the practice runs its saved report again (Registry &gt; Saved Reports).</source>
        <translation>Die Gruppe ändert sich nur, wenn die Praxis ihren gespeicherten Bericht noch einmal ausführt (Registry &gt; Saved Reports).</translation>
    </message>
    <message>
        <source>Any FHIR server</source>
        <translation>Irgendein FHIR-Server</translation>
    </message>
    <message>
        <source>Ask the practice to create a Group and to let this app see it.</source>
        <translation>Bitten Sie die Praxis, eine Gruppe anzulegen und sie für diese App freizugeben.</translation>
    </message>
    <message>
        <source>The client ID is wrong, or belongs to the other environment (sandbox or production).</source>
        <translation>Die Client-ID ist falsch oder gehört zur anderen Umgebung (Sandbox oder Produktion).</translation>
    </message>
    <message>
        <source>Compare it letter by letter with the registration at the developer portal, in the same environment.</source>
        <translation>Vergleichen Sie sie Zeichen für Zeichen mit der Registrierung im Entwicklerportal, in derselben Umgebung.</translation>
    </message>
    <message>
        <source>This client ID or key serves a practice of the other environment here.</source>
        <translation>Diese Client-ID oder dieser Schlüssel dient hier einer Praxis der anderen Umgebung.</translation>
    </message>
    <message>
        <source>This client got a token here before, so the ID was right then.</source>
        <translation>Dieser Client hat hier schon ein Token bekommen; damals war die ID also richtig.</translation>
    </message>
    <message>
        <source>This client never got a token here, and nothing else is wrong.</source>
        <translation>Dieser Client hat hier nie ein Token bekommen, und sonst ist nichts falsch.</translation>
    </message>
    <message>
        <source>The key ID (kid) is not in the JWK Set that the server sees, or names another key.</source>
        <translation>Die Schlüssel-ID (kid) steht nicht in dem JWK Set, das der Server sieht, oder bezeichnet einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Publish the jwks.json that Waybill saves on the page “Key pair”, then check the hosted copy on the page “Client registration”.</source>
        <translation>Veröffentlichen Sie die jwks.json, die Waybill auf der Seite „Schlüsselpaar“ speichert, und prüfen Sie dann die veröffentlichte Kopie auf der Seite „Registrierung“.</translation>
    </message>
    <message>
        <source>The hosted set has no key with our ID.</source>
        <translation>Das veröffentlichte Set enthält keinen Schlüssel mit unserer ID.</translation>
    </message>
    <message>
        <source>The hosted set has our key ID twice.</source>
        <translation>Das veröffentlichte Set enthält unsere Schlüssel-ID zweimal.</translation>
    </message>
    <message>
        <source>The hosted set has another key under our ID.</source>
        <translation>Das veröffentlichte Set enthält unter unserer ID einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>The hosted set holds a PRIVATE key: take it down and make a new pair.</source>
        <translation>Das veröffentlichte Set enthält einen PRIVATEN Schlüssel: Nehmen Sie es vom Netz und erzeugen Sie ein neues Paar.</translation>
    </message>
    <message>
        <source>The hosted set has our key under its ID, once.</source>
        <translation>Das veröffentlichte Set enthält unseren Schlüssel unter seiner ID, einmal.</translation>
    </message>
    <message>
        <source>The key changed since the last token: paste the new key set at the portal.</source>
        <translation>Der Schlüssel hat sich seit dem letzten Token geändert: Fügen Sie das neue Set im Portal ein.</translation>
    </message>
    <message>
        <source>The JWKS URL cannot be reached, or what it serves is no JWK Set.</source>
        <translation>Die JWKS-URL ist nicht erreichbar, oder was dort liegt, ist kein JWK Set.</translation>
    </message>
    <message>
        <source>Open the address in a browser window without a session: it must show JSON with “keys”.</source>
        <translation>Öffnen Sie die Adresse in einem Browserfenster ohne Anmeldung: Es muss JSON mit „keys“ erscheinen.</translation>
    </message>
    <message>
        <source>From here it gives no key set.</source>
        <translation>Von hier aus liefert sie kein JWK Set.</translation>
    </message>
    <message>
        <source>From here it serves something else than a JWK Set.</source>
        <translation>Von hier aus liefert sie etwas anderes als ein JWK Set.</translation>
    </message>
    <message>
        <source>The key set was pasted; there is no URL.</source>
        <translation>Das Set wurde eingefügt; es gibt keine URL.</translation>
    </message>
    <message>
        <source>From here it serves a JWK Set.</source>
        <translation>Von hier aus liefert sie ein JWK Set.</translation>
    </message>
    <message>
        <source>The host of the JWKS URL is not on the server&apos;s allow list.</source>
        <translation>Der Host der JWKS-URL steht nicht auf der Erlaubnisliste des Servers.</translation>
    </message>
    <message>
        <source>Ask fhirfighters@eclinicalworks.com to add the host; name the client ID and the URL. Ask whether your web server&apos;s log shows a fetch from them.</source>
        <translation>Bitten Sie fhirfighters@eclinicalworks.com, den Host einzutragen; nennen Sie Client-ID und URL. Sehen Sie im Protokoll Ihres Webservers nach, ob von dort etwas abgeholt wurde.</translation>
    </message>
    <message>
        <source>Look into your web server&apos;s log: did the server fetch the key set at all? If not, ask its operator to allow the host.</source>
        <translation>Sehen Sie im Protokoll Ihres Webservers nach: Hat der Server das Set überhaupt abgeholt? Wenn nicht, bitten Sie seinen Betreiber, den Host zu erlauben.</translation>
    </message>
    <message>
        <source>The key set was pasted; the server fetches nothing.</source>
        <translation>Das Set wurde eingefügt; der Server holt nichts ab.</translation>
    </message>
    <message>
        <source>The set is right from here, and this client never got a token.</source>
        <translation>Von hier aus ist das Set richtig, und dieser Client hat nie ein Token bekommen.</translation>
    </message>
    <message>
        <source>The server has read the key set before.</source>
        <translation>Der Server hat das Set schon einmal gelesen.</translation>
    </message>
    <message>
        <source>The key was rotated, but the server still has the old JWK Set in its cache.</source>
        <translation>Der Schlüssel wurde gewechselt, aber der Server hat das alte JWK Set noch im Zwischenspeicher.</translation>
    </message>
    <message>
        <source>Wait until the copy&apos;s max-age and 24 hours have passed, with both keys in the set; sign with the old key until then.</source>
        <translation>Warten Sie, bis max-age der Kopie und 24 Stunden vergangen sind, mit beiden Schlüsseln im Set; signieren Sie bis dahin mit dem alten.</translation>
    </message>
    <message>
        <source>The last token was granted to another key, and the hosted set has the new one.</source>
        <translation>Das letzte Token galt einem anderen Schlüssel, und das veröffentlichte Set enthält den neuen.</translation>
    </message>
    <message>
        <source>The key set was pasted.</source>
        <translation>Das Set wurde eingefügt.</translation>
    </message>
    <message>
        <source>The server wants another algorithm.</source>
        <translation>Der Server verlangt ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>eClinicalWorks accepts RS384 only: make an RSA key on the page “Key pair”.</source>
        <translation>eClinicalWorks nimmt nur RS384: Erzeugen Sie auf der Seite „Schlüsselpaar“ einen RSA-Schlüssel.</translation>
    </message>
    <message>
        <source>Make a key for an algorithm the server lists on the page “Key pair”.</source>
        <translation>Erzeugen Sie auf der Seite „Schlüsselpaar“ einen Schlüssel für ein Verfahren, das der Server nennt.</translation>
    </message>
    <message>
        <source>Our key signs with %1; the server takes %2.</source>
        <translation>Unser Schlüssel signiert mit %1; der Server nimmt %2.</translation>
    </message>
    <message>
        <source>The server takes %1.</source>
        <translation>Der Server nimmt %1.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong, so the assertion has expired or is not valid yet.</source>
        <translation>Die Uhr dieses Rechners geht falsch; die Assertion ist deshalb abgelaufen oder noch nicht gültig.</translation>
    </message>
    <message>
        <source>Let the system set its clock from the network (NTP), then run the doctor again.</source>
        <translation>Lassen Sie das System seine Uhr aus dem Netz stellen (NTP) und untersuchen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Both clocks agree within two minutes.</source>
        <translation>Beide Uhren stimmen auf zwei Minuten überein.</translation>
    </message>
    <message>
        <source>The token URL is not the one the server compares the assertion&apos;s audience (aud) with.</source>
        <translation>Die Token-URL ist nicht die, mit der der Server den Empfänger (aud) der Assertion vergleicht.</translation>
    </message>
    <message>
        <source>Use the token URL exactly as the vendor documents it: host, path and trailing slash count.</source>
        <translation>Verwenden Sie die Token-URL genau so, wie der Hersteller sie angibt: Host, Pfad und Schrägstrich am Ende zählen.</translation>
    </message>
    <message>
        <source>smart-configuration and CapabilityStatement name different token URLs.</source>
        <translation>smart-configuration und CapabilityStatement nennen verschiedene Token-URLs.</translation>
    </message>
    <message>
        <source>The server took this audience before.</source>
        <translation>Der Server hat diesen Empfänger schon einmal angenommen.</translation>
    </message>
    <message>
        <source>One of the scopes is unknown to the server or not registered for this app.</source>
        <translation>Einer der Scopes ist dem Server unbekannt oder für diese App nicht registriert.</translation>
    </message>
    <message>
        <source>Register the scope at the developer portal, or leave its resource type out of the export.</source>
        <translation>Registrieren Sie den Scope im Entwicklerportal oder lassen Sie seinen Ressourcentyp beim Export weg.</translation>
    </message>
    <message>
        <source>One scope alone is granted, all together are not.</source>
        <translation>Ein Scope allein wird gewährt, alle zusammen nicht.</translation>
    </message>
    <message>
        <source>Refused: %1.</source>
        <translation>Abgelehnt: %1.</translation>
    </message>
    <message>
        <source>One scope alone is refused in the same way.</source>
        <translation>Ein Scope allein wird ebenso abgelehnt.</translation>
    </message>
    <message>
        <source>The assertion&apos;s ID (jti) was used before.</source>
        <translation>Die ID (jti) der Assertion wurde schon einmal verwendet.</translation>
    </message>
    <message>
        <source>Waybill makes a new one for every request. Look for a proxy that sends requests twice, and for another program that signs with this key.</source>
        <translation>Waybill erzeugt für jede Anfrage eine neue. Suchen Sie nach einem Proxy, der Anfragen zweimal sendet, und nach einem anderen Programm, das mit diesem Schlüssel signiert.</translation>
    </message>
    <message>
        <source>Scopes and clock are not the reason.</source>
        <translation>Scopes und Uhr sind nicht der Grund.</translation>
    </message>
    <message>
        <source>Another request was granted.</source>
        <translation>Eine andere Anfrage wurde gewährt.</translation>
    </message>
    <message>
        <source>A scope was not granted when the app was registered.</source>
        <translation>Ein Scope wurde bei der Registrierung der App nicht gewährt.</translation>
    </message>
    <message>
        <source>The server wants scopes in the other form (system/Patient.read or system/Patient.rs).</source>
        <translation>Der Server verlangt Scopes in der anderen Form (system/Patient.read oder system/Patient.rs).</translation>
    </message>
    <message>
        <source>Look at scopes_supported and at permission-v1 or permission-v2 in its SMART configuration.</source>
        <translation>Sehen Sie in seiner SMART-Konfiguration nach scopes_supported und nach permission-v1 oder permission-v2.</translation>
    </message>
    <message>
        <source>The form system/Patient.read is granted.</source>
        <translation>Die Form system/Patient.read wird gewährt.</translation>
    </message>
    <message>
        <source>The form system/Patient.rs is granted.</source>
        <translation>Die Form system/Patient.rs wird gewährt.</translation>
    </message>
    <message>
        <source>Its SMART configuration names the other form only.</source>
        <translation>Seine SMART-Konfiguration nennt nur die andere Form.</translation>
    </message>
    <message>
        <source>A scope in this form is granted.</source>
        <translation>Ein Scope in dieser Form wird gewährt.</translation>
    </message>
    <message>
        <source>The app is not registered as a backend service.</source>
        <translation>Die App ist nicht als Backend Service registriert.</translation>
    </message>
    <message>
        <source>Register a backend (system) app at the developer portal; a patient or EHR-launch app cannot be changed into one.</source>
        <translation>Registrieren Sie im Entwicklerportal eine Backend-App (system); eine Patienten- oder EHR-Launch-App lässt sich nicht umwandeln.</translation>
    </message>
    <message>
        <source>The practice has not activated this app yet.</source>
        <translation>Die Praxis hat diese App noch nicht aktiviert (activated).</translation>
    </message>
    <message>
        <source>Look at the waiting steps on the page “Client registration”: the practice enters the activation code, you approve it, the practice presses Activate.</source>
        <translation>Sehen Sie auf der Seite „Registrierung“ nach den wartenden Schritten: Die Praxis gibt den Aktivierungscode ein, Sie stimmen zu, die Praxis drückt „Activate“.</translation>
    </message>
    <message>
        <source>Ask the practice whether the app is enabled for it.</source>
        <translation>Fragen Sie die Praxis, ob die App für sie freigegeben ist.</translation>
    </message>
    <message>
        <source>It was active once: a token was granted before.</source>
        <translation>Sie war schon einmal aktiv: Ein Token wurde gewährt.</translation>
    </message>
    <message>
        <source>The address is not the token endpoint of a SMART server.</source>
        <translation>Die Adresse ist nicht der Token-Endpunkt eines SMART-Servers.</translation>
    </message>
    <message>
        <source>Run the check again so that the address is taken from the server&apos;s own documents.</source>
        <translation>Prüfen Sie noch einmal, damit die Adresse aus den eigenen Dokumenten des Servers kommt.</translation>
    </message>
    <message>
        <source>The authorization server has a fault of its own.</source>
        <translation>Der Autorisierungsserver hat selbst einen Fehler.</translation>
    </message>
    <message>
        <source>Try again in some minutes. If it stays, write to fhirfighters@eclinicalworks.com with the trace below.</source>
        <translation>Versuchen Sie es in einigen Minuten noch einmal. Wenn es bleibt, schreiben Sie mit dem Mitschnitt unten an fhirfighters@eclinicalworks.com.</translation>
    </message>
    <message>
        <source>Try again in some minutes. If it stays, send the trace below to its operator.</source>
        <translation>Versuchen Sie es in einigen Minuten noch einmal. Wenn es bleibt, schicken Sie den Mitschnitt unten an seinen Betreiber.</translation>
    </message>
    <message>
        <source>The scope system/Group.read is missing in the token.</source>
        <translation>Im Token fehlt der Scope system/Group.read.</translation>
    </message>
    <message>
        <source>Register system/Group.read for the app at the developer portal, then test the connection again.</source>
        <translation>Registrieren Sie system/Group.read für die App im Entwicklerportal und prüfen Sie dann die Verbindung noch einmal.</translation>
    </message>
    <message>
        <source>A fresh token has it.</source>
        <translation>Ein frisches Token hat ihn.</translation>
    </message>
    <message>
        <source>A fresh token was granted without it.</source>
        <translation>Ein frisches Token wurde ohne ihn gewährt.</translation>
    </message>
    <message>
        <source>The Group ID is not valid, or the Group is not enabled for this app.</source>
        <translation>Die ID der Gruppe ist ungültig, oder die Gruppe ist für diese App nicht freigegeben.</translation>
    </message>
    <message>
        <source>The practice looks at Admin &gt; Product Activation &gt; FHIR APIs &gt; Bulk/Backend Apps: the Group must stand under “Enabled Groups”. Compare its ID with the one in use.</source>
        <translation>Die Praxis sieht unter Admin &gt; Product Activation &gt; FHIR APIs &gt; Bulk/Backend Apps nach: Die Gruppe muss unter „Enabled Groups“ stehen. Vergleichen Sie ihre ID mit der verwendeten.</translation>
    </message>
    <message>
        <source>Choose the Group again from the server&apos;s list, and ask the practice whether this app may export it.</source>
        <translation>Wählen Sie die Gruppe noch einmal aus der Liste des Servers und fragen Sie die Praxis, ob diese App sie exportieren darf.</translation>
    </message>
    <message>
        <source>Group.id is in use; eClinicalWorks wants the Group&apos;s identifier.</source>
        <translation>Verwendet wird Group.id; eClinicalWorks verlangt den Identifier der Gruppe.</translation>
    </message>
    <message>
        <source>The chosen Group is not in the server&apos;s list.</source>
        <translation>Die gewählte Gruppe steht nicht in der Liste des Servers.</translation>
    </message>
    <message>
        <source>A fresh token is taken elsewhere, so it is not the token.</source>
        <translation>Ein frisches Token wird sonst angenommen; am Token liegt es also nicht.</translation>
    </message>
    <message>
        <source>The token had expired.</source>
        <translation>Das Token war abgelaufen.</translation>
    </message>
    <message>
        <source>Start the export again: Waybill gets a fresh token by itself.</source>
        <translation>Starten Sie den Export noch einmal: Waybill holt von selbst ein frisches Token.</translation>
    </message>
    <message>
        <source>A fresh token is refused as well.</source>
        <translation>Ein frisches Token wird ebenso abgelehnt.</translation>
    </message>
    <message>
        <source>An export of this Group is running already.</source>
        <translation>Ein Export dieser Gruppe läuft schon.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or cancel it; only one job for each Group is allowed.</source>
        <translation>Warten Sie, bis er zu Ende ist, oder brechen Sie ihn ab; je Gruppe ist nur ein Auftrag erlaubt.</translation>
    </message>
    <message>
        <source>The server says so.</source>
        <translation>Der Server sagt es.</translation>
    </message>
    <message>
        <source>Something between here and the server dropped the header “Prefer: respond-async”, or answered in its place.</source>
        <translation>Etwas auf dem Weg zum Server hat die Kopfzeile „Prefer: respond-async“ entfernt oder an seiner Stelle geantwortet.</translation>
    </message>
    <message>
        <source>Look for a proxy or a sign-in page on the way; try from another network.</source>
        <translation>Suchen Sie auf dem Weg nach einem Proxy oder einer Anmeldeseite; versuchen Sie es aus einem anderen Netz.</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 now.</source>
        <translation>%1: vorher %2, jetzt %3.</translation>
    </message>
    <message>
        <source>%1 added: %2.</source>
        <translation>%1, neu: %2.</translation>
    </message>
    <message>
        <source>%1 gone: %2.</source>
        <translation>%1, weg: %2.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Signing algorithms</source>
        <translation>Signaturverfahren</translation>
    </message>
    <message>
        <source>Grant types</source>
        <translation>Grant Types</translation>
    </message>
    <message>
        <source>Ways to authenticate</source>
        <translation>Arten der Anmeldung</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>FHIR version</source>
        <translation>FHIR-Version</translation>
    </message>
    <message>
        <source>Export levels</source>
        <translation>Exportebenen</translation>
    </message>
    <message>
        <source>Resource types</source>
        <translation>Ressourcentypen</translation>
    </message>
    <message>
        <source>Search parameters of Group</source>
        <translation>Suchparameter von Group</translation>
    </message>
    <message>
        <source>The SMART configuration is there now; it was missing before.</source>
        <translation>Die SMART-Konfiguration ist jetzt da; vorher fehlte sie.</translation>
    </message>
    <message>
        <source>The SMART configuration is missing now.</source>
        <translation>Die SMART-Konfiguration fehlt jetzt.</translation>
    </message>
    <message>
        <source>The CapabilityStatement is there now; it was missing before.</source>
        <translation>Das CapabilityStatement ist jetzt da; vorher fehlte es.</translation>
    </message>
    <message>
        <source>The CapabilityStatement is missing now.</source>
        <translation>Das CapabilityStatement fehlt jetzt.</translation>
    </message>
    <message>
        <source>Signed with the server&apos;s clock, as you chose.</source>
        <translation>Signiert wird mit der Uhr des Servers, wie Sie es gewählt haben.</translation>
    </message>
    <message>
        <source>The shift you chose, %1 s, does not fit.</source>
        <translation>Die gewählte Verschiebung von %1 s passt nicht.</translation>
    </message>
    <message>
        <source>The assertion is shifted by %1 s.</source>
        <translation>Die Assertion ist um %1 s verschoben.</translation>
    </message>
    <message>
        <source>The assertion is signed with the server&apos;s clock.</source>
        <translation>Die Assertion wird mit der Uhr des Servers signiert.</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>The server refused the token for this file.</source>
        <translation>Der Server hat das Token für diese Datei abgelehnt.</translation>
    </message>
    <message>
        <source>The link of this file does not work any more.</source>
        <translation>Der Link dieser Datei gilt nicht mehr.</translation>
    </message>
    <message>
        <source>The server asks for fewer requests.</source>
        <translation>Der Server bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <source>The server could not deliver the file.</source>
        <translation>Der Server konnte die Datei nicht liefern.</translation>
    </message>
    <message>
        <source>The server did not deliver the file.</source>
        <translation>Der Server hat die Datei nicht geliefert.</translation>
    </message>
    <message>
        <source>The manifest&apos;s link for this file is not a usable https link.</source>
        <translation>Der Link des Manifests für diese Datei ist kein brauchbarer https-Link.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator; the other files go on.</source>
        <translation>Fragen Sie den Betreiber des Servers; mit den anderen Dateien geht es weiter.</translation>
    </message>
    <message>
        <source>The manifest&apos;s link for this file leads into a private network; that is refused.</source>
        <translation>Der Link des Manifests für diese Datei führt in ein privates Netz; das wird abgelehnt.</translation>
    </message>
    <message>
        <source>If that server belongs to the practice, add it to the trusted servers.</source>
        <translation>Wenn dieser Server zur Praxis gehört, nehmen Sie ihn in die vertrauten Server auf.</translation>
    </message>
    <message>
        <source>This file lies on %1 and needs the token, but that server is not trusted with it.</source>
        <translation>Diese Datei liegt auf %1 und braucht das Token, aber diesem Server wird es nicht anvertraut.</translation>
    </message>
    <message>
        <source>The file is kept as .bad; ask the server&apos;s operator.</source>
        <translation>Die Datei bleibt als .bad liegen; fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>A web page came instead of the file: a login, proxy or error page.</source>
        <translation>Statt der Datei kam eine Webseite: eine Anmelde-, Proxy- oder Fehlerseite.</translation>
    </message>
    <message>
        <source>Check whether a proxy or a sign-in page is in between; the page is kept as .bad.</source>
        <translation>Prüfen Sie, ob ein Proxy oder eine Anmeldeseite dazwischen ist; die Seite bleibt als .bad liegen.</translation>
    </message>
    <message>
        <source>The server sent an OperationOutcome instead of the data.</source>
        <translation>Der Server hat statt der Daten ein OperationOutcome geschickt.</translation>
    </message>
    <message>
        <source>The file is one JSON array, not NDJSON.</source>
        <translation>Die Datei ist ein einziges JSON-Array, kein NDJSON.</translation>
    </message>
    <message>
        <source>The file is pretty-printed JSON, not NDJSON.</source>
        <translation>Die Datei ist eingerücktes JSON, kein NDJSON.</translation>
    </message>
    <message>
        <source>The manifest promised %1 bytes, %2 arrived.</source>
        <translation>Das Manifest versprach %1 Bytes, angekommen sind %2.</translation>
    </message>
    <message>
        <source>The manifest promised %1 resources, %2 arrived.</source>
        <translation>Das Manifest versprach %1 Ressourcen, angekommen sind %2.</translation>
    </message>
    <message>
        <source>The server did not say how long the file is, and its last line has no end: it may be incomplete.</source>
        <translation>Der Server hat nicht gesagt, wie lang die Datei ist, und ihre letzte Zeile hat kein Ende: Sie ist womöglich unvollständig.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are not as they should be; the first is line %1: %2</source>
        <translation>
            <numerusform>%n Zeile ist nicht, wie sie sein soll: Zeile %1: %2</numerusform>
            <numerusform>%n Zeilen sind nicht, wie sie sein sollen; die erste ist Zeile %1: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The server calls the file %1; FHIR says application/fhir+ndjson.</source>
        <translation>Der Server nennt die Datei %1; FHIR sagt application/fhir+ndjson.</translation>
    </message>
    <message>
        <source>The server calls the file %1, but it is NDJSON.</source>
        <translation>Der Server nennt die Datei %1, aber sie ist NDJSON.</translation>
    </message>
    <message>
        <source>The last line has no line feed.</source>
        <translation>Die letzte Zeile hat keinen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>Neither the server nor the manifest said how long the file is.</source>
        <translation>Weder der Server noch das Manifest hat gesagt, wie lang die Datei ist.</translation>
    </message>
    <message>
        <source>The manifest does not name a resource type for this file.</source>
        <translation>Das Manifest nennt für diese Datei keinen Ressourcentyp.</translation>
    </message>
    <message>
        <source>The export needs about %1, but only %2 are free in its folder.</source>
        <translation>Der Export braucht etwa %1, aber in seinem Ordner sind nur %2 frei.</translation>
    </message>
    <message>
        <source>This file needs a token, and there is none.</source>
        <translation>Diese Datei braucht ein Token, und es gibt keines.</translation>
    </message>
    <message>
        <source>This file needs %1 bytes, but only %2 are free in the export folder.</source>
        <translation>Diese Datei braucht %1 Bytes, aber im Exportordner sind nur %2 frei.</translation>
    </message>
    <message>
        <source>The server sent a part of the file that nobody asked for.</source>
        <translation>Der Server hat einen Teil der Datei geschickt, den niemand verlangt hat.</translation>
    </message>
    <message>
        <source>The file should have %1 bytes, but %2 arrived.</source>
        <translation>Die Datei sollte %1 Bytes haben, aber angekommen sind %2.</translation>
    </message>
    <message>
        <source>The file came as gzip although the server did not say so; it was unpacked.</source>
        <translation>Die Datei kam als gzip, ohne dass der Server es sagte; sie wurde entpackt.</translation>
    </message>
    <message>
        <source>The file was already there; it was verified again.</source>
        <translation>Die Datei war schon da; sie wurde noch einmal geprüft.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>This is not a usable file name.</source>
        <translation>Das ist kein brauchbarer Dateiname.</translation>
    </message>
    <message>
        <source>The export folder cannot be used.</source>
        <translation>Der Exportordner kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file could not be created.</source>
        <translation>Die Datei konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The file did not reach the disk.</source>
        <translation>Die Datei ist nicht auf der Platte angekommen.</translation>
    </message>
    <message>
        <source>The folder did not reach the disk.</source>
        <translation>Der Ordner ist nicht auf der Platte angekommen.</translation>
    </message>
    <message>
        <source>The finished file could not get its name.</source>
        <translation>Die fertige Datei konnte ihren Namen nicht bekommen.</translation>
    </message>
    <message>
        <source>The refused file could not be put aside.</source>
        <translation>Die abgelehnte Datei konnte nicht beiseitegelegt werden.</translation>
    </message>
    <message>
        <source>The unfinished file could not be removed.</source>
        <translation>Die unfertige Datei konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>There is no space left in the export folder.</source>
        <translation>Im Exportordner ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>The file is larger than this file system, or this user, may have.</source>
        <translation>Die Datei ist größer, als dieses Dateisystem oder dieser Benutzer haben darf.</translation>
    </message>
    <message>
        <source>Choose an export folder on another file system.</source>
        <translation>Wählen Sie einen Exportordner auf einem anderen Dateisystem.</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 of %2 files verified</source>
        <translation>%1 von %2 Dateien geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 lines with problems</source>
        <translation>%1 Zeilen mit Problemen</translation>
    </message>
    <message>
        <source>Files appear here as soon as an export has some.</source>
        <translation>Hier erscheinen Dateien, sobald ein Export welche hat.</translation>
    </message>
    <message>
        <source>This export brought no files.</source>
        <translation>Dieser Export hat keine Dateien gebracht.</translation>
    </message>
    <message>
        <source>The server is still preparing them. The list comes with its manifest.</source>
        <translation>Der Server bereitet sie noch vor. Die Liste kommt mit seinem Manifest.</translation>
    </message>
    <message>
        <source>retrying in %1</source>
        <translation>neuer Versuch in %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (the server announced no number)</source>
        <translation>%1 (der Server hat keine Zahl angekündigt)</translation>
    </message>
    <message>
        <source>%1, as announced</source>
        <translation>%1, wie angekündigt</translation>
    </message>
    <message>
        <source>%1 of %2 announced</source>
        <translation>%1 von %2 angekündigten</translation>
    </message>
    <message>
        <source>All verified</source>
        <translation>Alle geprüft</translation>
    </message>
    <message>
        <source>Paused: disk full</source>
        <translation>Pause: Platte voll</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>The server keeps these files for another %1.</source>
        <translation>Der Server behält diese Dateien noch %1.</translation>
    </message>
    <message>
        <source>The server&apos;s links have expired; Waybill asks for new ones.</source>
        <translation>Die Links des Servers sind abgelaufen; Waybill fragt nach neuen.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Lines with problems</source>
        <translation>Zeilen mit Problemen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>The file became shorter while it was fetched; does somebody else work on it?</source>
        <translation>Die Datei wurde kürzer, während sie geholt wurde; arbeitet noch jemand daran?</translation>
    </message>
</context>
<context>
    <name>DuplicateDialog</name>
    <message>
        <source>Known jobs of this Group</source>
        <translation>Bekannte Exporte dieser Group</translation>
    </message>
    <message>
        <source>An export of this Group is running already</source>
        <translation>Ein Export dieser Group läuft bereits</translation>
    </message>
    <message>
        <source>Attach to a known job</source>
        <translation>Einen bekannten Export fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Attach to this job</source>
        <translation>Diesen Export &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Wait and try again</source>
        <translation>Warten und neu versuchen</translation>
    </message>
    <message>
        <source>Ask eClinicalWorks support, or whoever runs the server</source>
        <translation>Den Support von eClinicalWorks fragen, oder wer den Server betreibt</translation>
    </message>
    <message>
        <source>This text says what they need to know. It holds no secret.</source>
        <translation>Dieser Text sagt, was man dort wissen muss. Er enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>Text for the support</source>
        <translation>Text für den Support</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>begonnen %1</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>all types</source>
        <translation>alle Typen</translation>
    </message>
    <message>
        <source>given up here</source>
        <translation>hier aufgegeben</translation>
    </message>
    <message>
        <source>Waybill knows no job of this Group that may still be running. Somebody else may have started it: another machine, another program.</source>
        <translation>Waybill kennt keinen Export dieser Group, der noch laufen könnte. Vielleicht hat ihn jemand anders begonnen: ein anderer Rechner, ein anderes Programm.</translation>
    </message>
    <message>
        <source>&amp;Try again now</source>
        <translation>Jetzt &amp;neu versuchen</translation>
    </message>
    <message>
        <source>Wait and &amp;try again %1</source>
        <translation>Warten und %1 &amp;neu versuchen</translation>
    </message>
    <message>
        <source>The server named this time. Nothing is sent until then.</source>
        <translation>Diese Zeit hat der Server genannt. Bis dahin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The server named no time; an hour is our guess. Nothing is sent until then.</source>
        <translation>Der Server hat keine Zeit genannt; eine Stunde ist unsere Schätzung. Bis dahin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Waybill still has the status URL of these jobs. It goes on with the chosen one, fetches its files and sends no new request for an export.</source>
        <translation>Waybill hat die Status-URL dieser Exporte noch. Es setzt den gewählten fort, holt seine Dateien und verlangt keinen neuen Export.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Correct the value and try again.</source>
        <translation>Berichtigen Sie den Wert und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the client id, the key and the scopes that were granted.</source>
        <translation>Prüfen Sie die Client-ID, den Schlüssel und die gewährten Scopes.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Nothing is lost; try again later.</source>
        <translation>Es ist nichts verloren; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Try again later, or ask the server&apos;s operator.</source>
        <translation>Versuchen Sie es später noch einmal oder fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Send the details to the server&apos;s operator.</source>
        <translation>Schicken Sie die Einzelheiten an den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>Prüfen Sie den Ordner und seine Berechtigungen.</translation>
    </message>
    <message>
        <source>Free some space; the work goes on from here.</source>
        <translation>Schaffen Sie Platz; die Arbeit geht von hier aus weiter.</translation>
    </message>
    <message>
        <source>Start a keyring, or keep the key in an encrypted file.</source>
        <translation>Starten Sie einen Schlüsselbund oder bewahren Sie den Schlüssel in einer verschlüsselten Datei auf.</translation>
    </message>
    <message>
        <source>Unlock the keyring and try again.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Unlock the keyring, import the key again, or rotate it.</source>
        <translation>Entsperren Sie den Schlüsselbund, importieren Sie den Schlüssel noch einmal oder wechseln Sie ihn.</translation>
    </message>
    <message>
        <source>Wait until the other one has finished.</source>
        <translation>Warten Sie, bis der andere fertig ist.</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Bitte melden Sie das.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Waybill was stopped before the server answered the kick-off: nobody knows whether the export was started.</source>
        <translation>Waybill wurde beendet, bevor der Server auf die Startanfrage geantwortet hat: Niemand weiß, ob der Export gestartet wurde.</translation>
    </message>
    <message>
        <source>A second start may be refused as a duplicate; wait an hour to be sure.</source>
        <translation>Ein zweiter Start wird vielleicht als doppelt abgelehnt; warten Sie eine Stunde, um sicher zu sein.</translation>
    </message>
    <message>
        <source>This run was written by a newer Waybill.</source>
        <translation>Dieser Lauf wurde von einem neueren Waybill geschrieben.</translation>
    </message>
    <message>
        <source>The record of this run cannot be read.</source>
        <translation>Die Aufzeichnung dieses Laufs kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Sie wurde gelassen, wie sie ist.</translation>
    </message>
    <message>
        <source>The server sent X-Export-Status although it was not agreed on; ignored.</source>
        <translation>Der Server hat X-Export-Status geschickt, obwohl es nicht vereinbart war; nicht beachtet.</translation>
    </message>
    <message>
        <source>X-Export-Status was not understood; ignored.</source>
        <translation>X-Export-Status war nicht zu verstehen; nicht beachtet.</translation>
    </message>
    <message>
        <source>The server accepted the cancellation but has not confirmed it yet (%1).</source>
        <translation>Der Server hat den Abbruch angenommen, aber noch nicht bestätigt (%1).</translation>
    </message>
    <message>
        <source>Cancel once more in a while, to be sure.</source>
        <translation>Brechen Sie nach einer Weile noch einmal ab, um sicher zu sein.</translation>
    </message>
    <message>
        <source>The server did not cancel the export (%1).</source>
        <translation>Der Server hat den Export nicht abgebrochen (%1).</translation>
    </message>
    <message>
        <source>Cancel once more, or let it go on.</source>
        <translation>Brechen Sie noch einmal ab oder lassen Sie ihn weiterlaufen.</translation>
    </message>
    <message>
        <source>The status URL is relative; it was resolved against the request&apos;s.</source>
        <translation>Die Status-URL ist relativ; sie wurde anhand der Adresse der Anfrage ergänzt.</translation>
    </message>
    <message>
        <source>The status URL had quotes, spaces or a fragment; it was read as %1.</source>
        <translation>Die Status-URL hatte Anführungszeichen, Leerzeichen oder ein Fragment; gelesen wurde %1.</translation>
    </message>
    <message>
        <source>The server accepted a job but gave no handle for it (202 without Content-Location).</source>
        <translation>Der Server hat einen Auftrag angenommen, aber keine Kennung dafür gegeben (202 ohne Content-Location).</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator; another start may create a second job.</source>
        <translation>Fragen Sie den Betreiber des Servers; ein weiterer Start kann einen zweiten Auftrag anlegen.</translation>
    </message>
    <message>
        <source>The status URL is on another server, which has not been allowed to see the token.</source>
        <translation>Die Status-URL liegt auf einem anderen Server, der das Token nicht sehen darf.</translation>
    </message>
    <message>
        <source>If %1 belongs to this practice, add it to the trusted origins and go on.</source>
        <translation>Wenn %1 zu dieser Praxis gehört, nehmen Sie ihn in die vertrauten Server auf und machen Sie weiter.</translation>
    </message>
    <message>
        <source>An export for this Group is already running on the server.</source>
        <translation>Auf dem Server läuft schon ein Export für diese Gruppe.</translation>
    </message>
    <message>
        <source>Wait until it has ended and try again, or go on with it where it was started.</source>
        <translation>Warten Sie, bis er beendet ist, und versuchen Sie es noch einmal, oder machen Sie dort weiter, wo er gestartet wurde.</translation>
    </message>
    <message>
        <source>The server did not start the export.</source>
        <translation>Der Server hat den Export nicht gestartet.</translation>
    </message>
    <message>
        <source>The server did not run the export in the background: it answered at once (200).</source>
        <translation>Der Server hat den Export nicht im Hintergrund ausgeführt: Er hat sofort geantwortet (200).</translation>
    </message>
    <message>
        <source>Its answer was kept in the run folder.</source>
        <translation>Seine Antwort liegt im Ordner des Laufs.</translation>
    </message>
    <message>
        <source>Read what the server says; a parameter it does not know can be left out, and the request&apos;s headers are in run.json.</source>
        <translation>Lesen Sie, was der Server sagt; ein Parameter, den er nicht kennt, kann weggelassen werden, und die Kopfzeilen der Anfrage stehen in run.json.</translation>
    </message>
    <message>
        <source>Check the practice code in the base URL and the Group&apos;s value.</source>
        <translation>Prüfen Sie den Praxiscode in der Basisadresse und den Wert der Gruppe.</translation>
    </message>
    <message>
        <source>The server wants the other method: choose the Bulk Data version it speaks.</source>
        <translation>Der Server will die andere Methode: Wählen Sie die Version von Bulk Data, die er spricht.</translation>
    </message>
    <message>
        <source>Ask for fewer types, or choose a version that sends the request as POST.</source>
        <translation>Verlangen Sie weniger Typen oder wählen Sie eine Version, die die Anfrage als POST schickt.</translation>
    </message>
    <message>
        <source>The server did not allow this export.</source>
        <translation>Der Server hat diesen Export nicht erlaubt.</translation>
    </message>
    <message>
        <source>Check that the token has system/Group.read and that the Group is enabled for this client.</source>
        <translation>Prüfen Sie, ob das Token system/Group.read hat und die Gruppe für diesen Client freigegeben ist.</translation>
    </message>
    <message>
        <source>The server redirected the kick-off; it was not followed.</source>
        <translation>Der Server hat die Startanfrage umgeleitet; dem wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>Enter the address it points to as the FHIR base URL, if you trust it.</source>
        <translation>Geben Sie die Adresse, auf die er zeigt, als FHIR-Basisadresse ein, wenn Sie ihr vertrauen.</translation>
    </message>
    <message>
        <source>The server refused the export (%1).</source>
        <translation>Der Server hat den Export abgelehnt (%1).</translation>
    </message>
    <message>
        <source>The server wants fewer requests (429).</source>
        <translation>Der Server will weniger Anfragen (429).</translation>
    </message>
    <message>
        <source>The server is not available (%1).</source>
        <translation>Der Server ist nicht verfügbar (%1).</translation>
    </message>
    <message>
        <source>A gateway gave up waiting: nobody knows whether the export was started.</source>
        <translation>Ein Gateway hat das Warten aufgegeben: Niemand weiß, ob der Export gestartet wurde.</translation>
    </message>
    <message>
        <source>A second start may be refused as a duplicate.</source>
        <translation>Ein zweiter Start wird vielleicht als doppelt abgelehnt.</translation>
    </message>
    <message>
        <source>The answer to the kick-off was lost: nobody knows whether the export was started.</source>
        <translation>Die Antwort auf die Startanfrage ging verloren: Niemand weiß, ob der Export gestartet wurde.</translation>
    </message>
    <message>
        <source>The server wants fewer requests (%1).</source>
        <translation>Der Server will weniger Anfragen (%1).</translation>
    </message>
    <message>
        <source>The server has a passing problem (%1); the job is not lost.</source>
        <translation>Der Server hat eine vorübergehende Störung (%1); der Auftrag ist nicht verloren.</translation>
    </message>
    <message>
        <source>The server does not let us see the export any more: a sign-in problem, or the Group is not authorized.</source>
        <translation>Der Server lässt uns den Export nicht mehr sehen: ein Anmeldeproblem, oder die Gruppe ist nicht freigegeben.</translation>
    </message>
    <message>
        <source>The job is kept. Check client, key and Group, then go on.</source>
        <translation>Der Auftrag bleibt erhalten. Prüfen Sie Client, Schlüssel und Gruppe und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>The server does not know this export any more.</source>
        <translation>Der Server kennt diesen Export nicht mehr.</translation>
    </message>
    <message>
        <source>Start a new export; the watermark has not moved, so nothing is skipped.</source>
        <translation>Starten Sie einen neuen Export; der Stand hat sich nicht verschoben, es wird also nichts übersprungen.</translation>
    </message>
    <message>
        <source>The export failed on the server.</source>
        <translation>Der Export ist auf dem Server fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Start a new export, or ask once more if the server may have recovered.</source>
        <translation>Starten Sie einen neuen Export, oder fragen Sie noch einmal, falls sich der Server erholt hat.</translation>
    </message>
    <message>
        <source>The server sent a notice instead of the manifest.</source>
        <translation>Der Server hat statt des Manifests einen Hinweis geschickt.</translation>
    </message>
    <message>
        <source>The job is kept and the answer lies in the run folder. Try again later.</source>
        <translation>Der Auftrag bleibt erhalten, und die Antwort liegt im Ordner des Laufs. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>requiresAccessToken is a text instead of true or false.</source>
        <translation>requiresAccessToken ist ein Text statt true oder false.</translation>
    </message>
    <message>
        <source>The manifest does not say whether its links need the token; only links to the server itself get it.</source>
        <translation>Das Manifest sagt nicht, ob seine Links das Token brauchen; nur Links zum Server selbst bekommen es.</translation>
    </message>
    <message>
        <source>transactionTime is missing: the watermark cannot move.</source>
        <translation>transactionTime fehlt: Der Stand kann sich nicht verschieben.</translation>
    </message>
    <message>
        <source>transactionTime is not an instant: the watermark cannot move.</source>
        <translation>transactionTime ist kein Zeitpunkt: Der Stand kann sich nicht verschieben.</translation>
    </message>
    <message>
        <source>The link to the next page is not usable.</source>
        <translation>Der Link zur nächsten Seite ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>The manifest has no list of output files.</source>
        <translation>Das Manifest hat keine Liste der Ausgabedateien.</translation>
    </message>
    <message>
        <source>The manifest is larger than 256 MiB.</source>
        <translation>Das Manifest ist größer als 256 MiB.</translation>
    </message>
    <message>
        <source>The server sent a web page instead of a manifest.</source>
        <translation>Der Server hat statt eines Manifests eine Webseite geschickt.</translation>
    </message>
    <message>
        <source>The manifest is nested more than 64 levels deep.</source>
        <translation>Das Manifest ist tiefer als 64 Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>The manifest cannot be read as a JSON object.</source>
        <translation>Das Manifest kann nicht als JSON-Objekt gelesen werden.</translation>
    </message>
    <message>
        <source>The server sent an OperationOutcome instead of a manifest.</source>
        <translation>Der Server hat statt eines Manifests ein OperationOutcome geschickt.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is JSON, but no manifest.</source>
        <translation>Die Antwort des Servers ist JSON, aber kein Manifest.</translation>
    </message>
    <message>
        <source>The manifest lists more than a million files.</source>
        <translation>Das Manifest listet mehr als eine Million Dateien auf.</translation>
    </message>
    <message>
        <source>A further page of the manifest belongs to another export: its times or settings differ.</source>
        <translation>Eine weitere Seite des Manifests gehört zu einem anderen Export: Ihre Zeiten oder Einstellungen weichen ab.</translation>
    </message>
    <message>
        <source>The manifest says it answers another request: %1.</source>
        <translation>Das Manifest sagt, dass es auf eine andere Anfrage antwortet: %1.</translation>
    </message>
    <message>
        <source>The manifest says it answers a request for other resource types: %1.</source>
        <translation>Das Manifest sagt, dass es auf eine Anfrage nach anderen Ressourcentypen antwortet: %1.</translation>
    </message>
    <message>
        <source>The entry has no usable link.</source>
        <translation>Der Eintrag hat keinen brauchbaren Link.</translation>
    </message>
    <message>
        <source>The link is not https: %1.</source>
        <translation>Der Link ist nicht https: %1.</translation>
    </message>
    <message>
        <source>The link carries a user name.</source>
        <translation>Der Link enthält einen Benutzernamen.</translation>
    </message>
    <message>
        <source>A list of files in the manifest is not a list.</source>
        <translation>Eine Dateiliste im Manifest ist keine Liste.</translation>
    </message>
    <message>
        <source>The entry is not an object.</source>
        <translation>Der Eintrag ist kein Objekt.</translation>
    </message>
    <message>
        <source>Links are relative; they were resolved against the status URL.</source>
        <translation>Links sind relativ; sie wurden anhand der Status-URL ergänzt.</translation>
    </message>
    <message>
        <source>Links had &amp;amp; in them; they were read as &amp;.</source>
        <translation>In Links stand &amp;amp;; sie wurden mit &amp; gelesen.</translation>
    </message>
    <message>
        <source>The same link is listed twice.</source>
        <translation>Derselbe Link steht zweimal in der Liste.</translation>
    </message>
    <message>
        <source>A file has no usable resource type; it is called “unknown”.</source>
        <translation>Eine Datei hat keinen brauchbaren Ressourcentyp; sie heißt „unknown“.</translation>
    </message>
    <message>
        <source>A count is a text instead of a number.</source>
        <translation>Eine Anzahl ist ein Text statt einer Zahl.</translation>
    </message>
    <message>
        <source>A count is not a number of lines; it is not checked.</source>
        <translation>Eine Anzahl ist keine Zahl von Zeilen; sie wird nicht geprüft.</translation>
    </message>
    <message>
        <source>The pages of the manifest never end: one points back to an earlier one.</source>
        <translation>Die Seiten des Manifests enden nie: Eine zeigt auf eine frühere zurück.</translation>
    </message>
    <message>
        <source>The server says the links have expired already; they are tried all the same.</source>
        <translation>Der Server sagt, die Links seien schon abgelaufen; sie werden trotzdem versucht.</translation>
    </message>
    <message>
        <source>A further page of the manifest is not available yet.</source>
        <translation>Eine weitere Seite des Manifests ist noch nicht verfügbar.</translation>
    </message>
    <message>
        <source>A further page of the manifest could not be fetched (%1).</source>
        <translation>Eine weitere Seite des Manifests konnte nicht geholt werden (%1).</translation>
    </message>
    <message>
        <source>No fresh links.</source>
        <translation>Keine neuen Links.</translation>
    </message>
    <message>
        <source>The links have expired and the server gave no fresh ones.</source>
        <translation>Die Links sind abgelaufen, und der Server hat keine neuen gegeben.</translation>
    </message>
    <message>
        <source>Our own pace: %1 s.</source>
        <translation>Unser eigener Takt: %1 s.</translation>
    </message>
    <message>
        <source>The server asked for more than a day (Retry-After: %1); we ask after 24 hours.</source>
        <translation>Der Server verlangte mehr als einen Tag (Retry-After: %1); wir fragen nach 24 Stunden.</translation>
    </message>
    <message>
        <source>The server asked for %1 s (Retry-After).</source>
        <translation>Der Server bat um %1 s (Retry-After).</translation>
    </message>
    <message>
        <source>The server says “at once”; we never ask sooner than after %1 s.</source>
        <translation>Der Server sagt „sofort“; wir fragen nie eher als nach %1 s.</translation>
    </message>
    <message>
        <source>Too many requests: eClinicalWorks opens again with the next clock minute.</source>
        <translation>Zu viele Anfragen: eClinicalWorks öffnet mit der nächsten vollen Minute wieder.</translation>
    </message>
    <message>
        <source>Retry-After was not understood: “%1”.</source>
        <translation>Retry-After war nicht zu verstehen: „%1“.</translation>
    </message>
    <message>
        <source>The FHIR base URL must begin with https://.</source>
        <translation>Die FHIR-Basisadresse muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>The Group id is empty or holds a slash, a question mark, a space or a character nobody sees.</source>
        <translation>Die ID der Gruppe ist leer oder enthält einen Schrägstrich, ein Fragezeichen, ein Leerzeichen oder ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>_since needs a date, a time to the second and a zone, such as 2026-06-24T03:14:07Z.</source>
        <translation>_since braucht ein Datum, eine Uhrzeit auf die Sekunde und eine Zone, etwa 2026-06-24T03:14:07Z.</translation>
    </message>
    <message>
        <source>_until needs a date, a time to the second and a zone.</source>
        <translation>_until braucht ein Datum, eine Uhrzeit auf die Sekunde und eine Zone.</translation>
    </message>
    <message>
        <source>This server&apos;s version does not know _until.</source>
        <translation>Die Version dieses Servers kennt _until nicht.</translation>
    </message>
    <message>
        <source>_until must be later than _since.</source>
        <translation>_until muss später als _since sein.</translation>
    </message>
    <message>
        <source>“%1” is not a resource type.</source>
        <translation>„%1“ ist kein Ressourcentyp.</translation>
    </message>
    <message>
        <source>_elements takes only elements at the root of a resource, not “%1”.</source>
        <translation>_elements nimmt nur Elemente der obersten Ebene einer Ressource, nicht „%1“.</translation>
    </message>
    <message>
        <source>This output format is not NDJSON.</source>
        <translation>Dieses Ausgabeformat ist kein NDJSON.</translation>
    </message>
    <message>
        <source>organizeOutputBy takes one resource type.</source>
        <translation>organizeOutputBy nimmt einen Ressourcentyp.</translation>
    </message>
    <message>
        <source>_typeFilter needs one resource type and a search, such as Observation?status=final.</source>
        <translation>_typeFilter braucht einen Ressourcentyp und eine Suche, etwa Observation?status=final.</translation>
    </message>
    <message>
        <source>_typeFilter may not use %1.</source>
        <translation>_typeFilter darf %1 nicht verwenden.</translation>
    </message>
    <message>
        <source>This server compares the Prefer header as a whole.</source>
        <translation>Dieser Server vergleicht die Kopfzeile Prefer als Ganzes.</translation>
    </message>
    <message>
        <source>A list of patients needs version 2 or later and is not for the whole system.</source>
        <translation>Eine Patientenliste braucht Version 2 oder neuer und geht nicht für das ganze System.</translation>
    </message>
    <message>
        <source>Version 1 knows neither _elements nor includeAssociatedData.</source>
        <translation>Version 1 kennt weder _elements noch includeAssociatedData.</translation>
    </message>
    <message>
        <source>This server&apos;s version knows neither allowPartialManifests nor organizeOutputBy.</source>
        <translation>Die Version dieses Servers kennt weder allowPartialManifests noch organizeOutputBy.</translation>
    </message>
    <message>
        <source>“%1” is not a known kind of associated data.</source>
        <translation>„%1“ ist keine bekannte Art zugehöriger Daten.</translation>
    </message>
    <message>
        <source>The Group id is longer than FHIR allows or has unusual characters; some servers do that.</source>
        <translation>Die ID der Gruppe ist länger, als FHIR erlaubt, oder hat ungewöhnliche Zeichen; bei manchen Servern ist das so.</translation>
    </message>
    <message>
        <source>No resource types are named: the server sends everything it has.</source>
        <translation>Es sind keine Ressourcentypen genannt: Der Server schickt alles, was er hat.</translation>
    </message>
    <message>
        <source>Practitioners, locations and organizations may come from the whole practice, not only from this Group.</source>
        <translation>Practitioner, Location und Organization kommen womöglich aus der ganzen Praxis, nicht nur aus dieser Gruppe.</translation>
    </message>
    <message>
        <source>_typeFilter names %1, which is not among the types.</source>
        <translation>_typeFilter nennt %1, das nicht unter den Typen ist.</translation>
    </message>
    <message>
        <source>The server may ignore _typeFilter; count what arrives.</source>
        <translation>Der Server beachtet _typeFilter womöglich nicht; zählen Sie, was ankommt.</translation>
    </message>
    <message>
        <source>Given up. If the server did start the export, it goes on there: nobody has its handle.</source>
        <translation>Aufgegeben. Wenn der Server den Export doch gestartet hat, läuft er dort weiter: Niemand hat seine Kennung.</translation>
    </message>
    <message>
        <source>It ends by itself; until then the server may refuse another one as a duplicate.</source>
        <translation>Er endet von selbst; bis dahin lehnt der Server einen weiteren vielleicht als doppelt ab.</translation>
    </message>
    <message>
        <source>The kick-off was sent without %1, which the server had refused.</source>
        <translation>Der Kick-off ging ohne %1 hinaus, was der Server abgelehnt hatte.</translation>
    </message>
    <message>
        <source>The server does not take the parameter %1.</source>
        <translation>Der Server nimmt den Parameter %1 nicht.</translation>
    </message>
    <message>
        <source>Try again leaves it out: the export then brings more than was asked for, never less.</source>
        <translation>„Noch einmal versuchen“ lässt ihn weg: Der Export bringt dann mehr als verlangt, nie weniger.</translation>
    </message>
    <message>
        <source>Another export of this Group has to end first.</source>
        <translation>Erst muss ein anderer Export dieser Group enden.</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>The wait limit is reached; the job is kept. Call again to go on.</source>
        <translation>Die Wartezeit ist erreicht; der Auftrag bleibt erhalten. Rufen Sie noch einmal auf, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Stopped. The job on the server goes on; call again to go on with it.</source>
        <translation>Angehalten. Der Auftrag auf dem Server läuft weiter; rufen Sie noch einmal auf, um damit weiterzumachen.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>No export of this Group met new patients whose history is still to be fetched.</source>
        <translation>Kein Export dieser Group ist auf neue Patienten gestoßen, deren Vorgeschichte noch zu holen wäre.</translation>
    </message>
</context>
<context>
    <name>ExportPlan</name>
    <message>
        <source>Finish the onboarding of this practice first.</source>
        <translation>Richten Sie diese Praxis zuerst fertig ein.</translation>
    </message>
    <message>
        <source>The practice has no FHIR base URL yet.</source>
        <translation>Die Praxis hat noch keine FHIR-Basisadresse.</translation>
    </message>
    <message>
        <source>The token endpoint of the practice is not known yet.</source>
        <translation>Der Token-Endpunkt der Praxis ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The practice has no client ID yet.</source>
        <translation>Die Praxis hat noch keine Client-ID.</translation>
    </message>
    <message>
        <source>No Group is chosen yet.</source>
        <translation>Es ist noch keine Gruppe gewählt.</translation>
    </message>
    <message>
        <source>The start of the period is not a FHIR instant.</source>
        <translation>Der Beginn des Zeitraums ist kein FHIR-Zeitpunkt (instant).</translation>
    </message>
    <message>
        <source>Write it with seconds and zone, for example 2026-06-24T03:14:07Z.</source>
        <translation>Schreiben Sie ihn mit Sekunden und Zone, zum Beispiel 2026-06-24T03:14:07Z.</translation>
    </message>
</context>
<context>
    <name>FormParts</name>
    <message>
        <source>Clear the field</source>
        <translation>Feld leeren</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>tomorrow at %1</source>
        <translation>morgen um %1</translation>
    </message>
    <message>
        <source>on %1 at %2</source>
        <translation>am %1 um %2</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>The bundle would hold %1.</source>
        <translation>Das Bündel würde %1 enthalten.</translation>
    </message>
    <message>
        <source>A bundle never holds a secret. Take it out of the practice&apos;s fields.</source>
        <translation>Ein Bündel enthält nie ein Geheimnis. Nehmen Sie es aus den Feldern der Praxis heraus.</translation>
    </message>
    <message>
        <source>The key is to lie in the bundle, but the waybill looks for it elsewhere.</source>
        <translation>Der Schlüssel soll im Bündel liegen, aber der Frachtbrief sucht ihn woanders.</translation>
    </message>
    <message>
        <source>Name it {&quot;file&quot;: &quot;key.pem&quot;}.</source>
        <translation>Nennen Sie ihn {&quot;file&quot;: &quot;key.pem&quot;}.</translation>
    </message>
    <message>
        <source>Only an encrypted key (PKCS#8 PEM) may go into a bundle.</source>
        <translation>Nur ein verschlüsselter Schlüssel (PKCS#8 PEM) darf in ein Bündel.</translation>
    </message>
    <message>
        <source>Encrypt it with a passphrase first.</source>
        <translation>Verschlüsseln Sie ihn zuerst mit einer Passphrase.</translation>
    </message>
    <message>
        <source>The key cannot have the name of another file of the bundle.</source>
        <translation>Der Schlüssel kann nicht heißen wie eine andere Datei des Bündels.</translation>
    </message>
    <message>
        <source>The old bundle cannot be moved aside.</source>
        <translation>Das alte Bündel kann nicht beiseitegelegt werden.</translation>
    </message>
    <message>
        <source>The bundle cannot be given its name.</source>
        <translation>Das Bündel kann seinen Namen nicht bekommen.</translation>
    </message>
    <message>
        <source>There is a bundle of this name already.</source>
        <translation>Ein Bündel dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Replace it, or choose another folder.</source>
        <translation>Ersetzen Sie es oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder for the bundle cannot be made.</source>
        <translation>Der Ordner für das Bündel kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The folder for the bundle cannot be written to: %1.</source>
        <translation>In den Ordner für das Bündel kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>%1: not passed.</source>
        <translation>%1: nicht bestanden.</translation>
    </message>
    <message>
        <source>%1: it is not known when it was checked.</source>
        <translation>%1: Es ist nicht bekannt, wann es geprüft wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%1: checked more than %n day(s) ago.</source>
        <translation>
            <numerusform>%1: vor mehr als %n Tag geprüft.</numerusform>
            <numerusform>%1: vor mehr als %n Tagen geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: never checked.</source>
        <translation>%1: nie geprüft.</translation>
    </message>
    <message>
        <source>The waybill names a keychain: a service has none. systemd cannot run it as it is.</source>
        <translation>Der Frachtbrief nennt einen Schlüsselbund: Ein Dienst hat keinen. systemd kann ihn so nicht ausführen.</translation>
    </message>
    <message>
        <source>The key comes from an environment variable: other processes of the same user can read it.</source>
        <translation>Der Schlüssel kommt aus einer Umgebungsvariablen: Andere Prozesse desselben Benutzers können ihn lesen.</translation>
    </message>
    <message>
        <source>No time was chosen: the timer and the CronJob propose 02:30 UTC every day.</source>
        <translation>Es ist keine Uhrzeit gewählt: Timer und CronJob schlagen täglich 02:30 UTC vor.</translation>
    </message>
    <message>
        <source>The schedule names no time zone: the server&apos;s own is used.</source>
        <translation>Der Zeitplan nennt keine Zeitzone: Es gilt die des Servers.</translation>
    </message>
    <message>
        <source>There is no watermark yet: the first run exports everything.</source>
        <translation>Es gibt noch keinen Stand: Der erste Lauf exportiert alles.</translation>
    </message>
    <message>
        <source>eClinicalWorks accepts RS384 only; this key is for %1.</source>
        <translation>eClinicalWorks nimmt nur RS384; dieser Schlüssel ist für %1.</translation>
    </message>
    <message>
        <source>eClinicalWorks documents exports at Group level only.</source>
        <translation>eClinicalWorks dokumentiert Exporte nur auf der Ebene der Gruppe.</translation>
    </message>
    <message>
        <source>The public key set is empty.</source>
        <translation>Der öffentliche Schlüsselsatz ist leer.</translation>
    </message>
    <message>
        <source>The key set holds a private member (“%1”).</source>
        <translation>Der Schlüsselsatz enthält ein privates Feld („%1“).</translation>
    </message>
    <message>
        <source>a private key (PEM)</source>
        <translation>einen privaten Schlüssel (PEM)</translation>
    </message>
    <message>
        <source>the private part of a JWK</source>
        <translation>den privaten Teil eines JWK</translation>
    </message>
    <message>
        <source>a symmetric key (JWK)</source>
        <translation>einen symmetrischen Schlüssel (JWK)</translation>
    </message>
    <message>
        <source>something that looks like a signed token (JWT)</source>
        <translation>etwas, das wie ein signiertes Token (JWT) aussieht</translation>
    </message>
    <message>
        <source>a token or client secret</source>
        <translation>ein Token oder Client-Geheimnis</translation>
    </message>
    <message>
        <source>a bearer token</source>
        <translation>ein Bearer-Token</translation>
    </message>
    <message>
        <source>a password in an address</source>
        <translation>ein Passwort in einer Adresse</translation>
    </message>
    <message>
        <source>Get the bundle again, or write it anew.</source>
        <translation>Holen Sie das Bündel noch einmal oder schreiben Sie es neu.</translation>
    </message>
    <message>
        <source>A file of the bundle is missing.</source>
        <translation>Eine Datei des Bündels fehlt.</translation>
    </message>
    <message>
        <source>A file of the bundle cannot be read: %1.</source>
        <translation>Eine Datei des Bündels kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>A file of the bundle is too large.</source>
        <translation>Eine Datei des Bündels ist zu groß.</translation>
    </message>
    <message>
        <source>SHA256SUMS holds a line that is no checksum.</source>
        <translation>SHA256SUMS enthält eine Zeile, die keine Prüfsumme ist.</translation>
    </message>
    <message>
        <source>A file of the bundle was changed: its checksum differs.</source>
        <translation>Eine Datei des Bündels wurde geändert: Ihre Prüfsumme weicht ab.</translation>
    </message>
    <message>
        <source>The bundle holds %1.</source>
        <translation>Das Bündel enthält %1.</translation>
    </message>
    <message>
        <source>%1 is not part of the bundle as it was written.</source>
        <translation>%1 gehört nicht zum Bündel, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>SHA256SUMS does not list a file that every bundle has.</source>
        <translation>SHA256SUMS nennt eine Datei nicht, die jedes Bündel hat.</translation>
    </message>
    <message>
        <source>There is no waybill here.</source>
        <translation>Hier ist kein Frachtbrief.</translation>
    </message>
    <message>
        <source>Name a bundle folder or its waybill.json.</source>
        <translation>Nennen Sie den Ordner eines Bündels oder dessen waybill.json.</translation>
    </message>
    <message>
        <source>The waybill cannot be opened: %1.</source>
        <translation>Der Frachtbrief kann nicht geöffnet werden: %1.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>%1 must be %2.</source>
        <translation>%1 muss %2 sein.</translation>
    </message>
    <message>
        <source>This is not a waybill: the field “waybill” is missing.</source>
        <translation>Das ist kein Frachtbrief: Das Feld „waybill“ fehlt.</translation>
    </message>
    <message>
        <source>The waybill has version %1; this program reads version %2.</source>
        <translation>Der Frachtbrief hat Version %1; dieses Programm liest Version %2.</translation>
    </message>
    <message>
        <source>Use a newer Waybill.</source>
        <translation>Nehmen Sie ein neueres Waybill.</translation>
    </message>
    <message>
        <source>export.level must be “group”, “patient” or “system”.</source>
        <translation>export.level muss „group“, „patient“ oder „system“ sein.</translation>
    </message>
    <message>
        <source>export.types named a type twice; once is enough.</source>
        <translation>export.types nennt einen Typ zweimal; einmal reicht.</translation>
    </message>
    <message>
        <source>The field %1 is not known to this version; it is kept as it is.</source>
        <translation>Das Feld %1 kennt diese Version nicht; es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The waybill holds a comment; JSON has none.</source>
        <translation>Der Frachtbrief enthält einen Kommentar; JSON hat keine.</translation>
    </message>
    <message>
        <source>The waybill is not valid JSON: %1.</source>
        <translation>Der Frachtbrief ist kein gültiges JSON: %1.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>This is too large for a waybill.</source>
        <translation>Das ist zu groß für einen Frachtbrief.</translation>
    </message>
    <message>
        <source>A byte order mark at the start was ignored.</source>
        <translation>Eine Byte-Order-Marke am Anfang wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>This is not a waybill: it is not a JSON object.</source>
        <translation>Das ist kein Frachtbrief: Es ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 is missing or empty.</source>
        <translation>%1 fehlt oder ist leer.</translation>
    </message>
    <message>
        <source>%1 holds control characters.</source>
        <translation>%1 enthält Steuerzeichen.</translation>
    </message>
    <message>
        <source>%1 must be an https address without user name, query and fragment.</source>
        <translation>%1 muss eine https-Adresse ohne Benutzername, Abfrage und Fragment sein.</translation>
    </message>
    <message>
        <source>Plain http is accepted for this computer only.</source>
        <translation>Einfaches http gilt nur für diesen Rechner.</translation>
    </message>
    <message>
        <source>%1 must be one of: %2.</source>
        <translation>%1 muss eines davon sein: %2.</translation>
    </message>
    <message>
        <source>%1 must lie between %2 and %3.</source>
        <translation>%1 muss zwischen %2 und %3 liegen.</translation>
    </message>
    <message>
        <source>%1 must be a version like 2.0.0.</source>
        <translation>%1 muss eine Version wie 2.0.0 sein.</translation>
    </message>
    <message>
        <source>%1 must be an origin like https://files.example.org.</source>
        <translation>%1 muss ein Ursprung wie https://files.example.org sein.</translation>
    </message>
    <message>
        <source>%1 must name one place of the private key.</source>
        <translation>%1 muss genau einen Ort des privaten Schlüssels nennen.</translation>
    </message>
    <message>
        <source>Write {&quot;file&quot;: …}, {&quot;keychain&quot;: …}, {&quot;environment&quot;: …} or {&quot;credential&quot;: …}.</source>
        <translation>Schreiben Sie {&quot;file&quot;: …}, {&quot;keychain&quot;: …}, {&quot;environment&quot;: …} oder {&quot;credential&quot;: …}.</translation>
    </message>
    <message>
        <source>%1 holds a key; a waybill only says where it lies.</source>
        <translation>%1 enthält einen Schlüssel; ein Frachtbrief sagt nur, wo er liegt.</translation>
    </message>
    <message>
        <source>Take the key out, treat it as disclosed and make a new one.</source>
        <translation>Nehmen Sie den Schlüssel heraus, betrachten Sie ihn als offengelegt und erzeugen Sie einen neuen.</translation>
    </message>
    <message>
        <source>%1 is not a usable name.</source>
        <translation>%1 ist kein brauchbarer Name.</translation>
    </message>
    <message>
        <source>%1 must be one scope without spaces.</source>
        <translation>%1 muss ein Scope ohne Leerzeichen sein.</translation>
    </message>
    <message>
        <source>%1 holds a character that no Group id has.</source>
        <translation>%1 enthält ein Zeichen, das keine ID einer Gruppe hat.</translation>
    </message>
    <message>
        <source>%1 must name at least one resource type.</source>
        <translation>%1 muss mindestens einen Ressourcentyp nennen.</translation>
    </message>
    <message>
        <source>%1 must be a resource type like Patient.</source>
        <translation>%1 muss ein Ressourcentyp wie Patient sein.</translation>
    </message>
    <message>
        <source>%1 must be “watermark”, “baseline” or an instant with date, time and zone.</source>
        <translation>%1 muss „watermark“, „baseline“ oder ein Zeitpunkt mit Datum, Uhrzeit und Zone sein.</translation>
    </message>
    <message>
        <source>Write it like 2026-06-24T03:14:07Z.</source>
        <translation>Schreiben Sie ihn wie 2026-06-24T03:14:07Z.</translation>
    </message>
    <message>
        <source>%1: watermarks belong to resource types.</source>
        <translation>%1: Stände gehören zu Ressourcentypen.</translation>
    </message>
    <message>
        <source>%1 must be an instant with date, time and zone.</source>
        <translation>%1 muss ein Zeitpunkt mit Datum, Uhrzeit und Zone sein.</translation>
    </message>
    <message>
        <source>It is the server&apos;s own transactionTime, like 2026-06-24T03:14:07.000Z.</source>
        <translation>Es ist die transactionTime des Servers selbst, wie 2026-06-24T03:14:07.000Z.</translation>
    </message>
    <message>
        <source>%1 must be a time of day, with a time zone if you like.</source>
        <translation>%1 muss eine Tageszeit sein, auf Wunsch mit Zeitzone.</translation>
    </message>
    <message>
        <source>Write it like “02:30 America/New_York” or “Mon..Fri 02:30 UTC”.</source>
        <translation>Schreiben Sie sie wie „02:30 America/New_York“ oder „Mon..Fri 02:30 UTC“.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>About Waybill</source>
        <translation>Über Waybill</translation>
    </message>
    <message>
        <source>Waybill %1</source>
        <translation>Waybill %1</translation>
    </message>
    <message>
        <source>Brings medical practices into FHIR Bulk Data export: keys, discovery, token, Group, export, preview, and the waybill that runs it unattended.</source>
        <translation>Bringt Arztpraxen in den FHIR-Massenexport: Schlüssel, Erkundung, Token, Gruppe, Export, Ansicht und den Frachtbrief, der ihn unbeaufsichtigt ausführt.</translation>
    </message>
    <message>
        <source>Everything it keeps lies in %1</source>
        <translation>Alles, was es aufbewahrt, liegt in %1</translation>
    </message>
    <message>
        <source>Apache License 2.0. Built with Qt %1.</source>
        <translation>Apache-Lizenz 2.0. Gebaut mit Qt %1.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find in the file (viewer)</source>
        <translation>In der Datei suchen (Ansicht)</translation>
    </message>
    <message>
        <source>Next, previous hit (viewer)</source>
        <translation>Nächster, vorheriger Treffer (Ansicht)</translation>
    </message>
    <message>
        <source>Go to a line (viewer)</source>
        <translation>Zu einer Zeile gehen (Ansicht)</translation>
    </message>
    <message>
        <source>Steps of the set-up, status requests</source>
        <translation>Schritte der Einrichtung, Statusanfragen</translation>
    </message>
    <message>
        <source>arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>The folder of Waybill cannot be written.</source>
        <translation>In den Ordner von Waybill kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another one with --home, or correct its permissions.</source>
        <translation>Wählen Sie mit --home einen anderen oder berichtigen Sie seine Berechtigungen.</translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>zlib could not be started.</source>
        <translation>zlib konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The compressed data ends too early: its checksum is missing.</source>
        <translation>Die gepackten Daten enden zu früh: Ihre Prüfsumme fehlt.</translation>
    </message>
    <message>
        <source>Something follows the end of the compressed data.</source>
        <translation>Auf das Ende der gepackten Daten folgt noch etwas.</translation>
    </message>
    <message>
        <source>The server says the data is gzip, but it is not.</source>
        <translation>Der Server sagt, die Daten seien gzip, aber sie sind es nicht.</translation>
    </message>
    <message>
        <source>The checksum of the compressed data is wrong.</source>
        <translation>Die Prüfsumme der gepackten Daten ist falsch.</translation>
    </message>
    <message>
        <source>The compressed data is damaged.</source>
        <translation>Die gepackten Daten sind beschädigt.</translation>
    </message>
    <message>
        <source>The server used the compression &quot;%1&quot;, which nobody asked for.</source>
        <translation>Der Server hat die Kompression „%1“ verwendet, um die niemand gebeten hat.</translation>
    </message>
    <message>
        <source>The server compressed the data more than twice.</source>
        <translation>Der Server hat die Daten mehr als zweimal gepackt.</translation>
    </message>
    <message>
        <source>The answer is larger than %1 MiB.</source>
        <translation>Die Antwort ist größer als %1 MiB.</translation>
    </message>
    <message>
        <source>The compressed data grows more than %1 times when unpacked; it may be a bomb, so it was stopped.</source>
        <translation>Die gepackten Daten wachsen beim Entpacken auf mehr als das %1-Fache; es könnte eine Bombe sein, darum wurde angehalten.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator what this file is.</source>
        <translation>Fragen Sie den Betreiber des Servers, was für eine Datei das ist.</translation>
    </message>
    <message>
        <source>The server declares the character set &quot;%1&quot;; FHIR data must be UTF-8.</source>
        <translation>Der Server gibt den Zeichensatz „%1“ an; FHIR-Daten müssen UTF-8 sein.</translation>
    </message>
    <message>
        <source>Tell the server&apos;s operator.</source>
        <translation>Sagen Sie es dem Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock; if it is right, tell the server&apos;s operator.</source>
        <translation>Prüfen Sie die Uhr dieses Rechners; wenn sie richtig geht, sagen Sie es dem Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked.</source>
        <translation>Das Zertifikat von %1 wurde widerrufen.</translation>
    </message>
    <message>
        <source>Do not send anything there; ask the server&apos;s operator.</source>
        <translation>Schicken Sie nichts dorthin; fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by itself, not by an authority.</source>
        <translation>Das Zertifikat von %1 ist von ihm selbst signiert, nicht von einer Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>If this server is yours, add its certificate as a CA file to the practice.</source>
        <translation>Wenn dieser Server Ihrer ist, geben Sie sein Zertifikat der Praxis als CA-Datei mit.</translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an authority this computer does not know.</source>
        <translation>Das Zertifikat von %1 stammt von einer Zertifizierungsstelle, die dieser Rechner nicht kennt.</translation>
    </message>
    <message>
        <source>Add the authority&apos;s certificate as a CA file to the practice; behind a company proxy it is the company&apos;s.</source>
        <translation>Geben Sie das Zertifikat der Stelle der Praxis als CA-Datei mit; hinter einem Firmenproxy ist es das der Firma.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>Das Zertifikat von %1 gilt noch nicht.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another host name.</source>
        <translation>Das Zertifikat von %1 ist für einen anderen Hostnamen.</translation>
    </message>
    <message>
        <source>Check the address for typing errors; otherwise tell the server&apos;s operator.</source>
        <translation>Prüfen Sie die Adresse auf Tippfehler; sonst sagen Sie es dem Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be traced to an authority this computer knows; an intermediate certificate may be missing.</source>
        <translation>Das Zertifikat von %1 lässt sich auf keine Stelle zurückführen, die dieser Rechner kennt; vielleicht fehlt ein Zwischenzertifikat.</translation>
    </message>
    <message>
        <source>Tell the server&apos;s operator, or add the authority as a CA file to the practice.</source>
        <translation>Sagen Sie es dem Betreiber des Servers oder geben Sie die Stelle der Praxis als CA-Datei mit.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be agreed on: it offers only TLS 1.1 or older, or no TLS at all.</source>
        <translation>Mit %1 war keine sichere Verbindung zu vereinbaren: Er bietet nur TLS 1.1 oder älter oder gar kein TLS.</translation>
    </message>
    <message>
        <source>Tell the server&apos;s operator: TLS 1.2 or newer is required.</source>
        <translation>Sagen Sie dem Betreiber des Servers: TLS 1.2 oder neuer ist nötig.</translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted.</source>
        <translation>Das Zertifikat von %1 wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of its answer.</source>
        <translation>%1 hat die Verbindung mitten in der Antwort geschlossen.</translation>
    </message>
    <message>
        <source>Try again; if it happens every time, a proxy or firewall may be in between.</source>
        <translation>Versuchen Sie es noch einmal; wenn es jedes Mal geschieht, ist vielleicht ein Proxy oder eine Firewall dazwischen.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>The host %1 was not found.</source>
        <translation>Der Host %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the address for typing errors, and the network or VPN.</source>
        <translation>Prüfen Sie die Adresse auf Tippfehler und das Netz oder VPN.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>Check the address and port; the server may be down, or a firewall may be in between.</source>
        <translation>Prüfen Sie Adresse und Port; vielleicht ist der Server aus oder eine Firewall dazwischen.</translation>
    </message>
    <message>
        <source>%1 could not be reached in time.</source>
        <translation>%1 war nicht rechtzeitig zu erreichen.</translation>
    </message>
    <message>
        <source>Check the network or VPN, then try again.</source>
        <translation>Prüfen Sie das Netz oder VPN und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 asks for a user name and password.</source>
        <translation>Der Proxy auf dem Weg zu %1 verlangt Benutzername und Passwort.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 did not make the connection.</source>
        <translation>Der Proxy auf dem Weg zu %1 hat die Verbindung nicht hergestellt.</translation>
    </message>
    <message>
        <source>Check the proxy in the system settings.</source>
        <translation>Prüfen Sie den Proxy in den Systemeinstellungen.</translation>
    </message>
    <message>
        <source>The connection to %1 failed.</source>
        <translation>Die Verbindung zu %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 s.</source>
        <translation>Keine Verbindung zu %1 innerhalb von %2 s.</translation>
    </message>
    <message>
        <source>%1 took the request but did not answer within %2 s.</source>
        <translation>%1 hat die Anfrage angenommen, aber innerhalb von %2 s nicht geantwortet.</translation>
    </message>
    <message>
        <source>The server may be busy; try again later.</source>
        <translation>Vielleicht ist der Server beschäftigt; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 stopped sending in the middle of its answer for %2 s.</source>
        <translation>%1 hat mitten in der Antwort %2 s lang nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>%1 answered, but not in HTTP.</source>
        <translation>%1 hat geantwortet, aber nicht in HTTP.</translation>
    </message>
    <message>
        <source>Check the address and port.</source>
        <translation>Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>The answer of %1 is incomplete: %2 of %3 bytes arrived.</source>
        <translation>Die Antwort von %1 ist unvollständig: %2 von %3 Bytes sind angekommen.</translation>
    </message>
    <message>
        <source>The server&apos;s answer has headers of more than 64 KiB.</source>
        <translation>Die Antwort des Servers hat Kopfzeilen von mehr als 64 KiB.</translation>
    </message>
    <message>
        <source>The server answered with an unusable status.</source>
        <translation>Der Server hat mit einem unbrauchbaren Status geantwortet.</translation>
    </message>
    <message>
        <source>The server announced two lengths for one answer, or one that is no number.</source>
        <translation>Der Server hat für eine Antwort zwei Längen angekündigt oder eine, die keine Zahl ist.</translation>
    </message>
    <message>
        <source>The CA file of this practice cannot be read, or holds no certificate.</source>
        <translation>Die CA-Datei dieser Praxis kann nicht gelesen werden oder enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>Choose a PEM file, or remove it from the practice.</source>
        <translation>Wählen Sie eine PEM-Datei oder nehmen Sie sie aus der Praxis heraus.</translation>
    </message>
    <message>
        <source>Only https addresses without a password in them are used.</source>
        <translation>Nur https-Adressen ohne Passwort darin werden verwendet.</translation>
    </message>
    <message>
        <source>Check the address, or ask the server&apos;s operator about the redirect.</source>
        <translation>Prüfen Sie die Adresse oder fragen Sie den Betreiber des Servers nach der Umleitung.</translation>
    </message>
    <message>
        <source>The server redirects to %1; this request is never redirected.</source>
        <translation>Der Server leitet nach %1 um; diese Anfrage wird nie umgeleitet.</translation>
    </message>
    <message>
        <source>The server redirects, but not to a usable address.</source>
        <translation>Der Server leitet um, aber nicht auf eine brauchbare Adresse.</translation>
    </message>
    <message>
        <source>The server redirects to %1 without encryption; that is refused.</source>
        <translation>Der Server leitet ohne Verschlüsselung nach %1 um; das wird abgelehnt.</translation>
    </message>
    <message>
        <source>The server redirects to %1 with a password in the address; that is refused.</source>
        <translation>Der Server leitet mit einem Passwort in der Adresse nach %1 um; das wird abgelehnt.</translation>
    </message>
    <message>
        <source>The server redirects into a private network (%1); that is refused.</source>
        <translation>Der Server leitet in ein privates Netz um (%1); das wird abgelehnt.</translation>
    </message>
    <message>
        <source>The server redirects to another host, %1; this request stays at its own.</source>
        <translation>Der Server leitet auf einen anderen Host um, %1; diese Anfrage bleibt bei ihrem eigenen.</translation>
    </message>
    <message>
        <source>The server redirects a request with a body to %1 in a way that loses the body.</source>
        <translation>Der Server leitet eine Anfrage mit Inhalt so nach %1 um, dass der Inhalt verloren geht.</translation>
    </message>
    <message>
        <source>The server redirects to %1; only downloads may go to another host.</source>
        <translation>Der Server leitet nach %1 um; nur Downloads dürfen zu einem anderen Host.</translation>
    </message>
    <message>
        <source>The server redirects in a circle, by way of %1.</source>
        <translation>Der Server leitet im Kreis um, über %1.</translation>
    </message>
    <message>
        <source>The server redirects too often, last to %1.</source>
        <translation>Der Server leitet zu oft um, zuletzt nach %1.</translation>
    </message>
    <message>
        <source>The CA file cannot be read.</source>
        <translation>Die CA-Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Choose a PEM file that you may read.</source>
        <translation>Wählen Sie eine PEM-Datei, die Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>This file holds a private key, too.</source>
        <translation>In dieser Datei liegt auch ein privater Schlüssel.</translation>
    </message>
    <message>
        <source>Choose a file with nothing but the authority&apos;s certificates.</source>
        <translation>Wählen Sie eine Datei, in der nur die Zertifikate der Zertifizierungsstelle liegen.</translation>
    </message>
    <message>
        <source>There is no certificate in this file.</source>
        <translation>In dieser Datei liegt kein Zertifikat.</translation>
    </message>
    <message>
        <source>Choose a PEM file: it begins with “-----BEGIN CERTIFICATE-----”.</source>
        <translation>Wählen Sie eine PEM-Datei: Sie beginnt mit „-----BEGIN CERTIFICATE-----“.</translation>
    </message>
    <message>
        <source>This is not the address of a proxy.</source>
        <translation>Das ist keine Adresse eines Proxys.</translation>
    </message>
    <message>
        <source>Enter host and port, as proxy.example:8080 or socks5://proxy.example:1080, or direct for none.</source>
        <translation>Geben Sie Host und Port ein, zum Beispiel proxy.example:8080 oder socks5://proxy.example:1080, oder direct für keinen.</translation>
    </message>
    <message>
        <source>Enter them where the practice&apos;s endpoint is chosen, under Certificates and proxy, or in the system settings; or ask your network administrators to let this host pass.</source>
        <translation>Geben Sie beides dort ein, wo der Endpunkt der Praxis gewählt wird, unter „Zertifikate und Proxy“, oder in den Systemeinstellungen; oder bitten Sie Ihre Netzverwaltung, diesen Host durchzulassen.</translation>
    </message>
    <message>
        <source>A password in the proxy&apos;s address would be kept in the clear.</source>
        <translation>Ein Passwort in der Adresse des Proxys läge im Klartext.</translation>
    </message>
    <message>
        <source>Enter the user only, as user@proxy.example:8080; the password has a field of its own.</source>
        <translation>Geben Sie nur den Benutzer ein, zum Beispiel user@proxy.example:8080; das Passwort hat ein eigenes Feld.</translation>
    </message>
</context>
<context>
    <name>InspectFiles</name>
    <message>
        <source>The disk failed while the file was read.</source>
        <translation>Beim Lesen der Datei hat die Platte versagt.</translation>
    </message>
    <message>
        <source>The disk failed while the file was searched.</source>
        <translation>Beim Durchsuchen der Datei hat die Platte versagt.</translation>
    </message>
</context>
<context>
    <name>Invocation</name>
    <message>
        <source>waybill-run --help lists the commands.</source>
        <translation>waybill-run --help zeigt die Befehle.</translation>
    </message>
    <message>
        <source>--baseline and --since exclude each other.</source>
        <translation>--baseline und --since schließen einander aus.</translation>
    </message>
    <message>
        <source>--since needs an instant with seconds and zone, like 2026-06-24T03:14:07Z.</source>
        <translation>--since braucht einen Zeitpunkt mit Sekunden und Zone, wie 2026-06-24T03:14:07Z.</translation>
    </message>
    <message>
        <source>--progress is text or json.</source>
        <translation>--progress ist text oder json.</translation>
    </message>
    <message>
        <source>Name one waybill: its folder or its waybill.json.</source>
        <translation>Nennen Sie einen Frachtbrief: seinen Ordner oder seine waybill.json.</translation>
    </message>
    <message>
        <source>Name at least one file to inspect.</source>
        <translation>Nennen Sie mindestens eine Datei zum Durchsehen.</translation>
    </message>
    <message>
        <source>Name one file and one pattern.</source>
        <translation>Nennen Sie eine Datei und ein Muster.</translation>
    </message>
    <message>
        <source>A duration is a number and a unit: 90s, 15m, 2h, 1d.</source>
        <translation>Eine Dauer ist eine Zahl und eine Einheit: 90s, 15m, 2h, 1d.</translation>
    </message>
    <message>
        <source>No command was given.</source>
        <translation>Es wurde kein Befehl gegeben.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Den Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>--without takes _type or _since.</source>
        <translation>--without nimmt _type oder _since.</translation>
    </message>
    <message>
        <source>--blank-lines is ignore or problem.</source>
        <translation>--blank-lines ist ignore oder problem.</translation>
    </message>
    <message>
        <source>--new-patients fetches their whole history; it takes no --since and no --baseline.</source>
        <translation>--new-patients holt ihre ganze Vorgeschichte; dazu passen weder --since noch --baseline.</translation>
    </message>
    <message>
        <source>Usage: waybill-run COMMAND …

  check   WAYBILL [--state DIR]          schema, key, discovery, token, Group; starts no export
  export  WAYBILL [--out DIR] [--state DIR] [--baseline | --since INSTANT] [--new]
                  [--max-wait DURATION] [--progress text|json]
                  [--without PARAMETER]… [--blank-lines ignore|problem]
                  [--type-filter SEARCH]… [--organize-by TYPE] [--new-patients]
                                         goes on with an unfinished run, else starts one
  status  WAYBILL [--state DIR] [--json] runs, watermarks, next action
  cancel  WAYBILL [--state DIR]          deletes the running job on the server, confirms it
  inspect FILE|RUN… [--json]             lines, resources by type, problems with line numbers
  find    FILE PATTERN [--regex] [--json]  numbers of the matching lines

WAYBILL is the folder that Waybill wrote, or its waybill.json. DURATION is 90s, 15m, 2h or 1d.
The state lies in --state, else in $STATE_DIRECTORY, else in state/ beside waybill.json.

Exit codes: 0 complete and verified, 1 failed, 2 bad arguments or waybill, 3 not authorised,
4 finished but not all is good (the watermark stays), 75 try again later (nothing is lost),
70 internal fault.
</source>
        <translation>Aufruf: waybill-run BEFEHL …

  check   WAYBILL [--state DIR]          Schema, Schlüssel, Erkundung, Token, Gruppe; startet keinen Export
  export  WAYBILL [--out DIR] [--state DIR] [--baseline | --since INSTANT] [--new]
                  [--max-wait DAUER] [--progress text|json]
                  [--without PARAMETER]… [--blank-lines ignore|problem]
                  [--type-filter SUCHE]… [--organize-by TYP] [--new-patients]
                                         macht mit einem unfertigen Lauf weiter, sonst startet es einen
  status  WAYBILL [--state DIR] [--json] Läufe, Stände, was als Nächstes geschieht
  cancel  WAYBILL [--state DIR]          löscht den laufenden Auftrag auf dem Server, bestätigt es
  inspect FILE|RUN… [--json]             Zeilen, Ressourcen je Typ, Probleme mit Zeilennummern
  find    FILE MUSTER [--regex] [--json] Nummern der passenden Zeilen

WAYBILL ist der Ordner, den Waybill geschrieben hat, oder dessen waybill.json. DAUER ist 90s, 15m, 2h oder 1d.
Der Zustand liegt in --state, sonst in $STATE_DIRECTORY, sonst in state/ neben waybill.json.

Exit-Codes: 0 vollständig und geprüft, 1 fehlgeschlagen, 2 falsche Argumente oder Frachtbrief, 3 nicht berechtigt,
4 fertig, aber nicht alles ist gut (der Stand bleibt), 75 später noch einmal versuchen (nichts ist verloren),
70 innerer Fehler.
</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Publish the key again.</source>
        <translation>Veröffentlichen Sie den Schlüssel noch einmal.</translation>
    </message>
    <message>
        <source>This is not an RSA or EC key.</source>
        <translation>Das ist kein RSA- oder EC-Schlüssel.</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; of the key is missing or malformed.</source>
        <translation>Das Feld „%1“ des Schlüssels fehlt oder ist fehlerhaft.</translation>
    </message>
    <message>
        <source>The key is not one for %1.</source>
        <translation>Der Schlüssel ist keiner für %1.</translation>
    </message>
    <message>
        <source>The published key is malformed.</source>
        <translation>Der veröffentlichte Schlüssel ist fehlerhaft.</translation>
    </message>
    <message>
        <source>This is not a JWK Set.</source>
        <translation>Das ist kein JWK Set.</translation>
    </message>
    <message>
        <source>This JWK Set holds a private key.</source>
        <translation>Dieses JWK Set enthält einen privaten Schlüssel.</translation>
    </message>
    <message>
        <source>Do not publish it. If it was published, make a new key.</source>
        <translation>Veröffentlichen Sie es nicht. Wenn es veröffentlicht war, erzeugen Sie einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>Choose the file of the private key.</source>
        <translation>Wählen Sie die Datei des privaten Schlüssels.</translation>
    </message>
    <message>
        <source>This is a key of type %1; SMART servers want RSA or P-384.</source>
        <translation>Das ist ein Schlüssel vom Typ %1; SMART-Server wollen RSA oder P-384.</translation>
    </message>
    <message>
        <source>Use an RSA key of 3072 or 4096 bits, or a P-384 key.</source>
        <translation>Nehmen Sie einen RSA-Schlüssel mit 3072 oder 4096 Bit oder einen P-384-Schlüssel.</translation>
    </message>
    <message>
        <source>This is a shared secret, not a private key.</source>
        <translation>Das ist ein geteiltes Geheimnis, kein privater Schlüssel.</translation>
    </message>
    <message>
        <source>This JWK does not say which type of key it is (&quot;kty&quot;).</source>
        <translation>Dieses JWK sagt nicht, von welcher Art der Schlüssel ist („kty“).</translation>
    </message>
    <message>
        <source>This RSA key lacks some of its numbers (n, e, d, p, q, dp, dq, qi).</source>
        <translation>Diesem RSA-Schlüssel fehlen einige seiner Zahlen (n, e, d, p, q, dp, dq, qi).</translation>
    </message>
    <message>
        <source>Export it again as PKCS#8 or as a complete JWK.</source>
        <translation>Exportieren Sie ihn noch einmal als PKCS#8 oder als vollständiges JWK.</translation>
    </message>
    <message>
        <source>This key is on the curve %1; ES384 needs P-384.</source>
        <translation>Dieser Schlüssel liegt auf der Kurve %1; ES384 braucht P-384.</translation>
    </message>
    <message>
        <source>This P-384 key lacks some of its numbers (x, y, d).</source>
        <translation>Diesem P-384-Schlüssel fehlen einige seiner Zahlen (x, y, d).</translation>
    </message>
    <message>
        <source>The numbers of this key do not fit together.</source>
        <translation>Die Zahlen dieses Schlüssels passen nicht zusammen.</translation>
    </message>
    <message>
        <source>This JWK Set holds public keys only.</source>
        <translation>Dieses JWK Set enthält nur öffentliche Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <source>This JWK Set holds %n private key(s).</source>
        <translation>
            <numerusform>Dieses JWK Set enthält %n privaten Schlüssel.</numerusform>
            <numerusform>Dieses JWK Set enthält %n private Schlüssel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Wählen Sie einen davon.</translation>
    </message>
    <message>
        <source>This JWK Set holds no private key &quot;%1&quot;.</source>
        <translation>Dieses JWK Set enthält keinen privaten Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>This file is neither PEM nor a JSON Web Key.</source>
        <translation>Diese Datei ist weder PEM noch ein JSON Web Key.</translation>
    </message>
    <message>
        <source>This is a public key; the private key is needed.</source>
        <translation>Das ist ein öffentlicher Schlüssel; gebraucht wird der private.</translation>
    </message>
    <message>
        <source>Keys of other sizes can be imported, not made.</source>
        <translation>Schlüssel anderer Größen können importiert, aber nicht erzeugt werden.</translation>
    </message>
    <message>
        <source>Making the key was cancelled.</source>
        <translation>Das Erzeugen des Schlüssels wurde abgebrochen.</translation>
    </message>
    <message>
        <source>OpenSSL could not make a key: %1.</source>
        <translation>OpenSSL konnte keinen Schlüssel erzeugen: %1.</translation>
    </message>
    <message>
        <source>The key is encrypted with a method that OpenSSL 3 no longer reads.</source>
        <translation>Der Schlüssel ist mit einem Verfahren verschlüsselt, das OpenSSL 3 nicht mehr liest.</translation>
    </message>
    <message>
        <source>Encrypt it again: openssl pkcs8 -topk8 -v2 aes-256-cbc -provider legacy.</source>
        <translation>Verschlüsseln Sie ihn neu: openssl pkcs8 -topk8 -v2 aes-256-cbc -provider legacy.</translation>
    </message>
    <message>
        <source>The passphrase is wrong, or the key file is damaged.</source>
        <translation>Die Passphrase ist falsch, oder die Schlüsseldatei ist beschädigt.</translation>
    </message>
    <message>
        <source>Enter the passphrase again.</source>
        <translation>Geben Sie die Passphrase noch einmal ein.</translation>
    </message>
    <message>
        <source>This is a key in OpenSSH&apos;s own format.</source>
        <translation>Das ist ein Schlüssel im eigenen Format von OpenSSH.</translation>
    </message>
    <message>
        <source>Convert a copy of it: ssh-keygen -p -m PKCS8 -f KEY.</source>
        <translation>Wandeln Sie eine Kopie davon um: ssh-keygen -p -m PKCS8 -f SCHLÜSSEL.</translation>
    </message>
    <message>
        <source>This is a certificate; the private key is needed.</source>
        <translation>Das ist ein Zertifikat; gebraucht wird der private Schlüssel.</translation>
    </message>
    <message>
        <source>This PEM file holds no private key.</source>
        <translation>Diese PEM-Datei enthält keinen privaten Schlüssel.</translation>
    </message>
    <message>
        <source>The key is encrypted.</source>
        <translation>Der Schlüssel ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Enter its passphrase.</source>
        <translation>Geben Sie ihre Passphrase ein.</translation>
    </message>
    <message>
        <source>The key file is damaged: %1.</source>
        <translation>Die Schlüsseldatei ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>Choose another file, or export the key again.</source>
        <translation>Wählen Sie eine andere Datei oder exportieren Sie den Schlüssel noch einmal.</translation>
    </message>
    <message>
        <source>The private and the public half of this key do not belong together.</source>
        <translation>Die private und die öffentliche Hälfte dieses Schlüssels gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>Export the key again.</source>
        <translation>Exportieren Sie den Schlüssel noch einmal.</translation>
    </message>
    <message>
        <source>This file is too large to be a key.</source>
        <translation>Diese Datei ist zu groß für einen Schlüssel.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a signature algorithm of SMART Backend Services.</source>
        <translation>„%1“ ist kein Signaturverfahren von SMART Backend Services.</translation>
    </message>
    <message>
        <source>Use RS384 or ES384.</source>
        <translation>Nehmen Sie RS384 oder ES384.</translation>
    </message>
    <message>
        <source>This RSA key has %1 bits; RS384 needs at least 2048.</source>
        <translation>Dieser RSA-Schlüssel hat %1 Bit; RS384 braucht mindestens 2048.</translation>
    </message>
    <message>
        <source>This RSA key has an unusual public exponent; servers expect 65537.</source>
        <translation>Dieser RSA-Schlüssel hat einen ungewöhnlichen öffentlichen Exponenten; Server erwarten 65537.</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>An encrypted key file needs a passphrase.</source>
        <translation>Eine verschlüsselte Schlüsseldatei braucht eine Passphrase.</translation>
    </message>
    <message>
        <source>Enter a passphrase.</source>
        <translation>Geben Sie eine Passphrase ein.</translation>
    </message>
    <message>
        <source>OpenSSL could not encrypt the key: %1.</source>
        <translation>OpenSSL konnte den Schlüssel nicht verschlüsseln: %1.</translation>
    </message>
    <message>
        <source>The key could not be written as a JWK.</source>
        <translation>Der Schlüssel konnte nicht als JWK geschrieben werden.</translation>
    </message>
    <message>
        <source>OpenSSL could not sign: %1.</source>
        <translation>OpenSSL konnte nicht signieren: %1.</translation>
    </message>
</context>
<context>
    <name>LoadKey</name>
    <message>
        <source>The environment variable that should hold the private key is empty.</source>
        <translation>Die Umgebungsvariable, die den privaten Schlüssel enthalten soll, ist leer.</translation>
    </message>
    <message>
        <source>Set it for this service, then try again.</source>
        <translation>Setzen Sie sie für diesen Dienst und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The systemd credential with the private key was not handed to this process.</source>
        <translation>Das systemd-Credential mit dem privaten Schlüssel wurde diesem Prozess nicht übergeben.</translation>
    </message>
    <message>
        <source>Add a LoadCredential= line with this name to the unit.</source>
        <translation>Nehmen Sie eine Zeile LoadCredential= mit diesem Namen in die Unit auf.</translation>
    </message>
    <message>
        <source>Another key lies where the key of this practice should be.</source>
        <translation>Wo der Schlüssel dieser Praxis sein sollte, liegt ein anderer.</translation>
    </message>
    <message>
        <source>Put the key back whose thumbprint the waybill names.</source>
        <translation>Legen Sie den Schlüssel zurück, dessen Fingerabdruck der Frachtbrief nennt.</translation>
    </message>
    <message>
        <source>The private key is encrypted and its passphrase is not known here.</source>
        <translation>Der private Schlüssel ist verschlüsselt, und seine Passphrase ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Give the passphrase; a service finds it in WAYBILL_KEY_PASSPHRASE or in a file named like the key with “.passphrase” at its end.</source>
        <translation>Geben Sie die Passphrase an; ein Dienst findet sie in WAYBILL_KEY_PASSPHRASE oder in einer Datei, die wie der Schlüssel heißt und auf „.passphrase“ endet.</translation>
    </message>
    <message>
        <source>It is not said where the private key of this practice lies.</source>
        <translation>Es ist nicht gesagt, wo der private Schlüssel dieser Praxis liegt.</translation>
    </message>
    <message>
        <source>The private key lies in a keychain, and there is none here.</source>
        <translation>Der private Schlüssel liegt in einem Schlüsselbund, und hier gibt es keinen.</translation>
    </message>
</context>
<context>
    <name>Monitor</name>
    <message>
        <source>all types the server offers</source>
        <translation>alle Typen, die der Server anbietet</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything (baseline)</source>
        <translation>Alles (Vollabzug)</translation>
    </message>
    <message>
        <source>Changes since %1</source>
        <translation>Änderungen seit %1</translation>
    </message>
    <message>
        <source>job %1 of %2</source>
        <translation>Auftrag %1 von %2</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>started %1, %2 ago</source>
        <translation>gestartet %1, vor %2</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Kick-off</source>
        <translation>Startanfrage</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>reported by the server: %1 % (it said %2 % before)</source>
        <translation>vom Server gemeldet: %1 % (vorher sagte er %2 %)</translation>
    </message>
    <message>
        <source>reported by the server: %1 %</source>
        <translation>vom Server gemeldet: %1 %</translation>
    </message>
    <message>
        <source>The server reports no number.</source>
        <translation>Der Server meldet keine Zahl.</translation>
    </message>
    <message>
        <source>The server reports no progress; it is still working.</source>
        <translation>Der Server meldet keinen Fortschritt; er arbeitet noch.</translation>
    </message>
    <message>
        <source>The server has not been asked yet.</source>
        <translation>Der Server wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 of %4 files</source>
        <translation>%1 von %2 · %3 von %4 Dateien</translation>
    </message>
    <message>
        <source>%1 of %2 files · %3 so far</source>
        <translation>%1 von %2 Dateien · bisher %3</translation>
    </message>
    <message>
        <source>Next check in %1</source>
        <translation>Nächste Nachfrage in %1</translation>
    </message>
    <message>
        <source>Checking now…</source>
        <translation>Wird jetzt gefragt…</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>Noch kein Token</translation>
    </message>
    <message>
        <source>Token valid for %1</source>
        <translation>Token gilt noch %1</translation>
    </message>
    <message>
        <source>Token expired; the next request renews it</source>
        <translation>Token abgelaufen; die nächste Anfrage erneuert es</translation>
    </message>
    <message>
        <source>No status request yet</source>
        <translation>Noch keine Statusanfrage</translation>
    </message>
    <message numerus="yes">
        <source>%n status request(s)</source>
        <translation>
            <numerusform>%n Statusanfrage</numerusform>
            <numerusform>%n Statusanfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked to slow down</source>
        <translation>
            <numerusform>%n bat um weniger</numerusform>
            <numerusform>%n baten um weniger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a good answer</source>
        <translation>
            <numerusform>%n ohne gute Antwort</numerusform>
            <numerusform>%n ohne gute Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>Watermark stays: %1</source>
        <translation>Stand bleibt: %1</translation>
    </message>
    <message>
        <source>Watermark moved to %1</source>
        <translation>Stand verschoben auf %1</translation>
    </message>
    <message>
        <source>Kick off again</source>
        <translation>Noch einmal starten</translation>
    </message>
    <message>
        <source>Go on asking</source>
        <translation>Weiter nachfragen</translation>
    </message>
    <message>
        <source>Cancel again</source>
        <translation>Noch einmal abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Getting a token and sending the kick-off request.</source>
        <translation>Ein Token wird geholt und die Startanfrage gesendet.</translation>
    </message>
    <message>
        <source>The request was sent, but no answer came back. The server may have started the job.</source>
        <translation>Die Anfrage wurde gesendet, aber es kam keine Antwort. Vielleicht hat der Server den Auftrag gestartet.</translation>
    </message>
    <message>
        <source>The server collects the data. You can close Waybill; the job goes on.</source>
        <translation>Der Server stellt die Daten zusammen. Sie können Waybill schließen; der Auftrag läuft weiter.</translation>
    </message>
    <message>
        <source>Too many requests for now. Waybill waits and goes on by itself.</source>
        <translation>Im Moment zu viele Anfragen. Waybill wartet und macht von selbst weiter.</translation>
    </message>
    <message>
        <source>The server has not given a good answer for a while. The job is kept.</source>
        <translation>Der Server hat eine Weile keine gute Antwort gegeben. Der Auftrag bleibt erhalten.</translation>
    </message>
    <message>
        <source>The export is ready. Reading which files there are.</source>
        <translation>Der Export ist fertig. Gelesen wird, welche Dateien es gibt.</translation>
    </message>
    <message>
        <source>Files are fetched, counted and hashed as they arrive.</source>
        <translation>Dateien werden geholt, gezählt und gehasht, während sie ankommen.</translation>
    </message>
    <message>
        <source>Everything is here; writing the report.</source>
        <translation>Alles ist da; der Bericht wird geschrieben.</translation>
    </message>
    <message>
        <source>Asked the server to delete the job; waiting for its word.</source>
        <translation>Der Server wurde gebeten, den Auftrag zu löschen; seine Antwort steht aus.</translation>
    </message>
    <message>
        <source>%1 · Group %2</source>
        <translation>%1 · Gruppe %2</translation>
    </message>
    <message>
        <source>still working</source>
        <translation>arbeitet noch</translation>
    </message>
    <message>
        <source>asked to slow down</source>
        <translation>bat um weniger Anfragen</translation>
    </message>
    <message>
        <source>server trouble, trying again</source>
        <translation>Störung des Servers, neuer Versuch</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>answered in %1 ms</source>
        <translation>Antwort nach %1 ms</translation>
    </message>
    <message>
        <source>Complete and verified</source>
        <translation>Vollständig und geprüft</translation>
    </message>
    <message>
        <source>Complete, with errors</source>
        <translation>Vollständig, mit Fehlern</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not authorised</source>
        <translation>Nicht berechtigt</translation>
    </message>
    <message>
        <source>Already running on the server</source>
        <translation>Läuft schon auf dem Server</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Gone from the server</source>
        <translation>Auf dem Server verschwunden</translation>
    </message>
    <message>
        <source>Downloads paused</source>
        <translation>Downloads angehalten</translation>
    </message>
    <message>
        <source>Asking for the export</source>
        <translation>Export wird angefragt</translation>
    </message>
    <message>
        <source>Answer to the kick-off lost</source>
        <translation>Antwort auf den Start verloren</translation>
    </message>
    <message>
        <source>Preparing on the server</source>
        <translation>Server bereitet vor</translation>
    </message>
    <message>
        <source>The server asks us to wait</source>
        <translation>Der Server bittet zu warten</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <translation>Braucht Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Reading the list of files</source>
        <translation>Dateiliste wird gelesen</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Checking and finishing</source>
        <translation>Prüfung und Abschluss</translation>
    </message>
    <message>
        <source>Cancelling on the server</source>
        <translation>Wird auf dem Server abgebrochen</translation>
    </message>
    <message>
        <source>Next check %1</source>
        <translation>Nächste Abfrage %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>practice, name of the Group</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>gestartet %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>answer lost</source>
        <translation>Antwort verloren</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>needs your decision</source>
        <translation>braucht Ihre Entscheidung</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>wird abgeschlossen</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>the request may have reached the server; Waybill finds out at its next start</source>
        <translation>die Anfrage hat den Server vielleicht erreicht; Waybill klärt das beim nächsten Start</translation>
    </message>
    <message>
        <source>the server goes on preparing; Waybill asks again at its next start</source>
        <translation>der Server bereitet weiter vor; Waybill fragt beim nächsten Start wieder nach</translation>
    </message>
    <message>
        <source>it is ready at the server; its files are fetched at the next start</source>
        <translation>er liegt auf dem Server bereit; seine Dateien werden beim nächsten Start geholt</translation>
    </message>
    <message>
        <source>%1 of %2 files are here; the others are fetched at the next start</source>
        <translation>%1 von %2 Dateien sind da; die übrigen werden beim nächsten Start geholt</translation>
    </message>
    <message>
        <source>everything is here; the report is finished at the next start</source>
        <translation>alles ist da; der Bericht wird beim nächsten Start fertiggestellt</translation>
    </message>
    <message>
        <source>the server was asked to delete it; its answer is read at the next start</source>
        <translation>der Server wurde gebeten, ihn zu löschen; seine Antwort wird beim nächsten Start gelesen</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <translation>Nächster Versuch in %1</translation>
    </message>
    <message>
        <source>Next try %1</source>
        <translation>Nächster Versuch %1</translation>
    </message>
    <message>
        <source>Waybill waits, then asks for the export again by itself. Until then nothing is sent.</source>
        <translation>Waybill wartet und verlangt den Export dann von selbst noch einmal. Bis dahin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Waiting to try again</source>
        <translation>Wartet auf den nächsten Versuch</translation>
    </message>
    <message>
        <source>nothing was started yet; Waybill tries again at its next start</source>
        <translation>noch ist nichts begonnen; Waybill versucht es beim nächsten Start wieder</translation>
    </message>
</context>
<context>
    <name>MoveWatermark</name>
    <message>
        <source>Not an instant. It needs date, time, seconds and zone, e.g. 2026-06-24T03:14:07Z.</source>
        <translation>Kein Zeitpunkt. Nötig sind Datum, Uhrzeit, Sekunden und Zone, z. B. 2026-06-24T03:14:07Z.</translation>
    </message>
    <message>
        <source>Back: the next export repeats what lies between; nothing is missed.</source>
        <translation>Zurück: Der nächste Export wiederholt, was dazwischen liegt; nichts geht verloren.</translation>
    </message>
    <message>
        <source>Forward: what changed in between is never asked for again.</source>
        <translation>Vorwärts: Nach dem, was sich dazwischen geändert hat, wird nie mehr gefragt.</translation>
    </message>
    <message>
        <source>Move the watermark</source>
        <translation>Stand verschieben</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>Für: %1</translation>
    </message>
    <message>
        <source>It is kept in the audit trail.</source>
        <translation>Er wird im Protokoll der Änderungen festgehalten.</translation>
    </message>
    <message>
        <source>&amp;Complete up to:</source>
        <translation>&amp;Vollständig bis:</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation>So lassen</translation>
    </message>
</context>
<context>
    <name>Ndjson</name>
    <message>
        <source>The file could not be read to its end.</source>
        <translation>Die Datei konnte nicht bis zum Ende gelesen werden.</translation>
    </message>
    <message>
        <source>The disk failed while the file was searched.</source>
        <translation>Beim Durchsuchen der Datei hat die Platte versagt.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Compressed (gzip)</source>
        <translation>Gepackt (gzip)</translation>
    </message>
    <message>
        <source>This is UTF-16 text. NDJSON must be UTF-8.</source>
        <translation>Das ist UTF-16-Text. NDJSON muss UTF-8 sein.</translation>
    </message>
    <message>
        <source>This is one JSON array, not NDJSON with one resource per line.</source>
        <translation>Das ist ein einziges JSON-Array, kein NDJSON mit einer Ressource je Zeile.</translation>
    </message>
    <message>
        <source>This is one JSON document over many lines, not one resource per line.</source>
        <translation>Das ist ein JSON-Dokument über viele Zeilen, nicht eine Ressource je Zeile.</translation>
    </message>
    <message>
        <source>This is text, but not JSON.</source>
        <translation>Das ist Text, aber kein JSON.</translation>
    </message>
    <message>
        <source>This is not a text file.</source>
        <translation>Das ist keine Textdatei.</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation>Byte-Order-Marke</translation>
    </message>
    <message>
        <source>CRLF line ends</source>
        <translation>CRLF-Zeilenenden</translation>
    </message>
    <message>
        <source>The disk failed while the file was read.</source>
        <translation>Beim Lesen der Datei hat die Platte versagt.</translation>
    </message>
    <message>
        <source>The file could not be unpacked.</source>
        <translation>Die Datei konnte nicht entpackt werden.</translation>
    </message>
    <message>
        <source>The compressed file is damaged or ends too early.</source>
        <translation>Die gepackte Datei ist beschädigt oder endet zu früh.</translation>
    </message>
    <message>
        <source>The lines before the damage are shown. Fetch the file again.</source>
        <translation>Gezeigt werden die Zeilen vor dem Schaden. Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>A temporary file for the unpacked lines could not be made.</source>
        <translation>Eine temporäre Datei für die entpackten Zeilen konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>There is no room to unpack the file.</source>
        <translation>Es ist kein Platz, um die Datei zu entpacken.</translation>
    </message>
    <message>
        <source>The line is not valid UTF-8.</source>
        <translation>Die Zeile ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>The line is not valid JSON.</source>
        <translation>Die Zeile ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The line is JSON, but not an object: no resource.</source>
        <translation>Die Zeile ist JSON, aber kein Objekt: keine Ressource.</translation>
    </message>
    <message>
        <source>The line holds more than one JSON document; each needs its own line.</source>
        <translation>Die Zeile enthält mehr als ein JSON-Dokument; jedes braucht seine eigene Zeile.</translation>
    </message>
    <message>
        <source>The line is nested deeper than 1024 levels.</source>
        <translation>Die Zeile ist tiefer als 1024 Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>The line is longer than %1 and was not read.</source>
        <translation>Die Zeile ist länger als %1 und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The object has no resourceType.</source>
        <translation>Das Objekt hat keinen resourceType.</translation>
    </message>
    <message>
        <source>The resource is of another type; the file should hold %1.</source>
        <translation>Die Ressource ist von einem anderen Typ; die Datei sollte %1 enthalten.</translation>
    </message>
    <message>
        <source>A Parameters header stands here, but the export was not organised.</source>
        <translation>Hier steht ein Parameters-Kopf, aber der Export war nicht gegliedert.</translation>
    </message>
    <message>
        <source>The line is empty.</source>
        <translation>Die Zeile ist leer.</translation>
    </message>
    <message>
        <source>The line starts with a byte order mark, which is ignored.</source>
        <translation>Die Zeile beginnt mit einer Byte-Order-Marke, die nicht beachtet wird.</translation>
    </message>
    <message>
        <source>The last line does not end with a newline.</source>
        <translation>Die letzte Zeile endet nicht mit einem Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The resource has no id.</source>
        <translation>Die Ressource hat keine id.</translation>
    </message>
    <message>
        <source>A resource with the same id came before.</source>
        <translation>Eine Ressource mit derselben id kam schon vorher.</translation>
    </message>
    <message>
        <source>From here on ids are not compared: there are too many to remember.</source>
        <translation>Ab hier werden ids nicht verglichen: Es sind zu viele, um sie zu behalten.</translation>
    </message>
    <message>
        <source>An object has the same key twice.</source>
        <translation>Ein Objekt hat denselben Schlüssel zweimal.</translation>
    </message>
    <message>
        <source>A string holds half of a character (a lone surrogate).</source>
        <translation>Eine Zeichenkette enthält ein halbes Zeichen (ein einzelnes Surrogat).</translation>
    </message>
    <message>
        <source>A string holds the NUL character.</source>
        <translation>Eine Zeichenkette enthält das Zeichen NUL.</translation>
    </message>
    <message>
        <source>A number is too large for many readers; its digits are kept as sent.</source>
        <translation>Eine Zahl ist für viele Leser zu groß; ihre Ziffern bleiben, wie sie kamen.</translation>
    </message>
    <message>
        <source>The expression is not valid at character %1: %2.</source>
        <translation>Der Ausdruck ist an Zeichen %1 ungültig: %2.</translation>
    </message>
    <message>
        <source>There is nothing to find.</source>
        <translation>Es gibt nichts zu suchen.</translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation>Die Datei ist nicht da.</translation>
    </message>
    <message>
        <source>You are not allowed to read the file.</source>
        <translation>Sie dürfen die Datei nicht lesen.</translation>
    </message>
    <message>
        <source>The file could not be opened.</source>
        <translation>Die Datei konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>This is not a file that can be read line by line.</source>
        <translation>Das ist keine Datei, die zeilenweise gelesen werden kann.</translation>
    </message>
    <message>
        <source>The table could not be saved: %1</source>
        <translation>Die Tabelle konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz auf der Platte.</translation>
    </message>
    <message>
        <source>Name between 1 and %1 paths, with commas between them.</source>
        <translation>Nennen Sie 1 bis %1 Pfade, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>For example: id, code.coding.code, valueQuantity.value</source>
        <translation>Zum Beispiel: id, code.coding.code, valueQuantity.value</translation>
    </message>
    <message>
        <source>The lines could not be saved: %1</source>
        <translation>Die Zeilen konnten nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>this is the file the lines are from.</source>
        <translation>das ist die Datei, aus der die Zeilen stammen.</translation>
    </message>
    <message>
        <source>the file has become shorter.</source>
        <translation>die Datei ist kürzer geworden.</translation>
    </message>
    <message>
        <source>the lines are not there any more.</source>
        <translation>die Zeilen sind nicht mehr da.</translation>
    </message>
    <message>
        <source>Write it like this: code.coding.code = 8867-4</source>
        <translation>Schreiben Sie es so: code.coding.code = 8867-4</translation>
    </message>
    <message>
        <source>In [ ] a number or x is expected.</source>
        <translation>In [ ] wird eine Zahl oder x erwartet.</translation>
    </message>
    <message>
        <source>A name is missing in the path.</source>
        <translation>Im Pfad fehlt ein Name.</translation>
    </message>
    <message>
        <source>The path has too many parts.</source>
        <translation>Der Pfad hat zu viele Teile.</translation>
    </message>
    <message>
        <source>** may stand once in a path.</source>
        <translation>** darf in einem Pfad einmal stehen.</translation>
    </message>
    <message>
        <source>There are too many brackets.</source>
        <translation>Es sind zu viele Klammern.</translation>
    </message>
    <message>
        <source>A closing bracket is missing.</source>
        <translation>Eine schließende Klammer fehlt.</translation>
    </message>
    <message>
        <source>Behind the path one of = != &lt; &lt;= &gt; &gt;= contains starts ends matches exists missing is expected.</source>
        <translation>Nach dem Pfad wird eines von = != &lt; &lt;= &gt; &gt;= contains starts ends matches exists missing erwartet.</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>Ein Wert fehlt.</translation>
    </message>
    <message>
        <source>A closing quotation mark is missing.</source>
        <translation>Ein schließendes Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>The query does not end where it should.</source>
        <translation>Die Abfrage endet nicht, wo sie sollte.</translation>
    </message>
    <message>
        <source>A path has names with points between them.</source>
        <translation>Ein Pfad besteht aus Namen mit Punkten dazwischen.</translation>
    </message>
    <message>
        <source>attachment-line-%1</source>
        <translation>anhang-zeile-%1</translation>
    </message>
    <message>
        <source>The attachment is not written in base64.</source>
        <translation>Der Anhang ist nicht in Base64 geschrieben.</translation>
    </message>
    <message>
        <source>Copy its value as it is to look at it.</source>
        <translation>Kopieren Sie seinen Wert, wie er ist, um ihn anzusehen.</translation>
    </message>
    <message>
        <source>The attachment could not be saved: %1</source>
        <translation>Der Anhang konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>An element is empty; FHIR leaves such elements out.</source>
        <translation>Ein Element ist leer; FHIR lässt solche Elemente weg.</translation>
    </message>
    <message>
        <source>A date or time is not written as FHIR asks for it.</source>
        <translation>Ein Datum oder eine Uhrzeit ist nicht so geschrieben, wie FHIR es verlangt.</translation>
    </message>
    <message>
        <source>The resource refers to one that is in none of the files.</source>
        <translation>Die Ressource verweist auf eine, die in keiner der Dateien steht.</translation>
    </message>
</context>
<context>
    <name>Onboarding</name>
    <message>
        <source>The JWKS URL is missing.</source>
        <translation>Die JWKS-URL fehlt.</translation>
    </message>
    <message>
        <source>Enter the address where jwks.json is published, or choose the pasted key set.</source>
        <translation>Geben Sie die Adresse ein, unter der jwks.json veröffentlicht ist, oder wählen Sie den eingefügten Schlüsselsatz.</translation>
    </message>
    <message>
        <source>The JWKS URL is not an https address.</source>
        <translation>Die JWKS-URL ist keine https-Adresse.</translation>
    </message>
    <message>
        <source>Publish jwks.json where it can be read with https and without signing in.</source>
        <translation>Veröffentlichen Sie jwks.json dort, wo es mit https und ohne Anmeldung gelesen werden kann.</translation>
    </message>
    <message>
        <source>The client ID is missing.</source>
        <translation>Die Client-ID fehlt.</translation>
    </message>
    <message>
        <source>Copy it from the registration at the practice&apos;s developer portal.</source>
        <translation>Kopieren Sie sie aus der Registrierung im Entwicklerportal der Praxis.</translation>
    </message>
    <message>
        <source>The client ID has a space inside.</source>
        <translation>In der Client-ID steht ein Leerzeichen.</translation>
    </message>
    <message>
        <source>Copy it again, without the text around it.</source>
        <translation>Kopieren Sie sie noch einmal, ohne den Text darum herum.</translation>
    </message>
    <message>
        <source>This client ID already serves a practice in the other environment.</source>
        <translation>Diese Client-ID gehört schon zu einer Praxis in der anderen Umgebung.</translation>
    </message>
    <message>
        <source>Sandbox and production are registered separately. Use it only if you are sure.</source>
        <translation>Sandbox und Produktion werden getrennt registriert. Verwenden Sie sie nur, wenn Sie sicher sind.</translation>
    </message>
    <message>
        <source>client %1, pasted key set</source>
        <translation>Client %1, eingefügter Schlüsselsatz</translation>
    </message>
    <message>
        <source>client %1, JWKS URL</source>
        <translation>Client %1, JWKS-URL</translation>
    </message>
    <message>
        <source>Entered, but not confirmed yet.</source>
        <translation>Eingetragen, aber noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>There is no public key to register yet.</source>
        <translation>Es gibt noch keinen öffentlichen Schlüssel zum Registrieren.</translation>
    </message>
    <message>
        <source>Make a key pair first.</source>
        <translation>Erzeugen Sie zuerst ein Schlüsselpaar.</translation>
    </message>
    <message>
        <source>The sandbox did not register the client.</source>
        <translation>Die Sandbox hat den Client nicht registriert.</translation>
    </message>
    <message>
        <source>Read its answer below, then try again.</source>
        <translation>Lesen Sie unten ihre Antwort und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The token endpoint waits for your confirmation.</source>
        <translation>Der Token-Endpunkt wartet auf Ihre Bestätigung.</translation>
    </message>
    <message>
        <source>token for %1 s, %2 of %3 scopes granted</source>
        <translation>Token für %1 s, %2 von %3 Scopes gewährt</translation>
    </message>
    <message>
        <source>The key file waits for its passphrase.</source>
        <translation>Die Schlüsseldatei wartet auf ihre Passphrase.</translation>
    </message>
    <message>
        <source>You stopped the check.</source>
        <translation>Sie haben die Prüfung angehalten.</translation>
    </message>
    <message>
        <source>The server&apos;s documents could not be kept.</source>
        <translation>Die Dokumente des Servers konnten nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Nothing changed since the last list.</source>
        <translation>Seit der letzten Liste hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Since the last list: %1 added, %2 gone, %3 changed.</source>
        <translation>Seit der letzten Liste: %1 neu, %2 weggefallen, %3 geändert.</translation>
    </message>
    <message>
        <source>The practice code %1 is not in this list any more.</source>
        <translation>Der Praxiscode %1 steht nicht mehr in dieser Liste.</translation>
    </message>
    <message>
        <source>There is no address yet.</source>
        <translation>Es gibt noch keine Adresse.</translation>
    </message>
    <message>
        <source>Choose a practice from the list or type its FHIR base URL.</source>
        <translation>Wählen Sie eine Praxis aus der Liste oder geben Sie ihre FHIR-Basisadresse ein.</translation>
    </message>
    <message>
        <source>The practice has no name yet.</source>
        <translation>Die Praxis hat noch keinen Namen.</translation>
    </message>
    <message>
        <source>Enter the name you know the practice by.</source>
        <translation>Geben Sie den Namen ein, unter dem Sie die Praxis kennen.</translation>
    </message>
    <message>
        <source>The environment of a practice cannot be changed.</source>
        <translation>Die Umgebung einer Praxis kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Add the practice again for the other environment: keys, client IDs and Groups are not shared between the two.</source>
        <translation>Fügen Sie die Praxis für die andere Umgebung noch einmal hinzu: Schlüssel, Client-IDs und Gruppen werden zwischen beiden nicht geteilt.</translation>
    </message>
    <message>
        <source>production, real patients</source>
        <translation>Produktion, echte Patienten</translation>
    </message>
    <message>
        <source>built-in sandbox</source>
        <translation>eingebaute Sandbox</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>use it anyway</source>
        <translation>trotzdem verwenden</translation>
    </message>
    <message>
        <source>The Group you chose was called “%1” and is now called “%2”.</source>
        <translation>Die gewählte Gruppe hieß „%1“ und heißt jetzt „%2“.</translation>
    </message>
    <message>
        <source>The Group you chose, “%1”, is not in the list any more.</source>
        <translation>Die gewählte Gruppe „%1“ steht nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>No Group is chosen yet.</source>
        <translation>Es ist noch keine Gruppe gewählt.</translation>
    </message>
    <message>
        <source>Choose one from the list or enter its ID.</source>
        <translation>Wählen Sie eine aus der Liste oder geben Sie ihre ID ein.</translation>
    </message>
    <message>
        <source>Nobody has confirmed this Group yet.</source>
        <translation>Diese Gruppe hat noch niemand bestätigt.</translation>
    </message>
    <message>
        <source>Type “%1” into the field below the note.</source>
        <translation>Tippen Sie „%1“ in das Feld unter dem Hinweis.</translation>
    </message>
    <message>
        <source>ID entered by hand</source>
        <translation>ID von Hand eingegeben</translation>
    </message>
    <message>
        <source>%1, members: %2</source>
        <translation>%1, Mitglieder: %2</translation>
    </message>
    <message>
        <source>The key is not unlocked.</source>
        <translation>Der Schlüssel ist nicht entsperrt.</translation>
    </message>
    <message>
        <source>The server was found</source>
        <translation>Der Server wurde gefunden</translation>
    </message>
    <message>
        <source>The client is registered</source>
        <translation>Der Client ist registriert</translation>
    </message>
    <message>
        <source>A token was granted</source>
        <translation>Ein Token wurde gewährt</translation>
    </message>
    <message>
        <source>The Group was chosen</source>
        <translation>Die Gruppe wurde gewählt</translation>
    </message>
    <message>
        <source>The passphrase for the key copy is too short.</source>
        <translation>Die Passphrase für die Kopie des Schlüssels ist zu kurz.</translation>
    </message>
    <message>
        <source>Use at least %1 characters, and give it to ops on another way than the bundle.</source>
        <translation>Nehmen Sie mindestens %1 Zeichen und geben Sie sie dem Betrieb auf einem anderen Weg als das Bündel.</translation>
    </message>
    <message>
        <source>The folder for the bundle could not be made.</source>
        <translation>Der Ordner für das Bündel konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation>SHA-256 %1…</translation>
    </message>
    <message>
        <source>written, not validated</source>
        <translation>geschrieben, nicht geprüft</translation>
    </message>
    <message>
        <source>Our key</source>
        <translation>Unser Schlüssel</translation>
    </message>
    <message>
        <source>The hosted copy differs: it has no key with the ID %1.</source>
        <translation>Die veröffentlichte Kopie weicht ab: Sie hat keinen Schlüssel mit der ID %1.</translation>
    </message>
    <message>
        <source>The key ID %1 occurs %2 times; servers take either one.</source>
        <translation>Die Schlüssel-ID %1 kommt %2-mal vor; Server nehmen irgendeinen davon.</translation>
    </message>
    <message>
        <source>The hosted copy differs: another key has the ID %1.</source>
        <translation>Die veröffentlichte Kopie weicht ab: Ein anderer Schlüssel hat die ID %1.</translation>
    </message>
    <message>
        <source>The hosted copy holds our public key once.</source>
        <translation>Die veröffentlichte Kopie enthält unseren öffentlichen Schlüssel genau einmal.</translation>
    </message>
    <message>
        <source>Caching</source>
        <translation>Zwischenspeicherung</translation>
    </message>
    <message>
        <source>No Cache-Control header: after a rotation servers may keep the old copy for a day.</source>
        <translation>Kein Cache-Control: Nach einem Schlüsselwechsel behalten Server die alte Kopie womöglich einen Tag lang.</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Not stated; servers expect application/json.</source>
        <translation>Nicht angegeben; Server erwarten application/json.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Answers without credentials.</source>
        <translation>Antwortet ohne Anmeldung.</translation>
    </message>
    <message>
        <source>Redirects (HTTP %1); not every server follows. Register the final address.</source>
        <translation>Leitet um (HTTP %1); nicht jeder Server folgt dem. Registrieren Sie die endgültige Adresse.</translation>
    </message>
    <message>
        <source>Answers with HTTP %1 instead of the key set.</source>
        <translation>Antwortet mit HTTP %1 statt mit dem Schlüsselsatz.</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>This is not a JWK Set: no JSON object with “keys”.</source>
        <translation>Das ist kein JWK Set: kein JSON-Objekt mit „keys“.</translation>
    </message>
    <message>
        <source>PRIVATE KEY PUBLISHED</source>
        <translation>PRIVATER SCHLÜSSEL VERÖFFENTLICHT</translation>
    </message>
    <message>
        <source>The hosted set holds a private key. Take it down now and make a new key pair.</source>
        <translation>Der veröffentlichte Satz enthält einen privaten Schlüssel. Nehmen Sie ihn sofort weg und erzeugen Sie ein neues Schlüsselpaar.</translation>
    </message>
    <message>
        <source>There is no place for the key file yet.</source>
        <translation>Es gibt noch keinen Ort für die Schlüsseldatei.</translation>
    </message>
    <message>
        <source>Choose a folder and a file name.</source>
        <translation>Wählen Sie einen Ordner und einen Dateinamen.</translation>
    </message>
    <message>
        <source>A file of that name is already there.</source>
        <translation>Eine Datei dieses Namens gibt es dort schon.</translation>
    </message>
    <message>
        <source>Choose another name: Waybill never overwrites a key.</source>
        <translation>Wählen Sie einen anderen Namen: Waybill überschreibt nie einen Schlüssel.</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>Die Passphrase ist zu kurz.</translation>
    </message>
    <message>
        <source>Use at least %1 characters; several words are easy to remember.</source>
        <translation>Nehmen Sie mindestens %1 Zeichen; mehrere Wörter sind leicht zu merken.</translation>
    </message>
    <message>
        <source>in the system keychain, read back</source>
        <translation>im Schlüsselbund des Systems, zurückgelesen</translation>
    </message>
    <message>
        <source>in an encrypted file, read back</source>
        <translation>in einer verschlüsselten Datei, zurückgelesen</translation>
    </message>
    <message>
        <source>This key already serves the %1 environment.</source>
        <translation>Dieser Schlüssel dient schon der Umgebung %1.</translation>
    </message>
    <message>
        <source>Sandbox and production never share a key: make a new one.</source>
        <translation>Sandbox und Produktion teilen nie einen Schlüssel: Erzeugen Sie einen neuen.</translation>
    </message>
    <message>
        <source>%1, %2 bit, %3</source>
        <translation>%1, %2 Bit, %3</translation>
    </message>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>The key file is encrypted.</source>
        <translation>Die Schlüsseldatei ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Enter its passphrase.</source>
        <translation>Geben Sie ihre Passphrase ein.</translation>
    </message>
    <message>
        <source>The folder for the key file could not be made.</source>
        <translation>Der Ordner für die Schlüsseldatei konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The key file reads back as another key.</source>
        <translation>Beim Zurücklesen enthält die Schlüsseldatei einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Keep the key in another place.</source>
        <translation>Bewahren Sie den Schlüssel an einem anderen Ort auf.</translation>
    </message>
    <message>
        <source>The file reads back differently from what was written.</source>
        <translation>Beim Zurücklesen weicht die Datei von dem ab, was geschrieben wurde.</translation>
    </message>
    <message>
        <source>The folder for public keys could not be made.</source>
        <translation>Der Ordner für öffentliche Schlüssel konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Another key lies where the key of this practice should be.</source>
        <translation>Wo der Schlüssel dieser Praxis sein sollte, liegt ein anderer.</translation>
    </message>
    <message>
        <source>Put the right key back, or make a new one and register it.</source>
        <translation>Legen Sie den richtigen Schlüssel zurück oder erzeugen und registrieren Sie einen neuen.</translation>
    </message>
    <message>
        <source>Unlocking the key was stopped.</source>
        <translation>Das Entsperren des Schlüssels wurde angehalten.</translation>
    </message>
    <message>
        <source>This practice has no key pair yet.</source>
        <translation>Diese Praxis hat noch kein Schlüsselpaar.</translation>
    </message>
    <message>
        <source>Make or import one in the step “Key pair”.</source>
        <translation>Erzeugen oder importieren Sie eines im Schritt „Schlüsselpaar“.</translation>
    </message>
    <message>
        <source>This is not a FHIR instant.</source>
        <translation>Das ist kein FHIR-Zeitpunkt (instant).</translation>
    </message>
    <message>
        <source>Write it with date, time and zone, like 2026-06-24T03:14:07Z.</source>
        <translation>Schreiben Sie ihn mit Datum, Uhrzeit und Zone, zum Beispiel 2026-06-24T03:14:07Z.</translation>
    </message>
    <message>
        <source>No resource type is chosen.</source>
        <translation>Es ist kein Ressourcentyp gewählt.</translation>
    </message>
    <message>
        <source>Choose at least one: without a choice the server sends everything it has.</source>
        <translation>Wählen Sie mindestens einen: Ohne Auswahl schickt der Server alles, was er hat.</translation>
    </message>
    <message>
        <source>This export reads data of real patients.</source>
        <translation>Dieser Export liest Daten echter Patienten.</translation>
    </message>
    <message>
        <source>Type the name of the practice to confirm it.</source>
        <translation>Tippen Sie zur Bestätigung den Namen der Praxis.</translation>
    </message>
    <message>
        <source>The first export is under way.</source>
        <translation>Der erste Export läuft.</translation>
    </message>
    <message>
        <source>The client ID or the token endpoint is missing.</source>
        <translation>Die Client-ID oder der Token-Endpunkt fehlt.</translation>
    </message>
    <message>
        <source>Finish the steps “Client registration” and “Connection” first.</source>
        <translation>Schließen Sie zuerst die Schritte „Client registrieren“ und „Verbindung“ ab.</translation>
    </message>
    <message>
        <source>The key pair changed: register its public half.</source>
        <translation>Das Schlüsselpaar hat sich geändert: Registrieren Sie seine öffentliche Hälfte.</translation>
    </message>
    <message>
        <source>The key pair changed: test the connection again.</source>
        <translation>Das Schlüsselpaar hat sich geändert: Prüfen Sie die Verbindung noch einmal.</translation>
    </message>
    <message>
        <source>The endpoint changed: check it again.</source>
        <translation>Der Endpunkt hat sich geändert: Prüfen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The endpoint is on another server: check that the client ID is known there.</source>
        <translation>Der Endpunkt liegt auf einem anderen Server: Prüfen Sie, ob die Client-ID dort bekannt ist.</translation>
    </message>
    <message>
        <source>The token endpoint changed: review the waybill again.</source>
        <translation>Der Token-Endpunkt hat sich geändert: Sehen Sie den Frachtbrief noch einmal durch.</translation>
    </message>
    <message>
        <source>The client ID changed: test the connection again.</source>
        <translation>Die Client-ID hat sich geändert: Prüfen Sie die Verbindung noch einmal.</translation>
    </message>
    <message>
        <source>The Group changed: look at the request again.</source>
        <translation>Die Gruppe hat sich geändert: Sehen Sie sich die Anfrage noch einmal an.</translation>
    </message>
    <message>
        <source>The resource types changed: review the waybill again.</source>
        <translation>Die Ressourcentypen haben sich geändert: Sehen Sie den Frachtbrief noch einmal durch.</translation>
    </message>
    <message>
        <source>%1, Bulk Data %2</source>
        <translation>%1, Bulk Data %2</translation>
    </message>
    <message>
        <source>The old key is still in the hosted set.</source>
        <translation>Der alte Schlüssel steht noch im veröffentlichten Set.</translation>
    </message>
    <message>
        <source>The key that signs is not in the hosted set: publish it again now.</source>
        <translation>Der Schlüssel, der signiert, fehlt im veröffentlichten Set: Veröffentlichen Sie ihn jetzt wieder.</translation>
    </message>
    <message>
        <source>The new key is not in the hosted set yet.</source>
        <translation>Der neue Schlüssel steht noch nicht im veröffentlichten Set.</translation>
    </message>
    <message>
        <source>The exposed key is still in the hosted set.</source>
        <translation>Der bloßgestellte Schlüssel steht noch im veröffentlichten Set.</translation>
    </message>
    <message>
        <source>The key that signs now is missing in the hosted set: publish both keys.</source>
        <translation>Der Schlüssel, der jetzt signiert, fehlt im veröffentlichten Set: Veröffentlichen Sie beide Schlüssel.</translation>
    </message>
    <message>
        <source>Servers may still hold the set without the new key.</source>
        <translation>Server haben vielleicht noch das Set ohne den neuen Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <source>%n other practice(s) still sign with the old key: rotate them first.</source>
        <translation>
            <numerusform>%n andere Praxis signiert noch mit dem alten Schlüssel: Rotieren Sie sie zuerst.</numerusform>
            <numerusform>%n andere Praxen signieren noch mit dem alten Schlüssel: Rotieren Sie sie zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>The waybill that operations have signs with the old key: hand it over again first.</source>
        <translation>Der Frachtbrief, den der Betrieb hat, signiert mit dem alten Schlüssel: Übergeben Sie ihn zuerst neu.</translation>
    </message>
    <message>
        <source>The old key must stay in the set a little longer.</source>
        <translation>Der alte Schlüssel muss noch etwas länger im Set bleiben.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>%1, issued by %2, good until %3; SHA-256 %4</source>
        <translation>%1, ausgestellt von %2, gültig bis %3; SHA-256 %4</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <translation>%1, SHA-256 %2</translation>
    </message>
    <message>
        <source>No endpoint is chosen yet: choose one on the page “Endpoint”.</source>
        <translation>Es ist noch kein Endpunkt gewählt: Wählen Sie einen auf der Seite „Endpunkt“.</translation>
    </message>
    <message>
        <source>Token endpoint</source>
        <translation>Token-Endpunkt</translation>
    </message>
    <message>
        <source>It is on another host, %1. Check the connection first and confirm it there.</source>
        <translation>Er liegt auf einem anderen Host, %1. Prüfen Sie zuerst die Verbindung und bestätigen Sie ihn dort.</translation>
    </message>
    <message>
        <source>Key and client</source>
        <translation>Schlüssel und Client</translation>
    </message>
    <message>
        <source>There is no client ID yet: enter it on the page “Client registration”.</source>
        <translation>Es gibt noch keine Client-ID: Geben Sie sie auf der Seite „Registrierung“ ein.</translation>
    </message>
    <message>
        <source>There is no key yet: make or import one on the page “Key pair”.</source>
        <translation>Es gibt noch keinen Schlüssel: Erzeugen oder importieren Sie einen auf der Seite „Schlüsselpaar“.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1, ID %2.</source>
        <translation>%1, ID %2.</translation>
    </message>
    <message>
        <source>The key that lies there is not the one this practice was set up with.</source>
        <translation>Der Schlüssel, der dort liegt, ist nicht der, mit dem diese Praxis eingerichtet wurde.</translation>
    </message>
    <message>
        <source>Published key set</source>
        <translation>Veröffentlichtes JWK Set</translation>
    </message>
    <message>
        <source>It was pasted at the portal; only the server knows what it holds.</source>
        <translation>Es wurde im Portal eingefügt; nur der Server weiß, was darin steht.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>The server refused: %1 (HTTP %2).</source>
        <translation>Der Server hat abgelehnt: %1 (HTTP %2).</translation>
    </message>
    <message>
        <source>Granted, valid for %1 s.</source>
        <translation>Gewährt, gültig für %1 s.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>All %1 were granted.</source>
        <translation>Alle %1 wurden gewährt.</translation>
    </message>
    <message>
        <source>Not granted: %1.</source>
        <translation>Nicht gewährt: %1.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Group.id is in use; eClinicalWorks wants the Group&apos;s identifier.</source>
        <translation>Verwendet wird Group.id; eClinicalWorks verlangt den Identifier der Gruppe.</translation>
    </message>
    <message>
        <source>The chosen Group, %1, is not among the %2 of the server.</source>
        <translation>Die gewählte Gruppe, %1, ist nicht unter den %2 des Servers.</translation>
    </message>
    <message>
        <source>The chosen Group is in the server&apos;s list.</source>
        <translation>Die gewählte Gruppe steht in der Liste des Servers.</translation>
    </message>
    <message>
        <source>The server shows %1; none is chosen yet.</source>
        <translation>Der Server zeigt %1; noch ist keine gewählt.</translation>
    </message>
    <message>
        <source>Last export</source>
        <translation>Letzter Export</translation>
    </message>
    <message>
        <source>Name, way and encryption</source>
        <translation>Name, Weg und Verschlüsselung</translation>
    </message>
    <message>
        <source>%1 was found, and its certificate is good for it.</source>
        <translation>%1 wurde gefunden, und sein Zertifikat gilt dafür.</translation>
    </message>
    <message>
        <source>%1 is on this computer; nothing is encrypted.</source>
        <translation>%1 ist auf diesem Rechner; nichts ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>Weg: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>The server says that this list is still the newest.</source>
        <translation>Der Server sagt, dass diese Liste noch die neueste ist.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>%1 (production)</source>
        <translation>%1 (Produktion)</translation>
    </message>
    <message>
        <source>%1 (sandbox)</source>
        <translation>%1 (Sandbox)</translation>
    </message>
    <message>
        <source>A private authority is trusted here</source>
        <translation>Hier wird einer eigenen Zertifizierungsstelle vertraut</translation>
    </message>
    <message>
        <source>Install it among the system&apos;s authorities where the runner will run.</source>
        <translation>Installieren Sie sie unter denen des Systems, wo der Runner laufen wird.</translation>
    </message>
    <message>
        <source>A proxy is used here</source>
        <translation>Hier wird ein Proxy verwendet</translation>
    </message>
    <message>
        <source>Set the proxy of the machine where the runner will run, if it needs one.</source>
        <translation>Stellen Sie den Proxy des Rechners ein, auf dem der Runner laufen wird, falls er einen braucht.</translation>
    </message>
    <message>
        <source>A private key leaves Waybill only when you type the practice&apos;s name.</source>
        <translation>Ein privater Schlüssel verlässt Waybill nur, wenn Sie den Namen der Praxis tippen.</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>Tippen Sie: %1</translation>
    </message>
    <message>
        <source>App published</source>
        <translation>App veröffentlicht</translation>
    </message>
    <message>
        <source>Activation code given to the practice</source>
        <translation>Aktivierungscode an die Praxis gegeben</translation>
    </message>
    <message>
        <source>Practice entered the code</source>
        <translation>Praxis hat den Code eingegeben</translation>
    </message>
    <message>
        <source>You approved the practice</source>
        <translation>Sie haben der Praxis zugestimmt</translation>
    </message>
    <message>
        <source>Practice activated the app</source>
        <translation>Praxis hat die App aktiviert</translation>
    </message>
    <message>
        <source>JWKS host on the allow list</source>
        <translation>JWKS-Host auf der Erlaubnisliste</translation>
    </message>
    <message>
        <source>Groups enabled for the app</source>
        <translation>Gruppen für die App freigegeben</translation>
    </message>
    <message>
        <source>Server&apos;s documents read</source>
        <translation>Dokumente des Servers gelesen</translation>
    </message>
    <message>
        <source>Access token granted</source>
        <translation>Zugriffstoken gewährt</translation>
    </message>
    <message>
        <source>Group visible and chosen</source>
        <translation>Gruppe sichtbar und gewählt</translation>
    </message>
    <message>
        <source>Trial export verified</source>
        <translation>Probeexport geprüft</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Publish the app to production at the developer portal, fhir.eclinicalworks.com/ecwopendev.</source>
        <translation>Veröffentlichen Sie die App im Entwicklerportal fhir.eclinicalworks.com/ecwopendev für die Produktion.</translation>
    </message>
    <message>
        <source>Register the app at the server&apos;s developer portal.</source>
        <translation>Registrieren Sie die App im Entwicklerportal des Servers.</translation>
    </message>
    <message>
        <source>Get the activation code at the portal and send it to the practice.</source>
        <translation>Holen Sie den Aktivierungscode im Portal und schicken Sie ihn der Praxis.</translation>
    </message>
    <message>
        <source>An administrator of the practice enters it in eClinicalWorks.</source>
        <translation>Ein Administrator der Praxis gibt ihn in eClinicalWorks ein.</translation>
    </message>
    <message>
        <source>Approve the practice at the developer portal.</source>
        <translation>Stimmen Sie der Praxis im Entwicklerportal zu.</translation>
    </message>
    <message>
        <source>An administrator of the practice activates the app.</source>
        <translation>Ein Administrator der Praxis aktiviert die App.</translation>
    </message>
    <message>
        <source>The vendor&apos;s support adds the host of the JWKS URL.</source>
        <translation>Der Support des Herstellers trägt den Host der JWKS-URL ein.</translation>
    </message>
    <message>
        <source>The practice creates a Group and enables it for the app.</source>
        <translation>Die Praxis legt eine Gruppe an und gibt sie für die App frei.</translation>
    </message>
    <message>
        <source>Follows from the page “Connection”.</source>
        <translation>Folgt aus der Seite „Verbindung“.</translation>
    </message>
    <message>
        <source>Follows from the page “Group”.</source>
        <translation>Folgt aus der Seite „Gruppe“.</translation>
    </message>
    <message>
        <source>Follows from the first export.</source>
        <translation>Folgt aus dem ersten Export.</translation>
    </message>
    <message>
        <source>Follows from the page “Review and hand over”.</source>
        <translation>Folgt aus der Seite „Prüfen und übergeben“.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>the practice</source>
        <translation>die Praxis</translation>
    </message>
    <message>
        <source>the server&apos;s operator</source>
        <translation>der Betreiber des Servers</translation>
    </message>
    <message>
        <source>The token endpoint is known: %1.</source>
        <translation>Der Token-Endpunkt ist bekannt: %1.</translation>
    </message>
    <message>
        <source>“%1” is not done any more.</source>
        <translation>„%1“ ist nicht mehr erledigt.</translation>
    </message>
    <message>
        <source>The client ID changed: it is another app for them.</source>
        <translation>Die Client-ID hat sich geändert: Für die anderen ist es eine andere App.</translation>
    </message>
    <message>
        <source>The endpoint changed: it is another practice for them.</source>
        <translation>Der Endpunkt hat sich geändert: Für die anderen ist es eine andere Praxis.</translation>
    </message>
    <message>
        <source>The JWKS URL is on another host now.</source>
        <translation>Die JWKS-URL liegt jetzt auf einem anderen Host.</translation>
    </message>
    <message>
        <source>This is the key that signs already.</source>
        <translation>Das ist der Schlüssel, der schon signiert.</translation>
    </message>
    <message>
        <source>A rotation needs another one.</source>
        <translation>Für eine Rotation braucht es einen anderen.</translation>
    </message>
    <message>
        <source>The exposed key %1 is out of the set; the new one signs.</source>
        <translation>Der bloßgestellte Schlüssel %1 ist aus dem Set; der neue signiert.</translation>
    </message>
    <message>
        <source>The old key %1 is retired; the new one signs.</source>
        <translation>Der alte Schlüssel %1 ist außer Dienst; der neue signiert.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The JWKS URL answers with HTTP %1 instead of the key set.</source>
        <translation>Die JWKS-URL antwortet mit HTTP %1 statt mit dem Set.</translation>
    </message>
    <message>
        <source>What lies at the JWKS URL is not a JWK Set.</source>
        <translation>Was unter der JWKS-URL liegt, ist kein JWK Set.</translation>
    </message>
    <message>
        <source>The hosted set holds a private key. Take it down now.</source>
        <translation>Das veröffentlichte Set enthält einen privaten Schlüssel. Nehmen Sie es sofort vom Netz.</translation>
    </message>
    <message>
        <source>The token endpoint is not known yet.</source>
        <translation>Der Token-Endpunkt ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Check the connection on the page “Connection” first.</source>
        <translation>Prüfen Sie zuerst die Verbindung auf der Seite „Verbindung“.</translation>
    </message>
    <message>
        <source>Another key lies where the new one should be.</source>
        <translation>Wo der neue Schlüssel liegen sollte, liegt ein anderer.</translation>
    </message>
    <message>
        <source>The server refused the new key: %1 (HTTP %2).</source>
        <translation>Der Server hat den neuen Schlüssel abgelehnt: %1 (HTTP %2).</translation>
    </message>
    <message>
        <source>The way to the server changed: check the connection again.</source>
        <translation>Der Weg zum Server hat sich geändert: Prüfen Sie die Verbindung noch einmal.</translation>
    </message>
    <message>
        <source>(%1, %2 bytes, not shown)</source>
        <translation>(%1, %2 Bytes, nicht gezeigt)</translation>
    </message>
    <message>
        <source>(Bundle with %1 entries, %2 bytes, not shown)</source>
        <translation>(Bundle mit %1 Einträgen, %2 Bytes, nicht gezeigt)</translation>
    </message>
    <message>
        <source>(%1 bytes, not shown)</source>
        <translation>(%1 Bytes, nicht gezeigt)</translation>
    </message>
    <message>
        <source>(a JSON array, %1 bytes, not shown)</source>
        <translation>(ein JSON-Array, %1 Bytes, nicht gezeigt)</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Keine Antwort: %1</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>Noch keine Antwort.</translation>
    </message>
    <message>
        <source>“%1” exports the same Group of the same server: both move the same watermarks.</source>
        <translation>„%1“ exportiert dieselbe Gruppe desselben Servers: beide bewegen dieselben Stände.</translation>
    </message>
    <message>
        <source>The client ID or the key serves a practice of the other environment. Nothing was signed: confirm it on the page “Client registration” first.</source>
        <translation>Client-ID oder Schlüssel gehören zu einer Praxis der anderen Umgebung. Es wurde nichts signiert: Bestätigen Sie sie zuerst auf der Seite „Client-Registrierung“.</translation>
    </message>
    <message>
        <source>%1 (started %2)</source>
        <translation>%1 (begonnen %2)</translation>
    </message>
    <message>
        <source>The key ID %1 occurs more than once in the hosted set, or another key has it.</source>
        <translation>Die Schlüssel-ID %1 kommt im veröffentlichten Set mehr als einmal vor, oder ein anderer Schlüssel trägt sie.</translation>
    </message>
    <message>
        <source>What lies there is not an encrypted key of Waybill.</source>
        <translation>Was dort liegt, ist kein verschlüsselter Schlüssel von Waybill.</translation>
    </message>
    <message>
        <source>Look at the file, and delete it yourself if it is the key.</source>
        <translation>Sehen Sie sich die Datei an, und löschen Sie sie selbst, wenn sie der Schlüssel ist.</translation>
    </message>
    <message>
        <source>The key file could not be deleted: %1.</source>
        <translation>Die Schlüsseldatei konnte nicht gelöscht werden: %1.</translation>
    </message>
    <message>
        <source>Delete it yourself, then try again.</source>
        <translation>Löschen Sie sie selbst, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This key is not known here any more.</source>
        <translation>Dieser Schlüssel ist hier nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>This key is needed by: %1.</source>
        <translation>Dieser Schlüssel wird gebraucht von: %1.</translation>
    </message>
    <message>
        <source>Rotate it there first; archived practices count, too.</source>
        <translation>Wechseln Sie ihn dort zuerst; auch Praxen außerhalb der Liste zählen.</translation>
    </message>
    <message>
        <source>A key is deleted only when you type the beginning of its ID.</source>
        <translation>Ein Schlüssel wird nur gelöscht, wenn Sie den Anfang seiner ID eingeben.</translation>
    </message>
    <message>
        <source>eClinicalWorks knows no scope of all types.</source>
        <translation>eClinicalWorks kennt keinen Scope für alle Typen.</translation>
    </message>
    <message>
        <source>Ask for each type by its name, like system/Patient.read.</source>
        <translation>Verlangen Sie jeden Typ mit seinem Namen, etwa system/Patient.read.</translation>
    </message>
    <message>
        <source>Name of the practice</source>
        <translation>Name der Praxis</translation>
    </message>
    <message>
        <source>The brand that the server links to could not be read.</source>
        <translation>Die Marke, auf die der Server verweist, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The brand that the server links to does not name this address.</source>
        <translation>Die Marke, auf die der Server verweist, nennt diese Adresse nicht.</translation>
    </message>
    <message>
        <source>%1, by the server&apos;s own brand.</source>
        <translation>%1, so nennt ihn die eigene Marke des Servers.</translation>
    </message>
    <message>
        <source>and a parameter “patient” for each of the %1 on the list</source>
        <translation>und ein Parameter „patient“ für jeden der %1 auf der Liste</translation>
    </message>
    <message>
        <source>The server does not list %1; it may refuse or ignore it.</source>
        <translation>Der Server führt %1 nicht auf; er kann es ablehnen oder übergehen.</translation>
    </message>
    <message>
        <source>No difference of the clocks was measured that would matter.</source>
        <translation>Es wurde kein Unterschied der Uhren gemessen, auf den es ankäme.</translation>
    </message>
    <message>
        <source>Check the connection first.</source>
        <translation>Prüfen Sie zuerst die Verbindung.</translation>
    </message>
    <message>
        <source>The clocks are more than a day apart.</source>
        <translation>Die Uhren gehen mehr als einen Tag auseinander.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock, or tell the practice&apos;s vendor that theirs is wrong.</source>
        <translation>Stellen Sie die Uhr dieses Computers, oder sagen Sie dem Anbieter der Praxis, dass seine falsch geht.</translation>
    </message>
    <message>
        <source>signed with a clock shifted by %1 s</source>
        <translation>mit einer um %1 s verschobenen Uhr signiert</translation>
    </message>
    <message>
        <source>Another clock signs: test the connection again.</source>
        <translation>Es wird mit einer anderen Uhr signiert: Prüfen Sie die Verbindung noch einmal.</translation>
    </message>
</context>
<context>
    <name>OpenedWaybill</name>
    <message>
        <source>Taken over from the waybill, once.</source>
        <translation>Einmalig aus dem Frachtbrief übernommen.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>in the system&apos;s keychain</source>
        <translation>im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>encrypted file %1</source>
        <translation>verschlüsselte Datei %1</translation>
    </message>
    <message>
        <source>environment variable %1</source>
        <translation>Umgebungsvariable %1</translation>
    </message>
    <message>
        <source>systemd credential %1</source>
        <translation>systemd-Credential %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2 members</source>
        <translation>%1, %2 Mitglieder</translation>
    </message>
    <message>
        <source>%1, member count not said</source>
        <translation>%1, Mitgliederzahl nicht genannt</translation>
    </message>
    <message>
        <source>Practice code</source>
        <translation>Praxiscode</translation>
    </message>
    <message>
        <source>FHIR address</source>
        <translation>FHIR-Adresse</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Key thumbprint</source>
        <translation>Fingerabdruck des Schlüssels</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Resource types</source>
        <translation>Ressourcentypen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Everything is set up</source>
        <translation>Alles ist eingerichtet</translation>
    </message>
    <message>
        <source>Start an export, or look at what was handed over.</source>
        <translation>Starten Sie einen Export oder sehen Sie sich an, was übergeben wurde.</translation>
    </message>
    <message>
        <source>Start an export</source>
        <translation>Einen Export starten</translation>
    </message>
    <message>
        <source>Next step: %1</source>
        <translation>Nächster Schritt: %1</translation>
    </message>
    <message>
        <source>%1 of %2 steps are done. You can stop at any time; everything is kept.</source>
        <translation>%1 von %2 Schritten sind erledigt. Sie können jederzeit aufhören; alles bleibt erhalten.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No watermark yet: the next export fetches everything.</source>
        <translation>Noch kein Stand: Der nächste Export holt alles.</translation>
    </message>
    <message>
        <source>Complete up to %1, %2 ago</source>
        <translation>Vollständig bis %1, vor %2</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>gestartet %1</translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Neue Praxis</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 von %2 Schritten</translation>
    </message>
    <message>
        <source>Only a full export shows what was deleted without a word.</source>
        <translation>Nur ein Vollabzug zeigt, was ohne Meldung gelöscht wurde.</translation>
    </message>
    <message>
        <source>A full export is due: some types never had one. %1</source>
        <translation>Ein Vollabzug ist fällig: einige Typen hatten noch keinen. %1</translation>
    </message>
    <message numerus="yes">
        <source>A full export is due: the last one is %n days old. %1</source>
        <translation>
            <numerusform>Ein Vollabzug ist fällig: der letzte ist %n Tag alt. %1</numerusform>
            <numerusform>Ein Vollabzug ist fällig: der letzte ist %n Tage alt. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>Unlock the key</source>
        <translation>Schlüssel entsperren</translation>
    </message>
    <message>
        <source>The private key of %1 lies in an encrypted file. Its passphrase is used now and not kept.</source>
        <translation>Der private Schlüssel von %1 liegt in einer verschlüsselten Datei. Seine Passphrase wird jetzt gebraucht und nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Passphrase:</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
</context>
<context>
    <name>Rotation</name>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>noch %n Stunde</numerusform>
            <numerusform>noch %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>noch %n Minute</numerusform>
            <numerusform>noch %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the exposed key out of the published set now.</source>
        <translation>Nehmen Sie den bloßgestellten Schlüssel jetzt aus dem veröffentlichten Set.</translation>
    </message>
    <message>
        <source>Publish the new key beside the present one.</source>
        <translation>Veröffentlichen Sie den neuen Schlüssel neben dem jetzigen.</translation>
    </message>
    <message>
        <source>Both keys are published. The servers get time to see them until %1.</source>
        <translation>Beide Schlüssel sind veröffentlicht. Die Server haben bis %1 Zeit, sie zu sehen.</translation>
    </message>
    <message>
        <source>The new key may sign: test it.</source>
        <translation>Der neue Schlüssel darf signieren: Prüfen Sie ihn.</translation>
    </message>
    <message>
        <source>A token is asked for with the new key.</source>
        <translation>Mit dem neuen Schlüssel wird ein Token angefordert.</translation>
    </message>
    <message>
        <source>The new key signs. The old one stays published until %1.</source>
        <translation>Der neue Schlüssel signiert. Der alte bleibt bis %1 veröffentlicht.</translation>
    </message>
    <message>
        <source>The new key signs. The old one can leave the set.</source>
        <translation>Der neue Schlüssel signiert. Der alte kann aus dem Set.</translation>
    </message>
    <message>
        <source>Publish the set without the old key.</source>
        <translation>Veröffentlichen Sie das Set ohne den alten Schlüssel.</translation>
    </message>
    <message>
        <source>Paste this set at the server&apos;s portal in place of the old one, then say so here.</source>
        <translation>Fügen Sie dieses Set im Portal des Servers anstelle des alten ein und sagen Sie es dann hier.</translation>
    </message>
    <message>
        <source>Put this set where your JWKS URL points. Waybill cannot do that; it looks whether it is there.</source>
        <translation>Legen Sie dieses Set dorthin, wohin Ihre JWKS-URL zeigt. Waybill kann das nicht selbst; es sieht nach, ob es dort liegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n other practice(s) still sign with the old key: rotate them first.</source>
        <translation>
            <numerusform>%n andere Praxis signiert noch mit dem alten Schlüssel: Rotieren Sie sie zuerst.</numerusform>
            <numerusform>%n andere Praxen signieren noch mit dem alten Schlüssel: Rotieren Sie sie zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>The waybill that operations have signs with the old key: hand it over again first.</source>
        <translation>Der Frachtbrief, den der Betrieb hat, signiert mit dem alten Schlüssel: Übergeben Sie ihn zuerst neu.</translation>
    </message>
    <message>
        <source>New key made and kept</source>
        <translation>Neuer Schlüssel erzeugt und aufbewahrt</translation>
    </message>
    <message>
        <source>%1, ID %2, since %3</source>
        <translation>%1, ID %2, seit %3</translation>
    </message>
    <message>
        <source>Published without the exposed key</source>
        <translation>Ohne den bloßgestellten Schlüssel veröffentlicht</translation>
    </message>
    <message>
        <source>Published beside the old key</source>
        <translation>Neben dem alten Schlüssel veröffentlicht</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>gesehen %1</translation>
    </message>
    <message>
        <source>Servers had time to see it</source>
        <translation>Die Server hatten Zeit, ihn zu sehen</translation>
    </message>
    <message>
        <source>A day, or as long as the copy may be kept</source>
        <translation>Ein Tag, oder so lange, wie die Kopie aufbewahrt werden darf</translation>
    </message>
    <message>
        <source>A token was granted to the new key, and it signs</source>
        <translation>Der neue Schlüssel hat ein Token bekommen und signiert</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Until then the old key %1 signs</source>
        <translation>Bis dahin signiert der alte Schlüssel %1</translation>
    </message>
    <message>
        <source>Old key out of the set</source>
        <translation>Alter Schlüssel aus dem Set</translation>
    </message>
</context>
<context>
    <name>RunExport</name>
    <message>
        <source>The disk is full.</source>
        <translation>Die Platte ist voll.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Given up for a new export (%1) that was asked for; its job may still be on the server.</source>
        <translation>Aufgegeben für einen neuen Export (%1), der verlangt wurde; sein Auftrag ist vielleicht noch auf dem Server.</translation>
    </message>
    <message>
        <source>Cancelled: the export is gone from the server.</source>
        <translation>Abgebrochen: Der Export ist auf dem Server gelöscht.</translation>
    </message>
    <message>
        <source>The watermark stays: the export did not complete.</source>
        <translation>Der Stand bleibt: Der Export wurde nicht vollständig.</translation>
    </message>
    <message>
        <source>There is nothing to accept.</source>
        <translation>Es gibt nichts hinzunehmen.</translation>
    </message>
    <message>
        <source>Say why the errors can be accepted.</source>
        <translation>Sagen Sie, warum die Fehler hingenommen werden können.</translation>
    </message>
    <message>
        <source>A person accepted the errors: %1</source>
        <translation>Ein Mensch hat die Fehler hingenommen: %1</translation>
    </message>
    <message>
        <source>The server was told that its copies of the files may go.</source>
        <translation>Dem Server wurde gesagt, dass er seine Kopien der Dateien löschen darf.</translation>
    </message>
    <message>
        <source>The server did not take the message that its copies of the files may go.</source>
        <translation>Der Server hat die Nachricht, dass er seine Kopien der Dateien löschen darf, nicht angenommen.</translation>
    </message>
    <message>
        <source>The files will not fit on the disk.</source>
        <translation>Die Dateien passen nicht auf die Platte.</translation>
    </message>
    <message>
        <source>The file was never fetched.</source>
        <translation>Die Datei wurde nie geholt.</translation>
    </message>
    <message>
        <source>The list of deletions holds something else than deletions (line %1); it must not be handed on.</source>
        <translation>Die Liste der Löschungen enthält anderes als Löschungen (Zeile %1); sie darf nicht weitergegeben werden.</translation>
    </message>
    <message>
        <source>An export of this Group is running in this window.</source>
        <translation>In diesem Fenster läuft ein Export dieser Gruppe.</translation>
    </message>
    <message>
        <source>This run is over, or it belongs to another Group.</source>
        <translation>Dieser Lauf ist vorbei, oder er gehört zu einer anderen Gruppe.</translation>
    </message>
    <message>
        <source>The manifest in the run folder cannot be read.</source>
        <translation>Das Manifest im Ordner des Laufs kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>1 resource</source>
        <translation>1 Ressource</translation>
    </message>
    <message>
        <source>%1 resources</source>
        <translation>%1 Ressourcen</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>Complete: %1 with %2, all verified.</source>
        <translation>Vollständig: %1 mit %2, alle geprüft.</translation>
    </message>
    <message>
        <source>Complete, and empty: the server says nothing has changed since the last export.</source>
        <translation>Vollständig und leer: Der Server sagt, seit dem letzten Export habe sich nichts geändert.</translation>
    </message>
    <message>
        <source>Complete, and empty. If that surprises you: the Group may have no members, its value may be wrong, or the granted scopes may not cover these types.</source>
        <translation>Vollständig und leer. Wenn Sie das wundert: Vielleicht hat die Gruppe keine Mitglieder, ihr Wert ist falsch, oder die gewährten Scopes decken diese Typen nicht ab.</translation>
    </message>
    <message>
        <source>Incomplete: %1 could not be fetched or verified.</source>
        <translation>Unvollständig: %1 konnten nicht geholt oder geprüft werden.</translation>
    </message>
    <message>
        <source>Incomplete: further pages of the manifest are missing.</source>
        <translation>Unvollständig: Weitere Seiten des Manifests fehlen.</translation>
    </message>
    <message>
        <source>The next start fetches what is missing; everything else is here and verified.</source>
        <translation>Der nächste Start holt, was fehlt; alles andere ist da und geprüft.</translation>
    </message>
    <message>
        <source>Everything else is here and verified. The next export starts from the same watermark, so nothing is skipped.</source>
        <translation>Alles andere ist da und geprüft. Der nächste Export beginnt beim selben Stand, es wird also nichts übersprungen.</translation>
    </message>
    <message>
        <source>Complete with errors: every file was verified, and the server reported %1.</source>
        <translation>Vollständig mit Fehlern: Jede Datei wurde geprüft, und der Server meldete %1.</translation>
    </message>
    <message>
        <source>Complete with errors: the server&apos;s list of errors cannot be read.</source>
        <translation>Vollständig mit Fehlern: Die Fehlerliste des Servers kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Complete with errors: the manifest has no list of output files.</source>
        <translation>Vollständig mit Fehlern: Das Manifest hat keine Liste der Ausgabedateien.</translation>
    </message>
    <message>
        <source>Complete with errors: every file was verified, but the server&apos;s transactionTime cannot be trusted.</source>
        <translation>Vollständig mit Fehlern: Jede Datei wurde geprüft, aber der transactionTime des Servers ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>The watermark stays: the manifest has no transactionTime.</source>
        <translation>Der Stand bleibt: Das Manifest hat keine transactionTime.</translation>
    </message>
    <message>
        <source>The watermark stays: the server&apos;s transactionTime is not an instant.</source>
        <translation>Der Stand bleibt: Die transactionTime des Servers ist kein Zeitpunkt.</translation>
    </message>
    <message>
        <source>The watermark stays: not every file was fetched and verified.</source>
        <translation>Der Stand bleibt: Nicht jede Datei wurde geholt und geprüft.</translation>
    </message>
    <message>
        <source>The watermark stays: the export was narrowed and does not stand for everything.</source>
        <translation>Der Stand bleibt: Der Export war eingeschränkt und steht nicht für alles.</translation>
    </message>
    <message>
        <source>The watermark stays: the server&apos;s transactionTime is older than it.</source>
        <translation>Der Stand bleibt: Die transactionTime des Servers ist älter als er.</translation>
    </message>
    <message>
        <source>The watermark stays: this export began later than the last one ended, what lies between would be skipped.</source>
        <translation>Der Stand bleibt: Dieser Export begann später, als der letzte endete; was dazwischen liegt, würde übersprungen.</translation>
    </message>
    <message>
        <source>The watermark stays: the server&apos;s transactionTime is in the future.</source>
        <translation>Der Stand bleibt: Die transactionTime des Servers liegt in der Zukunft.</translation>
    </message>
    <message>
        <source>The watermark stays: the server reported errors; a person may accept them.</source>
        <translation>Der Stand bleibt: Der Server meldete Fehler; ein Mensch kann sie hinnehmen.</translation>
    </message>
    <message>
        <source>Everything was verified: the watermark moved to the server&apos;s transactionTime.</source>
        <translation>Alles wurde geprüft: Der Stand wurde auf die transactionTime des Servers verschoben.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Known from earlier exports and not in this baseline: %1. They were deleted, or left the Group; changes/vanished.ndjson lists them.</source>
        <translation>Aus früheren Exporten bekannt und nicht in diesem Vollexport: %1. Sie wurden gelöscht oder haben die Gruppe verlassen; changes/vanished.ndjson nennt sie.</translation>
    </message>
    <message>
        <source>What vanished since the last baseline cannot be told for %1: its files are not there any more.</source>
        <translation>Was seit dem letzten Vollexport verschwunden ist, lässt sich für %1 nicht sagen: Die Dateien sind nicht mehr da.</translation>
    </message>
    <message>
        <source>The server announces resources as deleted and exports them as well: %1. Both are kept; ask the server&apos;s operator which is true.</source>
        <translation>Der Server meldet Ressourcen als gelöscht und exportiert sie zugleich: %1. Beides wird behalten; fragen Sie den Betreiber des Servers, was stimmt.</translation>
    </message>
    <message>
        <source>The server has been at work for more than a day. The job is still watched; it can be cancelled.</source>
        <translation>Der Server arbeitet seit mehr als einem Tag. Der Auftrag wird weiter beobachtet; er lässt sich abbrechen.</translation>
    </message>
    <message>
        <source>The token does not cover %1: the server may leave it out.</source>
        <translation>Das Token deckt %1 nicht ab: Der Server lässt es vielleicht aus.</translation>
    </message>
    <message>
        <source>The watermark has moved on since this run; accepting it would move it back.</source>
        <translation>Der Stand ist seit diesem Lauf weitergerückt; den Lauf anzunehmen würde ihn zurücksetzen.</translation>
    </message>
    <message>
        <source>The server reports no deletions (it may not report them at all).</source>
        <translation>Der Server meldet keine Löschungen (vielleicht meldet er sie nie).</translation>
    </message>
    <message>
        <source>Complete with errors: the token does not cover %1; the server may have left it out without a word.</source>
        <translation>Vollständig mit Fehlern: Das Token deckt %1 nicht ab; der Server hat es vielleicht wortlos ausgelassen.</translation>
    </message>
    <message>
        <source>Say why the watermark is changed.</source>
        <translation>Sagen Sie, warum der Stand geändert wird.</translation>
    </message>
    <message>
        <source>This is not a FHIR instant.</source>
        <translation>Das ist kein FHIR-Zeitpunkt.</translation>
    </message>
    <message>
        <source>Write it with seconds and zone, for example 2026-06-24T03:14:07Z.</source>
        <translation>Schreiben Sie ihn mit Sekunden und Zone, zum Beispiel 2026-06-24T03:14:07Z.</translation>
    </message>
    <message>
        <source>This watermark was never changed.</source>
        <translation>Dieser Stand wurde nie geändert.</translation>
    </message>
    <message>
        <source>The watermark stays: the token does not cover %1, so it may be missing.</source>
        <translation>Der Stand bleibt: Das Token deckt %1 nicht ab, es kann also fehlen.</translation>
    </message>
    <message>
        <source>The manifest lists other files now (%1 instead of %2); what was listed first is what counts.</source>
        <translation>Das Manifest nennt jetzt andere Dateien (%1 statt %2); es gilt, was zuerst genannt wurde.</translation>
    </message>
    <message>
        <source>The server does not take this parameter; the kick-off was sent without it.</source>
        <translation>Der Server nimmt diesen Parameter nicht; der Kick-off ging ohne ihn hinaus.</translation>
    </message>
    <message>
        <source>Baseline recommended: the key is another one than at the last full baseline, and the server may show it more.</source>
        <translation>Vollexport empfohlen: Der Schlüssel ist ein anderer als beim letzten Vollexport, und vielleicht zeigt der Server ihm mehr.</translation>
    </message>
    <message>
        <source>Baseline recommended: the granted scopes are others than at the last full baseline.</source>
        <translation>Vollexport empfohlen: Die gewährten Scopes sind andere als beim letzten Vollexport.</translation>
    </message>
    <message>
        <source>Baseline recommended: the last one is %1 days old, and this practice wants one every %2 days.</source>
        <translation>Vollexport empfohlen: Der letzte ist %1 Tage alt, und diese Praxis möchte alle %2 Tage einen.</translation>
    </message>
    <message>
        <source>New in this Group: %1 patients. The server may have left out what of them is older than the watermark: fetch their history, or export a full baseline (changes/new-patients.ndjson lists them).</source>
        <translation>Neu in dieser Group: %1 Patienten. Was von ihnen älter ist als der Stand, kann der Server ausgelassen haben: Holen Sie ihre Vorgeschichte oder exportieren Sie alles von Anfang an (changes/new-patients.ndjson nennt sie).</translation>
    </message>
    <message>
        <source>The list of new patients names none, too many, or something that is no id.</source>
        <translation>Die Liste der neuen Patienten nennt keinen, zu viele oder etwas, das keine id ist.</translation>
    </message>
    <message>
        <source>Export a full baseline of the Group instead; it has everybody&apos;s history.</source>
        <translation>Exportieren Sie stattdessen die ganze Group von Anfang an; darin ist jedermanns Vorgeschichte.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a fact, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>Practice code</source>
        <translation>Praxiscode</translation>
    </message>
    <message>
        <source>FHIR base URL</source>
        <translation>FHIR-Basis-URL</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Request sent (UTC)</source>
        <translation>Anfrage gesendet (UTC)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>HTTP %1, “%2”</source>
        <translation>HTTP %1, „%2“</translation>
    </message>
    <message>
        <source>Job of ours that we know</source>
        <translation>Uns bekannter eigener Export</translation>
    </message>
    <message>
        <source>%1, accepted %2 (UTC)</source>
        <translation>%1, angenommen %2 (UTC)</translation>
    </message>
    <message>
        <source>There is no refused export to try again.</source>
        <translation>Es gibt keinen abgelehnten Export, der neu zu versuchen wäre.</translation>
    </message>
    <message>
        <source>Our Bulk Data export of a Group is refused as a duplicate, and we know of no job of ours that is still running.</source>
        <translation>Unser Bulk-Data-Export einer Group wird als Duplikat abgelehnt, und wir wissen von keinem eigenen Export, der noch läuft.</translation>
    </message>
    <message>
        <source>Our Bulk Data export of a Group is refused as a duplicate.</source>
        <translation>Unser Bulk-Data-Export einer Group wird als Duplikat abgelehnt.</translation>
    </message>
    <message>
        <source>Please tell us which job holds the Group, and end it if nobody needs it.</source>
        <translation>Bitte sagen Sie uns, welcher Export die Group belegt, und beenden Sie ihn, wenn niemand ihn braucht.</translation>
    </message>
</context>
<context>
    <name>RunOverview</name>
    <message>
        <source>▲ new</source>
        <translation>▲ neu</translation>
    </message>
    <message>
        <source>▼ gone</source>
        <translation>▼ weg</translation>
    </message>
    <message>
        <source>▲ %1 %</source>
        <translation>▲ %1 %</translation>
    </message>
    <message>
        <source>▼ %1 %</source>
        <translation>▼ %1 %</translation>
    </message>
    <message>
        <source>%1 %2 instead of %3</source>
        <translation>%1 %2 statt %3</translation>
    </message>
    <message>
        <source>%1 resources of %2 types.</source>
        <translation>%1 Ressourcen von %2 Typen.</translation>
    </message>
    <message>
        <source>The manifest promises no numbers.</source>
        <translation>Das Manifest verspricht keine Zahlen.</translation>
    </message>
    <message>
        <source>The numbers are those of the manifest.</source>
        <translation>Die Zahlen sind die des Manifests.</translation>
    </message>
    <message>
        <source>Not as the manifest says: %1.</source>
        <translation>Nicht wie im Manifest: %1.</translation>
    </message>
    <message>
        <source>No earlier run of this Group lies beside it.</source>
        <translation>Daneben liegt kein früherer Lauf dieser Gruppe.</translation>
    </message>
    <message>
        <source>The last run asked for another span of time, so the numbers say little beside each other.</source>
        <translation>Der letzte Lauf fragte nach einer anderen Zeitspanne; nebeneinander sagen die Zahlen wenig.</translation>
    </message>
    <message>
        <source>No type differs from the last run by more than 30 %.</source>
        <translation>Kein Typ weicht um mehr als 30 % vom letzten Lauf ab.</translation>
    </message>
    <message>
        <source>Against the last run: %1.</source>
        <translation>Gegenüber dem letzten Lauf: %1.</translation>
    </message>
    <message>
        <source>No resource says when it was last updated.</source>
        <translation>Keine Ressource sagt, wann sie zuletzt geändert wurde.</translation>
    </message>
    <message>
        <source>Last updated between %1 and %2, most on %3 (%4).</source>
        <translation>Zuletzt geändert zwischen %1 und %2, die meisten am %3 (%4).</translation>
    </message>
    <message>
        <source>%1 resources do not say when.</source>
        <translation>%1 Ressourcen sagen nicht, wann.</translation>
    </message>
    <message>
        <source>No resource has a code.</source>
        <translation>Keine Ressource hat einen Code.</translation>
    </message>
    <message>
        <source>Most frequent: %1 in %2, %3 times.</source>
        <translation>Am häufigsten: %1 in %2, %3-mal.</translation>
    </message>
    <message>
        <source>There are more different codes than are counted; rare ones are left out.</source>
        <translation>Es gibt mehr verschiedene Codes, als gezählt werden; seltene fehlen.</translation>
    </message>
    <message>
        <source>The run holds no patients.</source>
        <translation>Der Lauf enthält keine Patienten.</translation>
    </message>
    <message>
        <source>The one patient has data.</source>
        <translation>Der eine Patient hat Daten.</translation>
    </message>
    <message>
        <source>All %1 patients have data.</source>
        <translation>Alle %1 Patienten haben Daten.</translation>
    </message>
    <message>
        <source>%1 of %2 patients have no other resource in this run.</source>
        <translation>%1 von %2 Patienten haben in diesem Lauf keine andere Ressource.</translation>
    </message>
    <message>
        <source>No resource refers to another one.</source>
        <translation>Keine Ressource verweist auf eine andere.</translation>
    </message>
    <message>
        <source>All references to types of this run lead to a resource.</source>
        <translation>Alle Verweise auf Typen dieses Laufs führen zu einer Ressource.</translation>
    </message>
    <message>
        <source>1 resource is referred to but is in none of the files.</source>
        <translation>Auf 1 Ressource wird verwiesen, sie steht aber in keiner der Dateien.</translation>
    </message>
    <message>
        <source>%1 resources are referred to but are in none of the files.</source>
        <translation>Auf %1 Ressourcen wird verwiesen, sie stehen aber in keiner der Dateien.</translation>
    </message>
    <message>
        <source>Types that are referred to but were not exported: %1.</source>
        <translation>Typen, auf die verwiesen wird, die aber nicht exportiert wurden: %1.</translation>
    </message>
    <message>
        <source>There are more resources than can be compared; some were left out.</source>
        <translation>Es gibt mehr Ressourcen, als verglichen werden können; einige fehlen.</translation>
    </message>
</context>
<context>
    <name>RunningExports</name>
    <message>
        <source>An export of this practice is running already.</source>
        <translation>Ein Export dieser Praxis läuft schon.</translation>
    </message>
    <message>
        <source>The private key of this practice is not unlocked.</source>
        <translation>Der private Schlüssel dieser Praxis ist nicht entsperrt.</translation>
    </message>
    <message>
        <source>No export of this practice was refused.</source>
        <translation>Kein Export dieser Praxis wurde abgelehnt.</translation>
    </message>
</context>
<context>
    <name>SandboxLauncher</name>
    <message>
        <source>The built-in sandbox did not start in time.</source>
        <translation>Die eingebaute Sandbox ist nicht rechtzeitig gestartet.</translation>
    </message>
    <message>
        <source>The built-in sandbox could not be started.</source>
        <translation>Die eingebaute Sandbox konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The built-in sandbox ended by itself.</source>
        <translation>Die eingebaute Sandbox hat sich von selbst beendet.</translation>
    </message>
    <message>
        <source>Check that waybill-sandbox lies beside waybill, then try again.</source>
        <translation>Prüfen Sie, ob waybill-sandbox neben waybill liegt, und versuchen Sie es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>StatusCommand</name>
    <message>
        <source>export: goes on with the unfinished run</source>
        <translation>export: macht mit dem unfertigen Lauf weiter</translation>
    </message>
    <message>
        <source>export: starts the first run</source>
        <translation>export: startet den ersten Lauf</translation>
    </message>
    <message>
        <source>export: starts a new run when it is due</source>
        <translation>export: startet einen neuen Lauf, wenn er fällig ist</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>The disk with Waybill&apos;s records is full.</source>
        <translation>Die Platte mit den Aufzeichnungen von Waybill ist voll.</translation>
    </message>
    <message>
        <source>Another program holds Waybill&apos;s records.</source>
        <translation>Ein anderes Programm hält die Aufzeichnungen von Waybill fest.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Warten Sie einen Augenblick und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Waybill&apos;s records may only be read.</source>
        <translation>Die Aufzeichnungen von Waybill dürfen nur gelesen werden.</translation>
    </message>
    <message>
        <source>The file with Waybill&apos;s records is damaged.</source>
        <translation>Die Datei mit den Aufzeichnungen von Waybill ist beschädigt.</translation>
    </message>
    <message>
        <source>Start Waybill again: it then takes the last good copy.</source>
        <translation>Starten Sie Waybill noch einmal: Dann nimmt es die letzte gute Kopie.</translation>
    </message>
    <message>
        <source>Waybill&apos;s records could not be read or written.</source>
        <translation>Die Aufzeichnungen von Waybill konnten nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>The records were written by a newer Waybill; this one leaves them alone.</source>
        <translation>Die Aufzeichnungen wurden von einem neueren Waybill geschrieben; dieses hier lässt sie in Ruhe.</translation>
    </message>
    <message>
        <source>Install the newer version again.</source>
        <translation>Installieren Sie wieder die neuere Version.</translation>
    </message>
    <message>
        <source>The lock of this Group cannot be opened.</source>
        <translation>Die Sperre dieser Gruppe kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Another Waybill is exporting this Group.</source>
        <translation>Ein anderes Waybill exportiert gerade diese Gruppe.</translation>
    </message>
    <message>
        <source>Another Waybill is exporting this Group: %1.</source>
        <translation>Ein anderes Waybill exportiert gerade diese Gruppe: %1.</translation>
    </message>
    <message>
        <source>The folder for Waybill&apos;s records cannot be written.</source>
        <translation>In den Ordner für die Aufzeichnungen von Waybill kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Waybill&apos;s records cannot be read.</source>
        <translation>Die Aufzeichnungen von Waybill können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file with Waybill&apos;s records is damaged, and there is no good copy of it.</source>
        <translation>Die Datei mit den Aufzeichnungen von Waybill ist beschädigt, und es gibt keine gute Kopie davon.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or move it away to start from nothing: then every export begins with a full baseline.</source>
        <translation>Holen Sie sie aus einer Sicherung zurück, oder schieben Sie sie beiseite, um bei null anzufangen: Dann beginnt jeder Export mit einem Vollabzug.</translation>
    </message>
    <message>
        <source>The file with Waybill&apos;s records was gone; the copy of %1 took its place.</source>
        <translation>Die Datei mit den Aufzeichnungen von Waybill war verschwunden; an ihre Stelle trat die Kopie vom %1.</translation>
    </message>
    <message>
        <source>The file with Waybill&apos;s records was damaged; the copy of %1 took its place.</source>
        <translation>Die Datei mit den Aufzeichnungen von Waybill war beschädigt; an ihre Stelle trat die Kopie vom %1.</translation>
    </message>
    <message>
        <source>Check the disk. Exports since then may be repeated, nothing is skipped.</source>
        <translation>Prüfen Sie die Platte. Exporte seither werden vielleicht wiederholt, übersprungen wird nichts.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Opening the window</source>
        <translation>Das Fenster wird geöffnet</translation>
    </message>
    <message>
        <source>it offers the built-in practice</source>
        <translation>es bietet die eingebaute Praxis an</translation>
    </message>
    <message>
        <source>Choosing the environment</source>
        <translation>Die Umgebung wird gewählt</translation>
    </message>
    <message>
        <source>the assistant asks which practice it is</source>
        <translation>der Assistent fragt, welche Praxis es ist</translation>
    </message>
    <message>
        <source>Naming the practice</source>
        <translation>Die Praxis bekommt einen Namen</translation>
    </message>
    <message>
        <source>Choosing where the private key is kept</source>
        <translation>Der Ort des privaten Schlüssels wird gewählt</translation>
    </message>
    <message>
        <source>in an encrypted file</source>
        <translation>in einer verschlüsselten Datei</translation>
    </message>
    <message>
        <source>Generating the key pair</source>
        <translation>Das Schlüsselpaar wird erzeugt</translation>
    </message>
    <message>
        <source>Reading the list of 17,000 practices</source>
        <translation>Die Liste von 17.000 Praxen wird gelesen</translation>
    </message>
    <message>
        <source>the practice is found</source>
        <translation>die Praxis ist gefunden</translation>
    </message>
    <message>
        <source>Using its endpoint</source>
        <translation>Ihr Endpunkt wird verwendet</translation>
    </message>
    <message>
        <source>Registering the public key</source>
        <translation>Der öffentliche Schlüssel wird registriert</translation>
    </message>
    <message>
        <source>Discovery and token test</source>
        <translation>Erkundung und Token-Probe</translation>
    </message>
    <message>
        <source>Finding the Group</source>
        <translation>Die Gruppe wird gesucht</translation>
    </message>
    <message>
        <source>the practice shows its Groups</source>
        <translation>die Praxis zeigt ihre Gruppen</translation>
    </message>
    <message>
        <source>Choosing the Group</source>
        <translation>Die Gruppe wird gewählt</translation>
    </message>
    <message>
        <source>Looking at the exact request</source>
        <translation>Die genaue Anfrage wird angesehen</translation>
    </message>
    <message>
        <source>it is shown before anything is sent</source>
        <translation>sie ist zu sehen, bevor etwas gesendet wird</translation>
    </message>
    <message>
        <source>Launching the export</source>
        <translation>Der Export wird gestartet</translation>
    </message>
    <message>
        <source>the server works, the next request is due as it asked</source>
        <translation>der Server arbeitet, die nächste Anfrage ist fällig, wie er es verlangt hat</translation>
    </message>
    <message>
        <source>Downloading and verifying</source>
        <translation>Herunterladen und Prüfen</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Die Dateien werden angesehen</translation>
    </message>
    <message>
        <source>every file is verified and has its final name</source>
        <translation>jede Datei ist geprüft und hat ihren endgültigen Namen</translation>
    </message>
    <message>
        <source>Looking at the watermarks</source>
        <translation>Die Stände werden angesehen</translation>
    </message>
    <message>
        <source>Reading a line of the patients</source>
        <translation>Eine Zeile der Patienten wird gelesen</translation>
    </message>
    <message>
        <source>line %1 and its JSON tree</source>
        <translation>Zeile %1 und ihr JSON-Baum</translation>
    </message>
    <message>
        <source>Writing the waybill</source>
        <translation>Der Frachtbrief wird geschrieben</translation>
    </message>
    <message>
        <source>complete, without a secret inside</source>
        <translation>vollständig, ohne ein Geheimnis darin</translation>
    </message>
    <message>
        <source>Running the waybill unattended</source>
        <translation>Der Frachtbrief wird unbeaufsichtigt ausgeführt</translation>
    </message>
    <message>
        <source>waybill-run export ended with 0: complete and verified</source>
        <translation>waybill-run export endete mit 0: vollständig und geprüft</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>There is already a file of this name, and a key file is never overwritten.</source>
        <translation>Eine Datei dieses Namens gibt es schon, und eine Schlüsseldatei wird nie überschrieben.</translation>
    </message>
    <message>
        <source>Choose another name, or move the old file away yourself.</source>
        <translation>Wählen Sie einen anderen Namen oder schieben Sie die alte Datei selbst beiseite.</translation>
    </message>
    <message>
        <source>The key file could not be written: the disk is full.</source>
        <translation>Die Schlüsseldatei konnte nicht geschrieben werden: Die Platte ist voll.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The key file could not be written: %1.</source>
        <translation>Die Schlüsseldatei konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>This is not a plain file.</source>
        <translation>Das ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Choose the key file itself.</source>
        <translation>Wählen Sie die Schlüsseldatei selbst.</translation>
    </message>
    <message>
        <source>The key file belongs to another user.</source>
        <translation>Die Schlüsseldatei gehört einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>Make a copy that belongs to the user who runs Waybill.</source>
        <translation>Machen Sie eine Kopie, die dem Benutzer gehört, der Waybill ausführt.</translation>
    </message>
    <message>
        <source>Other users may read or change the key file (mode %1).</source>
        <translation>Andere Benutzer können die Schlüsseldatei lesen oder ändern (Modus %1).</translation>
    </message>
    <message>
        <source>Take their rights away: chmod 600, and if they may have read it, make a new key.</source>
        <translation>Nehmen Sie ihnen die Rechte: chmod 600; und wenn sie sie gelesen haben können, erzeugen Sie einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>This file is too large to be a key.</source>
        <translation>Diese Datei ist zu groß für einen Schlüssel.</translation>
    </message>
    <message>
        <source>The key file is not there.</source>
        <translation>Die Schlüsseldatei ist nicht da.</translation>
    </message>
    <message>
        <source>Put it back, or choose where it lies now.</source>
        <translation>Legen Sie sie zurück oder wählen Sie, wo sie jetzt liegt.</translation>
    </message>
    <message>
        <source>The key file is a symbolic link.</source>
        <translation>Die Schlüsseldatei ist ein symbolischer Link.</translation>
    </message>
    <message>
        <source>Choose the file it points to.</source>
        <translation>Wählen Sie die Datei, auf die er zeigt.</translation>
    </message>
    <message>
        <source>The key file could not be opened: %1.</source>
        <translation>Die Schlüsseldatei konnte nicht geöffnet werden: %1.</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>Prüfen Sie die Datei und ihre Berechtigungen.</translation>
    </message>
    <message>
        <source>Start a keyring (for example gnome-keyring), or keep the key in an encrypted file.</source>
        <translation>Starten Sie einen Schlüsselbund (etwa gnome-keyring) oder bewahren Sie den Schlüssel in einer verschlüsselten Datei auf.</translation>
    </message>
    <message>
        <source>There is no D-Bus session, so no keyring can be reached.</source>
        <translation>Es gibt keine D-Bus-Sitzung, darum ist kein Schlüsselbund zu erreichen.</translation>
    </message>
    <message>
        <source>Keep the key in an encrypted file, or start Waybill inside a desktop session.</source>
        <translation>Bewahren Sie den Schlüssel in einer verschlüsselten Datei auf oder starten Sie Waybill in einer Desktop-Sitzung.</translation>
    </message>
    <message>
        <source>No keyring service is running.</source>
        <translation>Es läuft kein Schlüsselbund-Dienst.</translation>
    </message>
    <message>
        <source>The keyring service has no default keyring.</source>
        <translation>Der Schlüsselbund-Dienst hat keinen Standard-Schlüsselbund.</translation>
    </message>
    <message>
        <source>Create one (for example with Passwords and Keys), or keep the key in an encrypted file.</source>
        <translation>Legen Sie einen an (etwa mit „Passwörter und Schlüssel“) oder bewahren Sie den Schlüssel in einer verschlüsselten Datei auf.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock the keyring and try again.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keyring was not unlocked: its prompt was closed.</source>
        <translation>Der Schlüsselbund wurde nicht entsperrt: Seine Abfrage wurde geschlossen.</translation>
    </message>
    <message>
        <source>Try again and enter the keyring&apos;s password.</source>
        <translation>Versuchen Sie es noch einmal und geben Sie das Passwort des Schlüsselbunds ein.</translation>
    </message>
    <message>
        <source>The keychain failed.</source>
        <translation>Der Schlüsselbund hat versagt.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Waybill can use (libsecret is missing).</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund, den Waybill verwenden kann (libsecret fehlt).</translation>
    </message>
    <message>
        <source>The keychain could not remove the key.</source>
        <translation>Der Schlüsselbund konnte den Schlüssel nicht entfernen.</translation>
    </message>
    <message>
        <source>Remove it with the keychain&apos;s own program.</source>
        <translation>Entfernen Sie ihn mit dem Programm des Schlüsselbunds.</translation>
    </message>
    <message>
        <source>Try again, import the key again, or rotate it. Do not make a new key before you know: the server knows the old one.</source>
        <translation>Versuchen Sie es noch einmal, importieren Sie den Schlüssel noch einmal oder wechseln Sie ihn. Erzeugen Sie keinen neuen, bevor Sie es wissen: Der Server kennt den alten.</translation>
    </message>
    <message>
        <source>The keyring is open, but the key is not in it: it was removed, or stored by another user.</source>
        <translation>Der Schlüsselbund ist offen, aber der Schlüssel ist nicht darin: Er wurde entfernt oder von einem anderen Benutzer abgelegt.</translation>
    </message>
    <message>
        <source>The keyring is locked, or the key was removed from it.</source>
        <translation>Der Schlüsselbund ist gesperrt, oder der Schlüssel wurde daraus entfernt.</translation>
    </message>
    <message>
        <source>The keychain has not answered for %1 s; it may be waiting to be unlocked.</source>
        <translation>Der Schlüsselbund hat %1 s lang nicht geantwortet; vielleicht wartet er darauf, entsperrt zu werden.</translation>
    </message>
    <message>
        <source>Look for its prompt, unlock the keyring and try again.</source>
        <translation>Suchen Sie nach seiner Abfrage, entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain was used outside of the main thread.</source>
        <translation>Der Schlüsselbund wurde außerhalb des Haupt-Threads benutzt.</translation>
    </message>
    <message>
        <source>The keychain gave back other bytes than were stored.</source>
        <translation>Der Schlüsselbund hat andere Bytes zurückgegeben, als abgelegt wurden.</translation>
    </message>
    <message>
        <source>Keep the key in an encrypted file.</source>
        <translation>Bewahren Sie den Schlüssel in einer verschlüsselten Datei auf.</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>no line</source>
        <translation>keine Zeile</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>A folder of the bundle cannot be made.</source>
        <translation>Ein Ordner des Bündels kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>A file of the bundle cannot be written: %1.</source>
        <translation>Eine Datei des Bündels kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>%1 names several places of the key; keep one.</source>
        <translation>%1 nennt mehrere Orte des Schlüssels; behalten Sie einen.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Practice in the sandbox</source>
        <translation>Praxis in der Sandbox</translation>
    </message>
</context>
<context>
    <name>waybill::run::CancelCommand</name>
    <message>
        <source>There is no running job to cancel.</source>
        <translation>Es gibt keinen laufenden Auftrag zum Abbrechen.</translation>
    </message>
    <message>
        <source>The job is cancelled; the server has confirmed it.</source>
        <translation>Der Auftrag ist abgebrochen; der Server hat es bestätigt.</translation>
    </message>
    <message>
        <source>The server has not confirmed that the job is gone. Try again later.</source>
        <translation>Der Server hat nicht bestätigt, dass der Auftrag gelöscht ist. Versuchen Sie es später noch einmal.</translation>
    </message>
</context>
<context>
    <name>waybill::run::CheckCommand</name>
    <message>
        <source>waybill</source>
        <translation>Frachtbrief</translation>
    </message>
    <message>
        <source>key and discovery</source>
        <translation>Schlüssel und Erkundung</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>discovery</source>
        <translation>Erkundung</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>gewährt</translation>
    </message>
    <message>
        <source>scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>not granted for %1</source>
        <translation>nicht gewährt für %1</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>The Group of the waybill is not among those the server shows.</source>
        <translation>Die Gruppe des Frachtbriefs ist nicht unter denen, die der Server zeigt.</translation>
    </message>
    <message>
        <source>%1, members: %2</source>
        <translation>%1, Mitglieder: %2</translation>
    </message>
</context>
<context>
    <name>waybill::run::FindCommand</name>
    <message numerus="yes">
        <source>The expression was given up on %n line(s): it costs too much there.</source>
        <translation>
            <numerusform>Bei %n Zeile wurde der Ausdruck aufgegeben: Er ist dort zu aufwendig.</numerusform>
            <numerusform>Bei %n Zeilen wurde der Ausdruck aufgegeben: Er ist dort zu aufwendig.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ui::AllKeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>Keys that were made or imported here. The private halves are never shown.</source>
        <translation>Schlüssel, die hier erzeugt oder importiert wurden. Die privaten Hälften werden nie gezeigt.</translation>
    </message>
    <message>
        <source>There is no key yet. The set-up of a practice makes the first one.</source>
        <translation>Es gibt noch keinen Schlüssel. Die Einrichtung einer Praxis erzeugt den ersten.</translation>
    </message>
    <message>
        <source>Key ID, the RFC 7638 thumbprint</source>
        <translation>Schlüssel-ID, der Fingerabdruck nach RFC 7638</translation>
    </message>
    <message>
        <source>Key ID</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <source>Type the first characters of the key ID</source>
        <translation>Die ersten Zeichen der Schlüssel-ID eingeben</translation>
    </message>
    <message>
        <source>&amp;Delete this key for good</source>
        <translation>Diesen Schlüssel endgültig &amp;löschen</translation>
    </message>
    <message>
        <source>Type %1 to delete it</source>
        <translation>Zum Löschen %1 eingeben</translation>
    </message>
</context>
<context>
    <name>waybill::ui::AllKeysPresenter</name>
    <message>
        <source>System keychain</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Encrypted file %1</source>
        <translation>Verschlüsselte Datei %1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s): %1</source>
        <translation>
            <numerusform>%n Praxis: %1</numerusform>
            <numerusform>%n Praxen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>exposed</source>
        <translation>in falschen Händen</translation>
    </message>
    <message>
        <source>in rotation</source>
        <translation>im Wechsel</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>ausgemustert</translation>
    </message>
    <message>
        <source>It is needed, so it cannot be deleted. Rotate it in the set-up of the practice first.</source>
        <translation>Er wird gebraucht und kann deshalb nicht gelöscht werden. Wechseln Sie ihn zuerst in der Einrichtung der Praxis.</translation>
    </message>
    <message>
        <source>Nobody here signs with it. A copy that operations have is not touched. A deleted key never comes back.</source>
        <translation>Hier signiert niemand damit. Eine Kopie, die der Betrieb hat, bleibt unberührt. Ein gelöschter Schlüssel kommt nie zurück.</translation>
    </message>
    <message>
        <source>The key %1 is deleted.</source>
        <translation>Der Schlüssel %1 ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::BusyIndicator</name>
    <message>
        <source>Working…</source>
        <translation>Arbeitet…</translation>
    </message>
</context>
<context>
    <name>waybill::ui::CauseList</name>
    <message>
        <source>Check: %1</source>
        <translation>Prüfung: %1</translation>
    </message>
</context>
<context>
    <name>waybill::ui::CheckList</name>
    <message>
        <source>ok</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>noch einmal ansehen</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ClientPage</name>
    <message>
        <source>Client registration</source>
        <translation>Client registrieren</translation>
    </message>
    <message>
        <source>The server must know Waybill before it gives a token: register the public key, then enter the client ID that you get.</source>
        <translation>Der Server muss Waybill kennen, bevor er ein Token gibt: Registrieren Sie den öffentlichen Schlüssel und geben Sie dann die Client-ID ein, die Sie bekommen.</translation>
    </message>
    <message>
        <source>How the server learns the public key</source>
        <translation>Wie der Server den öffentlichen Schlüssel erfährt</translation>
    </message>
    <message>
        <source>By its &amp;URL</source>
        <translation>Über seine &amp;URL</translation>
    </message>
    <message>
        <source>The server reads your published jwks.json. A new key needs no new registration.</source>
        <translation>Der Server liest Ihre veröffentlichte jwks.json. Ein neuer Schlüssel braucht keine neue Registrierung.</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>As a &amp;pasted key set</source>
        <translation>Als &amp;eingefügter Schlüsselsatz</translation>
    </message>
    <message>
        <source>You copy the key set into the server&apos;s portal by hand.</source>
        <translation>Sie kopieren den Schlüsselsatz von Hand in das Portal des Servers.</translation>
    </message>
    <message>
        <source>Public key set</source>
        <translation>Öffentlicher Schlüsselsatz</translation>
    </message>
    <message>
        <source>&amp;JWKS URL</source>
        <translation>&amp;JWKS-URL</translation>
    </message>
    <message>
        <source>Chec&amp;k it</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Check what is published at the JWKS URL</source>
        <translation>Prüfen, was unter der JWKS-URL veröffentlicht ist</translation>
    </message>
    <message>
        <source>What the server gave you</source>
        <translation>Was der Server Ihnen gegeben hat</translation>
    </message>
    <message>
        <source>Client ID from the registration</source>
        <translation>Client-ID aus der Registrierung</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>Client-&amp;ID</translation>
    </message>
    <message>
        <source>Register with the sand&amp;box</source>
        <translation>In der Sand&amp;box registrieren</translation>
    </message>
    <message>
        <source>I am &amp;waiting for the approval</source>
        <translation>Ich &amp;warte auf die Freigabe</translation>
    </message>
    <message>
        <source>eClinicalWorks takes nothing but a URL.</source>
        <translation>eClinicalWorks nimmt nur eine URL.</translation>
    </message>
    <message>
        <source>This is the built-in sandbox: Waybill registers the key there by itself, the way you choose.</source>
        <translation>Das ist die eingebaute Sandbox: Waybill registriert den Schlüssel dort selbst, so wie Sie es wählen.</translation>
    </message>
    <message>
        <source>Register again with the sand&amp;box</source>
        <translation>Noch einmal in der Sand&amp;box registrieren</translation>
    </message>
    <message>
        <source>Look again every minute until it matches</source>
        <translation>Jede Minute wieder nachsehen, bis es passt</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ClientPagePresenter</name>
    <message>
        <source>Waiting for eClinicalWorks and the practice to approve the app.</source>
        <translation>Warten, bis eClinicalWorks und die Praxis die App freigeben.</translation>
    </message>
    <message>
        <source>Waiting for the server&apos;s operator to approve the app.</source>
        <translation>Warten, bis der Betreiber des Servers die App freigibt.</translation>
    </message>
    <message>
        <source>Publish jwks.json at an https address that anyone can read, and enter that address in the server&apos;s developer portal. The server fetches your public key from there.</source>
        <translation>Veröffentlichen Sie jwks.json unter einer https-Adresse, die jeder lesen kann, und tragen Sie diese Adresse im Entwicklerportal des Servers ein. Von dort holt der Server Ihren öffentlichen Schlüssel.</translation>
    </message>
    <message>
        <source>Paste the key set into the server&apos;s developer portal. After every change of the key you have to do it again.</source>
        <translation>Fügen Sie den Schlüsselsatz im Entwicklerportal des Servers ein. Nach jedem Schlüsselwechsel müssen Sie das wiederholen.</translation>
    </message>
    <message>
        <source>eClinicalWorks must also put the address on its allow list: write to fhirfighters@eclinicalworks.com.</source>
        <translation>eClinicalWorks muss die Adresse außerdem auf seine Erlaubnisliste setzen: Schreiben Sie an fhirfighters@eclinicalworks.com.</translation>
    </message>
    <message>
        <source>%1 Since %2.</source>
        <translation>%1 Seit %2.</translation>
    </message>
    <message>
        <source>Registering with the sandbox…</source>
        <translation>Registrierung in der Sandbox…</translation>
    </message>
    <message>
        <source>Reading the published key set…</source>
        <translation>Der veröffentlichte Schlüsselsatz wird gelesen…</translation>
    </message>
    <message>
        <source>&amp;Register with the sandbox</source>
        <translation>In der Sandbox &amp;registrieren</translation>
    </message>
    <message>
        <source>&amp;Save and continue</source>
        <translation>&amp;Speichern und weiter</translation>
    </message>
    <message>
        <source>Enter the client ID from the registration.</source>
        <translation>Geben Sie die Client-ID aus der Registrierung ein.</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>You can close the assistant; come back when you have heard from them.</source>
        <translation>Sie können den Assistenten schließen; kommen Sie wieder, wenn Sie von ihnen gehört haben.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ClockCard</name>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Sign with the ser&amp;ver&apos;s clock</source>
        <translation>Mi&amp;t der Uhr des Servers signieren</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ColumnsModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Waybill reads what the server says of itself and then asks for a real access token. No patient data is touched.</source>
        <translation>Waybill liest, was der Server über sich sagt, und bittet dann um ein echtes Zugriffstoken. Patientendaten werden nicht berührt.</translation>
    </message>
    <message>
        <source>Likely causes</source>
        <translation>Wahrscheinliche Ursachen</translation>
    </message>
    <message>
        <source>The most likely one first</source>
        <translation>Die wahrscheinlichste zuerst</translation>
    </message>
    <message>
        <source>What will be checked</source>
        <translation>Was geprüft wird</translation>
    </message>
    <message>
        <source>1.  The SMART configuration: where tokens come from, and how to ask for them
2.  The CapabilityStatement: which exports and resource types there are
3.  Both clocks: a wrong one makes every signature worthless
4.  A token with all scopes an export may need</source>
        <translation>1.  Die SMART-Konfiguration: woher Token kommen und wie man darum bittet
2.  Das CapabilityStatement: welche Exporte und Ressourcentypen es gibt
3.  Beide Uhren: Eine falsche macht jede Signatur wertlos
4.  Ein Token mit allen Scopes, die ein Export brauchen kann</translation>
    </message>
    <message>
        <source>What the server says of itself</source>
        <translation>Was der Server über sich sagt</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>&amp;Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Token test</source>
        <translation>Token-Probe</translation>
    </message>
    <message>
        <source>All scopes</source>
        <translation>Alle Scopes</translation>
    </message>
    <message>
        <source>Granted and missing scopes</source>
        <translation>Gewährte und fehlende Scopes</translation>
    </message>
    <message>
        <source>The token endpoint is on another host.</source>
        <translation>Der Token-Endpunkt liegt auf einem anderen Host.</translation>
    </message>
    <message>
        <source>FHIR: %1
Token: %2</source>
        <translation>FHIR: %1
Token: %2</translation>
    </message>
    <message>
        <source>That is normal for eClinicalWorks. Waybill sends its signed request there only if you agree.</source>
        <translation>Das ist bei eClinicalWorks üblich. Waybill schickt seine signierte Anfrage nur dorthin, wenn Sie zustimmen.</translation>
    </message>
    <message>
        <source>Granted:
%1</source>
        <translation>Gewährt:
%1</translation>
    </message>
    <message>
        <source>Missing:
%1

</source>
        <translation>Es fehlen:
%1

</translation>
    </message>
    <message>
        <source>Ask for more scopes</source>
        <translation>Weitere Scopes verlangen</translation>
    </message>
    <message>
        <source>Scopes that the server does not pu&amp;blish</source>
        <translation>Scopes, die der Server nicht &amp;veröffentlicht</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ConnectionPagePresenter</name>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Granted, valid for %1.</source>
        <translation>Gewährt, gültig für %1.</translation>
    </message>
    <message>
        <source>Granted; the server did not say for how long, so 5 minutes are assumed.</source>
        <translation>Gewährt; der Server hat nicht gesagt, wie lange, darum werden 5 Minuten angenommen.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>%1 of %2 granted.</source>
        <translation>%1 von %2 gewährt.</translation>
    </message>
    <message>
        <source>Not readable: %1.</source>
        <translation>Nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>FHIR version</source>
        <translation>FHIR-Version</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Export levels</source>
        <translation>Exportebenen</translation>
    </message>
    <message>
        <source>none stated</source>
        <translation>keine angegeben</translation>
    </message>
    <message>
        <source>Resource types</source>
        <translation>Ressourcentypen</translation>
    </message>
    <message>
        <source>%1 that can be exported</source>
        <translation>%1, die exportiert werden können</translation>
    </message>
    <message>
        <source>Bulk Data version</source>
        <translation>Version von Bulk Data</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Token endpoint</source>
        <translation>Token-Endpunkt</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Gefunden in</translation>
    </message>
    <message>
        <source>Reading what the server says of itself…</source>
        <translation>Gelesen wird, was der Server über sich sagt…</translation>
    </message>
    <message>
        <source>Waiting for the key to be unlocked…</source>
        <translation>Warten, bis der Schlüssel entsperrt ist…</translation>
    </message>
    <message>
        <source>Asking for an access token…</source>
        <translation>Ein Zugriffstoken wird angefragt…</translation>
    </message>
    <message>
        <source>&amp;Yes, send the request there</source>
        <translation>&amp;Ja, die Anfrage dorthin schicken</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Noch einmal prüfen</translation>
    </message>
    <message>
        <source>&amp;Check the connection</source>
        <translation>Die Verbindung &amp;prüfen</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
    <message>
        <source>Kept as evidence</source>
        <translation>Als Nachweis aufbewahrt</translation>
    </message>
    <message>
        <source>Unchanged since %1</source>
        <translation>Unverändert seit %1</translation>
    </message>
    <message>
        <source>Changed since %1</source>
        <translation>Geändert seit %1</translation>
    </message>
    <message>
        <source>eClinicalWorks refuses the whole request when it does not know one scope. Ask only for what is in your registration there.</source>
        <translation>eClinicalWorks lehnt die ganze Anfrage ab, wenn es einen Scope nicht kennt. Verlangen Sie nur, was dort in Ihrer Registrierung steht.</translation>
    </message>
    <message>
        <source>The server&apos;s list of scopes need not be complete. It may refuse the request, or grant the others only.</source>
        <translation>Die Scope-Liste des Servers muss nicht vollständig sein. Er kann die Anfrage ablehnen oder nur die anderen gewähren.</translation>
    </message>
    <message>
        <source>Signed with a time shifted by %1 s.</source>
        <translation>Signiert mit einer um %1 s verschobenen Zeit.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s behind the server&apos;s.</source>
        <translation>Die Uhr dieses Computers geht %1 s nach gegenüber der des Servers.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s ahead of the server&apos;s.</source>
        <translation>Die Uhr dieses Computers geht %1 s vor gegenüber der des Servers.</translation>
    </message>
    <message>
        <source>Every token request is signed with a time shifted by %1 s.</source>
        <translation>Jede Token-Anfrage wird mit einer um %1 s verschobenen Zeit signiert.</translation>
    </message>
    <message>
        <source>The better way is to mend the clock: let the system set it from the network (NTP).</source>
        <translation>Besser ist es, die Uhr zu richten: Lassen Sie das System sie aus dem Netz stellen (NTP).</translation>
    </message>
</context>
<context>
    <name>waybill::ui::CopyField</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>waybill::ui::CountdownRing</name>
    <message>
        <source>Time until the next status request</source>
        <translation>Zeit bis zur nächsten Statusanfrage</translation>
    </message>
</context>
<context>
    <name>waybill::ui::DayHistogram</name>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
</context>
<context>
    <name>waybill::ui::DoctorCard</name>
    <message>
        <source>Connection doctor</source>
        <translation>Verbindungsdoktor</translation>
    </message>
    <message>
        <source>Walks the whole chain once, from the name to the Group, and says why a server refuses. Starts no export.</source>
        <translation>Geht die ganze Kette einmal durch, vom Namen bis zur Gruppe, und sagt, warum ein Server ablehnt. Startet keinen Export.</translation>
    </message>
    <message>
        <source>&amp;Run the doctor</source>
        <translation>&amp;Untersuchen</translation>
    </message>
    <message>
        <source>Trace of requests and answers</source>
        <translation>Mitschnitt der Anfragen und Antworten</translation>
    </message>
    <message>
        <source>Trace of requests and answers, without secrets</source>
        <translation>Mitschnitt der Anfragen und Antworten, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Copy the trace</source>
        <translation>Mitschnitt kopieren</translation>
    </message>
    <message>
        <source>Save the trace…</source>
        <translation>Mitschnitt speichern …</translation>
    </message>
    <message>
        <source>Copied. Tokens, signatures, queries and patients are not in it.</source>
        <translation>Kopiert. Token, Signaturen, Abfragen und Patienten stehen nicht darin.</translation>
    </message>
    <message>
        <source>Save the trace</source>
        <translation>Mitschnitt speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>S&amp;top the doctor</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>Walking the chain…</source>
        <translation>Die Kette wird durchgegangen …</translation>
    </message>
</context>
<context>
    <name>waybill::ui::DoctorPresenter</name>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>not this</source>
        <translation>das nicht</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Most likely: %1</source>
        <translation>Am wahrscheinlichsten: %1</translation>
    </message>
    <message>
        <source>The key file waits for its passphrase.</source>
        <translation>Die Schlüsseldatei wartet auf ihre Passphrase.</translation>
    </message>
    <message>
        <source>The chain ends early; the last line says why.</source>
        <translation>Die Kette endet vorzeitig; die letzte Zeile sagt, warum.</translation>
    </message>
    <message>
        <source>Everything from the name to the Group is in order.</source>
        <translation>Alles vom Namen bis zur Gruppe ist in Ordnung.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::DownloadsPanel</name>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>Open &amp;all in the viewer</source>
        <translation>&amp;Alle in der Ansicht öffnen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Files of this export</source>
        <translation>Dateien dieses Exports</translation>
    </message>
    <message>
        <source>&amp;Open in the viewer</source>
        <translation>In der Ansicht &amp;öffnen</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 der Datei</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name: value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>waybill::ui::EndpointModel</name>
    <message>
        <source>Also called %1</source>
        <translation>Auch bekannt als %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>In service since %1</source>
        <translation>In Betrieb seit %1</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Staat</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>PLZ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
</context>
<context>
    <name>waybill::ui::EndpointPage</name>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Where the practice&apos;s FHIR server is: find it in a published list, or enter its base URL.</source>
        <translation>Wo der FHIR-Server der Praxis ist: Suchen Sie ihn in einer veröffentlichten Liste oder geben Sie seine Basisadresse ein.</translation>
    </message>
    <message>
        <source>FHIR base &amp;URL</source>
        <translation>FHIR-&amp;Basisadresse</translation>
    </message>
    <message>
        <source>Use the &amp;provider address</source>
        <translation>Die &amp;Adresse für Behandler verwenden</translation>
    </message>
    <message>
        <source>Use the &amp;built-in sandbox practice</source>
        <translation>Die eingebaute &amp;Sandbox-Praxis verwenden</translation>
    </message>
    <message>
        <source>Practice list</source>
        <translation>Praxisliste</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>In der Liste suchen</translation>
    </message>
    <message>
        <source>Search by name, city, state, ZIP or practice code</source>
        <translation>Nach Name, Ort, Staat, PLZ oder Praxiscode suchen</translation>
    </message>
    <message>
        <source>Show &amp;test and inactive ones</source>
        <translation>Auch &amp;Testeinträge und inaktive zeigen</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>&amp;Datei öffnen…</translation>
    </message>
    <message>
        <source>Open a practice list from a file</source>
        <translation>Eine Praxisliste aus einer Datei öffnen</translation>
    </message>
    <message>
        <source>The &amp;sandbox&apos;s list</source>
        <translation>&amp;Liste der Sandbox</translation>
    </message>
    <message>
        <source>Load the built-in sandbox&apos;s practice list</source>
        <translation>Die Praxisliste der eingebauten Sandbox laden</translation>
    </message>
    <message>
        <source>Address of a practice list</source>
        <translation>Adresse einer Praxisliste</translation>
    </message>
    <message>
        <source>https address of a list</source>
        <translation>https-Adresse einer Liste</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>Load the list from this address</source>
        <translation>Die Liste von dieser Adresse laden</translation>
    </message>
    <message>
        <source>Open a practice list</source>
        <translation>Eine Praxisliste öffnen</translation>
    </message>
    <message>
        <source>Practice lists (*.json *.csv *.txt);;All files (*)</source>
        <translation>Praxislisten (*.json *.csv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Practices found</source>
        <translation>Gefundene Praxen</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>Address used</source>
        <translation>Verwendete Adresse</translation>
    </message>
    <message>
        <source>Practice code</source>
        <translation>Praxiscode</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>This is the address for patient apps.</source>
        <translation>Das ist die Adresse für Patienten-Apps.</translation>
    </message>
    <message>
        <source>Backend apps like Waybill use the provider address %1.</source>
        <translation>Backend-Apps wie Waybill verwenden die Adresse für Behandler: %1.</translation>
    </message>
    <message>
        <source>No list yet. eClinicalWorks publishes one; Lantern&apos;s files and CSV are understood, too.</source>
        <translation>Noch keine Liste. eClinicalWorks veröffentlicht eine; Lantern-Dateien und CSV werden auch verstanden.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::EndpointPagePresenter</name>
    <message>
        <source>This is not the address of a practice list.</source>
        <translation>Das ist nicht die Adresse einer Praxisliste.</translation>
    </message>
    <message>
        <source>Enter an https address, or open a file.</source>
        <translation>Geben Sie eine https-Adresse ein oder öffnen Sie eine Datei.</translation>
    </message>
    <message>
        <source>%1 practices from %2, imported %3</source>
        <translation>%1 Praxen aus %2, importiert %3</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>früher</translation>
    </message>
    <message>
        <source>%1 found, %2 more hidden</source>
        <translation>%1 gefunden, %2 weitere ausgeblendet</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>The host %1 is not one of eClinicalWorks&apos;. Make sure that you trust it.</source>
        <translation>Der Host %1 gehört nicht zu eClinicalWorks. Vergewissern Sie sich, dass Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>The list marks this entry: %1.</source>
        <translation>Die Liste vermerkt zu diesem Eintrag: %1.</translation>
    </message>
    <message>
        <source>Reading the last list…</source>
        <translation>Die letzte Liste wird gelesen…</translation>
    </message>
    <message>
        <source>Downloading the practice list…</source>
        <translation>Die Praxisliste wird heruntergeladen…</translation>
    </message>
    <message>
        <source>Reading and indexing the list…</source>
        <translation>Die Liste wird gelesen und erschlossen…</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Use this endpoint</source>
        <translation>Diesen Endpunkt &amp;verwenden</translation>
    </message>
    <message>
        <source>Choose a practice or enter its address.</source>
        <translation>Wählen Sie eine Praxis oder geben Sie ihre Adresse ein.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::EnvironmentBand</name>
    <message>
        <source>real patients</source>
        <translation>echte Patienten</translation>
    </message>
    <message>
        <source>no real patients</source>
        <translation>keine echten Patienten</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>waybill::ui::EnvironmentPage</name>
    <message>
        <source>Which practice is it?</source>
        <translation>Welche Praxis ist es?</translation>
    </message>
    <message>
        <source>Sandbox and production are two worlds with their own keys, client IDs and Groups. The environment of a practice can&apos;t be changed later.</source>
        <translation>Sandbox und Produktion sind zwei Welten mit eigenen Schlüsseln, Client-IDs und Gruppen. Die Umgebung einer Praxis kann später nicht geändert werden.</translation>
    </message>
    <message>
        <source>Try the &amp;built-in sandbox practice</source>
        <translation>Die &amp;eingebaute Sandbox-Praxis ausprobieren</translation>
    </message>
    <message>
        <source>A practice server on this computer with synthetic patients. Nothing to ask for, nothing to break.</source>
        <translation>Ein Praxisserver auf diesem Rechner mit erfundenen Patienten. Nichts zu erfragen, nichts kaputt zu machen.</translation>
    </message>
    <message>
        <source>A vendor&apos;s &amp;sandbox</source>
        <translation>Die &amp;Sandbox eines Herstellers</translation>
    </message>
    <message>
        <source>A test system of the EHR vendor. Its patients are not real.</source>
        <translation>Ein Testsystem des Herstellers der Praxissoftware. Seine Patienten sind nicht echt.</translation>
    </message>
    <message>
        <source>A practice in &amp;production</source>
        <translation>Eine Praxis in &amp;Produktion</translation>
    </message>
    <message>
        <source>Real patients. Every window says so, and each export must be confirmed.</source>
        <translation>Echte Patienten. Jedes Fenster sagt es, und jeder Export muss bestätigt werden.</translation>
    </message>
    <message>
        <source>good for a start</source>
        <translation>gut für den Anfang</translation>
    </message>
    <message>
        <source>Elm Street Family Practice</source>
        <translation>Elm Street Family Practice</translation>
    </message>
    <message>
        <source>&amp;Name of the practice, as you call it</source>
        <translation>&amp;Name der Praxis, wie Sie sie nennen</translation>
    </message>
    <message>
        <source>Another set-up of this practice</source>
        <translation>Diese Praxis noch einmal einrichten</translation>
    </message>
    <message>
        <source>For another Group, or for the other environment. This one stays as it is.</source>
        <translation>Für eine andere Gruppe oder für die andere Umgebung. Diese hier bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>D&amp;uplicate it</source>
        <translation>D&amp;uplizieren</translation>
    </message>
    <message>
        <source>Set it up for %1 &amp;too</source>
        <translation>Auch für %1 einrich&amp;ten</translation>
    </message>
</context>
<context>
    <name>waybill::ui::EnvironmentPagePresenter</name>
    <message>
        <source>Built-in sandbox practice</source>
        <translation>Eingebaute Sandbox-Praxis</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Give the practice a name.</source>
        <translation>Geben Sie der Praxis einen Namen.</translation>
    </message>
    <message>
        <source>a sandbox</source>
        <translation>eine Sandbox</translation>
    </message>
    <message>
        <source>production</source>
        <translation>die Produktion</translation>
    </message>
    <message>
        <source>“%1” stands in the list of practices.</source>
        <translation>„%1“ steht in der Liste der Praxen.</translation>
    </message>
    <message>
        <source>It needs a key, a client ID and a Group of its own: nothing of the kind was taken along.</source>
        <translation>Sie braucht einen eigenen Schlüssel, eine eigene Client-ID und eine eigene Gruppe: Nichts davon wurde mitgenommen.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ExportMonitorPanel</name>
    <message>
        <source>No export yet</source>
        <translation>Noch kein Export</translation>
    </message>
    <message>
        <source>Go to the launch step</source>
        <translation>Zum Startschritt</translation>
    </message>
    <message>
        <source>What the server reports</source>
        <translation>Was der Server meldet</translation>
    </message>
    <message>
        <source>Progress reported by the server</source>
        <translation>Vom Server gemeldeter Fortschritt</translation>
    </message>
    <message>
        <source>What is here</source>
        <translation>Was schon da ist</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>&amp;Jetzt fragen</translation>
    </message>
    <message>
        <source>Status requests</source>
        <translation>Statusanfragen</translation>
    </message>
    <message>
        <source>&amp;Cancel on the server…</source>
        <translation>Auf dem Server &amp;abbrechen…</translation>
    </message>
    <message>
        <source>&amp;Pause downloads</source>
        <translation>Downloads an&amp;halten</translation>
    </message>
    <message>
        <source>Let the server delete its files…</source>
        <translation>Den Server seine Dateien löschen lassen…</translation>
    </message>
    <message>
        <source>Let the server delete its files?</source>
        <translation>Den Server seine Dateien löschen lassen?</translation>
    </message>
    <message>
        <source>All files are here and verified. The server is told that it may delete its copies; they cannot be fetched again.</source>
        <translation>Alle Dateien sind hier und geprüft. Dem Server wird gesagt, dass er seine Kopien löschen darf; sie können dann nicht noch einmal geholt werden.</translation>
    </message>
    <message>
        <source>Delete them there</source>
        <translation>Dort löschen</translation>
    </message>
    <message>
        <source>&amp;Accept the errors…</source>
        <translation>Die Fehler &amp;hinnehmen…</translation>
    </message>
    <message>
        <source>Accept an export with errors</source>
        <translation>Einen Export mit Fehlern hinnehmen</translation>
    </message>
    <message>
        <source>The server reported errors, so the watermark stayed. Accepting lets it move: the next export will not ask for this span again.</source>
        <translation>Der Server meldete Fehler, darum blieb der Stand. Wenn Sie sie hinnehmen, verschiebt er sich: Der nächste Export fragt nicht noch einmal nach diesem Zeitraum.</translation>
    </message>
    <message>
        <source>Move the watermark</source>
        <translation>Stand verschieben</translation>
    </message>
    <message>
        <source>&amp;Open in the viewer</source>
        <translation>In der Ansicht &amp;öffnen</translation>
    </message>
    <message>
        <source>The server is working</source>
        <translation>Der Server arbeitet</translation>
    </message>
    <message>
        <source>&amp;Resume downloads</source>
        <translation>Downloads &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Ask before the server wants to be asked?</source>
        <translation>Früher fragen, als der Server gefragt werden will?</translation>
    </message>
    <message>
        <source>The next check is due in %1: %2. Asking earlier can get this client blocked for a while.</source>
        <translation>Die nächste Nachfrage ist in %1 fällig: %2. Wer früher fragt, wird womöglich eine Weile gesperrt.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>Cancel this export on the server?</source>
        <translation>Diesen Export auf dem Server abbrechen?</translation>
    </message>
    <message>
        <source>The server is asked to delete the job (DELETE). What it has prepared is lost; files that are already here stay. The watermark does not move.</source>
        <translation>Der Server wird gebeten, den Auftrag zu löschen (DELETE). Was er vorbereitet hat, geht verloren; Dateien, die schon hier sind, bleiben. Der Stand verschiebt sich nicht.</translation>
    </message>
    <message>
        <source>Cancel on the server</source>
        <translation>Auf dem Server abbrechen</translation>
    </message>
    <message>
        <source>&amp;Start another export…</source>
        <translation>Noch einen Export &amp;starten …</translation>
    </message>
    <message>
        <source>What can be &amp;done…</source>
        <translation>&amp;Was sich tun lässt …</translation>
    </message>
</context>
<context>
    <name>waybill::ui::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>waybill::ui::FilesModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Staat</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Errors the server reported</source>
        <translation>Vom Server gemeldete Fehler</translation>
    </message>
    <message>
        <source>Deleted since the last export</source>
        <translation>Gelöscht seit dem letzten Export</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>all %n file(s) verified</source>
        <translation>
            <numerusform>%n Datei geprüft</numerusform>
            <numerusform>alle %n Dateien geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 verified</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>retrying in %1</source>
        <translation>neuer Versuch in %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of a file, then why</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>verified, %n line(s) with problems</source>
        <translation>
            <numerusform>geprüft, %n Zeile mit Problemen</numerusform>
            <numerusform>geprüft, %n Zeilen mit Problemen</numerusform>
        </translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht genannt</translation>
    </message>
</context>
<context>
    <name>waybill::ui::GroupModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>id: %1</source>
        <translation>id: %1</translation>
    </message>
    <message>
        <source>%1, this one will be used</source>
        <translation>%1, wird verwendet</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Tatsächlich</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Managed by</source>
        <translation>Verwaltet von</translation>
    </message>
    <message>
        <source>Refreshed</source>
        <translation>Aufgefrischt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>identifier: %1 (%2)</source>
        <translation>Identifier: %1 (%2)</translation>
    </message>
    <message>
        <source>Identifier system</source>
        <translation>System des Identifiers</translation>
    </message>
</context>
<context>
    <name>waybill::ui::GroupPage</name>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>A Group is the list of patients that the practice shares. Choosing one starts nothing on the server.</source>
        <translation>Eine Gruppe ist die Liste der Patienten, die die Praxis teilt. Eine zu wählen startet nichts auf dem Server.</translation>
    </message>
    <message>
        <source>Groups of the practice</source>
        <translation>Gruppen der Praxis</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Auffrischen</translation>
    </message>
    <message>
        <source>Ask the server for its Groups again</source>
        <translation>Den Server noch einmal nach seinen Gruppen fragen</translation>
    </message>
    <message>
        <source>Load &amp;more</source>
        <translation>&amp;Mehr laden</translation>
    </message>
    <message>
        <source>A Group&apos;s ID or identifier, as the practice or the portal shows it</source>
        <translation>ID oder Identifier einer Gruppe, wie die Praxis oder das Portal sie zeigt</translation>
    </message>
    <message>
        <source>Or enter an &amp;ID by hand</source>
        <translation>Oder eine &amp;ID von Hand eingeben</translation>
    </message>
    <message>
        <source>What will be exported</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>Value that goes into Group/…/$export</source>
        <translation>Wert, der in Group/…/$export eingesetzt wird</translation>
    </message>
    <message>
        <source>No Groups to choose from.</source>
        <translation>Keine Gruppen zur Auswahl.</translation>
    </message>
    <message>
        <source>Type “%1” to use it all the same</source>
        <translation>Tippen Sie „%1“, um sie trotzdem zu verwenden</translation>
    </message>
</context>
<context>
    <name>waybill::ui::GroupPagePresenter</name>
    <message>
        <source>%1 shown, the server says %2</source>
        <translation>%1 gezeigt, der Server sagt %2</translation>
    </message>
    <message>
        <source>1 Group</source>
        <translation>1 Gruppe</translation>
    </message>
    <message>
        <source>%1 Groups</source>
        <translation>%1 Gruppen</translation>
    </message>
    <message>
        <source>%1 Enter the Group&apos;s ID below; the practice can read it in its own system.</source>
        <translation>%1 Geben Sie unten die ID der Gruppe ein; die Praxis kann sie in ihrem eigenen System ablesen.</translation>
    </message>
    <message>
        <source>This is the Group&apos;s identifier. %1 exports by it, not by the ID %2.</source>
        <translation>Das ist der Identifier der Gruppe. %1 exportiert danach, nicht nach der ID %2.</translation>
    </message>
    <message>
        <source>This is the Group&apos;s ID.</source>
        <translation>Das ist die ID der Gruppe.</translation>
    </message>
    <message>
        <source>Entered by hand.</source>
        <translation>Von Hand eingegeben.</translation>
    </message>
    <message>
        <source>This Group has no members. Some servers export every patient for an empty Group.</source>
        <translation>Diese Gruppe hat keine Mitglieder. Manche Server exportieren bei einer leeren Gruppe alle Patienten.</translation>
    </message>
    <message>
        <source>The server does not say how many members this Group has. It may be empty, and some servers export every patient then.</source>
        <translation>Der Server sagt nicht, wie viele Mitglieder diese Gruppe hat. Sie kann leer sein, und manche Server exportieren dann alle Patienten.</translation>
    </message>
    <message>
        <source>Nobody has checked this ID: it may belong to another Group than you think, or to an empty one.</source>
        <translation>Niemand hat diese ID geprüft: Sie kann zu einer anderen Gruppe gehören, als Sie denken, oder zu einer leeren.</translation>
    </message>
    <message>
        <source>Waiting for the key to be unlocked…</source>
        <translation>Warten, bis der Schlüssel entsperrt ist…</translation>
    </message>
    <message>
        <source>Reading the Groups, page %1…</source>
        <translation>Die Gruppen werden gelesen, Seite %1…</translation>
    </message>
    <message>
        <source>Asking for the practice&apos;s Groups…</source>
        <translation>Die Gruppen der Praxis werden erfragt…</translation>
    </message>
    <message>
        <source>&amp;Look for Groups</source>
        <translation>Nach Gruppen &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Use this Group</source>
        <translation>Diese Gruppe &amp;verwenden</translation>
    </message>
    <message>
        <source>Choose a Group or enter its ID.</source>
        <translation>Wählen Sie eine Gruppe oder geben Sie ihre ID ein.</translation>
    </message>
    <message>
        <source>Type “%1” to confirm.</source>
        <translation>Tippen Sie zur Bestätigung „%1“.</translation>
    </message>
    <message>
        <source>Choose again if that is not what you meant.</source>
        <translation>Wählen Sie noch einmal, wenn Sie das nicht gemeint haben.</translation>
    </message>
    <message>
        <source>The next page of Groups lies on another host: %1.</source>
        <translation>Die nächste Seite der Gruppen liegt auf einem anderen Host: %1.</translation>
    </message>
    <message>
        <source>Waybill sends its token there only if you agree.</source>
        <translation>Waybill schickt sein Token nur dorthin, wenn Sie zustimmen.</translation>
    </message>
    <message>
        <source>Trust %1</source>
        <translation>%1 vertrauen</translation>
    </message>
</context>
<context>
    <name>waybill::ui::HandOverPage</name>
    <message>
        <source>Review and hand over</source>
        <translation>Durchsehen und übergeben</translation>
    </message>
    <message>
        <source>The waybill is a folder that the unattended runner executes on a server. There is no secret in it.</source>
        <translation>Der Frachtbrief ist ein Ordner, den der unbeaufsichtigte Läufer auf einem Server ausführt. Es ist kein Geheimnis darin.</translation>
    </message>
    <message>
        <source>The waybill</source>
        <translation>Der Frachtbrief</translation>
    </message>
    <message>
        <source>Checksum over SHA256SUMS, to compare on the server</source>
        <translation>Prüfsumme über SHA256SUMS, zum Vergleichen auf dem Server</translation>
    </message>
    <message>
        <source>Checksum of the waybill</source>
        <translation>Prüfsumme des Frachtbriefs</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>Den Ordner ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Write it &amp;again…</source>
        <translation>&amp;Noch einmal schreiben…</translation>
    </message>
    <message>
        <source>What has been proven</source>
        <translation>Was nachgewiesen ist</translation>
    </message>
    <message>
        <source>Where the server finds the private key</source>
        <translation>Wo der Server den privaten Schlüssel findet</translation>
    </message>
    <message>
        <source>S&amp;ystemd credential</source>
        <translation>S&amp;ystemd-Credential</translation>
    </message>
    <message>
        <source>Ops load the key as the credential “waybill-key”. No key is in the bundle.</source>
        <translation>Der Betrieb lädt den Schlüssel als Credential „waybill-key“. Im Bündel ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>recommended for servers</source>
        <translation>für Server empfohlen</translation>
    </message>
    <message>
        <source>&amp;Encrypted file in the bundle</source>
        <translation>&amp;Verschlüsselte Datei im Bündel</translation>
    </message>
    <message>
        <source>A copy of the key lies beside the waybill as key.pem, encrypted. Give its passphrase to ops on another way.</source>
        <translation>Eine Kopie des Schlüssels liegt verschlüsselt als key.pem neben dem Frachtbrief. Geben Sie dem Betrieb ihre Passphrase auf einem anderen Weg.</translation>
    </message>
    <message>
        <source>This computer&apos;s &amp;keychain</source>
        <translation>Der &amp;Schlüsselbund dieses Rechners</translation>
    </message>
    <message>
        <source>For trying the waybill under your own account on this computer.</source>
        <translation>Um den Frachtbrief unter Ihrem eigenen Konto auf diesem Rechner auszuprobieren.</translation>
    </message>
    <message>
        <source>&amp;Passphrase for the copy</source>
        <translation>&amp;Passphrase für die Kopie</translation>
    </message>
    <message>
        <source>Passphrase a&amp;gain</source>
        <translation>Passphrase noch &amp;einmal</translation>
    </message>
    <message>
        <source>Running it</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>&amp;When, each day (empty: ops decide)</source>
        <translation>&amp;Wann, täglich (leer: der Betrieb entscheidet)</translation>
    </message>
    <message>
        <source>Who moves the watermark from now on</source>
        <translation>Wer von jetzt an den Stand verschiebt</translation>
    </message>
    <message>
        <source>The &amp;runner on the server</source>
        <translation>Der &amp;Läufer auf dem Server</translation>
    </message>
    <message>
        <source>This &amp;desktop, for the time being</source>
        <translation>Dieser &amp;Rechner, vorläufig</translation>
    </message>
    <message>
        <source>Folder for the waybill</source>
        <translation>Ordner für den Frachtbrief</translation>
    </message>
    <message>
        <source>Write it &amp;into</source>
        <translation>Schreiben &amp;in</translation>
    </message>
    <message>
        <source>As it will be written</source>
        <translation>Wie er geschrieben wird</translation>
    </message>
    <message>
        <source>Preview of waybill.json</source>
        <translation>Vorschau von waybill.json</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>The waybill will be marked NOT VALIDATED:
%1</source>
        <translation>Der Frachtbrief wird als NOT VALIDATED gekennzeichnet:
%1</translation>
    </message>
    <message>
        <source>Folder name: %1</source>
        <translation>Name des Ordners: %1</translation>
    </message>
</context>
<context>
    <name>waybill::ui::HandOverPagePresenter</name>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen unterscheiden sich.</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>Tippen Sie beide noch einmal.</translation>
    </message>
    <message>
        <source>Ops load the key as the systemd credential “waybill-key”. No key is in the bundle.</source>
        <translation>Der Betrieb lädt den Schlüssel als systemd-Credential „waybill-key“. Im Bündel ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>An encrypted copy of the key lies in the bundle as key.pem. Give its passphrase to ops on another way.</source>
        <translation>Eine verschlüsselte Kopie des Schlüssels liegt als key.pem im Bündel. Geben Sie dem Betrieb ihre Passphrase auf einem anderen Weg.</translation>
    </message>
    <message>
        <source>For trying the waybill under your own account on this computer.</source>
        <translation>Um den Frachtbrief unter Ihrem eigenen Konto auf diesem Rechner auszuprobieren.</translation>
    </message>
    <message>
        <source>Writing the waybill…</source>
        <translation>Der Frachtbrief wird geschrieben…</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Replace the waybill</source>
        <translation>Den Frachtbrief &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Write the waybill</source>
        <translation>Den Frachtbrief &amp;schreiben</translation>
    </message>
    <message>
        <source>A waybill of this name is there already.</source>
        <translation>Ein Frachtbrief dieses Namens ist schon da.</translation>
    </message>
    <message>
        <source>The waybill is written.</source>
        <translation>Der Frachtbrief ist geschrieben.</translation>
    </message>
    <message>
        <source>Give the whole folder to the people who run the server.</source>
        <translation>Geben Sie den ganzen Ordner denen, die den Server betreiben.</translation>
    </message>
    <message>
        <source>The waybill is written, but marked NOT VALIDATED.</source>
        <translation>Der Frachtbrief ist geschrieben, aber als NOT VALIDATED gekennzeichnet.</translation>
    </message>
    <message>
        <source>Finish the open checks and write it again.</source>
        <translation>Schließen Sie die offenen Prüfungen ab und schreiben Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The waybill was handed over %1.</source>
        <translation>Der Frachtbrief wurde %1 übergeben.</translation>
    </message>
    <message>
        <source>Write it again when something of it changed.</source>
        <translation>Schreiben Sie ihn neu, wenn sich etwas daran geändert hat.</translation>
    </message>
    <message>
        <source>Write it again…</source>
        <translation>Neu schreiben…</translation>
    </message>
</context>
<context>
    <name>waybill::ui::HistoryPanel</name>
    <message>
        <source>No export yet</source>
        <translation>Noch kein Export</translation>
    </message>
    <message>
        <source>After the first export this page shows up to when each resource type is complete, and every run.</source>
        <translation>Nach dem ersten Export zeigt diese Seite, bis wann jeder Ressourcentyp vollständig ist, und jeden Lauf.</translation>
    </message>
    <message>
        <source>Watermarks</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>&amp;Verschieben…</translation>
    </message>
    <message>
        <source>Back to the &amp;baseline…</source>
        <translation>Zurück zum Voll&amp;abzug…</translation>
    </message>
    <message>
        <source>Back to the baseline</source>
        <translation>Zurück zum Vollabzug</translation>
    </message>
    <message>
        <source>The next export fetches everything again for: %1</source>
        <translation>Der nächste Export holt alles noch einmal für: %1</translation>
    </message>
    <message>
        <source>Forget the watermark</source>
        <translation>Den Stand vergessen</translation>
    </message>
    <message>
        <source>No watermark yet: the next export fetches everything.</source>
        <translation>Noch kein Stand: Der nächste Export holt alles.</translation>
    </message>
    <message>
        <source>Watermarks by resource type</source>
        <translation>Stände nach Ressourcentyp</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>&amp;Open in the viewer</source>
        <translation>In der Ansicht &amp;öffnen</translation>
    </message>
    <message>
        <source>Exports of this practice, newest first</source>
        <translation>Exporte dieser Praxis, der neueste zuerst</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Exports or moves of the watermarks</source>
        <translation>Exporte oder Änderungen der Stände</translation>
    </message>
    <message>
        <source>Who moved the watermarks</source>
        <translation>Wer die Stände verschoben hat</translation>
    </message>
    <message>
        <source>Every move is kept here, and so is its undoing. Only the newest move of a type can be undone.</source>
        <translation>Jede Änderung bleibt hier stehen, auch wenn sie rückgängig gemacht wird. Nur die neueste eines Typs lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Undo this move…</source>
        <translation>&amp;Rückgängig machen …</translation>
    </message>
    <message>
        <source>Moves of the watermarks, newest first</source>
        <translation>Änderungen der Stände, neueste zuerst</translation>
    </message>
    <message>
        <source>no watermark: the next export fetches everything again</source>
        <translation>„kein Stand“: Der nächste Export holt alles noch einmal</translation>
    </message>
    <message>
        <source>Undo this move</source>
        <translation>Diese Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>%1 goes back to %2.</source>
        <comment>resource types, instant</comment>
        <translation>%1 geht zurück auf %2.</translation>
    </message>
    <message>
        <source>Undo the move</source>
        <translation>Rückgängig machen</translation>
    </message>
</context>
<context>
    <name>waybill::ui::InlineMessage</name>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Einzelheiten der Meldung</translation>
    </message>
</context>
<context>
    <name>waybill::ui::JsonTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Einträge</translation>
    </message>
</context>
<context>
    <name>waybill::ui::KeyCard</name>
    <message>
        <source>The key of this practice</source>
        <translation>Der Schlüssel dieser Praxis</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>aufbewahrt</translation>
    </message>
    <message>
        <source>Key ID (kid)</source>
        <translation>Schlüssel-ID (kid)</translation>
    </message>
    <message>
        <source>Key ID (kid), the key&apos;s RFC 7638 thumbprint</source>
        <translation>Schlüssel-ID (kid), der Fingerabdruck des Schlüssels nach RFC 7638</translation>
    </message>
    <message>
        <source>Public half, for the registration</source>
        <translation>Öffentliche Hälfte, für die Registrierung</translation>
    </message>
    <message>
        <source>Copy &amp;JWKS</source>
        <translation>&amp;JWKS kopieren</translation>
    </message>
    <message>
        <source>Copy P&amp;EM</source>
        <translation>P&amp;EM kopieren</translation>
    </message>
    <message>
        <source>Save jwks.&amp;json…</source>
        <translation>jwks.j&amp;son speichern…</translation>
    </message>
    <message>
        <source>Use &amp;another key…</source>
        <translation>Einen &amp;anderen Schlüssel verwenden…</translation>
    </message>
    <message>
        <source>Save the public key set</source>
        <translation>Den öffentlichen Schlüsselsatz speichern</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Copied. Only the public half is on the clipboard.</source>
        <translation>Kopiert. In der Zwischenablage ist nur die öffentliche Hälfte.</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Written and read back, nothing private inside: %1</source>
        <translation>Geschrieben und zurückgelesen, nichts Privates darin: %1</translation>
    </message>
    <message>
        <source>&amp;Rotate the key…</source>
        <translation>Schlüssel &amp;rotieren…</translation>
    </message>
    <message>
        <source>A successor is published beside this key before it signs: no export fails.</source>
        <translation>Ein Nachfolger wird neben diesem Schlüssel veröffentlicht, bevor er signiert: Kein Export scheitert.</translation>
    </message>
    <message>
        <source>It was e&amp;xposed…</source>
        <translation>Er wurde bl&amp;oßgestellt…</translation>
    </message>
    <message>
        <source>The key was exposed: replace it at once</source>
        <translation>Der Schlüssel wurde bloßgestellt: sofort ersetzen</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
</context>
<context>
    <name>waybill::ui::KeyExportCard</name>
    <message>
        <source>Private key for operations</source>
        <translation>Privater Schlüssel für den Betrieb</translation>
    </message>
    <message>
        <source>Only where the runner cannot get it in another way.</source>
        <translation>Nur wenn der Runner ihn nicht anders bekommen kann.</translation>
    </message>
    <message>
        <source>Give a copy</source>
        <translation>Kopie herausgeben</translation>
    </message>
    <message>
        <source>Give a copy of the private key to operations</source>
        <translation>Dem Betrieb eine Kopie des privaten Schlüssels geben</translation>
    </message>
    <message>
        <source>Encrypted PKCS#8 (PEM), with a passphrase of its own</source>
        <translation>Verschlüsseltes PKCS#8 (PEM) mit eigener Passphrase</translation>
    </message>
    <message>
        <source>Private JWK, in the clear</source>
        <translation>Privates JWK, unverschlüsselt</translation>
    </message>
    <message>
        <source>Type the name of the practice</source>
        <translation>Tippen Sie den Namen der Praxis</translation>
    </message>
    <message>
        <source>Write the copy…</source>
        <translation>Kopie schreiben…</translation>
    </message>
    <message>
        <source>Passphrase of the copy</source>
        <translation>Passphrase der Kopie</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Write the private key</source>
        <translation>Privaten Schlüssel schreiben</translation>
    </message>
    <message>
        <source>PEM (*.pem)</source>
        <translation>PEM (*.pem)</translation>
    </message>
    <message>
        <source>JWK (*.jwk *.json)</source>
        <translation>JWK (*.jwk *.json)</translation>
    </message>
    <message>
        <source>Whoever reads this file can ask for tokens as this practice&apos;s client.</source>
        <translation>Wer diese Datei liest, kann als Client dieser Praxis Tokens anfordern.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::KeyExportPresenter</name>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen unterscheiden sich.</translation>
    </message>
    <message>
        <source>Written for you alone and read back: %1. Hand it over by a safe way, then delete it here.</source>
        <translation>Nur für Sie lesbar geschrieben und zurückgelesen: %1. Geben Sie die Datei auf sicherem Weg weiter und löschen Sie sie dann hier.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::KeyPage</name>
    <message>
        <source>Key pair</source>
        <translation>Schlüsselpaar</translation>
    </message>
    <message>
        <source>Waybill signs in with a key pair instead of a password. The server gets the public half; the private half stays with you.</source>
        <translation>Waybill meldet sich mit einem Schlüsselpaar statt mit einem Passwort an. Der Server bekommt die öffentliche Hälfte; die private bleibt bei Ihnen.</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Der Schlüssel</translation>
    </message>
    <message>
        <source>Make a &amp;new one</source>
        <translation>Einen &amp;neuen erzeugen</translation>
    </message>
    <message>
        <source>Use one that e&amp;xists</source>
        <translation>Einen vor&amp;handenen verwenden</translation>
    </message>
    <message>
        <source>RS384, RSA &amp;4096 bit (recommended)</source>
        <translation>RS384, RSA &amp;4096 Bit (empfohlen)</translation>
    </message>
    <message>
        <source>RS384, RSA &amp;3072 bit</source>
        <translation>RS384, RSA &amp;3072 Bit</translation>
    </message>
    <message>
        <source>ES384, elliptic curve &amp;P-384</source>
        <translation>ES384, elliptische Kurve &amp;P-384</translation>
    </message>
    <message>
        <source>Private key file</source>
        <translation>Datei des privaten Schlüssels</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key *.json *.jwk);;All files (*)</source>
        <translation>Schlüssel (*.pem *.key *.json *.jwk);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Private key &amp;file (PEM or JWK)</source>
        <translation>&amp;Datei des privaten Schlüssels (PEM oder JWK)</translation>
    </message>
    <message>
        <source>Its passphrase, if it has &amp;one</source>
        <translation>Seine Passphrase, falls er &amp;eine hat</translation>
    </message>
    <message>
        <source>Where to keep the private half</source>
        <translation>Wo die private Hälfte bleibt</translation>
    </message>
    <message>
        <source>S&amp;ystem keychain</source>
        <translation>Schlüsselbund des S&amp;ystems</translation>
    </message>
    <message>
        <source>Guarded by your login. Waybill writes the key and reads it back.</source>
        <translation>Durch Ihre Anmeldung geschützt. Waybill schreibt den Schlüssel und liest ihn zurück.</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>Look for the keychain again</source>
        <translation>Noch einmal nach dem Schlüsselbund sehen</translation>
    </message>
    <message>
        <source>En&amp;crypted file</source>
        <translation>Ver&amp;schlüsselte Datei</translation>
    </message>
    <message>
        <source>A PKCS#8 file with a passphrase that you keep. Needed on computers without a keychain.</source>
        <translation>Eine PKCS#8-Datei mit einer Passphrase, die Sie behalten. Nötig auf Rechnern ohne Schlüsselbund.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Key file to &amp;write</source>
        <translation>Zu &amp;schreibende Schlüsseldatei</translation>
    </message>
    <message>
        <source>Pa&amp;ssphrase</source>
        <translation>Pa&amp;ssphrase</translation>
    </message>
    <message>
        <source>Passphrase a&amp;gain</source>
        <translation>Passphrase noch &amp;einmal</translation>
    </message>
    <message>
        <source>Keep the present &amp;key</source>
        <translation>&amp;Jetzigen Schlüssel behalten</translation>
    </message>
    <message>
        <source>W&amp;hich of its keys</source>
        <translation>W&amp;elcher der Schlüssel</translation>
    </message>
    <message>
        <source>The successor of the key</source>
        <translation>Der Nachfolger des Schlüssels</translation>
    </message>
    <message>
        <source>The present key goes on signing until a token was granted to its successor.</source>
        <translation>Der jetzige Schlüssel signiert weiter, bis sein Nachfolger ein Token bekommen hat.</translation>
    </message>
    <message>
        <source>The exposed key leaves the published set at once. Until the successor is published, exports fail: that is meant.</source>
        <translation>Der bloßgestellte Schlüssel verlässt das veröffentlichte Set sofort. Bis der Nachfolger veröffentlicht ist, scheitern Exporte: So ist es gemeint.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::KeyPagePresenter</name>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen unterscheiden sich.</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>Tippen Sie beide noch einmal.</translation>
    </message>
    <message>
        <source>Looking for the system keychain…</source>
        <translation>Der Schlüsselbund des Systems wird gesucht…</translation>
    </message>
    <message>
        <source>The system keychain is ready.</source>
        <translation>Der Schlüsselbund des Systems ist bereit.</translation>
    </message>
    <message>
        <source>The system keychain is locked.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt.</translation>
    </message>
    <message>
        <source>There is no system keychain here.</source>
        <translation>Hier gibt es keinen Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>%1 · %2 bit</source>
        <translation>%1 · %2 Bit</translation>
    </message>
    <message>
        <source>System keychain</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Encrypted file %1</source>
        <translation>Verschlüsselte Datei %1</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Keep the key</source>
        <translation>Den Schlüssel auf&amp;bewahren</translation>
    </message>
    <message>
        <source>&amp;Import the key</source>
        <translation>Den Schlüssel &amp;importieren</translation>
    </message>
    <message>
        <source>&amp;Generate the key pair</source>
        <translation>Das Schlüsselpaar &amp;erzeugen</translation>
    </message>
    <message>
        <source>eClinicalWorks documents RS384 only. Choose ES384 only if the server says it knows it.</source>
        <translation>eClinicalWorks dokumentiert nur RS384. Wählen Sie ES384 nur, wenn der Server sagt, dass er es kennt.</translation>
    </message>
    <message>
        <source>RS384 works with eClinicalWorks and with every server that follows the specification.</source>
        <translation>RS384 geht mit eClinicalWorks und mit jedem Server, der sich an die Spezifikation hält.</translation>
    </message>
    <message>
        <source>Making the key pair. RSA 4096 can take a few seconds.</source>
        <translation>Das Schlüsselpaar wird erzeugt. RSA 4096 kann ein paar Sekunden dauern.</translation>
    </message>
    <message>
        <source>Reading the key…</source>
        <translation>Der Schlüssel wird gelesen…</translation>
    </message>
    <message>
        <source>Keeping the key and reading it back…</source>
        <translation>Der Schlüssel wird abgelegt und zurückgelesen…</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
    <message>
        <source>The key is made and waits: keep it in the other place.</source>
        <translation>Der Schlüssel ist erzeugt und wartet: Bewahren Sie ihn am anderen Ort auf.</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s): %1</source>
        <translation>
            <numerusform>%n Praxis: %1</numerusform>
            <numerusform>%n Praxen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Making the successor and keeping it. RSA 4096 can take a few seconds.</source>
        <translation>Der Nachfolger wird erzeugt und aufbewahrt. RSA 4096 kann einige Sekunden dauern.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::KeysModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Key ID</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Aufbewahrt in</translation>
    </message>
</context>
<context>
    <name>waybill::ui::LaunchPage</name>
    <message>
        <source>Types and launch</source>
        <translation>Typen und Start</translation>
    </message>
    <message>
        <source>Choose what to export and look at the exact request. It goes out only when you launch it.</source>
        <translation>Wählen Sie, was exportiert wird, und sehen Sie sich die genaue Anfrage an. Sie wird erst gesendet, wenn Sie sie starten.</translation>
    </message>
    <message>
        <source>Starting point</source>
        <translation>Ausgangspunkt</translation>
    </message>
    <message>
        <source>Go on from the &amp;watermark</source>
        <translation>Beim S&amp;tand weitermachen</translation>
    </message>
    <message>
        <source>&amp;Everything, from the beginning</source>
        <translation>&amp;Alles, von Anfang an</translation>
    </message>
    <message>
        <source>From an &amp;instant of your own</source>
        <translation>Von einem &amp;eigenen Zeitpunkt an</translation>
    </message>
    <message>
        <source>Instant to start from</source>
        <translation>Zeitpunkt, ab dem exportiert wird</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>PRODUCTION: real patients</source>
        <translation>PRODUKTION: echte Patienten</translation>
    </message>
    <message>
        <source>Type the name of the practice, “%1”</source>
        <translation>Tippen Sie den Namen der Praxis, „%1“</translation>
    </message>
</context>
<context>
    <name>waybill::ui::LaunchPagePresenter</name>
    <message>
        <source>not granted</source>
        <translation>nicht gewährt</translation>
    </message>
    <message>
        <source>of the whole practice</source>
        <translation>der ganzen Praxis</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Only what changed since the last verified export of each type.</source>
        <translation>Nur, was sich seit dem letzten geprüften Export jedes Typs geändert hat.</translation>
    </message>
    <message>
        <source>There is no earlier export, so this one reads everything.</source>
        <translation>Es gibt keinen früheren Export, darum liest dieser alles.</translation>
    </message>
    <message>
        <source>Everything, whatever was exported before.</source>
        <translation>Alles, was auch immer vorher exportiert wurde.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 types, %2</source>
        <translation>%1 Typen, %2</translation>
    </message>
    <message>
        <source>Job %1 of %2: %3</source>
        <translation>Auftrag %1 von %2: %3</translation>
    </message>
    <message>
        <source>Waiting for the key to be unlocked…</source>
        <translation>Warten, bis der Schlüssel entsperrt ist…</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Launch the export</source>
        <translation>Den Export &amp;starten</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
    <message>
        <source>Choose at least one type.</source>
        <translation>Wählen Sie mindestens einen Typ.</translation>
    </message>
    <message>
        <source>Type the practice&apos;s name to confirm.</source>
        <translation>Tippen Sie zur Bestätigung den Namen der Praxis.</translation>
    </message>
    <message>
        <source>The server&apos;s list of types is not known yet.</source>
        <translation>Die Typen des Servers sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Check the connection again.</source>
        <translation>Prüfen Sie die Verbindung noch einmal.</translation>
    </message>
    <message>
        <source>The export monitor has the details.</source>
        <translation>Die Seite „Export“ hat die Einzelheiten.</translation>
    </message>
    <message>
        <source>The first export came back.</source>
        <translation>Der erste Export ist zurück.</translation>
    </message>
    <message>
        <source>An export of this Group is not finished yet.</source>
        <translation>Ein Export dieser Gruppe ist noch nicht beendet.</translation>
    </message>
    <message>
        <source>Launching goes on with it; the server is not asked a second time.</source>
        <translation>Der Start macht damit weiter; der Server wird nicht noch einmal gebeten.</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%1 Mitglieder</translation>
    </message>
    <message>
        <source>member count unknown</source>
        <translation>Mitgliederzahl unbekannt</translation>
    </message>
    <message>
        <source>%1 · Group %2 · %3</source>
        <translation>%1 · Gruppe %2 · %3</translation>
    </message>
    <message>
        <source>Only what the server changed after this instant. When something happened in the practice is another date: that takes a _typeFilter. A watermark moves only where this instant does not lie after it, so nothing is skipped.</source>
        <translation>Nur was der Server nach diesem Zeitpunkt geändert hat. Wann etwas in der Praxis geschah, ist ein anderes Datum: dafür braucht es einen _typeFilter. Ein Stand rückt nur vor, wo dieser Zeitpunkt nicht nach ihm liegt; so wird nichts übersprungen.</translation>
    </message>
    <message>
        <source>not in the server&apos;s list</source>
        <translation>nicht auf der Liste des Servers</translation>
    </message>
    <message>
        <source>Only the patients who are &amp;new in the Group (%1), with their whole history</source>
        <translation>Nur die &amp;neuen Patienten der Group (%1), mit ihrer ganzen Vorgeschichte</translation>
    </message>
    <message>
        <source>They joined after a watermark, so the server may have left out what of them is older. The watermarks stay.</source>
        <translation>Sie kamen nach einem Stand dazu; was von ihnen älter ist, kann der Server ausgelassen haben. Die Stände bleiben.</translation>
    </message>
    <message>
        <source>%1 patients are new in the Group; choose everything to have their history.</source>
        <translation>%1 Patienten sind neu in der Group; wählen Sie alles, um ihre Vorgeschichte zu haben.</translation>
    </message>
    <message>
        <source>&amp;Launch another export</source>
        <translation>Weiteren Export s&amp;tarten</translation>
    </message>
</context>
<context>
    <name>waybill::ui::LineView</name>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy with line numbers</source>
        <translation>Mit Zeilennummern kopieren</translation>
    </message>
    <message>
        <source>Select all lines</source>
        <translation>Alle Zeilen auswählen</translation>
    </message>
    <message>
        <source>This line cannot be read any more.</source>
        <translation>Diese Zeile kann nicht mehr gelesen werden.</translation>
    </message>
    <message>
        <source>no newline</source>
        <translation>kein Zeilenende</translation>
    </message>
    <message>
        <source>Save lines as…</source>
        <translation>Zeilen speichern unter …</translation>
    </message>
    <message>
        <source>Set or remove a mark</source>
        <translation>Lesezeichen setzen oder entfernen</translation>
    </message>
</context>
<context>
    <name>waybill::ui::LogModel</name>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>waybill::ui::LogPanel</name>
    <message>
        <source>Filter by practice, event or words…</source>
        <translation>Nach Praxis, Ereignis oder Worten filtern…</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Das Protokoll filtern</translation>
    </message>
    <message>
        <source>&amp;Open the log file in the viewer</source>
        <translation>Die Protokolldatei in der Ansicht ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>waybill::ui::MainWindow</name>
    <message>
        <source>Bring a practice into bulk export</source>
        <translation>Eine Praxis in den Massenexport bringen</translation>
    </message>
    <message>
        <source>Waybill makes the keys, finds the server, tests the connection, exports a Group, checks every file and writes the waybill that runs it every night. Try it all with the practice that comes with it: its patients are made up.</source>
        <translation>Waybill erzeugt die Schlüssel, findet den Server, prüft die Verbindung, exportiert eine Gruppe, prüft jede Datei und schreibt den Frachtbrief, der das jede Nacht ausführt. Probieren Sie alles mit der mitgelieferten Praxis aus: Ihre Patienten sind erfunden.</translation>
    </message>
    <message>
        <source>&amp;Try the built-in sandbox</source>
        <translation>Die eingebaute Sandbox aus&amp;probieren</translation>
    </message>
    <message>
        <source>Add your &amp;first practice</source>
        <translation>Die &amp;erste Praxis hinzufügen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open NDJSON files…</source>
        <translation>NDJSON-Dateien &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open a &amp;run folder…</source>
        <translation>Ordner eines &amp;Laufs öffnen…</translation>
    </message>
    <message>
        <source>Show the &amp;folder of Waybill</source>
        <translation>Den &amp;Ordner von Waybill zeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Practice</source>
        <translation>&amp;Praxis</translation>
    </message>
    <message>
        <source>&amp;Add a practice</source>
        <translation>Eine Praxis &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Try the built-in &amp;sandbox</source>
        <translation>Die eingebaute &amp;Sandbox ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Find a practice</source>
        <translation>Eine Praxis &amp;finden</translation>
    </message>
    <message>
        <source>Start an &amp;export…</source>
        <translation>Einen &amp;Export starten…</translation>
    </message>
    <message>
        <source>&amp;Take off the list…</source>
        <translation>Von der Liste &amp;nehmen…</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>&amp;Normaler Text</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Waybill</source>
        <translation>&amp;Über Waybill</translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation>Waybill</translation>
    </message>
    <message>
        <source>%1 – %2 – Waybill</source>
        <translation>%1 – %2 – Waybill</translation>
    </message>
    <message>
        <source>Take %1 off the list?</source>
        <translation>%1 von der Liste nehmen?</translation>
    </message>
    <message>
        <source>Its keys, exports and watermarks stay where they are. A job that runs goes on at the server.</source>
        <translation>Schlüssel, Exporte und Stände bleiben, wo sie sind. Ein laufender Auftrag geht auf dem Server weiter.</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Close Waybill while exports are running?</source>
        <translation>Waybill schließen, während Exporte laufen?</translation>
    </message>
    <message>
        <source>Close Waybill</source>
        <translation>Waybill schließen</translation>
    </message>
    <message>
        <source>%1 – Group %2: %3</source>
        <comment>practice, group, what becomes of its job</comment>
        <translation>%1 – Gruppe %2: %3</translation>
    </message>
    <message>
        <source>Nothing is cancelled, and nothing is lost:

%1</source>
        <translation>Nichts wird abgebrochen, und nichts geht verloren:

%1</translation>
    </message>
    <message>
        <source>Practices &amp;off the list…</source>
        <translation>Praxen &amp;außerhalb der Liste…</translation>
    </message>
    <message>
        <source>All &amp;keys…</source>
        <translation>Alle &amp;Schlüssel…</translation>
    </message>
</context>
<context>
    <name>waybill::ui::MilestoneCard</name>
    <message>
        <source>Check list of all parties</source>
        <translation>Checkliste aller Beteiligten</translation>
    </message>
</context>
<context>
    <name>waybill::ui::MilestoneRow</name>
    <message>
        <source>To: %1
</source>
        <translation>An: %1
</translation>
    </message>
    <message>
        <source>Subject: %1

%2</source>
        <translation>Betreff: %1

%2</translation>
    </message>
    <message>
        <source>Who (name)</source>
        <translation>Wer (Name)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Message that asks for it</source>
        <translation>Nachricht, die darum bittet</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Open in the mail program</source>
        <translation>Im Mailprogramm öffnen</translation>
    </message>
    <message>
        <source>%1 Who acts: %2.</source>
        <translation>%1 Wer handelt: %2.</translation>
    </message>
    <message>
        <source>State of “%1”</source>
        <translation>Stand von „%1“</translation>
    </message>
    <message>
        <source>Who, for “%1”</source>
        <translation>Wer, bei „%1“</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation>Notiz zu „%1“</translation>
    </message>
</context>
<context>
    <name>waybill::ui::MilestonesPresenter</name>
    <message>
        <source>to do</source>
        <translation>zu tun</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>Waiting for %1: %2.</source>
        <translation>Wartet auf %1: %2.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message numerus="yes">
        <source>asked %n time(s), last %1</source>
        <translation>
            <numerusform>%n-mal gefragt, zuletzt %1</numerusform>
            <numerusform>%n-mal gefragt, zuletzt %1</numerusform>
        </translation>
    </message>
    <message>
        <source>time to ask again</source>
        <translation>Zeit, noch einmal zu fragen</translation>
    </message>
    <message>
        <source>%1 of %2 done.</source>
        <translation>%1 von %2 erledigt.</translation>
    </message>
    <message>
        <source>Next: %1 (%2).</source>
        <translation>Als Nächstes: %1 (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) overdue.</source>
        <translation>
            <numerusform>%n Antwort überfällig.</numerusform>
            <numerusform>%n Antworten überfällig.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ui::MovesModel</name>
    <message>
        <source>(all types)</source>
        <translation>(alle Typen)</translation>
    </message>
    <message>
        <source>the export</source>
        <translation>der Export</translation>
    </message>
    <message>
        <source>a waybill</source>
        <translation>ein Frachtbrief</translation>
    </message>
    <message>
        <source>none (baseline)</source>
        <translation>keiner (Vollabzug)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>Verschoben durch</translation>
    </message>
    <message>
        <source>Resource types</source>
        <translation>Ressourcentypen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>waybill::ui::NetworkCard</name>
    <message>
        <source>Certificates and proxy</source>
        <translation>Zertifikate und Proxy</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change certificates and proxy</source>
        <translation>Zertifikate und Proxy ändern</translation>
    </message>
    <message>
        <source>Only for servers with a private authority or behind a company proxy. A wrong certificate never passes.</source>
        <translation>Nur für Server mit eigener Zertifizierungsstelle oder hinter einem Firmenproxy. Ein falsches Zertifikat wird nie angenommen.</translation>
    </message>
    <message>
        <source>Trust the authorities of a &amp;file…</source>
        <translation>Den Zertifizierungsstellen einer &amp;Datei vertrauen…</translation>
    </message>
    <message>
        <source>Only the system&apos;s</source>
        <translation>Nur die des Systems</translation>
    </message>
    <message>
        <source>empty: the system&apos;s proxy</source>
        <translation>leer: der Proxy des Systems</translation>
    </message>
    <message>
        <source>Trust the authorities of a file</source>
        <translation>Den Zertifizierungsstellen einer Datei vertrauen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Pro&amp;xy (host:port, user@host:port or socks5://host:port)</source>
        <translation>Pro&amp;xy (Host:Port, Benutzer@Host:Port oder socks5://Host:Port)</translation>
    </message>
    <message>
        <source>Pass&amp;word at the proxy</source>
        <translation>Pass&amp;wort am Proxy</translation>
    </message>
    <message>
        <source>&amp;Keep the password</source>
        <translation>Passwort auf&amp;bewahren</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the proxy&apos;s password</source>
        <translation>Passwort des Proxys vergessen</translation>
    </message>
</context>
<context>
    <name>waybill::ui::NetworkPresenter</name>
    <message>
        <source>good until %1
SHA-256 %2</source>
        <translation>gültig bis %1
SHA-256 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n own authority(ies) beside the system&apos;s</source>
        <translation>
            <numerusform>%n eigene Zertifizierungsstelle neben denen des Systems</numerusform>
            <numerusform>%n eigene Zertifizierungsstellen neben denen des Systems</numerusform>
        </translation>
    </message>
    <message>
        <source>the system&apos;s authorities</source>
        <translation>die Zertifizierungsstellen des Systems</translation>
    </message>
    <message>
        <source>In use: %1, the system&apos;s proxy.</source>
        <translation>In Gebrauch: %1, der Proxy des Systems.</translation>
    </message>
    <message>
        <source>In use: %1, the proxy %2.</source>
        <translation>In Gebrauch: %1, der Proxy %2.</translation>
    </message>
    <message>
        <source>No password yet: the proxy will refuse.</source>
        <translation>Noch kein Passwort: Der Proxy wird ablehnen.</translation>
    </message>
    <message>
        <source>In use until Waybill is closed.</source>
        <translation>In Gebrauch, bis Waybill geschlossen wird.</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain.</source>
        <translation>Im Schlüsselbund des Systems aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::OnboardingView</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Neue Praxis</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>Einrichtung</translation>
    </message>
</context>
<context>
    <name>waybill::ui::OverviewPanel</name>
    <message>
        <source>Last export</source>
        <translation>Letzter Export</translation>
    </message>
    <message>
        <source>Show the export</source>
        <translation>Den Export zeigen</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit sie ist</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
    <message>
        <source>There was no export yet.</source>
        <translation>Es gab noch keinen Export.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>waybill::ui::OverviewStrip</name>
    <message>
        <source>hits (left)</source>
        <translation>Treffer (links)</translation>
    </message>
    <message>
        <source>problems (middle)</source>
        <translation>Probleme (Mitte)</translation>
    </message>
    <message>
        <source>Overview of the file: nothing to show</source>
        <translation>Überblick über die Datei: nichts zu zeigen</translation>
    </message>
    <message>
        <source>Overview of the file: %1</source>
        <translation>Überblick über die Datei: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s) (across)</source>
        <translation>
            <numerusform>%Ln Lesezeichen (quer)</numerusform>
            <numerusform>%Ln Lesezeichen (quer)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ui::PagePresenter</name>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Key pair</source>
        <translation>Schlüsselpaar</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Client registration</source>
        <translation>Client registrieren</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Types and launch</source>
        <translation>Typen und Start</translation>
    </message>
    <message>
        <source>Review and hand over</source>
        <translation>Durchsehen und übergeben</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago (%2)</source>
        <translation>vor %1 (%2)</translation>
    </message>
    <message>
        <source>One step comes first: %1.</source>
        <translation>Ein Schritt kommt vorher: %1.</translation>
    </message>
    <message>
        <source>Everything you enter here is kept.</source>
        <translation>Alles, was Sie hier eingeben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Go to “%1”</source>
        <translation>Zu „%1“ gehen</translation>
    </message>
    <message>
        <source>This step is out of date.</source>
        <translation>Dieser Schritt ist nicht mehr aktuell.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::PracticePages</name>
    <message>
        <source>Pages of the practice</source>
        <translation>Seiten der Praxis</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Watermarks</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The launch step of the set-up starts one. It goes on at the server, even when this window is closed.</source>
        <translation>Der Startschritt der Einrichtung startet einen. Er läuft auf dem Server weiter, auch wenn dieses Fenster geschlossen ist.</translation>
    </message>
    <message>
        <source>The waybill was written to %1.</source>
        <translation>Der Frachtbrief wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Enter the passphrase…</source>
        <translation>Passphrase eingeben…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>waybill::ui::PracticesModel</name>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>SANDBOX</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>PROD</source>
        <comment>short for PRODUCTION</comment>
        <translation>PROD</translation>
    </message>
    <message>
        <source>SBX</source>
        <comment>short for SANDBOX</comment>
        <translation>SBX</translation>
    </message>
</context>
<context>
    <name>waybill::ui::PracticesPanel</name>
    <message>
        <source>Practices</source>
        <translation>Praxen</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtern…</translation>
    </message>
    <message>
        <source>Filter the practices</source>
        <translation>Die Praxen filtern</translation>
    </message>
    <message>
        <source>&amp;Add a practice</source>
        <translation>Eine Praxis &amp;hinzufügen</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ProblemsModel</name>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Byte of the file</source>
        <translation>Byte der Datei</translation>
    </message>
    <message>
        <source>What is odd</source>
        <translation>Was auffällt</translation>
    </message>
</context>
<context>
    <name>waybill::ui::RequestOptions</name>
    <message>
        <source>More options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>A server may refuse or ignore them.</source>
        <translation>Ein Server kann sie ablehnen oder übergehen.</translation>
    </message>
    <message>
        <source>Types by name, filters, order of the output</source>
        <translation>Typen nach Namen, Filter, Ordnung der Ausgabe</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add this resource type</source>
        <translation>Diesen Ressourcentyp hinzufügen</translation>
    </message>
    <message>
        <source>Another resource &amp;type, which the server does not list</source>
        <translation>Ein weiterer Ressourcen&amp;typ, den der Server nicht aufführt</translation>
    </message>
    <message>
        <source>_type&amp;Filter, one search a line</source>
        <translation>_type&amp;Filter, eine Suche je Zeile</translation>
    </message>
    <message>
        <source>Filters of one type add up: what fits any of them comes. Those of different types do not touch each other. The watermarks stay, because not everything is fetched.</source>
        <translation>Filter eines Typs ergänzen sich: Es kommt, was zu einem von ihnen passt. Filter verschiedener Typen berühren einander nicht. Die Stände bleiben, weil nicht alles geholt wird.</translation>
    </message>
    <message>
        <source>&amp;organizeOutputBy, a resource type</source>
        <translation>&amp;organizeOutputBy, ein Ressourcentyp</translation>
    </message>
    <message>
        <source>Report &amp;blank lines as problems</source>
        <translation>&amp;Leere Zeilen als Probleme melden</translation>
    </message>
</context>
<context>
    <name>waybill::ui::RequestPreview</name>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als c&amp;url kopieren</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Copied, without the token</source>
        <translation>Kopiert, ohne das Token</translation>
    </message>
    <message>
        <source>Copy as curl: %1</source>
        <translation>Als curl kopieren: %1</translation>
    </message>
    <message>
        <source>The exact request</source>
        <translation>Die genaue Anfrage</translation>
    </message>
    <message>
        <source>Nothing has been sent. $TOKEN stands for the access token.</source>
        <translation>Es wurde nichts gesendet. $TOKEN steht für das Zugriffstoken.</translation>
    </message>
    <message>
        <source>Choose types and a starting point to see it.</source>
        <translation>Wählen Sie Typen und einen Ausgangspunkt, um sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::RotationCard</name>
    <message>
        <source>Change of the key</source>
        <translation>Schlüsselwechsel</translation>
    </message>
    <message>
        <source>Key set to publish</source>
        <translation>Set zum Veröffentlichen</translation>
    </message>
    <message>
        <source>Save this jwks.json…</source>
        <translation>Diese jwks.json speichern…</translation>
    </message>
    <message>
        <source>Save the public key set</source>
        <translation>Öffentliches Set speichern</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Look again every minute until it is there</source>
        <translation>Jede Minute wieder nachsehen, bis es dort liegt</translation>
    </message>
    <message>
        <source>&amp;Look at the hosted copy</source>
        <translation>Veröffentlichte Kopie &amp;ansehen</translation>
    </message>
    <message>
        <source>I have &amp;pasted it</source>
        <translation>Ich habe es ein&amp;gefügt</translation>
    </message>
    <message>
        <source>&amp;Test the new key</source>
        <translation>Neuen Schlüssel &amp;prüfen</translation>
    </message>
    <message>
        <source>Remove the &amp;old key</source>
        <translation>Alten Schlüssel ent&amp;fernen</translation>
    </message>
    <message>
        <source>Sign with the old key again</source>
        <translation>Wieder mit dem alten signieren</translation>
    </message>
    <message>
        <source>Give the change up</source>
        <translation>Wechsel aufgeben</translation>
    </message>
    <message>
        <source>The old key was exposed</source>
        <translation>Der alte wurde bloßgestellt</translation>
    </message>
</context>
<context>
    <name>waybill::ui::RotationPresenter</name>
    <message>
        <source>Written and read back, nothing private inside: %1</source>
        <translation>Geschrieben und zurückgelesen, nichts Privates darin: %1</translation>
    </message>
    <message>
        <source>Looking at the hosted copy…</source>
        <translation>Die veröffentlichte Kopie wird angesehen…</translation>
    </message>
    <message>
        <source>Asking for a token with the new key…</source>
        <translation>Mit dem neuen Schlüssel wird ein Token angefordert…</translation>
    </message>
</context>
<context>
    <name>waybill::ui::RunsModel</name>
    <message>
        <source>incomplete, one more try</source>
        <translation>unvollständig, noch ein Versuch</translation>
    </message>
    <message>
        <source>going on</source>
        <translation>läuft weiter</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>complete, with errors</source>
        <translation>vollständig, mit Fehlern</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not authorised</source>
        <translation>nicht berechtigt</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>gone from the server</source>
        <translation>auf dem Server verschwunden</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>changes since %1</source>
        <translation>Änderungen seit %1</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
</context>
<context>
    <name>waybill::ui::SearchHitsModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>waybill::ui::StatusLabels</name>
    <message>
        <source>No export running</source>
        <translation>Kein Export läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) running</source>
        <translation>
            <numerusform>%n Export läuft</numerusform>
            <numerusform>%n Exporte laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, next check in %2</source>
        <translation>%1, nächste Nachfrage in %2</translation>
    </message>
    <message>
        <source>Requests this minute: %1 of %2</source>
        <translation>Anfragen in dieser Minute: %1 von %2</translation>
    </message>
    <message>
        <source>Built-in sandbox: running</source>
        <translation>Eingebaute Sandbox: läuft</translation>
    </message>
    <message>
        <source>Built-in sandbox: starting…</source>
        <translation>Eingebaute Sandbox: startet…</translation>
    </message>
    <message>
        <source>%1, next check %2</source>
        <comment>… tomorrow at 02:14</comment>
        <translation>%1, nächste Abfrage %2</translation>
    </message>
</context>
<context>
    <name>waybill::ui::StepPage</name>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Stop what is going on</source>
        <translation>Anhalten, was gerade läuft</translation>
    </message>
</context>
<context>
    <name>waybill::ui::StepRail</name>
    <message>
        <source>to do</source>
        <translation>zu tun</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>check again</source>
        <translation>noch einmal prüfen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>waybill::ui::StepRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>waybill::ui::StepsPane</name>
    <message>
        <source>Steps of the onboarding</source>
        <translation>Schritte der Einrichtung</translation>
    </message>
    <message>
        <source>C&amp;lose, go on later</source>
        <translation>Sch&amp;ließen, später weiter</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Close, go on later</source>
        <translation>Schließen, später weiter</translation>
    </message>
    <message>
        <source>Every step is saved as soon as it is done.</source>
        <translation>Jeder Schritt ist gespeichert, sobald er getan ist.</translation>
    </message>
    <message>
        <source>%1. %2 – %3</source>
        <comment>number, step, its state</comment>
        <translation>%1. %2 – %3</translation>
    </message>
</context>
<context>
    <name>waybill::ui::Tour</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>not seen within %1 s</source>
        <translation>innerhalb von %1 s nicht zu sehen</translation>
    </message>
    <message>
        <source>what was made is not right</source>
        <translation>was entstanden ist, stimmt nicht</translation>
    </message>
    <message>
        <source>The folder for the tour is not empty.</source>
        <translation>Der Ordner für die Führung ist nicht leer.</translation>
    </message>
    <message>
        <source>Choose a new folder, or one of an earlier tour.</source>
        <translation>Wählen Sie einen neuen Ordner oder den einer früheren Führung.</translation>
    </message>
    <message>
        <source>What an earlier tour left cannot be removed.</source>
        <translation>Was eine frühere Führung hinterlassen hat, lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>Choose a new folder.</source>
        <translation>Wählen Sie einen neuen Ordner.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::TypePicker</name>
    <message>
        <source>Resource types</source>
        <translation>Ressourcentypen</translation>
    </message>
    <message>
        <source>&amp;Usual ones</source>
        <translation>&amp;Übliche</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>Choose the usual resource types</source>
        <translation>Die üblichen Ressourcentypen wählen</translation>
    </message>
    <message>
        <source>Choose all resource types</source>
        <translation>Alle Ressourcentypen wählen</translation>
    </message>
    <message>
        <source>Choose no resource type</source>
        <translation>Keinen Ressourcentyp wählen</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>waybill::ui::UnlockPanel</name>
    <message>
        <source>Unlock the key file</source>
        <translation>Die Schlüsseldatei entsperren</translation>
    </message>
    <message>
        <source>The private key is encrypted. Waybill keeps it in memory until you close the assistant.</source>
        <translation>Der private Schlüssel ist verschlüsselt. Waybill behält ihn im Speicher, bis Sie den Assistenten schließen.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerColumns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Paths of the columns</source>
        <translation>Pfade der Spalten</translation>
    </message>
    <message>
        <source>id, code.coding.code, valueQuantity.value</source>
        <translation>id, code.coding.code, valueQuantity.value</translation>
    </message>
    <message>
        <source>Paths with commas between them; Return shows them</source>
        <translation>Pfade, durch Kommas getrennt; die Eingabetaste zeigt sie</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows for a spreadsheet (Ctrl+C)</source>
        <translation>Gewählte Zeilen für eine Tabellenkalkulation kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>Table of the lines</source>
        <translation>Tabelle der Zeilen</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>only lines with hits</source>
        <translation>nur Zeilen mit Treffern</translation>
    </message>
    <message>
        <source>the first ones; search and show only the hits for others</source>
        <translation>die ersten; für andere suchen und nur die Treffer zeigen</translation>
    </message>
    <message>
        <source>sorting…</source>
        <translation>wird sortiert …</translation>
    </message>
    <message>
        <source>values are hidden: reveal them to copy or save</source>
        <translation>Werte sind verborgen: zum Kopieren oder Speichern aufdecken</translation>
    </message>
    <message>
        <source>Save the table as CSV</source>
        <translation>Tabelle als CSV speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>table.csv</source>
        <translation>tabelle.csv</translation>
    </message>
    <message>
        <source>The clipboard takes at most %1 rows; save them as CSV.</source>
        <translation>Die Zwischenablage nimmt höchstens %1 Zeilen; speichern Sie sie als CSV.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerFindBar</name>
    <message>
        <source>%1 (unfinished)</source>
        <translation>%1 (unfertig)</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>%1, stopped</source>
        <translation>%1, angehalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open another file or a run folder</source>
        <translation>Eine andere Datei oder den Ordner eines Laufs öffnen</translation>
    </message>
    <message>
        <source>Open a file or folder</source>
        <translation>Eine Datei oder einen Ordner öffnen</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open run folder…</source>
        <translation>Ordner eines Laufs öffnen…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Find in lines</source>
        <translation>In Zeilen suchen</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Vorheriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>The expression was too costly on some lines (%1); they were left out.</source>
        <translation>Der Ausdruck war für manche Zeilen zu aufwendig (%1); sie wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Search by path</source>
        <translation>Nach Pfad suchen</translation>
    </message>
    <message>
        <source>code.coding.code = 8867-4, subject.reference ends /77, joined by and, or, not</source>
        <translation>code.coding.code = 8867-4, subject.reference ends /77, verbunden mit and, or, not</translation>
    </message>
    <message>
        <source>Only hits</source>
        <translation>Nur Treffer</translation>
    </message>
    <message>
        <source>Show only the lines with hits</source>
        <translation>Nur Zeilen mit Treffern zeigen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Overview of the run</source>
        <translation>Überblick über den Lauf</translation>
    </message>
    <message>
        <source>what is there, what is odd</source>
        <translation>was da ist, was auffällt</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Lines as a table</source>
        <translation>Zeilen als Tabelle</translation>
    </message>
    <message>
        <source>paths as columns, to sort, copy and save as CSV</source>
        <translation>Pfade als Spalten, zum Sortieren, Kopieren und Speichern als CSV</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbruch</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Hide values</source>
        <translation>Werte verbergen</translation>
    </message>
    <message>
        <source>names, ids, dates, numbers and free text</source>
        <translation>Namen, IDs, Daten, Zahlen und freier Text</translation>
    </message>
    <message>
        <source>Line or id</source>
        <translation>Zeile oder ID</translation>
    </message>
    <message>
        <source>Type a line number, an id or a reference such as Patient/77 and press Return (Ctrl+L). An id of digits only: #4711</source>
        <translation>Zeilennummer, ID oder Verweis wie Patient/77 tippen und die Eingabetaste drücken (Strg+L). Eine ID nur aus Ziffern: #4711</translation>
    </message>
    <message>
        <source>code.coding.code = 8867-4</source>
        <translation>code.coding.code = 8867-4</translation>
    </message>
    <message>
        <source>This reads like a question about a value; what was looked for is the text itself.</source>
        <translation>Das liest sich wie eine Frage nach einem Wert; gesucht wurde der Text selbst.</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Zu Zeile gehen</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerHits</name>
    <message>
        <source>%1, the first %2 are listed</source>
        <translation>%1, die ersten %2 stehen in der Liste</translation>
    </message>
    <message>
        <source>Show or hide the list of hits</source>
        <translation>Die Trefferliste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Die Suche anhalten</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>%1 with “%2”</source>
        <translation>%1 mit „%2“</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>Neue Suche</translation>
    </message>
    <message>
        <source>Keep this search and begin another one (Ctrl+T)</source>
        <translation>Diese Suche behalten und eine neue beginnen (Strg+T)</translation>
    </message>
    <message>
        <source>Close this search</source>
        <translation>Diese Suche schließen</translation>
    </message>
    <message>
        <source>Nothing is looked for yet</source>
        <translation>Noch wird nichts gesucht</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerOverview</name>
    <message>
        <source>Resources by type</source>
        <translation>Ressourcen nach Typ</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>In diesem Lauf</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>By day of the last update</source>
        <translation>Nach Tag der letzten Änderung</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Most frequent codes</source>
        <translation>Häufigste Codes</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Patients without data</source>
        <translation>Patienten ohne Daten</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>References by type that lead nowhere</source>
        <translation>Verweise ins Leere, nach Typ</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Lines with such references</source>
        <translation>Zeilen mit solchen Verweisen</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>Overview progress</source>
        <translation>Fortschritt des Überblicks</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>%1 as a table</source>
        <translation>%1 als Tabelle</translation>
    </message>
    <message>
        <source>Counting the run, %1 %</source>
        <translation>Der Lauf wird gezählt, %1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Neu zählen</translation>
    </message>
    <message>
        <source>not among the resources of this type</source>
        <translation>nicht unter den Ressourcen dieses Typs</translation>
    </message>
    <message>
        <source>this type was not exported</source>
        <translation>dieser Typ wurde nicht exportiert</translation>
    </message>
    <message>
        <source>The first %1. Return or a double click goes to the line.</source>
        <translation>Die ersten %1. Eingabetaste oder Doppelklick führt zur Zeile.</translation>
    </message>
    <message>
        <source>Outline: last run %1. Line: manifest.</source>
        <translation>Umriss: letzter Lauf %1. Strich: Manifest.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerPanel</name>
    <message>
        <source>Too much to copy.</source>
        <translation>Zu viel zum Kopieren.</translation>
    </message>
    <message>
        <source>The clipboard takes at most %1 MB; select fewer lines.</source>
        <translation>Die Zwischenablage nimmt höchstens %1 MB; wählen Sie weniger Zeilen aus.</translation>
    </message>
    <message>
        <source>It is shown line by line as it is, read-only.</source>
        <translation>Sie wird Zeile für Zeile gezeigt, wie sie ist, nur zum Lesen.</translation>
    </message>
    <message>
        <source>The file was moved or removed.</source>
        <translation>Die Datei wurde verschoben oder entfernt.</translation>
    </message>
    <message>
        <source>What was opened can still be read until it is closed.</source>
        <translation>Was geöffnet war, kann bis zum Schließen gelesen werden.</translation>
    </message>
    <message>
        <source>Open NDJSON files</source>
        <translation>NDJSON-Dateien öffnen</translation>
    </message>
    <message>
        <source>NDJSON files (*.ndjson *.ndjson.gz *.jsonl *.part)</source>
        <translation>NDJSON-Dateien (*.ndjson *.ndjson.gz *.jsonl *.part)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>Ordner eines Laufs öffnen</translation>
    </message>
    <message>
        <source>Reveal values</source>
        <translation>Werte aufdecken</translation>
    </message>
    <message>
        <source>%1 saved to %2.</source>
        <translation>%1 in %2 gespeichert.</translation>
    </message>
    <message>
        <source>These files come from production: names, ids, dates, numbers and free text are hidden.</source>
        <translation>Diese Dateien stammen aus der Produktion: Namen, IDs, Daten, Zahlen und freier Text sind verborgen.</translation>
    </message>
    <message>
        <source>Names, ids, dates, numbers and free text are hidden.</source>
        <translation>Namen, IDs, Daten, Zahlen und freier Text sind verborgen.</translation>
    </message>
    <message>
        <source>Save the selected lines</source>
        <translation>Gewählte Zeilen speichern</translation>
    </message>
    <message>
        <source>line-%1.ndjson</source>
        <translation>zeile-%1.ndjson</translation>
    </message>
    <message>
        <source>lines-%1-%2.ndjson</source>
        <translation>zeilen-%1-%2.ndjson</translation>
    </message>
    <message>
        <source>The attachment (%1) is saved to %2.</source>
        <translation>Der Anhang (%1) ist in %2 gespeichert.</translation>
    </message>
    <message>
        <source>It is not checked for malware.</source>
        <translation>Er ist nicht auf Schadprogramme geprüft.</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>Anhang speichern</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerPresenter</name>
    <message>
        <source>There are no NDJSON files in this folder.</source>
        <translation>In diesem Ordner sind keine NDJSON-Dateien.</translation>
    </message>
    <message>
        <source>Choose a folder with .ndjson or .ndjson.gz files.</source>
        <translation>Wählen Sie einen Ordner mit .ndjson- oder .ndjson.gz-Dateien.</translation>
    </message>
    <message>
        <source>This line has %1: too long for a tree.</source>
        <translation>Diese Zeile hat %1: zu lang für einen Baum.</translation>
    </message>
    <message>
        <source>The line is empty.</source>
        <translation>Die Zeile ist leer.</translation>
    </message>
    <message>
        <source>The line is not finished yet.</source>
        <translation>Die Zeile ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>The line has too many values; the tree shows the first ones.</source>
        <translation>Die Zeile hat zu viele Werte; der Baum zeigt die ersten.</translation>
    </message>
    <message>
        <source>A second document starts at byte %1 of the line.</source>
        <translation>Bei Byte %1 der Zeile beginnt ein zweites Dokument.</translation>
    </message>
    <message>
        <source>Not valid JSON from byte %1 of the line on.</source>
        <translation>Ab Byte %1 der Zeile kein gültiges JSON.</translation>
    </message>
    <message>
        <source>%1 is in none of the open files.</source>
        <translation>%1 steht in keiner der offenen Dateien.</translation>
    </message>
    <message>
        <source>The values of these lines are hidden.</source>
        <translation>Die Werte dieser Zeilen sind verborgen.</translation>
    </message>
    <message>
        <source>Reveal them first, then save.</source>
        <translation>Decken Sie sie erst auf, dann speichern Sie.</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerProblems</name>
    <message>
        <source>Show or hide the list of problems</source>
        <translation>Liste der Probleme zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Problems and notes</source>
        <translation>Probleme und Hinweise</translation>
    </message>
    <message>
        <source>Problems: %1, notes: %2</source>
        <translation>Probleme: %1, Hinweise: %2</translation>
    </message>
    <message>
        <source>%1; the first %2 are listed</source>
        <translation>%1; die ersten %2 stehen in der Liste</translation>
    </message>
    <message>
        <source>Compare references</source>
        <translation>Verweise vergleichen</translation>
    </message>
    <message>
        <source>Look for references to resources that are in none of the files of the run</source>
        <translation>Nach Verweisen auf Ressourcen suchen, die in keiner der Dateien des Laufs stehen</translation>
    </message>
    <message>
        <source>Comparing references, %1 %</source>
        <translation>Verweise werden verglichen, %1 %</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerStart</name>
    <message>
        <source>Look into exported files</source>
        <translation>In exportierte Dateien schauen</translation>
    </message>
    <message>
        <source>Open an NDJSON file of any size, also compressed (.ndjson.gz), or the folder of a run. Files are only read, never changed. You can also drop them here.</source>
        <translation>Öffnen Sie eine NDJSON-Datei beliebiger Größe, auch gepackt (.ndjson.gz), oder den Ordner eines Laufs. Dateien werden nur gelesen, nie geändert. Sie können sie auch hier ablegen.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open run folder…</source>
        <translation>Ordner eines Laufs öffnen…</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerStatus</name>
    <message>
        <source>nothing open</source>
        <translation>nichts geöffnet</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>wird geöffnet</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>wächst</translation>
    </message>
    <message>
        <source>indexing</source>
        <translation>wird erschlossen</translation>
    </message>
    <message>
        <source>index stopped</source>
        <translation>Erschließen angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed, read anew</source>
        <translation>geändert, neu gelesen</translation>
    </message>
    <message>
        <source>last line open</source>
        <translation>letzte Zeile offen</translation>
    </message>
    <message>
        <source>indexed</source>
        <translation>erschlossen</translation>
    </message>
    <message>
        <source>Go to the next one (F8)</source>
        <translation>Zum nächsten gehen (F8)</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 Probleme</translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation>%1 Hinweise</translation>
    </message>
    <message>
        <source>%1, go to the next one</source>
        <translation>%1, zum nächsten gehen</translation>
    </message>
    <message>
        <source>index %1 %</source>
        <translation>Index %1 %</translation>
    </message>
    <message>
        <source>checking %1 %</source>
        <translation>Prüfung %1 %</translation>
    </message>
    <message>
        <source>Index progress</source>
        <translation>Fortschritt des Index</translation>
    </message>
    <message>
        <source>Check progress</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Continue indexing</source>
        <translation>Weiter erschließen</translation>
    </message>
    <message>
        <source>Cancel indexing</source>
        <translation>Erschließen abbrechen</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 Hinweis</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerSummary</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the line the reference was followed from (Alt+Left)</source>
        <translation>Zurück zu der Zeile, von der aus der Verweis verfolgt wurde (Alt+Links)</translation>
    </message>
    <message>
        <source>Looking for the resource…</source>
        <translation>Die Ressource wird gesucht …</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Go to %1 (Ctrl+Return)</source>
        <translation>Zu %1 (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>waybill::ui::ViewerTree</name>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>JSON of the line</source>
        <translation>JSON der Zeile</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Keine Zeile</translation>
    </message>
    <message>
        <source>Reading the line</source>
        <translation>Die Zeile wird gelesen</translation>
    </message>
    <message>
        <source>Choose a value to see its path</source>
        <translation>Wählen Sie einen Wert, um seinen Pfad zu sehen</translation>
    </message>
    <message>
        <source>Save the attachment (%1)…</source>
        <translation>Anhang speichern (%1)…</translation>
    </message>
    <message>
        <source>Save one of %1 attachments…</source>
        <translation>Einen von %1 Anhängen speichern…</translation>
    </message>
</context>
<context>
    <name>waybill::ui::WatermarksModel</name>
    <message>
        <source>(all types)</source>
        <translation>(alle Typen)</translation>
    </message>
    <message>
        <source>a person or a waybill</source>
        <translation>ein Mensch oder ein Frachtbrief</translation>
    </message>
    <message>
        <source>Resource type</source>
        <translation>Ressourcentyp</translation>
    </message>
    <message>
        <source>Complete up to</source>
        <translation>Vollständig bis</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>Verschoben durch</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
</context>
</TS>
