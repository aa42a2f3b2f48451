import Values
import Web

extension SayPage {
    func view(_ model: Model, _ scene: Scene) -> HTML {
        let draft = SayDraft(scene.fields, scene.visit)
        let isQuick = draft.isQuick && !model.line.isEmpty
        let form = SayForm(model: model, scene: scene, draft: draft)
        let asked = isQuick ? form.all : form.questions(step(scene))
        let body = isQuick ? form.quick : form.step(step(scene))
        return """
            <div class="page-form">
            \(isQuick ? form.quickHead : form.stepline(step(scene)))
            \(Look.faults(asked, also: form.otherFaults, in: scene.language))
            \(Look.form(
                scene.link("/say"), frame: scene.frame, rid: scene.rid, files: true, body))
            </div>
            """
    }
}

/// The questions of the form with what was answered so far.
struct SayForm {
    let model: SayPage.Model
    let scene: Scene
    let draft: SayDraft

    var language: Language { scene.language }
    var isWish: Bool { draft.kind == .wish }

    func stepline(_ step: SayDraft.Step) -> HTML {
        Look.stepline(
            [scene(SayPhrase.stepWhat), scene(SayPhrase.stepWhere), scene(SayPhrase.stepYou)],
            now: step.rawValue,
            in: language)
    }

    /// Faults that stand beside no question.
    var otherFaults: [String] {
        let asked = Set(all.map(\.name))
        return scene.refusals.filter { !asked.contains($0.field ?? "") }.map { $0.text[language] }
    }

    var all: [Field] { questions(.what) + questions(.place) + questions(.you) }

    func questions(_ step: SayDraft.Step) -> [Field] {
        switch step {
        case .what: [words, first, forWhom]
        case .place: [same, nearer, spot].compactMap { $0 }
        case .you: [name, phone, by, photo]
        }
    }

    func step(_ step: SayDraft.Step) -> HTML {
        let carried = Look.fields(draft.carried(past: step, placeIsKnown: !model.line.isEmpty), in: language)
        return switch step {
        case .what: carried + what
        case .place: carried + place
        case .you: carried + you
        }
    }

    // MARK: Questions

    var words: Field {
        Field("words", scene(SayPhrase.wordsLabel), .area(rows: 4, draft: "say"))
            .hint(scene(SayPhrase.wordsHint)).value(draft.words).fault(scene.fault("words")).limit(500)
            .alike(scene.link("/needs/alike"))
    }

    var first: Field {
        Field("first", scene(SayPhrase.first), .one(model.firstChoices.map(\.choice)))
            .hint(scene(SayPhrase.firstHint)).value(draft.first)
            .fault(scene.fault("first") ?? scene.fault("class"))
    }

    var forWhom: Field {
        let hints: [ForWhom: SayPhrase] = [
            .family: .forFamilyHint, .neighbour: .forNeighbourHint, .everybody: .forAllHint,
        ]
        let choices = ForWhom.allCases.map { whom in
            Choice(whom.rawValue, whom.title[language], hint: hints[whom].map { scene($0) })
        }
        return Field("for", scene(SayPhrase.forWhom), .one(choices)).value(draft.forWhom.rawValue)
            .fault(scene.fault("for"))
    }

    /// Whether it is one of the needs said before, for whom the script did not ask it already.
    var same: Field? { model.alike.isEmpty ? nil : AlikeRoute.same(model.alike, language) }

    var nearer: Field? {
        guard let kind = model.nearerKind else { return nil }
        let question: SayPhrase =
            switch kind {
            case .area: .chooseArea
            case .grid: .chooseGrid
            case .building: .chooseBuilding
            default: .chooseStair
            }
        let none = Choice("", scene(model.line.isEmpty ? SayPhrase.wholeCommunity : .here))
        return Field("nearer", scene(question), .select([none] + model.nearer.map(\.choice)))
            .fault(scene.fault("nearer") ?? scene.fault("place"))
    }

    var spot: Field {
        Field("spot", scene(SayPhrase.spot)).hint(scene(SayPhrase.spotHint)).value(draft.spot)
            .fault(scene.fault("spot")).limit(60).mayBeEmpty()
    }

    var name: Field {
        Field("name", scene(SayPhrase.name)).hint(scene(SayPhrase.nameHint)).value(draft.name)
            .fault(scene.fault("name")).autocomplete("family-name")
    }

    var phone: Field {
        Field("phone", scene(SayPhrase.phone), .telephone).hint(scene(SayPhrase.phoneHint)).value(draft.phone)
            .fault(scene.fault("phone")).autocomplete("tel").mayBeEmpty()
    }

    var by: Field {
        let choices = ContactWay.allCases.map { way in
            let hint: SayPhrase? = way == .call ? .callHint : way == .sms && !model.smsWorks ? .smsOff : nil
            return Choice(way.rawValue, way.title[language], hint: hint.map { scene($0) })
        }
        return Field("by", scene(SayPhrase.by), .one(choices)).value(draft.by).fault(scene.fault("by"))
    }

    var photo: Field {
        let again = scene.fields.file("photo") == nil ? "" : scene(SayPhrase.photoAgain)
        return Field(
            "photo", scene(SayPhrase.photo), .file(accept: "image/*", megabytes: 8, several: true)
        ).hint(scene(SayPhrase.photoHint) + again).fault(scene.fault("photo"))
    }
}
