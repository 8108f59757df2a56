# The shell of the window and the words that every screen needs.

## Buttons
close = Close
cancel = Cancel
open = Open
save = Save
undo = Undo
undo-done = Undone. The log keeps both steps.
undo-nothing = There is nothing to undo.
try-again = Try again
copy-details = Copy details
paper-as-pdf = As PDF
loading = Loading …
not-recorded = not recorded
toasts = Notes
chip-remove = Remove { $name }

## Fields
field-optional = optional
select-placeholder = Please choose
combo-placeholder = Type or choose
combo-open = { $name }: open the list
combo-none = Nothing found.
combo-free = “{ $text }” will be used as typed.
combo-no-choice = “{ $text }” is not one of the choices. Please choose from the list, or empty the field.
combo-more = { $count ->
    [one] One more entry: keep typing
   *[other] { $count } more entries: keep typing
}
number-unreadable = This is not a number between { $min } and { $max }. Example: 12
form-problems = { $count ->
    [one] One field still needs an answer:
   *[other] { $count } fields still need an answer:
}
dialog-discard-question = Discard what you entered?
dialog-keep-editing = Keep editing
dialog-discard = Discard

## Moments
moment-placeholder = 22 Nov 14:30, now, -15m
moment-now = Now
moment-now-word = now
moment-zone = Time zone { $zone }
moment-precision = Precision: { $name }
moment-exact = exact
moment-about = about
moment-unknown = unknown
moment-about-short = about
moment-is-unknown = The time is not known.
moment-twice = This time occurs twice in that night.
moment-other = I mean { $other }
moment-unreadable = This cannot be read as a time. You can write, for example: 22 Nov 14:30, 221126 1430, yesterday 8:15, now, -15m.
moment-no-such-day = There is no such day.
moment-no-such-time = There is no such time of day.
moment-skipped-hour = There is no such time: the clocks go forward in that night.

## Durations
duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-hours = { $hours } h { $minutes } min
duration-days = { $days ->
    [one] 1 day { $hours } h
   *[other] { $days } days { $hours } h
}
distance-ahead = in { $duration }
distance-ahead-days = in { $days } days { $hours } h
distance-past = { $duration } ago
distance-past-days = { $days } days { $hours } h ago
distance-late = overdue by { $duration }
distance-late-days = overdue by { $days } days { $hours } h

## Lists
table-count = { $count ->
    [0] No rows
    [one] One row
   *[other] { $count } rows
}
filter-several = { $count } chosen
filter-clear = Clear selection
filter-reset = Reset filters
progress-of = { $done } of { $total }
progress-open = { $done }

## Keys
key-arrowup = ↑
key-arrowdown = ↓
key-arrowleft = ←
key-arrowright = →
key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-enter = Enter
key-esc = Esc
key-space = Space
key-up = ↑
key-down = ↓
key-plus = +
key-minus = −

## Areas
area-today = Today
area-incidents = Emergencies
area-calendar = Calendar
area-reviews = Reviews
area-findings = Findings
area-changes = Changes
area-tests = Tests
area-guide = Guide
area-notices = Notices
area-reports = Reports
area-import = Import
area-log = Audit log
area-settings = Settings
area-start = First steps

## Shell
shell-skip = Skip to content
shell-areas = Areas
shell-breadcrumb = You are here
shell-search = Search …
shell-rail = Fold or unfold the sidebar
shell-acting = { $name }, { $role }
shell-reminders = { $count ->
    [0] Reminders, none waiting
    [one] Reminders, one waiting
   *[other] Reminders, { $count } waiting
}
shell-running-emergency = Emergency running
shell-test-running = Test is running
shell-test-interrupted = Test is interrupted
shell-test-step = Step { $steps } · { $done } of { $all } settled
shell-test-steps = { $done } of { $all } steps settled
shell-running-since = { $days ->
    [0] for { $duration }
   *[other] for { $days } days
}
shell-running-more = { $count ->
    [one] and one more emergency running
   *[other] and { $count } more emergencies running
}
shell-backup-failed = Today’s backup was not made.
shell-backup-again = Back up again
shell-backups = Show backups
shell-read-only = This workspace is open read-only. You can look, print and export, but not change anything.
shell-link-copied = Link copied: { $link }
shell-not-found = There is no such page.
shell-not-found-hint = The link points to something that does not exist in this workspace.
shell-to-today = Go to “Today”
shell-crashed = This view could not be drawn. Recorded data is not affected.

## Shortcuts
keys-title = Keyboard shortcuts
keys-here = On this screen
keys-everywhere = Everywhere
keys-go = Go to
keys-table = In the list
keys-row-before = Row before
keys-row-after = Row after
keys-row-more = Select several rows
keys-row-beside = Show the row beside the list
keys-row-select = Select the row
keys-row-open = Open the row
keys-single-off = Single keys are switched off in the settings.
keys-palette = Search and commands
keys-overlay = Show keyboard shortcuts
keys-zoom-in = Zoom in
keys-zoom-out = Zoom out
keys-zoom-reset = Normal size
keys-rail = Fold or unfold the sidebar
keys-copy-link = Copy the link to this page
keys-back = Back
keys-report-incident = Report an incident
keys-reminders = Reminders

## Palette
palette-title = Search and commands
palette-placeholder = Number, title or command
palette-list = Results
palette-none = Nothing found for “{ $text }”.
palette-records = Emergencies and incidents
palette-commands = Commands
palette-areas = Areas
palette-hint-open = open
palette-hint-move = move

## Failures for which Rust has no sentence of its own
error-unexpected = This did not work: the window ran into an unexpected fault. Recorded data is not affected. Please try again; if it happens again, the copied details help to report it.
error-without-words = This was refused (reason “{ $code }”). Nothing was changed. Please copy the details and report them, so that this reason gets a sentence of its own.

## People
person-erased = (name erased)
acting-title = Who are you?
acting-lead = Everything that you record in this workspace carries your name.
acting-choose = Work as { $name }
acting-none = Nobody stands in this workspace yet.
error-nobody-acts = This was not recorded because it is not clear who you are. Please choose your name first.
acting-other-workspace = Open another workspace
undo-of = Undo: { $what }
palette-hint-beside = open beside
palette-kind-emergency = Emergency
palette-kind-incident = Incident
table-width = Width of the column “{ $column }”
