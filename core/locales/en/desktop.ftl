# What the computer around the window says: file dialogs, and what does not work when opening, reading and writing.

## File dialogs
desktop-dialog-create = Choose a place for the new workspace
desktop-dialog-open = Open workspace
desktop-dialog-import = Choose histories to take over
desktop-dialog-import-folder = Choose a folder of histories
desktop-dialog-evidence = Choose files as evidence
desktop-dialog-backup-folder = Choose a folder for backups
desktop-dialog-guides = Choose a folder of Markdown files
desktop-dialog-go-bag = Choose a place for the go-bag
desktop-dialog-calendar = Choose a folder for the calendar
desktop-dialog-save = Save as
desktop-kind-workspace = Lotse workspace
desktop-kind-file = { $ending } file

## Opening and creating a workspace
error-no-workspace = No workspace is open. Please open or create one first.
error-workspace-forgotten = This workspace is no longer in the list of recent ones. Please choose it with “Open”.
error-not-found = The file is no longer there: { $path }. If it was moved, open it at its new place; otherwise restore it from a backup.
error-exists = There is already a file at this place: { $path }. It was not touched. Please choose another name.
error-not-a-workspace = This file is not a Lotse workspace. It was not changed. If there is a backup, you can restore from it.
error-newer-than-program = A newer version of Lotse wrote this workspace (version { $found }, this program knows { $known }). Please update Lotse; the file was not changed.
error-truncated = The end of the file is missing: { $found } of { $expected } bytes are there. It was not changed. Please restore the newest backup.
error-damaged = Parts of the file are damaged. It was not changed. Please restore the newest backup.
error-held-by = This workspace is already open: { $program } on { $host } (process { $pid }). Please close it there and try again.
error-needs-key = This workspace is encrypted. Please enter the passphrase or the recovery key.
error-passphrase-needed = This workspace is encrypted. Please enter the passphrase or the recovery key.
error-not-encrypted = This workspace is not encrypted; it has no recovery key.
error-backup-busy = The backup could not get at the file, because another program holds it. Please back up again later.
error-backup-does-not-fit = What was backed up does not match its checksums; the workspace itself is probably damaged. Please check the integrity under “Audit log”; the earlier backups are untouched.
error-backup-failed = The backup failed: { $reason }. The workspace itself is not affected. Please check the place of the backups and its free space.
error-no-good-backup = There is no backup of this workspace that can be opened. Please check another disk or folder with backups.
error-clock-wrong = The clock of this computer stands at a year that cannot be. Please set date and time and try again.
error-not-a-zone = This time zone is not known. Please choose one from the list.
error-wrong-key = The passphrase does not fit this workspace. Upper and lower case matter; if that does not help, enter the printed recovery key.
error-cloud-or-network-folder = A workspace comes to harm in this folder: it is synchronised with a cloud or lies on another computer. Please choose a folder on this computer.
error-pending-changes = The file can only be read here, and beside it lies, in “…-wal”, what was acknowledged but has not been taken into it yet. It stays closed so that nothing out of date is shown. Please copy both files together to a place where writing is allowed, and open it there.
error-sqlite-too-old = This program carries a version of SQLite ({ $found }) that can lose entries. It opens no workspace with it. Please install Lotse anew.
error-no-backup = Before this workspace is converted a backup must be made, and that failed: { $reason }. The file was not changed. Please check free space and write permission.
error-system = The operating system refused: { $reason }. Please check permissions and the disk, and try again.

## Files, drafts, clipboard
error-file-failed = “{ $file }” could not be read or written: { $reason }. Please check that the file is still there and that there is enough space and permission.
error-not-a-file = “{ $file }” is not an ordinary file. Please choose a file.
error-file-not-chosen = This file was not chosen while the program has been running. Please choose it again.
error-draft-too-long = The draft is too long to be kept. Please save or shorten it.
error-not-shown = No program on this computer could show this: { $reason }. Please save the file and open it yourself.
error-not-copied = The clipboard did not take the text: { $reason }. Please try again.
error-picture-unreadable = The pasted picture arrived incomplete. Please copy and paste it again, or choose it as a file.
error-run-cancelled = Cancelled. Nothing was taken over.
error-program-fault = The program made a mistake; what was saved is saved. Please try again. If it stays, the copied details and the log file help in reporting it.
