# Prozess-Überprüfungen: Liste, Datensatz, Ablehnungen, Protokoll.
review-phase-planned = geplant
review-phase-prepared = vorbereitet
review-phase-in-progress = in Durchführung
review-phase-decided = entschieden
review-phase-submitted = zur Freigabe
review-phase-approved = freigegeben
review-phase-teams-informed = Teams informiert
review-phase-closed = abgeschlossen
review-phase-cancelled = abgesagt
review-trigger-after-emergency = Nach Notfall
review-trigger-periodic = Regelmäßig
review-trigger-on-demand = Bei Bedarf
review-trigger-after = Nach Notfall { $number }
review-trigger-why = Bei Bedarf: { $why }
review-why-planned-extension = geplante Erweiterung
review-why-deficiency-found = Mangel festgestellt

review-step-notice = Meldung und Ticket
review-step-assessment = Bewertung des Vorfalls
review-step-consultation = Beratung mit dem Bereitstellungsteam
review-step-escalation = Entscheidung über die Eskalation
review-step-regular-solution = Lösung im üblichen Support
review-step-team-formation = Bildung des Notfallteams
review-step-logging = Statusaktualisierungen und [Notfall]
review-step-analysis = Umfang, Auswirkung, Ursache
review-step-provider = Fall beim Anbieter
review-step-recovery = Wiederherstellung nach dem Leitfaden
review-step-user-information = Information der betroffenen Benutzer
review-step-cause-analysis = Ursachenanalyse und Empfehlungen
review-step-customer-reports = Berichte und Service-Gutschriften
review-step-reviews-and-changes = Überprüfung, Änderung, Information der Teams
review-step-tests = Tests nach Aktionsplan

review-judgement-effective = wirksam
review-judgement-partly = teilweise wirksam
review-judgement-not-effective = nicht wirksam
review-judgement-not-exercised = nicht vorgekommen

review-topic-documents = Geprüfte Dokumente mit Fassung
review-topic-changes-inside = Änderungen im Unternehmen
review-topic-changes-outside = Änderungen im Umfeld
review-topic-measurements = Messungen und Audits
review-topic-feedback = Rückmeldungen von Kunden und Teams
review-topic-risk-news = Neues zu Risiken und BIA
review-topic-suitability = Eignung
review-topic-adequacy = Angemessenheit
review-topic-effectiveness = Wirksamkeit
review-topic-resources = Ressourcen
review-topic-updates = Aktualisierung von Geltungsbereich und Plänen
review-topic-measuring = Wie die Wirkung gemessen wird

review-presence-invited = eingeladen
review-presence-present = anwesend
review-presence-excused = entschuldigt
review-presence-absent = abwesend

review-input-emergency = Notfälle
review-input-escalation-declined = Entschieden, nicht zu eskalieren
review-input-downgraded = Zurückgestufte Notfälle
review-input-near-miss = Beinahe-Notfälle
review-input-open-action = Offene Empfehlungen
review-input-open-finding = Offene Feststellungen
review-input-change-done = Umgesetzte Änderungen
review-input-change-refused = Abgelehnte und zurückgegebene Änderungen
review-input-waiting-limit-broken = Wartegrenze für den Anbieter überschritten
review-input-provider-review-missing = Bericht des Anbieters fehlt
review-input-response-late = Reaktionszeit verfehlt
review-input-handling-late = Bearbeitungszeit verfehlt
review-input-repair-late = Voraussichtliche Behebung nicht eingehalten
review-input-update-late = Statusmeldung verspätet
review-input-test-result = Testergebnisse
review-input-earlier-decision = Änderungen aus früheren Überprüfungen
review-input-accepted-risk = Akzeptierte Risiken
review-input-retest-due = Tests, die zu wiederholen sind
review-input-promise-broken = Nicht oder verspätet eingehaltene Fristen

review-mark-new = neu
review-mark-changed = geändert
review-mark-known = bekannt

review-deed-postpone = Verschieben
review-deed-cancel = Absagen
review-deed-assign-lead = Leitung bestimmen
review-deed-invite = Einladen
review-deed-prepare = Vorbereiten
review-deed-refresh = Eingaben nachziehen
review-deed-start = Durchführung beginnen
review-deed-write = Bearbeiten
review-deed-conclude = Beschluss fassen
review-deed-submit = Zur Freigabe vorlegen
review-deed-reject = Zurückweisen
review-deed-approve = Freigeben
review-deed-note-team-informed = Team informiert
review-deed-issue-report = Bericht ausgeben
review-deed-close = Abschließen
review-deed-revise = Neue Fassung
review-deed-drop-revision = Neue Fassung verwerfen
review-deed-take-back = Schritt zurücknehmen

