# Der Nachbericht auf Papier. Was ein Mensch eingetragen hat, steht im Bericht wörtlich; hier stehen Überschriften,
# Beschriftungen und die Sätze dazwischen.

## Rahmen jeder Seite
report-kind = Nachbericht zum Notfall
report-kind-incident = Nachbericht zum Vorfall
report-page = Seite
report-of = von
report-contents = Inhalt
report-seal = Kopf-Hash des Protokolls, Ereignis { $seq }:
report-draft-mark = ENTWURF
report-version = { $number }, Fassung { $version }
report-version-draft = Entwurf, Stand { $when }
report-keyword = Notfall
report-sealed = Erzeugt aus dem Protokoll bis Ereignis { $seq }. Wer eine Datei des Programms besitzt, kann mit ihr prüfen, zu welchem Datensatz und zu welcher Fassung dieses Papier gehört.

## Titelseite
report-cover-number = Bericht
report-cover-no-number = noch keine Nummer
report-cover-state = Stand
report-state-draft = Entwurf, nicht freigegeben
report-state-issued = Freigegeben
report-cover-record = Notfall
report-cover-record-incident = Vorfall
report-cover-severity = Schweregrad
report-cover-phase = Status
report-cover-language = Sprache
report-language = Deutsch
report-cover-author = Erstellt von
report-cover-reviewer = Geprüft von
report-cover-approver = Freigegeben von
report-cover-confidential = Vertraulichkeit
report-cover-organisation = Organisation
report-cover-made = Stand der Daten
report-glance = Auf einen Blick

## Überschriften
report-h-overview = Überblick
report-h-about = Zu diesem Bericht
report-h-record = Der Notfall
report-h-record-incident = Der Vorfall
report-h-summary = Zusammenfassung für das Management
report-h-tickets = Erste Meldung und Tickets
report-h-impact = Auswirkung und Dauer
report-h-impact-detail = Auswirkung
report-h-times = Zeitpunkte
report-h-durations = Dauern und Ziele
report-h-escalation = Entdeckung und Eskalation
report-h-detection = Entdeckung
report-h-decisions = Eskalation und Entscheidungen
report-h-team = Notfallteam, Rollen und Übergaben
report-h-recovery = Wiederherstellung
report-h-guide = Wiederherstellungsleitfaden
report-h-provider = Anbieter
report-h-resolution = Lösung und vorläufige Maßnahmen
report-h-log = Chronologie
report-h-causes = Ursachen
report-h-communication = Kommunikation
report-h-messages = Nachrichten
report-h-promises = Zusagen und ihre Einhaltung
report-h-lessons = Auswertung
report-h-quality = Güte der Reaktion
report-h-learnt = Was gut lief, was schlecht lief, wo wir Glück hatten
report-h-actions = Empfehlungen und Maßnahmen
report-h-similar = Ähnliche frühere Fälle
report-h-duties = Recht, Gutschriften und Prozess-Überprüfung
report-h-legal = Rechtliche Einordnung und Meldungen
report-h-credits = Service-Gutschriften
report-h-review = Prozess-Überprüfung
report-h-proof = Nachweise, Verteiler und Unterschriften
report-h-evidence = Nachweise
report-h-distribution = Verteiler
report-h-signatures = Unterschriften

## Allgemeines
report-nobody = niemand benannt
report-erased = gelöschte Person
report-none = keine
report-yes = ja
report-no = nein
report-kept = eingehalten
report-missed = nicht eingehalten
report-cannot-say = nicht beurteilbar
report-open = offen
report-objective = Ziel { $length }
report-unspellable = Zeichen, die die Schriften dieses Berichts nicht enthalten, stehen als Nummer im Unicode-Verzeichnis in eckigen Klammern.

## Zu diesem Bericht
report-issued-before = Bisher freigegeben
report-changes = Geändert gegenüber der vorigen Fassung
report-issued-line = { $number }, { $when }, durch { $person }
report-gaps = Vor der Freigabe fehlt noch:
report-gap-cause = eine Grundursache oder die Klasse der Ursache
report-gap-recovery-time = der Beginn der Auswirkung oder der Zeitpunkt des Wiederanlaufs
report-gap-data-loss = der tatsächliche Datenverlust
report-gap-action-incomplete = Verantwortliche oder Frist zur Maßnahme „{ $text }“
report-gap-report = der freigegebene Bericht
report-gap-customer-reports = die Angabe, ob betroffene Benutzer ihre Berichte erhalten haben
report-gap-review = die Prozess-Überprüfung, die folgt
report-gap-open-task = die Erledigung der Pflichtaufgabe „{ $text }“

