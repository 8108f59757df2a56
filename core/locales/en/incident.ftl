# The record: an incident or emergency with everything that belongs to it.

## Head and tabs
incident-header = State of the record
incident-tabs = Parts of the record
incident-tab-course = Timeline
incident-tab-flow = Process
incident-tab-situation = Situation
incident-tab-team = Team
incident-tab-provider = Provider
incident-tab-recovery = Recovery
incident-tab-messages = Messages
incident-tab-tickets = Tickets
incident-tab-afterwork = Follow-up
incident-tab-evidence = Evidence
incident-tab-history = History
incident-to-tab = Go to “{ $tab }”
incident-next = Next step
incident-more-steps = More steps
incident-rate = Severity
incident-rate-none = Not rated
incident-rated = Severity changed
incident-retitle = Change title
incident-retitled = Title changed
incident-sla = SLA level
incident-sla-choose = Choose SLA level
incident-sla-none = No SLA level
incident-sla-set = SLA level changed
incident-response = Response
incident-handling = Handling
incident-kept = kept
incident-not-kept = not kept
incident-cannot-say = cannot be said yet
incident-unchanged = It said so already; nothing was changed.
incident-undone = undone
incident-withdrawn = This record was taken out of the register. It stays readable; “Reinstate” brings it back.
incident-properties = Properties
incident-services = Affected services
incident-measured = Measured
incident-recorded = Recorded
incident-recorded-by = { $when } by { $person }
incident-changed = Last changed
incident-events = Events
incident-rule = Emergency by the rule: { $rule }
incident-history-lead = Everything the log holds about this record. No entry is ever changed; corrections are new entries.

## Timeline
incident-entry-new = New entry
incident-entry-placeholder = What happened?
incident-entry-text = text
incident-entry-kind = Kind
incident-entry-at = When
incident-entry-now = Empty means now.
incident-entry-add = Add entry
incident-entry-done = Entry added
incident-entry-menu = What can be done with it
incident-entry-correct = Correct
incident-entry-correct-title = Correct entry
incident-entry-correct-hint = The old text stays visible, struck through.
incident-entry-corrected = Entry corrected
incident-entry-withdraw = Withdraw
incident-entry-withdraw-title = Withdraw entry
incident-entry-withdraw-hint = The entry stays visible, struck through, with the reason.
incident-entry-withdrawn = Withdrawn: { $reason }
incident-entry-withdrawn-done = Entry withdrawn
incident-entry-reinstate = Reinstate
incident-entry-reinstated = Entry reinstated
incident-entry-late = entered later, { $when }
incident-entry-was = Before:
incident-entry-count = { $count ->
    [one] One entry
   *[other] { $count } entries
}
incident-oldest-first = Oldest first
incident-more-entries = { $count ->
    [one] Show one more
   *[other] Show more ({ $count } left)
}
incident-no-entries = No entries yet. The first one is written above.
incident-no-match = There are no entries for this choice.

## Process
flow-title = The published process and the way of this record
flow-summary = Flow chart of the process. The record stands at: { $phase }. Its way is listed below.
flow-way = The way of this record
flow-lasts = for { $length }
flow-lasts-unknown = goes on
flow-lane-incident = Incident team
flow-lane-disaster = Disaster team
flow-lane-afterwards = After the emergency
flow-emergency = Emergency?
flow-provider = Provider at fault?
flow-consultation = Advice of deployment team
flow-yes = yes
flow-no = no

