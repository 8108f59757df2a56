# Was fällig ist, die 33 Pflichten und die Regeln, aus denen Fristen folgen.
## Die Pflichten des Prozesses
duty-1 = Jeder Vorfall wird mit einem Support-Ticket verfolgt
duty-2 = Die Quelle ist festgehalten
duty-3 = Warnmeldungen und Meldungen werden bewertet
duty-4 = Über die Eskalation wird nach Prüfung entschieden
duty-5 = Das Bereitstellungsteam wird bei Bedarf befragt
duty-6 = Kein Notfall: gelöst über den üblichen Support
duty-7 = Reaktions- und Bearbeitungszeit nach SLA-Level
duty-8 = Das Vorfallsteam verständigt das Bereitstellungsteam
duty-9 = Das Bereitstellungsteam bildet das Notfallteam
duty-10 = Alle Statusaktualisierungen sind protokolliert
duty-11 = Alle beteiligten Teams können sie einsehen
duty-12 = Das Schlüsselwort steht an jedem zugehörigen Ticket
duty-13 = Umfang, Auswirkung und Ursache sind ermittelt
duty-14 = Entschieden, ob der Anbieter verantwortlich ist
duty-15 = Die Mitteilungen des Anbieters zum Dienststatus sind geprüft
duty-16 = Tickets beim Anbieter sind bei Bedarf eröffnet
duty-17 = Der Fortschritt des Anbieters wird geprüft
duty-18 = Rechtzeitig behoben: nichts weiter nötig
duty-19 = Nicht behoben: Wiederherstellung nach dem Leitfaden
duty-20 = Betroffene Benutzer erfahren den Status
duty-21 = … und die voraussichtliche Zeit für die Behebung
duty-22 = Ursachen sind nach der Wiederherstellung analysiert
duty-23 = Verbesserungen sind empfohlen
duty-24 = Betroffene Benutzer erhalten Berichte
duty-25 = Service-Gutschriften, wo sie zustehen
duty-26 = Der Dienst ist so schnell wie möglich wiederhergestellt
duty-27 = Prozess-Überprüfung nach jedem Notfall
duty-28 = Prozess-Überprüfung mindestens jährlich
duty-29 = Prozess-Überprüfung bei Bedarf
duty-30 = Entschieden, ob der Prozess geändert wird
duty-31 = Betroffene Teams sind über alle Änderungen informiert
duty-32 = Tests mindestens jährlich nach festen Aktionsplänen
duty-33 = Testergebnisse sind in Überprüfungen ausgewertet

## Was zugesagt ist und wie es steht
promise-kind-duty = Pflicht des Prozesses
promise-kind-response = Reaktionszeit nach SLA-Level
promise-kind-handling = Bearbeitungszeit nach SLA-Level
promise-kind-next-update = Nächste Statusaktualisierung
promise-kind-expected-repair = Zugesagte Behebung
promise-kind-waiting-limit = Wartegrenze für den Anbieter
promise-kind-provider-review = Bericht des Anbieters
promise-kind-report = Bericht nach dem Notfall
promise-kind-recommendation = Empfohlene Maßnahme
promise-kind-review = Prozess-Überprüfung
promise-kind-change-answer = Antwort auf eine delegierte Änderung
promise-kind-change = Umsetzung der Änderung
promise-kind-change-resumes = Zurückgestellte Änderung wieder aufnehmen
promise-kind-finding = Maßnahme einer Feststellung
promise-kind-risk-ends = Akzeptiertes Risiko endet
promise-kind-drill = Angesetzter Test
promise-kind-drill-result = Ergebnis eines Tests
promise-kind-drill-analysis = Analyse eines Tests in einer Überprüfung
promise-kind-retest = Wiederholung eines Tests
promise-kind-acknowledgement = Mitteilung von allen bestätigt
promise-kind-legal-classification = Meldepflicht prüfen
promise-kind-legal-first = Erste Meldung an die Behörde
promise-kind-legal-notice = Meldung an die Behörde
promise-kind-legal-interim = Zwischenmeldung an die Behörde
promise-kind-legal-final = Abschlussmeldung an die Behörde
promise-kind-credit-claim = Gutschrift beim Anbieter geltend machen
promise-kind-document-review = Gültiges Dokument durchsehen
standing-late = Überfällig
standing-proof-missing = Nachweis fehlt
standing-due = Fällig
standing-open = Offen
standing-kept-late = Verspätet erfüllt
standing-kept = Erfüllt

