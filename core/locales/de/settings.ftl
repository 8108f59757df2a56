# Einstellungen.
settings-display = Darstellung
settings-organisation = Organisation
settings-people = Personen
settings-services = Dienste
settings-workspace = Arbeitsmappe
settings-saved = Gespeichert.
settings-removed = Entfernt. Frühere Vorgänge zeigen den Namen weiterhin.
settings-unchanged = Es wurde nichts geändert.
settings-needs-manager = Nur die Prozessleitung pflegt die Organisation. Sie können alles ansehen.
settings-deeds = Aktionen für { $name }
settings-edit = Bearbeiten …
settings-remove = Entfernen
settings-remove-title = „{ $name }“ entfernen?
settings-remove-team = Das Team steht dann nicht mehr zur Wahl. Frühere Vorgänge behalten seinen Namen.
settings-remove-kept = Der Eintrag steht dann nicht mehr zur Wahl. Frühere Vorgänge behalten seinen Namen und seine Ziele.
settings-name = Name
settings-reason = Begründung

## Darstellung
settings-language-zone = Sprache und Zeitzone
settings-zone = Zeitzone der Anzeige
settings-zone-workspace = wie die Arbeitsmappe ({ $zone })
settings-zone-hint = Zeiten werden so angezeigt: { $now }
settings-look = Aussehen
settings-theme = Farben
settings-theme-system = wie das System
settings-theme-light = hell
settings-theme-dark = dunkel
settings-density = Zeilenhöhe
settings-density-comfortable = bequem
settings-density-compact = kompakt
settings-density-dense = dicht
settings-zoom = Größe
settings-zoom-hint = Auch mit Strg und +, − oder 0
settings-keys = Tastatur und Fenster
settings-single-keys = Kürzel aus einzelnen Tasten
settings-single-keys-hint = Zum Beispiel N, G und ?. In Eingabefeldern wirken sie nie.
settings-rail = Seitenleiste nur mit Symbolen

## Organisation
settings-paper-language = Sprache neuer Berichte
settings-teams = Teams
settings-teams-none = Noch kein Team angelegt.
settings-team = Team
settings-team-add = Team anlegen
settings-team-kind = Rolle im Prozess
settings-team-head = Leitung
settings-team-head-is = Leitung: { $name }

## Personen
settings-person = Person
settings-person-add = Person anlegen
settings-email = E-Mail
settings-phone = Telefon
settings-roles = Rollen
settings-roles-missing = Mindestens eine Rolle ist nötig, sonst darf die Person nichts.
settings-acting = Sie
settings-inactive = wirkt nicht mehr mit
settings-act-as = Als diese Person arbeiten
settings-acting-already = Das sind Sie schon.
settings-person-gone = Diese Person wirkt nicht mehr mit.
settings-retire = Scheidet aus
settings-retire-title = { $name } ausscheiden lassen?
settings-retire-consequence = Die Person kann nichts mehr erfassen und nicht mehr gewählt werden. Ihr Name bleibt bei allem stehen, was sie erfasst hat.
settings-person-retired = Die Person wirkt nicht mehr mit.
settings-erase = Personendaten löschen …
settings-erase-title = Daten von { $name } löschen?
settings-erase-consequence = Name, E-Mail und Telefon werden unwiderruflich gelöscht. Das Protokoll bleibt vollständig und prüfbar; statt des Namens steht dort „(Name gelöscht)“.
settings-person-erased = Die Personendaten sind gelöscht.

## Dienste und SLA-Level
settings-service = Dienst
settings-service-add = Dienst anlegen
settings-services-none = Noch kein Dienst angelegt. Mit Diensten werden RTO und RPO je Notfall gemessen.
settings-rto = Geforderte Wiederanlaufzeit (RTO)
settings-rpo = Maximal zulässiger Datenverlust (RPO)
settings-objectives = RTO { $rto } · RPO { $rpo }
settings-levels = SLA-Level
settings-level = SLA-Level
settings-level-add = SLA-Level anlegen
settings-levels-none = Noch kein SLA-Level angelegt.
settings-response = Reaktionszeit
settings-handling = Bearbeitungszeit
settings-times = Reaktion { $response } · Bearbeitung { $handling }
settings-minutes-hint = Zum Beispiel 15 min, 4 h, 1:30 oder 2 t
settings-minutes-unreadable = Das lässt sich nicht als Dauer lesen. Möglich sind zum Beispiel 15 min, 4 h, 1:30 oder 2 t.

## Arbeitsmappe
settings-place = Ort
settings-version = Lotse-Version
settings-encryption = Verschlüsselung
settings-encrypted = mit Passphrase verschlüsselt
settings-not-encrypted = nicht verschlüsselt
settings-show-key = Wiederherstellungsschlüssel zeigen
settings-show-log = Protokolldatei des Programms zeigen
settings-backups = Sicherungen
settings-backup-now = Jetzt sichern
settings-backup-done = Gesichert und geprüft.
settings-backup-folder = Ordner
settings-backup-choose = Anderen Ordner wählen …
settings-backup-days = Tägliche Sicherungen behalten
settings-backup-months = Monatliche Sicherungen behalten
settings-backup-number = Bitte zwei Zahlen eingeben.
settings-backups-none = Noch keine Sicherung. Die erste entsteht von selbst, wenn die Arbeitsmappe das nächste Mal geöffnet wird, danach eine am Tag.
