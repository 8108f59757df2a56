//! The lists of words of an incident, such as the kinds of its entries or the roles of its team. What each is called on screen
//! and paper stands in the locales, under the list's name and the word.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Declares enums of plain words that cross the wire in camelCase.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
        #[serde(rename_all = "camelCase")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every word of this list, in its natural order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    )+};
}

words! {
    /// Where the first notice came from (duties 2).
    Source {
        /// An alert of the monitoring system.
        Monitoring,
        /// A customer's call.
        SupportPhone,
        /// A customer's mail.
        SupportMail,
        /// Any other event that points to a problem.
        Other,
    }
    /// How bad it is.
    Severity { /// Gering.
        Low, /// Mittel.
        Medium, /// Hoch.
        High, /// Kritisch.
        Critical }
    /// Where the case at the provider stands (state-machines.md, provider case).
    ProviderState {
        /// Offen.
        Opened,
        /// Bestätigt: the provider knows of it.
        Confirmed,
        /// Entschärft: users can work again.
        Mitigated,
        /// Behoben.
        Resolved,
        /// The provider's own review (PIR) is expected.
        ReviewExpected,
        /// The provider's own review was received.
        ReviewReceived,
        /// There will be no review.
        NoReview,
    }
    /// The named moments of an incident (report-contents.md (a) 6).
    Milestone {
        /// The service began to fail.
        ImpactStart,
        /// Somebody or something noticed.
        Noticed,
        /// The first support ticket was opened.
        TicketOpened,
        /// The incident team began to assess.
        AssessmentStarted,
        /// The deployment team was consulted.
        DeploymentConsulted,
        /// It was decided whether this is an emergency.
        EscalationDecided,
        /// The disaster team stood.
        TeamFormed,
        /// The provider was contacted.
        ProviderContacted,
        /// It was decided to wait for the provider or to recover oneself.
        WaitOrRecoverDecided,
        /// Recovery by the guide began.
        RecoveryStarted,
        /// The provider reported its own fault as mitigated.
        ProviderMitigated,
        /// Running again, perhaps reduced (Wiederanlauf).
        Running,
        /// Fully restored (Wiederherstellung).
        Restored,
        /// A person declared the end.
        Ended,
        /// The record was closed.
        Closed,
    }
    /// Texts that people state about an incident; each keeps its history.
    Fact {
        /// What was reported at first.
        Description,
        /// For management, in a few sentences.
        Summary,
        /// What is hit and what is not.
        Scope,
        /// What users cannot do.
        Impact,
        /// Functions that are hit.
        Functions,
        /// Whether data was lost, changed or disclosed.
        DataLoss,
        /// What it cost.
        Cost,
        /// Countries that are hit.
        Countries,
        /// The cause as known during the emergency; may be the word unknown.
        Cause,
        /// How it was noticed.
        Detection,
        /// Why it was not noticed earlier.
        WhyNotEarlier,
        /// The criteria by which it was escalated.
        EscalationCriteria,
        /// What set it off.
        Trigger,
        /// The root causes.
        RootCauses,
        /// What made it worse or possible.
        ContributingFactors,
        /// How it was solved.
        Resolution,
        /// What was done for the time being.
        TemporaryMeasures,
        /// Quality of the response: promptness.
        Promptness,
        /// Quality of the response: analysis.
        AnalysisQuality,
        /// Quality of the response: escalation.
        EscalationQuality,
        /// Quality of the response: communication.
        CommunicationQuality,
        /// What went well.
        WentWell,
        /// What went badly.
        WentBadly,
        /// Where we were lucky.
        Luck,
        /// Legal classification with its reason.
        LegalClassification,
        /// Service credits: whether due, and the overview.
        Credits,
    }
    /// The class of the cause, for trends.
    CauseClass {
        /// The cloud provider's platform.
        Provider,
        /// A change or deployment of our own.
        Change,
        /// A fault in our software.
        Software,
        /// Configuration.
        Configuration,
        /// Too little capacity.
        Capacity,
        /// Network or name resolution.
        Network,
        /// Certificates, keys, permissions.
        Access,
        /// An attack.
        Security,
        /// A third party other than the provider.
        ThirdParty,
        /// A slip in operation.
        Operation,
        /// Not found.
        Unknown,
    }
    /// A step of the process that was taken.
    TakenStep { /// Bewertung begonnen.
        AssessmentStarted, /// Eskalation beantragt.
        EscalationProposed, /// Eskalation abgelehnt.
        EscalationDeclined, /// Regulär gelöst.
        SolvedBySupport, /// Notfall erklärt.
        EmergencyDeclared, /// Notfallteam gebildet.
        TeamFormed, /// Umfang, Auswirkung und Ursache ermittelt.
        AnalysisCompleted, /// Warten auf den Anbieter entschieden.
        DecidedToWait, /// Eigene Wiederherstellung entschieden.
        DecidedToRecover, /// Wiederherstellung nach dem Leitfaden begonnen.
        RecoveryStarted, /// Wieder angelaufen.
        Running, /// Vollständig wiederhergestellt.
        Restored, /// Rückfall.
        Relapsed, /// Ende erklärt.
        EmergencyEnded, /// Zurückgestuft.
        Downgraded, /// Nachbereitung begonnen.
        FollowUpStarted, /// Berichte an betroffene Benutzer festgehalten.
        CustomerReportsRecorded, /// Geschlossen.
        Closed, /// Wieder geöffnet.
        Reopened }
    /// A deed that is no step of the process and can be taken back.
    DeedKind { /// Entwicklungsteam befragt.
        DeploymentTeamConsulted, /// Rolle besetzt.
        RoleAssigned, /// Rolle abgegeben.
        RoleReleased, /// Mit anderer Quelle verbunden.
        OutsideJoined, /// Verschulden des Anbieters festgestellt.
        ProviderJudged, /// Anbieter angesprochen.
        ProviderContacted, /// Beim Anbieter nachgesehen.
        ProviderChecked, /// Fall beim Anbieter weitergeführt.
        ProviderCaseAdvanced, /// Schritt des Leitfadens festgehalten.
        StepRecorded, /// Nachricht freigegeben.
        MessageReleased, /// Nachricht als versandt eingetragen.
        MessageSent, /// Nachricht als fehlgeschlagen eingetragen.
        MessageFailed, /// Empfehlung erledigt.
        RecommendationCompleted, /// Empfehlung verworfen.
        RecommendationDropped, /// Rechtlich eingeordnet.
        LegallyClassified, /// Behörde benachrichtigt.
        AuthorityNotified, /// Beleg aufgenommen.
        EvidenceAttached }
    /// The notices that a law asks for.
    LegalStage { /// The first one, within hours.
        First, /// The notice with a first assessment.
        Notice, /// On request, or as long as it goes on.
        Interim, /// When all is known.
        Final }
    /// The kind of an entry in the timeline.
    EntryKind { /// How things stand.
        Status, /// Something was decided.
        Decision, /// Something was done.
        Action, /// Somebody was told.
        Communication, /// News from the provider.
        Provider, /// A named moment.
        Milestone, /// A piece of evidence.
        Evidence }
    /// The roles of the disaster team.
    TeamRole { /// Leads.
        Lead, /// Recovers the service.
        Recovery, /// Speaks to the provider.
        ProviderContact, /// Informs users.
        Communication, /// Writes the log.
        Recorder, /// Advises.
        Adviser }
    /// Whether the provider is at fault (duties 14).
    ProviderFault { /// Yes.
        Yes, /// In part.
        Partly, /// No.
        No, /// Not known yet.
        Unknown }
    /// What was decided about the provider (duties 18, 19).
    ProviderChoice { /// Wait for the provider.
        Wait, /// Recover by our own guide.
        Recover }
    /// How a step of the guide went.
    StepResult { /// Done as written.
        Done, /// Done with a deviation.
        Deviated, /// Left out.
        Skipped, /// It failed.
        Failed }
    /// Who a message is for.
    Audience { /// All affected users.
        AffectedUsers, /// Certain customers.
        Customers, /// The teams inside.
        Internal, /// An authority.
        Authority, /// The public.
        Public }
    /// How a message goes out.
    Channel { /// Mail.
        Mail, /// The status page.
        StatusPage, /// The telephone.
        Phone, /// The support portal.
        Portal, /// Another way.
        Other }
    /// What a message says about the state.
    MessageStatus { /// Being looked into.
        Investigating, /// The cause is known.
        Identified, /// Recovery is under way.
        Recovering, /// Running again, being watched.
        Monitoring, /// Over.
        Resolved }
    /// Who a recommendation is for (duties 23).
    RecommendedTo { /// For users.
        Users, /// For us.
        Us }
    /// The kind of a recommended action.
    ActionKind { /// Puts one thing right.
        Correction, /// Keeps the cause from coming back.
        Corrective, /// Makes good better.
        Improvement }
    /// How soon a recommended action matters.
    Priority { /// Low.
        Low, /// Medium.
        Medium, /// High.
        High }
    /// Whether the affected users received their reports (duties 24).
    CustomerReports { /// They did.
        Sent, /// No user was affected.
        NoneAffected }
}
