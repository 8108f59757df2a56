# Feststellungen und ihre Korrekturmaßnahmen: was gesehen wurde, wer es behebt, was beweist, dass es wirkt.

## Wo eine Feststellung steht
finding-phase-open = Offen
finding-phase-assigned = Zugewiesen
finding-phase-accepted = Angenommen
finding-phase-in-progress = In Umsetzung
finding-phase-implemented = Umgesetzt
finding-phase-effectiveness-check = Wirksamkeitsprüfung
finding-phase-effective = Wirksam
finding-phase-closed = Geschlossen
finding-phase-risk-accepted = Risiko akzeptiert
finding-phase-dropped = Verworfen

## Wie schwer sie wiegt
finding-kind-major = Hauptabweichung
finding-kind-minor = Nebenabweichung
finding-kind-observation = Beobachtung
finding-kind-opportunity = Verbesserung

## Woher sie kommt
finding-origin-incident = Vorfall oder Notfall
finding-origin-review = Prozess-Überprüfung
finding-origin-drill = Test
finding-origin-hand = Von Hand

## Wodurch ein anderer Vorgang dasselbe betrifft
finding-same-step = derselbe Schritt
finding-same-cause = dieselbe Ursache
finding-same-service = derselbe Dienst

## Was die Maßnahme zurückgeworfen hat
setback-kind-not-done = Bei der Prüfung nicht umgesetzt vorgefunden
setback-kind-ineffective = Unwirksam
setback-kind-failed-again = Erneut aufgetreten
setback-kind-risk-ended = Risiko nicht länger getragen

## Was man tun kann
finding-deed-assign = Zuweisen
finding-deed-accept = Annehmen
finding-deed-start = Umsetzung beginnen
finding-deed-report-implemented = Als umgesetzt melden
finding-deed-check-implementation = Umsetzung bestätigen
finding-deed-reject-implementation = Nicht umgesetzt
finding-deed-start-effectiveness-check = Wirksamkeit prüfen
finding-deed-confirm-effective = Wirksamkeit bestätigen
finding-deed-find-ineffective = Unwirksam
finding-deed-close = Schließen
finding-deed-reopen = Wieder öffnen
finding-deed-resume = Wieder aufnehmen
finding-deed-move-due = Termin verschieben
finding-deed-restate = Angaben ändern
finding-deed-accept-risk = Risiko akzeptieren
finding-deed-drop = Verwerfen

## Die Liste
findings-raise = Feststellung erfassen
findings-search = Titel oder Nummer
findings-filters = Feststellungen filtern
findings-count = { $count ->
    [one] { $count } Feststellung
   *[other] { $count } Feststellungen
}
findings-empty = Noch keine Feststellungen.
findings-empty-hint = Was bei einem Notfall, einem Test oder einer Überprüfung auffällt, wird hier bis zum Nachweis der Wirkung verfolgt.
findings-no-match = Keine Feststellung passt zu diesen Filtern.
findings-overdue = Überfällig
findings-overdue-only = Nur überfällige
findings-no-due = kein Termin

## Angaben
finding-title = Titel
finding-title-example = Umschalten der Datenbank dauert zu lange
finding-kind-name = Art
finding-phase-name = Stand
finding-owner = Verantwortlich
finding-due = Fällig am
finding-priority = Dringlichkeit
finding-origin = Herkunft
finding-description = Was ist aufgefallen?
finding-step-name = Schritt des Prozesses oder Leitfadens
finding-step-hint = So geschrieben wie dort; daran erkennt Lotse später denselben Schritt.
finding-services = Dienste
finding-cause-class = Ursachenklasse
finding-cause = Ursache
finding-action = Gewünschte Maßnahme
finding-proof-wanted = Erwarteter Nachweis der Wirkung
finding-raised = Erfasst
finding-raised-by = { $when } von { $person }
finding-changed = Zuletzt geändert
finding-concerns = Was sie betrifft

## Erfassen und ändern
finding-raise-done = { $number } ist erfasst.
finding-restate-title = { $number } ändern
finding-restate-done = Die Angaben sind geändert.
finding-assigned-at-once = Mit Person und Termin gilt sie gleich als zugewiesen.
finding-similar-closed = { $number } war dasselbe und ist geschlossen
finding-similar-closed-hint = Wenn derselbe Schritt oder dieselbe Ursache erneut aufgetreten ist, wird jene Feststellung wieder geöffnet statt eine neue erfasst.
finding-similar-open = Schon verfolgt wird
finding-to-similar = { $number } ansehen

## Ein Vorgang
finding-header = Feststellung
finding-next = Nächster Schritt
finding-more = Weitere Schritte
finding-path = Weg der Feststellung
finding-path-now = hier steht sie
finding-path-missing = noch nicht erreicht
finding-tabs = Bereiche der Feststellung
finding-tab-facts = Feststellung
finding-tab-action = Maßnahme
finding-tab-effect = Wirksamkeit
finding-tab-history = Verlauf
finding-to-tab = Zu „{ $tab }“
finding-history-lead = Alles, was über diese Feststellung festgehalten wurde, das Neueste zuerst. Nichts davon wird je geändert.
finding-unchanged = Es war nichts zu ändern.
finding-risk-ended = Das akzeptierte Risiko endete am { $day }. Die Feststellung ist wieder offen.
finding-risk-ended-hint = Nehmen Sie sie wieder auf, damit jemand die Maßnahme übernimmt.
finding-dropped-because = Verworfen: { $reason }
finding-alone-name = Allein
finding-alone = von einer Person allein, weil niemand sonst teilnimmt

