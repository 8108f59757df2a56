# Settings.
settings-display = Display
settings-organisation = Organisation
settings-people = People
settings-services = Services
settings-workspace = Workspace
settings-saved = Saved.
settings-removed = Removed. Earlier records still show the name.
settings-unchanged = Nothing was changed.
settings-needs-manager = Only the process manager keeps the organisation. You can look at everything.
settings-deeds = Actions for { $name }
settings-edit = Edit …
settings-remove = Remove
settings-remove-title = Remove “{ $name }”?
settings-remove-team = The team can then no longer be chosen. Earlier records keep its name.
settings-remove-kept = The entry can then no longer be chosen. Earlier records keep its name and objectives.
settings-name = Name
settings-reason = Reason

## Display
settings-language-zone = Language and time zone
settings-zone = Time zone shown
settings-zone-workspace = as the workspace ({ $zone })
settings-zone-hint = Times are shown like this: { $now }
settings-look = Look
settings-theme = Colours
settings-theme-system = as the system
settings-theme-light = light
settings-theme-dark = dark
settings-density = Row height
settings-density-comfortable = comfortable
settings-density-compact = compact
settings-density-dense = dense
settings-zoom = Zoom
settings-zoom-hint = Also with Ctrl and +, − or 0
settings-keys = Keyboard and window
settings-single-keys = Shortcuts of single keys
settings-single-keys-hint = For example N, G and ?. They never work in fields.
settings-rail = Sidebar with icons only

## Organisation
settings-paper-language = Language of new reports
settings-teams = Teams
settings-teams-none = No team yet.
settings-team = Team
settings-team-add = Add a team
settings-team-kind = Role in the process
settings-team-head = Head
settings-team-head-is = Head: { $name }

## People
settings-person = Person
settings-person-add = Add a person
settings-email = Mail
settings-phone = Telephone
settings-roles = Roles
settings-roles-missing = At least one role is needed, or the person may do nothing.
settings-acting = You
settings-inactive = no longer takes part
settings-act-as = Work as this person
settings-acting-already = This is you already.
settings-person-gone = This person no longer takes part.
settings-retire = Retire
settings-retire-title = Retire { $name }?
settings-retire-consequence = The person can no longer record anything or be chosen. The name stays with everything that was recorded.
settings-person-retired = The person no longer takes part.
settings-erase = Erase personal data …
settings-erase-title = Erase the data of { $name }?
settings-erase-consequence = Name, mail and telephone are erased for good. The log stays complete and provable; it shows “(name erased)” instead.
settings-person-erased = The personal data is erased.

## Services and SLA levels
settings-service = Service
settings-service-add = Add a service
settings-services-none = No service yet. With services, RTO and RPO are measured for each emergency.
settings-rto = Recovery time objective (RTO)
settings-rpo = Recovery point objective (RPO)
settings-objectives = RTO { $rto } · RPO { $rpo }
settings-levels = SLA levels
settings-level = SLA level
settings-level-add = Add an SLA level
settings-levels-none = No SLA level yet.
settings-response = Response time
settings-handling = Handling time
settings-times = Response { $response } · handling { $handling }
settings-minutes-hint = For example 15 min, 4 h, 1:30 or 2 d
settings-minutes-unreadable = This cannot be read as a length of time. You can write, for example, 15 min, 4 h, 1:30 or 2 d.

## Workspace
settings-place = Place
settings-version = Lotse version
settings-encryption = Encryption
settings-encrypted = encrypted with a passphrase
settings-not-encrypted = not encrypted
settings-show-key = Show the recovery key
settings-show-log = Show the program’s log file
settings-backups = Backups
settings-backup-now = Back up now
settings-backup-done = Backed up and checked.
settings-backup-folder = Folder
settings-backup-choose = Choose another folder …
settings-backup-days = Keep daily backups
settings-backup-months = Keep monthly backups
settings-backup-number = Please enter two numbers.
settings-backups-none = No backup yet. The first one is made by itself when the workspace is opened next, then one a day.
