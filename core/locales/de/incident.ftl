# Der Vorgang: ein Vorfall oder Notfall mit allem, was zu ihm gehört.

## Kopf und Reiter
incident-header = Stand des Vorgangs
incident-tabs = Teile des Vorgangs
incident-tab-course = Verlauf
incident-tab-flow = Ablauf
incident-tab-situation = Lage
incident-tab-team = Team
incident-tab-provider = Anbieter
incident-tab-recovery = Wiederherstellung
incident-tab-messages = Nachrichten
incident-tab-tickets = Tickets
incident-tab-afterwork = Nachbereitung
incident-tab-evidence = Nachweise
incident-tab-history = Historie
incident-to-tab = Zu „{ $tab }“
incident-next = Nächster Schritt
incident-more-steps = Weitere Schritte
incident-rate = Schweregrad
incident-rate-none = Nicht bewertet
incident-rated = Schweregrad geändert
incident-retitle = Titel ändern
incident-retitled = Titel geändert
incident-sla = SLA-Level
incident-sla-choose = SLA-Level wählen
incident-sla-none = Kein SLA-Level
incident-sla-set = SLA-Level geändert
incident-response = Reaktion
incident-handling = Bearbeitung
incident-kept = eingehalten
incident-not-kept = nicht eingehalten
incident-cannot-say = noch nicht zu sagen
incident-unchanged = Das stand schon so da; geändert wurde nichts.
incident-undone = rückgängig gemacht
incident-withdrawn = Dieser Vorgang ist aus dem Register genommen. Er bleibt lesbar; wieder aufnehmen lässt er sich über „Wieder aufnehmen“.
incident-properties = Eigenschaften
incident-services = Betroffene Dienste
incident-measured = Gemessen
incident-recorded = Erfasst
incident-recorded-by = { $when } von { $person }
incident-changed = Zuletzt geändert
incident-events = Ereignisse
incident-rule = Notfall nach der Regel: { $rule }
incident-history-lead = Alles, was das Protokoll zu diesem Vorgang enthält. Kein Eintrag wird je geändert; Berichtigungen sind neue Einträge.

## Verlauf
incident-entry-new = Neuer Eintrag
incident-entry-placeholder = Was ist passiert?
incident-entry-text = Text
incident-entry-kind = Art
incident-entry-at = Wann
incident-entry-now = Leer heißt jetzt.
incident-entry-add = Eintrag hinzufügen
incident-entry-done = Eintrag hinzugefügt
incident-entry-menu = Was sich damit tun lässt
incident-entry-correct = Berichtigen
incident-entry-correct-title = Eintrag berichtigen
incident-entry-correct-hint = Der alte Text bleibt durchgestrichen sichtbar.
incident-entry-corrected = Eintrag berichtigt
incident-entry-withdraw = Zurückziehen
incident-entry-withdraw-title = Eintrag zurückziehen
incident-entry-withdraw-hint = Der Eintrag bleibt durchgestrichen sichtbar, mit dem Grund.
incident-entry-withdrawn = Zurückgezogen: { $reason }
incident-entry-withdrawn-done = Eintrag zurückgezogen
incident-entry-reinstate = Wieder gelten lassen
incident-entry-reinstated = Der Eintrag gilt wieder
incident-entry-late = nachgetragen { $when }
incident-entry-was = Vorher:
incident-entry-count = { $count ->
    [one] Ein Eintrag
   *[other] { $count } Einträge
}
incident-oldest-first = Älteste zuerst
incident-more-entries = { $count ->
    [one] Einen weiteren zeigen
   *[other] Weitere zeigen (noch { $count })
}
incident-no-entries = Noch keine Einträge. Der erste schreibt sich oben.
incident-no-match = Zu dieser Auswahl gibt es keine Einträge.

## Ablauf
flow-title = Der veröffentlichte Prozess und der Weg dieses Vorgangs
flow-summary = Flussdiagramm des Prozesses. Der Vorgang steht bei: { $phase }. Der Weg steht darunter als Liste.
flow-way = Der Weg dieses Vorgangs
flow-lasts = seit { $length }
flow-lasts-unknown = dauert an
flow-lane-incident = Vorfallsteam
flow-lane-disaster = Notfallteam
flow-lane-afterwards = Nach dem Notfall
flow-emergency = Notfall?
flow-provider = Liegt es am Anbieter?
flow-consultation = Beratung mit Bereitstellungsteam
flow-yes = ja
flow-no = nein

