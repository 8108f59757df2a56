//! Items become orders: what a new record is told, and what a known one has to learn. A known record is compared with
//! what its source said before, not with what people have made of it since. Pure: knows no database and decides nothing.

use ring::digest::{SHA256, digest};

use super::dirt::{Dirt, Field, Place};
use super::item::{Impact, Kind, Moments, SourceItem, SourceUpdate};
use super::markup;
use super::rule::EmergencyRule;
use crate::domain::incident::{
    self, Command, EntryKind, EntryWhat, Evidence, Fact, ImpactFigures, Incident, Milestone, Outside,
    OutsideKind, Phase, Severity, Source, TakenOver,
};
use crate::ids::{BlobHash, PartId, StreamId};
use crate::time::{Instant, Length, Moment, Precision, Zone};

/// The longest description and entry, as JSON writes them: a correction holds the old and the new one.
const LONGEST_TEXT: usize = 28 * 1024;
/// How far a clock may be wrong before a moment lies in the future (as in the rules of incidents).
const TOLERANCE: Length = Length::minutes(4);
/// The reason that a moment carries which the source has changed; the screen words it.
pub const CHANGED_IN_SOURCE: &str = "changedInSource";

/// What one record is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Where in the source it stands.
    pub place: Place,
    /// The source and the id there, by which it is found.
    pub outside: Outside,
    /// The orders, in turn.
    pub commands: Vec<Command>,
    /// Files that the orders attach.
    pub originals: Vec<Vec<u8>>,
}

/// A batch's own facts, which its orders name.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// The batch.
    pub id: StreamId,
    /// The rule that says which items are emergencies.
    pub rule: &'a EmergencyRule,
    /// The instant of the import.
    pub now: Instant,
}

/// The name of an item in its source.
pub fn outside_of(item: &SourceItem) -> Outside {
    Outside { source: item.source.to_string(), id: item.outside_id.clone(), url: item.url.clone() }
}

/// What a record is told that is not known yet.
pub fn taken_over(item: &SourceItem, batch: &Batch) -> Planned {
    let mut told = Told::new(item, batch);
    let record = TakenOver {
        batch: batch.id,
        outside: outside_of(item),
        title: item.title.clone(),
        kind: kind(item.kind),
        emergency: batch.rule.matches(item).then(|| batch.rule.to_string()),
        severity: severity(item),
        status: status(item),
        over: over(item),
        source: first_notice(item),
        moments: told.milestones().into_iter().map(|(_, milestone, moment)| (milestone, moment)).collect(),
        impact: figures(item),
        description: told.description(),
        dirt: Vec::new(),
    };
    for update in &item.updates {
        told.entry(update);
    }
    told.original(item.original.as_deref(), "description");
    let record = TakenOver { dirt: told.dirt(), ..record };
    told.commands.insert(0, Command::TakeOver(Box::new(record)));
    told.planned()
}

/// A record, or something about it, as it stands, and as its source told it (its events of imports alone). Where the two
/// differ a person has had a word, and that word counts.
pub struct Heard<'a, T: ?Sized> {
    /// As it stands.
    pub now: &'a T,
    /// As its source told it.
    pub said: &'a T,
}

impl<T: ?Sized> Clone for Heard<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Heard<'_, T> {}

/// What a known record has to learn; `leads` says whether this source is the one it came from. A source that was joined,
/// and an older copy of the same source, only add updates and fill what is missing.
pub fn learnt(item: &SourceItem, known: Heard<Incident>, leads: bool, batch: &Batch) -> Planned {
    let mut told = Told::new(item, batch);
    let said = known.said;
    if said.phase == Phase::Withdrawn {
        told.commands.push(Command::Reinstate { reason: CHANGED_IN_SOURCE.to_owned() });
    }
    let older = is_older(item, said);
    let leads = leads && !older;
    told.moments_since(known, leads);
    if leads {
        told.facts_since(known);
    }
    for update in &item.updates {
        if !older || said.entry(part_id(item, "entry", &update.outside_id)).is_none() {
            told.entry_since(update, said);
        }
    }
    if leads {
        told.follow(said);
    }
    told.planned()
}

/// Whether the record has heard updates of this very source that are newer than all that the item says: somebody takes
/// an older copy over again.
fn is_older(item: &SourceItem, said: &Incident) -> bool {
    let updates = item.updates.iter().filter_map(|update| update.occurred);
    let Some(newest) = updates.chain(item.moments.modified).map(|moment| moment.at).max() else {
        return false;
    };
    said.entries.iter().any(|entry| {
        let from_here = |name: &String| entry.id == part_id(item, "entry", name);
        entry.occurred.precision != Precision::Unknown
            && entry.occurred.at > newest
            && entry.outside.as_ref().is_some_and(from_here)
    })
}

