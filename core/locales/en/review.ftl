# Process reviews: list, record, refusals, journal.
review-phase-planned = planned
review-phase-prepared = prepared
review-phase-in-progress = in progress
review-phase-decided = conclusion reached
review-phase-submitted = awaiting approval
review-phase-approved = approved
review-phase-teams-informed = teams informed
review-phase-closed = closed
review-phase-cancelled = cancelled
review-trigger-after-emergency = After emergency
review-trigger-periodic = Periodic
review-trigger-on-demand = On demand
review-trigger-after = After emergency { $number }
review-trigger-why = On demand: { $why }
review-why-planned-extension = planned extension
review-why-deficiency-found = deficiency found

review-step-notice = Notice and ticket
review-step-assessment = Assessment of the incident
review-step-consultation = Consultation of the deployment team
review-step-escalation = Decision on escalation
review-step-regular-solution = Solution by usual support
review-step-team-formation = Formation of the disaster team
review-step-logging = Status updates and [Notfall]
review-step-analysis = Scope, impact, cause
review-step-provider = Case at the provider
review-step-recovery = Recovery by the guide
review-step-user-information = Information of affected users
review-step-cause-analysis = Analysis of causes and recommendations
review-step-customer-reports = Reports and service credits
review-step-reviews-and-changes = Review, change, information of the teams
review-step-tests = Tests by action plan

review-judgement-effective = fully effective
review-judgement-partly = partly effective
review-judgement-not-effective = not effective
review-judgement-not-exercised = not exercised

review-topic-documents = Documents reviewed, with versions
review-topic-changes-inside = Changes inside the organisation
review-topic-changes-outside = Changes outside
review-topic-measurements = Measurements and audits
review-topic-feedback = Feedback of customers and teams
review-topic-risk-news = News of risks and the BIA
review-topic-suitability = Suitability
review-topic-adequacy = Adequacy
review-topic-effectiveness = Effectiveness
review-topic-resources = Resources
review-topic-updates = Updates to scope and plans
review-topic-measuring = How effect is measured

review-presence-invited = asked to come
review-presence-present = took part
review-presence-excused = sent apologies
review-presence-absent = did not come

review-input-emergency = Emergencies
review-input-escalation-declined = Decided not to escalate
review-input-downgraded = Downgraded emergencies
review-input-near-miss = Near misses
review-input-open-action = Open recommendations
review-input-open-finding = Open findings
review-input-change-done = Changes done
review-input-change-refused = Changes refused and sent back
review-input-waiting-limit-broken = Waiting limit for the provider broken
review-input-provider-review-missing = Provider’s review is missing
review-input-response-late = Response time missed
review-input-handling-late = Handling time missed
review-input-repair-late = Expected repair not kept
review-input-update-late = Status update late
review-input-test-result = Test results
review-input-earlier-decision = Changes from earlier reviews
review-input-accepted-risk = Accepted risks
review-input-retest-due = Tests to be repeated
review-input-promise-broken = Deadlines missed or met late

review-mark-new = new
review-mark-changed = changed
review-mark-known = known

review-deed-postpone = Put off
review-deed-cancel = Cancel
review-deed-assign-lead = Name the lead
review-deed-invite = Invite
review-deed-prepare = Prepare
review-deed-refresh = Refresh inputs
review-deed-start = Begin
review-deed-write = Edit
review-deed-conclude = Conclude
review-deed-submit = Submit for approval
review-deed-reject = Reject
review-deed-approve = Approve
review-deed-note-team-informed = Team informed
review-deed-issue-report = Issue report
review-deed-close = Close
review-deed-revise = New version
review-deed-drop-revision = Drop new version
review-deed-take-back = Take step back

review-gap-step = judgement of “{ $step }”
review-gap-item = decision on “{ $title }”
review-gap-deficiency = decision on the deficiency “{ $title }”
review-gap-text = text on “{ $topic }”
review-gap-teams = teams to inform
review-gap-next = day of the next review
review-gap-next-too-late = earlier day of the next review, { $latest } at the latest

