# Notices to teams: list, record, mail, acknowledgement.
## Words
notice-phase-open = Open
notice-phase-acknowledged = Acknowledged
notice-phase-superseded = Superseded
notice-phase-withdrawn = Withdrawn
notice-subject-kind-change-approved = Approved change
notice-subject-kind-guide-version = New version of a document
notice-subject-kind-review-result = Result of a process review
notice-subject-kind-other = Something else
notice-who-everyone = Everyone who takes part
notice-who-heads = The head of each team
notice-way-in-program = acknowledged in the program
notice-way-by-hand = entered by hand
notice-way-file = came as a file
notices-by-file = acknowledged with { $organisation } ({ $number }), entered from a file by { $by }
notice-delivery-sent = Mail handed over
notice-delivery-failed = Mail not handed over
notice-delivery-no-address = No mail address known
notice-missing = not acknowledged yet
notice-excused = not asked any more

## Mail
mail-notice-subject = { $number }: { $about } (version { $version }) – please acknowledge
mail-notice-body = Hello { $name },

    { $organisation } informs your team about: { $about }, version { $version }.

    { $text }
mail-notice-due = Please acknowledge by { $day } that you have read this.
mail-notice-how = How to acknowledge: open “Notices” in Lotse, choose { $number } and then “Acknowledge”. You do not work with Lotse? Then answer this mail; { $sender } will enter your acknowledgement.
mail-test-subject = Test message from Lotse
mail-test-body = Lotse sent this message for { $organisation }. If you read it, the mail server is set up correctly.

## Refusals
error-notice-unknown = There is no such notice. Check the number.
error-notice-nothing-to-tell = Nothing in it is approved that concerns a team. There is nothing to tell.
error-notice-told = { $number } tells this version already. Look there.
error-notice-announced = This notice is out already. For a new version, write a new one.
error-notice-title-missing = The title is missing. Say what you inform about.
error-notice-text-missing = The text is missing. Write it in German or in English.
error-notice-teams-missing = No team is chosen. Choose at least one that is affected.
error-notice-not-asked = This person is not asked. Ask them first with “Ask as well”.
error-notice-not-for-others = In the program everyone acknowledges for themselves. For others, enter the acknowledgement by hand.
error-notice-not-yours = An acknowledgement is taken back by whoever gave or entered it, or by a process manager.
error-notice-superseded = A newer notice asks instead. Acknowledge the newer one.
error-notice-withdrawn = The notice is withdrawn. There is nothing left to do.
error-notice-not-acknowledged = This person has acknowledged nothing. There is nothing to take back.
error-notice-in-future = The time lies in the future. Say when it was said.
error-notice-before-announced = The time lies before the notice. Nobody can have read it then.
error-notice-reason-missing = The reason is missing. It will stand with the record.
error-notice-from-outside = This notice comes from another workspace. Who acknowledged it is entered there; hand the acknowledgements out as a file.
error-notice-nobody-asked = Nobody is asked. Take people into the team and ask them with “Ask as well”.
error-notice-acknowledged = Everyone asked has acknowledged. There is nothing left to do.
error-mail-host-missing = The mail server is missing. Give its name and its port.
error-mail-sender-missing = The sender is no mail address. Give one such as lotse@example.org.
error-mail-password-open = Without TLS the password would cross the network in clear text. Choose TLS or STARTTLS, or leave the user empty.
error-mail-server-missing = No mail server is set up. Set it up under Settings, Mail.
error-mail-password-missing = The password of the mail server is not kept on this device. Enter it under Settings, Mail.
error-keychain-failed = The keychain of this device did not take the password: { $reason }. Unlock it and try again.
error-mail-refused = The mail server did not take the message: { $reason }. Check what stands under Settings, Mail.

## Log
journal-notice-received = Notice of another workspace taken in
journal-notice-known-there = Further people asked about a notice from outside
journal-notice-announced = Notice announced
journal-notice-sending-recorded = Notice sent
journal-notice-acknowledged = Notice acknowledged
journal-notice-taken-back = Acknowledgement taken back
journal-notice-asked-also = Another person asked
journal-notice-excused = Person not asked any more
journal-notice-superseded = Notice superseded
journal-notice-withdrawn = Notice withdrawn
journal-policy-asked-set = Who acknowledges was set
journal-policy-mail-server-set = Mail server set

## Command line
cli-notify = Send a notice by mail to everyone who has not acknowledged it
cli-notify-file = The workspace
cli-notify-record = The notice, such as M-2026-001
cli-notify-to = To this person only
cli-notify-person = Who sends
cli-notify-password_file = File with the password of the mail server in its first line; otherwise the one in the keychain holds
notify-nobody = Nobody is missing any more.

