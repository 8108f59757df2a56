//! The command line: the two verbs for scripts, checks and machines without a window. It is the edge: it brings the clock,
//! the random bytes and what was typed, and says sentences of `core/locales`. Holds no rule.

mod answer;
mod ask;
mod backup;
mod calendar;
mod changes;
mod clock;
mod due;
mod enter;
mod go_bag;
mod guide;
mod handover;
mod import;
mod inbox;
mod join;
mod lines;
mod list;
mod new;
mod notices;
mod opening;
mod orders;
mod people;
mod plan;
mod rebuild;
mod report;
mod restore;
mod schema;
mod show;
mod terminal;
mod verify;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use clock::stopwatch;

use crate::domain::organisation::Language;
use crate::words::Words;
use terminal::{Complaint, End, Terminal};

/// What was typed.
#[derive(Debug, Parser)]
#[command(name = "lotse", version, disable_help_subcommand = true)]
struct Line {
    #[command(flatten)]
    manner: Manner,
    #[command(subcommand)]
    task: Task,
}

/// How it is to be done, whatever it is.
#[derive(Debug, clap::Args)]
struct Manner {
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, global = true, value_parser = ["de", "en"])]
    speak: Option<String>,
    #[arg(long, global = true, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

/// What is to be done: one file a task.
#[derive(Debug, Subcommand)]
enum Task {
    New(new::Args),
    Import(import::Args),
    Join(join::Args),
    List(list::Args),
    Show(show::Args),
    Report(report::Args),
    Plan(plan::Args),
    Enter(enter::Args),
    Due(due::DueArgs),
    Ledger(due::LedgerArgs),
    Inbox(inbox::Args),
    Calendar(calendar::Args),
    Handover(handover::HandoverArgs),
    Answer(answer::Args),
    OpenAnswer(handover::OpenArgs),
    #[command(name = "gobag")]
    GoBag(go_bag::Args),
    Guide(guide::Args),
    Notify(notices::Args),
    Do(orders::Args),
    Ask(ask::Args),
    Verify(verify::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Rebuild(rebuild::Args),
    Schema(schema::Args),
}

/// Does what `words` say; the answer is 0 for done, 1 for refused or found wanting, 2 for misused.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = words.into_iter().collect();
    let language = language(&words);
    let json = words.iter().any(|word| word == "--json");
    let matches = match worded(Line::command(), language, "cli").try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => return misuse(&error, json, language),
    };
    match Line::from_arg_matches(&matches) {
        Ok(line) => carry_out(&line, language),
        Err(error) => misuse(&error, json, language),
    }
}

fn carry_out(line: &Line, language: &'static Words) -> ExitCode {
    let terminal = Terminal::new(line.manner.json, language);
    let key_file = line.manner.key_file.as_deref();
    let end = match &line.task {
        Task::New(args) => new::run(args, key_file, &terminal),
        Task::Import(args) => import::run(args, key_file, &terminal),
        Task::Join(args) => join::run(args, key_file, &terminal),
        Task::List(args) => list::run(args, key_file, &terminal),
        Task::Show(args) => show::run(args, key_file, &terminal),
        Task::Report(args) => report::run(args, key_file, &terminal),
        Task::Plan(args) => plan::run(args, key_file, &terminal),
        Task::Enter(args) => enter::run(args, key_file, &terminal),
        Task::Due(args) => due::due(args, key_file, &terminal),
        Task::Ledger(args) => due::ledger(args, key_file, &terminal),
        Task::Inbox(args) => inbox::run(args, key_file, &terminal),
        Task::Calendar(args) => calendar::run(args, key_file, &terminal),
        Task::Handover(args) => handover::handover(args, key_file, &terminal),
        Task::Answer(args) => answer::run(args, key_file, &terminal),
        Task::OpenAnswer(args) => handover::open(args, key_file, &terminal),
        Task::GoBag(args) => go_bag::run(args, key_file, &terminal),
        Task::Guide(args) => guide::run(args, key_file, &terminal),
        Task::Notify(args) => notices::notify(args, key_file, &terminal),
        Task::Do(args) => orders::run(args, key_file, &terminal),
        Task::Ask(args) => ask::run(args, key_file, &terminal),
        Task::Verify(args) => verify::run(args, key_file, &terminal),
        Task::Backup(args) => backup::run(args, key_file, &terminal),
        Task::Restore(args) => restore::run(args, key_file, &terminal),
        Task::Rebuild(args) => rebuild::run(args, key_file, &terminal),
        Task::Schema(schema::Args {}) => schema::run(&terminal),
    };
    match end {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::FoundWanting) => ExitCode::from(1),
        Err(complaint) => {
            terminal.complain(&complaint);
            ExitCode::from(if complaint.is_misuse() { 2 } else { 1 })
        }
    }
}

/// German, unless English was asked for by `--speak` or by the system's own settings.
fn language(words: &[OsString]) -> &'static Words {
    let asked = words.iter().zip(words.iter().skip(1)).find(|(word, _)| *word == "--speak");
    let asked = asked.map(|(_, language)| language.to_string_lossy().into_owned());
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok());
    match asked.or(system) {
        Some(language) if language.starts_with("en") => Words::english(),
        Some(_) | None => Words::german(),
    }
}

/// A path as it stands from the root, whatever folder the program was called in: only so the folder that a file lies in
/// can be judged and written.
fn whole_path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|path| std::path::absolute(&path).unwrap_or(path))
}

/// The language of a paper as it is typed.
fn paper_language(text: &str) -> Result<Language, String> {
    match text {
        "de" => Ok(Language::De),
        "en" => Ok(Language::En),
        other => Err(format!("{other}: de, en")),
    }
}

/// Puts the sentences of the locales to a command, its arguments (`cli-verify-report`) and its subcommands (`cli-verify`).
fn worded(command: clap::Command, words: &'static Words, id: &str) -> clap::Command {
    let mut command = command.about(words.say(id, &[])).mut_args(|arg| {
        let id = format!("{id}-{}", arg.get_id());
        match words.find(&id, &[]) {
            Some(help) => arg.help(help),
            None => arg,
        }
    });
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| worded(sub, words, &format!("{id}-{name}")));
    }
    command
}

/// Help and version are no misuse; where they cannot be printed nobody listens.
fn misuse(error: &clap::Error, json: bool, language: &'static Words) -> ExitCode {
    if json && error.use_stderr() {
        let told = error.render().to_string();
        let told = told.trim_start_matches("error: ").split("\n\n").next().unwrap_or_default();
        Terminal::new(json, language).complain(&Complaint::misused("lotse", told));
    } else {
        error.print().ok();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
