# Findings and their corrective actions: what was seen, who puts it right, what proves that it works.

## Where a finding stands
finding-phase-open = Open
finding-phase-assigned = Assigned
finding-phase-accepted = Accepted
finding-phase-in-progress = In progress
finding-phase-implemented = Implemented
finding-phase-effectiveness-check = Effectiveness check
finding-phase-effective = Effective
finding-phase-closed = Closed
finding-phase-risk-accepted = Risk accepted
finding-phase-dropped = Dropped

## How much it weighs
finding-kind-major = Major deviation
finding-kind-minor = Minor deviation
finding-kind-observation = Observation
finding-kind-opportunity = Improvement

## Where it comes from
finding-origin-incident = Incident or emergency
finding-origin-review = Process review
finding-origin-drill = Test
finding-origin-hand = By hand

## By what another record is about the same
finding-same-step = the same step
finding-same-cause = the same cause
finding-same-service = the same service

## What threw the action back
setback-kind-not-done = Found not implemented when checked
setback-kind-ineffective = Ineffective
setback-kind-failed-again = Failed again
setback-kind-risk-ended = Risk no longer borne

## What one can do
finding-deed-assign = Assign
finding-deed-accept = Accept
finding-deed-start = Begin implementation
finding-deed-report-implemented = Report as implemented
finding-deed-check-implementation = Confirm implementation
finding-deed-reject-implementation = Not implemented
finding-deed-start-effectiveness-check = Check effectiveness
finding-deed-confirm-effective = Confirm effectiveness
finding-deed-find-ineffective = Ineffective
finding-deed-close = Close
finding-deed-reopen = Reopen
finding-deed-resume = Resume
finding-deed-move-due = Move the due date
finding-deed-restate = Change the details
finding-deed-accept-risk = Accept the risk
finding-deed-drop = Drop

## The list
findings-raise = Record a finding
findings-search = Title or number
findings-filters = Filter findings
findings-count = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
findings-empty = No findings yet.
findings-empty-hint = What stands out in an emergency, a test or a review is followed here until its effect is proved.
findings-no-match = No finding matches these filters.
findings-overdue = Overdue
findings-overdue-only = Overdue only
findings-no-due = no due date

## Details
finding-title = Title
finding-title-example = Switching the database over takes too long
finding-kind-name = Kind
finding-phase-name = State
finding-owner = Owner
finding-due = Due on
finding-priority = Priority
finding-origin = Origin
finding-description = What was seen?
finding-step-name = Step of the process or guide
finding-step-hint = As it is written there; by this Lotse later knows the same step.
finding-services = Services
finding-cause-class = Class of cause
finding-cause = Cause
finding-action = Action wanted
finding-proof-wanted = Proof of effect expected
finding-raised = Recorded
finding-raised-by = { $when } by { $person }
finding-changed = Last changed
finding-concerns = What it concerns

## Recording and changing
finding-raise-done = { $number } is recorded.
finding-restate-title = Change { $number }
finding-restate-done = The details are changed.
finding-assigned-at-once = With a person and a due date it counts as assigned at once.
finding-similar-closed = { $number } was the same and is closed
finding-similar-closed-hint = If the same step or cause failed again, that finding is reopened instead of recording a new one.
finding-similar-open = Followed already
finding-to-similar = View { $number }

## One record
finding-header = Finding
finding-next = Next step
finding-more = More steps
finding-path = Path of the finding
finding-path-now = it stands here
finding-path-missing = not reached yet
finding-tabs = Parts of the finding
finding-tab-facts = Finding
finding-tab-action = Action
finding-tab-effect = Effectiveness
finding-tab-history = History
finding-to-tab = To “{ $tab }”
finding-history-lead = Everything that was recorded about this finding, newest first. None of it is ever changed.
finding-unchanged = There was nothing to change.
finding-risk-ended = The accepted risk ended on { $day }. The finding is open again.
finding-risk-ended-hint = Resume it, so that somebody takes the action on.
finding-dropped-because = Dropped: { $reason }
finding-alone-name = Alone
finding-alone = by one person alone, because nobody else takes part

## Action
finding-action-wanted = What shall happen
finding-due-original = originally { $day }
finding-due-moved = { $from } → { $to }: { $reason }
finding-due-moves = Moved due dates
finding-acceptance = Acceptance
finding-implementation = Implementation
finding-implementation-none = Nobody has reported the implementation yet.
finding-implementation-by = Implemented by
finding-implementation-at = Implemented on
finding-implementation-how = How
finding-implementation-told = Reported
finding-implementation-checked = Checked
finding-implementation-unchecked = Not yet checked by anybody else. Only then does the action count as implemented.
finding-checked-by = { $person }, { $when }: { $method }
finding-setbacks = Setbacks
finding-setback-earlier = Reported until then: { $how }
finding-risk = Accepted risk
finding-risk-approver = Borne by
finding-risk-until = Until
finding-risk-reason = Reason

