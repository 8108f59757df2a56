# The invented year of the sample workspace.
sample-service-printing = Cloud printing
sample-service-labels = Label management
sample-service-interface = Interface (API)
sample-guide = Recovery guide
sample-customers-told = Report sent by mail to all 42 affected tenants.
sample-login-title = Signing in takes up to two minutes
sample-login-description = A customer reports that signing in has been very slow since the morning.
sample-login-ticket = Signing in very slow
sample-login-entry = Connection pool of the sign-in service enlarged, response times are falling.
sample-login-solved = Only signing in was slow, printing ran throughout. Solved by adjusting the connection pool.
sample-interface-title = Interface times out now and then
sample-interface-description = About one in twenty calls of a customer is cut off after 30 seconds.
sample-interface-ticket = Timeouts when calling the interface
sample-interface-entry = Faulty node taken out of the cluster.
sample-interface-solved = A single node was overloaded; the service was usable throughout. Node replaced.
sample-fonts-title = Custom font is missing in the print preview
sample-fonts-description = An uploaded font shows in print but not in the preview.
sample-fonts-ticket = Font missing in preview
sample-fonts-entry = Preview cache cleared, the font shows again.
sample-fonts-solved = No outage, one customer affected. Cache cleared, a fix is planned.
sample-alarm-title = Monitoring reports missing heartbeats of label management
sample-alarm-description = Three checks in a row without an answer from region West Europe.
sample-alarm-proposed = Three checks in a row without an answer, the region may be down.
sample-alarm-advice = The services answer from two other networks. It is the probe, not the service.
sample-alarm-declined = Customers can work; only the probe is disturbed. Not an emergency.
sample-alarm-solved = Probe replaced, a second probe added in another region.
sample-preview-title = Preview stays empty for large labels
sample-preview-description = For labels above 300 mm the preview stays empty, printing works.
sample-preview-ticket = Preview empty
sample-preview-entry = Reproduced with the customer’s sample label; only the preview is affected.
sample-storage-title = Print jobs are stuck: storage in West Europe disturbed
sample-storage-description = Monitoring: write errors in the job store, the queue is growing.
sample-storage-ticket = No printing since 06:45
sample-storage-advice = Writes to the storage service fail in the whole region. Fail over only after consulting; check the state of the data.
sample-storage-declared = No tenant in West Europe can print, length not foreseeable.
sample-storage-fault = Service Health reports a disturbance of Azure Storage in West Europe with the same start.
sample-storage-scope = Printing and label management of all tenants in West Europe; North Europe is not affected.
sample-storage-impact = Print jobs are accepted but not carried out. Labels cannot be saved.
sample-storage-cause = Disturbance of Azure Storage in West Europe.
sample-storage-wait = Microsoft gives repair by 09:15; failing over would take longer and put open jobs at risk.
sample-storage-news = Microsoft: cause found, repair under way, about half of the storage accounts reachable again.
sample-storage-review = Microsoft’s review: faulty configuration when a storage unit was replaced, a check was added.
sample-storage-summary = From 06:41 to 09:02 tenants in West Europe could not print. The cause was a disturbance of the storage service at Microsoft. No data was lost; accepted jobs were carried out afterwards.
sample-storage-detection = Alert of the monitoring on write errors, eleven minutes after the start.
sample-storage-trigger = Replacement of a storage unit by Microsoft.
sample-storage-root = The job store exists in one region only; when it fails there is no second place to write to.
sample-storage-contributing = Alert threshold at ten minutes; failing over was never practised for the store alone.
sample-storage-resolution = Repaired by Microsoft; the queue was then worked off under control.
sample-storage-well = The decision to wait was made and reasoned within 17 minutes.
sample-storage-badly = The first message to customers came only after an hour.
sample-storage-luck = The outage was before the main printing time.
sample-storage-action-one = Mirror the job store to a second region
sample-storage-action-one-proof = Test of failing over the store without losing a job
sample-storage-action-two = Template for the first message within 20 minutes
sample-storage-action-two-proof = Message after at most 20 minutes in the next test
sample-storage-done = Implemented and proved in the test of the following month.
sample-certificate-title = Interface refuses all connections: certificate expired
sample-certificate-description = Customer reports by phone: all automatic print jobs of the night have failed.
sample-certificate-ticket = No automatic printing since 02:00
sample-certificate-advice = The interface’s certificate expired at 02:00. A new one is in the vault, installing it takes about 30 minutes.
sample-certificate-declared = All automatic print jobs have been impossible for four hours.
sample-certificate-fault = The certificate is managed by us.
sample-certificate-scope = All calls of the interface; use in the browser is not affected.
sample-certificate-impact = Automatic print jobs fail, customers have to print by hand.
sample-certificate-cause = Certificate of the interface expired at 02:00.
sample-certificate-step-one = 4.1 Take the certificate from the vault and check it
sample-certificate-step-two = 4.2 Install the certificate and restart the gateways
sample-certificate-deviation = Gateways restarted one after the other instead of at once, so that a part stayed reachable.
sample-certificate-summary = From 02:00 to 07:31 the interface refused all connections because its certificate had expired. Use in the browser was possible. No data was lost.
sample-certificate-detection = A customer’s call; the monitoring only checked the user interface.
sample-certificate-trigger = Expiry of the certificate at 02:00.
sample-certificate-root = The interface’s certificate was not in the list of certificates to be renewed.
sample-certificate-contributing = No monitoring of the interface itself; reminders went to a mailbox no longer in use.
sample-certificate-resolution = New certificate installed, gateways restarted.
sample-certificate-well = The guide was up to date and fitted.
sample-certificate-badly = Almost four hours until it was noticed.
sample-certificate-luck = The outage was in the night before a holiday.
sample-certificate-action-one = Put all certificates into one list with reminders at 60, 30 and 7 days
sample-certificate-action-one-proof = List compared with all endpoints
sample-certificate-action-two = Monitor the interface by a real call
sample-certificate-action-two-proof = Alert within five minutes in an exercise
sample-certificate-done = Implemented, the proof is with the deployment team.
sample-release-title = No printing after release 8.4
sample-release-description = Monitoring: after the release the error rate of print jobs rises to 100 per cent.
sample-release-ticket = Printing impossible after the update
sample-release-advice = Roll back release 8.4. The database is compatible, rolling back takes 20 minutes.
sample-release-declared = No tenant can print; the rollback needs the disaster team.
sample-release-fault = The fault began with our release.
sample-release-scope = Printing of all tenants in all regions.
sample-release-impact = Print jobs fail at once.
sample-release-cause = Release 8.4 needs a setting that is missing in production.
sample-release-step-one = 6.1 Stop the release
sample-release-step-two = 6.3 Install the previous version in all regions
sample-release-deviation = Order of the regions changed, West Europe first.
sample-release-summary = After release 8.4 no tenant could print from 18:04 to 19:15. The release was rolled back.
sample-release-detection = Alert of the monitoring on the error rate, seven minutes after the start.
sample-release-trigger = Release 8.4 at 18:00.
sample-release-root = Settings of test and production are not compared.
sample-release-contributing = Release to all regions at once.
sample-release-resolution = Previous version installed.
sample-release-well = Team formed within ten minutes, rollback without loss of data.
sample-release-badly = The keyword was missing in two tickets at first.
sample-release-luck = The database had not been migrated yet.
sample-release-action-one = Compare settings of test and production before every release
sample-release-action-one-proof = Record of the comparison for the next three releases
sample-release-action-two = Release region by region only
sample-release-action-two-proof = Changed schedule, carried out once
sample-network-title = Printing and interface in West Europe cannot be reached
sample-network-description = Monitoring: no endpoint in West Europe answers, name resolution disturbed.
sample-network-ticket = Cloud printing cannot be reached
sample-network-second-ticket = Interface does not answer
sample-network-advice = Microsoft’s network in West Europe is disturbed. Failing over to North Europe is possible and takes about 90 minutes.
sample-network-declared = No tenant in West Europe can work, length not foreseeable.
sample-network-fault = Service Health reports a network disturbance in West Europe with the same start.
sample-network-scope = Printing and interface of all tenants in West Europe.
sample-network-impact = Signing in, printing and automatic jobs are impossible.
sample-network-cause = Network disturbance at Microsoft, cause there not yet known.
sample-network-wait = Microsoft expects repair within three hours; we wait until the agreed limit and prepare failing over.
sample-network-news = Microsoft: faulty routing found, being rolled back.
sample-storage-first-german = Seit 06:41 Uhr werden Druckaufträge in West Europe nicht ausgeführt. Ursache ist eine Störung bei unserem Anbieter. Wir rechnen mit der Behebung bis 09:30 Uhr.
sample-storage-first-english = Since 06:41 print jobs in West Europe are not being carried out. The cause is a disturbance at our provider. We expect repair by 09:30.
sample-storage-second-german = Der Anbieter behebt die Störung. Wir rechnen mit der Behebung bis 09:15 Uhr; angenommene Aufträge werden nachgeholt.
sample-storage-second-english = The provider is repairing the disturbance. We expect repair by 09:15; accepted jobs will be carried out.
sample-storage-last-german = Der Druck läuft wieder vollständig. Alle angenommenen Aufträge wurden ausgeführt.
sample-storage-last-english = Printing has been fully restored. All accepted jobs were carried out.
sample-certificate-first-german = Die Schnittstelle ist seit 02:00 Uhr nicht erreichbar. Der Druck im Browser ist möglich. Wir rechnen mit der Behebung bis 07:15 Uhr.
sample-certificate-first-english = The interface has been unreachable since 02:00. Printing in the browser is possible. We expect repair by 07:15.
sample-certificate-last-german = Die Schnittstelle ist wieder erreichbar.
sample-certificate-last-english = The interface can be reached again.
sample-release-first-german = Seit 18:04 Uhr ist kein Druck möglich. Wir nehmen die letzte Auslieferung zurück und rechnen mit der Behebung bis 19:20 Uhr.
sample-release-first-english = Since 18:04 printing has been impossible. We are rolling back the latest release and expect repair by 19:20.
sample-release-last-german = Der Druck ist wieder möglich.
sample-release-last-english = Printing is possible again.
sample-network-first-german = Druck und Schnittstelle in West Europe sind zurzeit nicht erreichbar. Ursache ist eine Netzstörung bei unserem Anbieter. Wir melden uns innerhalb einer Stunde wieder.
sample-network-first-english = Printing and interface in West Europe cannot be reached at present. The cause is a network disturbance at our provider. We will report again within an hour.
sample-network-second-german = Der Anbieter hat die Ursache gefunden und behebt sie. Wir bereiten zugleich die Umschaltung in eine andere Region vor.
sample-network-second-english = The provider has found the cause and is repairing it. At the same time we are preparing to fail over to another region.
sample-report-distribution = Management, recovery process team, deployment team
sample-guide-text =
    # Recovery guide

    Holds for cloud printing, label management and the interface. Whoever takes it to hand records every step.

    ## 1 Clarify the situation

    Establish services and regions that are hit, read Service Health, decide with the disaster team.

    ## 2 Bring up the second region

    Switch on the reserved capacity in North Europe and check the stock.

    ## 3 Switch the database over

    Make the replica the leading one, then run the write probe.

    ## 4.1 Take the certificate from the vault and check it

    Compare validity and fingerprint before anything is installed.

    ## 4.2 Install the certificate and restart the gateways

    One gateway after the other; open the check page before the next one.

    ## 5 Redirect the traffic

    Direct the traffic to the second region, watch for ten minutes.

    ## 6.1 Stop the release

    Abort running rollouts in all regions.

    ## 6.3 Install the previous version in all regions

    Order: North Europe, West Europe. A test print after each region.
