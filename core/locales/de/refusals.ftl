# Warum ein Auftrag abgelehnt wird: was nicht geht, warum, und was zu tun ist. Die Nummern dahinter kennt niemand.

## Vorfall und Notfall
error-not-recorded = Diesen Vorgang gibt es in dieser Arbeitsmappe nicht. Bitte die Nummer prüfen.
error-already-recorded = Dieser Vorgang ist schon erfasst. Es ist nichts weiter zu tun.
error-text-missing = Es fehlt ein Text: { $field }.
error-reason-missing = Die Begründung fehlt. Ein Satz genügt; er steht später im Bericht.
error-in-the-future = Der Zeitpunkt { $at } liegt in der Zukunft. Festgehalten wird nur, was schon geschehen ist: bitte den Zeitpunkt prüfen.
error-end-before-start = „{ $end }“ läge vor „{ $start }“. Bitte einen der beiden Zeitpunkte berichtigen.
error-not-in-phase = Das geht im Stand „{ $phase }“ nicht. Möglich ist es hier: { $allowed }.
error-already-in-phase = Der Vorgang steht schon im Stand „{ $phase }“.
error-record-closed = Der Vorgang ist abgeschlossen. Zum Ändern bitte erst wieder öffnen.
error-record-withdrawn = Der Vorgang ist aus dem Register genommen. Zum Ändern bitte erst wieder aufnehmen.
error-not-an-emergency = Das gibt es nur bei einem Notfall, und dieser Vorfall ist keiner.
error-team-without-lead = Das Notfallteam hat noch keine Leitung. Bitte erst die Rolle „Leitung“ besetzen.
error-analysis-incomplete = Zur Analyse fehlt noch: { $missing }. „Unbekannt“ ist eine zulässige Angabe.
error-no-provider-case = Beim Anbieter ist noch kein Fall eröffnet. Bitte zuerst unter „Anbieter“ den Kontakt eintragen.
error-no-such-notice = Dieses Gesetz kennt keine solche Meldung. Bitte eine der angebotenen wählen.
error-not-classified = Noch hat niemand entschieden, dass hier zu melden ist. Bitte zuerst die Meldepflicht entscheiden.
error-notified-already = Diese Meldung ist schon eingetragen. Eine weitere wird als Zwischenmeldung eingetragen; eine falsche nehmen Sie in der Zeitachse zurück.
error-provider-case-behind = Der Fall beim Anbieter steht schon weiter: { $state }. Zurück geht er nicht.
error-nobody-consulted = Bitte angeben, wer vor der Entscheidung befragt wurde, oder warum niemand befragt wurde.
error-released-before-taken = Abgegeben werden kann die Rolle erst, nachdem sie übernommen wurde: { $since }.
error-changes-missing = Eine neue Fassung braucht eine Angabe, was sich geändert hat und warum.
error-reviewer-not-independent = Wer einen Bericht prüft, darf ihn weder verfasst haben noch freigeben. Bitte jemand anderen nennen.
error-recovery-not-started = Die eigene Wiederherstellung hat noch nicht begonnen. Bitte zuerst ihren Beginn eintragen.
error-no-such-part = Dieser Teil des Vorgangs ist nicht mehr da. Bitte die Ansicht neu laden.
error-part-exists = Das ist schon gespeichert. Es ist nichts weiter zu tun.
error-ticket-taken = Das Ticket „{ $ticket }“ steht schon in diesem Vorgang. Bitte die Nummer prüfen oder das vorhandene Ticket ändern.
error-message-not-draft = Die Nachricht ist schon freigegeben und lässt sich nicht mehr ändern. Bitte eine neue schreiben.
error-message-not-released = Die Nachricht ist noch nicht freigegeben. Bitte erst freigeben.
error-recommendation-due-stands = Der Termin der Empfehlung steht fest. Bitte ihn mit „Termin verschieben“ und einem Grund ändern.
error-recommendation-due-missing = Die Empfehlung hat noch keinen Termin. Bitte ihn unter „Ändern“ festlegen.
error-recommendation-settled = Die Empfehlung ist schon erledigt oder verworfen.
error-share-too-large = Ein Anteil kann nicht über 100 % liegen.
error-report-incomplete = Der Bericht kann noch nicht freigegeben werden. Es fehlt: { $gaps }.
error-cannot-close = Der Vorgang kann noch nicht abgeschlossen werden. Es fehlt: { $gaps }.
error-no-step-to-take-back = Es gibt keinen Schritt, der sich zurücknehmen ließe.
error-not-the-newest-step = Inzwischen gibt es einen neueren Schritt: „{ $newest }“. Zurücknehmen lässt sich nur der neueste; bitte zuerst diesen zurücknehmen.
error-report-builds-on-step = Bericht { $number } ist schon freigegeben und baut auf diesem Schritt auf. Bitte den Zeitpunkt mit Begründung berichtigen, einen geschlossenen Vorgang dafür erst wieder öffnen, und danach eine neue Fassung des Berichts freigeben.
error-guide-steps-recorded = Seit diesem Schritt wurden Schritte des Leitfadens festgehalten; die Wiederherstellung hatte also begonnen. Bitte den Zeitpunkt mit Begründung berichtigen.
error-outside-taken = Mit diesem Datensatz der Quelle ist schon { $number } verbunden. Bitte die Nummer dort prüfen, oder die Verbindung dort zurücknehmen.
error-not-the-newest-deed = Darauf baut ein neuerer Eintrag auf: „{ $newer }“. Bitte zuerst diesen zurücknehmen.
error-decision-builds-on-case = Die Entscheidung, auf den Anbieter zu warten, baut auf diesem Fall auf. Bitte zuerst diese Entscheidung zurücknehmen.
error-not-reversible = Das lässt sich nicht rückgängig machen. Ein Irrtum wird durch einen neuen Eintrag berichtigt.

