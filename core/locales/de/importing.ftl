# Der Bildschirm „Import“. Gründe und Auffälligkeiten stehen in import.ftl.
importing-files = Dateien
importing-drop = Dateien hierher ziehen
importing-formats = Statuspage (JSON), Google Cloud incidents.json, Azure Service Health und Aktivitätsprotokoll, Warnmeldungen, cState-Ordner, CSV, Excel, auch als ZIP. Das Format wird am Inhalt erkannt.
importing-choose = Dateien wählen …
importing-choose-folder = Ordner wählen …
importing-folder = Ordner
importing-checking = Probelauf: Die Dateien werden gelesen
importing-taking-over = Übernahme läuft
importing-undoing = Übernahme wird zurückgenommen
importing-reading = Erkannt: { $format }
importing-zone-wanted = Diese Quelle nennt Zeiten ohne Zeitzone. In welcher Zone sind sie gemeint?
importing-zone-example = Zum Beispiel „{ $example }“, vorerst gelesen als { $zone }.
importing-zone = Zeitzone der Quelle
importing-rule = Was ist ein Notfall?
importing-rule-hint = Zum Beispiel keyword, impact>=major and length>=4h, label="P1". Alles andere wird als Vorfall übernommen.
importing-rule-default = keyword
importing-apply = Anwenden
importing-name = Name der Quelle
importing-name-hint = Mit der Nummer der Schlüssel, an dem ein Eintrag beim nächsten Mal wiedererkannt wird.
importing-day-first-question = Ist 03/04 der 3. April oder der 4. März? Die Werte verraten es nicht.
importing-day-first = Der Tag steht vor dem Monat
importing-row-change = Eine Zeile ist eine Änderung
importing-row-change-hint = Zeilen mit derselben Nummer gehören dann zu einem Vorgang.
importing-columns = { $rows ->
    [one] Eine Zeile. Was bedeutet jede Spalte?
   *[other] { $rows } Zeilen. Was bedeutet jede Spalte?
}
importing-no-heading = Spalte { $place }
importing-would = Das würde die Übernahme tun
importing-new = Neu
importing-changed = Geändert
importing-unchanged = Unverändert
importing-refused = Nicht übernommen
importing-emergencies = davon Notfälle
importing-doubtful = Auffällig
importing-findings = Befunde
importing-refused-hint = Diese Zeilen kommen nicht ins Register.
importing-doubtful-hint = Diese Angaben werden so übernommen, wie sie dastehen, und am Vorgang gezeigt.
importing-none = Nichts dergleichen.
importing-csv = Als CSV sichern …
importing-refused-file = nicht-uebernommen.csv
importing-doubtful-file = auffaellig.csv
importing-file = Datei
importing-rule-first = Die getippte Regel zuerst anwenden.
importing-name-first = Den getippten Namen der Quelle zuerst anwenden.
importing-look-first = Der Probelauf steht noch aus.
importing-nothing-new = In diesen Dateien steht nichts Neues.
importing-take-over = { $count } übernehmen
importing-discard = Verwerfen
importing-safe = Bis hierher wurde nichts geschrieben.
importing-to-register = Zum Register
importing-again = Weitere Dateien übernehmen
importing-before = Frühere Übernahmen
importing-undo = Zurücknehmen
importing-undo-title = Übernahme von „{ $file }“ zurücknehmen?
importing-undo-consequence = Alle Vorgänge dieser Übernahme werden aus dem Register genommen, Änderungen an vorhandenen zurückgesetzt. Vorgänge, die seither jemand bearbeitet hat, bleiben stehen. Das Protokoll behält beides.
importing-was-undone = zurückgenommen
importing-broken-off = abgebrochen

## Formate
import-format-statuspage = Statuspage
import-format-google-cloud = Google Cloud
import-format-azure = Azure
import-format-azure-service-health = Azure Service Health
import-format-cstate = cState
import-format-table = Tabelle
import-format-servicenow = ServiceNow
import-format-alertmanager = Alertmanager
import-format-webhook = Webhook

## Was eine Spalte bedeutet
import-field-ignore = nicht übernehmen
import-field-id = Nummer
import-field-title = Titel
import-field-text = Beschreibung
import-field-note = Notiz oder Meldung
import-field-url = Link
import-field-kind = Art
import-field-impact = Schwere
import-field-status = Stand
import-field-impact-start = Beginn der Auswirkung
import-field-noticed = Bemerkt
import-field-mitigated = Abgemildert
import-field-ended = Ende der Auswirkung
import-field-closed = Geschlossen
import-field-modified = Zuletzt geändert
import-field-planned-start = Geplanter Beginn
import-field-planned-end = Geplantes Ende
import-field-author = Wer
import-field-revision = Zähler der Änderungen
import-field-service = Dienst
import-field-region = Region
import-field-label = Etikett
import-field-changed-field = Geändertes Feld
import-field-old-value = Alter Wert
import-field-new-value = Neuer Wert
import-field-fact = weiteres Feld
