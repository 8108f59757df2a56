# Berichte: ausgegebene Papiere, Entwürfe, Vorschau.
reports-waiting = Notfälle, die auf ihren Bericht warten
reports-waiting-tests = Tests, die auf ihren Bericht warten
reports-waiting-reviews = Überprüfungen, die auf ihren Bericht warten
reports-preview = Vorschau
reports-issued-list = Ausgegebene Berichte
reports-none = Noch ist kein Bericht ausgegeben.
reports-none-hint = Ein Bericht entsteht aus einem Notfall in der Nachbereitung oder aus einer freigegebenen Prozess-Überprüfung.
reports-unknown = Den Bericht { $number } gibt es in dieser Arbeitsmappe nicht.
reports-to-list = Zu den Berichten
reports-version = Fassung
reports-version-of = Fassung { $version }, { $when }
reports-about = Vorgang
reports-language = Sprache
reports-approver = Freigegeben von
reports-author = Verfasst von
reports-reviewer = Geprüft von
reports-confidentiality = Vertraulichkeit
reports-distribution = Verteiler
reports-distribution-hint = Wer den Bericht bekommt, zum Beispiel: Geschäftsführung; Team Wiederherstellung.
reports-changes = Was hat sich geändert und warum?
reports-unsaid = Keine Angabe
reports-approver-missing = Es fehlt, wer den Bericht freigibt.
reports-issued = Ausgegeben
reports-pages-count = Seiten
reports-draft-title = Entwurf des Nachberichts: { $number }
reports-draft-title-review = Entwurf des Berichts der Überprüfung: { $number }
reports-draft-title-test = Entwurf des Testberichts: { $number }
reports-draft-name = Entwurf
reports-gaps = { $count ->
    [one] Vor der Freigabe fehlt noch eine Angabe
   *[other] Vor der Freigabe fehlen noch { $count } Angaben
}
reports-print = Drucken …
reports-issue = Freigeben und ausgeben
reports-issue-title = Nachbericht zu { $number } freigeben?
reports-issue-title-review = Bericht der Überprüfung { $number } freigeben?
reports-issue-title-test = Bericht des Tests { $number } freigeben?
reports-issue-again-title = Neue Fassung von { $number } freigeben?
reports-issue-consequence = Der Bericht erhält eine Nummer und wird mit seinem Hash als Nachweis aufbewahrt. Danach lässt er sich nicht mehr ändern; eine Berichtigung ist eine neue Fassung.
reports-issue-again-consequence = Das wird Fassung { $version }. Die früheren Fassungen bleiben aufbewahrt.
reports-issued-done = { $number } ist ausgegeben.
reports-hash-copy = Hash kopieren
reports-hash-copied = Hash kopiert

## Vorschau
reports-page = Seite { $page } von { $pages }
reports-to-page = Zu Seite { $page }
reports-page-back = Seite zurück
reports-page-next = Seite vor
reports-pages = Seiten des Berichts
reports-overview = Seitenübersicht
reports-smaller = Verkleinern
reports-larger = Vergrößern
reports-fit = Seitenbreite
reports-search = Im Bericht suchen
reports-hits = { $count ->
    [0] Nichts gefunden
    [one] Auf einer Seite
   *[other] Auf { $count } Seiten
}
## Neuer Bericht
reports-create = Bericht erstellen
reports-create-lead = Wählen Sie den Vorgang. Der Entwurf zeigt dann, was vor der Freigabe noch fehlt.
reports-record-missing = Es fehlt, zu welchem Vorgang der Bericht gehört.
reports-to-draft = Entwurf zeigen
reports-kind = Art
reports-state-valid = gültig
reports-state-replaced = ersetzt
reports-hash = Hash