## List
reviews-plan = Plan a review
reviews-number = Number
reviews-trigger = Trigger
reviews-phase = State
reviews-planned = Day
reviews-due = Due
reviews-lead = Lead
reviews-approved = Approved
reviews-open-items = Open
reviews-year = Year
reviews-filters = Filter reviews
reviews-count = { $count ->
    [one] One review
   *[other] { $count } reviews
}
reviews-empty = No process review is recorded yet.
reviews-no-match = No review matches these filters.
reviews-unknown = There is no review { $number } in this workspace.
reviews-to-list = To the reviews
reviews-next-title = Due next
reviews-next-emergency = A review after emergency { $number } is due by { $due }.
reviews-next-periodic = The last review was approved on { $base }; the next one is due by { $due }.
reviews-next-periodic-first = The periodic review is due by { $due }.
reviews-next-planned = Planned for { $day }.
reviews-next-never = The process is reviewed at least once a year. A first review is not planned yet.
reviews-next-unruled = No rule sets a term.
reviews-next-late = { $days ->
    [one] one day
   *[other] { $days } days
} overdue
reviews-late = { $days ->
    [one] one day
   *[other] { $days } days
} late
reviews-unreviewed = { $count ->
    [one] One emergency has ended and has no review yet.
   *[other] { $count } emergencies have ended and have no review yet.
}

## Planning
review-plan-occasion = Trigger
review-plan-emergency = Emergency
review-plan-emergency-missing = Please choose the emergency.
review-plan-emergency-none = Every emergency that has ended has a review already.
review-plan-periodic-there = { $number } is planned or under way already.
review-plan-why = Purpose
review-plan-reason = Reason
review-plan-day = Day
review-plan-day-hint = Left empty: the last day of the term.
review-plan-day-missing = Please give a day: no rule sets a term for a review on demand.
review-plan-lead = Lead
review-planned-done = { $number } is planned

## Header
review-header = Overview
review-path = Path of the review
review-planned = Day
review-due = Due by
review-due-none = no term
review-lead = Lead
review-period = Period
review-period-span = { $from } to { $until }
review-version = Version
review-version-reason = Version { $version }: { $reason }
review-next-step = Next step
review-more = More steps
review-tabs = Parts of the review
review-tab-inputs = Inputs
review-tab-steps = Steps
review-tab-outcome = Outcome
review-tab-people = People
review-tab-history = History
review-to-tab = To “{ $tab }”
review-unchanged = Nothing had to change
review-saved = Saved
review-done-postpone = Put off
review-done-cancel = Cancelled
review-done-assign-lead = Lead named
review-done-prepare = Inputs gathered
review-done-refresh = Inputs refreshed
review-done-start = Begun
review-done-conclude = Concluded
review-done-submit = Submitted
review-done-reject = Rejected
review-done-approve = Approved
review-done-note-team-informed = Recorded: team informed
review-done-close = Closed
review-done-revise = New version begun
review-done-drop-revision = New version dropped
review-done-take-back = Step taken back
review-dialog-title = { $deed }: { $number }
review-reason = Reason
review-new-day = New day
review-new-day-duty = This review is a duty: it is cancelled only with a new day up to { $latest }.
review-day-missing = Please give a day.
review-person-missing = Please choose a person.
review-approve-consequence = Nothing in this version changes after that; a correction becomes a new version. The next periodic review is planned.
review-close-consequence = The review is settled then. A correction is possible only as a new version.
review-revise-consequence = The approved version stays as it is. The new one has to be concluded and approved again, and the teams are informed again.
review-change-needed = Must the process change?
review-change-needed-yes = yes, by the change requests here
review-change-needed-no = no

