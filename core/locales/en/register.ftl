# Emergencies: the register, and “Report an incident”.
register-filters = Filters
register-search = Search emergencies
register-search-focus = Search the register
register-number = Number
register-title = Title
register-phase = State
register-severity = Severity
register-service = Service
register-source = Source
register-outside = Origin
register-cause = Cause
register-provider = Provider
register-period = Period
register-more = More filters
register-period-30 = Last 30 days
register-period-90 = Last 90 days
register-period-365 = Last 12 months
register-kind = Kind
register-kind-emergencies = Emergencies
register-kind-incidents = Incidents that were no emergency
register-began = Began
register-entries = Entries
register-open-tasks = Open tasks
register-count = { $count ->
    [one] One record
   *[other] { $count } records
}
register-keyword = { "[Notfall]" }
register-view = View: { $name }
register-view-all = All
register-view-running = Running emergencies
register-view-emergencies = Emergencies only
register-view-dirty = Odd data
register-view-none = not saved
register-view-save = Save the view …
register-view-save-why = This view is saved already.
register-view-name = Name of the view
register-view-saved = View “{ $name }” saved.
register-view-drop = Delete the view “{ $name }”
register-empty = No incident has been recorded yet.
register-empty-hint = Report the first one, or take over an existing history.
register-empty-import = Take over a history
register-no-match = No record matches these filters.

## Report an incident
reporting-title = What happened?
reporting-title-example = e.g. Nobody can sign in to the portal
reporting-title-missing = A sentence about what happened is missing.
reporting-noticed-missing = It is missing when the incident was noticed. “now” will do.
reporting-service-unknown = There is no such service. Please choose one from the list or clear the field.
reporting-severity-later = Rate later
reporting-more = Say more: start, severity, description
reporting-send = Record the incident
reporting-done = { $number } is recorded.
reporting-read-only = The workspace is open read-only.

## Drafts
draft-found = There is a draft from { $when }.
draft-restore = Restore the draft
draft-discard = Discard
draft-kept = Draft kept at { $when }
draft-failed = The draft could not be kept. It stands in this window only.

register-keyword-missing = { $count ->
    [one] { "[Notfall]" } is missing on one ticket
   *[other] { "[Notfall]" } is missing on { $count } tickets
}
register-dirt = { $count ->
    [one] One oddity in the data
   *[other] { $count } oddities in the data
}
register-unindexed = { $count ->
    [one] The text search is still taking in one entry; until then a hit may be missing.
   *[other] The text search is still taking in { $count } entries; until then a hit may be missing.
}
register-view-name-missing = The name of the view is missing.
