# The command line, and the findings of `lotse verify`.
cli = Lotse on the command line: orders, questions, proof and backup of a workspace
cli-json = Print answers and faults as JSON
cli-speak = Language of the output: de or en
cli-key_file = File whose first line is the passphrase or the recovery key
cli-do = Carry out orders given as JSON lines on standard input, one answer a line
cli-do-file = The workspace
cli-ask = Answer questions given as JSON lines on standard input, one answer a line
cli-ask-file = The workspace
cli-verify = Check that the log, the evidence and the views are unaltered
cli-verify-file = The workspace or a backup
cli-verify-report = A PDF whose record and version are to be named
cli-backup = Make a backup and check it
cli-backup-file = The workspace
cli-backup-to = Folder of the backup; by default the one set in the workspace
cli-restore = Bring a workspace back from a backup; what lay there is kept under another name
cli-restore-backup = The backup
cli-restore-to = The workspace to be brought back
cli-join = Make one record of two that speak of the same incident
cli-join-file = The workspace
cli-join-kept = The record that stays
cli-join-other = The record from the other source; it refers to the one that stays from then on
cli-join-person = Who does it: name or id
join-done = { $other } belongs to { $kept } now.
cli-rebuild = Rebuild all views and the text index from the log
cli-rebuild-file = The workspace
cli-schema = Print the JSON Schema of orders, questions and answers
cli-without-words = Refused: { $code } { $detail }
cli-newest-backup = Newest good backup: { $path }

verify-fits = Unaltered: { $events } events, { $evidence } files of evidence. Hash of the last event: { $hash }
verify-newer = { $count ->
    [one] A newer Lotse wrote one of them: it is checked, but this program does not show it.
   *[other] A newer Lotse wrote { $count } of them: they are checked, but this program does not show them.
}
verify-does-not-fit = { $finding } Up to there { $events } events fit.
verify-pages = Damaged pages of the file: { $pages }
verify-paper = This paper is { $number }, version { $version }, about { $about } “{ $title }”.
verify-paper-unknown = This paper is no issued report of this workspace, or it was changed. Drafts and prints of Today and of the register are not kept: their footer names the event up to which they reach.
verify-paper-superseded = Version { $version } is the valid one by now.
backup-made = Backed up and checked: { $path } ({ $bytes } bytes)
restore-done = Restored: { $path } with { $events } events
restore-kept = What lay there is now here: { $path }
rebuild-done = Rebuilt from { $events } events

## What does not fit
finding-gap = Event { $seq } is missing; { $found } stands in its place.
finding-unreadable = Event { $seq } cannot be read.
finding-chain-broken = Event { $seq } does not follow the one before it: something was removed, swapped or inserted between them.
finding-time-not-rising = Event { $seq } bears a recorded time that is not later than that of the event before it.
finding-stream-version = Event { $seq } stands at place { $found } of its record but belongs at place { $expected }.
finding-payload-changed = The content of event { $seq } was altered afterwards.
finding-event-changed = The particulars of event { $seq } (who, when, what) were altered afterwards.
finding-checkpoint-differs = The checkpoint at event { $seq } does not fit the log: it was cut or rewritten afterwards.
finding-checkpoint-signature = The signature under the checkpoint at event { $seq } is not that of the device named there.
finding-person-changed = The particulars of person { $person } were altered behind Lotse’s back.
finding-evidence-changed = A file of evidence is missing or was altered: { $hash }.
finding-evidence-missing = Event { $seq } names evidence that is missing from the file: { $hash }.
finding-schema-differs = The log and the views are sound, but “{ $name }” in the file is not as Lotse makes it.
finding-pages-damaged = The log is sound, but parts of the file are damaged. Please restore from a backup.
finding-emptied = The content of event { $seq } was removed, and no order records that.
finding-not-its-kind = Event { $seq } ({ $kind }) does not hold what belongs to its kind.
finding-view-differs = The log is sound, but the view “{ $table }” says something else in row { $row }. “lotse rebuild” makes it anew.
finding-search-lacks = The log is sound, but the search does not find event { $seq }. “lotse rebuild” makes it anew.
finding-search-superfluous = The log is sound, but the search lists event { $seq }, which does not belong there. “lotse rebuild” makes it anew.
finding-search-differs = The log is sound, but the search knows other words of event { $seq } than stand there. “lotse rebuild” makes it anew.
finding-search-ahead = The log is sound, but the search claims to reach event { $seq }, which does not exist. “lotse rebuild” makes it anew.
finding-views-of-another-version = The log is sound; the views are of another version of Lotse and are rebuilt at the next opening.

## What was refused
error-busy = Another program holds the file at the moment. Please try again in a moment.
error-not-understood = This line is neither an order nor a question: { $detail }. “lotse schema” shows what is expected.
error-misused = This cannot be read: { $what } ({ $reason })
error-unknown-person = “{ $name }” does not belong to this organisation. Known are: { $known }
error-nobody-orders = Who orders? Please name a person with --as or give “by” in the line.

## Make, list, show, report
cli-do-person = Who orders where a line does not say: name or id
cli-new = Make a workspace
cli-new-file = Where it is made
cli-new-organisation = The organisation whose process is kept
cli-new-language = Language of names and papers: de or en
cli-new-zone = Time zone in which days begin, such as Europe/Berlin
cli-new-person = Who makes it
cli-new-sample = Fill it with an invented year
cli-import = Take over histories: status pages, Google Cloud, Azure, cState, alerts, CSV and Excel
cli-import-file = The workspace
cli-import-sources = Files or folders with histories
cli-import-format = Format; recognised by the content when not given
cli-import-emergency_when = What is an emergency: keyword, impact>=major, length>=4h, status=…, joined with and and or
cli-import-zone = Zone of times that name none; holds for this source from then on
cli-import-mapping = JSON file that says what the columns of a table mean; holds for tables with these headings from then on
cli-import-source = Name of the source, when it does not name itself
cli-import-dry_run = Only say what would happen
cli-import-refused = CSV file for what was not taken over
cli-import-undo = Take an import back, such as I-2026-001
cli-import-person = Who imports, by name or id; needed when more than one person takes part
cli-list = List records
cli-list-file = The workspace
cli-list-what = What is listed
cli-list-filter = Only records of which this holds, such as emergency=true, phase=declared, severity=high, from=2026-01-01
cli-list-search = Only records that contain these words
cli-list-limit = At most so many
cli-list-offset = Pass over so many
cli-show = Show everything about a record, durations computed
cli-show-file = The workspace
cli-show-record = The record, such as N-2026-004
cli-report = Set a report, what needs somebody today, or the register as PDF; with --issue approve and issue a report too
cli-report-file = The workspace
cli-report-kind = The kind: post-incident report of a record, today, the register, the ledger of duties, or a document
cli-report-record = The record of a post-incident report, such as N-2026-004, or the document, such as L-2026-001
cli-report-filter = In the register only records for which this holds, written as for “list”
cli-report-search = In the register only records that contain these words
cli-report-out = Where the PDF is written
cli-report-language = Language of the paper: de or en; else that of the organisation
cli-report-issue = Approve it, number it and keep it in the workspace
cli-report-author = Who drew the report up: name or id
cli-report-reviewer = Who reviewed it: neither its author nor its approver
cli-report-confidentiality = Who may read it
cli-report-distribution = Who gets it
cli-report-changes = What is different from the version before, and why
cli-report-person = Who approves it or asks for the paper: name or id; needed with --issue
new-made = Workspace made: { $path }
list-shown = { $shown } of { $total }
show-not-recorded = not recorded
report-written = Report written: { $path }
