# The report of a process review on paper.
review-report-kind = Process review report
review-report-review = Review
review-report-inputs-count = Inputs
review-report-changes = Change requests
review-report-changes-none = No change request came out of this review.
review-report-findings = Findings
review-report-findings-none = No finding came out of this review.
review-report-ended = Emergency ended on
review-report-last = Last approval
review-report-first = This is the first review
review-report-held = Held
review-report-presence = Presence
review-report-people-none = Nobody is invited.
review-report-inputs-none = Nothing is recorded about this in the period.
review-report-gap-approval = the approval of the review
review-report-not-delegated = not delegated yet
review-report-unanswered = not answered yet
review-report-until = until { $when }
review-report-approved-none = No version is approved yet.
review-report-acknowledged = { $count } of { $asked } acknowledged
review-report-acknowledged-by = acknowledged: { $names }
review-report-missing = open: { $names }
review-report-asked-none = nobody asked
review-report-untold = no notice
review-report-others = Others who are asked

## Headings
review-report-h-occasion = Trigger and period
review-report-h-people = People
review-report-h-documents = Documents reviewed
review-report-h-inputs = Inputs since the last review
review-report-h-earlier = Actions from earlier reviews and emergencies
review-report-h-changes = Changes inside and outside the company
review-report-h-events = Emergencies, near misses and promises
review-report-h-tests = Test results
review-report-h-provider = Performance of the provider
review-report-h-risks = Risks and BIA
review-report-h-judgement = Judgement
review-report-h-steps = The steps of the process
review-report-h-decision = Decision
review-report-h-effects = Updates, measuring of effect, resources
review-report-h-after = What follows, and approval
review-report-h-approval = Approval

## Columns
review-report-col-input = Input
review-report-col-mark = Since last time
review-report-col-judgement = Judgement
review-report-col-proof = Proof
review-report-col-delegated = Delegated to
review-report-col-answer = Answer
review-report-col-team = Team
review-report-col-informed = Informed
review-report-col-acknowledge = To be acknowledged by
review-report-col-acknowledged = Acknowledged