## Regeln
rule-kind-review-after-emergency = Prozess-Überprüfung nach einem Notfall
rule-kind-review-periodic = Regelmäßige Prozess-Überprüfung
rule-kind-report-issued = Bericht nach dem Notfall
rule-kind-change-answered = Antwort auf eine delegierte Änderung
rule-kind-teams-informed = Betroffene Teams informieren
rule-kind-drill-periodic = Regelmäßiger Test nach Aktionsplan
rule-kind-drill-result = Ergebnis eines Tests freigeben
rule-kind-drill-analysed = Test in einer Überprüfung analysieren
rule-kind-retest = Test wiederholen, der abgebrochen oder nicht bestanden wurde
rule-kind-notice-acknowledged = Mitteilung bestätigen
rule-kind-next-update = Nächste Nachricht an Benutzer
rule-kind-waiting-limit = Auf den Anbieter warten
rule-kind-provider-review = Bericht des Anbieters
rule-kind-credit-claimed = Gutschrift beim Anbieter geltend machen
rule-kind-document-reviewed = Gültige Dokumente durchsehen
rule-kind-nis2-early = NIS2: frühe Erstmeldung
rule-kind-nis2-notice = NIS2: Meldung
rule-kind-nis2-final = NIS2: Abschlussmeldung
rule-kind-dora-initial = DORA: Erstmeldung nach der Einstufung
rule-kind-dora-aware = DORA: Erstmeldung spätestens
rule-kind-dora-intermediate = DORA: Zwischenmeldung
rule-kind-dora-final = DORA: Abschlussmeldung
rule-from-review-after-emergency = ab dem Ende des Notfalls
rule-from-review-periodic = ab der letzten freigegebenen Überprüfung
rule-from-report-issued = ab dem Ende des Notfalls
rule-from-change-answered = ab der Delegation
rule-from-teams-informed = ab der Freigabe
rule-from-drill-periodic = ab dem letzten Test mit freigegebenem Ergebnis
rule-from-drill-result = ab dem Ende des Tests
rule-from-drill-analysed = ab der Freigabe des Ergebnisses
rule-from-retest = ab dem Ende des Tests
rule-from-notice-acknowledged = ab der Mitteilung
rule-from-next-update = ab der letzten Nachricht, wenn diese keinen Zeitpunkt nennt
rule-from-waiting-limit = ab der Entscheidung zu warten, wenn keine Grenze vereinbart ist
rule-from-provider-review = ab der Entschärfung durch den Anbieter
rule-from-credit-claimed = ab dem Ende des Monats der Wiederherstellung
rule-from-document-reviewed = ab der Gültigkeit oder der letzten Durchsicht
rule-from-nis2-early = ab Kenntnis
rule-from-nis2-notice = ab Kenntnis
rule-from-nis2-final = ab der Meldung; dauert der Vorfall an, ab seinem Ende
rule-from-dora-initial = ab der Einstufung als schwerwiegend
rule-from-dora-aware = ab Kenntnis
rule-from-dora-intermediate = ab dem Versand der Erstmeldung
rule-from-dora-final = ab der letzten Zwischenmeldung
term-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
term-days = { $count ->
    [one] ein Tag
   *[other] { $count } Tage
}
term-working-days = { $count ->
    [one] ein Arbeitstag
   *[other] { $count } Arbeitstage
}
term-weeks = { $count ->
    [one] eine Woche
   *[other] { $count } Wochen
}
term-months = { $count ->
    [one] ein Monat
   *[other] { $count } Monate
}
unit-hours = Stunden
unit-days = Tage
unit-working-days = Arbeitstage
unit-weeks = Wochen
unit-months = Monate
region-baden-wuerttemberg = Baden-Württemberg
region-bavaria = Bayern
region-berlin = Berlin
region-brandenburg = Brandenburg
region-bremen = Bremen
region-hamburg = Hamburg
region-hesse = Hessen
region-mecklenburg-western-pomerania = Mecklenburg-Vorpommern
region-lower-saxony = Niedersachsen
region-north-rhine-westphalia = Nordrhein-Westfalen
region-rhineland-palatinate = Rheinland-Pfalz
region-saarland = Saarland
region-saxony = Sachsen
region-saxony-anhalt = Sachsen-Anhalt
region-schleswig-holstein = Schleswig-Holstein
region-thuringia = Thüringen

