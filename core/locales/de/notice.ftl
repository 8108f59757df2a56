# Mitteilungen an Teams: Liste, Vorgang, Mail, Bestätigung.
## Wörter
notice-phase-open = Offen
notice-phase-acknowledged = Bestätigt
notice-phase-superseded = Abgelöst
notice-phase-withdrawn = Zurückgezogen
notice-subject-kind-change-approved = Genehmigte Änderung
notice-subject-kind-guide-version = Neue Fassung eines Dokuments
notice-subject-kind-review-result = Ergebnis einer Prozess-Überprüfung
notice-subject-kind-other = Anderes
notice-who-everyone = Alle, die mitwirken
notice-who-heads = Die Leitung jedes Teams
notice-way-in-program = im Programm bestätigt
notice-way-by-hand = von Hand eingetragen
notice-way-file = als Datei gekommen
notices-by-file = bei { $organisation } bestätigt ({ $number }), als Datei eingetragen von { $by }
notice-delivery-sent = Mail übergeben
notice-delivery-failed = Mail nicht übergeben
notice-delivery-no-address = Keine Mailadresse bekannt
notice-missing = noch nicht bestätigt
notice-excused = nicht mehr gefragt

## Mail
mail-notice-subject = { $number }: { $about } (Fassung { $version }) – bitte bestätigen
mail-notice-body = Guten Tag { $name },

    { $organisation } informiert Ihr Team über: { $about }, Fassung { $version }.

    { $text }
mail-notice-due = Bitte bestätigen Sie bis { $day }, dass Sie dies gelesen haben.
mail-notice-how = So bestätigen Sie: Öffnen Sie in Lotse „Mitteilungen“, wählen Sie { $number } und dann „Bestätigen“. Arbeiten Sie nicht mit Lotse? Dann antworten Sie auf diese Mail; { $sender } trägt Ihre Bestätigung ein.
mail-test-subject = Testnachricht von Lotse
mail-test-body = Diese Nachricht hat Lotse für { $organisation } gesendet. Wenn Sie sie lesen, ist der Mailserver richtig eingerichtet.

## Ablehnungen
error-notice-unknown = Diese Mitteilung gibt es nicht. Prüfen Sie die Nummer.
error-notice-nothing-to-tell = Darin ist nichts genehmigt oder freigegeben, das ein Team betrifft. Es gibt nichts mitzuteilen.
error-notice-told = { $number } teilt diese Fassung schon mit. Sehen Sie dort nach.
error-notice-announced = Diese Mitteilung ist schon herausgegeben. Für eine neue Fassung schreiben Sie eine neue.
error-notice-title-missing = Der Titel fehlt. Nennen Sie, worüber Sie informieren.
error-notice-text-missing = Der Text fehlt. Schreiben Sie ihn auf Deutsch oder auf Englisch.
error-notice-teams-missing = Es ist kein Team gewählt. Wählen Sie mindestens eines, das betroffen ist.
error-notice-not-asked = Diese Person ist nicht gefragt. Fragen Sie sie erst mit „Auch fragen“.
error-notice-not-for-others = Im Programm bestätigt jede Person für sich selbst. Tragen Sie für andere die Bestätigung von Hand ein.
error-notice-not-yours = Eine Bestätigung nimmt zurück, wer sie gegeben oder eingetragen hat, oder die Prozessleitung.
error-notice-superseded = Eine neuere Mitteilung fragt an ihrer Stelle. Bestätigen Sie die neuere.
error-notice-withdrawn = Die Mitteilung ist zurückgezogen. Es ist nichts mehr zu tun.
error-notice-not-acknowledged = Diese Person hat nichts bestätigt. Es gibt nichts zurückzunehmen.
error-notice-in-future = Der Zeitpunkt liegt in der Zukunft. Geben Sie an, wann es gesagt wurde.
error-notice-before-announced = Der Zeitpunkt liegt vor der Mitteilung. Niemand kann sie da schon gelesen haben.
error-notice-reason-missing = Die Begründung fehlt. Sie steht später beim Vorgang.
error-notice-from-outside = Diese Mitteilung kommt aus einer anderen Arbeitsmappe. Dort wird eingetragen, wer sie bestätigt hat; geben Sie die Bestätigungen als Datei aus.
error-notice-nobody-asked = Niemand ist gefragt. Nehmen Sie Personen in das Team auf und fragen Sie sie mit „Auch fragen“.
error-notice-acknowledged = Alle Gefragten haben bestätigt. Es ist nichts mehr zu tun.
error-mail-host-missing = Der Mailserver fehlt. Geben Sie seinen Namen und den Port an.
error-mail-sender-missing = Der Absender ist keine Mailadresse. Geben Sie eine an wie lotse@example.org.
error-mail-password-open = Ohne TLS ginge das Passwort offen durch das Netz. Wählen Sie TLS oder STARTTLS, oder lassen Sie den Benutzer leer.
error-mail-server-missing = Es ist kein Mailserver eingerichtet. Richten Sie ihn unter Einstellungen, Mail, ein.
error-mail-password-missing = Das Passwort des Mailservers ist auf diesem Gerät nicht hinterlegt. Geben Sie es unter Einstellungen, Mail, ein.
error-keychain-failed = Der Schlüsselbund dieses Geräts nahm das Passwort nicht an: { $reason }. Entsperren Sie ihn und versuchen Sie es noch einmal.
error-mail-refused = Der Mailserver nahm die Nachricht nicht an: { $reason }. Prüfen Sie die Angaben unter Einstellungen, Mail.