## Der Notfall
report-title = Titel
report-source = Quelle der ersten Meldung
report-recorded = Erfasst
report-recorded-by = { $when } durch { $person }
report-outside = In anderen Systemen
report-outside-line = { $source }: { $id }
report-description = Beschreibung
report-sla = SLA-Level
report-sla-response = Reaktionszeit
report-sla-handling = Bearbeitungszeit

## Tickets
report-ticket-system = System
report-ticket-number = Nummer
report-ticket-subject = Betreff
report-ticket-opened = Eröffnet
report-ticket-keyword = Schlüsselwort [Notfall]
report-ticket-keyword-yes = vorhanden
report-ticket-keyword-no = fehlt

## Auswirkung
report-services = Betroffene Dienste
report-components = Betroffene Komponenten
report-regions = Regionen
report-tenants = Betroffene Kunden (Mandanten)
report-users-share = Anteil betroffener Benutzer
report-percent = { $value } %
report-rpa = Tatsächlicher Datenverlust (RPA)

## Zeitpunkte und Dauern
report-col-milestone = Zeitpunkt
report-col-when = Wann
report-col-precision = Genauigkeit
report-col-origin = Erfasst von
report-precision-exact = genau
report-precision-about = ungefähr
report-precision-unknown = unsicher
report-about = etwa { $when }
report-unsure = { $when } (unsicher)
report-col-duration = Dauer
report-col-length = Länge
report-col-from = Von
report-col-to = Bis
report-backwards = Ende liegt vor dem Anfang
report-col-service = Dienst
report-col-rto = RTO
report-col-rta = RTA
report-col-rpo = RPO
report-col-rpa = RPA
report-col-met = Eingehalten
report-bars-caption = Gemessene Dauern (Balken) und das strengste Ziel der betroffenen Dienste (Strich mit Fuß). Hinter dem Schrägstrich steht das Ziel.
report-bars-alternative = Balkendiagramm der Dauern. { $bars }
report-bar-spoken = { $label }: { $length }.
report-bar-spoken-objective = { $label }: { $length }, Ziel { $objective }.
report-times-note = Alle Zeiten in { $zone }, wenn nichts anderes dabeisteht. Dauern sind aus den Zeitpunkten berechnet; ein Ende, das niemand erfasst hat, ergibt keine Dauer.
report-objectives-none = Kein betroffener Dienst mit Zielen erfasst.

## Eskalation
report-col-decision = Entscheidung
report-col-decider = Entschieden von
report-col-reason = Begründung
report-col-consulted = Vorher befragt
report-col-person = Person
report-col-advice = Rat
report-consultations = Befragung des Bereitstellungsteams
report-decisions = Entscheidungen
report-col-role = Rolle
report-col-deputy = Stellvertretung
report-col-since = Seit
report-col-until = Bis
report-col-handover = Übergabe

## Wiederherstellung
report-guide = Leitfaden
report-guide-version = Fassung
report-guide-activated = Aktiviert
report-col-step = Schritt
report-col-result = Ergebnis
report-col-deviation = Abweichung
report-provider-name = Anbieter
report-provider-fault = Verantwortung
report-provider-reason = Grund für diese Beurteilung
report-provider-tracking = Kennungen in Service Health
report-provider-tickets = Tickets beim Anbieter
report-provider-state = Stand des Falls
report-provider-limit = Vereinbarte Wartegrenze
report-provider-review = Untersuchungsbericht des Anbieters
report-provider-checks = Prüfungen des Fortschritts
report-provider-decisions = Warten oder selbst wiederherstellen
report-nothing-new = geprüft, nichts Neues
report-col-news = Ergebnis

## Chronologie
report-course-caption = Verlauf mit Meilensteinen über und Phasen unter der Achse. Zeiten in { $zone }.
report-course-caption-milestones = Verlauf mit Meilensteinen über der Achse. Zeiten in { $zone }.
report-course-alternative = Zeitachse. Meilensteine: { $milestones } Phasen: { $phases }
report-course-missing = Für eine Zeichnung des Verlaufs sind zu wenige Zeitpunkte erfasst.
report-phase-impact = Auswirkung
report-phase-provider = Warten auf den Anbieter
report-phase-own = Eigene Wiederherstellung
report-timeline = { $count ->
    [one] Ein Eintrag
   *[other] { $count } Einträge in der Reihenfolge ihres Geschehens
}
report-col-time = Zeit
report-col-kind = Art
report-col-entry = Eintrag
report-late-entry = nachgetragen { $when }
report-corrected = ersetzt den durchgestrichenen Text
report-withdrawn = Zurückgezogen: { $reason }
report-timeline-none = Die Chronologie enthält keinen Eintrag.

