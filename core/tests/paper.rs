//! The typesetting layer from outside: what it promises of every page and of the file.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod whole;

use chrono::DateTime;
use lotse::reports::document::{
    Bar, Block, Cell, Column, Course, Cover, Document, Drawing, Face, Figure, Fill, Language, Link,
    Milestone, Phase, Row, Run, Running, Sign, Signature, Table, Text, Tone,
};
use lotse::reports::typeset::{Printer, TypesetError, render};

use whole::{conforms, kept};

const SENTENCES: &str = "Am Dienstag um 09:14 Uhr meldete das Überwachungssystem, dass die Anmeldung an Loftware \
    Cloud in der Region Westeuropa fehlschlägt. Das Vorfallsteam bewertete den Vorfall, zog das Bereitstellungsteam \
    hinzu und eskalierte nach 26 Minuten zum Notfall. Ursache war eine fehlerhafte Zertifikatserneuerung in der \
    zugrunde liegenden Infrastruktur des Anbieters; der Dienst lief um 12:41 Uhr wieder und war um 14:05 Uhr \
    vollständig wiederhergestellt. Daten gingen nicht verloren.";

fn sample(rows: usize) -> Document {
    let mut blocks = vec![cover(), Block::Contents { title: "Inhalt".into() }];
    blocks.extend([
        heading(1, "Zusammenfassung", None),
        body(Text::plain(SENTENCES)),
        body(
            Text::plain("Die Chronologie steht in ")
                .then(Text {
                    runs: vec![Run {
                        link: Some(Link::Section("log".into())),
                        ..Run::new(Face::Regular, "Abschnitt 2")
                    }],
                    language: None,
                })
                .then(Text::plain(", die Statusseite unter "))
                .then(Text::web("status.example.org", "https://status.example.org/"))
                .then(Text::plain(". Schlüsselwort aller Tickets: "))
                .then(Text::code("[Notfall]"))
                .then(Text::plain(".")),
        ),
        body(
            Text::plain(
                "The provider wrote: the certificate rotation was rolled back in all affected regions.",
            )
            .in_language(Language::English),
        ),
        Block::List {
            ordered: false,
            items: vec!["Der Wiederherstellungsleitfaden 4.2 wurde aktiviert.".into(), SENTENCES.into()],
        },
        Block::Pairs(vec![
            ("Schweregrad".into(), Cell::from("hoch").signed(Sign::Care)),
            ("Betroffene Benutzer".into(), Cell::from(Text::quiet("nicht erfasst"))),
            ("Datenverlust".into(), "keiner".into()),
        ]),
        heading(2, "Dauern gegen Ziele", None),
        Block::Figure(bars()),
        heading(2, "Verlauf", None),
        Block::Figure(course()),
        heading(1, "Chronologie", Some("log")),
        Block::Table(timeline(rows)),
        heading(1, "Unterschriften", None),
        Block::Signatures(vec![
            signature("Erstellt von", "Anna Berg"),
            signature("Freigegeben von", "Dr. Jörg Weiß"),
            signature("Zur Kenntnis genommen", ""),
        ]),
        Block::Paragraph { text: "Dieser Bericht wurde aus dem Protokoll erzeugt.".into(), tone: Tone::Note },
    ]);
    Document {
        language: Language::German,
        title: "N-2026-004 Nachbericht zum Notfall".into(),
        subject: "Anmeldung an Loftware Cloud nicht möglich".into(),
        authors: vec!["Anna Berg".into(), "Jörg Weiß".into()],
        keywords: vec!["Notfall".into(), "N-2026-004".into()],
        created: DateTime::parse_from_rfc3339("2026-03-09T10:30:00+01:00").unwrap(),
        numbered: true,
        running: Running {
            left: "N-2026-004 · Anmeldung nicht möglich".into(),
            right: "Fassung 3".into(),
            draft: Some("ENTWURF".into()),
            seal_label: "Kopf-Hash des Protokolls".into(),
            seal: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            page: "Seite".into(),
            of: "von".into(),
        },
        blocks,
    }
}

fn cover() -> Block {
    Block::Cover(Cover {
        kicker: "Loftware Cloud · Nachbericht zum Notfall".into(),
        title: "Anmeldung an Loftware Cloud in Westeuropa nicht möglich".into(),
        subtitle: Some("Notfall vom 3. März 2026".into()),
        facts: vec![
            ("Notfallnummer".into(), "N-2026-004".into()),
            ("Stand".into(), Cell::from("Entwurf, Fassung 3").signed(Sign::Open)),
            ("Beginn der Auswirkung".into(), "03.03.2026, 09:14 MEZ".into()),
            ("Vollständig wiederhergestellt".into(), "03.03.2026, 14:05 MEZ".into()),
            ("Ausgerufen von".into(), "Dr. Jörg Weiß".into()),
            ("Vertraulichkeit".into(), "intern".into()),
        ],
    })
}