## Protokoll
journal-notice-received = Mitteilung einer anderen Arbeitsmappe übernommen
journal-notice-known-there = Weitere Personen zu einer fremden Mitteilung gefragt
journal-notice-announced = Mitteilung herausgegeben
journal-notice-sending-recorded = Mitteilung gesendet
journal-notice-acknowledged = Mitteilung bestätigt
journal-notice-taken-back = Bestätigung zurückgenommen
journal-notice-asked-also = Weitere Person gefragt
journal-notice-excused = Person nicht mehr gefragt
journal-notice-superseded = Mitteilung abgelöst
journal-notice-withdrawn = Mitteilung zurückgezogen
journal-policy-asked-set = Festgelegt, wer bestätigt
journal-policy-mail-server-set = Mailserver gesetzt

## Kommandozeile
cli-notify = Eine Mitteilung per Mail an alle senden, die noch nicht bestätigt haben
cli-notify-file = Die Arbeitsmappe
cli-notify-record = Die Mitteilung, etwa M-2026-001
cli-notify-to = Nur an diese Person
cli-notify-person = Wer sendet
cli-notify-password_file = Datei mit dem Passwort des Mailservers in der ersten Zeile; sonst gilt das im Schlüsselbund
notify-nobody = Niemand ist mehr offen.

