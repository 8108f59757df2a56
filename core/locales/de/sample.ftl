# Das erfundene Jahr der Beispiel-Arbeitsmappe.
sample-service-printing = Cloud-Druck
sample-service-labels = Etikettenverwaltung
sample-service-interface = Schnittstelle (API)
sample-guide = Wiederherstellungsleitfaden
sample-customers-told = Bericht an alle 42 betroffenen Mandanten per E-Mail versandt.
sample-login-title = Anmeldung dauert bis zu zwei Minuten
sample-login-description = Ein Kunde meldet, dass die Anmeldung seit dem Vormittag sehr langsam ist.
sample-login-ticket = Anmeldung sehr langsam
sample-login-entry = Verbindungspool der Anmeldung vergrößert, Antwortzeiten fallen.
sample-login-solved = Nur die Anmeldung war verzögert, der Druck lief durchgehend. Durch Anpassung des Verbindungspools gelöst.
sample-interface-title = Schnittstelle antwortet vereinzelt mit Zeitüberschreitung
sample-interface-description = Etwa jeder zwanzigste Aufruf eines Kunden bricht nach 30 Sekunden ab.
sample-interface-ticket = Zeitüberschreitungen beim Aufruf der Schnittstelle
sample-interface-entry = Fehlerhaften Knoten aus dem Verbund genommen.
sample-interface-solved = Ein einzelner Knoten war überlastet; der Dienst war durchgehend nutzbar. Knoten ersetzt.
sample-fonts-title = Eigene Schrift fehlt in der Druckvorschau
sample-fonts-description = Eine hochgeladene Schrift erscheint nur im Ausdruck, nicht in der Vorschau.
sample-fonts-ticket = Schrift fehlt in Vorschau
sample-fonts-entry = Zwischenspeicher der Vorschau geleert, Schrift wird wieder angezeigt.
sample-fonts-solved = Kein Ausfall, ein Kunde betroffen. Zwischenspeicher geleert, Korrektur ist eingeplant.
sample-alarm-title = Überwachung meldet ausbleibende Herzschläge der Etikettenverwaltung
sample-alarm-description = Drei Prüfungen in Folge ohne Antwort aus der Region West Europe.
sample-alarm-proposed = Drei Prüfungen in Folge ohne Antwort, möglicher Ausfall der Region.
sample-alarm-advice = Die Dienste antworten aus zwei anderen Netzen. Es liegt am Messpunkt, nicht am Dienst.
sample-alarm-declined = Kunden können arbeiten; nur der Messpunkt ist gestört. Kein Notfall.
sample-alarm-solved = Messpunkt ersetzt, zweiter Messpunkt in anderer Region ergänzt.
sample-preview-title = Vorschau bleibt bei großen Etiketten leer
sample-preview-description = Bei Etiketten über 300 mm bleibt die Vorschau leer, der Druck gelingt.
sample-preview-ticket = Vorschau leer
sample-preview-entry = Nachgestellt mit Beispieletikett des Kunden; betrifft nur die Vorschau.
sample-storage-title = Druckaufträge bleiben stehen: Speicher in West Europe gestört
sample-storage-description = Überwachung: Schreibfehler im Auftragsspeicher, Warteschlange wächst.
sample-storage-ticket = Kein Druck seit 06:45
sample-storage-advice = Schreibzugriffe auf den Speicherdienst scheitern in der ganzen Region. Eigene Umschaltung erst nach Rücksprache, Datenstand prüfen.
sample-storage-declared = Kein Mandant in West Europe kann drucken, Dauer nicht absehbar.
sample-storage-fault = Service Health meldet Störung von Azure Storage in West Europe mit gleichem Beginn.
sample-storage-scope = Druck und Etikettenverwaltung aller Mandanten in West Europe; North Europe ist nicht betroffen.
sample-storage-impact = Druckaufträge werden angenommen, aber nicht ausgeführt. Etiketten lassen sich nicht speichern.
sample-storage-cause = Störung von Azure Storage in West Europe.
sample-storage-wait = Microsoft nennt Behebung bis 09:15; eine Umschaltung würde länger dauern und gefährdet offene Aufträge.
sample-storage-news = Microsoft: Ursache gefunden, Behebung läuft, rund die Hälfte der Speicherkonten wieder erreichbar.
sample-storage-review = Abschlussbericht von Microsoft: fehlerhafte Konfiguration beim Austausch einer Speichereinheit, Prüfschritt ergänzt.
sample-storage-summary = Von 06:41 bis 09:02 Uhr konnten Mandanten in West Europe nicht drucken. Ursache war eine Störung des Speicherdienstes bei Microsoft. Daten gingen nicht verloren; angenommene Aufträge wurden nachgeholt.
sample-storage-detection = Alarm der Überwachung auf Schreibfehler, elf Minuten nach Beginn.
sample-storage-trigger = Austausch einer Speichereinheit durch Microsoft.
sample-storage-root = Der Auftragsspeicher ist nur in einer Region vorhanden; fällt sie aus, gibt es keinen zweiten Schreibort.
sample-storage-contributing = Schwellenwert des Alarms bei zehn Minuten; Umschaltung nicht für den Speicher allein geübt.
sample-storage-resolution = Behoben durch Microsoft; Warteschlange danach kontrolliert abgearbeitet.
sample-storage-well = Die Entscheidung zu warten war nach 17 Minuten getroffen und begründet.
sample-storage-badly = Die erste Mitteilung an Kunden kam erst nach einer Stunde.
sample-storage-luck = Der Ausfall lag vor der Hauptdruckzeit.
sample-storage-action-one = Auftragsspeicher in zweite Region spiegeln
sample-storage-action-one-proof = Test der Umschaltung des Speichers ohne Auftragsverlust
sample-storage-action-two = Vorlage für die erste Mitteilung innerhalb von 20 Minuten
sample-storage-action-two-proof = Mitteilung im nächsten Test nach höchstens 20 Minuten
sample-storage-done = Umgesetzt und im Test vom Folgemonat nachgewiesen.
sample-certificate-title = Schnittstelle lehnt alle Verbindungen ab: Zertifikat abgelaufen
sample-certificate-description = Kunde meldet telefonisch: alle automatischen Druckaufträge der Nacht fehlgeschlagen.
sample-certificate-ticket = Keine automatischen Drucke seit 02:00
sample-certificate-advice = Zertifikat der Schnittstelle ist um 02:00 abgelaufen. Neues Zertifikat liegt im Tresor, Einspielen dauert etwa 30 Minuten.
sample-certificate-declared = Alle automatischen Druckaufträge sind seit vier Stunden unmöglich.
sample-certificate-fault = Zertifikat wird von uns verwaltet.
sample-certificate-scope = Alle Aufrufe der Schnittstelle; die Bedienung im Browser ist nicht betroffen.
sample-certificate-impact = Automatische Druckaufträge schlagen fehl, Kunden müssen von Hand drucken.
sample-certificate-cause = Zertifikat der Schnittstelle um 02:00 abgelaufen.
sample-certificate-step-one = 4.1 Zertifikat aus dem Tresor holen und prüfen
sample-certificate-step-two = 4.2 Zertifikat einspielen und Gateways neu starten
sample-certificate-deviation = Gateways nacheinander statt gleichzeitig neu gestartet, damit ein Teil erreichbar blieb.
sample-certificate-summary = Von 02:00 bis 07:31 Uhr lehnte die Schnittstelle alle Verbindungen ab, weil ihr Zertifikat abgelaufen war. Die Bedienung im Browser war möglich. Daten gingen nicht verloren.
sample-certificate-detection = Anruf eines Kunden; die Überwachung prüfte nur die Bedienoberfläche.
sample-certificate-trigger = Ablauf des Zertifikats um 02:00 Uhr.
sample-certificate-root = Das Zertifikat der Schnittstelle stand nicht im Verzeichnis der zu erneuernden Zertifikate.
sample-certificate-contributing = Keine Überwachung der Schnittstelle selbst; Erinnerungen gingen an ein stillgelegtes Postfach.
sample-certificate-resolution = Neues Zertifikat eingespielt, Gateways neu gestartet.
sample-certificate-well = Der Leitfaden war aktuell und passte.
sample-certificate-badly = Fast vier Stunden bis zum Bemerken.
sample-certificate-luck = Der Ausfall lag in der Nacht auf einen Feiertag.
sample-certificate-action-one = Alle Zertifikate in ein Verzeichnis mit Erinnerung nach 60, 30 und 7 Tagen aufnehmen
sample-certificate-action-one-proof = Verzeichnis mit Abgleich gegen alle Endpunkte
sample-certificate-action-two = Überwachung der Schnittstelle mit echtem Aufruf
sample-certificate-action-two-proof = Alarm innerhalb von fünf Minuten in einer Übung
sample-certificate-done = Umgesetzt, Nachweis liegt beim Bereitstellungsteam.
sample-release-title = Kein Druck nach Auslieferung 8.4
sample-release-description = Überwachung: Fehlerquote der Druckaufträge steigt nach der Auslieferung auf 100 Prozent.
sample-release-ticket = Druck nach Update nicht möglich
sample-release-advice = Auslieferung 8.4 zurücknehmen. Datenbank ist verträglich, Rücknahme dauert 20 Minuten.
sample-release-declared = Kein Mandant kann drucken; Rücknahme braucht das Notfallteam.
sample-release-fault = Der Fehler begann mit unserer Auslieferung.
sample-release-scope = Druck aller Mandanten in allen Regionen.
sample-release-impact = Druckaufträge schlagen sofort fehl.
sample-release-cause = Auslieferung 8.4 verlangt eine Einstellung, die in der Produktion fehlt.
sample-release-step-one = 6.1 Auslieferung anhalten
sample-release-step-two = 6.3 Vorherige Version in allen Regionen einspielen
sample-release-deviation = Reihenfolge der Regionen getauscht, West Europe zuerst.
sample-release-summary = Nach Auslieferung 8.4 konnte von 18:04 bis 19:15 Uhr kein Mandant drucken. Die Auslieferung wurde zurückgenommen.
sample-release-detection = Alarm der Überwachung auf die Fehlerquote, sieben Minuten nach Beginn.
sample-release-trigger = Auslieferung 8.4 um 18:00 Uhr.
sample-release-root = Einstellungen der Testumgebung und der Produktion werden nicht verglichen.
sample-release-contributing = Auslieferung in allen Regionen zugleich.
sample-release-resolution = Vorherige Version eingespielt.
sample-release-well = Team in zehn Minuten gebildet, Rücknahme ohne Datenverlust.
sample-release-badly = Das Schlüsselwort fehlte anfangs in zwei Tickets.
sample-release-luck = Die Datenbank war noch nicht umgestellt.
sample-release-action-one = Einstellungen von Test und Produktion vor jeder Auslieferung vergleichen
sample-release-action-one-proof = Vergleichsprotokoll der nächsten drei Auslieferungen
sample-release-action-two = Auslieferung nur noch Region für Region
sample-release-action-two-proof = Geänderter Ablaufplan, einmal durchgeführt
sample-network-title = Druck und Schnittstelle in West Europe nicht erreichbar
sample-network-description = Überwachung: alle Endpunkte in West Europe ohne Antwort, Namensauflösung gestört.
sample-network-ticket = Cloud-Druck nicht erreichbar
sample-network-second-ticket = Schnittstelle antwortet nicht
sample-network-advice = Netz von Microsoft in West Europe gestört. Umschaltung nach North Europe möglich, dauert rund 90 Minuten.
sample-network-declared = Kein Mandant in West Europe kann arbeiten, Dauer nicht absehbar.
sample-network-fault = Service Health meldet Netzstörung in West Europe mit gleichem Beginn.
sample-network-scope = Druck und Schnittstelle aller Mandanten in West Europe.
sample-network-impact = Anmeldung, Druck und automatische Aufträge sind nicht möglich.
sample-network-cause = Netzstörung bei Microsoft, Ursache dort noch unbekannt.
sample-network-wait = Microsoft rechnet mit Behebung innerhalb von drei Stunden; wir warten bis zur vereinbarten Grenze und bereiten die Umschaltung vor.
sample-network-news = Microsoft: fehlerhafte Wegewahl erkannt, Rücknahme läuft.
sample-storage-first-german = Seit 06:41 Uhr werden Druckaufträge in West Europe nicht ausgeführt. Ursache ist eine Störung bei unserem Anbieter. Wir rechnen mit der Behebung bis 09:30 Uhr.
sample-storage-first-english = Since 06:41 print jobs in West Europe are not being carried out. The cause is a disturbance at our provider. We expect repair by 09:30.
sample-storage-second-german = Der Anbieter behebt die Störung. Wir rechnen mit der Behebung bis 09:15 Uhr; angenommene Aufträge werden nachgeholt.
sample-storage-second-english = The provider is repairing the disturbance. We expect repair by 09:15; accepted jobs will be carried out.
sample-storage-last-german = Der Druck läuft wieder vollständig. Alle angenommenen Aufträge wurden ausgeführt.
sample-storage-last-english = Printing has been fully restored. All accepted jobs were carried out.
sample-certificate-first-german = Die Schnittstelle ist seit 02:00 Uhr nicht erreichbar. Der Druck im Browser ist möglich. Wir rechnen mit der Behebung bis 07:15 Uhr.
sample-certificate-first-english = The interface has been unreachable since 02:00. Printing in the browser is possible. We expect repair by 07:15.
sample-certificate-last-german = Die Schnittstelle ist wieder erreichbar.
sample-certificate-last-english = The interface can be reached again.
sample-release-first-german = Seit 18:04 Uhr ist kein Druck möglich. Wir nehmen die letzte Auslieferung zurück und rechnen mit der Behebung bis 19:20 Uhr.
sample-release-first-english = Since 18:04 printing has been impossible. We are rolling back the latest release and expect repair by 19:20.
sample-release-last-german = Der Druck ist wieder möglich.
sample-release-last-english = Printing is possible again.
sample-network-first-german = Druck und Schnittstelle in West Europe sind zurzeit nicht erreichbar. Ursache ist eine Netzstörung bei unserem Anbieter. Wir melden uns innerhalb einer Stunde wieder.
sample-network-first-english = Printing and interface in West Europe cannot be reached at present. The cause is a network disturbance at our provider. We will report again within an hour.
sample-network-second-german = Der Anbieter hat die Ursache gefunden und behebt sie. Wir bereiten zugleich die Umschaltung in eine andere Region vor.
sample-network-second-english = The provider has found the cause and is repairing it. At the same time we are preparing to fail over to another region.
sample-report-distribution = Geschäftsführung, Team für die Verwaltung des Wiederherstellungsprozesses, Deployment-Team
sample-guide-text =
    # Wiederherstellungsleitfaden

    Gilt für Cloud-Druck, Etikettenverwaltung und Schnittstelle. Wer ihn zur Hand nimmt, hält jeden Schritt fest.

    ## 1 Lage klären

    Betroffene Dienste und Regionen feststellen, Service Health lesen, Entscheidung mit dem Notfallteam treffen.

    ## 2 Zweite Region hochfahren

    Reservierte Kapazität in North Europe einschalten und den Bestand prüfen.

    ## 3 Datenbank umschalten

    Replik zur führenden machen, danach die Schreibprobe ausführen.

    ## 4.1 Zertifikat aus dem Tresor holen und prüfen

    Gültigkeit und Fingerabdruck vergleichen, bevor etwas eingespielt wird.

    ## 4.2 Zertifikat einspielen und Gateways neu starten

    Ein Gateway nach dem anderen; vor dem nächsten die Prüfseite aufrufen.

    ## 5 Eingang umleiten

    Verkehr auf die zweite Region lenken, zehn Minuten beobachten.

    ## 6.1 Auslieferung anhalten

    Laufende Auslieferungen in allen Regionen abbrechen.

    ## 6.3 Vorherige Version in allen Regionen einspielen

    Reihenfolge: North Europe, West Europe. Probedruck nach jeder Region.
