# Action plans: screen, spreadsheet, command line, and why an order is refused.

plan-stage-draft = Draft
plan-stage-submitted = For approval
plan-stage-rejected = Rejected
plan-stage-approved = Approved

drill-kind-document-review = Document review
drill-kind-table-top = Table-top exercise
drill-kind-alarm-test = Alarm test
drill-kind-function-test = Function test
drill-kind-staff-exercise = Staff exercise
drill-kind-simulation = Simulation
drill-kind-full-failover = Full failover

## The spreadsheet of an action plan
plan-sheet-about = Plan
plan-sheet-steps = Steps
plan-sheet-objectives = Objectives
plan-sheet-services = Services
plan-sheet-seats = Roles
plan-column-field = Field
plan-column-value = Content
plan-column-number = No.
plan-column-title = Title
plan-column-instruction = Instruction
plan-column-role = Role
plan-column-minutes = Duration (min)
plan-column-minutes-short = Duration
plan-column-depends-on = Depends on
plan-column-counted = Counted
plan-column-expected = Expected result
plan-column-expected-short = Expected
plan-column-evidence = Evidence
plan-column-stop-rule = Stop rule
plan-column-stop-rule-short = Stop
plan-column-id = Id
plan-column-objective = Objective
plan-column-criterion = Success criterion
plan-column-service = Service
plan-column-rto = RTO (min)
plan-column-rpo = RPO (min)
plan-column-starts-with = Clock starts with
plan-column-ends-with = Clock ends with
plan-column-person = Person
plan-column-deputy = Deputy
plan-field-title = Title
plan-field-kind = Kind
plan-field-scenario = Scenario
plan-field-background = Background
plan-field-scope = Scope
plan-field-limits = Limits
plan-field-stop-rules = Stop rules
plan-field-assumptions = Assumptions
plan-field-missing = Assumed missing

## What is wrong with the file of an action plan
plan-fault-not-a-plan = This is neither a spreadsheet (XLSX, XLS, ODS) nor Markdown. { $detail }
plan-fault-no-steps = The file has no steps: in a spreadsheet they are on the sheet “Steps”, in Markdown each heading is a step.
plan-fault-person-unknown = Nobody is called “{ $text }”. The place stayed empty.
plan-fault-service-unknown = No service is called “{ $text }”. It was not taken over.
plan-fault-kind-unknown = There is no kind “{ $text }”. The function test was taken.
plan-fault-not-minutes = “{ $text }” is no duration in minutes. It stayed open.
plan-fault-not-yes-or-no = “{ $text }” is neither yes nor no. The step counts.
plan-fault-dependency-unknown = There is no step “{ $text }”. The dependency was not taken over.
plan-fault-dependency-ring = The steps { $text } wait for each other. The last of them was taken over without a dependency.
plan-fault-number-given = The step had no number of its own and is called { $text } now.
plan-fault-title-given = The step had no title and is called “{ $text }” now.
plan-fault-not-a-field = An action plan does not know what stands under “{ $text }”; it was not taken over.
plan-fault-line = { $place }: { $sentence }

## The command line
cli-plan = Write an action plan as a spreadsheet
cli-plan-file = The workspace
cli-plan-record = The action plan, such as K-2026-001
cli-plan-out = The spreadsheet (XLSX)
cli-plan-version = Which version; without it the approved one, else the newest
cli-plan-language = Language of the headings: de or en
cli-import-plan = The files are action plans: spreadsheets (XLSX, XLS, ODS), or Markdown in which each heading is a step
cli-import-into = The action plan whose open version gets the content; without it a new one is made
plan-written = { $number }, version { $version }: { $path }
plan-taken = { $number } “{ $title }”: { $steps ->
    [one] one step
   *[other] { $steps } steps
} taken over
plan-would = “{ $title }”: { $steps ->
    [one] one step
   *[other] { $steps } steps
} read, nothing written

## Why an order is refused
error-plan-unknown = There is no such action plan in this workspace. Please check the number.
error-plan-version-unknown = This action plan has no version { $version }. Please load the view again.
error-step-number-taken = Another step bears the number { $number } already. Please choose another.
error-step-twice = Step { $number } stands there twice. Please remove one of them.
error-step-unknown = This step is gone. Please load the view again.
error-dependency-unknown = Step { $step } depends on a step that is not there ({ $needs }). Please remove the dependency.
error-dependency-ring = The steps { $steps } wait for each other, none could begin. Please remove one of the dependencies.
error-step-needed = Step { $step } cannot be removed: these depend on it: { $steps }. Please remove those dependencies first.
error-plan-incomplete = The action plan cannot be handed in yet. Missing: { $planGaps }.
error-version-not-open = Version { $version } stands at “{ $planStage }” and is not written in any more. For changes please begin a new version, or have the approval rejected.
error-version-not-submitted = Version { $version } stands at “{ $planStage }” and is not up for approval. Please load the view again.
error-version-still-open = Version { $version } is not approved yet. Please go on writing in it.
error-author-may-not-approve = Whoever wrote in a version or handed it in does not approve it. Please ask somebody else.
error-plan-retired = This action plan is retired. Please take it up again before you change or schedule it.
error-plan-not-retired = This action plan is in use. There is nothing to do.
plan-gap-scenario = the scenario
plan-gap-steps = the steps
plan-gap-counted-step = a step that counts
plan-gap-objectives = an objective
plan-gap-criterion = the success criterion of “{ $text }”
plan-gap-expected = the expected result of step { $step }
plan-gap-role-without-person = who has the role “{ $role }”

