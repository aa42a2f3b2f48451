import Values
import Web

/// How one need looks to those who work on it: what is asked now, who can help, how it went, and the facts
/// beside.
struct StaffNeedView {
    let need: StaffNeed
    let scene: Scene

    var language: Language { scene.language }
    var base: Link { "/needs/\(need.number)" }

    var html: HTML {
        """
        \(Look.crumb([NavItem(title: scene(StaffPhrase.ledger), link: scene.link("/needs"))], need.number,
            in: language))
        \(Look.dayline(need.title, [stamps]))
        \(Look.quote(need.words))
        \(Look.note("\(said)"))
        \(scene.loose(Self.shownFields))
        \(Look.columns(.even, [main, StaffNeedSide(need: need, scene: scene).html]))
        """
    }

    /// Fields whose faults stand beside them, so that they are not said twice.
    static let shownFields: Set<String> = [
        "words", "reason", "to", "sentence", "who", "into", "outcome", "heard", "owner", "title", "class",
        "urgency",
    ]

    private var main: HTML {
        """
        \(NextStep(need: need, scene: scene).html)\(LinkPanel.recommendations(need.panel, scene))\
        \(if: !need.panel.links.isEmpty, LinkPanel.links(need.panel, scene))\(course)\(photos)\(notes)
        """
    }

    private var stamps: HTML {
        let urgent = need.urgency == need.vocabulary.terms(.urgency).first?.key
        let late =
            need.state.isOpen ? need.due.flatMap { $0.late(at: scene.now, in: scene.zone, language) } : nil
        return """
            \(late.map { Look.stamp($0, .late) }) \(scene.stamp(need.state)) \
            \(if: urgent && need.state.isOpen, Look.stamp(scene(StaffPhrase.urgent), .you)) \
            \(if: need.kind == .wish, Look.stamp(scene(NeedPhrase.wish))) \
            \(if: need.isReleased, Look.stamp(scene(NeedPhrase.isPublic), .done))
            """
    }

    private var said: String {
        let source = need.vocabulary.name(.source, need.source)[language]
        let when = need.reported.short(in: scene.zone, now: scene.now, language)
        let whom = need.forWhom.title[language]
        let voices = need.voices > 1 ? "　" + scene(StaffPhrase.voices(need.voices)) : ""
        return scene(NeedPhrase.said(source, when, whom)) + voices
    }

    // MARK: The course

    private var course: HTML {
        let happened = need.events.filter { $0.kind != .note }
        let last = happened.lastIndex { $0.lasted > 0 || $0.kind == .reported } ?? 0
        let past = happened.enumerated().map { index, event in
            CourseStep(
                event.kind.title[language], index == last && need.state.isOpen ? .now : .past,
                when: when(event),
                "\(event.text)\(if: !event.isPublic, Look.fine("\(scene(NeedPhrase.inside))"))")
        }
        return Look.section(scene(NeedPhrase.course), id: "course", Look.course(past + ahead))
    }

    private func when(_ event: NeedEvent) -> String {
        let parts = [
            event.at.short(in: scene.zone, now: scene.now, language), event.authorName,
            event.lasted > 0 ? scene(NeedPhrase.lasted(Self.span(event.lastedSpan, language))) : "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "　")
    }

    /// The steps that are still to come.
    private var ahead: [CourseStep] {
        guard let step = need.state.step, let here = NeedStep.allCases.firstIndex(of: step) else { return [] }
        return NeedStep.allCases[(here + 1)...].map {
            CourseStep($0.title[language], .next, when: $0.hint[language])
        }
    }

    /// How long something stood, in its largest unit.
    static func span(_ span: Instant.Span, _ language: Language) -> String {
        let minutes = span.microseconds / 60_000_000
        let phrase: NeedPhrase =
            minutes >= 1440 ? .days(minutes / 1440) : minutes >= 60 ? .hours(minutes / 60) : .minutes(minutes)
        return phrase(language)
    }

    // MARK: Pictures and notes

    private var photos: HTML {
        guard !need.photos.isEmpty else { return .empty }
        let rows = need.photos.map { photo in
            ListRow(
                """
                <a href="\(link: scene.link("/photos/\(photo.id)"))"><img src="\(link: scene.link(
                    "/photos/\(photo.id)/thumbnail"))" alt="\(scene(NeedPhrase.photo))" width="240" \
                    loading="lazy"></a>
                """,
                when: scene(photo.isReleased ? NeedPhrase.photoPublic : .photoPrivate))
        }
        return Look.section(scene(NeedPhrase.photos), Look.rows(rows))
    }

    private var notes: HTML {
        """
        \(noteList(NeedPhrase.publicNotes, isPublic: true))\(noteList(NeedPhrase.insideNotes,
            isPublic: false))
        \(if: need.allows(NeedsRights.note), noteForm)
        """
    }

    private func noteList(_ title: NeedPhrase, isPublic: Bool) -> HTML {
        let notes = need.notes(isPublic: isPublic)
        guard !notes.isEmpty else { return .empty }
        return Look.section(scene(title), Look.rows(notes.map { ListRow("\($0.text)", when: when($0)) }))
    }

    private var noteForm: HTML {
        let scene = scene.of("notes")
        let fields = [
            Field("words", scene(NeedPhrase.noteWords), .area(rows: 3, draft: "note-\(need.number)"))
                .value(scene.fields["words"]).fault(scene.fault("words")).limit(2000),
            Field("public", scene(NeedPhrase.noteVisible), .tick).value(scene.fields["public"]),
        ]
        return Look.section(
            scene(NeedPhrase.note), id: "note",
            scene.form("/needs/\(need.number)/notes", part: "notes", fields, send: NeedPhrase.writeDown))
    }
}