review-gap-step = Urteil zu „{ $step }“
review-gap-item = Entscheidung zu „{ $title }“
review-gap-deficiency = Entscheidung zum Mangel „{ $title }“
review-gap-text = Text zu „{ $topic }“
review-gap-teams = zu informierende Teams
review-gap-next = Termin der nächsten Überprüfung
review-gap-next-too-late = früherer Termin der nächsten Überprüfung, spätestens { $latest }

## Liste
reviews-plan = Prüfung planen
reviews-number = Nummer
reviews-trigger = Anlass
reviews-phase = Stand
reviews-planned = Termin
reviews-due = Fällig
reviews-lead = Leitung
reviews-approved = Freigegeben
reviews-open-items = Offen
reviews-year = Jahr
reviews-filters = Prüfungen filtern
reviews-count = { $count ->
    [one] Eine Prüfung
   *[other] { $count } Prüfungen
}
reviews-empty = Noch ist keine Prozess-Überprüfung festgehalten.
reviews-no-match = Keine Prüfung passt zu diesen Filtern.
reviews-unknown = Die Prüfung { $number } gibt es in dieser Arbeitsmappe nicht.
reviews-to-list = Zu den Prüfungen
reviews-next-title = Als Nächstes fällig
reviews-next-emergency = Nach dem Notfall { $number } ist eine Überprüfung bis { $due } fällig.
reviews-next-periodic = Die letzte Überprüfung wurde am { $base } freigegeben; die nächste ist bis { $due } fällig.
reviews-next-periodic-first = Die regelmäßige Überprüfung ist bis { $due } fällig.
reviews-next-planned = Geplant für { $day }.
reviews-next-never = Mindestens einmal im Jahr wird der Prozess überprüft. Eine erste Überprüfung ist noch nicht geplant.
reviews-next-unruled = Keine Regel setzt eine Frist.
reviews-next-late = seit { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
} überfällig
reviews-late = { $days ->
    [one] ein Tag
   *[other] { $days } Tage
} zu spät
reviews-unreviewed = { $count ->
    [one] Ein Notfall ist zu Ende und hat noch keine Überprüfung.
   *[other] { $count } Notfälle sind zu Ende und haben noch keine Überprüfung.
}

## Planen
review-plan-occasion = Anlass
review-plan-emergency = Notfall
review-plan-emergency-missing = Bitte den Notfall wählen.
review-plan-emergency-none = Jeder Notfall, der zu Ende ist, hat schon eine Überprüfung.
review-plan-periodic-there = { $number } ist schon geplant oder läuft.
review-plan-why = Grund
review-plan-reason = Begründung
review-plan-day = Termin
review-plan-day-hint = Ohne Angabe: der letzte Tag der Frist.
review-plan-day-missing = Bitte einen Termin angeben: Bei Bedarf setzt keine Regel eine Frist.
review-plan-lead = Leitung
review-planned-done = { $number } ist geplant

## Kopf
review-header = Überblick
review-path = Weg der Prüfung
review-planned = Termin
review-due = Fällig bis
review-due-none = keine Frist
review-lead = Leitung
review-period = Zeitraum
review-period-span = { $from } bis { $until }
review-version = Fassung
review-version-reason = Fassung { $version }: { $reason }
review-next-step = Nächster Schritt
review-more = Weitere Schritte
review-tabs = Teile der Prüfung
review-tab-inputs = Eingaben
review-tab-steps = Schritte
review-tab-outcome = Ergebnis
review-tab-people = Beteiligte
review-tab-history = Verlauf
review-to-tab = Zum Teil „{ $tab }“
review-unchanged = Es war nichts zu ändern
review-saved = Gespeichert
review-done-postpone = Verschoben
review-done-cancel = Abgesagt
review-done-assign-lead = Leitung bestimmt
review-done-prepare = Eingaben gesammelt
review-done-refresh = Eingaben nachgezogen
review-done-start = Durchführung begonnen
review-done-conclude = Beschluss gefasst
review-done-submit = Zur Freigabe vorgelegt
review-done-reject = Zurückgewiesen
review-done-approve = Freigegeben
review-done-note-team-informed = Festgehalten: Team informiert
review-done-close = Abgeschlossen
review-done-revise = Neue Fassung begonnen
review-done-drop-revision = Neue Fassung verworfen
review-done-take-back = Schritt zurückgenommen
review-dialog-title = { $deed }: { $number }
review-reason = Begründung
review-new-day = Neuer Termin
review-new-day-duty = Diese Prüfung ist eine Pflicht: Absagen geht nur mit einem neuen Termin bis { $latest }.
review-day-missing = Bitte einen Tag angeben.
review-person-missing = Bitte eine Person wählen.
review-approve-consequence = Danach ändert sich an dieser Fassung nichts mehr; eine Berichtigung wird eine neue Fassung. Die nächste regelmäßige Überprüfung wird geplant.
review-close-consequence = Die Prüfung ist damit erledigt. Eine Berichtigung geht danach nur als neue Fassung.
review-revise-consequence = Die freigegebene Fassung bleibt, wie sie ist. Die neue muss wieder beschlossen und freigegeben werden, und die Teams werden wieder informiert.
review-change-needed = Muss der Prozess geändert werden?
review-change-needed-yes = ja, mit den Änderungsanträgen hier
review-change-needed-no = nein