## Inputs
review-inputs-none = The inputs are gathered when the review is prepared: emergencies, open recommendations, broken promises and whatever else happened since the last review.
review-inputs-nothing = Nothing happened in this period that would have to be looked at here.
review-inputs-left = { $count ->
    [0] Everything is decided.
    [one] One decision is missing.
   *[other] { $count } decisions are missing.
}
review-later = added on { $when }
review-undecided = not decided yet
review-no-change = no change
review-no-change-because = No change, because: { $reason }
review-findings-none = No finding has been recorded from this review yet.
review-decided-earlier = Before: no change, because: { $reason } ({ $name }, { $when })
review-change = change request
review-change-title = Change request { $number } “{ $title }”
review-decide = Decide
review-decide-again = Decide otherwise
review-decide-reopen = Take decision back
review-decide-menu = Decision on “{ $title }”
review-decide-title = Decision: { $title }
review-decide-what = What follows?
review-decide-none = No change
review-decide-change = Open a change request
review-decide-because = Because
review-decide-change-name = Title of the change request
review-decide-wanted = What shall change?
review-decide-consequence = The request is opened as a draft at once. It cannot be taken back here, only refused or withdrawn there.
review-decided-done = Decided
review-reopened-done = Decision taken back
review-fact-at = on { $when }
review-fact-running = still running when gathered
review-fact-downtime = downtime { $length }
review-fact-recovery = running again after { $length }
review-fact-rto-met = RTO met
review-fact-rto-missed = RTO missed
review-fact-rpo-met = RPO met
review-fact-rpo-missed = RPO missed
review-fact-promised = promised { $length }
review-fact-taken = taken { $length }
review-fact-due = due { $when }
review-fact-due-none = without a due day
review-fact-overdue = overdue since { $when }
review-fact-settled = settled { $when }
review-fact-unsettled = not settled yet
review-fact-count = { $number } times
review-fact-owner = owner: { $name }
review-fact-decider = decided by { $name }
review-fact-test-lead = led by { $name }

## Steps
review-steps-lead = How well does each step of the process work? A judgement needs its proof, unless the step was not exercised.
review-steps-judged = { $done } of { $all } judged
review-steps-proof-of = Proof for “{ $step }”
review-steps-save = Save judgement
review-steps-clear = Take judgement back
review-steps-saved = Judgement saved: { $step }
review-steps-cleared = Judgement taken back: { $step }
review-steps-closed = Steps are judged while the review is in progress.

## Outcome
review-missing = Still missing before the conclusion
incident-review = Process review
review-unfinished-short = { $count ->
    [one] One thing is still missing before the conclusion; see “Outcome”.
   *[other] { $count } things are still missing before the conclusion; see “Outcome”.
}
review-missing-none = Everything is there. The review can be concluded.
review-conclusion = Conclusion
review-conclusion-none = No conclusion yet.
review-conclusion-yes = The process must change.
review-conclusion-no = The process need not change.
review-conclusion-by = { $name }, { $when }
review-deficiencies = Deficiencies
review-deficiencies-none = No deficiency found.
review-deficiency = Deficiency
review-deficiency-add = Add a deficiency
review-deficiency-change = Change the deficiency
review-deficiency-drop = Drop the deficiency
review-deficiency-dropped = Dropped: { $reason }
review-deficiency-step = Step
review-deficiency-menu = Deficiency “{ $text }”
review-texts-judgement = Suitability, adequacy, effectiveness
review-texts-rest = Basis and consequences
review-text-done = Saved: { $name }
review-risks = Accepted risks
review-risks-none = No risk is accepted.
review-risk = Risk
review-risk-add = Accept a risk
review-risk-change = Change
review-risk-withdraw = No longer accept
review-risk-reason = Why it is accepted
review-risk-until = Accepted until
review-risk-approver = Accepted by
review-risk-line = until { $until }, accepted by { $name }
review-risk-menu = Risk “{ $text }”
review-teams = Inform teams
review-teams-none = Not named yet.
review-teams-nobody = No team is to be informed: { $reason }
review-teams-name = Name the teams
review-teams-which = These teams are informed
review-teams-none-because = Why no team is to be informed
review-teams-organisation-none = The organisation has no teams yet.
review-teams-informed = informed { $when }: { $way }
review-teams-open = not informed yet
review-teams-note = Record as informed
review-teams-way = By which way
review-teams-back = Not informed after all
review-team-gone = (team removed)
review-next = Next review
review-next-set = Set the day
review-next-latest = { $latest } at the latest
review-next-done = Day of the next review set
review-report = Report
review-report-see = View report
review-report-line = { $number }, of version { $version }, approved { $when } by { $name }
review-versions = Approved versions
review-versions-line = Version { $version }, approved { $when } by { $name }
review-versions-alone = led by the same person, because nobody else takes part

