# Die Hülle des Fensters und die Wörter, die jeder Bildschirm braucht.

## Schalter
close = Schließen
cancel = Abbrechen
open = Öffnen
save = Speichern
undo = Rückgängig
undo-done = Rückgängig gemacht. Auch das steht im Protokoll.
undo-nothing = Es gibt nichts rückgängig zu machen.
try-again = Erneut versuchen
copy-details = Details kopieren
paper-as-pdf = Als PDF
loading = Lädt …
not-recorded = nicht erfasst
toasts = Hinweise
chip-remove = { $name } entfernen

## Felder
field-optional = optional
select-placeholder = Bitte wählen
combo-placeholder = Tippen oder wählen
combo-open = { $name }: Auswahl öffnen
combo-none = Nichts gefunden.
combo-free = „{ $text }“ wird so übernommen.
combo-no-choice = „{ $text }“ steht nicht zur Wahl. Bitte etwas aus der Liste wählen oder das Feld leeren.
combo-more = { $count ->
    [one] Ein weiterer Eintrag: weitertippen
   *[other] { $count } weitere Einträge: weitertippen
}
number-unreadable = Das ist keine Zahl zwischen { $min } und { $max }. Beispiel: 12
form-problems = { $count ->
    [one] Ein Feld braucht noch eine Angabe:
   *[other] { $count } Felder brauchen noch eine Angabe:
}
dialog-discard-question = Die Eingaben verwerfen?
dialog-keep-editing = Weiter bearbeiten
dialog-discard = Verwerfen

## Zeitpunkte
moment-placeholder = 22.11. 14:30, jetzt, -15m
moment-now = Jetzt
moment-now-word = jetzt
moment-zone = Zeitzone { $zone }
moment-precision = Genauigkeit: { $name }
moment-exact = genau
moment-about = ungefähr
moment-unknown = unbekannt
moment-about-short = ca.
moment-is-unknown = Der Zeitpunkt ist nicht bekannt.
moment-twice = Diese Uhrzeit gibt es in dieser Nacht zweimal.
moment-other = Gemeint ist { $other }
moment-unreadable = Das lässt sich nicht als Zeitpunkt lesen. Möglich sind zum Beispiel: 22.11. 14:30, 221126 1430, gestern 8:15, jetzt, -15m.
moment-no-such-day = Diesen Tag gibt es nicht.
moment-no-such-time = Diese Uhrzeit gibt es nicht.
moment-skipped-hour = Diese Uhrzeit gibt es nicht: In dieser Nacht wird die Uhr vorgestellt.

## Dauern
duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-hours = { $hours } h { $minutes } min
duration-days = { $days ->
    [one] 1 Tag { $hours } h
   *[other] { $days } Tage { $hours } h
}
distance-ahead = in { $duration }
distance-ahead-days = in { $days } Tagen { $hours } h
distance-past = vor { $duration }
distance-past-days = vor { $days } Tagen { $hours } h
distance-late = überfällig seit { $duration }
distance-late-days = überfällig seit { $days } Tagen { $hours } h

## Listen
table-count = { $count ->
    [0] Keine Zeilen
    [one] Eine Zeile
   *[other] { $count } Zeilen
}
filter-several = { $count } gewählt
filter-clear = Auswahl aufheben
filter-reset = Filter zurücksetzen
progress-of = { $done } von { $total }
progress-open = { $done }

## Tasten
key-arrowup = ↑
key-arrowdown = ↓
key-arrowleft = ←
key-arrowright = →
key-ctrl = Strg
key-shift = Umschalt
key-alt = Alt
key-enter = Enter
key-esc = Esc
key-space = Leertaste
key-up = ↑
key-down = ↓
key-plus = +
key-minus = −

## Bereiche
area-today = Heute
area-incidents = Notfälle
area-calendar = Kalender
area-reviews = Prüfungen
area-findings = Feststellungen
area-changes = Änderungen
area-tests = Tests
area-guide = Leitfaden
area-notices = Mitteilungen
area-reports = Berichte
area-import = Import
area-log = Protokoll
area-settings = Einstellungen
area-start = Erste Schritte

