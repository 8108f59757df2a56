# Die Kommandozeile und die Befunde von `lotse verify`.
cli = Lotse auf der Kommandozeile: Aufträge, Fragen, Prüfung und Sicherung einer Arbeitsmappe
cli-json = Antworten und Fehler als JSON ausgeben
cli-speak = Sprache der Ausgabe: de oder en
cli-key_file = Datei, deren erste Zeile die Passphrase oder den Wiederherstellungsschlüssel enthält
cli-do = Aufträge als JSON-Zeilen von der Standardeingabe ausführen, je Zeile eine Antwort
cli-do-file = Die Arbeitsmappe
cli-ask = Fragen als JSON-Zeilen von der Standardeingabe beantworten, je Zeile eine Antwort
cli-ask-file = Die Arbeitsmappe
cli-verify = Prüfen, ob das Protokoll, die Nachweise und die Ansichten unverändert sind
cli-verify-file = Die Arbeitsmappe oder eine Sicherung
cli-verify-report = Ein PDF, dessen Vorgang und Fassung genannt werden sollen
cli-backup = Eine geprüfte Sicherung anlegen
cli-backup-file = Die Arbeitsmappe
cli-backup-to = Ordner der Sicherung; ohne Angabe der Ordner, der in der Arbeitsmappe eingestellt ist
cli-restore = Eine Arbeitsmappe aus einer Sicherung wiederherstellen; was dort lag, bleibt unter anderem Namen erhalten
cli-restore-backup = Die Sicherung
cli-restore-to = Die Arbeitsmappe, die wiederhergestellt werden soll
cli-join = Zwei Vorgänge, die vom selben Vorfall handeln, zu einem machen
cli-join-file = Die Arbeitsmappe
cli-join-kept = Der Vorgang, der bleibt
cli-join-other = Der Vorgang aus der anderen Quelle; er verweist danach auf den, der bleibt
cli-join-person = Wer das tut: Name oder Kennung
join-done = { $other } gehört jetzt zu { $kept }.
cli-rebuild = Alle Ansichten und das Suchverzeichnis aus dem Protokoll neu aufbauen
cli-rebuild-file = Die Arbeitsmappe
cli-schema = JSON-Schema der Aufträge, Fragen und Antworten ausgeben
cli-without-words = Abgelehnt: { $code } { $detail }
cli-newest-backup = Jüngste unbeschädigte Sicherung: { $path }

verify-fits = Unverändert: { $events } Ereignisse, { $evidence } Nachweise. Prüfsumme des letzten Ereignisses: { $hash }
verify-newer = { $count ->
    [one] Davon hat ein Ereignis eine neuere Lotse-Version geschrieben: Es ist geprüft, dieses Programm zeigt es aber nicht.
   *[other] Davon hat { $count } Ereignisse eine neuere Lotse-Version geschrieben: Sie sind geprüft, dieses Programm zeigt sie aber nicht.
}
verify-does-not-fit = { $finding } Bis dahin passen { $events } Ereignisse.
verify-pages = Beschädigte Seiten der Datei: { $pages }
verify-paper = Dieses Papier ist { $number }, Fassung { $version }, zu { $about } „{ $title }“.
verify-paper-unknown = Dieses Papier ist kein freigegebener Bericht dieser Arbeitsmappe, oder es wurde verändert. Entwürfe und Ausdrucke von „Heute“ und Register sind nicht hinterlegt: Ihre Fußzeile nennt das Ereignis, bis zu dem sie reichen.
verify-paper-superseded = Inzwischen gilt Fassung { $version }.
backup-made = Gesichert und geprüft: { $path } ({ $bytes } Byte)
restore-done = Wiederhergestellt: { $path } mit { $events } Ereignissen
restore-kept = Was dort lag, steht jetzt hier: { $path }
rebuild-done = Neu aufgebaut aus { $events } Ereignissen

## Was nicht passt
finding-gap = Ereignis { $seq } fehlt; an seiner Stelle steht { $found }.
finding-unreadable = Ereignis { $seq } lässt sich nicht lesen.
finding-chain-broken = Ereignis { $seq } schließt nicht an das davor an: Dazwischen wurde etwas entfernt, vertauscht oder eingefügt.
finding-time-not-rising = Ereignis { $seq } trägt eine Erfassungszeit, die nicht nach der des Ereignisses davor liegt.
finding-stream-version = Ereignis { $seq } steht in seinem Vorgang an Stelle { $found }, gehört aber an Stelle { $expected }.
finding-payload-changed = Der Inhalt von Ereignis { $seq } wurde nachträglich geändert.
finding-event-changed = Die Angaben von Ereignis { $seq } (wer, wann, was) wurden nachträglich geändert.
finding-checkpoint-differs = Der Prüfpunkt bei Ereignis { $seq } passt nicht zum Protokoll: Es wurde danach gekürzt oder neu geschrieben.
finding-checkpoint-signature = Die Unterschrift unter dem Prüfpunkt bei Ereignis { $seq } stammt nicht von dem Gerät, das dort genannt ist.
finding-person-changed = Die Angaben zur Person { $person } wurden an Lotse vorbei geändert.
finding-evidence-changed = Ein Nachweis fehlt oder wurde verändert: { $hash }.
finding-evidence-missing = Ereignis { $seq } nennt einen Nachweis, der in der Datei fehlt: { $hash }.
finding-schema-differs = Protokoll und Ansichten stimmen, aber „{ $name }“ in der Datei ist nicht so, wie Lotse es anlegt.
finding-pages-damaged = Das Protokoll stimmt, aber Teile der Datei sind beschädigt. Bitte aus einer Sicherung wiederherstellen.
finding-emptied = Der Inhalt von Ereignis { $seq } wurde entfernt, ohne dass ein Auftrag das festhält.
finding-not-its-kind = Ereignis { $seq } ({ $kind }) enthält nicht, was zu seiner Art gehört.
finding-view-differs = Das Protokoll stimmt, aber die Ansicht „{ $table }“ sagt in Zeile { $row } etwas anderes. „lotse rebuild“ baut sie neu auf.
finding-search-lacks = Das Protokoll stimmt, aber die Suche findet Ereignis { $seq } nicht. „lotse rebuild“ baut sie neu auf.
finding-search-superfluous = Das Protokoll stimmt, aber die Suche führt Ereignis { $seq }, das nicht hineingehört. „lotse rebuild“ baut sie neu auf.
finding-search-differs = Das Protokoll stimmt, aber die Suche kennt von Ereignis { $seq } andere Wörter, als dort stehen. „lotse rebuild“ baut sie neu auf.
finding-search-ahead = Das Protokoll stimmt, aber die Suche gibt an, bis Ereignis { $seq } zu reichen, das es nicht gibt. „lotse rebuild“ baut sie neu auf.
finding-views-of-another-version = Das Protokoll stimmt; die Ansichten stammen von einer anderen Lotse-Version und werden beim nächsten Öffnen neu aufgebaut.

