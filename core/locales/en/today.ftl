# Today: what needs somebody now.
today-counts = { $incidents ->
    [one] One incident
   *[other] { $incidents } incidents
} in the register, { $emergencies ->
    [one] one of them an emergency
   *[other] { $emergencies } of them emergencies
}
today-running = Running emergencies
today-tests-running = Running tests
today-test-by = conducted by { $name }
today-late = Overdue
today-day = Within 24 hours
today-open = To do
today-later = Due later
today-since = since { $when }
today-no-start = start not recorded
today-no-lead = not named yet
today-recent = Last worked on
today-all = All emergencies
today-nothing = Nothing is due today.
today-nothing-hint = All deadlines are kept, no decision is open.
today-empty-workspace = No incident has been recorded yet.

## What needs somebody
need-recovery = Recovery (RTO)
need-next-update = Status update due
need-expected-repair = Promised time of repair
need-waiting-limit = Waiting limit
need-decision = Decide on escalation
need-assessment = Assess the incident
need-keyword = { "[Notfall]" } missing on tickets
need-provider-review = Provider’s review
need-task = Task
need-report = Approve the report
need-customer-reports = Inform customers
need-closing = Close the record
need-review = Process review
need-change-answer = The team's answer
need-change = Implementation of the change
need-change-resumes = Take change up again
need-finding = Action
need-finding-proof = Effect proved
need-finding-again = Action does not work
need-risk-ends = Risk ends
need-drill = Conduct the test
need-drill-result = Result of the test
need-retest = Repeat the test
need-drill-analysis = Analyse the test in a review
need-review-periodic = Yearly process review
need-drill-periodic = Yearly test
need-acknowledgement = Notice to acknowledge
need-legal-classification = Duty to notify
need-legal-first = First notice to the authority
need-legal-notice = Notice to the authority
need-legal-interim = Intermediate report to the authority
need-legal-final = Final report to the authority
need-credit-claim = Claim the credit
need-document-review = Look through a document
today-open-first = Open the first item
today-nothing-next = Nothing is due today. Next deadline: { $when } ({ $number }).
today-notices = { $count ->
    [one] One notice waits for you to acknowledge it
   *[other] { $count } notices wait for you to acknowledge them
}
today-notices-open = Look at the notices
