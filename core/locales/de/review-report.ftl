# Der Bericht einer Prozess-Überprüfung auf Papier.
review-report-kind = Bericht der Prozess-Überprüfung
review-report-review = Überprüfung
review-report-inputs-count = Eingaben
review-report-changes = Änderungsanträge
review-report-changes-none = Aus dieser Überprüfung ist kein Änderungsantrag hervorgegangen.
review-report-findings = Feststellungen
review-report-findings-none = Aus dieser Überprüfung ist keine Feststellung hervorgegangen.
review-report-ended = Notfall beendet am
review-report-last = Letzte Freigabe
review-report-first = Es ist die erste Überprüfung
review-report-held = Durchgeführt
review-report-presence = Teilnahme
review-report-people-none = Es ist niemand eingeladen.
review-report-inputs-none = In diesem Zeitraum ist dazu nichts festgehalten.
review-report-gap-approval = die Freigabe der Überprüfung
review-report-not-delegated = noch nicht delegiert
review-report-unanswered = noch ohne Antwort
review-report-until = bis { $when }
review-report-approved-none = Noch ist keine Fassung freigegeben.
review-report-acknowledged = { $count } von { $asked } bestätigt
review-report-acknowledged-by = bestätigt: { $names }
review-report-missing = offen: { $names }
review-report-asked-none = niemand gefragt
review-report-untold = keine Mitteilung
review-report-others = Weitere Gefragte

## Überschriften
review-report-h-occasion = Anlass und Zeitraum
review-report-h-people = Beteiligte
review-report-h-documents = Geprüfte Dokumente
review-report-h-inputs = Eingaben seit der letzten Überprüfung
review-report-h-earlier = Maßnahmen aus früheren Überprüfungen und Notfällen
review-report-h-changes = Änderungen im Unternehmen und im Umfeld
review-report-h-events = Notfälle, Beinahe-Notfälle und Zusagen
review-report-h-tests = Testergebnisse
review-report-h-provider = Leistung des Anbieters
review-report-h-risks = Risiken und BIA
review-report-h-judgement = Urteil
review-report-h-steps = Die Schritte des Prozesses
review-report-h-decision = Entscheidung
review-report-h-effects = Aktualisierung, Messung der Wirkung, Ressourcen
review-report-h-after = Folgen und Freigabe
review-report-h-approval = Freigabe

## Spalten
review-report-col-input = Eingabe
review-report-col-mark = Gegenüber zuletzt
review-report-col-judgement = Urteil
review-report-col-proof = Nachweis
review-report-col-delegated = Delegiert an
review-report-col-answer = Antwort
review-report-col-team = Team
review-report-col-informed = Informiert
review-report-col-acknowledge = Zu bestätigen bis
review-report-col-acknowledged = Bestätigt
