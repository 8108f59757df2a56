# Erste Schritte: Arbeitsmappe anlegen oder öffnen.
language-de = Deutsch
language-en = English
start-title = Willkommen bei Lotse
start-lead = Das Arbeitsmittel des Teams, das den Wiederherstellungsprozess verwaltet.
start-language = Sprache
start-version = Lotse { $version }
start-new = Neue Arbeitsmappe
start-begin = Womit möchten Sie beginnen?
start-begin-sample = Mit Beispieldaten
start-begin-sample-hint = Ein erfundenes Jahr eines Prozesses zum Ausprobieren
start-begin-import = Mit einer vorhandenen Historie
start-begin-import-hint = Statusseite, Azure Service Health, CSV oder Excel übernehmen
start-begin-empty = Leer
start-begin-empty-hint = Nur die fünf Teams des Prozesses sind angelegt
start-organisation = Organisation
start-organisation-example = z. B. Loftware Cloud
start-organisation-missing = Der Name der Organisation fehlt. Er steht auf jedem Bericht.
start-person = Ihr Name
start-person-hint = Sie werden Prozessleitung dieser Arbeitsmappe; Ihr Name steht bei allem, was Sie erfassen.
start-person-missing = Ihr Name fehlt. Ohne ihn lässt sich nicht belegen, wer etwas erfasst hat.
start-zone = Zeitzone des Prozesses
start-zone-hint = In dieser Zone beginnen Tage und Fristen.
start-zone-missing = Diese Zeitzone ist nicht bekannt. Bitte eine aus der Liste wählen.
start-encrypt = Mit Passphrase verschlüsseln
start-encrypt-hint = Ohne Passphrase und Wiederherstellungsschlüssel ist der Inhalt dann verloren.
start-passphrase = Passphrase
start-passphrase-again = Passphrase wiederholen
start-passphrase-short = Die Passphrase braucht mindestens 12 Zeichen.
start-passphrase-differs = Die beiden Eingaben stimmen nicht überein.
start-create = Speicherort wählen und anlegen …
start-open = Vorhandene Arbeitsmappe
start-open-other = Andere Datei öffnen …
start-opened = zuletzt geöffnet am { $day }
start-gone = Datei nicht gefunden
start-forget = „{ $name }“ aus der Liste nehmen
start-none = Hier stehen die Arbeitsmappen, die Sie geöffnet haben.
start-none-hint = Eine Arbeitsmappe ist eine einzige Datei mit der Endung .lotse.
start-locked = Diese Arbeitsmappe ist verschlüsselt
start-locked-hint = Geben Sie die Passphrase oder den Wiederherstellungsschlüssel ein.

## Wiederherstellen und Schlüssel
start-restore = Jüngste Sicherung wiederherstellen
start-restore-title = „{ $name }“ aus der jüngsten Sicherung wiederherstellen?
start-restore-consequence = Die jüngste gute Sicherung tritt an die Stelle der Datei. Was dort jetzt liegt, bleibt unter anderem Namen daneben erhalten. Was nach der Sicherung erfasst wurde, fehlt.
recovery-title = Wiederherstellungsschlüssel
recovery-lead = Mit diesem Schlüssel lässt sich die Arbeitsmappe auch ohne Passphrase öffnen. Drucken Sie ihn aus und verwahren Sie ihn getrennt von diesem Rechner.
recovery-file = Wiederherstellungsschlüssel { $workspace }.txt
recovery-save = Als Textdatei sichern …
recovery-copy = Kopieren
recovery-copied = Schlüssel kopiert. Er bleibt in der Zwischenablage, bis Sie etwas anderes kopieren.
recovery-safe = Ich habe den Schlüssel sicher verwahrt.
recovery-why = Bitte zuerst bestätigen, dass der Schlüssel sicher verwahrt ist.
recovery-done = Weiter

## Nach mehreren Abstürzen
start-careful = Lotse wurde { $count }-mal nacheinander nicht regulär beendet und öffnet deshalb nichts von selbst.
start-careful-hint = Öffnen Sie unten eine Arbeitsmappe oder stellen Sie ihre jüngste Sicherung wieder her. Die Protokolldatei des Programms hilft beim Melden des Fehlers.
