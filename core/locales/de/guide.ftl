# Wiederherstellungsleitfaden und Prozesstexte: Fassungen, Freigabe, Unterschiede, Übernahme aus Markdown, Notfallmappe.

## Wörter
guide-kind-recovery-guide = Wiederherstellungsleitfaden
guide-kind-process-text = Prozesstext
guide-stage-draft = Entwurf
guide-stage-in-review = in Prüfung
guide-stage-change-asked = Änderung verlangt
guide-stage-approved = freigegeben
guide-stage-in-force = in Kraft gesetzt
guide-stage-discarded = verworfen
guide-standing-draft = Entwurf
guide-standing-in-review = in Prüfung
guide-standing-change-asked = Änderung verlangt
guide-standing-approved = freigegeben
guide-standing-scheduled = gilt ab einem späteren Tag
guide-standing-valid = gültig
guide-standing-superseded = abgelöst
guide-standing-discarded = verworfen
guide-deed-start-version = Neue Fassung beginnen
guide-deed-edit = Bearbeiten
guide-deed-submit = Zur Freigabe vorlegen
guide-deed-ask-for-change = Änderung verlangen
guide-deed-approve = Freigeben
guide-deed-put-in-force = In Kraft setzen
guide-deed-confirm = Unverändert bestätigen
guide-deed-discard = Verwerfen

## Angaben
guide-number = Nummer
guide-title = Titel
guide-kind = Art
guide-version = Fassung
guide-version-name = Fassung { $version }
guide-state = Stand
guide-valid-from = Gültig ab
guide-approved-by = Freigegeben von
guide-authors = Verfasst von
guide-teams = Betroffene Teams
guide-no-teams = Warum kein Team betroffen ist
guide-change = Was anders ist und warum
guide-text = Text (Markdown)
guide-alone = Verfasst und freigegeben von derselben Person; sie arbeitet allein.
guide-paper-head = { $number } · Fassung { $version }

## Liste
guide-list = Dokumente
guide-list-intro = Wiederherstellungsleitfaden und Prozesstexte, jeder in Fassungen. Gültig ist immer höchstens eine.
guide-empty = Noch kein Leitfaden. Legen Sie einen an, oder übernehmen Sie einen Ordner mit Markdown-Dateien.
guide-empty-filter = Kein Dokument passt zu den Filtern.
guide-new = Neues Dokument
guide-create = Anlegen
guide-created = { $number } ist angelegt
guide-take-folder = Ordner übernehmen
guide-col-valid = Gültig
guide-col-open = In Arbeit
guide-col-changed = Zuletzt geändert
guide-valid-since = Fassung { $version } seit { $day }
guide-valid-none = keine Fassung gültig
guide-next-from = Fassung { $version } ab { $day }
guide-filter-valid = Gültigkeit
guide-filter-valid-yes = mit gültiger Fassung
guide-filter-valid-no = ohne gültige Fassung
guide-filters = Dokumente filtern
guide-search = Titel suchen
guide-count = { $count ->
    [one] Ein Dokument
   *[other] { $count } Dokumente
}

## Dokument
guide-tab-text = Text
guide-tab-steps = Schritte
guide-tab-difference = Unterschiede
guide-tab-history = Verlauf
guide-used = Verwendet in
guide-used-none = Noch in keinem Notfall verwendet.
guide-used-line = { $number }, Fassung { $version }, { $day }
guide-path = Werdegang der Fassung
guide-path-line = { $stage } · { $who } · { $when }
guide-confirmed-line = Durchgesehen · { $who } · { $when }
guide-from-file = Aus der Datei { $file }
paper-preview-guide = Dokument als PDF
guide-text-empty = Diese Fassung hat noch keinen Text.
guide-retitle = Titel ändern
guide-retitled = Titel geändert
guide-shows-draft = Sie sehen die Fassung { $version }, an der noch gearbeitet wird. Gültig ist { $valid ->
    [0] keine
   *[other] die Fassung { $valid }
}.
guide-superseded-since = Abgelöst am { $day }. Gültig ist { $valid ->
    [0] keine Fassung
   *[other] die Fassung { $valid }
}.
guide-change-asked-because = Verlangte Änderung: { $reason }
guide-deed-done = { $what }: Fassung { $version }