## Was abgelehnt wurde
error-busy = Ein anderes Programm hält die Datei gerade fest. Bitte in einem Augenblick noch einmal versuchen.
error-not-understood = Diese Zeile ist kein Auftrag und keine Frage: { $detail }. „lotse schema“ zeigt, was erwartet wird.
error-misused = So lässt sich das nicht lesen: { $what } ({ $reason })
error-unknown-person = „{ $name }“ gehört nicht zu dieser Organisation. Bekannt sind: { $known }
error-nobody-orders = Wer ordnet an? Bitte mit --as eine Person nennen oder in der Zeile „by“ angeben.

## Anlegen, auflisten, zeigen, berichten
cli-do-person = Wer anordnet, wo die Zeile es nicht sagt: Name oder Kennung
cli-new = Eine Arbeitsmappe anlegen
cli-new-file = Wo sie angelegt wird
cli-new-organisation = Die Organisation, deren Prozess geführt wird
cli-new-language = Sprache der Namen und Papiere: de oder en
cli-new-zone = Zeitzone, in der die Tage beginnen, etwa Europe/Berlin
cli-new-person = Wer sie anlegt
cli-new-sample = Mit einem erfundenen Jahr füllen
cli-import = Historien übernehmen: Statusseite, Google Cloud, Azure, cState, Warnmeldungen, CSV und Excel
cli-import-file = Die Arbeitsmappe
cli-import-sources = Dateien oder Ordner mit Historien
cli-import-format = Format; ohne Angabe wird es am Inhalt erkannt
cli-import-emergency_when = Was ein Notfall ist: keyword, impact>=major, length>=4h, status=…, verbunden mit and und or
cli-import-zone = Zeitzone von Zeiten, die keine nennen; gilt danach für diese Quelle
cli-import-mapping = JSON-Datei, die sagt, was die Spalten einer Tabelle bedeuten; gilt danach für Tabellen mit diesen Überschriften
cli-import-source = Name der Quelle, wenn sie sich nicht selbst nennt
cli-import-dry_run = Nur sagen, was geschähe
cli-import-refused = CSV-Datei für das, was nicht übernommen wurde
cli-import-undo = Eine Übernahme zurücknehmen, etwa I-2026-001
cli-import-person = Wer übernimmt, mit Name oder Id; nötig, wenn mehr als eine Person mitarbeitet
cli-list = Vorgänge auflisten
cli-list-file = Die Arbeitsmappe
cli-list-what = Was aufgelistet wird
cli-list-filter = Nur Vorgänge, für die das gilt, etwa emergency=true, phase=declared, severity=high, from=2026-01-01
cli-list-search = Nur Vorgänge, die diese Wörter enthalten
cli-list-limit = Höchstens so viele
cli-list-offset = So viele übergehen
cli-show = Alles über einen Vorgang zeigen, Dauern berechnet
cli-show-file = Die Arbeitsmappe
cli-show-record = Der Vorgang, etwa N-2026-004
cli-report = Einen Bericht, den heutigen Stand oder das Register als PDF setzen; einen Bericht mit --issue auch freigeben und ausstellen
cli-report-file = Die Arbeitsmappe
cli-report-kind = Die Art: Nachbericht zu einem Vorgang, heute, das Register, das Pflichtenverzeichnis oder ein Dokument
cli-report-record = Der Vorgang eines Nachberichts, etwa N-2026-004, oder das Dokument, etwa L-2026-001
cli-report-filter = Im Register nur Vorgänge, für die das gilt, geschrieben wie bei „list“
cli-report-search = Im Register nur Vorgänge, die diese Wörter enthalten
cli-report-out = Wohin das PDF geschrieben wird
cli-report-language = Sprache des Papiers: de oder en; sonst die der Organisation
cli-report-issue = Freigeben, nummerieren und in der Arbeitsmappe aufbewahren
cli-report-author = Wer den Bericht verfasst hat: Name oder Kennung
cli-report-reviewer = Wer ihn geprüft hat: weder wer ihn verfasst noch wer ihn freigibt
cli-report-confidentiality = Wer ihn lesen darf
cli-report-distribution = Wer ihn bekommt
cli-report-changes = Was sich gegenüber der vorigen Fassung geändert hat und warum
cli-report-person = Wer freigibt oder das Papier anfordert: Name oder Kennung; mit --issue nötig
new-made = Arbeitsmappe angelegt: { $path }
list-shown = { $shown } von { $total }
show-not-recorded = nicht erfasst
report-written = Bericht geschrieben: { $path }