## Hülle
shell-skip = Zum Inhalt springen
shell-areas = Bereiche
shell-breadcrumb = Sie sind hier
shell-search = Suchen …
shell-rail = Seitenleiste ein- oder ausklappen
shell-acting = { $name }, { $role }
shell-reminders = { $count ->
    [0] Erinnerungen, keine wartet
    [one] Erinnerungen, eine wartet
   *[other] Erinnerungen, { $count } warten
}
shell-running-emergency = Notfall läuft
shell-test-running = Test läuft
shell-test-interrupted = Test unterbrochen
shell-test-step = Schritt { $steps } · { $done } von { $all } erledigt
shell-test-steps = { $done } von { $all } Schritten erledigt
shell-running-since = { $days ->
    [0] seit { $duration }
   *[other] seit { $days } Tagen
}
shell-running-more = { $count ->
    [one] und ein weiterer laufender Notfall
   *[other] und { $count } weitere laufende Notfälle
}
shell-backup-failed = Die Sicherung von heute ist nicht gelungen.
shell-backup-again = Noch einmal sichern
shell-backups = Sicherungen ansehen
shell-read-only = Diese Arbeitsmappe ist schreibgeschützt geöffnet. Ansehen, Drucken und Ausgeben geht, Ändern nicht.
shell-link-copied = Link kopiert: { $link }
shell-not-found = Diese Seite gibt es nicht.
shell-not-found-hint = Der Link zeigt auf etwas, das es in dieser Arbeitsmappe nicht gibt.
shell-to-today = Zu „Heute“
shell-crashed = Diese Ansicht konnte nicht gezeichnet werden. Erfasste Daten sind davon nicht betroffen.

## Tastenkürzel
keys-title = Tastenkürzel
keys-here = Auf diesem Bildschirm
keys-everywhere = Überall
keys-go = Gehe zu
keys-table = In der Liste
keys-row-before = Zeile davor
keys-row-after = Zeile danach
keys-row-more = Mehrere Zeilen auswählen
keys-row-beside = Zeile daneben zeigen
keys-row-select = Zeile auswählen
keys-row-open = Zeile öffnen
keys-single-off = Einzelne Tasten sind in den Einstellungen ausgeschaltet.
keys-palette = Suchen und Befehle
keys-overlay = Tastenkürzel zeigen
keys-zoom-in = Vergrößern
keys-zoom-out = Verkleinern
keys-zoom-reset = Normale Größe
keys-rail = Seitenleiste ein- oder ausklappen
keys-copy-link = Link zu dieser Seite kopieren
keys-back = Zurück
keys-report-incident = Vorfall melden
keys-reminders = Erinnerungen

## Palette
palette-title = Suchen und Befehle
palette-placeholder = Nummer, Titel oder Befehl
palette-list = Treffer
palette-none = Nichts gefunden für „{ $text }“.
palette-records = Notfälle und Vorfälle
palette-commands = Befehle
palette-areas = Bereiche
palette-hint-open = öffnen
palette-hint-move = bewegen

## Fehler, für die Rust keinen eigenen Satz hat
error-unexpected = Das hat nicht geklappt: Im Fenster ist ein unerwarteter Fehler aufgetreten. Erfasste Daten sind nicht betroffen. Bitte noch einmal versuchen; bleibt der Fehler, helfen die kopierten Details beim Melden.
error-without-words = Das wurde abgelehnt (Grund „{ $code }“). Geändert wurde nichts. Bitte Details kopieren und melden, damit dieser Grund einen eigenen Satz bekommt.

## Personen
person-erased = (Name gelöscht)
acting-title = Wer sind Sie?
acting-lead = Alles, was Sie in dieser Arbeitsmappe erfassen, trägt Ihren Namen.
acting-choose = Als { $name } arbeiten
acting-none = In dieser Arbeitsmappe ist noch niemand eingetragen.
error-nobody-acts = Das wurde nicht erfasst, weil noch nicht feststeht, wer Sie sind. Bitte wählen Sie zuerst Ihren Namen.
acting-other-workspace = Andere Arbeitsmappe öffnen
undo-of = Rückgängig: { $what }
palette-hint-beside = daneben öffnen
palette-kind-emergency = Notfall
palette-kind-incident = Vorfall
table-width = Breite der Spalte „{ $column }“
