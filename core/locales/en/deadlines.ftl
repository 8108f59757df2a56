# What is due, the 33 duties, and the rules that make deadlines.
## The duties of the process
duty-1 = Every incident is tracked by a support ticket
duty-2 = The source is noted
duty-3 = Alerts and reports are assessed
duty-4 = Escalation is decided after study
duty-5 = The deployment team is consulted when needed
duty-6 = No emergency: solved by usual support
duty-7 = Response and handling times by SLA level
duty-8 = The incident team contacts the deployment team
duty-9 = The deployment team forms the disaster team
duty-10 = All status updates are logged
duty-11 = All involved teams can see them
duty-12 = The keyword stands on every related ticket
duty-13 = Scope, impact and cause are found
duty-14 = Decided whether the provider is at fault
duty-15 = The provider's service notices are checked
duty-16 = Tickets at the provider are opened when needed
duty-17 = The provider's progress is checked
duty-18 = Fixed in time: nothing further needed
duty-19 = Not fixed: recovery by the guide
duty-20 = Affected users are told the status
duty-21 = … and the expected time of resolution
duty-22 = Causes are analysed after recovery
duty-23 = Improvements are recommended
duty-24 = Affected users get reports
duty-25 = Service credits where they are due
duty-26 = The service is restored as fast as possible
duty-27 = Process review after each emergency
duty-28 = Process review at least yearly
duty-29 = Process review on demand
duty-30 = Decided whether the process must change
duty-31 = Affected teams are informed of all changes
duty-32 = Tests at least yearly by fixed action plans
duty-33 = Test results are analysed in reviews

## What is promised, and how it stands
promise-kind-duty = Duty of the process
promise-kind-response = Response time by SLA level
promise-kind-handling = Handling time by SLA level
promise-kind-next-update = Next status update
promise-kind-expected-repair = Expected time of repair
promise-kind-waiting-limit = Limit of waiting for the provider
promise-kind-provider-review = The provider's own review
promise-kind-report = Post-incident report
promise-kind-recommendation = Recommended action
promise-kind-review = Process review
promise-kind-change-answer = Answer to a delegated change
promise-kind-change = Implementation of the change
promise-kind-change-resumes = Take a deferred change up again
promise-kind-finding = Action of a finding
promise-kind-risk-ends = Accepted risk ends
promise-kind-drill = Scheduled test
promise-kind-drill-result = Result of a test
promise-kind-drill-analysis = Analysis of a test in a review
promise-kind-retest = Retest
promise-kind-acknowledgement = Notice acknowledged by everyone
promise-kind-legal-classification = Decide whether it must be notified
promise-kind-legal-first = First notice to the authority
promise-kind-legal-notice = Notice to the authority
promise-kind-legal-interim = Intermediate report to the authority
promise-kind-legal-final = Final report to the authority
promise-kind-credit-claim = Claim the credit from the provider
promise-kind-document-review = Look through a valid document
standing-late = Overdue
standing-proof-missing = Proof missing
standing-due = Due
standing-open = Open
standing-kept-late = Kept late
standing-kept = Kept

## Rules
rule-kind-review-after-emergency = Process review after an emergency
rule-kind-review-periodic = Periodic process review
rule-kind-report-issued = Post-incident report
rule-kind-change-answered = Answer to a delegated change
rule-kind-teams-informed = Inform the affected teams
rule-kind-drill-periodic = Periodic test by action plan
rule-kind-drill-result = Approve the result of a test
rule-kind-drill-analysed = Analyse a test in a review
rule-kind-retest = Repeat a test that was aborted or not passed
rule-kind-notice-acknowledged = Acknowledge a notice
rule-kind-next-update = Next message to users
rule-kind-waiting-limit = Wait for the provider
rule-kind-provider-review = The provider's own review
rule-kind-credit-claimed = Claim the credit from the provider
rule-kind-document-reviewed = Look through valid documents
rule-kind-nis2-early = NIS2: early first notice
rule-kind-nis2-notice = NIS2: notice
rule-kind-nis2-final = NIS2: final report
rule-kind-dora-initial = DORA: initial notification after classification
rule-kind-dora-aware = DORA: initial notification at the latest
rule-kind-dora-intermediate = DORA: intermediate report
rule-kind-dora-final = DORA: final report
rule-from-review-after-emergency = from the emergency's end
rule-from-review-periodic = from the last approved review
rule-from-report-issued = from the emergency's end
rule-from-change-answered = from the delegation
rule-from-teams-informed = from the approval
rule-from-drill-periodic = from the last test with an approved result
rule-from-drill-result = from the end of the test
rule-from-drill-analysed = from the approval of the result
rule-from-retest = from the end of the test
rule-from-notice-acknowledged = from the notice
rule-from-next-update = from the last message, where it names no time
rule-from-waiting-limit = from the decision to wait, where no limit was agreed
rule-from-provider-review = from the provider's mitigation
rule-from-credit-claimed = from the end of the month of the restoration
rule-from-document-reviewed = from validity or the last look
rule-from-nis2-early = from knowledge
rule-from-nis2-notice = from knowledge
rule-from-nis2-final = from the notice; where the incident goes on, from its end
rule-from-dora-initial = from the classification as major
rule-from-dora-aware = from awareness
rule-from-dora-intermediate = from when the initial notification was sent
rule-from-dora-final = from the last intermediate report
term-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
term-days = { $count ->
    [one] one day
   *[other] { $count } days
}
term-working-days = { $count ->
    [one] one working day
   *[other] { $count } working days
}
term-weeks = { $count ->
    [one] one week
   *[other] { $count } weeks
}
term-months = { $count ->
    [one] one month
   *[other] { $count } months
}
unit-hours = Hours
unit-days = Days
unit-working-days = Working days
unit-weeks = Weeks
unit-months = Months
region-baden-wuerttemberg = Baden-Württemberg
region-bavaria = Bavaria
region-berlin = Berlin
region-brandenburg = Brandenburg
region-bremen = Bremen
region-hamburg = Hamburg
region-hesse = Hesse
region-mecklenburg-western-pomerania = Mecklenburg-Western Pomerania
region-lower-saxony = Lower Saxony
region-north-rhine-westphalia = North Rhine-Westphalia
region-rhineland-palatinate = Rhineland-Palatinate
region-saarland = Saarland
region-saxony = Saxony
region-saxony-anhalt = Saxony-Anhalt
region-schleswig-holstein = Schleswig-Holstein
region-thuringia = Thuringia

