# Der Bildschirm „Protokoll“.
log-chain = Hash-Kette
log-prove = Integrität prüfen
error-proof-stopped = Die Prüfung wurde angehalten. Als geprüft wurde nichts Neues vermerkt.
log-proving = Alle Einträge werden nachgerechnet …
log-fits = Alles passt: { $events ->
    [one] ein Eintrag
   *[other] { $events } Einträge
} zu { $streams ->
    [one] einem Vorgang
   *[other] { $streams } Vorgängen
}, { $evidence ->
    [one] ein Nachweis
   *[other] { $evidence } Nachweise
}. Niemand hat etwas nachträglich verändert.
log-newer = { $count ->
    [one] Ein Eintrag stammt von einer neueren Programmversion; seine Kette passt, sein Inhalt wird hier nicht angezeigt.
   *[other] { $count } Einträge stammen von einer neueren Programmversion; ihre Kette passt, ihr Inhalt wird hier nicht angezeigt.
}
log-does-not-fit = Die Kette passt nicht. Etwas wurde außerhalb von Lotse verändert oder beschädigt.
log-damaged-pages = Beschädigte Seiten der Datei: { $pages }
log-what-now = Bitte die Datei unverändert aufbewahren, die Revision informieren und aus der jüngsten Sicherung weiterarbeiten.
log-events = Einträge
log-newest = Jüngster Eintrag
log-proven = Geprüft
log-proven-all = { $when }, alle Einträge
log-proven-until = { $count ->
    [one] { $when }, seither ein neuer Eintrag
   *[other] { $when }, seither { $count } neue Einträge
}
log-never-proven = noch nie
log-head = Kopf der Kette
log-count = { $count ->
    [one] Ein Eintrag im Protokoll
   *[other] { $count } Einträge im Protokoll
}
log-export = Als CSV ausgeben …
log-exporting = Protokoll wird gelesen
log-file = protokoll.csv
log-event = Eintrag { $seq }
log-occurred = Geschehen
log-kind = Ereignisart
log-kind-version = { $kind }, Fassung { $version }
log-order = Auftrag
log-hash = Hash