## Ursachen
report-cause-class = Klasse der Ursache

## Kommunikation
report-col-sent = Versandt
report-col-audience = An und auf welchem Weg
report-col-message = Stand und Text
report-col-expected = Behebung bis
report-col-next = Nächste bis
report-message-not-sent = nicht versandt
report-messages-none = Es ist keine Nachricht an Benutzer erfasst.
report-gap-first = Erste Nachricht nach dem Bemerken
report-gap-longest = Größter Abstand zwischen zwei Nachrichten
report-authorities = Nachrichten an Behörden
report-customer-reports = Berichte an betroffene Benutzer
report-col-promise = Zusage
report-col-due = Fällig
report-col-settled = Eingelöst
report-col-outcome = Ergebnis
report-promises-none = Es ist keine Zusage erfasst.

## Auswertung
report-col-action = Empfehlung
report-col-priority = Priorität
report-col-owner = Verantwortlich
report-col-until-day = Fällig
report-col-state = Stand
report-must = Pflicht vor dem Abschluss
report-proof-wanted = Nachweis: { $text }
report-proof = Erbracht: { $text }
report-due-moved = Termin verschoben, zuerst { $day } ({ $name }): { $reason }
report-dropped = Verworfen: { $text }
report-actions-none = Es ist keine Empfehlung erfasst.
report-col-number = Nummer
report-col-title = Titel
report-col-began = Beginn
report-col-common = Gemeinsam
report-similar-cause = Klasse der Ursache
report-similar-service = Dienst
report-similar-both = Klasse der Ursache und Dienst
report-similar-none = Im Register steht kein früherer Notfall mit derselben Klasse der Ursache oder demselben Dienst.

## Recht, Nachweise, Unterschriften
report-legal-notices = Meldungen an Behörden
report-review-line = { $number }, { $when }
report-col-file = Datei
report-col-size = Größe
report-col-hash = SHA-256
report-col-shows = Was sie zeigt
report-evidence-none = Es ist kein Nachweis abgelegt.
report-bytes = { $value } Bytes
report-signed-author = Erstellt von
report-signed-reviewer = Geprüft von
report-signed-approver = Freigegeben von
report-signed-line = Ort, Datum, Unterschrift
report-signed-on = im Programm freigegeben am { $when }

## Zeit und Länge
report-date = { $day }.{ $month }.{ $year }
report-when = { $date }, { $time } { $zone }
report-when-short = { $day }.{ $month }., { $time }
report-day-short = { $day }.{ $month }.
report-day-long = { $weekday }, { $day }. { $month } { $year }
report-weekday-1 = Montag
report-weekday-2 = Dienstag
report-weekday-3 = Mittwoch
report-weekday-4 = Donnerstag
report-weekday-5 = Freitag
report-weekday-6 = Samstag
report-weekday-7 = Sonntag
report-month-1 = Januar
report-month-2 = Februar
report-month-3 = März
report-month-4 = April
report-month-5 = Mai
report-month-6 = Juni
report-month-7 = Juli
report-month-8 = August
report-month-9 = September
report-month-10 = Oktober
report-month-11 = November
report-month-12 = Dezember
report-month-short-1 = 01
report-month-short-2 = 02
report-month-short-3 = 03
report-month-short-4 = 04
report-month-short-5 = 05
report-month-short-6 = 06
report-month-short-7 = 07
report-month-short-8 = 08
report-month-short-9 = 09
report-month-short-10 = 10
report-month-short-11 = 11
report-month-short-12 = 12
report-zone-CET = MEZ
report-zone-CEST = MESZ
report-zone-GMT = WEZ
report-zone-BST = britische Sommerzeit
report-seconds = { $seconds } s
report-minutes = { $minutes } min
report-hours-even = { $hours } h
report-hours = { $hours } h { $minutes } min
report-days = { $days } Tage { $hours } h { $minutes } min
report-one-day = 1 Tag { $hours } h { $minutes } min
