# Der Bericht eines DR-Tests auf Papier.
test-report-kind = Bericht des DR-Tests
test-report-test = Test
test-report-kind-of-test = Art
test-report-duty = Pflicht
test-report-began = Tatsächlicher Beginn
test-report-ended = Tatsächliches Ende
test-report-moved = vorher { $was }; { $name }: { $reason }
test-report-counted-steps = Zählende Schritte
test-report-steps-passed = { $passed } von { $counted } bestanden
test-report-findings = Feststellungen und Verbesserungen
test-report-gap-approval = die Freigabe des Ergebnisses
test-report-plan-version = { $number }, Fassung { $version }
test-report-plan-approval = Freigabe des Plans
test-report-plan-approved = { $name }, { $when }
test-report-plan-unapproved = nicht freigegeben: { $reason }
test-report-objectives-none = Der Aktionsplan nennt kein Übungsziel.
test-report-not-begun = Der Test hat noch nicht begonnen.
test-report-services-none = Der Aktionsplan nennt keinen Dienst, oder der Test hat noch nicht begonnen.
test-report-strip-alternative = Zeitstreifen der Schritte, geplant und tatsächlich. { $steps }
test-report-counted = zählt
test-report-preparation = Vorbereitung
test-report-evidence-line = Nachweis: { $files }
test-report-result-approval = Freigabe des Ergebnisses
test-report-retest = Wiederholung
test-report-retest-none = nicht nötig
test-report-retest-until = Er ist bis { $when } zu wiederholen.
test-report-next = Nächster jährlicher Test bis

## Überschriften
test-report-h-occasion = Anlass, Zeit und Ort
test-report-h-people = Beteiligte
test-report-h-plan = Plan und Ziele
test-report-h-basis = Grundlage
test-report-h-course = Ablauf
test-report-h-steps = Schritte: geplant und tatsächlich
test-report-h-log = Notizen, Mängel und Pausen
test-report-h-result = Ergebnis
test-report-h-after = Folgen und Nachweise
test-report-h-next = Was folgt

## Spalten
test-report-col-rating = Bewertung
test-report-col-actual = Tatsächlich
test-report-col-rto = Wiederanlauf
test-report-col-rpo = Datenverlust