## Effectiveness
finding-effect = Proof of effect
finding-effect-none = The effect is not proved yet.
finding-effect-wanted = Expected: { $proof }
finding-effect-expected = Proof expected by { $day }
finding-effect-by = Confirmed by { $person }, { $when }
finding-proofs = Proposed proofs
finding-proofs-lead = Emergencies after the implementation that concerned the same and went without failing again. You look and confirm one.
finding-proofs-none = Nothing has happened since the implementation that shows the effect. As soon as an emergency passes the same step or service, it stands here.
finding-proofs-not-yet = Proposals appear once the implementation is reported and checked by somebody else.
finding-proof-at = { $when }, { $same }
finding-proof-confirm = Confirm as proof
finding-proof-failed = It was ineffective here
finding-no-proofs = Concerns the same, but proves nothing
finding-failures = Where it may have failed again
finding-failures-lead = Records after the implementation with the same step, cause or service. Whether it really was the same is for you to decide.
finding-failures-none = None of it has failed again since the implementation.
finding-similar = Similar findings
finding-similar-none = No other finding concerns the same step, cause or service.
finding-similar-by = { $same }

## Dialogs of the steps
finding-deed-title = { $what }: { $number }
finding-deed-done = { $what }: recorded.
finding-at = When
finding-at-missing = Please say when.
finding-person-missing = Please name a person.
finding-day-missing = Please give a day.
finding-text-missing = Please fill in: { $what }.
finding-reason = Reason
finding-note = Note
finding-implementer = Who implemented it?
finding-how = What was done?
finding-method = How was it checked?
finding-method-hint = It is checked by somebody who neither implemented nor reported it. This cannot be taken back.
finding-missing = What is missing?
finding-watch-note = What will show the effect?
finding-watch-expected = Proof expected by
finding-ineffective-why = What shows that?
finding-record = In which record?
finding-record-none = In none in particular
finding-risk-hint = On this day the finding is open again by itself. The risk is not accepted by the owner of the action.
finding-close-consequence = After that nothing about { $number } changes any more. Only when the same step or cause fails again is it reopened.
finding-confirm-consequence = { $proof } then counts as the proof that the action works. This cannot be taken back.
finding-close-note = What is left to say
finding-take-back = Take the last step back
finding-take-back-title = Take the last step of { $number } back
finding-take-back-hint = Recorded { $when } by { $person }. Without it the finding stands at “{ $phase }”. Both stay in the history.
finding-take-back-verb = Take back
finding-taken-back = The step is taken back.

## In the follow-up of an emergency
finding-carry-on = Follow as a finding
finding-carried-on = Followed as

## Why an order is refused
error-finding-unknown = There is no such finding in this workspace. Please check the number.
error-finding-title-missing = The title is missing. Please say in one sentence what stood out.
error-finding-reason-missing = The reason is missing. One sentence is enough; it stays in the history. To move an agreed date, please use “Move the due date”.
error-finding-elsewhere = This is not possible in the state “{ $findingPhase }”. Please choose the next step of this state.
error-finding-origin-unknown = The record that the finding comes from, or its part, is no longer there. Please reload the view.
error-finding-raised-already = This is followed as { $number } already. Please continue there.
error-finding-due-missing = The due date is missing. It is assigned with a day on which the action is due.
error-finding-text-stands = The implementation is reported, so the details stand. Please record a new finding, or take the report back first.
error-finding-moment-in-future = The moment lies in the future. Only what has happened is recorded: please check the moment.
error-finding-how-missing = It is missing what was done. One sentence is enough.
error-finding-method-missing = It is missing how it was checked. One sentence is enough.
error-finding-not-reported = Nobody has reported the implementation yet. Please report it first.
error-finding-reported-already = The implementation is reported already. Please have it checked, or take the report back.
error-finding-checker-not-independent = Whoever implemented or reported the action cannot check it. Please have somebody else check it.
error-finding-approver-not-independent = The owner of the action cannot accept the risk. Please have somebody else decide.
error-finding-risk-ends-too-soon = The risk has to end after { $today }. Please choose a later day.
error-finding-proof-unknown = There is no such record, or it can prove nothing. Please choose an emergency or a test.
error-finding-no-proof-yet = There is no record since the implementation that shows this. Please wait for the next emergency or test.
error-finding-proof-not-over = { $number } is not over. Only an emergency that ended can prove something.
error-finding-proof-too-early = { $number } began before the action was implemented. Please choose a later record.
error-finding-proof-unrelated = { $number } concerns neither the same step nor the same service. Please choose another record.
error-finding-proof-failed = In { $number } the same failed again. That proves that the action does not work yet.
error-finding-proof-cause-open = The class of cause of { $number } is not known. Please enter it there; then it shows whether it was the same.
error-finding-proof-passed = In { $number } the step was passed. That is no new failure.
error-finding-nothing-to-take-back = There is no step that could be taken back.
error-finding-not-newest-step = There is a newer step by now. Please reload the view and take that one back first.
error-finding-step-stands = Others rely on this step; it stands. A mistake is corrected by a new entry.

## In the log
journal-finding-raised = Finding recorded
journal-finding-restated = Details changed
journal-finding-assigned = Assigned
journal-finding-accepted = Accepted
journal-finding-started = Implementation begun
journal-finding-due-moved = Due date moved
journal-finding-implementation-reported = Implementation reported
journal-finding-implementation-checked = Implementation confirmed
journal-finding-implementation-rejected = Implementation not confirmed
journal-finding-effectiveness-check-started = Effectiveness check begun
journal-finding-effectiveness-confirmed = Effectiveness confirmed
journal-finding-found-ineffective = Ineffective
journal-finding-closed = Closed
journal-finding-reopened = Reopened
journal-finding-risk-accepted = Risk accepted
journal-finding-resumed = Resumed
journal-finding-dropped = Dropped
journal-finding-step-taken-back = Step taken back