/// The orders about one record while they are put together.
struct Told<'a> {
    item: &'a SourceItem,
    batch: &'a Batch<'a>,
    /// The dirt of the item, and what came to light when it was made into orders.
    dirt: Vec<Dirt>,
    commands: Vec<Command>,
    originals: Vec<Vec<u8>>,
}

impl<'a> Told<'a> {
    fn new(item: &'a SourceItem, batch: &'a Batch<'a>) -> Self {
        Self { item, batch, dirt: item.dirt.clone(), commands: Vec::new(), originals: Vec::new() }
    }

    fn planned(self) -> Planned {
        let Self { item, commands, originals, .. } = self;
        Planned { place: item.place.clone(), outside: outside_of(item), commands, originals }
    }

    fn is_future(&self, moment: Moment) -> bool {
        moment.at > self.batch.now.plus(TOLERANCE)
    }

    /// The moments of the item by the names of the process. The source's end is both the restoration and the end that
    /// somebody there declared. What lies in the future has not happened.
    fn milestones(&mut self) -> Vec<(Field, Milestone, Moment)> {
        let Moments { impact_start, noticed, mitigated, ended, closed, .. } = self.item.moments;
        let mut named = Vec::new();
        for (field, milestones, moment) in [
            (Field::ImpactStart, &[Milestone::ImpactStart][..], impact_start),
            (Field::Noticed, &[Milestone::Noticed][..], noticed),
            (Field::Mitigated, mitigation(self.item), mitigated),
            (Field::Ended, &[Milestone::Restored, Milestone::Ended][..], ended),
            (Field::Closed, &[Milestone::Closed][..], closed),
        ] {
            let Some(moment) = moment else { continue };
            if self.is_future(moment) {
                self.dirt.push(Dirt::InTheFuture { field, raw: moment.at.to_string() });
            } else {
                named.extend(milestones.iter().map(|milestone| (field, *milestone, moment)));
            }
        }
        named
    }

    /// The item's own text, and below it what has no place of its own: labels, the planned window, further fields.
    fn description(&self) -> String {
        let item = self.item;
        let mut lines = Vec::new();
        if !item.labels.is_empty() {
            lines.push(item.labels.join(" · "));
        }
        if let (Some(start), Some(end)) = (item.moments.planned_start, item.moments.planned_end) {
            lines.push(format!("{} – {}", said_locally(start), said_locally(end)));
        }
        lines.extend(item.facts.iter().map(|(name, value)| format!("{name}: {value}")));
        let mut text = [item.text.trim(), lines.join("\n").trim()].join("\n\n").trim().to_owned();
        markup::cut(&mut text, LONGEST_TEXT);
        text
    }

    fn dirt(&self) -> Vec<incident::Dirt> {
        self.dirt.iter().map(Dirt::as_record).collect()
    }

    /// The moment of an entry. One that nobody said stands where the item stands and is only a mark on the line.
    fn moment_of(&mut self, update: &SourceUpdate) -> Moment {
        let known = update.occurred.filter(|moment| !self.is_future(*moment));
        if let Some(moment) = known {
            return moment;
        }
        match update.occurred {
            Some(future) => {
                self.dirt.push(Dirt::InTheFuture { field: Field::Update, raw: future.at.to_string() });
            }
            None => self.dirt.push(Dirt::TimeUnknown),
        }
        let moments = &self.item.moments;
        let near = [moments.noticed, moments.impact_start, moments.ended].into_iter().flatten();
        let near = near.filter(|moment| moment.at <= self.batch.now).map(|moment| moment.at).next();
        Moment { at: near.unwrap_or(self.batch.now), zone: Zone::UTC, precision: Precision::Unknown }
    }

    fn entry(&mut self, update: &SourceUpdate) {
        let at = self.moment_of(update);
        let Some(text) = text_of(update) else { return };
        let id = part_id(self.item, "entry", &update.outside_id);
        let outside = Some(update.outside_id.clone());
        self.commands.push(Command::AddEntry { id, kind: entry_kind(self.item), text, at, outside });
        self.original(update.original.as_deref(), &update.outside_id);
    }