## Eingaben
review-inputs-none = Die Eingaben werden beim Vorbereiten gesammelt: Notfälle, offene Empfehlungen, gebrochene Zusagen und was sonst seit der letzten Überprüfung geschah.
review-inputs-nothing = In diesem Zeitraum ist nichts geschehen, was hier zu prüfen wäre.
review-inputs-left = { $count ->
    [0] Alles ist entschieden.
    [one] Eine Entscheidung steht aus.
   *[other] { $count } Entscheidungen stehen aus.
}
review-later = nachgezogen am { $when }
review-undecided = noch nicht entschieden
review-no-change = keine Änderung
review-no-change-because = Keine Änderung, weil: { $reason }
review-findings-none = Aus dieser Prüfung ist noch keine Feststellung erfasst.
review-decided-earlier = Zuvor: keine Änderung, weil: { $reason } ({ $name }, { $when })
review-change = Änderungsantrag
review-change-title = Änderungsantrag { $number } „{ $title }“
review-decide = Entscheiden
review-decide-again = Anders entscheiden
review-decide-reopen = Entscheidung zurücknehmen
review-decide-menu = Entscheidung zu „{ $title }“
review-decide-title = Entscheidung: { $title }
review-decide-what = Was folgt daraus?
review-decide-none = Keine Änderung
review-decide-change = Änderungsantrag anlegen
review-decide-because = Weil
review-decide-change-name = Titel des Änderungsantrags
review-decide-wanted = Was soll sich ändern?
review-decide-consequence = Der Antrag wird sofort als Entwurf angelegt. Hier lässt er sich nicht mehr zurücknehmen, nur dort ablehnen oder stornieren.
review-decided-done = Entschieden
review-reopened-done = Entscheidung zurückgenommen
review-fact-at = am { $when }
review-fact-running = lief noch, als gesammelt wurde
review-fact-downtime = Ausfallzeit { $length }
review-fact-recovery = Wiederanlauf nach { $length }
review-fact-rto-met = RTO eingehalten
review-fact-rto-missed = RTO verfehlt
review-fact-rpo-met = RPO eingehalten
review-fact-rpo-missed = RPO verfehlt
review-fact-promised = zugesagt { $length }
review-fact-taken = gebraucht { $length }
review-fact-due = fällig { $when }
review-fact-due-none = ohne Frist
review-fact-overdue = überfällig seit { $when }
review-fact-settled = erledigt { $when }
review-fact-unsettled = noch nicht erledigt
review-fact-count = { $number }-mal
review-fact-owner = verantwortlich: { $name }
review-fact-decider = entschieden von { $name }
review-fact-test-lead = geleitet von { $name }

## Schritte
review-steps-lead = Wie gut trägt jeder Schritt des Prozesses? Ein Urteil braucht seinen Nachweis, außer der Schritt kam nicht vor.
review-steps-judged = { $done } von { $all } beurteilt
review-steps-proof-of = Nachweis zu „{ $step }“
review-steps-save = Urteil speichern
review-steps-clear = Urteil zurücknehmen
review-steps-saved = Urteil gespeichert: { $step }
review-steps-cleared = Urteil zurückgenommen: { $step }
review-steps-closed = Beurteilt wird, während die Prüfung durchgeführt wird.