## Schritte des Prozesses
step-start-assessment = Bewertung beginnen
step-consult-deployment-team = Bereitstellungsteam hinzuziehen
step-propose-escalation = Eskalation beantragen
step-decline-escalation = Eskalation ablehnen
step-solve-by-support = Regulär lösen
step-declare-emergency = Notfall erklären
step-assign-role = Rolle besetzen
step-form-team = Notfallteam bilden
step-complete-analysis = Analyse abschließen
step-decide-to-wait = Auf den Anbieter warten
step-decide-to-recover = Selbst wiederherstellen
step-start-recovery = Wiederherstellung beginnen
step-mark-running = Wieder angelaufen
step-mark-restored = Vollständig wiederhergestellt
step-record-relapse = Rückfall eintragen
step-end-emergency = Notfall beenden
step-downgrade = Zurückstufen
step-start-follow-up = Nachbereitung beginnen
step-issue-report = Bericht freigeben
step-record-customer-reports = Kunden informiert
step-close = Abschließen
step-reopen = Wieder öffnen
step-withdraw = Aus dem Register nehmen
step-reinstate = Wieder aufnehmen
take-back = Schritt zurücknehmen …
take-back-newest = Neuester Schritt: { $step }, erfasst { $when } durch { $person }
take-back-title = „{ $step }“ zurücknehmen: { $number }
take-back-hint = Erfasst { $when } durch { $person }. Danach steht der Vorgang wieder im Stand „{ $phase }“; der Schritt bleibt mit der Begründung in der Chronologie stehen.
take-back-cleared = Nicht mehr erfasst ist dann: { $moments }. Dauern daraus werden „nicht erfasst“, und Uhren laufen weiter.
take-back-restored = Wieder gilt dann: { $moments }.
take-back-deed-hint = Der Eintrag bleibt durchgestrichen und mit der Begründung in der Chronologie stehen; sonst gilt wieder, was vorher galt.
take-back-deed = „{ $deed }“ zurücknehmen …
take-back-menu = Mehr zu „{ $deed }“, { $about }
take-back-verb = Zurücknehmen
take-back-done = Zurückgenommen: { $step }
step-title = { $what }: { $number }
step-done = Eingetragen: { $what }
step-at = Wann
step-at-missing = Es fehlt, wann das war. „jetzt“ genügt.
step-person-missing = Es fehlt, wer.
step-text-missing = Es fehlt: { $what }.
step-reason = Begründung
step-solved-reason = Warum kein Notfall, und wie gelöst
step-relapse-reason = Was wieder ausgefallen ist
step-advice = Rat des Bereitstellungsteams
step-asked = Wer wurde gefragt
step-decider = Entschieden von
step-approver = Genehmigt von
step-ended-by = Entwarnung durch
step-consulted = Vorher gefragt wurden
step-unconsulted = Warum wurde niemand befragt?
step-unconsulted-missing = Bitte angeben, wer befragt wurde, oder warum niemand.
step-guide = Wiederherstellungsleitfaden
step-guide-hint = Leer heißt: Für diesen Fall gab es keinen Leitfaden.
step-guide-version = Fassung des Leitfadens
step-reports = Berichte an betroffene Benutzer
step-reports-note = Wie versandt, oder warum niemand betroffen war
step-restored-at = Vollständig wiederhergestellt: { $when }
step-end-consequence = Mit der Entwarnung endet der Notfall; danach beginnt die Nachbereitung. Ein Rückfall lässt sich noch eintragen.
step-close-consequence = Ein abgeschlossener Vorgang lässt sich nicht mehr ändern, nur mit Begründung wieder öffnen.
step-downgrade-consequence = Der Notfall wird zum gewöhnlichen Vorfall zurückgestuft. Dass er erklärt war, bleibt im Protokoll.
step-withdraw-consequence = Der Vorgang verschwindet aus Listen und Zahlen. Im Protokoll bleibt er stehen und lässt sich wieder aufnehmen.

## Texte des Vorgangs
fact-state = Eintragen
fact-change = Ändern
fact-done = { $name } gespeichert
fact-before = { $count ->
    [one] Eine frühere Fassung
   *[other] { $count } frühere Fassungen
}

