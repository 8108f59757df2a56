# The post-incident report on paper. What a person wrote stands in it word for word; here are headings, labels and the
# sentences between them.

## The frame of every page
report-kind = Post-incident report: emergency
report-kind-incident = Post-incident report: incident
report-page = Page
report-of = of
report-contents = Contents
report-seal = Head hash of the log, event { $seq }:
report-draft-mark = DRAFT
report-version = { $number }, version { $version }
report-version-draft = Draft, as of { $when }
report-keyword = emergency
report-sealed = Made from the log up to event { $seq }. Whoever holds the workspace’s file can use it to check which record and which version this paper belongs to.

## Title page
report-cover-number = Report
report-cover-no-number = no number yet
report-cover-state = State
report-state-draft = Draft, not approved
report-state-issued = Approved
report-cover-record = Emergency
report-cover-record-incident = Incident
report-cover-severity = Severity
report-cover-phase = Status
report-cover-language = Language
report-language = English
report-cover-author = Written by
report-cover-reviewer = Reviewed by
report-cover-approver = Approved by
report-cover-confidential = Confidentiality
report-cover-organisation = Organisation
report-cover-made = Data as of
report-glance = At a glance

## Headings
report-h-overview = Overview
report-h-about = About this report
report-h-record = The emergency
report-h-record-incident = The incident
report-h-summary = Summary for management
report-h-tickets = First notice and tickets
report-h-impact = Impact and duration
report-h-impact-detail = Impact
report-h-times = Times
report-h-durations = Durations and objectives
report-h-escalation = Detection and escalation
report-h-detection = Detection
report-h-decisions = Escalation and decisions
report-h-team = Disaster team, roles and hand-overs
report-h-recovery = Recovery
report-h-guide = Recovery guide
report-h-provider = Provider
report-h-resolution = Resolution and temporary measures
report-h-log = Chronology
report-h-causes = Causes
report-h-communication = Communication
report-h-messages = Messages
report-h-promises = Promises and how they were kept
report-h-lessons = Evaluation
report-h-quality = Quality of the response
report-h-learnt = What went well, what went badly, where we were lucky
report-h-actions = Recommendations and actions
report-h-similar = Similar earlier cases
report-h-duties = Law, credits and process review
report-h-legal = Legal classification and notices
report-h-credits = Service credits
report-h-review = Process review
report-h-proof = Evidence, distribution and signatures
report-h-evidence = Evidence
report-h-distribution = Distribution
report-h-signatures = Signatures

## General
report-nobody = nobody named
report-erased = erased person
report-none = none
report-yes = yes
report-no = no
report-kept = kept
report-missed = not kept
report-cannot-say = cannot be judged
report-open = open
report-objective = objective { $length }
report-unspellable = Characters that the faces of this report do not contain are printed as their Unicode number in square brackets.

## About this report
report-issued-before = Approved so far
report-changes = Changed since the version before
report-issued-line = { $number }, { $when }, by { $person }
report-gaps = Missing before it can be approved:
report-gap-cause = a root cause or the class of the cause
report-gap-recovery-time = the start of the impact or the time of running again
report-gap-data-loss = the actual data loss
report-gap-action-incomplete = owner or due day of the action “{ $text }”
report-gap-report = the approved report
report-gap-customer-reports = whether affected users received their reports
report-gap-review = the process review that follows
report-gap-open-task = completion of the mandatory task “{ $text }”

## The emergency
report-title = Title
report-source = Source of the first notice
report-recorded = Recorded
report-recorded-by = { $when } by { $person }
report-outside = In other systems
report-outside-line = { $source }: { $id }
report-description = Description
report-sla = SLA level
report-sla-response = Response time
report-sla-handling = Handling time

## Tickets
report-ticket-system = System
report-ticket-number = Number
report-ticket-subject = Subject
report-ticket-opened = Opened
report-ticket-keyword = Keyword [Notfall]
report-ticket-keyword-yes = present
report-ticket-keyword-no = missing

## Impact
report-services = Affected services
report-components = Affected components
report-regions = Regions
report-tenants = Affected customers (tenants)
report-users-share = Share of affected users
report-percent = { $value }%
report-rpa = Actual data loss (RPA)

## Times and durations
report-col-milestone = Event
report-col-when = When
report-col-precision = Precision
report-col-origin = Recorded by
report-precision-exact = exact
report-precision-about = about
report-precision-unknown = uncertain
report-about = about { $when }
report-unsure = { $when } (uncertain)
report-col-duration = Duration
report-col-length = Length
report-col-from = From
report-col-to = To
report-backwards = end lies before the start
report-col-service = Service
report-col-rto = RTO
report-col-rta = RTA
report-col-rpo = RPO
report-col-rpa = RPA
report-col-met = Met
report-bars-caption = Measured durations (bars) and the strictest objective of the affected services (stroke with a foot). The objective stands behind the slash.
report-bars-alternative = Bar chart of the durations. { $bars }
report-bar-spoken = { $label }: { $length }.
report-bar-spoken-objective = { $label }: { $length }, objective { $objective }.
report-times-note = All times in { $zone } unless stated otherwise. Durations are computed from the times; an end that nobody recorded gives no duration.
report-objectives-none = No affected service with objectives is recorded.

