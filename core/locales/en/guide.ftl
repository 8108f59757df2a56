# Recovery guide and process texts: versions, approval, differences, taking over Markdown, the go-bag.

## Words
guide-kind-recovery-guide = Recovery guide
guide-kind-process-text = Process text
guide-stage-draft = draft
guide-stage-in-review = in review
guide-stage-change-asked = change asked for
guide-stage-approved = approved
guide-stage-in-force = put in force
guide-stage-discarded = discarded
guide-standing-draft = draft
guide-standing-in-review = in review
guide-standing-change-asked = change asked for
guide-standing-approved = approved
guide-standing-scheduled = valid from a later day
guide-standing-valid = valid
guide-standing-superseded = superseded
guide-standing-discarded = discarded
guide-deed-start-version = Begin a new version
guide-deed-edit = Edit
guide-deed-submit = Submit for approval
guide-deed-ask-for-change = Ask for a change
guide-deed-approve = Approve
guide-deed-put-in-force = Put in force
guide-deed-confirm = Confirm unchanged
guide-deed-discard = Discard

## Particulars
guide-number = Number
guide-title = Title
guide-kind = Kind
guide-version = Version
guide-version-name = Version { $version }
guide-state = State
guide-valid-from = Valid from
guide-approved-by = Approved by
guide-authors = Written by
guide-teams = Affected teams
guide-no-teams = Why no team is affected
guide-change = What is different, and why
guide-text = Text (Markdown)
guide-alone = Written and approved by the same person, who works alone.
guide-paper-head = { $number } · version { $version }

## List
guide-list = Documents
guide-list-intro = The recovery guide and the process texts, each in versions. One version at most is valid at any time.
guide-empty = No guide yet. Create one, or take over a folder of Markdown files.
guide-empty-filter = No document matches the filters.
guide-new = New document
guide-create = Create
guide-created = { $number } is created
guide-take-folder = Take over a folder
guide-col-valid = Valid
guide-col-open = In progress
guide-col-changed = Last changed
guide-valid-since = version { $version } since { $day }
guide-valid-none = no version is valid
guide-next-from = version { $version } from { $day }
guide-filter-valid = Validity
guide-filter-valid-yes = with a valid version
guide-filter-valid-no = without a valid version
guide-filters = Filter documents
guide-search = Search titles
guide-count = { $count ->
    [one] One document
   *[other] { $count } documents
}

## Document
guide-tab-text = Text
guide-tab-steps = Steps
guide-tab-difference = Differences
guide-tab-history = History
guide-used = Used in
guide-used-none = Not used in any emergency yet.
guide-used-line = { $number }, version { $version }, { $day }
guide-path = Version history
guide-path-line = { $stage } · { $who } · { $when }
guide-confirmed-line = Looked through · { $who } · { $when }
guide-from-file = From the file { $file }
paper-preview-guide = Document as PDF
guide-text-empty = This version has no text yet.
guide-retitle = Change the title
guide-retitled = Title changed
guide-shows-draft = You see version { $version }, which is still being worked on. { $valid ->
    [0] No version is valid
   *[other] Valid is version { $valid }
}.
guide-superseded-since = Superseded on { $day }. { $valid ->
    [0] No version is valid
   *[other] Valid is version { $valid }
}.
guide-change-asked-because = Change asked for: { $reason }
guide-deed-done = { $what }: version { $version }

