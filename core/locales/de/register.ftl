# Notfälle: das Register, und „Vorfall melden“.
register-filters = Filter
register-search = Suchen in Notfällen
register-search-focus = Im Register suchen
register-number = Nummer
register-title = Titel
register-phase = Stand
register-severity = Schweregrad
register-service = Dienst
register-source = Quelle
register-outside = Herkunft
register-cause = Ursache
register-provider = Anbieter
register-period = Zeitraum
register-more = Weitere Filter
register-period-30 = Letzte 30 Tage
register-period-90 = Letzte 90 Tage
register-period-365 = Letzte 12 Monate
register-kind = Art
register-kind-emergencies = Notfälle
register-kind-incidents = Vorfälle, die kein Notfall waren
register-began = Beginn
register-entries = Einträge
register-open-tasks = Offene Aufgaben
register-count = { $count ->
    [one] Ein Eintrag
   *[other] { $count } Einträge
}
register-keyword = { "[Notfall]" }
register-view = Ansicht: { $name }
register-view-all = Alle
register-view-running = Laufende Notfälle
register-view-emergencies = Nur Notfälle
register-view-dirty = Auffällige Daten
register-view-none = nicht gesichert
register-view-save = Ansicht sichern …
register-view-save-why = Diese Ansicht ist schon gesichert.
register-view-name = Name der Ansicht
register-view-saved = Ansicht „{ $name }“ gesichert.
register-view-drop = Ansicht „{ $name }“ löschen
register-empty = Noch ist kein Vorfall erfasst.
register-empty-hint = Melden Sie den ersten, oder übernehmen Sie eine vorhandene Historie.
register-empty-import = Historie übernehmen
register-no-match = Zu diesen Filtern passt kein Eintrag.

## Vorfall melden
reporting-title = Was ist passiert?
reporting-title-example = z. B. Anmeldung am Portal nicht möglich
reporting-title-missing = Es fehlt ein Satz dazu, was passiert ist.
reporting-noticed-missing = Es fehlt, wann der Vorfall bemerkt wurde. „jetzt“ genügt.
reporting-service-unknown = Diesen Dienst gibt es nicht. Bitte einen aus der Liste wählen oder das Feld leeren.
reporting-severity-later = Später bewerten
reporting-more = Mehr angeben: Beginn, Schweregrad, Beschreibung
reporting-send = Vorfall erfassen
reporting-done = { $number } ist erfasst.
reporting-read-only = Die Arbeitsmappe ist schreibgeschützt geöffnet.

## Entwürfe
draft-found = Es gibt einen Entwurf von { $when }.
draft-restore = Entwurf wiederherstellen
draft-discard = Verwerfen
draft-kept = Entwurf gesichert um { $when }
draft-failed = Der Entwurf konnte nicht gesichert werden. Er steht nur in diesem Fenster.

register-keyword-missing = { $count ->
    [one] { "[Notfall]" } fehlt an einem Ticket
   *[other] { "[Notfall]" } fehlt an { $count } Tickets
}
register-dirt = { $count ->
    [one] Eine Auffälligkeit in den Daten
   *[other] { $count } Auffälligkeiten in den Daten
}
register-unindexed = { $count ->
    [one] Die Textsuche nimmt noch einen Eintrag auf; bis dahin kann ein Treffer fehlen.
   *[other] Die Textsuche nimmt noch { $count } Einträge auf; bis dahin kann ein Treffer fehlen.
}
register-view-name-missing = Der Name der Ansicht fehlt.