## Ergebnis
review-missing = Bis zum Beschluss fehlt noch
incident-review = Prozess-Überprüfung
review-unfinished-short = { $count ->
    [one] Bis zum Beschluss fehlt noch eine Angabe; sie steht im Teil „Ergebnis“.
   *[other] Bis zum Beschluss fehlen noch { $count } Angaben; sie stehen im Teil „Ergebnis“.
}
review-missing-none = Alles da. Der Beschluss kann gefasst werden.
review-conclusion = Beschluss
review-conclusion-none = Noch kein Beschluss.
review-conclusion-yes = Der Prozess muss geändert werden.
review-conclusion-no = Der Prozess muss nicht geändert werden.
review-conclusion-by = { $name }, { $when }
review-deficiencies = Mängel
review-deficiencies-none = Kein Mangel festgestellt.
review-deficiency = Mangel
review-deficiency-add = Mangel hinzufügen
review-deficiency-change = Mangel ändern
review-deficiency-drop = Mangel verwerfen
review-deficiency-dropped = Verworfen: { $reason }
review-deficiency-step = Schritt
review-deficiency-menu = Mangel „{ $text }“
review-texts-judgement = Eignung, Angemessenheit, Wirksamkeit
review-texts-rest = Grundlagen und Folgen
review-text-done = Gespeichert: { $name }
review-risks = Akzeptierte Risiken
review-risks-none = Kein Risiko ist akzeptiert.
review-risk = Risiko
review-risk-add = Risiko akzeptieren
review-risk-change = Angaben ändern
review-risk-withdraw = Nicht mehr akzeptieren
review-risk-reason = Warum es akzeptiert wird
review-risk-until = Akzeptiert bis
review-risk-approver = Akzeptiert von
review-risk-line = bis { $until }, akzeptiert von { $name }
review-risk-menu = Risiko „{ $text }“
review-teams = Teams informieren
review-teams-none = Noch nicht festgelegt.
review-teams-nobody = Kein Team ist zu informieren: { $reason }
review-teams-name = Teams festlegen
review-teams-which = Diese Teams werden informiert
review-teams-none-because = Warum kein Team zu informieren ist
review-teams-organisation-none = In der Organisation ist noch kein Team angelegt.
review-teams-informed = informiert { $when }: { $way }
review-teams-open = noch nicht informiert
review-teams-note = Als informiert eintragen
review-teams-way = Auf welchem Weg
review-teams-back = Doch nicht informiert
review-team-gone = (Team entfernt)
review-next = Nächste Überprüfung
review-next-set = Termin setzen
review-next-latest = spätestens { $latest }
review-next-done = Termin der nächsten Überprüfung gesetzt
review-report = Bericht
review-report-see = Bericht ansehen
review-report-line = { $number }, zur Fassung { $version }, freigegeben { $when } von { $name }
review-versions = Freigegebene Fassungen
review-versions-line = Fassung { $version }, freigegeben { $when } von { $name }
review-versions-alone = von derselben Person geleitet, weil sonst niemand teilnimmt

## Beteiligte
review-people-lead-none = Noch niemand leitet diese Prüfung.
review-people-none = Noch niemand ist eingeladen.
review-people-invited = Eingeladen
review-people-person = Person
review-people-capacity = In welcher Eigenschaft
review-people-capacity-hint = Zum Beispiel Geschäftsführung oder deren Vertretung
review-people-presence = Teilnahme von { $name }
review-people-uninvite = { $name } ausladen
review-people-done = Teilnahme festgehalten
review-people-added = Eingeladen
review-people-removed = Ausgeladen
review-history-lead = Alles, was zu dieser Prüfung im Protokoll steht, das Neueste zuerst.
review-history-path = Stationen
palette-kind-review = Prüfung

