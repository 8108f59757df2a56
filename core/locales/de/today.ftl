# Heute: was jetzt jemanden braucht.
today-counts = { $incidents ->
    [one] Ein Vorfall
   *[other] { $incidents } Vorfälle
} im Register, davon { $emergencies ->
    [one] ein Notfall
   *[other] { $emergencies } Notfälle
}
today-running = Laufende Notfälle
today-tests-running = Laufende Tests
today-test-by = geführt von { $name }
today-late = Überfällig
today-day = In den nächsten 24 Stunden
today-open = Steht an
today-later = Später fällig
today-since = seit { $when }
today-no-start = Beginn nicht erfasst
today-no-lead = noch nicht bestimmt
today-recent = Zuletzt bearbeitet
today-all = Alle Notfälle
today-nothing = Heute ist nichts fällig.
today-nothing-hint = Alle Fristen sind eingehalten, keine Entscheidung steht aus.
today-empty-workspace = Noch ist kein Vorfall erfasst.

## Was jemanden braucht
need-recovery = Wiederherstellung (RTO)
need-next-update = Statusaktualisierung fällig
need-expected-repair = Zugesagte Behebung
need-waiting-limit = Wartegrenze
need-decision = Eskalation entscheiden
need-assessment = Vorfall bewerten
need-keyword = { "[Notfall]" } fehlt an Tickets
need-provider-review = Bericht des Anbieters
need-task = Aufgabe
need-report = Bericht freigeben
need-customer-reports = Kunden informieren
need-closing = Vorgang schließen
need-review = Prozess-Überprüfung
need-change-answer = Antwort des Teams
need-change = Umsetzung der Änderung
need-change-resumes = Änderung wieder aufnehmen
need-finding = Maßnahme
need-finding-proof = Wirksamkeit nachgewiesen
need-finding-again = Maßnahme wirkt nicht
need-risk-ends = Risiko läuft ab
need-drill = Test durchführen
need-drill-result = Ergebnis des Tests
need-retest = Test wiederholen
need-drill-analysis = Test in Überprüfung analysieren
need-review-periodic = Jährliche Prozess-Überprüfung
need-drill-periodic = Jährlicher Test
need-acknowledgement = Mitteilung zu bestätigen
need-legal-classification = Meldepflicht prüfen
need-legal-first = Erste Meldung an die Behörde
need-legal-notice = Meldung an die Behörde
need-legal-interim = Zwischenmeldung an die Behörde
need-legal-final = Abschlussmeldung an die Behörde
need-credit-claim = Gutschrift geltend machen
need-document-review = Dokument durchsehen
today-open-first = Ersten Eintrag öffnen
today-nothing-next = Heute ist nichts fällig. Nächste Frist: { $when } ({ $number }).
today-notices = { $count ->
    [one] Eine Mitteilung wartet auf Ihre Bestätigung
   *[other] { $count } Mitteilungen warten auf Ihre Bestätigung
}
today-notices-open = Mitteilungen ansehen
