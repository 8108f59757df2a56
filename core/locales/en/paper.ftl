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