## Warum etwas nicht geht
error-review-unknown = Diese Prüfung gibt es in dieser Arbeitsmappe nicht. Bitte die Nummer prüfen.
error-review-before = Der Zeitpunkt { $at } liegt vor dem Stand „{ $reviewPhase }“, auf den er folgt. Bitte einen späteren angeben.
error-review-not-in-phase = Das geht im Stand „{ $reviewPhase }“ nicht. Möglich ist es hier: { $reviewAllowed }.
error-review-already-in-phase = Die Prüfung steht schon im Stand „{ $reviewPhase }“.
error-emergency-not-ended = { $number } ist noch nicht beendet. Überprüft wird nach dem Ende; bitte erst den Notfall beenden.
error-no-such-emergency = Diesen Notfall gibt es in dieser Arbeitsmappe nicht. Bitte einen aus der Liste wählen.
error-review-planned-already = Dafür ist { $number } schon geplant oder in Arbeit. Bitte dort weitermachen.
error-planned-day-missing = Keine Regel setzt hier eine Frist. Bitte einen Termin angeben.
error-new-day-missing = Diese Prüfung ist eine Pflicht und lässt sich nur mit einem neuen Termin absagen. Bitte einen angeben.
error-new-day-too-late = Der neue Termin liegt nach dem Ende der Frist. Bitte spätestens { $latest } wählen, oder die Prüfung mit Begründung verschieben.
error-lead-missing = Noch leitet niemand diese Prüfung. Bitte zuerst die Leitung bestimmen.
error-next-too-late = Die nächste Überprüfung muss spätestens { $latest } stattfinden. Bitte einen früheren Tag wählen.
error-day-over = Der { $day } ist vorbei oder heute. Bitte einen späteren Tag wählen.
error-item-has-change = Daraus ist ein Änderungsantrag geworden. Was aus ihm wird, entscheidet sich dort.
error-proof-missing = Zu diesem Urteil fehlt der Nachweis. Bitte sagen, woran es sich zeigt.
error-review-unfinished = Der Beschluss kann noch nicht gefasst werden. Es fehlt: { $reviewGaps }.
error-conclusion-contradicts = { $changes ->
    [0] Der Beschluss verlangt eine Änderung, aber kein Punkt endet in einem Änderungsantrag. Bitte einen anlegen oder „nein“ beschließen.
   *[other] Der Beschluss verlangt keine Änderung, aber es gibt Änderungsanträge aus dieser Prüfung ({ $changes }). Bitte „ja“ beschließen.
}
error-approver-led = Wer eine Prüfung geleitet hat, gibt sie nicht selbst frei. Bitte jemand anderen freigeben lassen.
error-review-report-missing = Der Bericht dieser Fassung ist noch nicht ausgegeben. Bitte ihn erst freigeben und ausgeben; dann lässt sich die Prüfung abschließen.
error-team-not-named = Dieses Team war nicht zu informieren. Bitte die Ansicht neu laden.
error-no-review-step-to-take-back = Es gibt keinen Schritt, der sich zurücknehmen ließe. Nach der Freigabe hilft eine neue Fassung.
error-no-revision = Es gibt keine neue Fassung, die sich verwerfen ließe.
field-deficiency = Mangel

## Protokoll
journal-review-planned = Prüfung geplant
journal-review-postponed = Prüfung verschoben
journal-review-cancelled = Prüfung abgesagt
journal-review-lapsed = Prüfung entfällt: Notfall doch nicht zu Ende
journal-review-planned-again = Prüfung wieder geplant
journal-review-emergency-moved = Ende des Notfalls berichtigt
journal-review-approval-followed = Termin folgt einer Freigabe
journal-review-lead-assigned = Leitung bestimmt
journal-review-invited = Eingeladen
journal-review-uninvited = Ausgeladen
journal-review-presence-noted = Teilnahme festgehalten
journal-review-prepared = Eingaben gesammelt
journal-review-refreshed = Eingaben nachgezogen
journal-review-started = Durchführung begonnen
journal-review-step-judged = Schritt beurteilt
journal-review-stated = Text geändert
journal-review-deficiency-added = Mangel
journal-review-deficiency-dropped = Mangel verworfen
journal-review-item-decided = Entschieden
journal-review-item-reopened = Entscheidung zurückgenommen
journal-review-risk-accepted = Risiko akzeptiert
journal-review-risk-withdrawn = Risiko nicht mehr akzeptiert
journal-review-teams-named = Teams festgelegt
journal-review-next-set = Nächste Überprüfung
journal-review-concluded = Beschluss gefasst
journal-review-submitted = Zur Freigabe vorgelegt
journal-review-rejected = Zurückgewiesen
journal-review-approved = Freigegeben
journal-review-team-informed = Team informiert
journal-review-teams-informed = Alle Teams informiert
journal-review-informed-taken-back = Team doch nicht informiert
journal-review-report-noted = Bericht ausgegeben
journal-review-closed = Abgeschlossen
journal-review-revision-begun = Neue Fassung begonnen
journal-review-revision-dropped = Neue Fassung verworfen
journal-review-step-taken-back = Schritt zurückgenommen
journal-review-inputs = { $count ->
    [0] keine Eingaben
    [one] eine Eingabe
   *[other] { $count } Eingaben
}
journal-review-added = Neu
journal-review-changed = Geändert
journal-review-changes = Änderung nötig
journal-review-alone = Von derselben Person geleitet
