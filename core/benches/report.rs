//! What a report costs at 200, 2,000 and 20,000 timeline rows: CPU time, memory, bytes, and how it grows.
//! Each size runs in a process of its own, so that its memory can be told; `--peers` sets the same content in Typst.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run has nothing to say")]

use std::fmt::Write;
use std::process::Command;
use std::time::Instant;

use chrono::DateTime;
use lotse::reports::document::{Block, Cell, Column, Document, Language, Row, Running, Sign, Table, Tone};
use lotse::reports::typeset::render;

const SIZES: [usize; 3] = [200, 2_000, 20_000];
const TEXTS: [&str; 5] = [
    "Statusaktualisierung an die betroffenen Benutzer versandt; nächste Aktualisierung in 30 Minuten.",
    "Der Anbieter bestätigt eine Störung der Zertifikatserneuerung in der Region Westeuropa und arbeitet an der Behebung.",
    "Geprüft, nichts Neues.",
    "Das Bereitstellungsteam rät, die Wiederherstellung nach dem Leitfaden vorzubereiten, falls die Wartegrenze ohne \
     Fortschritt verstreicht.",
    "Anmeldung in der Ersatzregion getestet: erfolgreich, Antwortzeit 180 ms.",
];

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let Some(rows) = words.iter().position(|word| word == "--rows").and_then(|at| words.get(at + 1)) {
        measure(rows.parse().unwrap());
        return;
    }
    let own: Vec<Cost> = SIZES.iter().map(|rows| run(*rows)).collect();
    for (rows, cost) in SIZES.iter().zip(&own) {
        println!(
            "| report, {rows} rows: {} pages, {:.1} MB peak | {:.3} s CPU, {} kB | – | – | – |",
            cost.pages,
            cost.memory,
            cost.cpu,
            cost.bytes / 1_000
        );
    }
    let growth = own[2].cpu / own[1].cpu;
    println!(
        "| report, CPU of 20,000 rows | {:.2} s | 2,000 rows: {:.2} s | {growth:.1} | ≤ 10.5 |",
        own[2].cpu, own[1].cpu
    );
    if words.iter().any(|word| word == "--peers") {
        peers(&own);
    }
}

struct Cost {
    cpu: f64,
    memory: f64,
    pages: usize,
    bytes: usize,
}

/// One size in a process of its own.
fn run(rows: usize) -> Cost {
    let output =
        Command::new(std::env::current_exe().unwrap()).args(["--rows", &rows.to_string()]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let mut parts = text.split_whitespace();
    let mut next = || parts.next().unwrap_or("0");
    Cost {
        cpu: next().parse().unwrap(),
        memory: next().parse().unwrap(),
        pages: next().parse().unwrap(),
        bytes: next().parse().unwrap(),
    }
}

fn measure(rows: usize) {
    let document = document(rows);
    let (wall, before) = (Instant::now(), cpu());
    let rendered = render(&document).unwrap();
    let cpu = cpu().zip(before).map_or(wall.elapsed().as_secs_f64(), |(after, before)| after - before);
    println!("{cpu} {} {} {}", peak(), rendered.pages, rendered.bytes.len());
}

/// CPU seconds of this process where the system tells them (Linux: nanoseconds run on a processor).
fn cpu() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// Highest memory of this process in MB; 0 where the system does not tell.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1_000.0
}

fn row(index: usize) -> [String; 4] {
    let (hour, minute) = (index / 60 % 24, index % 60);
    let kind = ["Status", "Anbieter", "Maßnahme", "Entscheidung"][index % 4];
    [
        format!("{hour:02}:{minute:02}"),
        kind.into(),
        format!("{}: {}", index + 1, TEXTS[index % 5]),
        "Anna Berg".into(),
    ]
}

fn document(rows: usize) -> Document {
    let body = (0..rows).map(|index| {
        let mut cells: Vec<Cell> = row(index).into_iter().map(Cell::from).collect();
        cells[1].sign = Some(Sign::Kept);
        Row::Cells(cells)
    });
    let columns =
        vec![Column::fit("Zeit"), Column::fit("Art"), Column::share("Eintrag", 1), Column::fit("Von")];
    let table = Table { caption: None, columns, rows: body.collect() };
    let heading = |text: &str| Block::Heading { level: 1, text: text.into(), anchor: None };
    Document {
        language: Language::German,
        title: "Chronologie".into(),
        subject: String::new(),
        authors: vec!["Anna Berg".into()],
        keywords: Vec::new(),
        created: DateTime::parse_from_rfc3339("2026-03-09T10:30:00+01:00").unwrap(),
        numbered: true,
        running: Running {
            left: "N-2026-004".into(),
            right: "Fassung 1".into(),
            draft: None,
            seal_label: "Kopf-Hash".into(),
            seal: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            page: "Seite".into(),
            of: "von".into(),
        },
        blocks: vec![
            Block::Contents { title: "Inhalt".into() },
            heading("Zusammenfassung"),
            Block::Paragraph { text: TEXTS.join(" ").into(), tone: Tone::Body },
            heading("Chronologie"),
            Block::Table(table),
        ],
    }
}

/// The same content through Typst's PyPI wheel, if `python3 -c "import typst"` works.
fn peers(own: &[Cost]) {
    for (rows, cost) in SIZES.iter().zip(own) {
        let place = std::env::temp_dir().join(format!("lotse-bench-{rows}.typ"));
        std::fs::write(&place, typst(*rows)).unwrap();
        let program = "import sys, time, typst; import resource as r
t = r.getrusage(r.RUSAGE_SELF); typst.compile(sys.argv[1], output=sys.argv[1] + '.pdf'); u = r.getrusage(r.RUSAGE_SELF)
print(u.ru_utime + u.ru_stime - t.ru_utime - t.ru_stime)";
        let output = Command::new("python3").args(["-c", program]).arg(&place).output();
        let seconds =
            output.ok().and_then(|output| String::from_utf8(output.stdout).ok()?.trim().parse::<f64>().ok());
        match seconds {
            Some(typst) => println!(
                "| report, {rows} rows against Typst, CPU | {:.2} s | {typst:.2} s | {:.2} | ≤ 0.25 |",
                cost.cpu,
                cost.cpu / typst
            ),
            None => println!("Typst is not here (pip install typst): {rows} rows not compared"),
        }
    }
}

fn typst(rows: usize) -> String {
    let mut text = String::from(
        "#set page(paper: \"a4\", margin: 2.2cm, numbering: \"1 / 1\")\n#set text(lang: \"de\", size: 9pt)\n#set par(justify: true)\n\
         #outline()\n= Zusammenfassung\n",
    );
    writeln!(text, "{}\n= Chronologie", TEXTS.join(" ")).unwrap();
    text.push_str("#table(columns: (auto, auto, 1fr, auto), stroke: none, table.header([Zeit], [Art], [Eintrag], [Von]), table.hline(),\n");
    for index in 0..rows {
        let [time, kind, entry, by] = row(index);
        writeln!(text, "[{time}], [● {kind}], [{entry}], [{by}], table.hline(stroke: 0.4pt + gray),")
            .unwrap();
    }
    text.push_str(")\n");
    text
}