    fn entry_since(&mut self, update: &SourceUpdate, said: &Incident) {
        let id = part_id(self.item, "entry", &update.outside_id);
        let Some(known) = said.entry(id) else { return self.entry(update) };
        let at = self.moment_of(update);
        // A moment that was guessed is not corrected by another guess.
        let same_moment = known.occurred == at
            || (known.occurred.precision == Precision::Unknown && at.precision == Precision::Unknown);
        let Some(text) = text_of(update) else { return };
        if known.what != EntryWhat::Text(text.clone()) || !same_moment {
            let at = Some(at).filter(|_| !same_moment);
            self.commands.push(Command::CorrectEntry { id, text, at });
            self.original(update.original.as_deref(), &update.outside_id);
        }
    }

    /// Keeps the original of a text from which something was taken away.
    fn original(&mut self, original: Option<&str>, name: &str) {
        let Some(original) = original else { return };
        let bytes = original.as_bytes().to_vec();
        let hash = hash_of(&bytes);
        let name: String = name.chars().filter(|letter| letter.is_alphanumeric()).take(40).collect();
        let evidence = Evidence {
            id: part_id(self.item, "original", &format!("{name}{hash}")),
            hash,
            name: format!("{name}.html"),
            size: bytes.len() as u64,
            note: self.item.place.to_string(),
            at: None,
        };
        self.commands.push(Command::AttachEvidence(evidence));
        self.originals.push(bytes);
    }

    /// Whether the source says something about a field that the record has yet to learn. Where a person has had a word
    /// about it, that word stays, and what the source says is noted beside the record.
    fn is_news<T: PartialEq + ?Sized>(
        &mut self,
        field: Field,
        Heard { now, said }: Heard<T>,
        says: &T,
        raw: impl FnOnce() -> String,
    ) -> bool {
        if said == says || now == says {
            return false;
        }
        let own_word = now != said;
        if own_word {
            self.dirt.push(Dirt::OwnWord { field, raw: raw() });
        }
        !own_word
    }

    fn moments_since(&mut self, known: Heard<Incident>, leads: bool) {
        let named = self.milestones();
        for (field, milestone, moment) in &named {
            let (now, said) = (known.now.moment(*milestone), known.said.moment(*milestone));
            let heard = Heard { now: &now, said: &said };
            if (leads || said.is_none())
                && self.is_news(*field, heard, &Some(*moment), || moment.at.to_string())
            {
                self.set(*milestone, Some(*moment));
            }
        }
        // An end that the source takes back: it was not over after all.
        for milestone in [Milestone::Restored, Milestone::Ended, Milestone::Closed] {
            let is_named = named.iter().any(|(_, known, _)| *known == milestone);
            let said = known.said.moment(milestone);
            let stands = said.is_some() && known.now.moment(milestone) == said;
            if leads && !over(self.item) && !is_named && stands {
                self.set(milestone, None);
            }
        }
    }

    fn set(&mut self, milestone: Milestone, to: Option<Moment>) {
        let reason = CHANGED_IN_SOURCE.to_owned();
        self.commands.push(Command::SetMilestone { milestone, to, reason });
    }

    fn facts_since(&mut self, Heard { now, said }: Heard<Incident>) {
        let item = self.item;
        let title = Heard { now: &now.title, said: &said.title };
        if self.is_news(Field::Title, title, &item.title, || item.title.clone()) {
            self.commands.push(Command::Retitle { title: item.title.clone() });
        }
        let rated = Heard { now: &now.severity, said: &said.severity };
        let raw = || item.impact.as_ref().map(|said| said.raw.clone()).unwrap_or_default();
        if self.is_news(Field::Impact, rated, &severity(item), raw) {
            self.commands.push(Command::RateSeverity { severity: severity(item) });
        }
        let named = figures(item);
        if said.impact.components != named.components || said.impact.regions != named.regions {
            let figures =
                ImpactFigures { components: named.components, regions: named.regions, ..now.impact.clone() };
            self.commands.push(Command::StateImpact { figures });
        }
        let description = self.description();
        let stated = Heard { now: now.fact(Fact::Description), said: said.fact(Fact::Description) };
        if self.is_news(Field::Text, stated, description.as_str(), || description.clone()) {
            self.commands.push(Command::StateFact { fact: Fact::Description, text: description });
            self.original(item.original.as_deref(), "description");
        }
    }

    fn follow(&mut self, said: &Incident) {
        let (status, over, dirt) = (status(self.item), over(self.item), self.dirt());
        let same = said
            .taken_over
            .as_ref()
            .is_some_and(|from| from.status == status && from.over == over && from.dirt == dirt);
        if !same {
            self.commands.push(Command::FollowSource { status, over, dirt });
        }
    }
}