sample-guide-text-two =
    # Wiederherstellungsleitfaden

    Gilt für Cloud-Druck, Etikettenverwaltung und Schnittstelle. Wer ihn zur Hand nimmt, hält jeden Schritt fest.

    ## 1 Lage klären

    Betroffene Dienste und Regionen feststellen, Service Health lesen, Entscheidung mit dem Notfallteam treffen.

    ## 2 Zweite Region hochfahren

    Reservierte Kapazität in North Europe einschalten und den Bestand prüfen.

    ## 3 Datenbank umschalten

    Offene Verbindungen beenden, Replik zur führenden machen, danach die Schreibprobe ausführen. Ohne das Beenden bleibt die Umschaltung hängen (Test im Juli).

    ## 4.1 Zertifikat aus dem Tresor holen und prüfen

    Gültigkeit und Fingerabdruck vergleichen, bevor etwas eingespielt wird.

    ## 4.2 Zertifikat einspielen und Gateways neu starten

    Ein Gateway nach dem anderen; vor dem nächsten die Prüfseite aufrufen.

    ## 5 Eingang umleiten

    Verkehr auf die zweite Region lenken, zehn Minuten beobachten.

    ## 6.1 Auslieferung anhalten

    Laufende Auslieferungen in allen Regionen abbrechen.

    ## 6.3 Vorherige Version in allen Regionen einspielen

    Reihenfolge: North Europe, West Europe. Probedruck nach jeder Region.
