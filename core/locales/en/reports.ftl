# Reports: issued papers, drafts, preview.
reports-waiting = Emergencies that wait for their report
reports-waiting-tests = Tests that wait for their report
reports-waiting-reviews = Reviews that wait for their report
reports-preview = Preview
reports-issued-list = Issued reports
reports-none = No report has been issued yet.
reports-none-hint = A report is made from an emergency in follow-up or from an approved process review.
reports-unknown = There is no report { $number } in this workspace.
reports-to-list = To the reports
reports-version = Version
reports-version-of = Version { $version }, { $when }
reports-about = Record
reports-language = Language
reports-approver = Approved by
reports-author = Drawn up by
reports-reviewer = Reviewed by
reports-confidentiality = Confidentiality
reports-distribution = Distribution
reports-distribution-hint = Who gets the report, such as: board; recovery team.
reports-changes = What is different, and why?
reports-unsaid = Not said
reports-approver-missing = It is missing who approves the report.
reports-issued = Issued
reports-pages-count = Pages
reports-draft-title = Draft of the post-incident report: { $number }
reports-draft-title-review = Draft of the review report: { $number }
reports-draft-title-test = Draft of the test report: { $number }
reports-draft-name = draft
reports-gaps = { $count ->
    [one] One thing is missing before it can be approved
   *[other] { $count } things are missing before it can be approved
}
reports-print = Print …
reports-issue = Approve and issue
reports-issue-title = Approve the post-incident report on { $number }?
reports-issue-title-review = Approve the report of review { $number }?
reports-issue-title-test = Approve the report of test { $number }?
reports-issue-again-title = Approve a new version of { $number }?
reports-issue-consequence = The report gets a number and is kept as evidence with its hash. It cannot be changed afterwards; a correction is a new version.
reports-issue-again-consequence = This becomes version { $version }. The earlier versions stay kept.
reports-issued-done = { $number } is issued.
reports-hash-copy = Copy hash
reports-hash-copied = Hash copied

## Preview
reports-page = Page { $page } of { $pages }
reports-to-page = To page { $page }
reports-page-back = Page back
reports-page-next = Page forward
reports-pages = Pages of the report
reports-overview = Overview of pages
reports-smaller = Smaller
reports-larger = Larger
reports-fit = Page width
reports-search = Search in the report
reports-hits = { $count ->
    [0] Nothing found
    [one] On one page
   *[other] On { $count } pages
}
## A new report
reports-create = Create report
reports-create-lead = Choose the record. The draft then shows what is missing before its release.
reports-record-missing = Which record the report is about is missing.
reports-to-draft = Show draft
reports-kind = Kind
reports-state-valid = valid
reports-state-replaced = replaced
reports-hash = Hash
