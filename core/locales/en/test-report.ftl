# The report of a DR test on paper.
test-report-kind = DR test report
test-report-test = Test
test-report-kind-of-test = Kind
test-report-duty = Duty
test-report-began = Actual start
test-report-ended = Actual end
test-report-moved = before { $was }; { $name }: { $reason }
test-report-counted-steps = Steps that count
test-report-steps-passed = { $passed } of { $counted } passed
test-report-findings = Findings and improvements
test-report-gap-approval = the approval of the result
test-report-plan-version = { $number }, version { $version }
test-report-plan-approval = Approval of the plan
test-report-plan-approved = { $name }, { $when }
test-report-plan-unapproved = not approved: { $reason }
test-report-objectives-none = The action plan names no objective.
test-report-not-begun = The test has not begun yet.
test-report-services-none = The action plan names no service, or the test has not begun yet.
test-report-strip-alternative = Strip of the steps, planned and actual. { $steps }
test-report-counted = counts
test-report-preparation = preparation
test-report-evidence-line = Evidence: { $files }
test-report-result-approval = Approval of the result
test-report-retest = Retest
test-report-retest-none = not needed
test-report-retest-until = It is to be done again until { $when }.
test-report-next = Next yearly test by

## Headings
test-report-h-occasion = Trigger, time and place
test-report-h-people = People
test-report-h-plan = Plan and objectives
test-report-h-basis = Basis
test-report-h-course = Course
test-report-h-steps = Steps: planned and actual
test-report-h-log = Notes, lapses and pauses
test-report-h-result = Result
test-report-h-after = What follows, and evidence
test-report-h-next = What follows

## Columns
test-report-col-rating = Rating
test-report-col-actual = Actual
test-report-col-rto = Recovery
test-report-col-rpo = Data loss
