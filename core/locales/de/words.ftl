# Die Wörter des Prozesses, wie Bildschirm und Papier sie sagen: Name der Aufzählung, dann der Wert.

## Genommene Schritte
taken-step-assessment-started = Bewertung begonnen
taken-step-escalation-proposed = Eskalation beantragt
taken-step-escalation-declined = Eskalation abgelehnt
taken-step-solved-by-support = Regulär gelöst
taken-step-emergency-declared = Notfall erklärt
taken-step-team-formed = Notfallteam gebildet
taken-step-analysis-completed = Analyse abgeschlossen
taken-step-decided-to-wait = Warten auf den Anbieter entschieden
taken-step-decided-to-recover = Eigene Wiederherstellung entschieden
taken-step-recovery-started = Wiederherstellung begonnen
taken-step-running = Wieder angelaufen
taken-step-restored = Vollständig wiederhergestellt
taken-step-relapsed = Rückfall eingetragen
taken-step-emergency-ended = Notfall beendet
taken-step-downgraded = Zurückgestuft
taken-step-follow-up-started = Nachbereitung begonnen
taken-step-customer-reports-recorded = Kunden informiert
taken-step-closed = Geschlossen
taken-step-reopened = Wieder geöffnet

## Eingetragenes, das sich zurücknehmen lässt
deed-kind-deployment-team-consulted = Bereitstellungsteam hinzugezogen
deed-kind-role-assigned = Rolle besetzt
deed-kind-role-released = Rolle abgegeben
deed-kind-outside-joined = Mit anderer Quelle verbunden
deed-kind-provider-judged = Verschulden des Anbieters beurteilt
deed-kind-provider-contacted = Anbieter kontaktiert
deed-kind-provider-checked = Fortschritt beim Anbieter geprüft
deed-kind-provider-case-advanced = Fall beim Anbieter fortgeschrieben
deed-kind-step-recorded = Schritt des Leitfadens
deed-kind-message-released = Nachricht freigegeben
deed-kind-message-sent = Nachricht versandt
deed-kind-message-failed = Nachricht nicht zugestellt
deed-kind-recommendation-completed = Maßnahme erledigt
deed-kind-recommendation-dropped = Maßnahme verworfen
deed-kind-legally-classified = Meldepflicht entschieden
deed-kind-authority-notified = Behörde benachrichtigt
regime-nis2 = NIS2, § 32 BSIG
regime-dora = DORA
legal-stage-first = Erste Meldung
legal-stage-notice = Meldung
legal-stage-interim = Zwischenmeldung
legal-stage-final = Abschlussmeldung
deed-kind-evidence-attached = Nachweis abgelegt

## Wo ein Vorfall steht
phase-reported = Erfasst
phase-in-assessment = In Bewertung
phase-escalation-proposed = Eskalation beantragt
phase-solved-by-support = Regulär gelöst
phase-declared = Notfall erklärt
phase-team-formed = Notfallteam gebildet
phase-analysed = Analysiert
phase-waiting-for-provider = Wartet auf Anbieter
phase-own-recovery = Eigene Wiederherstellung
phase-restored = Dienst wiederhergestellt
phase-ended = Notfall beendet
phase-follow-up = Nachbereitung
phase-report-approved = Bericht freigegeben
phase-customers-informed = Kunden informiert
phase-closed = Geschlossen
phase-downgraded = Zurückgestuft
phase-withdrawn = Aus dem Register genommen

## Woher der erste Hinweis kam
source-monitoring = Warnmeldung der Überwachung
source-support-phone = Support-Anfrage per Telefon
source-support-mail = Support-Anfrage per E-Mail
source-other = Anderes Ereignis

## Wie schwer
severity-low = Gering
severity-medium = Mittel
severity-high = Hoch
severity-critical = Kritisch

## Benannte Zeitpunkte
milestone-impact-start = Beginn der Auswirkung
milestone-noticed = Bemerkt
milestone-ticket-opened = Erstes Ticket eröffnet
milestone-assessment-started = Bewertung begonnen
milestone-deployment-consulted = Bereitstellungsteam hinzugezogen
milestone-escalation-decided = Über Eskalation entschieden
milestone-team-formed = Notfallteam gebildet
milestone-provider-contacted = Anbieter kontaktiert
milestone-wait-or-recover-decided = Warten oder Wiederherstellen entschieden
milestone-recovery-started = Wiederherstellung begonnen
milestone-provider-mitigated = Anbieter meldet Störung behoben
milestone-running = Wieder angelaufen
milestone-restored = Vollständig wiederhergestellt
milestone-ended = Ende erklärt
milestone-closed = Geschlossen

## Was in Worten festgehalten wird
fact-description = Beschreibung
fact-summary = Zusammenfassung
fact-scope = Umfang
fact-impact = Auswirkung
fact-functions = Betroffene Funktionen
fact-data-loss = Datenverlust
fact-cost = Kosten
fact-countries = Betroffene Länder
fact-cause = Ursache
fact-detection = Entdeckung
fact-why-not-earlier = Warum nicht früher bemerkt
fact-escalation-criteria = Eskalationskriterien
fact-trigger = Auslöser
fact-root-causes = Grundursachen
fact-contributing-factors = Begünstigende Faktoren
fact-resolution = Lösung
fact-temporary-measures = Vorläufige Maßnahmen
fact-promptness = Güte der Reaktion: Schnelligkeit
fact-analysis-quality = Güte der Reaktion: Analyse
fact-escalation-quality = Güte der Reaktion: Eskalation
fact-communication-quality = Güte der Reaktion: Kommunikation
fact-went-well = Was gut lief
fact-went-badly = Was schlecht lief
fact-luck = Wo wir Glück hatten
fact-legal-classification = Rechtliche Einordnung
fact-credits = Service-Gutschriften