## Fristen
deadlines-tab-due = Fristen
deadlines-tab-duties = Pflichten
deadlines-on = Stand vom
deadlines-on-empty = leer heißt jetzt
deadlines-as-of = Stand { $when }
deadlines-back-to-now = Zurück zu heute
deadlines-kept = Auch Erledigtes zeigen
deadlines-late = Überfällig
deadlines-week = In den nächsten 7 Tagen
deadlines-month = In den nächsten 30 Tagen
deadlines-quarter = In den nächsten 90 Tagen
deadlines-later = Später
deadlines-settled = Erledigt
deadlines-none = Nichts ist fällig.
deadlines-none-hint = Fristen entstehen aus Vorgängen und Regeln; von Hand wird hier nichts eingetragen.
deadlines-year = Das Jahr
deadlines-year-month = { $month }: { $count ->
    [0] nichts fällig
    [one] eine Frist
   *[other] { $count } Fristen
}{ $late ->
    [0] {""}
   *[other] , davon { $late } überfällig
}
deadlines-month-none = Im { $month } ist nichts fällig.
deadlines-all-months = Alle Monate
deadlines-by-rule = { $rule }: { $term } { $from }
deadlines-by-record = im Vorgang festgelegt
deadlines-by-objective = Zielwert aus den Einstellungen
deadlines-moved = verschoben von { $when } durch { $person }: { $reason }
deadlines-late-by = um { $length } zu spät
deadlines-settled-at = erledigt { $when }
deadlines-proof = Nachweis: { $number }
deadlines-organisation = Organisation
deadlines-due = Fällig
deadlines-record = Vorgang
deadlines-standing = Stand

## Pflichtenverzeichnis
ledger-duty = Pflicht
ledger-number = Nr.
ledger-kept = Erfüllt
ledger-kept-late = Verspätet
ledger-due = Fällig
ledger-late = Überfällig
ledger-missing = Ohne Nachweis
ledger-next = Nächste Frist
ledger-never = noch nie angefallen
ledger-occurrences = Pflicht { $duty }: { $title }
ledger-occurrences-none = Diese Pflicht ist bis zu diesem Tag nicht angefallen.
ledger-history = Übernommene Vorgänge anderer zählen hier nicht: Als sie geschahen, hatte niemand diesen Prozess zugesagt.
ledger-sum = { $kept } erfüllt, { $late } überfällig, { $missing } ohne Nachweis