## Escalation
report-col-decision = Decision
report-col-decider = Decided by
report-col-reason = Reason
report-col-consulted = Consulted before
report-col-person = Person
report-col-advice = Advice
report-consultations = Consultation of the deployment team
report-decisions = Decisions
report-col-role = Role
report-col-deputy = Deputy
report-col-since = Since
report-col-until = Until
report-col-handover = Hand-over

## Recovery
report-guide = Guide
report-guide-version = Version
report-guide-activated = Activated
report-col-step = Step
report-col-result = Result
report-col-deviation = Deviation
report-provider-name = Provider
report-provider-fault = Responsibility
report-provider-reason = Reason for this judgement
report-provider-tracking = Service Health tracking ids
report-provider-tickets = Tickets at the provider
report-provider-state = State of the case
report-provider-limit = Agreed limit of waiting
report-provider-review = Provider’s own review
report-provider-checks = Checks of progress
report-provider-decisions = Wait or recover ourselves
report-nothing-new = checked, nothing new
report-col-news = Result

## Chronology
report-course-caption = Course of events with milestones above and phases below the axis. Times in { $zone }.
report-course-caption-milestones = Course of events with milestones above the axis. Times in { $zone }.
report-course-alternative = Time axis. Milestones: { $milestones } Phases: { $phases }
report-course-missing = Too few times are recorded to draw the course of events.
report-phase-impact = Impact
report-phase-provider = Waiting for the provider
report-phase-own = Our own recovery
report-timeline = { $count ->
    [one] One entry
   *[other] { $count } entries in the order in which things happened
}
report-col-time = Time
report-col-kind = Kind
report-col-entry = Entry
report-late-entry = entered later, { $when }
report-corrected = replaces the text struck through
report-withdrawn = Withdrawn: { $reason }
report-timeline-none = The chronology has no entry.

## Causes
report-cause-class = Class of the cause

## Communication
report-col-sent = Sent
report-col-audience = To whom and how
report-col-message = Status and text
report-col-expected = Repair by
report-col-next = Next by
report-message-not-sent = not sent
report-messages-none = No message to users is recorded.
report-gap-first = First message after notice
report-gap-longest = Longest gap between two messages
report-authorities = Messages to authorities
report-customer-reports = Reports to affected users
report-col-promise = Promise
report-col-due = Due
report-col-settled = Fulfilled
report-col-outcome = Outcome
report-promises-none = No promise is recorded.

## Evaluation
report-col-action = Recommendation
report-col-priority = Priority
report-col-owner = Owner
report-col-until-day = Due
report-col-state = State
report-must = required before closing
report-proof-wanted = Proof: { $text }
report-proof = Provided: { $text }
report-due-moved = Date moved, at first { $day } ({ $name }): { $reason }
report-dropped = Dropped: { $text }
report-actions-none = No recommendation is recorded.
report-col-number = Number
report-col-title = Title
report-col-began = Began
report-col-common = In common
report-similar-cause = class of the cause
report-similar-service = service
report-similar-both = class of the cause and service
report-similar-none = The register holds no earlier emergency with the same class of the cause or the same service.

## Law, evidence, signatures
report-legal-notices = Notices to authorities
report-review-line = { $number }, { $when }
report-col-file = File
report-col-size = Size
report-col-hash = SHA-256
report-col-shows = What it shows
report-evidence-none = No evidence is filed.
report-bytes = { $value } bytes
report-signed-author = Written by
report-signed-reviewer = Reviewed by
report-signed-approver = Approved by
report-signed-line = Place, date, signature
report-signed-on = approved in the program on { $when }

## Time and length
report-date = { $day } { $month } { $year }
report-when = { $date }, { $time } { $zone }
report-when-short = { $day } { $month }, { $time }
report-day-short = { $day } { $month }
report-day-long = { $weekday }, { $day } { $month } { $year }
report-weekday-1 = Monday
report-weekday-2 = Tuesday
report-weekday-3 = Wednesday
report-weekday-4 = Thursday
report-weekday-5 = Friday
report-weekday-6 = Saturday
report-weekday-7 = Sunday
report-month-1 = January
report-month-2 = February
report-month-3 = March
report-month-4 = April
report-month-5 = May
report-month-6 = June
report-month-7 = July
report-month-8 = August
report-month-9 = September
report-month-10 = October
report-month-11 = November
report-month-12 = December
report-month-short-1 = Jan
report-month-short-2 = Feb
report-month-short-3 = Mar
report-month-short-4 = Apr
report-month-short-5 = May
report-month-short-6 = Jun
report-month-short-7 = Jul
report-month-short-8 = Aug
report-month-short-9 = Sep
report-month-short-10 = Oct
report-month-short-11 = Nov
report-month-short-12 = Dec
report-zone-CET = CET
report-zone-CEST = CEST
report-zone-GMT = GMT
report-zone-BST = BST
report-seconds = { $seconds } s
report-minutes = { $minutes } min
report-hours-even = { $hours } h
report-hours = { $hours } h { $minutes } min
report-days = { $days } days { $hours } h { $minutes } min
report-one-day = 1 day { $hours } h { $minutes } min
