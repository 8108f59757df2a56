# The words of the process as screen and paper say them: the name of the list, then the value.

## Steps that were taken
taken-step-assessment-started = Assessment started
taken-step-escalation-proposed = Escalation proposed
taken-step-escalation-declined = Escalation declined
taken-step-solved-by-support = Solved by support
taken-step-emergency-declared = Emergency declared
taken-step-team-formed = Disaster team formed
taken-step-analysis-completed = Analysis completed
taken-step-decided-to-wait = Decided to wait for the provider
taken-step-decided-to-recover = Decided to recover ourselves
taken-step-recovery-started = Recovery started
taken-step-running = Running again
taken-step-restored = Fully restored
taken-step-relapsed = Relapse recorded
taken-step-emergency-ended = Emergency ended
taken-step-downgraded = Downgraded
taken-step-follow-up-started = Follow-up started
taken-step-customer-reports-recorded = Customers informed
taken-step-closed = Closed
taken-step-reopened = Reopened

## What was entered and can be taken back
deed-kind-deployment-team-consulted = Deployment team consulted
deed-kind-role-assigned = Role assigned
deed-kind-role-released = Role given up
deed-kind-outside-joined = Joined with another source
deed-kind-provider-judged = Provider’s fault judged
deed-kind-provider-contacted = Provider contacted
deed-kind-provider-checked = Progress at the provider checked
deed-kind-provider-case-advanced = Case at the provider moved on
deed-kind-step-recorded = Step of the guide
deed-kind-message-released = Message released
deed-kind-message-sent = Message sent
deed-kind-message-failed = Message not delivered
deed-kind-recommendation-completed = Action completed
deed-kind-recommendation-dropped = Action dropped
deed-kind-legally-classified = Duty to notify decided
deed-kind-authority-notified = Authority notified
regime-nis2 = NIS2, § 32 BSIG
regime-dora = DORA
legal-stage-first = First notice
legal-stage-notice = Notice
legal-stage-interim = Intermediate report
legal-stage-final = Final report
deed-kind-evidence-attached = Evidence attached

## Where an incident stands
phase-reported = Recorded
phase-in-assessment = In assessment
phase-escalation-proposed = Escalation proposed
phase-solved-by-support = Solved by support
phase-declared = Emergency declared
phase-team-formed = Disaster team formed
phase-analysed = Analysed
phase-waiting-for-provider = Waiting for provider
phase-own-recovery = Own recovery
phase-restored = Service restored
phase-ended = Emergency ended
phase-follow-up = Follow-up
phase-report-approved = Report approved
phase-customers-informed = Customers informed
phase-closed = Closed
phase-downgraded = Downgraded
phase-withdrawn = Taken off the register

## Where the first notice came from
source-monitoring = Monitoring alert
source-support-phone = Support request by phone
source-support-mail = Support request by mail
source-other = Other event

## How bad
severity-low = Low
severity-medium = Medium
severity-high = High
severity-critical = Critical

## Named moments
milestone-impact-start = Impact started
milestone-noticed = Noticed
milestone-ticket-opened = First ticket opened
milestone-assessment-started = Assessment started
milestone-deployment-consulted = Deployment team consulted
milestone-escalation-decided = Escalation decided
milestone-team-formed = Disaster team formed
milestone-provider-contacted = Provider contacted
milestone-wait-or-recover-decided = Wait or recover decided
milestone-recovery-started = Recovery started
milestone-provider-mitigated = Provider reported mitigation
milestone-running = Running again
milestone-restored = Fully restored
milestone-ended = End declared
milestone-closed = Closed

## What is stated in words
fact-description = Description
fact-summary = Summary
fact-scope = Scope
fact-impact = Impact
fact-functions = Affected functions
fact-data-loss = Data loss
fact-cost = Cost
fact-countries = Affected countries
fact-cause = Cause
fact-detection = Detection
fact-why-not-earlier = Why not noticed earlier
fact-escalation-criteria = Escalation criteria
fact-trigger = Trigger
fact-root-causes = Root causes
fact-contributing-factors = Contributing factors
fact-resolution = Resolution
fact-temporary-measures = Temporary measures
fact-promptness = Quality of the response: promptness
fact-analysis-quality = Quality of the response: analysis
fact-escalation-quality = Quality of the response: escalation
fact-communication-quality = Quality of the response: communication
fact-went-well = What went well
fact-went-badly = What went badly
fact-luck = Where we were lucky
fact-legal-classification = Legal classification
fact-credits = Service credits

