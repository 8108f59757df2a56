# Aktionspläne: Bildschirm, Tabelle, Kommandozeile und warum ein Auftrag abgelehnt wird.

plan-stage-draft = Entwurf
plan-stage-submitted = Zur Freigabe
plan-stage-rejected = Zurückgewiesen
plan-stage-approved = Freigegeben

drill-kind-document-review = Dokumentenprüfung
drill-kind-table-top = Planbesprechung (Table-Top)
drill-kind-alarm-test = Alarmierungsübung
drill-kind-function-test = Funktionstest
drill-kind-staff-exercise = Stabsübung
drill-kind-simulation = Simulation
drill-kind-full-failover = Vollübung

## Die Tabelle eines Aktionsplans
plan-sheet-about = Plan
plan-sheet-steps = Schritte
plan-sheet-objectives = Ziele
plan-sheet-services = Dienste
plan-sheet-seats = Rollen
plan-column-field = Feld
plan-column-value = Inhalt
plan-column-number = Nr.
plan-column-title = Titel
plan-column-instruction = Anweisung
plan-column-role = Rolle
plan-column-minutes = Dauer (min)
plan-column-minutes-short = Dauer
plan-column-depends-on = Abhängig von
plan-column-counted = Zählt
plan-column-expected = Erwartetes Ergebnis
plan-column-expected-short = Erwartet
plan-column-evidence = Nachweis
plan-column-stop-rule = Abbruchregel
plan-column-stop-rule-short = Stoppregel
plan-column-id = Kennung
plan-column-objective = Übungsziel
plan-column-criterion = Erfolgskriterium
plan-column-service = Dienst
plan-column-rto = RTO (min)
plan-column-rpo = RPO (min)
plan-column-starts-with = Uhr beginnt mit
plan-column-ends-with = Uhr endet mit
plan-column-person = Person
plan-column-deputy = Vertretung
plan-field-title = Titel
plan-field-kind = Art
plan-field-scenario = Szenario
plan-field-background = Lage
plan-field-scope = Umfang
plan-field-limits = Grenzen
plan-field-stop-rules = Abbruchregeln
plan-field-assumptions = Annahmen
plan-field-missing = Angenommen nicht da

## Was in der Datei eines Aktionsplans nicht stimmt
plan-fault-not-a-plan = Das ist weder eine Tabelle (XLSX, XLS, ODS) noch Markdown. { $detail }
plan-fault-no-steps = Die Datei hat keine Schritte: In einer Tabelle stehen sie im Blatt „Schritte“, in Markdown ist jede Überschrift ein Schritt.
plan-fault-person-unknown = Niemand heißt „{ $text }“. Der Platz blieb frei.
plan-fault-service-unknown = Kein Dienst heißt „{ $text }“. Er wurde nicht übernommen.
plan-fault-kind-unknown = Eine Art „{ $text }“ gibt es nicht. Genommen wurde der Funktionstest.
plan-fault-not-minutes = „{ $text }“ ist keine Dauer in Minuten. Sie blieb offen.
plan-fault-not-yes-or-no = „{ $text }“ ist weder ja noch nein. Der Schritt zählt.
plan-fault-dependency-unknown = Einen Schritt „{ $text }“ gibt es nicht. Die Abhängigkeit wurde nicht übernommen.
plan-fault-dependency-ring = Die Schritte { $text } warten aufeinander. Der letzte davon wurde ohne Abhängigkeit übernommen.
plan-fault-number-given = Der Schritt hatte keine eigene Nummer und heißt jetzt { $text }.
plan-fault-title-given = Der Schritt hatte keinen Titel und heißt jetzt „{ $text }“.
plan-fault-not-a-field = Was unter „{ $text }“ steht, kennt ein Aktionsplan nicht; es wurde nicht übernommen.
plan-fault-line = { $place }: { $sentence }

## Die Kommandozeile
cli-plan = Einen Aktionsplan als Tabelle schreiben
cli-plan-file = Die Arbeitsmappe
cli-plan-record = Der Aktionsplan, etwa K-2026-001
cli-plan-out = Die Tabelle (XLSX)
cli-plan-version = Welche Fassung; ohne Angabe die freigegebene, sonst die jüngste
cli-plan-language = Sprache der Überschriften: de oder en
cli-import-plan = Die Dateien sind Aktionspläne: Tabellen (XLSX, XLS, ODS) oder Markdown, in dem jede Überschrift ein Schritt ist
cli-import-into = Der Aktionsplan, dessen offene Fassung den Inhalt bekommt; ohne Angabe entsteht ein neuer
plan-written = { $number }, Fassung { $version }: { $path }
plan-taken = { $number } „{ $title }“: { $steps ->
    [one] ein Schritt
   *[other] { $steps } Schritte
} übernommen
plan-would = „{ $title }“: { $steps ->
    [one] ein Schritt
   *[other] { $steps } Schritte
} gelesen, nichts geschrieben