## Deadlines
deadlines-tab-due = Deadlines
deadlines-tab-duties = Duties
deadlines-on = As of
deadlines-on-empty = empty means now
deadlines-as-of = As of { $when }
deadlines-back-to-now = Back to today
deadlines-kept = Show what is settled too
deadlines-late = Overdue
deadlines-week = Within the next 7 days
deadlines-month = Within the next 30 days
deadlines-quarter = Within the next 90 days
deadlines-later = Later
deadlines-settled = Settled
deadlines-none = Nothing is due.
deadlines-none-hint = Deadlines follow from records and rules; nothing is entered here by hand.
deadlines-year = The year
deadlines-year-month = { $month }: { $count ->
    [0] nothing due
    [one] one deadline
   *[other] { $count } deadlines
}{ $late ->
    [0] {""}
   *[other] , { $late } of them overdue
}
deadlines-month-none = Nothing is due in { $month }.
deadlines-all-months = All months
deadlines-by-rule = { $rule }: { $term } { $from }
deadlines-by-record = set in the record
deadlines-by-objective = objective from the settings
deadlines-moved = moved from { $when } by { $person }: { $reason }
deadlines-late-by = late by { $length }
deadlines-settled-at = settled { $when }
deadlines-proof = Proof: { $number }
deadlines-organisation = Organisation
deadlines-due = Due
deadlines-record = Record
deadlines-standing = Standing

## Ledger of duties
ledger-duty = Duty
ledger-number = No.
ledger-kept = Kept
ledger-kept-late = Kept late
ledger-due = Due
ledger-late = Overdue
ledger-missing = No proof
ledger-next = Next due
ledger-never = never occurred yet
ledger-occurrences = Duty { $duty }: { $title }
ledger-occurrences-none = This duty had not occurred by that day.
ledger-history = Records taken over from elsewhere do not count here: nobody had promised this process when they happened.
ledger-sum = { $kept } kept, { $late } overdue, { $missing } without proof

## Rules in the settings
settings-rules = Deadlines and rules
rules-title = Rules that make deadlines
rules-hint = A new rule holds for everything that begins from its day on. What began before keeps its deadline.
rules-rule = Rule
rules-term = Term
rules-seeded = process default
rules-off = not set
rules-holds-word = holds
rules-none = does not hold
rules-change = Change the rule
rules-change-title = Change the rule: { $rule }
rules-amount = Number
rules-unit = Unit
rules-holds = The rule holds
rules-from = Holds from
rules-reason = Reason
rules-save = Set the rule
rules-saved = Rule set.
rules-history = History of the rule
rules-set-by = { $term } from { $from }, set by { $person }: { $reason }
rules-drills = Periodic tests
rules-drills-what = What is tested periodically
rules-drills-hint = How often, the rule “Periodic test by action plan” says. A test counts once its plan is approved and its result confirmed.
drill-scope-process = The process: any action plan will do
drill-scope-plan = Each action plan that is used
drill-scope-service = Each service of the organisation
rules-laws = Terms of laws for notices
rules-laws-hint = Optional, and help, not legal advice. Where a law binds the organisation, Lotse shows its dates with each incident and in the calendar.
rules-law-on = Let the terms hold
rules-law-off = Terms hold no more
rules-law-title = { $law }: let the terms hold
rules-law-off-title = { $law }: terms hold no more
rules-law-reason = Why, and who said so
rules-law-source-nis2 = Source: § 32 BSIG (Germany). Early first notice, notice and final report to the BSI.
rules-law-source-dora = Source: Regulation (EU) 2025/301, Art. 5. For customers that are financial entities.
rules-region = Holidays for working days
rules-region-state = German state
rules-region-none = None: only Saturdays and Sundays do not count
rules-region-hint = Public holidays of this German state do not count as working days.
rules-alone = One person may do both halves of what needs two
rules-alone-hint = Holds only as long as a single person takes part. Paper then says that nobody else has checked.
rules-alone-reason = Why one person must do
rules-alone-allow = Allow
rules-alone-forbid = No longer allow