## Lage
situation-analysis = Umfang, Auswirkung und Ursache
situation-figures = Auswirkung in Zahlen
situation-milestones = Zeitpunkte
situation-durations = Gemessene Dauern
situation-more = Weiteres zur Lage
impact-components = Betroffene Komponenten
impact-regions = Regionen
impact-tenants = Betroffene Mandanten
impact-users = Anteil betroffener Benutzer
impact-data-loss = Tatsächlicher Datenverlust (RPA)
impact-data-loss-hint = 0, wenn nichts verloren ging; leer, solange es niemand weiß.
impact-list-hint = Mehrere durch Komma getrennt.
impact-done = Auswirkung gespeichert
objectives = Ziele der betroffenen Dienste
objective-rto = RTO (Ziel)
objective-rta = RTA (gemessen)
objective-rpo = RPO (Ziel)
objective-rpa = RPA (gemessen)
objective-none = kein Ziel
objective-so-far = bisher { $length }
objective-over = Ziel überschritten
objective-left = noch { $length }
objective-legend = Balken: vergangene Zeit bis zum Wiederanlauf. Strich: Ziel.
objective-empty = Kein betroffener Dienst ist eingetragen. Sie stehen unter „Auswirkung in Zahlen“.
milestones-name = Zeitpunkt
milestones-when = Wann
milestones-move = Verschieben
milestones-set = Setzen
milestones-move-title = „{ $name }“ verschieben
milestones-set-title = „{ $name }“ setzen
milestones-now = Bisher: { $when }
milestones-take-back = Zeitpunkt entfernen
milestones-changes = Was sich dadurch ändert
milestones-changes-none-yet = Sobald der Zeitpunkt sich ändert, steht hier, welche Dauern und Uhren folgen.
milestones-changes-nothing = Keine Dauer und keine Uhr ändert sich.
milestones-before = Vorher
milestones-after = Nachher
milestones-done = „{ $name }“ gespeichert
durations-name = Dauer
durations-length = Länge
durations-from = Von
durations-to = Bis
durations-backwards = Ende vor Beginn

## Team
team-role = Rolle
team-person = Person
team-deputy = Stellvertretung
team-since = Seit
team-empty = nicht besetzt
team-assign = Besetzen
team-release = Abgeben
team-release-title = Rolle abgeben: { $role }, { $person }
team-release-label = An wen und mit welchem Stand
team-released = { $person } hat { $role } abgegeben
team-add = Weitere Person
team-handover = Übergeben
team-assign-title = Rolle im Notfallteam besetzen
team-handover-title = { $role } übergeben
team-handover-text = Was wurde übergeben
team-held-by = Bisher: { $person }
team-assigned = { $role }: { $person }
team-before = Frühere Besetzungen
team-span = { $from } bis { $until }
team-consultations = Rat des Bereitstellungsteams
team-no-consultations = Das Bereitstellungsteam wurde noch nicht hinzugezogen.
team-decisions = Entscheidungen
team-no-decisions = Noch ist nichts entschieden.
team-consulted = Vorher gefragt: { $people }

## Anbieter
provider-case = Fall beim Anbieter
provider-name = Anbieter
provider-fault = Verantwortung
provider-reason = Grund der Beurteilung
provider-decided = Beurteilt durch
provider-state = Stand des Falls
provider-advance = Stand ändern
provider-state-title = Wie steht der Fall beim Anbieter?
provider-state-text = Was der Anbieter mitteilt
provider-state-done = Stand des Falls gespeichert
provider-no-review-reason = Warum kein Bericht kommt
provider-review-never = Kein Bericht, festgestellt { $when }
provider-limit-reason = Warum sich die Grenze ändert
provider-tracking = Service-Health-Kennungen
provider-tracking-hint = Mehrere durch Komma oder Leerzeichen getrennt.
provider-tickets = Tickets beim Anbieter
provider-judge = Beurteilen
provider-judge-title = Ist der Anbieter verantwortlich?
provider-judged-done = Beurteilung gespeichert
provider-contact = Kontakt eintragen
provider-contacted-done = Kontakt zum Anbieter eingetragen
provider-checks = Prüfungen des Fortschritts
provider-nothing-new = Geprüft, nichts Neues
provider-checked-done = Prüfung eingetragen
provider-news = Neues eintragen
provider-news-label = Was ist neu beim Anbieter
provider-news-verb = Eintragen
provider-no-checks = Der Fortschritt des Anbieters wurde noch nicht geprüft.
provider-wait = Warten oder selbst wiederherstellen
provider-limit = Wir warten höchstens bis { $when }.
provider-no-limit = Es ist keine Wartegrenze vereinbart.
provider-limit-set = Wartegrenze setzen
provider-limit-change = Wartegrenze ändern
provider-limit-hint = Ist sie erreicht, steht die Entscheidung an, selbst wiederherzustellen.
provider-limit-until = Warten bis
provider-limit-empty = Leer nimmt die Grenze weg. Zum Beispiel: 11:30, +45m.
provider-limit-done = Wartegrenze gespeichert
provider-review-receive = Bericht eintragen
provider-review-label = Was der Bericht sagt
provider-review-received = Erhalten { $when }
provider-review-due = Erwartet bis { $when }
provider-review-none = Wird erst erwartet, wenn der Anbieter verantwortlich ist und die Störung behoben hat.

