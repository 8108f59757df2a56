# Why an order is refused: what does not work, why, and what to do about it.

## Incident and emergency
error-not-recorded = There is no such record in this workspace. Please check the number.
error-already-recorded = This is recorded already. There is nothing left to do.
error-text-missing = A text is missing: { $field }.
error-reason-missing = The reason is missing. One sentence is enough; the report will show it.
error-in-the-future = { $at } lies in the future. Only what has happened is recorded: please check the time.
error-end-before-start = “{ $end }” would lie before “{ $start }”. Please correct one of the two.
error-not-in-phase = This is not possible while the state is “{ $phase }”. It is possible in: { $allowed }.
error-already-in-phase = The state of the record is “{ $phase }” already.
error-record-closed = This record is closed. Please reopen it before changing anything.
error-record-withdrawn = This record was taken out of the register. Please reinstate it before changing anything.
error-not-an-emergency = Only an emergency has this, and this incident is none.
error-team-without-lead = The disaster team has no lead yet. Please fill the role “Lead” first.
error-analysis-incomplete = The analysis still lacks: { $missing }. “Unknown” is a valid answer.
error-no-provider-case = No case has been opened at the provider yet. Please record the contact under “Provider” first.
error-no-such-notice = This law knows no such notice. Please choose one of those offered.
error-not-classified = Nobody has decided yet that this must be notified. Please decide on the duty to notify first.
error-notified-already = This notice is recorded already. A further one is recorded as an intermediate report; a wrong one is taken back in the timeline.
error-provider-case-behind = The case at the provider is further on already: { $state }. It does not go back.
error-nobody-consulted = Please say who was consulted before the decision, or why nobody was.
error-released-before-taken = A role can only be laid down after it was taken: { $since }.
error-changes-missing = A new version has to say what is different and why.
error-reviewer-not-independent = Whoever reviews a report may neither be its author nor approve it. Please name somebody else.
error-recovery-not-started = Our own recovery has not begun yet. Please record its start first.
error-no-such-part = This part of the record is no longer there. Please reload the view.
error-part-exists = This is saved already. There is nothing left to do.
error-ticket-taken = The ticket “{ $ticket }” stands in this record already. Please check the number or change the ticket that is there.
error-message-not-draft = The message has been released and can no longer be changed. Please write a new one.
error-message-not-released = The message has not been released yet. Please release it first.
error-recommendation-due-stands = The date of the recommendation is fixed. Please change it with “Move the date” and a reason.
error-recommendation-due-missing = The recommendation has no date yet. Please set one under “Change”.
error-recommendation-settled = The recommendation is already done or dropped.
error-share-too-large = A share cannot exceed 100%.
error-report-incomplete = The report cannot be approved yet. Missing: { $gaps }.
error-cannot-close = The record cannot be closed yet. Missing: { $gaps }.
error-no-step-to-take-back = There is no step that could be taken back.
error-not-the-newest-step = A newer step has been taken since: “{ $newest }”. Only the newest can be taken back; please take that one back first.
error-report-builds-on-step = Report { $number } has been approved and builds on this step. Please correct the moment with a reason, opening a closed record again first, and then approve a new version of the report.
error-guide-steps-recorded = Steps of the guide were recorded since; recovery had begun. Please correct the moment with a reason.
error-outside-taken = { $number } is joined with this record of the source already. Please check the id, or take the join back there.
error-not-the-newest-deed = A newer entry builds on it: “{ $newer }”. Please take that one back first.
error-decision-builds-on-case = The decision to wait for the provider builds on this case. Please take that decision back first.
error-not-reversible = This cannot be undone. A mistake is corrected by a new entry.

## Organisation
error-already-founded = This workspace already has an organisation.
error-not-founded = This workspace has no organisation yet.
error-name-missing = The name is missing.
error-name-taken = The name “{ $name }” is taken. Please choose another one.
error-unknown = This is no longer part of the organisation. Please reload the view.
error-not-an-email = This is no e-mail address. Please write it like name@company.example, or leave the field empty.
error-last-process-manager = At least one person must be a process manager. Please make somebody else one first.
error-erase-reason-missing = The reason for erasing is missing. It is all that stays in the log.

## Reports
error-paper-missing = The paper could not be set, so nothing was issued. Please try again.
error-other-record = This report belongs to another record.

## Rights
error-role-may-not = This takes one of these roles: { $needed }. The process management grants them under “Settings”.
error-person-not-known = The organisation knows nobody with the id { $id }. Please add the person under Settings, People, or correct the id.
error-service-not-known = The organisation knows no service with the id { $id }. Please add the service under Settings, Services, or correct the id.
error-sla-level-not-known = The organisation knows no SLA level with the id { $id }. Please add it under Settings, Services, or correct the id.
error-team-not-known = The organisation does not know this team. Add it in the settings or choose another one.
error-stranger = Whoever works here is not part of this organisation. Please change the person.

## The workspace
error-read-only = The workspace is open read-only. Nothing can be changed.
error-views-of-another-version = Another version of Lotse wrote this workspace last. Its views have to be rebuilt first, and here it can only be read. Please open it once where writing is allowed, in the window or with “lotse rebuild”.
error-disk-full = The disk is full. Nothing was saved; what you typed is still here. Please make room and try again.
error-too-long = The text is too long ({ $bytes } bytes, { $limit } fit). Please shorten it or attach it as evidence.
error-no-such-record = There is no record “{ $record }” in this workspace. Please check the number.
error-no-such-evidence = This evidence is not in the workspace. “Verify integrity” in the log says whether anything is missing.
error-evidence-too-large = The file is too large: evidence may have at most 100 MB.
error-paper-failed = The paper could not be set: { $detail }. The data has not changed.

## What a sentence speaks of
field-title = title
field-advice = advice of the deployment team
field-review = provider’s own review
field-step = step
field-message = text of the message
field-recommendation = recommendation
field-proof = proof
field-ticket = ticket number
field-entry = entry
field-provider = provider
field-authority = authority
field-note = note
gap-cause = root cause or class of the cause
gap-recovery-time = start of impact and running again
gap-data-loss = actual data loss
gap-action-incomplete = owner and due date for “{ $text }”
gap-report = approved report
gap-customer-reports = reports to affected users
gap-review = planned process review
gap-open-task = completion of “{ $text }”
error-batch-unknown = This import does not exist (any more).
error-batch-exists = This import is running or done already. It was not repeated.
error-batch-undone = This import was undone already.
error-batch-finished = This import is finished already.
error-not-from-a-source = This record was not taken over from a source.