sample-guide-text-two =
    # Recovery guide

    Holds for cloud printing, label management and the interface. Whoever takes it to hand records every step.

    ## 1 Clarify the situation

    Establish services and regions that are hit, read Service Health, decide with the disaster team.

    ## 2 Bring up the second region

    Switch on the reserved capacity in North Europe and check the stock.

    ## 3 Switch the database over

    End open connections, make the replica the leading one, then run the write probe. Without ending them the switch hangs (test in July).

    ## 4.1 Take the certificate from the vault and check it

    Compare validity and fingerprint before anything is installed.

    ## 4.2 Install the certificate and restart the gateways

    One gateway after the other; open the check page before the next one.

    ## 5 Redirect the traffic

    Direct the traffic to the second region, watch for ten minutes.

    ## 6.1 Stop the release

    Abort running rollouts in all regions.

    ## 6.3 Install the previous version in all regions

    Order: North Europe, West Europe. A test print after each region.
sample-guide-change = Step 3 ends open connections before the switch. The yearly test hung there at first.
sample-plan-title = Failover of cloud printing to the second region
sample-plan-scenario = Azure West Europe fails for an unknown time; cloud printing goes on in North Europe.
sample-plan-starts = Entrance of the first region switched off
sample-plan-ends = Test print in the second region succeeded
sample-plan-objective = Customers print from the second region
sample-plan-criterion = A test print succeeds at most 120 minutes after the switch-off, data loss at most 15 minutes.
sample-plan-role-lead = Test lead
sample-plan-role-engine = Deployment
sample-plan-evidence = Photo or sheet of the test print
sample-plan-stop = Stop when the write probe fails twice.
sample-plan-step-1 = Brief everyone and record the starting point
sample-plan-step-1-how = Name the goal, the stop rule and the roles. Note the last state of the data.
sample-plan-step-1-expected = All roles are filled, the state of the data is noted.
sample-plan-step-2 = Switch off the entrance of the first region
sample-plan-step-2-how = Block the traffic of the test tenant, mute the monitoring.
sample-plan-step-2-expected = No job reaches the first region.
sample-plan-step-3 = Switch the database over
sample-plan-step-3-how = Make the replica in North Europe the leading one, then run the write probe.
sample-plan-step-3-expected = The write probe succeeds.
sample-plan-step-4 = Test print from the second region
sample-plan-step-4-how = Print three labels of the test tenant.
sample-plan-step-4-expected = All three labels match the template.
sample-plan-step-5 = Switch back and clean up
sample-plan-step-5-how = Open the entrance of the first region, delete test jobs, switch the monitoring on.
sample-plan-step-5-expected = The starting point is restored, no test data is left.
sample-test-place = Meeting room Harbour and by video
sample-test-environment = Test tenant in the production environment
sample-test-failed = The switch hangs: open connections of the first region hold the replica.
sample-test-analysis = Goal reached after 94 of 120 minutes; switching the database took a second attempt.
sample-test-integrity = A sample of 50 jobs compared with the source, no difference.
sample-test-alarm = Call chain complete within eleven minutes.
sample-test-removal = Test jobs and test accounts deleted, the log is attached.
sample-test-strengths = Calm lead, clear stop rule, good coordination with the incident team.
sample-test-improvements = Step 3 must end open connections before the switch.
sample-test-hot-wash = Everyone finds the procedure sound; the guide should be more precise.
sample-test-documents = Recovery guide, step 3
sample-test-management = RTO met, one condition.
sample-test-conditions = Improve step 3 of the guide and show it again in the next test.
sample-test-verdict = The goal was reached in the given time; the deviation is understood.
sample-finding-title = Switching the database hangs while connections are open
sample-finding-action = End open connections before the switch
sample-finding-done = The script ends connections, the guide is adapted.
sample-finding-checked = Ran the script twice in the test environment and read its log.
sample-change-title = End connections before the database is switched over
sample-change-wanted = The failover script ends open connections of the first region before it makes the replica the leading one.
sample-change-reason = In the yearly test the switch hung and cost 35 minutes.
sample-change-risk = Running jobs abort; they are repeated anyway.
sample-change-assessed = A small change to a script, one day of work, can be checked in the test environment.
sample-change-decided = Do it before the next test.
sample-change-other-day = Rollout is possible only after the end of the quarter.
sample-change-done = Script extended, reviewed by a second person, rolled out.
sample-change-method = Failover in the test environment with 200 open connections
sample-change-result = Switched in four minutes, no hanging connection.
sample-change-effect = A trial of the switch took four minutes in place of 35.
sample-change-two-title = A second measuring point for the interface
sample-change-two-wanted = The interface is monitored from North Europe as well.
sample-change-two-reason = A faulty measuring point caused a false alarm in spring.
sample-change-two-risk = None; one more alarm a month is to be expected.
sample-change-two-assessed = Feasible with the monitoring that exists.
sample-change-two-decided = Do it by the end of the year.
sample-text-title = Communication in an emergency
sample-text-text =
    # Communication in an emergency

    The first message to affected users goes out at most 20 minutes after the emergency was declared.

    ## 1 First message

    Use the template “First notice”, name the scope and the next message.

    ## 2 Further messages

    Each names the state, the expected repair and the time of the next one.
sample-review-proof = Timeline of the emergency and its durations
sample-review-suitability = The process fits the structure and the services of the organisation.
sample-review-adequacy = Roles and means were sufficient.
sample-review-effectiveness = The service was available again within its objectives.
sample-review-no-change = Covered by an action of the emergency already.
sample-review-no-teams = The result changes nothing for any team.
sample-review-concluded = The process held; what was to be improved stands in the actions.
sample-storage-credits = A credit for two tenants with a premium contract; claimed from Microsoft with the bill of the month.
sample-certificate-credits = None: the cause was ours, and the availability promised for the month is kept.
sample-release-credits = Will be decided with the bill of the month.