## Steps of the process
step-start-assessment = Begin assessment
step-consult-deployment-team = Consult deployment team
step-propose-escalation = Propose escalation
step-decline-escalation = Decline escalation
step-solve-by-support = Solve by support
step-declare-emergency = Declare emergency
step-assign-role = Assign a role
step-form-team = Form disaster team
step-complete-analysis = Complete analysis
step-decide-to-wait = Wait for the provider
step-decide-to-recover = Recover ourselves
step-start-recovery = Begin recovery
step-mark-running = Running again
step-mark-restored = Fully restored
step-record-relapse = Record a relapse
step-end-emergency = End emergency
step-downgrade = Downgrade
step-start-follow-up = Begin follow-up
step-issue-report = Approve report
step-record-customer-reports = Customers informed
step-close = Close
step-reopen = Reopen
step-withdraw = Take out of the register
step-reinstate = Reinstate
take-back = Take step back …
take-back-newest = Newest step: { $step }, recorded { $when } by { $person }
take-back-title = Take back “{ $step }”: { $number }
take-back-hint = Recorded { $when } by { $person }. The record will stand at “{ $phase }” again; the step stays in the timeline with the reason.
take-back-cleared = No longer recorded then: { $moments }. Durations from it become “not recorded”, and clocks run on.
take-back-restored = Holds again then: { $moments }.
take-back-deed-hint = The entry stays in the timeline, struck through, with the reason; otherwise what held before holds again.
take-back-deed = Take back “{ $deed }” …
take-back-menu = More about “{ $deed }”, { $about }
take-back-verb = Take back
take-back-done = Taken back: { $step }
step-title = { $what }: { $number }
step-done = Recorded: { $what }
step-at = When
step-at-missing = It is missing when this was. “now” is enough.
step-person-missing = It is missing who.
step-text-missing = Missing: { $what }.
step-reason = Reason
step-solved-reason = Why it is no emergency, and how it was solved
step-relapse-reason = What failed again
step-advice = Advice of the deployment team
step-asked = Who was asked
step-decider = Decided by
step-approver = Approved by
step-ended-by = All-clear given by
step-consulted = Consulted before
step-unconsulted = Why was nobody consulted?
step-unconsulted-missing = Please say who was consulted, or why nobody was.
step-guide = Recovery guide
step-guide-hint = Empty means: there was no guide for this.
step-guide-version = Version of the guide
step-reports = Reports to affected users
step-reports-note = How they were sent, or why nobody was affected
step-restored-at = Fully restored: { $when }
step-end-consequence = The all-clear ends the emergency; the follow-up comes next. A relapse can still be recorded.
step-close-consequence = A closed record cannot be changed any more, only reopened with a reason.
step-downgrade-consequence = The emergency is downgraded to an ordinary incident. That it was declared stays in the log.
step-withdraw-consequence = The record disappears from lists and figures. It stays in the log and can be reinstated.

## Texts of the record
fact-state = State
fact-change = Change
fact-done = { $name } saved
fact-before = { $count ->
    [one] One earlier version
   *[other] { $count } earlier versions
}

## Situation
situation-analysis = Scope, impact and cause
situation-figures = Impact in figures
situation-milestones = Moments
situation-durations = Measured durations
situation-more = More about the situation
impact-components = Affected components
impact-regions = Regions
impact-tenants = Affected tenants
impact-users = Share of affected users
impact-data-loss = Actual data loss (RPA)
impact-data-loss-hint = 0 when nothing was lost; empty as long as nobody knows.
impact-list-hint = Several, divided by commas.
impact-done = Impact saved
objectives = Objectives of the affected services
objective-rto = RTO (objective)
objective-rta = RTA (measured)
objective-rpo = RPO (objective)
objective-rpa = RPA (measured)
objective-none = no objective
objective-so-far = { $length } so far
objective-over = over the objective
objective-left = { $length } left
objective-legend = Bar: time until running again. Mark: objective.
objective-empty = No affected service is recorded. They are stated under “Impact in figures”.
milestones-name = Moment
milestones-when = When
milestones-move = Move
milestones-set = Set
milestones-move-title = Move “{ $name }”
milestones-set-title = Set “{ $name }”
milestones-now = So far: { $when }
milestones-take-back = Remove the moment
milestones-changes = What changes with it
milestones-changes-none-yet = As soon as the moment differs, the durations and clocks that follow are shown here.
milestones-changes-nothing = No duration and no clock changes.
milestones-before = Before
milestones-after = After
milestones-done = “{ $name }” saved
durations-name = Duration
durations-length = Length
durations-from = From
durations-to = To
durations-backwards = ends before it starts

## Team
team-role = Role
team-person = Person
team-deputy = Deputy
team-since = Since
team-empty = not filled
team-assign = Assign
team-release = Lay down
team-release-title = Lay down a role: { $role }, { $person }
team-release-label = To whom, and how things stand
team-released = { $person } laid down { $role }
team-add = One more person
team-handover = Hand over
team-assign-title = Assign a role of the disaster team
team-handover-title = Hand over: { $role }
team-handover-text = What was handed over
team-held-by = So far: { $person }
team-assigned = { $role }: { $person }
team-before = Held before
team-span = { $from } to { $until }
team-consultations = Advice of the deployment team
team-no-consultations = The deployment team has not been consulted yet.
team-decisions = Decisions
team-no-decisions = Nothing has been decided yet.
team-consulted = Consulted before: { $people }

