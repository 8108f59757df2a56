# Reminders of due dates: in the window, as a notice of the system, in the tray and on the command line.

## How near a date is
reminder-level-late = Overdue
reminder-level-day = Due today or tomorrow
reminder-level-week = Within 7 days
reminder-level-month = Within 30 days
reminder-stage-late = Overdue
reminder-stage-day = 1 day
reminder-stage-week = 7 days
reminder-stage-month = 30 days
reminder-late = Overdue
reminder-today = Due today
reminder-tomorrow = Due tomorrow
reminder-in-days = { $count ->
    [one] Due in one day
   *[other] Due in { $count } days
}

# What a duty demands, said as a task: “Overdue: The service is restored” would contradict itself.
reminder-duty-26 = Recovery of the service (RTO)
reminder-duty-27 = Process review after the emergency
reminder-duty-28 = Yearly process review
reminder-duty-31 = Inform the affected teams
reminder-duty-32 = Yearly test by an action plan

## Notice of the system
reminder-due-on = Due { $day }
reminder-due-at = Due { $day } at { $time } { $zone }
reminder-several = { $count ->
    [one] One date needs you
   *[other] { $count } dates need you
}
reminder-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

## Tray
tray-open = Open Lotse
tray-waiting = { $count ->
    [0] No reminder is waiting
    [one] One reminder is waiting
   *[other] { $count } reminders are waiting
}
tray-quit = Quit Lotse

## The window
reminders-title = Reminders
reminders-none = No date within the next 30 days is yours.
reminders-none-left = You have taken note of every reminder.
reminders-ahead = Next date: { $what }, { $when }.
reminders-to-calendar = Open the calendar
reminders-acknowledge = Take note
reminders-all = Take note of all
reminders-nothing-waits = No reminder is waiting.
reminders-done = Noted: { $what }.
reminders-done-many = { $count ->
    [one] One reminder noted.
   *[other] { $count } reminders noted.
}
reminders-undone = The reminder is waiting again.
reminders-undone-many = { $count ->
    [one] One reminder is waiting again.
   *[other] { $count } reminders are waiting again.
}
reminders-noted = Noted
reminders-noted-hint = What is still to come reports again as soon as the date draws nearer.
reminders-noted-at = Noted { $when }
reminders-noted-by = also by { $person } { $when }
reminders-organisation = Organisation

## Settings
settings-reminders = Reminders
reminders-notices = System notices
reminders-notices-on = Show notices
reminders-notices-hint = Shows each date once when it is 30 days, 7 days and one day away, and when it has passed. A click on the notice opens the record.
reminders-quiet = Quiet hours
reminders-quiet-on = Keep quiet hours
reminders-quiet-hint = During this time Lotse stays silent. What comes up appears afterwards, several together. The organisation’s time zone holds ({ $zone }).
reminders-quiet-from = From
reminders-quiet-to = Until
reminders-quiet-weekends = All day on Saturdays and Sundays too
reminders-tray-title = Tray
reminders-tray = Keep running in the tray when closed
reminders-tray-hint = The window disappears, Lotse goes on reminding. The icon in the tray brings it back and quits the program.
reminders-tray-missing = This desktop has no tray in which Lotse could show an icon. Closing the window therefore ends the program.

## Refusals
error-reminder-not-standing = This reminder no longer stands: the matter is done or its date was moved.
error-reminder-at-other-level = The date has drawn nearer meanwhile. Please look at the new reminder.
error-reminder-not-yours = This date is somebody else’s; only whoever keeps it takes note of it.

## Journal
journal-reminder-acknowledged = Reminder noted
journal-reminder-due = due { $when }
journal-reminder-taken-back = Note taken back

## Command line
cli-inbox = What a person is reminded of, and what of it they took note of
cli-inbox-file = The workspace
cli-inbox-person = Who: name or id
inbox-nothing = No date within the next 30 days is this person’s.
inbox-noted = noted { $when }