## Editing
guide-edit-title = Edit version { $version }
guide-edit-hint = Headings of the second and third level (## and ###) are the steps. A key behind them, such as ## Check the network {"{"}#network{"}"}, keeps a step the same when it is renamed.
guide-preview = Preview
guide-preview-empty = The text appears here as it will be read.
guide-save = Save the version
guide-saved = Draft saved
guide-teams-none = No team affected
guide-moved-on = Somebody else saved the draft meanwhile. Your text is still here; compare it with the saved one before you save.
guide-submit-ask = Version { $version } of { $number } will be submitted. It cannot change until it is decided on.
guide-approve-ask = Version { $version } of { $number } will be approved. Its text never changes afterwards.
guide-approve-alone = You wrote this version yourself. The paper will say so.
guide-discard-ask = Version { $version } of { $number } will be discarded. It stays in the history but is never valid.
guide-confirm-ask = Version { $version } of { $number } was looked through and stays as it is. The next look counts from today.
guide-ask-ask = Version { $version } of { $number } goes back with your reason.
guide-force-ask = Version { $version } of { $number } is valid from this day on; until then the one before it is.
guide-force-missing = Please say from which day on the version is valid.
guide-reason = Reason

## Steps
guide-steps = Steps with their last proof
guide-steps-none = This version has no steps. Steps are headings of the second and third level.
guide-step = Step
guide-last-passed = Last passed
guide-passed-line = in version { $version } on { $day } ({ $number })
guide-never-passed = never carried out
guide-text-since = Text since then
guide-text-changed = text changed since
guide-text-same = unchanged since
guide-text-unknown = version not known here

## Differences
guide-difference-from = Earlier version
guide-difference-to = Later version
guide-difference-one = There is only one version so far.
guide-difference-none = Both versions say the same.
guide-difference-preface = Before the first step
guide-difference-counts = { $added } added, { $removed } removed, { $changed } changed, { $moved } moved, { $same } the same
guide-step-change-same = the same
guide-step-change-added = added
guide-step-change-removed = removed
guide-step-change-changed = changed
guide-step-moved = moved
guide-title-was = before: { $title }
guide-line-change-same = the same
guide-line-change-added = added
guide-line-change-removed = removed

## Taking over
guide-taken = { $new } new, { $changed } changed, { $unchanged } unchanged, { $refused } not taken over. What is new or changed is there as a draft.
guide-would-take = Would be taken over: { $new } new, { $changed } changed, { $unchanged } unchanged; { $refused } not.
guide-take-title = Take over a folder of Markdown files
guide-take-how = Each file becomes a document; its first heading is the title. A document of the same title gets a new draft.
guide-take-kind = Kind, where the file names none
guide-take-choose = Choose the folder and take it over
guide-take-refused = Not taken over
import-refused-not-markdown = No Markdown file (.md)
import-refused-title-twice = The title stands in { $other } already. Please change one of the two.
import-refused-version-not-open = Version { $version } of { $number } is submitted or approved. Please decide on it first.

## Go-bag
gobag = Go-bag
gobag-save = Save the go-bag
gobag-how = A folder for the day without power: the valid documents, the steps of guides and action plans to fill in, the contacts and a blank log as PDF.
gobag-password = Password
gobag-password-hint = With a password it is an encrypted ZIP archive (AES-256); without one it is a folder.
gobag-written = { $files } files written: { $path }
gobag-saved = Go-bag saved
gobag-file = Go-bag { $day }
gobag-file-steps = Steps of { $guide }.pdf
gobag-file-contacts = Contacts.pdf
gobag-file-log = Log to fill in.pdf
gobag-contacts = Contacts
gobag-people = People
gobag-by-team = By team
gobag-no-team = Without a team
gobag-nobody = nobody entered
gobag-name = Name
gobag-phone = Telephone
gobag-mail = E-mail
gobag-roles = Roles
gobag-head = head
gobag-log = Log of an emergency
gobag-log-how = To be filled in by hand when Lotse cannot be reached. Each line: when, what happened or was decided, who. The entries are written into Lotse afterwards with these times.
gobag-log-heads = Head
gobag-log-course = Course
gobag-log-title = What it is about
gobag-log-begin = Beginning (day, time, time zone)
gobag-log-lead = Lead of the disaster team
gobag-log-writer = Who writes
gobag-log-guide = Guide and version
gobag-steps-title = Steps: { $title }
gobag-steps-how = To be filled in by hand when Lotse cannot be reached. For each step: begin, end, result ({ $results }) and who. Afterwards each step is entered in Lotse under its key.
gobag-steps-record = Emergency or test
gobag-col-step = Step and key
gobag-col-begun = Begin
gobag-col-ended = End
gobag-col-result = Result
gobag-col-line = No.
gobag-col-time = Day and time
gobag-col-what = What happened, what was decided
gobag-col-who = Who
gobag-readme = Go-bag of { $organisation }
    As of: { $at }
    Head of the log: event { $seq }
    { $hash }

    This bag holds what was valid on that day. It does not renew itself: please make it anew
    after every new version of the guide and after every change of the contacts.
gobag-readme-no-guide = No version of a guide was valid on that day. The bag therefore holds none.

## What stands against it
error-folder-not-empty = There is something in { $folder } already. Please choose an empty folder, or move the old one first.
error-guide-unknown = There is no such document in this workspace. Please check the number.
error-guide-there = This document exists already. There is nothing more to do.
error-guide-title-missing = The title is missing. Everybody finds the document by it.
error-guide-title-taken = { $number } bears or bore this title. Please choose another one: emergencies name their guide by its title.
error-guide-version-unknown = There is no version { $version }. Please load the view again.
error-guide-version-open = Version { $version } is still being worked on. Please put it in force or discard it first.
error-guide-stage = That cannot be done: version { $version } is { $stage ->
    [draft] a draft
    [inReview] in review
    [changeAsked] sent back for a change
    [approved] approved
    [inForce] put in force
   *[discarded] discarded
}.
error-guide-draft-moved-on = Somebody else saved this draft meanwhile. Please load it again and compare your own text; it is not lost.
error-guide-text-too-long = The text has { $bytes } bytes; { $limit } fit into a document. Please divide it into several documents.
error-guide-text-missing = The version has no text yet. Please write it first, then submit it.
error-guide-change-missing = What is different, and why, is missing. One sentence will do; the affected teams read it.
error-guide-teams-missing = Please name the affected teams, or say why there are none.
error-guide-step-twice = Two steps bear the key “{ $key }”. Please change one of them.
error-guide-reason-missing = The reason is missing. One sentence will do; it stands in the history.
error-guide-not-valid = Version { $version } does not hold today. What holds is looked through.
error-guide-author-approves = Whoever wrote in a version does not approve it. Please ask somebody else.
error-guide-from-too-early = From { $from } is not possible: the version can be valid from { $earliest } at the earliest, because another one was valid until then.

## Journal
journal-guide-created = Document created
journal-guide-retitled = Title changed
journal-guide-version-started = Version begun
journal-guide-text-edited = Text written
journal-guide-remarked = Particulars changed
journal-guide-submitted = Submitted for approval
journal-guide-change-asked = Change asked for
journal-guide-approved = Approved
journal-guide-put-in-force = Put in force
journal-guide-confirmed = Looked through and confirmed unchanged
journal-guide-based-on = Based on version
journal-guide-alone = Written and approved by the same person
journal-guide-supersedes = Supersedes version
journal-guide-splice = { $added } characters written, { $removed } removed
journal-guide-discarded = Version discarded

## In an emergency
guide-choose = Guide
guide-choose-hint = The valid version is proposed. Where another one was worked by, please name that.
guide-choose-valid = { $number } { $title }, version { $version }
guide-choose-other = Another guide
guide-choose-none = Without a guide

## Command line
cli-gobag = Write the go-bag: valid documents, steps to fill in, contacts and a blank log as PDF
cli-gobag-file = The workspace
cli-gobag-out = The folder; it must not hold anything yet. With a password it will hold an encrypted archive
cli-gobag-password_file = File whose first line holds the password
cli-gobag-language = Language of the papers: de or en; else that of the organisation
cli-gobag-person = Who asks for the bag: name or id
cli-guide = Documents of the process
cli-guide-import = Take over a folder of Markdown files, each as the draft of a document
cli-guide-import-file = The workspace
cli-guide-import-folder = The folder, or one file
cli-guide-import-kind = Kind of the documents whose file names none
cli-guide-import-dry_run = Only say what would happen
cli-guide-import-person = Who takes over, by name or id; needed when more than one person takes part
cli-report-version = The version of the document or action plan; else the one that holds