fn heading(level: u8, text: &str, anchor: Option<&str>) -> Block {
    Block::Heading { level, text: text.into(), anchor: anchor.map(Into::into) }
}

fn body(text: Text) -> Block {
    Block::Paragraph { text, tone: Tone::Body }
}

fn signature(role: &str, name: &str) -> Signature {
    let (role, name) = (role.into(), name.into());
    Signature { role, name, note: String::new(), line: "Ort, Datum, Unterschrift".into() }
}

fn bars() -> Figure {
    let bar = |label: &str, value: Option<i64>, printed: &str, objective: Option<(i64, &str)>| Bar {
        label: label.into(),
        value,
        printed: printed.into(),
        objective: objective.map(|held| held.0),
        objective_printed: objective.map(|held| held.1.into()),
    };
    Figure {
        caption: "Gemessene Dauern (Balken) und Ziele (Strich).".into(),
        alternative: "Balken: Wiederherstellung 4 h 51 min, Ziel 4 h; Bemerken 0 min, kein Ziel.".into(),
        drawing: Drawing::Bars(vec![
            bar("bis zum Bemerken", Some(0), "0 min", None),
            bar("bis zur Entscheidung", Some(1_560), "26 min", Some((1_800, "30 min"))),
            bar("bis zur Wiederherstellung", Some(17_460), "4 h 51 min", Some((14_400, "4 h"))),
            bar("Datenverlust", None, "nicht erfasst", Some((3_600, "1 h"))),
        ]),
        table: None,
    }
}

fn course() -> Figure {
    let at = |hour: i64, minute: i64| hour * 3_600 + minute * 60;
    let milestone = |hour, minute, label: &str| Milestone {
        at: at(hour, minute),
        time: format!("{hour:02}:{minute:02}"),
        label: label.into(),
    };
    let phase = |from, to, label: &str, length: &str, fill| Phase {
        from,
        to,
        label: label.into(),
        length: length.into(),
        fill,
    };
    Figure {
        caption: "Verlauf des Notfalls am 3. März 2026 (MEZ).".into(),
        alternative: "Zeitachse von 09:14 bis 14:30 Uhr mit acht Meilensteinen und drei Phasen.".into(),
        drawing: Drawing::Course(Course {
            ticks: (9..=15).map(|hour| (at(hour, 0), format!("{hour:02}:00"))).collect(),
            milestones: vec![
                milestone(9, 14, "Beginn der Auswirkung"),
                milestone(9, 14, "bemerkt"),
                milestone(9, 22, "Bewertung begonnen"),
                milestone(9, 40, "Notfall ausgerufen"),
                milestone(9, 52, "Notfallteam gebildet"),
                milestone(10, 5, "Anbieter eingeschaltet"),
                milestone(12, 41, "Wiederanlauf"),
                milestone(14, 5, "wiederhergestellt"),
                milestone(14, 30, "Notfall beendet"),
            ],
            phases: vec![
                phase(at(9, 14), at(14, 5), "Auswirkung", "4 h 51 min", Fill::Impact),
                phase(at(10, 5), at(12, 20), "Warten auf den Anbieter", "2 h 15 min", Fill::Provider),
                phase(at(12, 20), at(14, 5), "eigene Wiederherstellung", "1 h 45 min", Fill::Own),
            ],
        }),
        table: None,
    }
}

fn timeline(rows: usize) -> Table {
    let mut body = vec![Row::Group("Dienstag, 3. März 2026".into())];
    for index in 0..rows {
        let minute = index % 60;
        let entry: Cell = match index % 5 {
            0 => Cell::of(vec![
                Text::struck("Ursache: Lastverteiler"),
                Text::plain("Korrektur um 11:02 durch A. Berg: Ursache ist das abgelaufene Zertifikat."),
            ]),
            1 => SENTENCES.into(),
            _ => format!("Statusaktualisierung {index} an betroffene Benutzer versandt.").into(),
        };
        body.push(Row::Cells(vec![
            format!("{:02}:{minute:02}", 9 + index / 60 % 15).into(),
            ["Status", "Entscheidung", "Maßnahme", "Anbieter"][index % 4].into(),
            entry,
            Cell::from(if index % 3 == 0 { "nachgetragen" } else { "sofort" }).signed(if index % 3 == 0 {
                Sign::Care
            } else {
                Sign::Kept
            }),
            "A. Berg".into(),
        ]));
    }
    Table {
        caption: Some("Einträge in der Reihenfolge ihres Geschehens".into()),
        columns: vec![
            Column::fit("Zeit (MEZ)"),
            Column::fit("Art"),
            Column::share("Eintrag", 1),
            Column::fit("Erfasst"),
            Column::fit("Von"),
        ],
        rows: body,
    }
}

