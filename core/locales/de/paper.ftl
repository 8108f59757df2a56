# Papiere über die ganze Arbeitsmappe: Heute und das Register, am Bildschirm und im Druck.
paper-preview-today = Heute als PDF
paper-preview-register = Register als PDF
paper-file-today = Heute
paper-file-register = Register

## Rahmen
paper-asked-by = Angefordert von
paper-sealed = Gesetzt aus dem Protokoll bis Ereignis { $seq }; dessen Nummer und Hash stehen am Fuß jeder Seite. Alle Zeiten in { $zone }, wenn nichts anderes dabeisteht.

## Heute
paper-register = Register
paper-register-counts = { $incidents ->
    [one] Ein Vorfall
   *[other] { $incidents } Vorfälle
}, davon { $emergencies ->
    [one] ein Notfall
   *[other] { $emergencies } Notfälle
}
paper-promise = { $kind }: { $when }
paper-owner = Verantwortlich: { $person }
paper-undated = ohne Frist
paper-col-promises = Notfall und Zusagen
paper-col-since = Seit
paper-col-need = Was ansteht
paper-col-about = Worum es geht
paper-col-changed = Zuletzt geändert

## Register
paper-register-title = Register der Vorfälle und Notfälle
paper-count = Anzahl
paper-cut = Gedruckt sind die ersten { $shown } von { $total } Einträgen
paper-period-all = ohne Einschränkung
paper-period-both = { $from } bis { $until }
paper-period-from = ab { $from }
paper-period-until = bis { $until }
paper-period-before = vor { $when }
paper-filter-none = keine, alle Einträge
paper-filter-search = Suchwörter
paper-filter-outside-kind = Art in der Herkunft
paper-filter-data = Daten
paper-filter-withdrawn = mitgezählt
paper-service-unknown = unbekannter Dienst
paper-sorted = Reihenfolge
paper-sorted-by = { $by }, { $way }
paper-ascending = aufsteigend
paper-descending = absteigend

## Schritte eines Aktionsplans oder eines Tests, zum Ausfüllen
steps-unapproved = Diese Fassung ist nicht freigegeben.
steps-how = Zum Ausfüllen von Hand, wenn Lotse nicht erreichbar ist. Danach wird jeder Schritt unter seinem Code nachgetragen: beim Test unter „Vom Blatt eintragen“ oder mit „lotse enter“. Steht ein Schritt in einer späteren Fassung unter anderer Nummer, gilt der Code weiter.
steps-about = Worum es geht
steps-test = Test Nr.
steps-lead = Wer führt
steps-begun = Test begonnen (Tag, Uhrzeit, Zeitzone)
steps-ended = Test beendet (Tag, Uhrzeit)
steps-guide = Leitfaden und Fassung
steps-reached = Wie erreicht
steps-present = Anwesend
steps-clocks = Uhren der Dienste
steps-clocks-how = Je Dienst: wann seine Uhr begann und endete, und von wann die Daten sind, die wiederkamen.
steps-objectives = RTO { $rto }, RPO { $rpo }
steps-clock-begins = Beginn
steps-clock-ends = Ende
steps-data-point = Stand der Daten
steps-planned = geplant { $minutes } min, von { $from } bis { $until } h
steps-unplanned = Dauer nicht geplant
steps-after = nach Schritt { $steps }
steps-counted = zählt
steps-preparation = Vorbereitung
steps-code = Code
steps-step-begun = Begonnen
steps-step-ended = Beendet
steps-who = Wer
steps-note = Bemerkung, Abweichung oder Grund
paper-preview-plan = Schritte des Aktionsplans als PDF
paper-preview-steps = Schritte des Tests als PDF
paper-file-steps = { $record }-Schritte

## Übergabezettel eines Änderungsantrags
slip-title = Übergabezettel: { $title }
slip-name-of-paper = Übergabezettel
slip-priority = Priorität { $priority }
slip-affected = Betroffene Dienste und Systeme
slip-number = Antrag Nr.
slip-to = An
slip-from = Delegiert von
slip-nobody = noch nicht delegiert
slip-emergency = Die Umsetzung darf vor der Genehmigung beginnen.
slip-package = Kennung des Pakets
slip-answer = Antwort des Teams
slip-how = Bitte ausfüllen und zurückgeben. Eingetragen wird unter dem Code: „Vom Zettel eintragen“ oder „lotse answer“.
slip-answer-accepted = Angenommen zum Termin
slip-answer-other-day = Anderer Termin
slip-answer-refused = Zurückgegeben
slip-code = Code
slip-day = Anderer Termin
slip-reason = Grund, wenn anderer Termin oder zurückgegeben
slip-name = Name
slip-date = Datum
slip-signature = Unterschrift
paper-preview-slip = Übergabezettel als PDF
paper-file-slip = { $record }-Zettel

## Eine Mitteilung auf Papier
notice-paper-number = Mitteilung
notice-paper-acknowledged = Bestätigt
notice-paper-mail = Mail
notice-paper-list = Zum Unterschreiben
notice-paper-sign = Mit meiner Unterschrift bestätige ich, dass ich die Mitteilung { $number }, Fassung { $version }, gelesen habe.
notice-paper-read = Gelesen am (Tag, Uhrzeit)
paper-preview-notice = Mitteilung als PDF

## Ein Änderungsantrag auf Papier
change-paper-asked-by = Beantragt von
change-paper-decided-there = Darüber entscheidet die andere Arbeitsmappe.
change-paper-not-approved = Die Umsetzung begann vor der Genehmigung und ist bisher nicht genehmigt.
change-paper-approved-afterwards = Die Umsetzung begann vor der Genehmigung; nachträglich genehmigt von { $person }, { $when }.
change-paper-borne-by = Akzeptiert von
change-paper-why-kept = Warum sie nichts änderte
change-paper-due-first = Ursprünglich fällig
change-paper-due-now = Jetzt fällig
change-paper-moves = Was den Termin gesetzt oder verschoben hat
change-paper-col-what = Wodurch
change-paper-col-day = Termin
change-paper-checked-by = Geprüft von
change-paper-col-on = Tag
change-paper-col-recorded = Festgehalten
change-paper-follows = Dokumente, Teams und Mitteilungen
change-paper-untold = Noch keine Mitteilung dazu.
paper-preview-change = Änderungsantrag als PDF

## Eine Feststellung auf Papier
finding-paper-moves-none = Kein Termin wurde verschoben.
finding-paper-risk-none = Kein Risiko wird getragen.
finding-paper-setbacks-none = Nichts warf die Maßnahme zurück.
finding-paper-setback = Was geschah
finding-paper-until-then = Bis dahin gemeldet
paper-preview-finding = Feststellung als PDF