## Refusals
error-rule-reason-missing = The reason is missing. It will stand in the history of the rule.
error-rule-before-today = A rule can begin today ({ $today }) at the earliest: what has begun keeps its deadline.
error-term-empty = A term has at least one day. If the rule shall no longer hold, switch it off.

## Command line
cli-due = What is due, also as it was known on an earlier day
cli-due-file = The workspace
cli-due-on = As of the end of that day (YYYY-MM-DD); now if not given
cli-due-within = Only what falls due within so many days
cli-due-kept = Also what is settled
cli-ledger = The 33 duties of the process and how they stand
cli-ledger-file = The workspace
cli-ledger-on = As of the end of that day (YYYY-MM-DD); now if not given
cli-ledger-duty = Only this duty (1 to 33): what triggers it, by when it is due, what proves it, and every occurrence
due-nothing = Nothing is due.

## Log
journal-policy-rule-set = Rule set
journal-policy-region-set = Holidays set
journal-policy-alone-set = One-person rule set

## Paper
paper-preview-ledger = Ledger of duties as PDF
paper-file-ledger = Ledger
paper-ledger-title = Ledger of duties
paper-ledger-duties = The 33 duties of the process
paper-ledger-wanting = Overdue or without proof
paper-ledger-nothing = Nothing is overdue, and every duty that is over is proven.
paper-ledger-each = Each duty
paper-ledger-kept-year = { $year }, { $count } kept:
paper-ledger-kept-by = { $record }: { $proof } ({ $day })
cli-report-on = The ledger as it was known at the end of that day (YYYY-MM-DD)

## Calendar
calendar-name = Deadlines · { $organisation }
calendar-category = Disaster recovery
calendar-done = Done: { $what }
calendar-moved = Moved: { $reason }
cli-calendar = Write the deadlines as a calendar (iCalendar)
cli-calendar-file = The workspace
cli-calendar-out = A file that ends with .ics, or a folder: then one file a deadline, which a calendar program can follow
cli-calendar-language = Language of the entries; that of the workspace if not given
calendar-written = { $count ->
    [one] One deadline
   *[other] { $count } deadlines
} written: { $path }
deadlines-as-calendar = To a calendar
deadlines-calendar-file = Deadlines
calendar-out-how = Deadlines for Outlook, Thunderbird and other calendar programs (iCalendar).
calendar-file = As a file
calendar-file-how = One file with all deadlines as they stand now. Later changes only arrive with a new file.
calendar-file-save = Save the file
calendar-folder = As a folder that a calendar program follows
calendar-folder-how = Each deadline is a file of its own. As long as Lotse runs, also in the tray, the folder is kept up to date; what no longer holds is cancelled there.
calendar-folder-choose = Choose a folder
calendar-folder-other = Choose another folder
calendar-folder-leave = Keep it up to date no longer
calendar-folder-fault = The folder could not be written last
calendar-followed = The folder is written and kept up to date
deadlines-tab-month = Month
deadlines-move = Move
deadlines-move-title = Move { $number }
deadlines-move-from = So far: { $day }
deadlines-move-time = beginning stays { $time }
deadlines-move-to = New day
deadlines-move-same = That is the day so far. Please name another one.
deadlines-moved-done = Moved.
deadlines-moved-back = Move taken back
against-freeze = in the freeze “{ $name }”
against-holiday = holiday
against-weekend = weekend
against-day = Against this day: { $what }. You can move it all the same.
month-before = Month before
month-after = Month after
month-today = Current month
month-day-count = { $count ->
    [0] nothing due
    [one] one deadline
   *[other] { $count } deadlines
}
month-more = { $count ->
    [one] one more
   *[other] { $count } more
}
month-day-none = Nothing is due on this day.
freeze-title = Freezes
freeze-new = Add a freeze
freeze-change = Change the freeze
freeze-hint = Days on which nothing is tested, changed or switched. The calendar shows what falls into them all the same.
freeze-none = No freeze is set.
freeze-name = Name
freeze-from = First day
freeze-until = Last day
freeze-days = { $from } to { $until }
freeze-lift = Lift
freeze-lift-title = Lift the freeze “{ $name }”
journal-policy-freeze-set = Freeze set
journal-policy-drill-scope-set = What is tested periodically was set
journal-policy-freeze-lifted = Freeze lifted
error-freeze-name-missing = The freeze needs a name by which it is known in the calendar.
error-freeze-ends-first = The freeze ends before it begins. Please check its last day.
error-no-such-freeze = This freeze is not there any more. Somebody has lifted it meanwhile.