## Provider
provider-case = Case at the provider
provider-name = Provider
provider-fault = Fault
provider-reason = Reason for the judgement
provider-decided = Decided by
provider-state = State of the case
provider-advance = Change state
provider-state-title = Where does the case at the provider stand?
provider-state-text = What the provider says
provider-state-done = State of the case saved
provider-no-review-reason = Why there will be no review
provider-review-never = No review, established { $when }
provider-limit-reason = Why the limit changes
provider-tracking = Service Health tracking ids
provider-tracking-hint = Several, divided by commas or spaces.
provider-tickets = Tickets at the provider
provider-judge = Judge
provider-judge-title = Is the provider at fault?
provider-judged-done = Judgement saved
provider-contact = Record contact
provider-contacted-done = Contact with the provider recorded
provider-checks = Checks of progress
provider-nothing-new = Checked, nothing new
provider-checked-done = Check recorded
provider-news = Record news
provider-news-label = What is new at the provider
provider-news-verb = Record
provider-no-checks = The provider’s progress has not been checked yet.
provider-wait = Wait or recover ourselves
provider-limit = We wait until { $when } at the latest.
provider-no-limit = No waiting limit is agreed.
provider-limit-set = Set waiting limit
provider-limit-change = Change waiting limit
provider-limit-hint = Once it is reached, the decision to recover ourselves is due.
provider-limit-until = Wait until
provider-limit-empty = Empty takes the limit away. For example: 11:30, +45m.
provider-limit-done = Waiting limit saved
provider-review-receive = Record the review
provider-review-label = What the review says
provider-review-received = Received { $when }
provider-review-due = Expected until { $when }
provider-review-none = Expected only when the provider is at fault and has fixed the disruption.

## Recovery
recovery-moments = Back again
recovery-two-moments = Running again means: it works, perhaps reduced. Restored means: everything works as before. Both are measured.
recovery-guide = Recovery guide
recovery-version = version { $version }
recovery-no-guide = There was no guide for this.
recovery-no-steps = No step has been recorded yet.
recovery-step = Step
recovery-step-hint = Number and title as the guide has them.
recovery-step-record = Record a step
recovery-step-done = Step recorded
recovery-result = Result
recovery-deviation = Deviation
recovery-when = When

## Messages to users
messages-new = New message
messages-change = Change message
messages-audience = To
messages-channel = Channel
messages-status = State
messages-eta = Expected time of repair
messages-over = This moment is over already.
messages-next = Next message by
messages-text-missing = The text is missing. One of the two languages is enough.
messages-save = Save draft
messages-drafted = Draft saved
messages-release = Release
messages-release-title = Release message: { $audience }?
messages-release-consequence = The text cannot be changed afterwards. It is sent the usual way; when it was sent is recorded here.
messages-released = Message released
messages-released-by = released by { $person }
messages-discard = Discard
messages-discard-title = Discard the draft?
messages-discard-consequence = The draft disappears from this list; it stays in the log.
messages-discarded = Draft discarded
messages-sent = Mark as sent
messages-sent-at = Sent
messages-sent-hint = What the message promises counts from this moment.
messages-sent-done = Recorded as sent
messages-failed = Sending failed
messages-failed-verb = Record
messages-failed-done = Failure recorded
messages-none = Nobody has been told yet.
messages-promises = Promises given and kept
messages-promise = Promise
messages-due = Promised for
messages-settled = Settled
messages-outcome = Outcome
messages-open = open
messages-no-promises = Nothing has been promised yet.

## Tickets
tickets-system = System
tickets-number = Ticket number
tickets-subject = Subject
tickets-link = Link
tickets-link-wrong = A link begins with https:// or http://.
tickets-opened = Opened
tickets-carries = The ticket carries the keyword { "[Notfall]" }
tickets-carried = present
tickets-not-carried = missing
tickets-add = Add ticket
tickets-change = Change ticket { $number }
tickets-saved = Ticket saved
tickets-menu = Ticket { $number }
tickets-mark = { "[Notfall]" } is set
tickets-unmark = { "[Notfall]" } is missing after all
tickets-mark-all = Record all as set
tickets-marked = Keyword recorded
tickets-remove = Remove
tickets-remove-title = Remove ticket { $number }
tickets-removed = Ticket removed
tickets-missing = { $count ->
    [one] { "[Notfall]" } is missing on one ticket
   *[other] { "[Notfall]" } is missing on { $count } tickets
}
tickets-missing-hint = The process asks for the keyword on every ticket of the emergency.
tickets-copy = Copy list for support
tickets-copied = { $count ->
    [one] One ticket copied
   *[other] { $count } tickets copied
}
tickets-list-head = Please set the keyword { "[Notfall]" } ({ $number }, { $title }):
tickets-none = No ticket yet. Every incident is tracked by at least one support ticket.

