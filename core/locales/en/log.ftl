# The audit log screen.
log-chain = Hash chain
log-prove = Check integrity
error-proof-stopped = The check was stopped. Nothing new was marked as checked.
log-proving = Recomputing every entry …
log-fits = Everything fits: { $events ->
    [one] one entry
   *[other] { $events } entries
} of { $streams ->
    [one] one record
   *[other] { $streams } records
}, { $evidence ->
    [one] one piece of evidence
   *[other] { $evidence } pieces of evidence
}. Nobody altered anything afterwards.
log-newer = { $count ->
    [one] One entry comes from a newer version of the program; its chain fits, its content is not shown here.
   *[other] { $count } entries come from a newer version of the program; their chain fits, their content is not shown here.
}
log-does-not-fit = The chain does not fit. Something was altered outside of Lotse, or damaged.
log-damaged-pages = Damaged pages of the file: { $pages }
log-what-now = Please keep the file as it is, inform the auditors, and continue from the newest backup.
log-events = Entries
log-newest = Newest entry
log-proven = Checked
log-proven-all = { $when }, all entries
log-proven-until = { $count ->
    [one] { $when }, one new entry since
   *[other] { $when }, { $count } new entries since
}
log-never-proven = never yet
log-head = Head of the chain
log-count = { $count ->
    [one] One entry in the log
   *[other] { $count } entries in the log
}
log-export = Export as CSV …
log-exporting = Reading the log
log-file = audit-log.csv
log-event = Entry { $seq }
log-occurred = Occurred
log-kind = Kind of event
log-kind-version = { $kind }, version { $version }
log-order = Order
log-hash = Hash