## Organisation
error-already-founded = In dieser Arbeitsmappe ist schon eine Organisation angelegt.
error-not-founded = In dieser Arbeitsmappe ist noch keine Organisation angelegt.
error-name-missing = Der Name fehlt.
error-name-taken = Der Name „{ $name }“ ist schon vergeben. Bitte einen anderen wählen.
error-unknown = Das gibt es in dieser Organisation nicht mehr. Bitte die Ansicht neu laden.
error-not-an-email = Das ist keine E-Mail-Adresse. Bitte so schreiben: name@firma.example – oder das Feld leer lassen.
error-last-process-manager = Mindestens eine Person muss Prozessleitung sein. Bitte erst eine andere dazu machen.
error-erase-reason-missing = Der Grund der Löschung fehlt. Er bleibt als einziges im Protokoll.

## Berichte
error-paper-missing = Das Papier konnte nicht gesetzt werden, deshalb wurde nichts freigegeben. Bitte noch einmal versuchen.
error-other-record = Dieser Bericht gehört zu einem anderen Vorgang.

## Rechte
error-role-may-not = Dafür braucht es eine dieser Rollen: { $needed }. Die Prozessleitung vergibt sie unter „Einstellungen“.
error-person-not-known = Die Organisation kennt niemanden mit der Kennung { $id }. Bitte die Person unter Einstellungen, Personen anlegen oder die Kennung berichtigen.
error-service-not-known = Die Organisation kennt keinen Dienst mit der Kennung { $id }. Bitte den Dienst unter Einstellungen, Dienste anlegen oder die Kennung berichtigen.
error-sla-level-not-known = Die Organisation kennt kein SLA-Level mit der Kennung { $id }. Bitte das SLA-Level unter Einstellungen, Dienste anlegen oder die Kennung berichtigen.
error-team-not-known = Dieses Team kennt die Organisation nicht. Legen Sie es unter „Einstellungen“ an oder wählen Sie ein anderes.
error-stranger = Wer hier arbeitet, gehört nicht zu dieser Organisation. Bitte die Person wechseln.

## Die Arbeitsmappe
error-read-only = Die Arbeitsmappe ist schreibgeschützt geöffnet. Ändern geht nicht.
error-views-of-another-version = Eine andere Lotse-Version hat diese Arbeitsmappe zuletzt geschrieben. Ihre Ansichten müssen erst neu aufgebaut werden, und hier lässt sie sich nur lesen. Bitte einmal dort, wo geschrieben werden darf, im Fenster oder mit „lotse rebuild“ öffnen.
error-disk-full = Der Datenträger ist voll. Nichts wurde gespeichert, Ihre Eingaben stehen noch hier. Bitte Platz schaffen und noch einmal versuchen.
error-too-long = Der Text ist zu lang ({ $bytes } Byte, Platz ist für { $limit }). Bitte kürzen oder als Nachweis anhängen.
error-no-such-record = Den Vorgang „{ $record }“ gibt es in dieser Arbeitsmappe nicht. Bitte die Nummer prüfen.
error-no-such-evidence = Dieser Nachweis liegt nicht in der Arbeitsmappe. „Integrität prüfen“ im Protokoll sagt, ob etwas fehlt.
error-evidence-too-large = Die Datei ist zu groß: Ein Nachweis darf höchstens 100 MB haben.
error-paper-failed = Das Papier konnte nicht gesetzt werden: { $detail }. An den Daten hat sich nichts geändert.

## Wovon ein Satz spricht
field-title = Titel
field-advice = Rat des Bereitstellungsteams
field-review = Untersuchungsbericht des Anbieters
field-step = Schritt
field-message = Text der Nachricht
field-recommendation = Empfehlung
field-proof = Nachweis
field-ticket = Ticketnummer
field-entry = Eintrag
field-provider = Anbieter
field-authority = Behörde
field-note = Vermerk
gap-cause = Grundursache oder Klasse der Ursache
gap-recovery-time = Beginn der Auswirkung und Wiederanlauf
gap-data-loss = tatsächlicher Datenverlust
gap-action-incomplete = Verantwortliche und Frist für „{ $text }“
gap-report = freigegebener Bericht
gap-customer-reports = Berichte an betroffene Benutzer
gap-review = geplante Prozess-Überprüfung
gap-open-task = Erledigung von „{ $text }“
error-batch-unknown = Diese Übernahme gibt es nicht (mehr).
error-batch-exists = Diese Übernahme läuft schon oder ist schon geschehen. Sie wurde nicht wiederholt.
error-batch-undone = Diese Übernahme ist schon rückgängig gemacht.
error-batch-finished = Diese Übernahme ist schon abgeschlossen.
error-not-from-a-source = Dieser Vorgang wurde nicht aus einer Quelle übernommen.