## The journal
journal-plan-opened = Action plan opened
journal-plan-described = Action plan described
journal-plan-step-put = Step written
journal-plan-step-moved = Step moved
journal-plan-step-removed = Step removed
journal-plan-taken-over = Content of a file taken over
journal-plan-submitted = Action plan handed in
journal-plan-approved = Action plan approved
journal-plan-rejected = Action plan rejected
journal-plan-version-begun = New version begun
journal-plan-retired = Action plan retired
journal-plan-reinstated = Action plan taken up again

## Screen: action plans
plans-count = { $count ->
     [one] 1 action plan
    *[other] { $count } action plans
}
plans-none = There is no action plan yet.
plans-none-hint = An action plan says step by step how a test goes. It can be written here, or taken over from a spreadsheet or Markdown.
plans-no-match = No action plan fits these filters.
plan-search = Search the action plans
plan-stage = Stage
plan-show-retired = Retired ones too
plan-new = New action plan
plan-open = Create
plan-title-missing = The title is missing.
plan-scenario-hint = In a few words, such as “Region West Europe is lost”. Tests of one scenario are known by it.
plan-background-hint = Severe but plausible; with its link to risk and BIA (Markdown)
plan-version = Version
plan-version-number = Version { $version }
plan-version-choice = Version { $version } · { $stage }
plan-version-old = This is an earlier version. Version { $version } is the one that is written in.
plan-approved = Approved
plan-changed = Changed
plan-length = Length
plan-retired = Retired
plan-tabs = Parts of the action plan
plan-tab-steps = Steps
plan-tab-about = Subject
plan-tab-difference = Differences
plan-tab-history = History
plan-tab-tests = Tests
plan-more = More
plan-gaps = Before approval this is missing: { $gaps }.
plan-submit = Hand in for approval
plan-submitted = Version { $version } handed in
plan-approve = Approve
plan-approve-title = Approve { $number }, version { $version }?
plan-approve-consequence = An approved version does not change any more; changes need a new one.
plan-approved-done = Version { $version } approved
plan-reject = Reject
plan-reject-title = Reject { $number }
plan-rejected-because = Rejected
plan-begin-version = New version
plan-begin-version-title = New version of { $number }
plan-retire = Retire
plan-retire-title = Retire { $number }
plan-reinstate = Take up again
plan-reinstate-title = Take { $number } up again
plan-export = Save as a spreadsheet
plan-import = Take over from a file
plan-import-here = Take over into this version
plan-import-into = Take over into { $number }
plan-import-hint = Spreadsheets (XLSX, XLS, ODS) as Lotse writes them, or Markdown in which each heading is a step.
plan-import-replaces = The content of the open version is replaced. What stood there stays in the log.
plan-import-read = “{ $title }”: { $steps ->
     [one] one step
    *[other] { $steps } steps
}, { $problems ->
     [0] everything read
     [one] one place not as written
    *[other] { $problems } places not as written
}
plan-import-nothing = Choose a file with steps first.
plan-import-take = Take over
plan-import-done = “{ $title }” taken over
plan-step = Step
plan-step-add = Add a step
plan-step-edit = Edit
plan-step-up = Up
plan-step-down = Down
plan-step-remove = Remove
plan-step-moved = Step moved
plan-step-removed = Step { $number } removed
plan-step-saved = Step { $number } saved
plan-step-title = Step { $number }
plan-step-choose = Choose a step first.
plan-difference-added = New
plan-difference-removed = Removed
plan-difference-changed = Changed
plan-no-steps = The plan has no steps yet.
plan-no-steps-hint = Each step depends on the one before at first; what may run at once needs no dependency.
plan-steps-sum = { $count ->
     [one] 1 step
    *[other] { $count } steps
}, { $counted } of them counted · { $length }
plan-preparation = Preparation
plan-counted = Counts for the result
plan-counted-hint = Without a tick the step is preparation.
plan-number-missing = The number is missing.
plan-instruction-hint = Markdown
plan-deeds = Deeds of { $name }
plan-change = Change
plan-remove = Remove
plan-removed = Removed
plan-subject = Subject
plan-describe = Change the subject
plan-described = Saved
plan-objective = Objective
plan-objective-add = Add an objective
plan-objective-missing = The objective is missing.
plan-objectives-none = No objective yet. Without one and its success criterion the plan cannot be handed in.
plan-criterion-missing = success criterion missing
plan-criterion-hint = By what one sees that it is reached
plan-service = Service with a clock
plan-service-add = Add a service
plan-service-missing = It is not said which service.
plan-services-none = No service is measured.
plan-service-says = RTO { $rto } · RPO { $rpo } · from “{ $starts }” to “{ $ends }”
plan-starts-hint = The event at which the outage begins
plan-ends-hint = The event at which the service runs again
plan-seat = Role
plan-seat-add = Add a role
plan-seats-none = No role yet. Whoever the steps name stands here with person and deputy.
plan-seat-says = { $person }, deputy { $deputy }
plan-role-missing = The role is missing.
plan-no-tests = There was no test by this plan yet.
plan-first-version = This is the first version; there is nothing to compare.
plan-same = Both versions say the same.
plan-compare-with = Compare with
plan-before = Version { $version }
plan-after = Version { $version } now
plan-place = Place
plan-place-before = elsewhere
plan-place-after = moved here
plan-depends-count = { $count ->
     [0] on no step
     [one] on one step
    *[other] on { $count } steps
}
plan-about-title = Title
plan-about-kind = Kind
plan-about-scenario = Scenario
plan-about-background = Background
plan-about-scope = Scope
plan-about-limits = Limits
plan-about-stop-rules = Stop rules
plan-about-assumptions = Assumptions
plan-about-missing = Assumed missing
plan-about-services = Services
plan-about-objectives = Objectives
plan-about-seats = Roles