## Wiederherstellung
recovery-moments = Wieder da
recovery-two-moments = Wiederanlauf heißt: Es läuft wieder, vielleicht eingeschränkt. Wiederherstellung heißt: Alles läuft wie zuvor. Beides wird gemessen.
recovery-guide = Wiederherstellungsleitfaden
recovery-version = Fassung { $version }
recovery-no-guide = Für diesen Fall gab es keinen Leitfaden.
recovery-no-steps = Noch ist kein Schritt eingetragen.
recovery-step = Schritt
recovery-step-hint = Nummer und Titel, wie sie im Leitfaden stehen.
recovery-step-record = Schritt eintragen
recovery-step-done = Schritt eingetragen
recovery-result = Ergebnis
recovery-deviation = Abweichung
recovery-when = Wann

## Nachrichten an Benutzer
messages-new = Neue Nachricht
messages-change = Nachricht ändern
messages-audience = An
messages-channel = Weg
messages-status = Stand
messages-eta = Voraussichtliche Behebung
messages-over = Dieser Zeitpunkt ist schon vorbei.
messages-next = Nächste Nachricht bis
messages-text-missing = Es fehlt der Text. Eine der beiden Sprachen genügt.
messages-save = Entwurf speichern
messages-drafted = Entwurf gespeichert
messages-release = Freigeben
messages-release-title = Nachricht freigeben: { $audience }?
messages-release-consequence = Danach lässt sich der Text nicht mehr ändern. Versandt wird auf dem üblichen Weg; hier wird eingetragen, wann.
messages-released = Nachricht freigegeben
messages-released-by = freigegeben von { $person }
messages-discard = Verwerfen
messages-discard-title = Entwurf verwerfen?
messages-discard-consequence = Der Entwurf verschwindet aus dieser Liste; im Protokoll bleibt er stehen.
messages-discarded = Entwurf verworfen
messages-sent = Als versandt eintragen
messages-sent-at = Versandt
messages-sent-hint = Ab diesem Zeitpunkt zählen die Zusagen der Nachricht.
messages-sent-done = Versand eingetragen
messages-failed = Versand fehlgeschlagen
messages-failed-verb = Eintragen
messages-failed-done = Fehlschlag eingetragen
messages-none = Noch wurde niemand benachrichtigt.
messages-promises = Zusagen und ihre Einhaltung
messages-promise = Zusage
messages-due = Zugesagt
messages-settled = Eingelöst
messages-outcome = Ergebnis
messages-open = offen
messages-no-promises = Noch wurde nichts zugesagt.

## Tickets
tickets-system = System
tickets-number = Ticketnummer
tickets-subject = Betreff
tickets-link = Link
tickets-link-wrong = Ein Link beginnt mit https:// oder http://.
tickets-opened = Eröffnet
tickets-carries = Das Ticket trägt das Schlüsselwort { "[Notfall]" }
tickets-carried = vorhanden
tickets-not-carried = fehlt
tickets-add = Ticket hinzufügen
tickets-change = Ticket { $number } ändern
tickets-saved = Ticket gespeichert
tickets-menu = Ticket { $number }
tickets-mark = { "[Notfall]" } ist gesetzt
tickets-unmark = { "[Notfall]" } fehlt doch
tickets-mark-all = Alle als gesetzt eintragen
tickets-marked = Schlüsselwort eingetragen
tickets-remove = Entfernen
tickets-remove-title = Ticket { $number } entfernen
tickets-removed = Ticket entfernt
tickets-missing = { $count ->
    [one] { "[Notfall]" } fehlt an einem Ticket
   *[other] { "[Notfall]" } fehlt an { $count } Tickets
}
tickets-missing-hint = Der Prozess verlangt das Schlüsselwort an jedem Ticket des Notfalls.
tickets-copy = Liste für den Support kopieren
tickets-copied = { $count ->
    [one] Ein Ticket kopiert
   *[other] { $count } Tickets kopiert
}
tickets-list-head = Bitte das Schlüsselwort { "[Notfall]" } setzen ({ $number }, { $title }):
tickets-none = Noch kein Ticket. Jeder Vorfall wird mit mindestens einem Support-Ticket verfolgt.