## Warum ein Auftrag abgelehnt wird
error-plan-unknown = Diesen Aktionsplan gibt es in dieser Arbeitsmappe nicht. Bitte die Nummer prüfen.
error-plan-version-unknown = Eine Fassung { $version } hat dieser Aktionsplan nicht. Bitte die Ansicht neu laden.
error-step-number-taken = Die Nummer { $number } trägt schon ein anderer Schritt. Bitte eine andere wählen.
error-step-twice = Schritt { $number } steht zweimal da. Bitte einen der beiden entfernen.
error-step-unknown = Diesen Schritt gibt es nicht mehr. Bitte die Ansicht neu laden.
error-dependency-unknown = Schritt { $step } hängt von einem Schritt ab, den es nicht gibt ({ $needs }). Bitte die Abhängigkeit entfernen.
error-dependency-ring = Die Schritte { $steps } warten aufeinander, keiner könnte beginnen. Bitte eine der Abhängigkeiten entfernen.
error-step-needed = Schritt { $step } lässt sich nicht entfernen: Davon hängen ab: { $steps }. Bitte zuerst diese Abhängigkeiten lösen.
error-plan-incomplete = Der Aktionsplan kann noch nicht zur Freigabe. Es fehlt: { $planGaps }.
error-version-not-open = Fassung { $version } steht auf „{ $planStage }“, darin wird nicht mehr geschrieben. Für Änderungen bitte eine neue Fassung beginnen oder die Freigabe zurückweisen lassen.
error-version-not-submitted = Fassung { $version } steht auf „{ $planStage }“ und nicht zur Freigabe. Bitte die Ansicht neu laden.
error-version-still-open = Fassung { $version } ist noch nicht freigegeben. Bitte in ihr weiterschreiben.
error-author-may-not-approve = Wer an einer Fassung geschrieben oder sie eingereicht hat, gibt sie nicht frei. Bitte jemand anderen darum bitten.
error-plan-retired = Dieser Aktionsplan ist stillgelegt. Zum Ändern oder Ansetzen bitte erst wieder aufnehmen.
error-plan-not-retired = Dieser Aktionsplan ist in Gebrauch. Es ist nichts zu tun.
plan-gap-scenario = das Szenario
plan-gap-steps = die Schritte
plan-gap-counted-step = ein Schritt, der zählt
plan-gap-objectives = ein Übungsziel
plan-gap-criterion = das Erfolgskriterium zu „{ $text }“
plan-gap-expected = das erwartete Ergebnis von Schritt { $step }
plan-gap-role-without-person = wer die Rolle „{ $role }“ hat

## Das Protokoll
journal-plan-opened = Aktionsplan angelegt
journal-plan-described = Aktionsplan beschrieben
journal-plan-step-put = Schritt geschrieben
journal-plan-step-moved = Schritt verschoben
journal-plan-step-removed = Schritt entfernt
journal-plan-taken-over = Inhalt einer Datei übernommen
journal-plan-submitted = Aktionsplan zur Freigabe gegeben
journal-plan-approved = Aktionsplan freigegeben
journal-plan-rejected = Aktionsplan zurückgewiesen
journal-plan-version-begun = Neue Fassung begonnen
journal-plan-retired = Aktionsplan stillgelegt
journal-plan-reinstated = Aktionsplan wieder aufgenommen

