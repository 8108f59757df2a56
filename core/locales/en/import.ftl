# Taking over histories: what is wrong with a source (dirt-), why something was not taken over (import-refused-), and what
# the command line says about it.

dirt-end-before-start = The end lies before the start ({ $value }). Both are kept; no duration is computed from them.
dirt-zone-missing = Times without a zone, read as { $value }
dirt-sentinel = “{ $value }” stands for “no time” in the source.
dirt-year-out-of-range = Impossible year: “{ $value }”
dirt-not-a-time = Not a readable time: “{ $value }”
dirt-in-the-future = Lies in the future: “{ $value }”
dirt-skipped-hour = { $value } never existed because the clock was turned forward; read one hour later.
dirt-doubled-id = The same number stands in the source again: { $value }. What is newer holds; all updates were kept.
dirt-large-number = Very large number, kept digit by digit: { $value }
dirt-text-shortened = Text shortened (originally { $value } bytes); the whole text is in the evidence.
dirt-list-shortened = List shortened (originally { $value } entries)
dirt-unknown-word = Unknown word of the source: “{ $value }”
dirt-repeated-text = The same text stood in the source { $value } times and was taken over once.
dirt-missing-title = Without a title; the first line of the text serves as title.
dirt-missing-impact-start = The start of the disruption is missing.
dirt-missing-id = Without a number; the title serves as number.
dirt-missing = Missing: { $value }
dirt-own-word = The source says “{ $value }” by now. What somebody recorded here was kept.
dirt-unreadable-bytes = Unreadable characters were replaced by �.
dirt-encoding = Not UTF-8, read as { $value }
dirt-time-unknown = An update without a time; its place in the timeline is estimated.

import-refused-empty = The file is empty.
import-refused-not-recognised = No format knows this content.
import-refused-columns-unknown = No column looks like the number or the title of an incident. The columns are: { $columns }. Please say which one means what (in the window under “Columns”, on the command line with --mapping).
import-refused-malformed = The content is damaged or incomplete: { $detail }
import-refused-too-large = Larger than { $limit } bytes
import-refused-too-many-files = More than { $limit } files
import-refused-encrypted = Protected with a password
import-refused-no-id = Without a number: the entry could not be found again.
import-refused-no-title = Neither title nor text
import-refused-not-an-incident = Not an incident, a maintenance or a notice: { $what }
import-refused-wrong-number-of-fields = { $found } fields instead of { $expected }
import-refused-no-time-of-change = A change without a time
import-refused-rule = A rule stands against it: { $detail }

import-csv-place = Place
import-csv-reason = Reason
import-csv-sentence = Explanation
import-done = { $new } new, { $changed } changed, { $unchanged } unchanged, { $refused } refused
import-would = Dry run: { $new } new, { $changed } changed, { $unchanged } unchanged, { $refused } refused. Nothing was written.
import-zone-assumed = Times without a zone ({ $count }, such as “{ $example }”) were read as { $zone }. Name another zone with --zone.
import-refused-line = { $place }: { $sentence }
import-batch = Import { $number }
import-undone = { $records ->
    [one] One record
   *[other] { $records } records
} of the import taken back, { $kept ->
    [one] one that changed since was left.
   *[other] { $kept } that changed since were left.
}
error-person-needed = Several people take part; --as names who acts. Known are: { $known }
error-import-stopped = Stopped. Nothing was taken over.
error-import-rule = { $reason ->
    [unknownField] The rule knows no field “{ $name }”; there are keyword, impact, length, status, kind, service, region, label and title.
    [unknownValue] “{ $value }” is no value for { $field }.
    [tooLong] The rule is too long, or its brackets are too deep.
   *[other] The rule for emergencies cannot be read like this.
} Example: impact>=major and length>=4h
error-import-zone = “{ $zone }” is no time zone. Example: Europe/Berlin
error-import-format = There is no format “{ $format }”.