#[test]
fn a_report_of_every_block_is_pdf_a_2a_and_pdf_ua_1() {
    let rendered = render(&sample(60)).unwrap();
    kept("sample.pdf", &rendered.bytes);
    conforms(&rendered.bytes);
}

/// SHA-256 of the sample. When the layout changes on purpose, raise `LAYOUT_VERSION` and write the new one here.
const GOLDEN: &str = "b3af219f859b781548739ea14dd0a824388961d9f09da2780c548790439950d3";

#[test]
fn the_same_facts_give_the_same_bytes_on_every_machine() {
    let bytes = render(&sample(30)).unwrap().bytes;
    assert_eq!(bytes, render(&sample(30)).unwrap().bytes);
    let digest = ring::digest::digest(&ring::digest::SHA256, &bytes);
    let hash: String = digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hash, GOLDEN);
}

#[test]
fn a_character_without_a_glyph_is_refused_and_can_be_spelled() {
    let mut document = sample(1);
    document.blocks.push(body("Brand 🔥 im Rechenzentrum".into()));
    assert!(matches!(render(&document), Err(TypesetError::MissingGlyph { character: '🔥', .. })));
    assert_eq!(
        Printer::load().unwrap().printable("Brand 🔥 im Rechenzentrum"),
        "Brand [U+1F525] im Rechenzentrum"
    );
}

#[test]
fn a_link_into_nothing_is_refused() {
    let mut document = sample(1);
    let link = Some(Link::Section("nowhere".into()));
    document
        .blocks
        .push(body(Text { runs: vec![Run { link, ..Run::new(Face::Regular, "dort") }], language: None }));
    assert_eq!(render(&document).unwrap_err(), TypesetError::UnknownAnchor { anchor: "nowhere".into() });
}

/// The words of a page as a reader extracts them, by the file's own tables.
fn extracted(bytes: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pages.iter().map(|page| pdf.extract_text(&[*page]).unwrap()).collect::<Vec<_>>().join("\n")
}

#[test]
fn text_can_be_searched_and_copied_ligatures_and_fixed_spaces_included() {
    let mut document = sample(1);
    document.blocks.push(body("Öffentliche Auflistung „flink“, z.\u{202f}B. − 5\u{a0}%".into()));
    let text = extracted(&render(&document).unwrap().bytes);
    for words in ["Öffentliche Auflistung „flink“", "z.\u{202f}B.", "− 5\u{a0}%", "Kopf-Hash", "[Notfall]"]
    {
        assert!(text.contains(words), "{words} is not in:\n{text}");
    }
}

#[test]
fn the_contents_name_the_page_on_which_a_heading_stands() {
    let bytes = render(&sample(60)).unwrap().bytes;
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let front = pdf.extract_text(&[1]).unwrap();
    let line = front.lines().skip_while(|line| !line.contains("Unterschriften")).nth(1).unwrap_or_default();
    let page: u32 = line.trim().parse().unwrap();
    assert!(pdf.extract_text(&[page]).unwrap().contains("Unterschriften"));
    assert!(!pdf.extract_text(&[page - 1]).unwrap().contains("Unterschriften"));
}

#[test]
fn a_head_is_repeated_on_every_page_of_its_table_and_read_aloud_once() {
    let bytes = render(&sample(120)).unwrap().bytes;
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    let with_rows = |page: &u32| pdf.extract_text(&[*page]).unwrap().contains("nachgetragen");
    let with_head = |page: &u32| pdf.extract_text(&[*page]).unwrap().contains("Zeit (MEZ)");
    let rows: Vec<u32> = pages.iter().copied().filter(with_rows).collect();
    let heads: Vec<u32> = pages.iter().copied().filter(with_head).collect();
    assert!(rows.len() > 3);
    assert_eq!(rows, heads);
    conforms(&bytes);
}

#[test]
fn a_row_higher_than_a_page_is_divided_and_loses_nothing() {
    let mut document = sample(1);
    let long: Vec<String> = (0..900).map(|index| format!("Wort{index}")).collect();
    let columns = vec![Column::fit("Zeit"), Column::share("Eintrag", 1)];
    let rows = vec![Row::Cells(vec!["09:00".into(), long.join(" ").repeat(3).into()])];
    document.blocks.push(Block::Table(Table { caption: None, columns, rows }));
    let rendered = render(&document).unwrap();
    conforms(&rendered.bytes);
    let text = extracted(&rendered.bytes);
    assert!(long.iter().all(|word| text.matches(word.as_str()).count() >= 3));
}

#[test]
fn more_than_a_thousand_rows_stay_conformant() {
    conforms(&render(&sample(1_100)).unwrap().bytes);
}