## Follow-up
afterwork-missing = What is still missing
afterwork-report-gaps = For the report
afterwork-report-ready = The report can be approved.
afterwork-report-approved = The report is approved.
afterwork-closing-gaps = For closing
afterwork-closing-ready = The record can be closed.
afterwork-causes = Trigger, root causes, contributing factors
afterwork-class = Class of the cause
afterwork-classified = Class of the cause saved
afterwork-learnt = Lessons learned
afterwork-quality = Quality of the response
afterwork-customers = Reports to affected users
afterwork-rest = Summary and legal
recommendations = Recommendations
recommendations-add = Add recommendation
recommendations-change = Change recommendation
recommendations-text = What is recommended
recommendations-to = For whom
recommendations-kind = Kind
recommendations-priority = priority { $priority }
recommendations-priority-name = Priority
recommendations-owner = Owner
recommendations-assign = Owner of “{ $text }”
recommendations-assigned = Owner changed
recommendations-nobody = Nobody
recommendations-due = Due
recommendations-proof-wanted = Proof wanted
recommendations-must = before closing
recommendations-must-label = Must be done before closing
recommendations-must-hint = The record cannot be closed before.
recommendations-late = Overdue
recommendations-saved = Recommendation saved
recommendations-menu = Recommendation “{ $text }”
recommendations-complete = Mark as done
recommendations-complete-title = Recommendation done
recommendations-wanted = Wanted: { $proof }
recommendations-proof-label = Proof
recommendations-proof = Done { $when }: { $proof }
recommendations-completed = Recommendation done
recommendations-drop = Drop
recommendations-move = Move the date
recommendations-due-fixed = Due on { $day }; changed with “Move the date”.
recommendations-moved = At first { $day }, moved by { $name }: { $reason }
recommendations-drop-title = Drop recommendation
recommendations-dropped = Dropped: { $reason }
recommendations-dropped-done = Recommendation dropped
recommendations-none = Nothing is recommended yet.
day-hint = For example 20.12., 201226, +14d

## Evidence
evidence-drop = Drop files here
evidence-limits = Any kind of file, up to 100 MB each. They are then kept in the workspace.
evidence-choose = Choose file …
evidence-paste = A picture on the clipboard can be pasted here.
evidence-note = What the next files show
evidence-note-hint = Stands with every file that is added now.
evidence-keeping = Keeping { $name }
evidence-done = { $count ->
    [one] Evidence kept
   *[other] { $count } pieces of evidence kept
}
evidence-folder = A folder is no evidence. Please choose the files in it.
evidence-shows = Shows the state of { $when }
evidence-hash = SHA-256 { $hash }
evidence-save = Save as …
evidence-saved = “{ $name }” saved

## Origin
outside-join = Join
outside-join-title = Join with another source
outside-join-hint = If the same incident stands there: a later import then adds to this record instead of making a second one.
outside-joined = Joined with the source
outside-source = Source
outside-source-hint = As the import names it, such as statuspage/kctbh9vrtdwd.
outside-id = Id there
outside-none = Stands in no other source.
tickets-copy-link = Copy link
tickets-link-copied = Link copied

legal-title = Duties to notify
legal-classify = Decide on the duty to notify
legal-classify-what = Must this incident be notified?
legal-reportable = Must be notified
legal-not-reportable = Need not be notified
legal-choose = Please choose whether it must be notified.
legal-undecided = Not decided yet whether it must be notified.
legal-notify = Record a notice
legal-notify-what = Lotse sends nothing: what the authority has got already stands here.
legal-dates = Dates of the notices
legal-step = Notice
legal-authority = Authority
legal-reference = Reference
legal-note = Remark
legal-sent-at = Notified
legal-classified-done = Duty to notify decided.
legal-notified-done = Notice recorded.
legal-help = Help, not legal advice: whether and what to notify a person decides. The terms stand in the rules.
