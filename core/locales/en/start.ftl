# First steps: make or open a workspace.
language-de = Deutsch
language-en = English
start-title = Welcome to Lotse
start-lead = The desktop of the team that manages the recovery process.
start-language = Language
start-version = Lotse { $version }
start-new = New workspace
start-begin = How would you like to begin?
start-begin-sample = With sample data
start-begin-sample-hint = An invented year of a process, to try things out
start-begin-import = With an existing history
start-begin-import-hint = Take over a status page, Azure Service Health, CSV or Excel
start-begin-empty = Empty
start-begin-empty-hint = Only the five teams of the process are there
start-organisation = Organisation
start-organisation-example = e.g. Loftware Cloud
start-organisation-missing = The name of the organisation is missing. Every report shows it.
start-person = Your name
start-person-hint = You become the process manager of this workspace; your name stands with everything that you record.
start-person-missing = Your name is missing. Without it nobody can prove who recorded what.
start-zone = Time zone of the process
start-zone-hint = Days and deadlines begin in this zone.
start-zone-missing = This time zone is not known. Please choose one from the list.
start-encrypt = Encrypt with a passphrase
start-encrypt-hint = Without passphrase and recovery key the content is then lost.
start-passphrase = Passphrase
start-passphrase-again = Repeat the passphrase
start-passphrase-short = The passphrase needs at least 12 characters.
start-passphrase-differs = The two entries differ.
start-create = Choose a place and create …
start-open = Existing workspace
start-open-other = Open another file …
start-opened = last opened on { $day }
start-gone = file not found
start-forget = Take “{ $name }” off the list
start-none = The workspaces that you have opened will stand here.
start-none-hint = A workspace is a single file that ends in .lotse.
start-locked = This workspace is encrypted
start-locked-hint = Enter the passphrase or the recovery key.

## Restoring, and the key
start-restore = Restore the newest backup
start-restore-title = Restore “{ $name }” from the newest backup?
start-restore-consequence = The newest good backup takes the place of the file. What lies there now is kept beside it under another name. What was recorded after the backup is missing.
recovery-title = Recovery key
recovery-lead = This key opens the workspace without the passphrase. Print it and keep it apart from this computer.
recovery-file = Recovery key { $workspace }.txt
recovery-save = Save as a text file …
recovery-copy = Copy
recovery-copied = Key copied. It stays on the clipboard until you copy something else.
recovery-safe = I have put the key in a safe place.
recovery-why = Please confirm first that the key is in a safe place.
recovery-done = Continue

## After several crashes
start-careful = Lotse was not closed properly { $count } times in a row, so it opens nothing by itself.
start-careful-hint = Open a workspace below or restore its newest backup. The program’s log file helps with reporting the fault.
