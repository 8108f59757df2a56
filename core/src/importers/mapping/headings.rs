//! The headings under which systems and people keep what an incident needs, German and English, best first.

use super::{ColumnLook, Role};

/// The words for each role, between bars; the earlier one is the better one.
const WORDS: [(Role, &str); 24] = [
    (
        Role::Id,
        "number|incident number|incident id|incidentid|ticketnummer|ticket number|ticket nr|\
         ticket id|ticketid|ticket|issue key|key|schlüssel|vorgangsnummer|vorgangsnr|vorgang|\
         vorfallnummer|vorfall nr|vorfall id|störungsnummer|störungs nr|störung nr|fallnummer|\
         case number|nummer|id|nr|no|lfd nr|referenz|reference|ref|incident|vorfall|sys id|\
         request id|issue id",
    ),
    (
        Role::Title,
        "short description|kurzbeschreibung|title|titel|betreff|subject|summary|zusammenfassung|\
         bezeichnung|kurztext|headline|thema|name|störung|incident title|problem",
    ),
    (
        Role::Text,
        "description|beschreibung|details|detail|langtext|text|sachverhalt|detailbeschreibung|\
         long description|störungsbeschreibung|content|inhalt",
    ),
    (
        Role::Note,
        "comment|comments|kommentar|kommentare|work notes|work note|notes|note|notiz|notizen|\
         bemerkung|bemerkungen|update|message|meldung|close notes|lösung|lösungsbeschreibung|\
         resolution notes|resolution|maßnahme|massnahme|maßnahmen",
    ),
    (Role::Url, "url|link|permalink|web link|href"),
    (Role::Kind, "kind|type|typ|art|issue type|vorgangsart|vorgangstyp|ticket type|tickettyp|record type"),
    (
        Role::Impact,
        "severity|schweregrad|priority|priorität|prio|impact|auswirkung|criticality|kritikalität|\
         urgency|dringlichkeit|sev",
    ),
    (Role::Status, "incident state|status|state|zustand|stand|ticket status|bearbeitungsstatus|phase"),
    (
        Role::ImpactStart,
        "impact start|impact started|störungsbeginn|beginn der störung|ausfallbeginn|\
         outage start|incident start|start time|start|started|started at|startzeit|start date|\
         startdatum|beginn|begin|began|occurred|occurred at|aufgetreten|aufgetreten am|\
         eingetreten am|zeitpunkt|von|from|date|datum",
    ),
    (
        Role::Noticed,
        "opened at|opened|eröffnet|eröffnet am|geöffnet|geöffnet am|created|created at|\
         created on|createdat|erstellt|erstellt am|erstelldatum|angelegt|angelegt am|reported|\
         reported at|gemeldet|gemeldet am|gemeldet um|meldezeit|meldedatum|detected|detected at|\
         erkannt|erkannt am|entdeckt|entdeckt am|eingang|eingangsdatum|creation date|\
         sys created at|sys created on",
    ),
    (
        Role::Mitigated,
        "mitigated|mitigated at|mitigation time|entschärft|entschärft am|monitoring at|\
         workaround am",
    ),
    (
        Role::Ended,
        "resolved at|resolved|resolved on|resolutiondate|resolution date|gelöst|gelöst am|\
         behoben|behoben am|behoben um|störungsende|ende der störung|ausfallende|outage end|\
         end time|endzeit|end|ende|ended|ended at|end date|enddatum|restored|restored at|\
         wiederhergestellt|wiederhergestellt am|fixed at|erledigt am|solved at|bis|to|until",
    ),
    (
        Role::Closed,
        "closed at|closed|closed on|geschlossen|geschlossen am|abgeschlossen|abgeschlossen am|\
         closure date",
    ),
    (
        Role::Modified,
        "sys updated at|sys updated on|changed at|geändert am|updated at|updated|updated on|\
         last updated|modified|last modified|zuletzt geändert|geändert|änderungsdatum|\
         änderungszeit|changed|change date|timestamp|zeitstempel|aktualisiert|aktualisiert am|\
         event time|time|zeit",
    ),
    (
        Role::PlannedStart,
        "planned start|scheduled for|scheduled start|geplanter beginn|geplanter start|\
         geplant von|geplant ab",
    ),
    (Role::PlannedEnd, "planned end|scheduled until|scheduled end|geplantes ende|geplant bis"),
    (
        Role::Author,
        "sys updated by|updated by|changed by|geändert von|aktualisiert von|author|autor|\
         verfasser|user|benutzer",
    ),
    (Role::Revision, "sys mod count|revision|version|update count|sequence|seq|änderungsnummer"),
    (
        Role::Service,
        "service|services|dienst|dienste|business service|affected service|betroffener dienst|\
         affected services|cmdb ci|configuration item|ci|affected|betroffen|component|components|\
         komponente|komponenten|system|systeme|application|anwendung|produkt|product",
    ),
    (
        Role::Region,
        "region|regions|location|standort|standorte|ort|site|niederlassung|data center|\
         rechenzentrum",
    ),
    (
        Role::Label,
        "label|labels|tag|tags|category|categories|kategorie|kategorien|subcategory|\
         unterkategorie|schlagwort|schlagworte|stichwort|stichworte|symptom|u symptom",
    ),
    (Role::ChangedField, "field|feld|fieldname|field name|feldname|attribute|attribut|changed field"),
    (Role::OldValue, "old value|alter wert|old|alt|vorher|from value|previous value"),
    (Role::NewValue, "new value|neuer wert|new|neu|nachher|to value"),
];

