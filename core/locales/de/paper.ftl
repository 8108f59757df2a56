# Papiere über die ganze Arbeitsmappe: Heute und das Register, am Bildschirm und im Druck.
paper-preview-today = Heute als PDF
paper-preview-register = Register als PDF
paper-file-today = Heute
paper-file-register = Register

## Rahmen
paper-asked-by = Angefordert von
paper-sealed = Gesetzt aus dem Protokoll bis Ereignis { $seq }; dessen Nummer und Hash stehen am Fuß jeder Seite. Alle Zeiten in { $zone }, wenn nichts anderes dabeisteht.

## Heute
paper-register = Register
paper-register-counts = { $incidents ->
    [one] Ein Vorfall
   *[other] { $incidents } Vorfälle
}, davon { $emergencies ->
    [one] ein Notfall
   *[other] { $emergencies } Notfälle
}
paper-promise = { $kind }: { $when }
paper-owner = Verantwortlich: { $person }
paper-undated = ohne Frist
paper-col-promises = Notfall und Zusagen
paper-col-since = Seit
paper-col-need = Was ansteht
paper-col-about = Worum es geht
paper-col-changed = Zuletzt geändert

## Register
paper-register-title = Register der Vorfälle und Notfälle
paper-count = Anzahl
paper-cut = Gedruckt sind die ersten { $shown } von { $total } Einträgen
paper-period-all = ohne Einschränkung
paper-period-both = { $from } bis { $until }
paper-period-from = ab { $from }
paper-period-until = bis { $until }
paper-period-before = vor { $when }
paper-filter-none = keine, alle Einträge
paper-filter-search = Suchwörter
paper-filter-outside-kind = Art in der Herkunft
paper-filter-data = Daten
paper-filter-withdrawn = mitgezählt
paper-service-unknown = unbekannter Dienst
paper-sorted = Reihenfolge
paper-sorted-by = { $by }, { $way }
paper-ascending = aufsteigend
paper-descending = absteigend
