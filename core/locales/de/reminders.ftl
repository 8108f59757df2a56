# Erinnerungen an Fristen: im Fenster, als Meldung des Systems, im Infobereich und auf der Kommandozeile.

## Wie nahe eine Frist ist
reminder-level-late = Überfällig
reminder-level-day = Heute oder morgen fällig
reminder-level-week = In den nächsten 7 Tagen
reminder-level-month = In den nächsten 30 Tagen
reminder-stage-late = Überfällig
reminder-stage-day = 1 Tag
reminder-stage-week = 7 Tage
reminder-stage-month = 30 Tage
reminder-late = Überfällig
reminder-today = Heute fällig
reminder-tomorrow = Morgen fällig
reminder-in-days = { $count ->
    [one] Fällig in einem Tag
   *[other] Fällig in { $count } Tagen
}

# Was eine Pflicht verlangt, als Aufgabe gesagt: „Überfällig: Der Dienst ist wiederhergestellt“ wäre ein Widerspruch.
reminder-duty-26 = Wiederherstellung des Dienstes (RTO)
reminder-duty-27 = Prozess-Überprüfung nach dem Notfall
reminder-duty-28 = Jährliche Prozess-Überprüfung
reminder-duty-31 = Betroffene Teams informieren
reminder-duty-32 = Jährlicher Test nach Aktionsplan

## Meldung des Systems
reminder-due-on = Fällig am { $day }
reminder-due-at = Fällig am { $day } um { $time } { $zone }
reminder-several = { $count ->
    [one] Ein Termin braucht Sie
   *[other] { $count } Termine brauchen Sie
}
reminder-more = { $count ->
    [one] und ein weiterer
   *[other] und { $count } weitere
}

## Infobereich
tray-open = Lotse öffnen
tray-waiting = { $count ->
    [0] Keine Erinnerung wartet
    [one] Eine Erinnerung wartet
   *[other] { $count } Erinnerungen warten
}
tray-quit = Lotse beenden

## Das Fenster
reminders-title = Erinnerungen
reminders-none = Keine Frist ist in den nächsten 30 Tagen Ihre Sache.
reminders-none-left = Sie haben alle Erinnerungen zur Kenntnis genommen.
reminders-ahead = Nächste Frist: { $what }, { $when }.
reminders-to-calendar = Kalender öffnen
reminders-acknowledge = Zur Kenntnis nehmen
reminders-all = Alle zur Kenntnis nehmen
reminders-nothing-waits = Keine Erinnerung wartet.
reminders-done = Zur Kenntnis genommen: { $what }.
reminders-done-many = { $count ->
    [one] Eine Erinnerung zur Kenntnis genommen.
   *[other] { $count } Erinnerungen zur Kenntnis genommen.
}
reminders-undone = Die Erinnerung wartet wieder.
reminders-undone-many = { $count ->
    [one] Eine Erinnerung wartet wieder.
   *[other] { $count } Erinnerungen warten wieder.
}
reminders-noted = Zur Kenntnis genommen
reminders-noted-hint = Was noch bevorsteht, meldet sich wieder, sobald die Frist näher rückt.
reminders-noted-at = Zur Kenntnis genommen { $when }
reminders-noted-by = auch von { $person } { $when }
reminders-organisation = Organisation

## Einstellungen
settings-reminders = Erinnerungen
reminders-notices = Meldungen des Systems
reminders-notices-on = Meldungen zeigen
reminders-notices-hint = Zeigt jede Frist einmal an, wenn sie 30 Tage, 7 Tage und einen Tag entfernt ist und wenn sie überschritten ist. Ein Klick darauf öffnet den Vorgang.
reminders-quiet = Ruhezeiten
reminders-quiet-on = Ruhezeiten einhalten
reminders-quiet-hint = In dieser Zeit meldet sich Lotse nicht. Was anfällt, erscheint danach, mehreres zusammen. Es gilt die Zeitzone der Organisation ({ $zone }).
reminders-quiet-from = Von
reminders-quiet-to = Bis
reminders-quiet-weekends = Auch samstags und sonntags ganztägig
reminders-tray-title = Infobereich
reminders-tray = Beim Schließen im Infobereich weiterlaufen
reminders-tray-hint = Das Fenster verschwindet, Lotse erinnert weiter. Das Symbol im Infobereich öffnet es wieder und beendet das Programm.
reminders-tray-missing = Dieser Arbeitsplatz hat keinen Infobereich, in dem Lotse ein Symbol zeigen könnte. Deshalb beendet das Schließen des Fensters das Programm.

## Ablehnungen
error-reminder-not-standing = Diese Erinnerung steht nicht mehr an: Die Sache ist erledigt oder ihr Termin wurde verschoben.
error-reminder-at-other-level = Die Frist ist inzwischen näher gerückt. Bitte sehen Sie sich die neue Erinnerung an.
error-reminder-not-yours = Diese Frist ist Sache einer anderen Person; nur wer zuständig ist, nimmt sie zur Kenntnis.

## Protokoll
journal-reminder-acknowledged = Erinnerung zur Kenntnis genommen
journal-reminder-due = fällig { $when }
journal-reminder-taken-back = Kenntnisnahme zurückgenommen

## Kommandozeile
cli-inbox = Woran eine Person erinnert wird und was sie davon zur Kenntnis genommen hat
cli-inbox-file = Die Arbeitsmappe
cli-inbox-person = Wer: Name oder Kennung
inbox-nothing = Keine Frist ist in den nächsten 30 Tagen Sache dieser Person.
inbox-noted = zur Kenntnis genommen { $when }