## Maßnahme
finding-action-wanted = Was geschehen soll
finding-due-original = ursprünglich { $day }
finding-due-moved = { $from } → { $to }: { $reason }
finding-due-moves = Verschobene Termine
finding-acceptance = Zusage
finding-implementation = Umsetzung
finding-implementation-none = Noch hat niemand die Umsetzung gemeldet.
finding-implementation-by = Umgesetzt von
finding-implementation-at = Umgesetzt am
finding-implementation-how = Wie
finding-implementation-told = Gemeldet
finding-implementation-checked = Geprüft
finding-implementation-unchecked = Noch von niemand anderem geprüft. Erst danach gilt die Maßnahme als umgesetzt.
finding-checked-by = { $person }, { $when }: { $method }
finding-setbacks = Rückschläge
finding-setback-earlier = Bis dahin gemeldet: { $how }
finding-risk = Akzeptiertes Risiko
finding-risk-approver = Getragen von
finding-risk-until = Bis
finding-risk-reason = Begründung

## Wirksamkeit
finding-effect = Nachweis der Wirkung
finding-effect-none = Noch ist die Wirkung nicht nachgewiesen.
finding-effect-wanted = Erwartet wird: { $proof }
finding-effect-expected = Nachweis erwartet bis { $day }
finding-effect-by = Bestätigt von { $person }, { $when }
finding-proofs = Vorgeschlagene Nachweise
finding-proofs-lead = Notfälle, die nach der Umsetzung dasselbe betrafen und ohne erneuten Fehler verliefen. Sie sehen nach und bestätigen einen.
finding-proofs-none = Seit der Umsetzung ist nichts geschehen, was die Wirkung zeigt. Sobald ein Notfall denselben Schritt oder Dienst besteht, steht er hier.
finding-proofs-not-yet = Vorschläge erscheinen, sobald die Umsetzung gemeldet und von jemand anderem geprüft ist.
finding-proof-at = { $when }, { $same }
finding-proof-confirm = Als Nachweis bestätigen
finding-proof-failed = Hier war sie unwirksam
finding-no-proofs = Betrifft dasselbe, beweist aber nichts
finding-failures = Wo es erneut aufgetreten sein kann
finding-failures-lead = Vorgänge nach der Umsetzung mit demselben Schritt, derselben Ursache oder demselben Dienst. Ob es wirklich dasselbe war, entscheiden Sie.
finding-failures-none = Seit der Umsetzung ist nichts davon erneut aufgetreten.
finding-similar = Ähnliche Feststellungen
finding-similar-none = Keine andere Feststellung betrifft denselben Schritt, dieselbe Ursache oder denselben Dienst.
finding-similar-by = { $same }

## Dialoge der Schritte
finding-deed-title = { $what }: { $number }
finding-deed-done = { $what }: eingetragen.
finding-at = Wann
finding-at-missing = Bitte den Zeitpunkt angeben.
finding-person-missing = Bitte eine Person nennen.
finding-day-missing = Bitte einen Tag angeben.
finding-text-missing = Bitte ausfüllen: { $what }.
finding-reason = Begründung
finding-note = Anmerkung
finding-implementer = Wer hat es umgesetzt?
finding-how = Was wurde getan?
finding-method = Wie wurde es geprüft?
finding-method-hint = Geprüft wird von jemandem, der es weder umgesetzt noch gemeldet hat. Das lässt sich nicht zurücknehmen.
finding-missing = Was fehlt?
finding-watch-note = Was wird die Wirkung zeigen?
finding-watch-expected = Nachweis erwartet bis
finding-ineffective-why = Woran zeigt sich das?
finding-record = In welchem Vorgang?
finding-record-none = In keinem bestimmten
finding-risk-hint = An diesem Tag ist die Feststellung von selbst wieder offen. Das Risiko akzeptiert nicht, wer die Maßnahme verantwortet.
finding-close-consequence = Danach ändert sich an { $number } nichts mehr. Nur wenn derselbe Schritt oder dieselbe Ursache erneut auftritt, wird sie wieder geöffnet.
finding-confirm-consequence = { $proof } gilt dann als Nachweis, dass die Maßnahme wirkt. Das lässt sich nicht zurücknehmen.
finding-close-note = Was noch zu sagen ist
finding-take-back = Letzten Schritt zurücknehmen
finding-take-back-title = Letzten Schritt von { $number } zurücknehmen
finding-take-back-hint = Eingetragen { $when } von { $person }. Ohne ihn steht die Feststellung bei „{ $phase }“. Beides bleibt im Verlauf.
finding-take-back-verb = Zurücknehmen
finding-taken-back = Der Schritt ist zurückgenommen.