## Bildschirm
palette-kind-notice = Mitteilung
notices-filters = Mitteilungen filtern
notices-search = Titel oder Nummer
notices-search-focus = In Mitteilungen suchen
notices-told = Mitteilungen dazu
notices-told-one = { $done } von { $all } bestätigt
notices-total = { $count ->
    [one] eine Mitteilung
   *[other] { $count } Mitteilungen
}
notices-phase = Stand
notices-team = Team
notices-teams = Teams
notices-team-gone = entferntes Team
notices-team-progress = { $team } { $done }/{ $all }
notices-about = Worüber
notices-version = Fassung
notices-version-of = Fassung { $version }
notices-due = Zu bestätigen bis
notices-late = { $days ->
    [one] einen Tag zu spät
   *[other] { $days } Tage zu spät
}
notices-announced = Herausgegeben
notices-by-at = { $when } von { $person }
notices-from = Von
notices-from-there = { $organisation }, dort { $number }
notices-kind = Anlass
notices-who = Gefragt sind
notices-for-you = Von Ihnen zu bestätigen
notices-all-acknowledged = Alles bestätigt.
notices-open-first = Erste Mitteilung öffnen, die Sie bestätigen sollen
notices-read = Lesen
notices-none = Noch ist keine Mitteilung herausgegeben.
notices-none-hint = Sie entsteht von selbst, wenn eine Änderung genehmigt oder eine Überprüfung freigegeben wird, die Teams betrifft. Sie können auch selbst eine schreiben.
notices-none-like-this = Keine Mitteilung passt zu dieser Auswahl.
notices-write = Mitteilung schreiben
notices-write-hint = Alle Gefragten sollen bestätigen, dass sie den Text gelesen haben. Danach lässt er sich nicht mehr ändern.
notices-title = Titel
notices-german = Text auf Deutsch
notices-english = Text auf Englisch
notices-no-teams = Noch gibt es kein Team. Legen Sie es unter Einstellungen, Organisation, an.
notices-announce = Herausgeben
notices-written = { $number } ist herausgegeben.
notices-acknowledge = Bestätigen
notices-acknowledged = { $number } ist bestätigt.
notices-undone = Versehentlich bestätigt
notices-send = Per Mail senden
notices-send-one = Mail senden
notices-send-again = Mail noch einmal senden
notices-sent = { $sent ->
    [0] Es war niemand mehr offen.
    [one] Eine Mail ist übergeben.
   *[other] { $sent } Mails sind übergeben.
}
notices-sent-some = { $sent } übergeben, { $failed } nicht. Der Grund steht bei jeder Person.
notices-more = Weitere Aktionen
notices-deeds-for = Aktionen für { $person }
notices-text = Text
notices-properties = Angaben
notices-asked = Wer gefragt ist
notices-history = Verlauf
notices-count = { $done } von { $all } bestätigt
notices-nobody-asked = Niemand ist gefragt.
notices-acknowledged-at = Bestätigt { $when }
notices-by-hand-by = von { $by } eingetragen, gesagt von { $said }
notices-excused-because = Nicht mehr gefragt: { $reason }
notices-by-hand = Von Hand eintragen
notices-by-hand-hint = Für Personen, die es Ihnen gesagt haben, statt selbst in Lotse zu bestätigen.
notices-by-hand-done = Bestätigung von { $person } eingetragen.
notices-person = Person
notices-said-by = Wer hat es gesagt?
notices-said-by-hint = Die Person selbst oder jemand, der für sie spricht.
notices-said-at = Wann wurde es gesagt?
notices-ask-also = Auch fragen
notices-ask-also-hint = Für Personen, die erst nach der Mitteilung in ein Team kamen.
notices-ask-also-done = { $person } ist jetzt auch gefragt.
notices-excuse = Nicht mehr fragen
notices-excuse-title = { $person } nicht mehr fragen?
notices-excuse-hint = Für Personen, die ausgeschieden oder lange nicht da sind.
notices-excused = { $person } ist nicht mehr gefragt.
notices-take-back = Bestätigung zurücknehmen
notices-take-back-title = Bestätigung von { $person } zurücknehmen?
notices-take-back-hint = Wenn sie versehentlich eingetragen wurde. Danach ist die Person wieder gefragt.
notices-taken-back = Bestätigung zurückgenommen.
notices-reason = Grund
notices-withdraw = Zurückziehen
notices-withdraw-title = { $number } zurückziehen?
notices-withdraw-hint = Niemand ist danach mehr gefragt. Die Mitteilung bleibt im Verlauf.
notices-again = Noch einmal herausgeben
notices-again-done = { $number } ist herausgegeben.
notices-withdrawn = Mitteilung zurückgezogen.
notices-ended-superseded = Abgelöst { $when }: { $number } fragt an ihrer Stelle.
notices-ended-withdrawn = Zurückgezogen { $when } von { $person }: { $reason }
notices-no-mail = Mails werden erst gesendet, wenn ein Mailserver eingerichtet ist:

## Einstellungen
rules-asked = Mitteilungen bestätigen
rules-asked-hint = Gilt für Mitteilungen, die von selbst entstehen, wenn eine Änderung genehmigt oder eine Überprüfung freigegeben wird.
rules-asked-who = Wer in einem Team bestätigt
settings-mail = Mail
mail-server = Mailserver
mail-server-hint = Über ihn gehen Mitteilungen an die Teams. Die Angaben gelten für alle, das Passwort bleibt auf diesem Gerät.
mail-host = Server
mail-port = Port
mail-security = Verschlüsselung
mail-security-tls = TLS von Anfang an
mail-security-start-tls = STARTTLS
mail-security-none = Keine (nur im eigenen Netz)
mail-sender = Absender
mail-sender-hint = Die Adresse, von der die Mails kommen.
mail-user = Benutzer
mail-user-hint = Leer lassen, wenn der Server keine Anmeldung verlangt.
mail-password = Passwort
mail-password-hint = Es kommt in den Schlüsselbund dieses Geräts und nicht in die Arbeitsmappe.
mail-password-kept = Im Schlüsselbund dieses Geräts hinterlegt. Nur ausfüllen, um es zu ersetzen.
mail-password-forget = Passwort vergessen
mail-password-forgotten = Das Passwort ist aus dem Schlüsselbund entfernt.
mail-remove = Mailserver entfernen
mail-remove-title = Mailserver entfernen?
mail-remove-consequence = Mitteilungen werden danach nicht mehr per Mail gesendet. Bestätigt werden können sie weiter.
mail-test = Testnachricht
mail-test-to = An diese Adresse
mail-test-send = Testnachricht senden
mail-test-sent = Testnachricht an { $to } übergeben.