sample-guide-change = Schritt 3 beendet offene Verbindungen vor der Umschaltung. Der jährliche Test blieb dort zunächst hängen.
sample-plan-title = Umschaltung des Cloud-Drucks in die zweite Region
sample-plan-scenario = Azure West Europe fällt aus, die Dauer ist nicht absehbar; der Cloud-Druck läuft in North Europe weiter.
sample-plan-starts = Eingang der ersten Region abgeschaltet
sample-plan-ends = Probedruck in der zweiten Region gelungen
sample-plan-objective = Kunden drucken aus der zweiten Region
sample-plan-criterion = Probedruck gelingt höchstens 120 Minuten nach dem Abschalten, Datenverlust höchstens 15 Minuten.
sample-plan-role-lead = Testleitung
sample-plan-role-engine = Bereitstellung
sample-plan-evidence = Foto oder Ausdruck des Probedrucks
sample-plan-stop = Abbrechen, wenn die Schreibprobe zweimal scheitert.
sample-plan-step-1 = Beteiligte einweisen und Ausgangslage festhalten
sample-plan-step-1-how = Ziel, Abbruchregel und Rollen nennen. Letzten Datenstand notieren.
sample-plan-step-1-expected = Alle Rollen besetzt, Datenstand notiert.
sample-plan-step-2 = Eingang der ersten Region abschalten
sample-plan-step-2-how = Verkehr für den Testmandanten sperren, Überwachung stumm schalten.
sample-plan-step-2-expected = Kein Auftrag erreicht die erste Region.
sample-plan-step-3 = Datenbank umschalten
sample-plan-step-3-how = Replik in North Europe zur führenden machen, danach die Schreibprobe ausführen.
sample-plan-step-3-expected = Schreibprobe gelingt.
sample-plan-step-4 = Probedruck aus der zweiten Region
sample-plan-step-4-how = Drei Etiketten des Testmandanten drucken.
sample-plan-step-4-expected = Alle drei Etiketten stimmen mit der Vorlage überein.
sample-plan-step-5 = Zurückschalten und aufräumen
sample-plan-step-5-how = Eingang der ersten Region öffnen, Testaufträge löschen, Überwachung einschalten.
sample-plan-step-5-expected = Ausgangslage wiederhergestellt, keine Testdaten übrig.
sample-test-place = Besprechungsraum Hafen und per Videokonferenz
sample-test-environment = Testmandant in der Produktionsumgebung
sample-test-failed = Umschaltung bleibt hängen: offene Verbindungen der ersten Region halten die Replik fest.
sample-test-analysis = Ziel nach 94 von 120 Minuten erreicht; die Umschaltung der Datenbank brauchte einen zweiten Anlauf.
sample-test-integrity = Stichprobe von 50 Aufträgen mit der Quelle verglichen, keine Abweichung.
sample-test-alarm = Rufkette in elf Minuten vollständig.
sample-test-removal = Testaufträge und Testzugänge gelöscht, Protokoll liegt bei.
sample-test-strengths = Ruhige Führung, klare Abbruchregel, gute Abstimmung mit dem Vorfallsteam.
sample-test-improvements = Schritt 3 muss offene Verbindungen beenden, bevor umgeschaltet wird.
sample-test-hot-wash = Alle Beteiligten halten den Ablauf für tragfähig; der Leitfaden soll genauer werden.
sample-test-documents = Wiederherstellungsleitfaden, Schritt 3
sample-test-management = RTO eingehalten, eine Auflage.
sample-test-conditions = Schritt 3 des Leitfadens nachbessern und im nächsten Test erneut zeigen.
sample-test-verdict = Das Ziel wurde in der vorgegebenen Zeit erreicht; die Abweichung ist verstanden.
sample-finding-title = Umschaltung der Datenbank bleibt bei offenen Verbindungen hängen
sample-finding-action = Offene Verbindungen vor der Umschaltung beenden
sample-finding-done = Skript beendet Verbindungen, Leitfaden angepasst.
sample-finding-checked = Skript in der Testumgebung zweimal ausgeführt und Protokoll gelesen.
sample-change-title = Verbindungen vor der Umschaltung der Datenbank beenden
sample-change-wanted = Das Umschaltskript beendet offene Verbindungen der ersten Region, bevor es die Replik zur führenden macht.
sample-change-reason = Im jährlichen Test blieb die Umschaltung hängen und kostete 35 Minuten.
sample-change-risk = Laufende Aufträge brechen ab; sie werden ohnehin wiederholt.
sample-change-assessed = Kleiner Eingriff in ein Skript, ein Tag Arbeit, in der Testumgebung prüfbar.
sample-change-decided = Vor dem nächsten Test umsetzen.
sample-change-other-day = Auslieferung erst nach dem Quartalsabschluss möglich.
sample-change-done = Skript erweitert, Durchsicht durch zweite Person, ausgeliefert.
sample-change-method = Umschaltung in der Testumgebung mit 200 offenen Verbindungen
sample-change-result = Umgeschaltet in vier Minuten, keine hängende Verbindung.
sample-change-effect = Probelauf der Umschaltung in vier statt 35 Minuten.
sample-change-two-title = Zweiter Messpunkt für die Schnittstelle
sample-change-two-wanted = Die Schnittstelle wird zusätzlich aus North Europe überwacht.
sample-change-two-reason = Ein gestörter Messpunkt hat im Frühjahr einen Fehlalarm ausgelöst.
sample-change-two-risk = Keines; ein weiterer Alarm im Monat ist zu erwarten.
sample-change-two-assessed = Machbar mit der vorhandenen Überwachung.
sample-change-two-decided = Bis Jahresende umsetzen.
sample-text-title = Kommunikation im Notfall
sample-text-text =
    # Kommunikation im Notfall

    Die erste Nachricht an betroffene Benutzer geht spätestens 20 Minuten nach der Erklärung des Notfalls hinaus.

    ## 1 Erste Nachricht

    Vorlage „Erste Meldung“ verwenden, Umfang und nächste Nachricht nennen.

    ## 2 Weitere Nachrichten

    Jede nennt den Stand, die erwartete Behebung und den Zeitpunkt der nächsten.
sample-review-proof = Verlauf des Notfalls und Auswertung der Zeiten
sample-review-suitability = Der Prozess passt zu Aufbau und Diensten der Organisation.
sample-review-adequacy = Rollen und Mittel reichten aus.
sample-review-effectiveness = Der Dienst war innerhalb der Ziele wieder verfügbar.
sample-review-no-change = Bereits durch eine Maßnahme des Notfalls abgedeckt.
sample-review-no-teams = Das Ergebnis ändert für kein Team etwas.
sample-review-concluded = Der Prozess hat getragen; was zu bessern war, steht in den Maßnahmen.
sample-storage-credits = Gutschrift für zwei Mandanten mit Premium-Vertrag; bei Microsoft mit der Abrechnung des Monats geltend gemacht.
sample-certificate-credits = Keine: Die Ursache lag bei uns, die zugesagte Verfügbarkeit des Monats ist eingehalten.
sample-release-credits = Wird mit der Abrechnung des Monats entschieden.