/// Lower case, words only; `oe` for `ö` and the like is read as its umlaut where a word of the list has one.
fn words(heading: &str) -> String {
    let spaced: String =
        heading.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn folded(text: &str) -> String {
    text.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss")
}

/// How well a heading fits a role: 1,000 and less for the whole heading, 500 and less when it only holds the words.
fn score(heading: &str, role: Role, known: &str) -> usize {
    let exact = known.split('|').position(|word| heading == word || heading == folded(word));
    if let Some(at) = exact {
        return 1_000 - at;
    }
    // An id, a type or an author inside a longer heading is mostly another's: "caller id", "contact type".
    if matches!(
        role,
        Role::Id
            | Role::Kind
            | Role::Author
            | Role::Revision
            | Role::ChangedField
            | Role::OldValue
            | Role::NewValue
    ) {
        return 0;
    }
    let padded = format!(" {heading} ");
    let within = known.split('|').position(|word| word.len() > 3 && padded.contains(&format!(" {word} ")));
    within.map_or(0, |at| 500 - at)
}

/// The roles of the columns by their headings, times only where the values are times. Of several columns for a role that
/// is not shared the best one has it, the others are kept as further fields.
pub fn roles(looks: &[ColumnLook]) -> Vec<Role> {
    let mut bids: Vec<(usize, usize, Role)> = Vec::new();
    for (column, look) in looks.iter().enumerate() {
        let heading = words(&look.heading);
        for (role, known) in WORDS {
            let score = score(&heading, role, known);
            let empty = look.filled == 0;
            let fits = if role.is_time() {
                empty || look.times >= 60
            } else {
                empty || look.times < 60 || matches!(role, Role::Id)
            };
            if score > 0 && fits {
                bids.push((score, column, role));
            }
        }
    }
    // The best bid first; of equal ones the column further left.
    bids.sort_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)).then(left.2.cmp(&right.2)));
    let mut roles = vec![Role::Fact; looks.len()];
    let mut given = vec![false; looks.len()];
    for (score, column, role) in bids {
        // A shared role needs the whole heading: "system" in "operating system version" names no service.
        let is_free = if role.is_shared() { score > 500 } else { !roles.contains(&role) };
        if !given[column] && is_free {
            roles[column] = role;
            given[column] = true;
        }
    }
    roles
}