## Bearbeiten
guide-edit-title = Fassung { $version } bearbeiten
guide-edit-hint = Überschriften zweiter und dritter Ebene (## und ###) sind die Schritte. Ein Schlüssel dahinter, etwa ## Netz prüfen {"{"}#netz{"}"}, hält einen Schritt über Umbenennungen hinweg fest.
guide-preview = Vorschau
guide-preview-empty = Hier erscheint der Text, wie er gelesen wird.
guide-save = Fassung speichern
guide-saved = Entwurf gespeichert
guide-teams-none = Kein Team betroffen
guide-moved-on = Jemand anderes hat den Entwurf inzwischen gespeichert. Ihr Text ist noch da; vergleichen Sie ihn mit dem gespeicherten, bevor Sie speichern.
guide-submit-ask = Die Fassung { $version } von { $number } wird vorgelegt. Bis zur Entscheidung lässt sie sich nicht ändern.
guide-approve-ask = Die Fassung { $version } von { $number } wird freigegeben. Ihr Text ändert sich danach nie mehr.
guide-approve-alone = Sie haben die Fassung selbst geschrieben. Das steht auf dem Papier.
guide-discard-ask = Die Fassung { $version } von { $number } wird verworfen. Sie bleibt im Verlauf, gilt aber nie.
guide-confirm-ask = Die Fassung { $version } von { $number } wurde durchgesehen und bleibt, wie sie ist. Die nächste Durchsicht zählt ab heute.
guide-ask-ask = Die Fassung { $version } von { $number } geht mit Ihrer Begründung zurück.
guide-force-ask = Die Fassung { $version } von { $number } gilt von diesem Tag an; bis dahin gilt die bisherige.
guide-force-missing = Bitte den Tag angeben, von dem an die Fassung gilt.
guide-reason = Begründung

## Schritte
guide-steps = Schritte mit letztem Nachweis
guide-steps-none = Diese Fassung hat keine Schritte. Schritte sind Überschriften zweiter und dritter Ebene.
guide-step = Schritt
guide-last-passed = Zuletzt bestanden
guide-passed-line = in Fassung { $version } am { $day } ({ $number })
guide-never-passed = noch nie ausgeführt
guide-text-since = Text seither
guide-text-changed = Text seither geändert
guide-text-same = Text seither gleich
guide-text-unknown = Fassung hier unbekannt

## Unterschiede
guide-difference-from = Frühere Fassung
guide-difference-to = Spätere Fassung
guide-difference-one = Es gibt erst eine Fassung.
guide-difference-none = Die beiden Fassungen sagen dasselbe.
guide-difference-preface = Vor dem ersten Schritt
guide-difference-counts = { $added } neu, { $removed } entfallen, { $changed } geändert, { $moved } verschoben, { $same } gleich
guide-step-change-same = gleich
guide-step-change-added = neu
guide-step-change-removed = entfallen
guide-step-change-changed = geändert
guide-step-moved = verschoben
guide-title-was = bisher: { $title }
guide-line-change-same = gleich
guide-line-change-added = neu
guide-line-change-removed = entfallen

## Übernahme
guide-taken = { $new } neu, { $changed } geändert, { $unchanged } unverändert, { $refused } nicht übernommen. Was neu oder geändert ist, liegt als Entwurf vor.
guide-would-take = Es würden übernommen: { $new } neu, { $changed } geändert, { $unchanged } unverändert; { $refused } nicht.
guide-take-title = Ordner mit Markdown-Dateien übernehmen
guide-take-how = Jede Datei wird ein Dokument; ihre erste Überschrift ist der Titel. Ein Dokument mit demselben Titel bekommt einen neuen Entwurf.
guide-take-kind = Art, wo die Datei keine nennt
guide-take-choose = Ordner wählen und übernehmen
guide-take-refused = Nicht übernommen
import-refused-not-markdown = Keine Markdown-Datei (.md)
import-refused-title-twice = Der Titel steht schon in { $other }. Bitte einen der beiden ändern.
import-refused-version-not-open = Die Fassung { $version } von { $number } liegt zur Freigabe vor oder ist freigegeben. Bitte erst darüber entscheiden.

## Notfallmappe
gobag = Notfallmappe
gobag-save = Notfallmappe speichern
gobag-how = Ein Ordner für den Tag ohne Strom: die gültigen Dokumente, die Schritte der Leitfäden und Aktionspläne zum Ausfüllen, die Kontakte und ein leeres Protokoll als PDF.
gobag-password = Kennwort
gobag-password-hint = Mit Kennwort entsteht ein verschlüsseltes ZIP-Archiv (AES-256); ohne Kennwort ein Ordner.
gobag-written = { $files } Dateien geschrieben: { $path }
gobag-saved = Notfallmappe gespeichert
gobag-file = Notfallmappe { $day }
gobag-file-steps = Schritte zu { $guide }.pdf
gobag-file-contacts = Kontakte.pdf
gobag-file-log = Protokoll zum Ausfüllen.pdf
gobag-contacts = Kontakte
gobag-people = Personen
gobag-by-team = Nach Teams
gobag-no-team = Ohne Team
gobag-nobody = niemand eingetragen
gobag-name = Name
gobag-phone = Telefon
gobag-mail = E-Mail
gobag-roles = Rollen
gobag-head = Leitung
gobag-log = Protokoll eines Notfalls
gobag-log-how = Zum Ausfüllen von Hand, wenn Lotse nicht erreichbar ist. Jede Zeile: wann, was geschah oder entschieden wurde, wer. Danach werden die Einträge mit diesen Zeiten in Lotse nachgetragen.
gobag-log-heads = Kopf
gobag-log-course = Verlauf
gobag-log-title = Worum es geht
gobag-log-begin = Beginn (Tag, Uhrzeit, Zeitzone)
gobag-log-lead = Leitung des Notfallteams
gobag-log-writer = Wer schreibt
gobag-log-guide = Leitfaden und Fassung
gobag-steps-title = Schritte: { $title }
gobag-steps-how = Zum Ausfüllen von Hand, wenn Lotse nicht erreichbar ist. Je Schritt: Beginn, Ende, Ergebnis ({ $results }) und wer. Danach wird jeder Schritt unter seinem Schlüssel in Lotse nachgetragen.
gobag-steps-record = Notfall oder Test
gobag-col-step = Schritt und Schlüssel
gobag-col-begun = Beginn
gobag-col-ended = Ende
gobag-col-result = Ergebnis
gobag-col-line = Nr.
gobag-col-time = Tag und Uhrzeit
gobag-col-what = Was geschah, was entschieden wurde
gobag-col-who = Wer
gobag-readme = Notfallmappe von { $organisation }
    Stand: { $at }
    Kopf des Protokolls: Ereignis { $seq }
    { $hash }

    Diese Mappe hält fest, was an diesem Tag galt. Sie wird nicht von selbst neu: Nach jeder
    neuen Fassung des Leitfadens und nach jeder Änderung der Kontakte bitte neu ausgeben.
gobag-readme-no-guide = An diesem Tag war keine Fassung eines Leitfadens gültig. Die Mappe enthält deshalb keinen.

## Was dagegen steht
error-folder-not-empty = In { $folder } liegt schon etwas. Bitte einen leeren Ordner wählen, oder den alten zuerst verschieben.
error-guide-unknown = Dieses Dokument gibt es in dieser Arbeitsmappe nicht. Bitte die Nummer prüfen.
error-guide-there = Dieses Dokument ist schon angelegt. Es ist nichts weiter zu tun.
error-guide-title-missing = Der Titel fehlt. Unter ihm finden alle das Dokument.
error-guide-title-taken = Diesen Titel trägt oder trug schon { $number }. Bitte einen anderen wählen: Notfälle nennen ihren Leitfaden beim Titel.
error-guide-version-unknown = Eine Fassung { $version } gibt es nicht. Bitte die Ansicht neu laden.
error-guide-version-open = An der Fassung { $version } wird noch gearbeitet. Bitte diese erst in Kraft setzen oder verwerfen.
error-guide-stage = Das geht nicht: Die Fassung { $version } ist { $stage ->
    [draft] ein Entwurf
    [inReview] in Prüfung
    [changeAsked] zur Änderung zurückgegeben
    [approved] freigegeben
    [inForce] in Kraft gesetzt
   *[discarded] verworfen
}.
error-guide-draft-moved-on = Jemand anderes hat diesen Entwurf inzwischen gespeichert. Bitte neu laden und den eigenen Text damit vergleichen; er ist nicht verloren.
error-guide-text-too-long = Der Text hat { $bytes } Bytes; { $limit } passen in ein Dokument. Bitte in mehrere Dokumente teilen.
error-guide-text-missing = Die Fassung hat noch keinen Text. Bitte erst schreiben, dann vorlegen.
error-guide-change-missing = Es fehlt, was anders ist und warum. Ein Satz genügt; die betroffenen Teams lesen ihn.
error-guide-teams-missing = Bitte die betroffenen Teams nennen, oder begründen, warum keines betroffen ist.
error-guide-step-twice = Zwei Schritte tragen den Schlüssel „{ $key }“. Bitte einen der beiden ändern.
error-guide-reason-missing = Die Begründung fehlt. Ein Satz genügt; er steht später im Verlauf.
error-guide-not-valid = Fassung { $version } gilt heute nicht. Durchgesehen wird, was gilt.
error-guide-author-approves = Wer an einer Fassung geschrieben hat, gibt sie nicht frei. Bitte jemand anderen darum.
error-guide-from-too-early = Ab { $from } geht nicht: Frühestens kann die Fassung ab { $earliest } gelten, weil bis dahin eine andere galt.

## Protokoll
journal-guide-created = Dokument angelegt
journal-guide-retitled = Titel geändert
journal-guide-version-started = Fassung begonnen
journal-guide-text-edited = Text geschrieben
journal-guide-remarked = Angaben geändert
journal-guide-submitted = Zur Freigabe vorgelegt
journal-guide-change-asked = Änderung verlangt
journal-guide-approved = Freigegeben
journal-guide-put-in-force = In Kraft gesetzt
journal-guide-confirmed = Durchgesehen und unverändert bestätigt
journal-guide-based-on = Beruht auf Fassung
journal-guide-alone = Verfasst und freigegeben von derselben Person
journal-guide-supersedes = Löst ab: Fassung
journal-guide-splice = { $added } Zeichen geschrieben, { $removed } entfernt
journal-guide-discarded = Fassung verworfen

## Im Notfall
guide-choose = Leitfaden
guide-choose-hint = Die gültige Fassung ist vorgeschlagen. Wurde nach einer anderen gearbeitet, bitte diese nennen.
guide-choose-valid = { $number } { $title }, Fassung { $version }
guide-choose-other = Anderer Leitfaden
guide-choose-none = Ohne Leitfaden

## Kommandozeile
cli-gobag = Die Notfallmappe ausgeben: gültige Dokumente, Schritte zum Ausfüllen, Kontakte und ein leeres Protokoll als PDF
cli-gobag-file = Die Arbeitsmappe
cli-gobag-out = Der Ordner; er darf noch nichts enthalten. Mit Kennwort entsteht darin ein verschlüsseltes Archiv
cli-gobag-password_file = Datei, deren erste Zeile das Kennwort enthält
cli-gobag-language = Sprache der Papiere: de oder en; sonst die der Organisation
cli-gobag-person = Wer die Mappe anfordert: Name oder Kennung
cli-guide = Dokumente des Prozesses
cli-guide-import = Einen Ordner mit Markdown-Dateien übernehmen, jede als Entwurf eines Dokuments
cli-guide-import-file = Die Arbeitsmappe
cli-guide-import-folder = Der Ordner oder eine Datei
cli-guide-import-kind = Art der Dokumente, deren Datei keine nennt
cli-guide-import-dry_run = Nur sagen, was geschähe
cli-guide-import-person = Wer übernimmt, mit Name oder Id; nötig, wenn mehr als eine Person mitarbeitet
cli-report-version = Die Fassung des Dokuments oder Aktionsplans; ohne Angabe die gültige