## Classes of the cause
cause-class-provider = Provider’s platform
cause-class-change = Our own change
cause-class-software = Fault in our software
cause-class-configuration = Configuration
cause-class-capacity = Capacity
cause-class-network = Network or name resolution
cause-class-access = Certificates, keys, permissions
cause-class-security = Attack
cause-class-third-party = Another third party
cause-class-operation = Slip in operation
cause-class-unknown = Not found

## Kinds of entries
entry-kind-status = Status update
entry-kind-decision = Decision
entry-kind-action = Action
entry-kind-communication = Communication
entry-kind-provider = Provider
entry-kind-milestone = Milestone
entry-kind-evidence = Evidence

## Roles in the disaster team
team-role-lead = Lead
team-role-recovery = Recovery
team-role-provider-contact = Provider contact
team-role-communication = Communication
team-role-recorder = Recorder
team-role-adviser = Adviser

## Reports
report-kind-post-incident = Post-incident
report-kind-dr-test = Test
report-kind-process-review = Review

## Provider
provider-fault-yes = Provider at fault
provider-fault-partly = Provider partly at fault
provider-fault-no = Provider not at fault
provider-fault-unknown = Not known yet
provider-state-opened = Open
provider-state-confirmed = Confirmed by the provider
provider-state-mitigated = Mitigated
provider-state-resolved = Resolved
provider-state-review-expected = Review expected
provider-state-review-received = Review received
provider-state-no-review = No review
confidentiality-public = Public
confidentiality-internal = Internal
confidentiality-confidential = Confidential
confidentiality-strictly-confidential = Strictly confidential
provider-choice-wait = Wait for the provider
provider-choice-recover = Recover ourselves

## Steps of the guide
step-result-done = Done
step-result-deviated = Done with a deviation
step-result-skipped = Skipped
step-result-failed = Failed

## Messages to users
audience-affected-users = Affected users
audience-customers = Certain customers
audience-internal = Internal teams
audience-authority = Authority
audience-public = The public
channel-mail = Mail
channel-status-page = Status page
channel-phone = Phone
channel-portal = Support portal
channel-other = Another way
message-status-investigating = Investigating
message-status-identified = Identified
message-status-recovering = Recovering
message-status-monitoring = Monitoring
message-status-resolved = Resolved
message-state-draft = Draft
message-state-released = Released
message-state-sent = Sent
message-state-failed = Could not be sent

## Recommendations
recommended-to-users = For users
recommended-to-us = For us
action-kind-correction = Correction
action-kind-corrective = Corrective action
action-kind-improvement = Improvement measure
priority-low = Low
priority-medium = Medium
priority-high = High
recommendation-state-open = Open
recommendation-state-done = Done
recommendation-state-dropped = Given up
customer-reports-sent = Reports sent
customer-reports-none-affected = No users affected

## Origin
outside-kind-incident = Incident
outside-kind-maintenance = Planned maintenance
outside-kind-notice = Notice

## Roles in the process
role-process-manager = Process manager
role-test-coordinator = Test coordinator
role-deployment-team = Deployment team
role-recorder = Incident and disaster team
role-management = Management
role-auditor = Auditor

## Teams
team-kind-support = Support
team-kind-incident = Incident team
team-kind-deployment = Deployment team
team-kind-disaster = Disaster team
team-kind-process-management = Recovery process management team
team-kind-other = Another team

## Clocks
clock-next-update = Next status update
clock-expected-repair = Expected time of repair
clock-waiting-limit = Waiting limit
clock-provider-review = Provider’s own review
clock-state-running = Running
clock-state-kept = Kept
clock-state-late = Late
clock-state-unproven = Not provable

## Measured durations
duration-to-notice = Until noticed
duration-to-assess = Until assessed (response time)
duration-to-decide = Until decided
duration-to-form-team = Until the disaster team stood
duration-to-run = Until running again (RTA)
duration-to-restore = Until fully restored
duration-to-handle = Handling time
duration-downtime = Downtime
