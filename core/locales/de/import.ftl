# Übernehmen von Historien: was an einer Quelle nicht stimmt (dirt-), warum etwas nicht übernommen wurde (import-refused-),
# und was die Kommandozeile dazu sagt.

dirt-end-before-start = Das Ende liegt vor dem Beginn ({ $value }). Beides bleibt stehen; eine Dauer wird daraus nicht berechnet.
dirt-zone-missing = Zeiten ohne Zeitzone, gelesen als { $value }
dirt-sentinel = „{ $value }“ steht in der Quelle für „keine Zeit“.
dirt-year-out-of-range = Unmögliches Jahr: „{ $value }“
dirt-not-a-time = Keine lesbare Zeit: „{ $value }“
dirt-in-the-future = Liegt in der Zukunft: „{ $value }“
dirt-skipped-hour = { $value } gab es wegen der Umstellung auf Sommerzeit nicht; gelesen eine Stunde später.
dirt-doubled-id = Dieselbe Nummer steht noch einmal in der Quelle: { $value }. Die neuere Angabe gilt, alle Meldungen wurden behalten.
dirt-large-number = Sehr große Zahl, Ziffer für Ziffer behalten: { $value }
dirt-text-shortened = Text gekürzt (ursprünglich { $value } Bytes); der ganze Text liegt bei den Nachweisen.
dirt-list-shortened = Liste gekürzt (ursprünglich { $value } Einträge)
dirt-unknown-word = Unbekanntes Wort der Quelle: „{ $value }“
dirt-repeated-text = Derselbe Text stand { $value }-mal in der Quelle und wurde einmal übernommen.
dirt-missing-title = Ohne Titel; die erste Zeile des Textes dient als Titel.
dirt-missing-impact-start = Der Beginn der Störung fehlt.
dirt-missing-id = Ohne Nummer; der Titel dient als Nummer.
dirt-missing = Angabe fehlt: { $value }
dirt-own-word = Die Quelle sagt inzwischen „{ $value }“. Behalten wurde, was hier jemand festgehalten hat.
dirt-unreadable-bytes = Unlesbare Zeichen wurden durch � ersetzt.
dirt-encoding = Nicht UTF-8, gelesen als { $value }
dirt-time-unknown = Eine Meldung ohne Zeit; ihr Platz im Verlauf ist geschätzt.

import-refused-empty = Die Datei ist leer.
import-refused-not-recognised = Dieser Inhalt ist keinem Format bekannt.
import-refused-columns-unknown = Keine Spalte sieht nach Nummer oder Titel eines Vorfalls aus. Die Spalten sind: { $columns }. Bitte zuordnen, welche was bedeutet (im Fenster unter „Spalten“, auf der Befehlszeile mit --mapping).
import-refused-malformed = Der Inhalt ist beschädigt oder unvollständig: { $detail }
import-refused-too-large = Größer als { $limit } Bytes
import-refused-too-many-files = Mehr als { $limit } Dateien
import-refused-encrypted = Mit einem Kennwort geschützt
import-refused-no-id = Ohne Nummer: der Eintrag ließe sich nicht wiederfinden.
import-refused-no-title = Weder Titel noch Text
import-refused-not-an-incident = Kein Vorfall, keine Wartung und kein Hinweis: { $what }
import-refused-wrong-number-of-fields = { $found } Felder statt { $expected }
import-refused-no-time-of-change = Eine Änderung ohne Zeit
import-refused-rule = Eine Regel steht dagegen: { $detail }

import-csv-place = Stelle
import-csv-reason = Grund
import-csv-sentence = Erläuterung
import-done = { $new } neu, { $changed } geändert, { $unchanged } unverändert, { $refused } nicht übernommen
import-would = Probelauf: { $new } neu, { $changed } geändert, { $unchanged } unverändert, { $refused } nicht übernommen. Geschrieben wurde nichts.
import-zone-assumed = Zeiten ohne Zeitzone ({ $count }, etwa „{ $example }“) wurden als { $zone } gelesen. Eine andere Zone nennt --zone.
import-refused-line = { $place }: { $sentence }
import-batch = Übernahme { $number }
import-undone = { $records ->
    [one] Ein Vorgang
   *[other] { $records } Vorgänge
} der Übernahme zurückgenommen, { $kept ->
    [one] ein seither geänderter blieb stehen.
   *[other] { $kept } seither geänderte blieben stehen.
}
error-person-needed = Mehrere nehmen teil; bitte mit --as sagen, wer handelt. Bekannt sind: { $known }
error-import-stopped = Angehalten. Es wurde nichts übernommen.
error-import-rule = { $reason ->
    [unknownField] Ein Feld „{ $name }“ kennt die Regel nicht; es gibt keyword, impact, length, status, kind, service, region, label und title.
    [unknownValue] „{ $value }“ ist kein Wert für { $field }.
    [tooLong] Die Regel ist zu lang oder zu tief geklammert.
   *[other] Die Regel für Notfälle lässt sich so nicht lesen.
} Beispiel: impact>=major and length>=4h
error-import-zone = „{ $zone }“ ist keine Zeitzone. Beispiel: Europe/Berlin
error-import-format = Ein Format „{ $format }“ gibt es nicht.