const fn kind(kind: Kind) -> OutsideKind {
    match kind {
        Kind::Incident => OutsideKind::Incident,
        Kind::Maintenance => OutsideKind::Maintenance,
        Kind::Notice | Kind::Advisory => OutsideKind::Notice,
    }
}

fn severity(item: &SourceItem) -> Option<Severity> {
    item.impact.as_ref().and_then(|said| said.read).map(|impact| match impact {
        Impact::None => Severity::Low,
        Impact::Minor => Severity::Medium,
        Impact::Major => Severity::High,
        Impact::Critical => Severity::Critical,
    })
}

fn status(item: &SourceItem) -> String {
    item.status.as_ref().map(|said| said.raw.clone()).unwrap_or_default()
}

/// What a source says of its state counts; where it says nothing, an end does.
fn over(item: &SourceItem) -> bool {
    let said = item.status.as_ref().and_then(|said| said.read);
    said.map_or(item.moments.ended.is_some() || item.moments.closed.is_some(), super::item::Status::is_over)
}

/// A remedy of the provider is the moment at which users could work again; Azure's is its own milestone beside.
fn mitigation(item: &SourceItem) -> &'static [Milestone] {
    if item.source.as_str().starts_with("azure-service-health") {
        &[Milestone::ProviderMitigated, Milestone::Running]
    } else {
        &[Milestone::Running]
    }
}

/// Monitoring for alerts, what the ticket says for tickets, another event for the status page of a provider.
fn first_notice(item: &SourceItem) -> Source {
    let system = item.source.as_str().split('/').next().unwrap_or_default();
    let by = ["contact_type", "channel", "source", "Kanal", "Meldeweg", "Eingangskanal"];
    let way =
        by.iter().find_map(|name| item.facts.get(*name)).map(|way| way.to_lowercase()).unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|word| way.contains(word));
    if !matches!(
        system,
        "statuspage" | "google-cloud" | "azure-service-health" | "cstate" | "table" | "servicenow"
    ) || has(&["monitor", "event", "alert"])
    {
        Source::Monitoring
    } else if has(&["phone", "telefon", "anruf"]) {
        Source::SupportPhone
    } else if has(&["mail"]) {
        Source::SupportMail
    } else {
        Source::Other
    }
}

/// What the status page of a provider says is news from the provider; what a ticket says is how things stand.
fn entry_kind(item: &SourceItem) -> EntryKind {
    let system = item.source.as_str().split('/').next().unwrap_or_default();
    if matches!(system, "table" | "servicenow") { EntryKind::Status } else { EntryKind::Provider }
}

fn figures(item: &SourceItem) -> ImpactFigures {
    ImpactFigures {
        components: item.services.clone(),
        regions: item.regions.clone(),
        ..ImpactFigures::default()
    }
}

/// A moment as it was said, to the minute, with its zone: the same in every language.
fn said_locally(moment: Moment) -> String {
    format!("{} {}", moment.at.in_zone(moment.zone).format("%Y-%m-%d %H:%M"), moment.zone)
}

/// What an update says: its status word, its text, its fields with old and new value, its author. `None` when it says
/// nothing at all.
fn text_of(update: &SourceUpdate) -> Option<String> {
    let mut lines = Vec::new();
    if let Some(status) = &update.status {
        lines.push(format!("[{}]", status.raw));
    }
    if !update.text.is_empty() {
        lines.push(update.text.clone());
    }
    let shown = |value: &Option<String>| value.as_deref().unwrap_or("–").to_owned();
    lines.extend(
        update
            .fields
            .iter()
            .map(|change| format!("{}: {} → {}", change.field, shown(&change.old), shown(&change.new))),
    );
    if let Some(author) = &update.author {
        lines.push(format!("({author})"));
    }
    let mut text = lines.join("\n");
    markup::cut(&mut text, LONGEST_TEXT);
    Some(text).filter(|text| !text.trim().is_empty())
}

/// The SHA-256 of a file.
fn hash_of(bytes: &[u8]) -> BlobHash {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest(&SHA256, bytes).as_ref());
    BlobHash(hash)
}

/// The id of a part, made of what names it in its source: the same update has the same id in every import.
fn part_id(item: &SourceItem, part: &str, name: &str) -> PartId {
    let text = [item.source.as_str(), &item.outside_id, part, name].join("\u{1f}");
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest(&SHA256, text.as_bytes()).as_ref()[..16]);
    PartId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}