## Regeln in den Einstellungen
settings-rules = Fristen und Regeln
rules-title = Regeln, aus denen Fristen folgen
rules-hint = Eine neue Regel gilt für alles, was ab ihrem Tag beginnt. Was vorher begann, behält seine Frist.
rules-rule = Regel
rules-term = Frist
rules-seeded = Vorgabe des Prozesses
rules-off = nicht gesetzt
rules-holds-word = gilt
rules-none = gilt nicht
rules-change = Regel ändern
rules-change-title = Regel ändern: { $rule }
rules-amount = Anzahl
rules-unit = Einheit
rules-holds = Die Regel gilt
rules-from = Gilt ab
rules-reason = Begründung
rules-save = Regel setzen
rules-saved = Regel gesetzt.
rules-history = Verlauf der Regel
rules-set-by = { $term } ab { $from }, gesetzt von { $person }: { $reason }
rules-drills = Regelmäßige Tests
rules-drills-what = Was regelmäßig getestet wird
rules-drills-hint = Wie oft, sagt die Regel „Regelmäßiger Test nach Aktionsplan“. Ein Test zählt, wenn sein Plan freigegeben und sein Ergebnis bestätigt ist.
drill-scope-process = Der Prozess: irgendein Aktionsplan genügt
drill-scope-plan = Jeder Aktionsplan, der gilt
drill-scope-service = Jeder Dienst der Organisation
rules-laws = Meldefristen der Gesetze
rules-laws-hint = Freiwillig, und Hilfe, keine Rechtsberatung. Gilt ein Gesetz für die Organisation, zeigt Lotse seine Fristen an jedem Vorfall und im Kalender.
rules-law-on = Fristen gelten lassen
rules-law-off = Fristen gelten nicht mehr
rules-law-title = { $law }: Fristen gelten lassen
rules-law-off-title = { $law }: Fristen gelten nicht mehr
rules-law-reason = Warum, und wer das gesagt hat
rules-law-source-nis2 = Quelle: § 32 BSIG. Frühe Erstmeldung, Meldung und Abschlussmeldung an das BSI.
rules-law-source-dora = Quelle: VO (EU) 2025/301, Art. 5. Für Kunden, die Finanzunternehmen sind.
rules-region = Feiertage für Arbeitstage
rules-region-state = Bundesland
rules-region-none = Keine: nur Samstage und Sonntage zählen nicht
rules-region-hint = Gesetzliche Feiertage dieses Bundeslandes zählen nicht als Arbeitstage.
rules-alone = Eine Person darf beides tun, was zwei Personen verlangt
rules-alone-hint = Gilt nur, solange eine einzige Person mitwirkt. Auf Papier steht dann, dass niemand Zweites geprüft hat.
rules-alone-reason = Warum eine Person genügen muss
rules-alone-allow = Erlauben
rules-alone-forbid = Nicht mehr erlauben

## Ablehnungen
error-rule-reason-missing = Die Begründung fehlt. Sie steht später im Verlauf der Regel.
error-rule-before-today = Eine Regel kann frühestens heute ({ $today }) beginnen: Was schon begonnen hat, behält seine Frist.
error-term-empty = Eine Frist hat mindestens einen Tag. Soll die Regel nicht mehr gelten, schalten Sie sie aus.

## Kommandozeile
cli-due = Was fällig ist, auch wie es an einem früheren Tag bekannt war
cli-due-file = Die Arbeitsmappe
cli-due-on = Stand am Ende dieses Tages (JJJJ-MM-TT); ohne Angabe jetzt
cli-due-within = Nur, was in so vielen Tagen fällig wird
cli-due-kept = Auch, was erledigt ist
cli-ledger = Die 33 Pflichten des Prozesses und wie sie stehen
cli-ledger-file = Die Arbeitsmappe
cli-ledger-on = Stand am Ende dieses Tages (JJJJ-MM-TT); ohne Angabe jetzt
cli-ledger-duty = Nur diese Pflicht (1 bis 33): was sie auslöst, bis wann sie fällig ist, was sie nachweist, und jedes Vorkommen
due-nothing = Nichts ist fällig.

## Protokoll
journal-policy-rule-set = Regel gesetzt
journal-policy-region-set = Feiertage gesetzt
journal-policy-alone-set = Eine-Person-Regel gesetzt

## Papier
paper-preview-ledger = Pflichtenverzeichnis als PDF
paper-file-ledger = Pflichtenverzeichnis
paper-ledger-title = Verzeichnis der Pflichten
paper-ledger-duties = Die 33 Pflichten des Prozesses
paper-ledger-wanting = Überfällig oder ohne Nachweis
paper-ledger-nothing = Nichts ist überfällig, jede abgeschlossene Pflicht ist nachgewiesen.
paper-ledger-each = Die Pflichten im Einzelnen
paper-ledger-kept-year = { $year }, { $count } erfüllt:
paper-ledger-kept-by = { $record }: { $proof } ({ $day })
cli-report-on = Das Pflichtenverzeichnis, wie es am Ende dieses Tages bekannt war (JJJJ-MM-TT)