## Nachbereitung
afterwork-missing = Was noch fehlt
afterwork-report-gaps = Für den Bericht
afterwork-report-ready = Der Bericht kann freigegeben werden.
afterwork-report-approved = Der Bericht ist freigegeben.
afterwork-closing-gaps = Für den Abschluss
afterwork-closing-ready = Der Vorgang kann abgeschlossen werden.
afterwork-causes = Auslöser, Grundursachen, begünstigende Faktoren
afterwork-class = Klasse der Ursache
afterwork-classified = Klasse der Ursache gespeichert
afterwork-learnt = Gewonnene Erkenntnisse
afterwork-quality = Güte der Reaktion
afterwork-customers = Berichte an betroffene Benutzer
afterwork-rest = Zusammenfassung und Recht
recommendations = Empfehlungen
recommendations-add = Empfehlung hinzufügen
recommendations-change = Empfehlung ändern
recommendations-text = Was empfohlen wird
recommendations-to = Für wen
recommendations-kind = Art
recommendations-priority = Priorität { $priority }
recommendations-priority-name = Priorität
recommendations-owner = Verantwortlich
recommendations-assign = Verantwortlich für „{ $text }“
recommendations-assigned = Verantwortlichkeit geändert
recommendations-nobody = Niemand
recommendations-due = Fällig
recommendations-proof-wanted = Gewünschter Nachweis
recommendations-must = vor dem Abschluss
recommendations-must-label = Muss vor dem Abschluss erledigt sein
recommendations-must-hint = Vorher lässt sich der Vorgang nicht abschließen.
recommendations-late = Überfällig
recommendations-saved = Empfehlung gespeichert
recommendations-menu = Empfehlung „{ $text }“
recommendations-complete = Als erledigt eintragen
recommendations-complete-title = Empfehlung erledigt
recommendations-wanted = Gewünscht war: { $proof }
recommendations-proof-label = Nachweis
recommendations-proof = Erledigt { $when }: { $proof }
recommendations-completed = Empfehlung erledigt
recommendations-drop = Verwerfen
recommendations-move = Termin verschieben
recommendations-due-fixed = Fällig am { $day }; zu ändern mit „Termin verschieben“.
recommendations-moved = Zuerst { $day }, verschoben durch { $name }: { $reason }
recommendations-drop-title = Empfehlung verwerfen
recommendations-dropped = Verworfen: { $reason }
recommendations-dropped-done = Empfehlung verworfen
recommendations-none = Noch wird nichts empfohlen.
day-hint = Zum Beispiel 20.12., 201226, +14t

## Nachweise
evidence-drop = Dateien hierher ziehen
evidence-limits = Jede Art von Datei, je bis 100 MB. Sie liegen danach in der Arbeitsmappe.
evidence-choose = Datei wählen …
evidence-paste = Ein Bild aus der Zwischenablage lässt sich hier einfügen.
evidence-note = Was die nächsten Dateien zeigen
evidence-note-hint = Steht bei jeder Datei, die jetzt dazukommt.
evidence-keeping = { $name } wird übernommen
evidence-done = { $count ->
    [one] Nachweis gesichert
   *[other] { $count } Nachweise gesichert
}
evidence-folder = Ein Ordner ist kein Nachweis. Bitte die Dateien darin wählen.
evidence-shows = Zeigt den Stand von { $when }
evidence-hash = SHA-256 { $hash }
evidence-save = Speichern unter …
evidence-saved = „{ $name }“ gesichert

## Herkunft
outside-join = Verbinden
outside-join-title = Mit einer anderen Quelle verbinden
outside-join-hint = Wenn dort derselbe Vorfall steht: Ein späterer Import ergänzt dann diesen Vorgang, statt einen zweiten anzulegen.
outside-joined = Mit der Quelle verbunden
outside-source = Quelle
outside-source-hint = Wie der Import sie nennt, zum Beispiel statuspage/kctbh9vrtdwd.
outside-id = Kennung dort
outside-none = Steht in keiner anderen Quelle.
tickets-copy-link = Link kopieren
tickets-link-copied = Link kopiert

legal-title = Meldepflichten
legal-classify = Meldepflicht entscheiden
legal-classify-what = Ist dieser Vorfall zu melden?
legal-reportable = Zu melden
legal-not-reportable = Nicht zu melden
legal-choose = Bitte wählen, ob zu melden ist.
legal-undecided = Noch nicht entschieden, ob zu melden ist.
legal-notify = Meldung eintragen
legal-notify-what = Lotse verschickt nichts: Hier steht, was die Behörde schon bekommen hat.
legal-dates = Fristen der Meldungen
legal-step = Meldung
legal-authority = Behörde
legal-reference = Aktenzeichen
legal-note = Bemerkung
legal-sent-at = Gemeldet
legal-classified-done = Meldepflicht entschieden.
legal-notified-done = Meldung eingetragen.
legal-help = Hilfe, keine Rechtsberatung: Ob und was zu melden ist, entscheidet eine Person. Die Fristen stehen in den Regeln.
