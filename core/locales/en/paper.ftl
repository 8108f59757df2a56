# Papers over the whole workspace: Today and the register, on screen and in print.
paper-preview-today = Today as PDF
paper-preview-register = Register as PDF
paper-file-today = Today
paper-file-register = Register

## Frame
paper-asked-by = Asked for by
paper-sealed = Set from the log up to event { $seq }; its number and hash stand at the foot of every page. All times in { $zone } unless another one is named.

## Today
paper-register = Register
paper-register-counts = { $incidents ->
    [one] One incident
   *[other] { $incidents } incidents
}, { $emergencies ->
    [one] one of them an emergency
   *[other] { $emergencies } of them emergencies
}
paper-promise = { $kind }: { $when }
paper-owner = Responsible: { $person }
paper-undated = without a date
paper-col-promises = Emergency and promises
paper-col-since = Since
paper-col-need = To be done
paper-col-about = What it is about
paper-col-changed = Last changed

## Register
paper-register-title = Register of incidents and emergencies
paper-count = Entries
paper-cut = Printed are the first { $shown } of { $total } entries
paper-period-all = not restricted
paper-period-both = { $from } to { $until }
paper-period-from = from { $from }
paper-period-until = until { $until }
paper-period-before = before { $when }
paper-filter-none = none, all entries
paper-filter-search = Words searched for
paper-filter-outside-kind = Kind at its origin
paper-filter-data = Data
paper-filter-withdrawn = counted as well
paper-service-unknown = unknown service
paper-sorted = Order
paper-sorted-by = { $by }, { $way }
paper-ascending = ascending
paper-descending = descending

## Steps of an action plan or a test, to fill in
steps-unapproved = This version is not approved.
steps-how = To fill in by hand while Lotse cannot be reached. Each step is entered afterwards under its code: on the test under “Enter from the sheet”, or with “lotse enter”. Where a later version gives a step another number, the code still holds.
steps-about = What it is about
steps-test = Test no.
steps-lead = Who conducts it
steps-begun = Test begun (day, time, time zone)
steps-ended = Test ended (day, time)
steps-guide = Guide and version
steps-reached = How it was reached
steps-present = Present
steps-clocks = Clocks of the services
steps-clocks-how = For each service: when its clock began and ended, and from when the data are that came back.
steps-objectives = RTO { $rto }, RPO { $rpo }
steps-clock-begins = Begins
steps-clock-ends = Ends
steps-data-point = State of the data
steps-planned = planned { $minutes } min, from { $from } to { $until } h
steps-unplanned = length not planned
steps-after = after step { $steps }
steps-counted = counts
steps-preparation = preparation
steps-code = Code
steps-step-begun = Begun
steps-step-ended = Ended
steps-who = Who
steps-note = Remark, deviation or reason
paper-preview-plan = Steps of the action plan as PDF
paper-preview-steps = Steps of the test as PDF
paper-file-steps = { $record }-steps

## Hand-over slip of a change request
slip-title = Hand-over slip: { $title }
slip-name-of-paper = Hand-over slip
slip-priority = Priority { $priority }
slip-affected = Services and systems affected
slip-number = Request no.
slip-to = To
slip-from = Delegated by
slip-nobody = not delegated yet
slip-emergency = Work may begin before it is approved.
slip-package = Mark of the package
slip-answer = Answer of the team
slip-how = Please fill in and give back. It is entered under its code: “Enter from the slip”, or “lotse answer”.
slip-answer-accepted = Accepted for that day
slip-answer-other-day = Another day
slip-answer-refused = Given back
slip-code = Code
slip-day = Another day
slip-reason = Reason, where another day or given back
slip-name = Name
slip-date = Date
slip-signature = Signature
paper-preview-slip = Hand-over slip as PDF
paper-file-slip = { $record }-slip

## A notice on paper
notice-paper-number = Notice
notice-paper-acknowledged = Acknowledged
notice-paper-mail = Mail
notice-paper-list = To sign
notice-paper-sign = By my signature I acknowledge that I have read notice { $number }, version { $version }.
notice-paper-read = Read on (day, time)
paper-preview-notice = Notice as PDF

## A change request on paper
change-paper-asked-by = Requested by
change-paper-decided-there = The other workspace decides about it.
change-paper-not-approved = The work began before the approval and has not been approved so far.
change-paper-approved-afterwards = The work began before the approval; approved afterwards by { $person }, { $when }.
change-paper-borne-by = Accepted by
change-paper-why-kept = Why it changed nothing
change-paper-due-first = Due at first
change-paper-due-now = Due now
change-paper-moves = What set the due date or moved it
change-paper-col-what = By what
change-paper-col-day = Date
change-paper-checked-by = Checked by
change-paper-col-on = Day
change-paper-col-recorded = Written down
change-paper-follows = Documents, teams and notices
change-paper-untold = No notice about it yet.
paper-preview-change = Change request as PDF

## A finding on paper
finding-paper-moves-none = No due date was moved.
finding-paper-risk-none = No risk is borne.
finding-paper-setbacks-none = Nothing threw the action back.
finding-paper-setback = What happened
finding-paper-until-then = Reported until then
paper-preview-finding = Finding as PDF