## Bildschirm: Aktionspläne
plans-count = { $count ->
     [one] 1 Aktionsplan
    *[other] { $count } Aktionspläne
}
plans-none = Noch gibt es keinen Aktionsplan.
plans-none-hint = Ein Aktionsplan sagt Schritt für Schritt, wie ein Test abläuft. Er lässt sich anlegen oder aus einer Tabelle oder Markdown übernehmen.
plans-no-match = Kein Aktionsplan passt zu diesen Filtern.
plan-search = Aktionspläne durchsuchen
plan-stage = Stand
plan-show-retired = Auch stillgelegte
plan-new = Aktionsplan anlegen
plan-open = Anlegen
plan-title-missing = Der Titel fehlt.
plan-scenario-hint = In wenigen Worten, etwa „Region West Europe fällt aus“. Tests desselben Szenarios werden daran erkannt.
plan-background-hint = Schwer, aber glaubhaft; mit Bezug zu Risiko und BIA (Markdown)
plan-version = Fassung
plan-version-number = Fassung { $version }
plan-version-choice = Fassung { $version } · { $stage }
plan-version-old = Das ist eine frühere Fassung. Geschrieben wird in Fassung { $version }.
plan-approved = Freigegeben
plan-changed = Geändert
plan-length = Dauer
plan-retired = Stillgelegt
plan-tabs = Teile des Aktionsplans
plan-tab-steps = Schritte
plan-tab-about = Inhalt
plan-tab-difference = Unterschiede
plan-tab-history = Verlauf
plan-tab-tests = Tests
plan-more = Weiteres
plan-gaps = Vor der Freigabe fehlt noch: { $gaps }.
plan-submit = Zur Freigabe geben
plan-submitted = Fassung { $version } zur Freigabe gegeben
plan-approve = Freigeben
plan-approve-title = { $number }, Fassung { $version } freigeben?
plan-approve-consequence = Eine freigegebene Fassung ändert sich nicht mehr; Änderungen brauchen eine neue.
plan-approved-done = Fassung { $version } freigegeben
plan-reject = Zurückweisen
plan-reject-title = { $number } zurückweisen
plan-rejected-because = Zurückgewiesen
plan-begin-version = Neue Fassung
plan-begin-version-title = Neue Fassung von { $number }
plan-retire = Stilllegen
plan-retire-title = { $number } stilllegen
plan-reinstate = Wieder aufnehmen
plan-reinstate-title = { $number } wieder aufnehmen
plan-export = Als Tabelle sichern
plan-import = Aus Datei übernehmen
plan-import-here = In diese Fassung übernehmen
plan-import-into = In { $number } übernehmen
plan-import-hint = Tabellen (XLSX, XLS, ODS), wie Lotse sie schreibt, oder Markdown, in dem jede Überschrift ein Schritt ist.
plan-import-replaces = Der Inhalt der offenen Fassung wird ersetzt. Was vorher dort stand, bleibt im Protokoll.
plan-import-read = „{ $title }“: { $steps ->
     [one] ein Schritt
    *[other] { $steps } Schritte
}, { $problems ->
     [0] alles gelesen
     [one] eine Stelle nicht wie geschrieben
    *[other] { $problems } Stellen nicht wie geschrieben
}
plan-import-nothing = Erst eine Datei mit Schritten wählen.
plan-import-take = Übernehmen
plan-import-done = „{ $title }“ übernommen
plan-step = Schritt
plan-step-add = Schritt hinzufügen
plan-step-edit = Bearbeiten
plan-step-up = Nach oben
plan-step-down = Nach unten
plan-step-remove = Entfernen
plan-step-moved = Schritt verschoben
plan-step-removed = Schritt { $number } entfernt
plan-step-saved = Schritt { $number } gespeichert
plan-step-title = Schritt { $number }
plan-step-choose = Erst einen Schritt wählen.
plan-difference-added = Neu
plan-difference-removed = Entfernt
plan-difference-changed = Geändert
plan-no-steps = Noch hat der Plan keine Schritte.
plan-no-steps-hint = Jeder Schritt hängt zunächst vom vorigen ab; was gleichzeitig laufen darf, braucht keine Abhängigkeit.
plan-steps-sum = { $count ->
     [one] 1 Schritt
    *[other] { $count } Schritte
}, davon { $counted } gezählt · { $length }
plan-preparation = Vorbereitung
plan-counted = Zählt für das Ergebnis
plan-counted-hint = Ohne Haken ist der Schritt Vorbereitung.
plan-number-missing = Die Nummer fehlt.
plan-instruction-hint = Markdown
plan-deeds = Aktionen zu { $name }
plan-change = Ändern
plan-remove = Entfernen
plan-removed = Entfernt
plan-subject = Gegenstand
plan-describe = Inhalt ändern
plan-described = Gespeichert
plan-objective = Übungsziel
plan-objective-add = Ziel hinzufügen
plan-objective-missing = Das Ziel fehlt.
plan-objectives-none = Noch kein Übungsziel. Ohne Ziel mit Erfolgskriterium geht der Plan nicht zur Freigabe.
plan-criterion-missing = Erfolgskriterium fehlt
plan-criterion-hint = Woran man sieht, dass das Ziel erreicht ist
plan-service = Dienst mit Uhr
plan-service-add = Dienst hinzufügen
plan-service-missing = Es fehlt, um welchen Dienst es geht.
plan-services-none = Kein Dienst wird gemessen.
plan-service-says = RTO { $rto } · RPO { $rpo } · von „{ $starts }“ bis „{ $ends }“
plan-starts-hint = Das Ereignis, mit dem der Ausfall beginnt
plan-ends-hint = Das Ereignis, mit dem der Dienst wieder läuft
plan-seat = Rolle
plan-seat-add = Rolle hinzufügen
plan-seats-none = Noch keine Rolle. Wer in den Schritten genannt wird, steht hier mit Person und Vertretung.
plan-seat-says = { $person }, Vertretung { $deputy }
plan-role-missing = Die Rolle fehlt.
plan-no-tests = Nach diesem Plan wurde noch nicht getestet.
plan-first-version = Das ist die erste Fassung; es gibt nichts zu vergleichen.
plan-same = Beide Fassungen sagen dasselbe.
plan-compare-with = Vergleichen mit
plan-before = Fassung { $version }
plan-after = Fassung { $version } jetzt
plan-place = Platz
plan-place-before = an anderer Stelle
plan-place-after = hierher verschoben
plan-depends-count = { $count ->
     [0] von keinem Schritt
     [one] von einem Schritt
    *[other] von { $count } Schritten
}
plan-about-title = Titel
plan-about-kind = Art
plan-about-scenario = Szenario
plan-about-background = Lage
plan-about-scope = Umfang
plan-about-limits = Grenzen
plan-about-stop-rules = Abbruchregeln
plan-about-assumptions = Annahmen
plan-about-missing = Angenommen nicht da
plan-about-services = Dienste
plan-about-objectives = Übungsziele
plan-about-seats = Rollen
