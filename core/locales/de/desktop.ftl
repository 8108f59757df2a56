# Was der Rechner um das Fenster herum sagt: Dateidialoge und was beim Öffnen, Lesen und Schreiben nicht geht.

## Dateidialoge
desktop-dialog-create = Ort für die neue Arbeitsmappe wählen
desktop-dialog-open = Arbeitsmappe öffnen
desktop-dialog-import = Historien zum Übernehmen wählen
desktop-dialog-import-folder = Ordner mit Historien wählen
desktop-dialog-evidence = Dateien als Nachweis wählen
desktop-dialog-backup-folder = Ordner für Sicherungen wählen
desktop-dialog-guides = Ordner mit Markdown-Dateien wählen
desktop-dialog-go-bag = Ort für die Notfallmappe wählen
desktop-dialog-calendar = Ordner für den Kalender wählen
desktop-dialog-save = Speichern unter
desktop-kind-workspace = Lotse-Arbeitsmappe
desktop-kind-file = { $ending }-Datei

## Arbeitsmappe öffnen und anlegen
error-no-workspace = Es ist keine Arbeitsmappe geöffnet. Bitte zuerst eine öffnen oder anlegen.
error-workspace-forgotten = Diese Arbeitsmappe steht nicht mehr in der Liste der zuletzt geöffneten. Bitte über „Öffnen“ wählen.
error-not-found = Die Datei ist nicht mehr da: { $path }. Wurde sie verschoben, bitte am neuen Ort öffnen; sonst aus einer Sicherung wiederherstellen.
error-exists = An diesem Ort liegt schon eine Datei: { $path }. Sie wurde nicht angetastet. Bitte einen anderen Namen wählen.
error-not-a-workspace = Diese Datei ist keine Arbeitsmappe von Lotse. Sie wurde nicht verändert. Liegt eine Sicherung vor, lässt sich daraus wiederherstellen.
error-newer-than-program = Diese Arbeitsmappe hat eine neuere Lotse-Version geschrieben (Stand { $found }, dieses Programm kennt { $known }). Bitte Lotse aktualisieren; die Datei wurde nicht verändert.
error-truncated = Das Ende der Datei fehlt: { $found } von { $expected } Byte sind da. Sie wurde nicht verändert. Bitte aus der jüngsten Sicherung wiederherstellen.
error-damaged = Teile der Datei sind beschädigt. Sie wurde nicht verändert. Bitte aus der jüngsten Sicherung wiederherstellen.
error-held-by = Diese Arbeitsmappe ist schon geöffnet: { $program } auf { $host } (Prozess { $pid }). Bitte dort schließen und dann noch einmal versuchen.
error-needs-key = Diese Arbeitsmappe ist verschlüsselt. Bitte die Passphrase oder den Wiederherstellungsschlüssel eingeben.
error-passphrase-needed = Diese Arbeitsmappe ist verschlüsselt. Bitte die Passphrase oder den Wiederherstellungsschlüssel eingeben.
error-not-encrypted = Diese Arbeitsmappe ist nicht verschlüsselt; sie hat keinen Wiederherstellungsschlüssel.
error-backup-busy = Die Sicherung kam nicht an die Datei heran, weil ein anderes Programm sie festhält. Bitte später noch einmal sichern.
error-backup-does-not-fit = Was gesichert wurde, stimmt nicht mit seinen Prüfsummen überein; wahrscheinlich ist die Arbeitsmappe selbst beschädigt. Bitte unter „Protokoll“ die Integrität prüfen; die früheren Sicherungen bleiben unberührt.
error-backup-failed = Die Sicherung gelang nicht: { $reason }. Die Arbeitsmappe selbst ist nicht betroffen. Bitte Ort und freien Platz der Sicherungen prüfen.
error-no-good-backup = Zu dieser Arbeitsmappe liegt keine Sicherung, die sich öffnen lässt. Bitte einen anderen Datenträger oder Ordner mit Sicherungen prüfen.
error-clock-wrong = Die Uhr dieses Rechners steht auf einem Jahr, das nicht sein kann. Bitte Datum und Uhrzeit stellen und noch einmal versuchen.
error-not-a-zone = Diese Zeitzone ist nicht bekannt. Bitte eine aus der Liste wählen.
error-wrong-key = Die Passphrase passt nicht zu dieser Arbeitsmappe. Groß- und Kleinschreibung zählt; hilft das nicht, den gedruckten Wiederherstellungsschlüssel eingeben.
error-cloud-or-network-folder = In diesem Ordner nimmt eine Arbeitsmappe Schaden: Er wird in eine Cloud abgeglichen oder liegt auf einem anderen Rechner. Bitte einen Ordner auf diesem Rechner wählen.
error-pending-changes = Die Datei lässt sich hier nur lesen, und neben ihr liegt in „…-wal“, was bestätigt, aber noch nicht in sie eingetragen ist. Damit nichts Veraltetes gezeigt wird, bleibt sie zu. Bitte beide Dateien zusammen an einen Ort kopieren, an dem geschrieben werden darf, und dort öffnen.
error-sqlite-too-old = Diesem Programm liegt eine SQLite-Version bei ({ $found }), die Einträge verlieren kann. Es öffnet damit keine Arbeitsmappe. Bitte Lotse neu installieren.
error-no-backup = Vor der Umstellung dieser Arbeitsmappe muss eine Sicherung entstehen, und das gelang nicht: { $reason }. Die Datei wurde nicht verändert. Bitte Speicherplatz und Schreibrechte prüfen.
error-system = Das Betriebssystem hat abgelehnt: { $reason }. Bitte Schreibrechte und Datenträger prüfen und noch einmal versuchen.

## Dateien, Entwürfe, Zwischenablage
error-file-failed = „{ $file }“ ließ sich nicht lesen oder schreiben: { $reason }. Bitte prüfen, ob die Datei noch da ist und ob genug Platz und die nötigen Rechte vorhanden sind.
error-not-a-file = „{ $file }“ ist keine gewöhnliche Datei. Bitte eine Datei wählen.
error-file-not-chosen = Diese Datei wurde in diesem Programmlauf nicht ausgewählt. Bitte noch einmal wählen.
error-draft-too-long = Der Entwurf ist zu lang, um gesichert zu werden. Bitte speichern oder kürzen.
error-not-shown = Kein Programm auf diesem Rechner konnte das anzeigen: { $reason }. Bitte die Datei speichern und selbst öffnen.
error-not-copied = Die Zwischenablage nahm den Text nicht an: { $reason }. Bitte noch einmal versuchen.
error-picture-unreadable = Das eingefügte Bild kam unvollständig an. Bitte noch einmal kopieren und einfügen oder als Datei wählen.
error-run-cancelled = Abgebrochen. Es wurde nichts übernommen.
error-program-fault = Im Programm ist ein Fehler aufgetreten; was gespeichert war, ist gespeichert. Bitte noch einmal versuchen. Bleibt der Fehler, helfen die kopierten Details und die Protokolldatei beim Melden.