## Kalender
calendar-name = Fristen · { $organisation }
calendar-category = Notfallprozess
calendar-done = Erledigt: { $what }
calendar-moved = Verschoben: { $reason }
cli-calendar = Fristen als Kalender (iCalendar) ausgeben
cli-calendar-file = Die Arbeitsmappe
cli-calendar-out = Eine Datei, die auf .ics endet, oder ein Ordner: dann eine Datei je Frist, der ein Kalenderprogramm folgen kann
cli-calendar-language = Sprache der Einträge; ohne Angabe die der Arbeitsmappe
calendar-written = { $count ->
    [one] Eine Frist
   *[other] { $count } Fristen
} geschrieben: { $path }
deadlines-as-calendar = In einen Kalender
deadlines-calendar-file = Fristen
calendar-out-how = Fristen für Outlook, Thunderbird und andere Kalenderprogramme (iCalendar).
calendar-file = Als Datei
calendar-file-how = Eine Datei mit allen Fristen, wie sie jetzt stehen. Spätere Änderungen kommen erst mit einer neuen Datei an.
calendar-file-save = Datei sichern
calendar-folder = Als Ordner, dem ein Kalenderprogramm folgt
calendar-folder-how = Jede Frist ist eine eigene Datei. Solange Lotse läuft, auch im Infobereich, bleibt der Ordner aktuell; was nicht mehr gilt, ist darin abgesagt.
calendar-folder-choose = Ordner wählen
calendar-folder-other = Anderen Ordner wählen
calendar-folder-leave = Nicht mehr aktuell halten
calendar-folder-fault = Der Ordner ließ sich zuletzt nicht schreiben
calendar-followed = Der Ordner ist geschrieben und bleibt aktuell
deadlines-tab-month = Monat
deadlines-move = Verschieben
deadlines-move-title = { $number } verschieben
deadlines-move-from = Bisher: { $day }
deadlines-move-time = Beginn { $time } bleibt
deadlines-move-to = Neuer Tag
deadlines-move-same = Das ist der bisherige Tag. Bitte einen anderen nennen.
deadlines-moved-done = Verschoben.
deadlines-moved-back = Verschiebung zurückgenommen
against-freeze = in der Sperrzeit „{ $name }“
against-holiday = Feiertag
against-weekend = Wochenende
against-day = Gegen diesen Tag spricht: { $what }. Verschieben können Sie trotzdem.
month-before = Monat davor
month-after = Monat danach
month-today = Aktueller Monat
month-day-count = { $count ->
    [0] nichts fällig
    [one] eine Frist
   *[other] { $count } Fristen
}
month-more = { $count ->
    [one] noch eine
   *[other] noch { $count }
}
month-day-none = An diesem Tag ist nichts fällig.
freeze-title = Sperrzeiten
freeze-new = Sperrzeit eintragen
freeze-change = Sperrzeit ändern
freeze-hint = Tage, an denen nichts getestet, geändert oder umgeschaltet wird. Der Kalender zeigt, was trotzdem in sie fällt.
freeze-none = Keine Sperrzeit eingetragen.
freeze-name = Bezeichnung
freeze-from = Erster Tag
freeze-until = Letzter Tag
freeze-days = { $from } bis { $until }
freeze-lift = Aufheben
freeze-lift-title = Sperrzeit „{ $name }“ aufheben
journal-policy-freeze-set = Sperrzeit eingetragen
journal-policy-drill-scope-set = Festgelegt, was regelmäßig getestet wird
journal-policy-freeze-lifted = Sperrzeit aufgehoben
error-freeze-name-missing = Die Sperrzeit braucht eine Bezeichnung, an der sie im Kalender zu erkennen ist.
error-freeze-ends-first = Die Sperrzeit endet vor ihrem Beginn. Bitte den letzten Tag prüfen.
error-no-such-freeze = Diese Sperrzeit gibt es nicht mehr. Jemand hat sie inzwischen aufgehoben.