## Klassen der Ursache
cause-class-provider = Plattform des Anbieters
cause-class-change = Eigene Änderung
cause-class-software = Fehler in unserer Software
cause-class-configuration = Konfiguration
cause-class-capacity = Kapazität
cause-class-network = Netz oder Namensauflösung
cause-class-access = Zertifikate, Schlüssel, Berechtigungen
cause-class-security = Angriff
cause-class-third-party = Anderer Dritter
cause-class-operation = Fehler im Betrieb
cause-class-unknown = Nicht gefunden

## Arten von Einträgen
entry-kind-status = Statusaktualisierung
entry-kind-decision = Entscheidung
entry-kind-action = Maßnahme
entry-kind-communication = Kommunikation
entry-kind-provider = Anbieter
entry-kind-milestone = Meilenstein
entry-kind-evidence = Nachweis

## Rollen im Notfallteam
team-role-lead = Leitung
team-role-recovery = Wiederherstellung
team-role-provider-contact = Kontakt zum Anbieter
team-role-communication = Kommunikation
team-role-recorder = Protokoll
team-role-adviser = Beratung

## Berichte
report-kind-post-incident = Nachbericht
report-kind-dr-test = Test
report-kind-process-review = Überprüfung

## Anbieter
provider-fault-yes = Anbieter verantwortlich
provider-fault-partly = Anbieter teilweise verantwortlich
provider-fault-no = Anbieter nicht verantwortlich
provider-fault-unknown = Noch nicht bekannt
provider-state-opened = Offen
provider-state-confirmed = Vom Anbieter bestätigt
provider-state-mitigated = Entschärft
provider-state-resolved = Behoben
provider-state-review-expected = Untersuchungsbericht erwartet
provider-state-review-received = Untersuchungsbericht erhalten
provider-state-no-review = Kein Untersuchungsbericht
confidentiality-public = Öffentlich
confidentiality-internal = Intern
confidentiality-confidential = Vertraulich
confidentiality-strictly-confidential = Streng vertraulich
provider-choice-wait = Auf den Anbieter warten
provider-choice-recover = Selbst wiederherstellen

## Schritte des Leitfadens
step-result-done = Erledigt
step-result-deviated = Mit Abweichung erledigt
step-result-skipped = Übersprungen
step-result-failed = Fehlgeschlagen

## Nachrichten an Benutzer
audience-affected-users = Betroffene Benutzer
audience-customers = Bestimmte Kunden
audience-internal = Interne Teams
audience-authority = Behörde
audience-public = Öffentlichkeit
channel-mail = E-Mail
channel-status-page = Statusseite
channel-phone = Telefon
channel-portal = Support-Portal
channel-other = Anderer Weg
message-status-investigating = Wird untersucht
message-status-identified = Ursache gefunden
message-status-recovering = Wiederherstellung läuft
message-status-monitoring = Läuft wieder, wird beobachtet
message-status-resolved = Behoben
message-state-draft = Entwurf
message-state-released = Freigegeben
message-state-sent = Versandt
message-state-failed = Versand fehlgeschlagen

## Empfehlungen
recommended-to-users = Für Benutzer
recommended-to-us = Für uns
action-kind-correction = Sofortkorrektur
action-kind-corrective = Korrekturmaßnahme
action-kind-improvement = Verbesserungsmaßnahme
priority-low = Niedrig
priority-medium = Mittel
priority-high = Hoch
recommendation-state-open = Offen
recommendation-state-done = Erledigt
recommendation-state-dropped = Verworfen
customer-reports-sent = Berichte versandt
customer-reports-none-affected = Keine Benutzer betroffen

## Herkunft
outside-kind-incident = Vorfall
outside-kind-maintenance = Geplante Wartung
outside-kind-notice = Hinweis

## Rollen im Prozess
role-process-manager = Prozessleitung
role-test-coordinator = Testkoordination
role-deployment-team = Bereitstellungsteam
role-recorder = Vorfalls- und Notfallteam
role-management = Management
role-auditor = Revision

## Teams
team-kind-support = Support
team-kind-incident = Vorfallsteam
team-kind-deployment = Bereitstellungsteam
team-kind-disaster = Notfallteam
team-kind-process-management = Team für die Verwaltung des Wiederherstellungsprozesses
team-kind-other = Anderes Team

## Uhren
clock-next-update = Nächste Statusaktualisierung
clock-expected-repair = Voraussichtliche Behebung
clock-waiting-limit = Wartegrenze
clock-provider-review = Untersuchungsbericht des Anbieters
clock-state-running = Läuft
clock-state-kept = Eingehalten
clock-state-late = Überschritten
clock-state-unproven = Nicht nachweisbar

## Gemessene Dauern
duration-to-notice = Bis zum Bemerken
duration-to-assess = Bis zur Bewertung (Reaktionszeit)
duration-to-decide = Bis zur Entscheidung
duration-to-form-team = Bis das Notfallteam stand
duration-to-run = Bis zum Wiederanlauf (RTA)
duration-to-restore = Bis zur Wiederherstellung
duration-to-handle = Bearbeitungszeit
duration-downtime = Ausfallzeit
