import Actions
import Values
import Web

/// The form of an assessment: read with every fault at once, or as far as it is filled in.
struct AbilityForm {
    static let people = 60

    static let inputs: [Input] =
        AbilityItem.allCases.map { item in
            Input(item.rawValue, item.title, .choice((0...item.most).map(String.init)))
        }
        + AbilityDomain.allCases.map { domain in
            Input(domain.rawValue, domain.title, .number(0...Int64(domain.most)))
        } + [
            Input("coma", AbilityPhrase.coma.text, .flag),
            Input(
                "diagnoses", AbilityPhrase.diagnoses.text,
                .choices(AbilityFindings.Diagnosis.allCases.map(\.rawValue))),
            Input("risks", AbilityPhrase.risks.text, .number(0...99)),
            Input("day", AbilityPhrase.day.text, .day, required: true),
            .choice("kind", AbilityPhrase.kind.text, of: AbilityKind.self, required: true),
            .choice("reason", AbilityPhrase.reason.text, of: AbilityReason.self, required: true),
            Input("assessor", AbilityPhrase.assessor.text, .line(people), required: true),
            Input("agency", AbilityPhrase.agency.text, .line(people)),
            .choice("level", AbilityPhrase.level.text, of: AbilityLevel.self),
            Input("step", AbilityPhrase.count.text, .choice(["count", "keep"])),
        ]

    let new: NewAbility
    let written: AbilityLevel?

    init(_ fields: Fields) throws {
        var reader = FormReader(fields), refusals: [any Refusal] = []
        var parts: [AbilityPart] = []
        for domain in AbilityDomain.allCases {
            do { parts.append(try Self.part(domain, &reader)) } catch let refusal as AbilityRefusal {
                refusals.append(refusal)
            }
        }
        let findings = Self.findings(&reader)
        let day = reader.day("day"), kind = reader.choice("kind", of: AbilityKind.self)
        let reason = reader.choice("reason", of: AbilityReason.self)
        let assessor = NewAbility.Assessor(
            reader.line("assessor", Self.people), of: reader.line("agency", Self.people, required: false),
            kind ?? .assessed)
        let level = reader.choice(
            "level", among: AbilityLevel.allCases.map(\.rawValue), required: false)
        refusals += reader.refusals
        guard refusals.isEmpty, let day, let reason else { throw Refusals(refusals) }
        new = NewAbility(on: day, parts, findings, by: assessor, reason)
        written = AbilityLevel(rawValue: level)
    }

    private static func part(_ domain: AbilityDomain, _ reader: inout FormReader) throws -> AbilityPart {
        let scores = domain.items.map { item in
            reader.number(item.rawValue, 0...Int64(item.most), required: false).map { Int($0) }
        }
        let sum = reader.number(domain.rawValue, 0...Int64(domain.most), required: false)
        return try AbilityPart(domain, items: scores, sum: sum.map { Int($0) })
    }

    private static func findings(_ reader: inout FormReader) -> AbilityFindings {
        let all = Set(AbilityFindings.Diagnosis.allCases.map(\.rawValue))
        let diagnoses = reader.choices("diagnoses", among: all)
        let risks = reader.number("risks", 0...99, required: false)
        return AbilityFindings(
            isComatose: reader.flag("coma"),
            diagnoses: diagnoses.compactMap(AbilityFindings.Diagnosis.init), risks: Int(risks ?? 0))
    }

    /// What stands there so far: a sum for each part that is complete, and the level where all are.
    struct SoFar {
        let sums: [AbilityDomain: Int]
        let reckoning: AbilityReckoning?

        init(_ fields: Fields) {
            var reader = FormReader(fields)
            let parts = AbilityDomain.allCases.compactMap { try? AbilityForm.part($0, &reader) }
            sums = Dictionary(parts.map { ($0.domain, $0.sum) }) { first, _ in first }
            reckoning = try? AbilityReckoning(parts, AbilityForm.findings(&reader))
        }
    }
}
