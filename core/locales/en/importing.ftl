# The Import screen. Reasons and oddities stand in import.ftl.
importing-files = Files
importing-drop = Drop files here
importing-formats = Statuspage (JSON), Google Cloud incidents.json, Azure Service Health and activity log, alerts, cState folders, CSV, Excel, also zipped. The format is recognised by its content.
importing-choose = Choose files …
importing-choose-folder = Choose a folder …
importing-folder = folder
importing-checking = Dry run: reading the files
importing-taking-over = Taking over
importing-undoing = Undoing the import
importing-reading = Recognised: { $format }
importing-zone-wanted = This source gives times without a zone. In which zone are they meant?
importing-zone-example = For example “{ $example }”, read as { $zone } for now.
importing-zone = Time zone of the source
importing-rule = What is an emergency?
importing-rule-hint = For example keyword, impact>=major and length>=4h, label="P1". Everything else is taken over as an incident.
importing-rule-default = keyword
importing-apply = Apply
importing-name = Name of the source
importing-name-hint = Together with the id the key by which a record is found again the next time.
importing-day-first-question = Is 03/04 the 3rd of April or the 4th of March? The values do not tell.
importing-day-first = The day stands before the month
importing-row-change = One row is one change
importing-row-change-hint = Rows with the same id then belong to one record.
importing-columns = { $rows ->
    [one] One row. What does each column mean?
   *[other] { $rows } rows. What does each column mean?
}
importing-no-heading = Column { $place }
importing-would = What taking over would do
importing-new = New
importing-changed = Changed
importing-unchanged = Unchanged
importing-refused = Not taken over
importing-emergencies = of them emergencies
importing-doubtful = Odd
importing-findings = Findings
importing-refused-hint = These rows do not go into the register.
importing-doubtful-hint = These values are taken over as they stand and shown at the record.
importing-none = Nothing of the kind.
importing-csv = Save as CSV …
importing-refused-file = not-taken-over.csv
importing-doubtful-file = odd.csv
importing-file = File
importing-rule-first = Apply the rule that is typed first.
importing-name-first = Apply the name of the source that is typed first.
importing-look-first = The dry run is still to be made.
importing-nothing-new = There is nothing new in these files.
importing-take-over = Take over { $count }
importing-discard = Discard
importing-safe = Nothing has been written so far.
importing-to-register = To the register
importing-again = Take over more files
importing-before = Earlier imports
importing-undo = Take back
importing-undo-title = Take back the import of “{ $file }”?
importing-undo-consequence = All records of this import are taken off the register and changes to existing ones are reset. Records that somebody worked on since stay. The log keeps both.
importing-was-undone = taken back
importing-broken-off = broken off

## Formats
import-format-statuspage = Statuspage
import-format-google-cloud = Google Cloud
import-format-azure = Azure
import-format-azure-service-health = Azure Service Health
import-format-cstate = cState
import-format-table = Table
import-format-servicenow = ServiceNow
import-format-alertmanager = Alertmanager
import-format-webhook = Webhook

## What a column means
import-field-ignore = leave out
import-field-id = Id
import-field-title = Title
import-field-text = Description
import-field-note = Note or update
import-field-url = Link
import-field-kind = Kind
import-field-impact = Impact
import-field-status = Status
import-field-impact-start = Impact started
import-field-noticed = Noticed
import-field-mitigated = Mitigated
import-field-ended = Impact ended
import-field-closed = Closed
import-field-modified = Last changed
import-field-planned-start = Planned start
import-field-planned-end = Planned end
import-field-author = Author
import-field-revision = Count of changes
import-field-service = Service
import-field-region = Region
import-field-label = Label
import-field-changed-field = Changed field
import-field-old-value = Old value
import-field-new-value = New value
import-field-fact = further field