## Screen
palette-kind-notice = Notice
notices-filters = Filter notices
notices-search = Title or number
notices-search-focus = Search notices
notices-told = Notices about it
notices-told-one = { $done } of { $all } acknowledged
notices-total = { $count ->
    [one] one notice
   *[other] { $count } notices
}
notices-phase = State
notices-team = Team
notices-teams = Teams
notices-team-gone = removed team
notices-team-progress = { $team } { $done }/{ $all }
notices-about = About
notices-version = Version
notices-version-of = version { $version }
notices-due = To acknowledge by
notices-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}
notices-announced = Announced
notices-by-at = { $when } by { $person }
notices-from = From
notices-from-there = { $organisation }, there { $number }
notices-kind = Occasion
notices-who = Who is asked
notices-for-you = For you to acknowledge
notices-all-acknowledged = Everything acknowledged.
notices-open-first = Open the first notice for you to acknowledge
notices-read = Read
notices-none = No notice has been announced yet.
notices-none-hint = One comes by itself when a change or a review that concerns teams is approved. You can also write one.
notices-none-like-this = No notice fits this choice.
notices-write = Write a notice
notices-write-hint = Everyone asked is to acknowledge having read the text. It cannot be changed afterwards.
notices-title = Title
notices-german = Text in German
notices-english = Text in English
notices-no-teams = There is no team yet. Add one under Settings, Organisation.
notices-announce = Announce
notices-written = { $number } is announced.
notices-acknowledge = Acknowledge
notices-acknowledged = { $number } is acknowledged.
notices-undone = Acknowledged by mistake
notices-send = Send by mail
notices-send-one = Send mail
notices-send-again = Send mail once more
notices-sent = { $sent ->
    [0] Nobody was missing any more.
    [one] One mail was handed over.
   *[other] { $sent } mails were handed over.
}
notices-sent-some = { $sent } handed over, { $failed } not. The reason stands with each person.
notices-more = More actions
notices-deeds-for = Actions for { $person }
notices-text = Text
notices-properties = Details
notices-asked = Who is asked
notices-history = History
notices-count = { $done } of { $all } acknowledged
notices-nobody-asked = Nobody is asked.
notices-acknowledged-at = Acknowledged { $when }
notices-by-hand-by = entered by { $by }, said by { $said }
notices-excused-because = Not asked any more: { $reason }
notices-by-hand = Enter by hand
notices-by-hand-hint = For people who told you instead of acknowledging in Lotse themselves.
notices-by-hand-done = Acknowledgement of { $person } entered.
notices-person = Person
notices-said-by = Who said so?
notices-said-by-hint = The person, or somebody who speaks for them.
notices-said-at = When was it said?
notices-ask-also = Ask as well
notices-ask-also-hint = For people who came into a team after the notice.
notices-ask-also-done = { $person } is asked as well now.
notices-excuse = Ask no more
notices-excuse-title = Ask { $person } no more?
notices-excuse-hint = For people who left or are away for long.
notices-excused = { $person } is not asked any more.
notices-take-back = Take acknowledgement back
notices-take-back-title = Take the acknowledgement of { $person } back?
notices-take-back-hint = If it was entered by mistake. The person is asked again afterwards.
notices-taken-back = Acknowledgement taken back.
notices-reason = Reason
notices-withdraw = Withdraw
notices-withdraw-title = Withdraw { $number }?
notices-withdraw-hint = Nobody is asked any more afterwards. The notice stays in the history.
notices-again = Announce again
notices-again-done = { $number } is announced.
notices-withdrawn = Notice withdrawn.
notices-ended-superseded = Superseded { $when }: { $number } asks instead.
notices-ended-withdrawn = Withdrawn { $when } by { $person }: { $reason }
notices-no-mail = Mail is sent only once a mail server is set up:

## Settings
rules-asked = Acknowledging notices
rules-asked-hint = Holds for notices that come by themselves when a change or a review is approved.
rules-asked-who = Who of a team acknowledges
settings-mail = Mail
mail-server = Mail server
mail-server-hint = Notices go to the teams through it. What stands here holds for everyone; the password stays on this device.
mail-host = Server
mail-port = Port
mail-security = Encryption
mail-security-tls = TLS from the start
mail-security-start-tls = STARTTLS
mail-security-none = None (own network only)
mail-sender = Sender
mail-sender-hint = The address that the mails come from.
mail-user = User
mail-user-hint = Leave empty if the server wants no login.
mail-password = Password
mail-password-hint = It goes into the keychain of this device and not into the workspace.
mail-password-kept = Kept in the keychain of this device. Fill in only to replace it.
mail-password-forget = Forget password
mail-password-forgotten = The password is removed from the keychain.
mail-remove = Remove mail server
mail-remove-title = Remove the mail server?
mail-remove-consequence = Notices are not sent by mail any more afterwards. They can still be acknowledged.
mail-test = Test message
mail-test-to = To this address
mail-test-send = Send test message
mail-test-sent = Test message to { $to } handed over.