## In der Nachbereitung eines Notfalls
finding-carry-on = Als Feststellung führen
finding-carried-on = Wird geführt als

## Warum ein Auftrag abgelehnt wird
error-finding-unknown = Diese Feststellung gibt es in dieser Arbeitsmappe nicht. Bitte die Nummer prüfen.
error-finding-title-missing = Der Titel fehlt. Bitte in einem Satz sagen, was aufgefallen ist.
error-finding-reason-missing = Die Begründung fehlt. Ein Satz genügt; er bleibt im Verlauf. Einen vereinbarten Termin verschieben Sie bitte mit „Termin verschieben“.
error-finding-elsewhere = Das geht im Stand „{ $findingPhase }“ nicht. Bitte den nächsten Schritt dieses Standes wählen.
error-finding-origin-unknown = Der Vorgang, aus dem die Feststellung stammt, oder sein Teil ist nicht mehr da. Bitte die Ansicht neu laden.
error-finding-raised-already = Das wird schon als { $number } geführt. Bitte dort weiterarbeiten.
error-finding-due-missing = Der Termin fehlt. Zugewiesen wird mit einem Tag, an dem die Maßnahme fällig ist.
error-finding-text-stands = Die Umsetzung ist gemeldet, deshalb stehen die Angaben fest. Bitte eine neue Feststellung erfassen oder die Meldung zuerst zurücknehmen.
error-finding-moment-in-future = Der Zeitpunkt liegt in der Zukunft. Festgehalten wird nur, was schon geschehen ist: bitte den Zeitpunkt prüfen.
error-finding-how-missing = Es fehlt, was getan wurde. Ein Satz genügt.
error-finding-method-missing = Es fehlt, wie geprüft wurde. Ein Satz genügt.
error-finding-not-reported = Noch hat niemand die Umsetzung gemeldet. Bitte sie zuerst melden.
error-finding-reported-already = Die Umsetzung ist schon gemeldet. Bitte sie prüfen lassen oder die Meldung zurücknehmen.
error-finding-checker-not-independent = Wer die Maßnahme umgesetzt oder gemeldet hat, kann sie nicht selbst prüfen. Bitte jemand anderen prüfen lassen.
error-finding-approver-not-independent = Wer die Maßnahme verantwortet, kann das Risiko nicht selbst akzeptieren. Bitte jemand anderen entscheiden lassen.
error-finding-risk-ends-too-soon = Das Risiko muss nach dem { $today } enden. Bitte einen späteren Tag wählen.
error-finding-proof-unknown = Diesen Vorgang gibt es nicht, oder er kann nichts beweisen. Bitte einen Notfall oder Test wählen.
error-finding-no-proof-yet = Seit der Umsetzung gibt es keinen Vorgang, der das zeigt. Bitte den nächsten Notfall oder Test abwarten.
error-finding-proof-not-over = { $number } ist noch nicht beendet. Beweisen kann erst ein beendeter Notfall.
error-finding-proof-too-early = { $number } begann, bevor die Maßnahme umgesetzt war. Bitte einen späteren Vorgang wählen.
error-finding-proof-unrelated = { $number } betrifft weder denselben Schritt noch denselben Dienst. Bitte einen anderen Vorgang wählen.
error-finding-proof-failed = In { $number } ist dasselbe erneut aufgetreten. Das beweist, dass die Maßnahme noch nicht wirkt.
error-finding-proof-cause-open = Die Ursachenklasse von { $number } ist nicht bekannt. Bitte sie dort eintragen; dann zeigt sich, ob es dieselbe war.
error-finding-proof-passed = In { $number } wurde der Schritt bestanden. Das ist kein erneutes Auftreten.
error-finding-nothing-to-take-back = Es gibt keinen Schritt, der sich zurücknehmen ließe.
error-finding-not-newest-step = Inzwischen gibt es einen neueren Schritt. Bitte die Ansicht neu laden und zuerst diesen zurücknehmen.
error-finding-step-stands = Auf diesen Schritt verlassen sich andere; er bleibt stehen. Ein Irrtum wird durch einen neuen Eintrag berichtigt.

## Im Protokoll
journal-finding-raised = Feststellung erfasst
journal-finding-restated = Angaben geändert
journal-finding-assigned = Zugewiesen
journal-finding-accepted = Angenommen
journal-finding-started = Umsetzung begonnen
journal-finding-due-moved = Termin verschoben
journal-finding-implementation-reported = Umsetzung gemeldet
journal-finding-implementation-checked = Umsetzung bestätigt
journal-finding-implementation-rejected = Umsetzung nicht bestätigt
journal-finding-effectiveness-check-started = Wirksamkeitsprüfung begonnen
journal-finding-effectiveness-confirmed = Wirksamkeit bestätigt
journal-finding-found-ineffective = Unwirksam
journal-finding-closed = Geschlossen
journal-finding-reopened = Wieder geöffnet
journal-finding-risk-accepted = Risiko akzeptiert
journal-finding-resumed = Wieder aufgenommen
journal-finding-dropped = Verworfen
journal-finding-step-taken-back = Schritt zurückgenommen