## People
review-people-lead-none = Nobody leads this review yet.
review-people-none = Nobody is invited yet.
review-people-invited = Invited
review-people-person = Person
review-people-capacity = In what capacity
review-people-capacity-hint = For example top management or who stands in
review-people-presence = Attendance of { $name }
review-people-uninvite = Uninvite { $name }
review-people-done = Attendance recorded
review-people-added = Invited
review-people-removed = Uninvited
review-history-lead = Everything that the log holds about this review, newest first.
review-history-path = Stations
palette-kind-review = Review

## Why something cannot be done
error-review-unknown = There is no such review in this workspace. Please check the number.
error-review-before = { $at } lies before the state “{ $reviewPhase }” that it follows. Please give a later moment.
error-review-not-in-phase = Not possible in the state “{ $reviewPhase }”. It is possible here: { $reviewAllowed }.
error-review-already-in-phase = The review is in the state “{ $reviewPhase }” already.
error-emergency-not-ended = { $number } has not ended yet. It is reviewed after its end; please end the emergency first.
error-no-such-emergency = There is no such emergency in this workspace. Please choose one from the list.
error-review-planned-already = { $number } is planned for this or under way already. Please go on there.
error-planned-day-missing = No rule sets a term here. Please give a day.
error-new-day-missing = This review is a duty and is cancelled only with a new day. Please give one.
error-new-day-too-late = The new day lies after the end of the term. Please choose { $latest } at the latest, or put the review off with a reason.
error-lead-missing = Nobody leads this review yet. Please name the lead first.
error-next-too-late = The next review must be held by { $latest }. Please choose an earlier day.
error-day-over = { $day } is over or today. Please choose a later day.
error-item-has-change = This has become a change request. What becomes of it is decided there.
error-proof-missing = This judgement lacks its proof. Please say by what it shows.
error-review-unfinished = The review cannot be concluded yet. Missing: { $reviewGaps }.
error-conclusion-contradicts = { $changes ->
    [0] The conclusion asks for a change, but no item ends in a change request. Please open one, or conclude “no”.
   *[other] The conclusion asks for no change, but this review opened change requests ({ $changes }). Please conclude “yes”.
}
error-approver-led = Whoever led a review does not approve it. Please let somebody else approve it.
error-review-report-missing = The report of this version is not issued yet. Please approve and issue it first; then the review can be closed.
error-team-not-named = This team was not to be informed. Please reload the view.
error-no-review-step-to-take-back = There is no step that could be taken back. After approval a new version helps.
error-no-revision = There is no new version that could be dropped.
field-deficiency = deficiency

## Journal
journal-review-planned = Review planned
journal-review-postponed = Review put off
journal-review-cancelled = Review cancelled
journal-review-lapsed = Review lapsed: the emergency had not ended
journal-review-planned-again = Review planned again
journal-review-emergency-moved = End of the emergency corrected
journal-review-approval-followed = Day follows an approval
journal-review-lead-assigned = Lead named
journal-review-invited = Invited
journal-review-uninvited = Uninvited
journal-review-presence-noted = Attendance recorded
journal-review-prepared = Inputs gathered
journal-review-refreshed = Inputs refreshed
journal-review-started = Review begun
journal-review-step-judged = Step judged
journal-review-stated = Text changed
journal-review-deficiency-added = Deficiency
journal-review-deficiency-dropped = Deficiency dropped
journal-review-item-decided = Decided
journal-review-item-reopened = Decision taken back
journal-review-risk-accepted = Risk accepted
journal-review-risk-withdrawn = Risk no longer accepted
journal-review-teams-named = Teams named
journal-review-next-set = Next review
journal-review-concluded = Concluded
journal-review-submitted = Submitted for approval
journal-review-rejected = Rejected
journal-review-approved = Approved
journal-review-team-informed = Team informed
journal-review-teams-informed = All teams informed
journal-review-informed-taken-back = Team not informed after all
journal-review-report-noted = Report issued
journal-review-closed = Closed
journal-review-revision-begun = New version begun
journal-review-revision-dropped = New version dropped
journal-review-step-taken-back = Step taken back
journal-review-inputs = { $count ->
    [0] no inputs
    [one] one input
   *[other] { $count } inputs
}
journal-review-added = New
journal-review-changed = Changed
journal-review-changes = Change needed
journal-review-alone = Led by the same person
