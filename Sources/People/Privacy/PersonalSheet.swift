import Sheets
import Values
import Web

/// One's own data as a workbook: what is kept, consents, and who looked, each on a sheet.
enum PersonalSheet {
    static func bytes(_ file: PersonalFile, _ language: Language, _ now: Instant) throws -> [UInt8] {
        let book = try Workbook(
            sheet: PrivacyPhrase.whatIsKept(language),
            columns: [
                SheetColumn(RegisterPhrase.what(language), width: 24),
                SheetColumn(RegisterPhrase.value(language), width: 50),
                SheetColumn(RegisterPhrase.day(language), width: 14),
                SheetColumn(PrivacyPhrase.until(language), width: 14),
                SheetColumn(RegisterPhrase.source(language), width: 24),
            ], made: now)
        for (name, value) in plain(file, language) { try book.append([.text(name), .text(value)]) }
        for line in periods(file, language) { try book.append(line) }
        try addConsents(file, to: book, language)
        try addLooks(file, to: book, language)
        return try book.finish()
    }

    private static func plain(_ file: PersonalFile, _ language: Language) -> [(String, String)] {
        let all: [(RegisterPhrase, String?)] = [
            (.name, file.name), (.sex, file.sex.title[language]), (.born, file.born.description),
            (.phone, file.phone), (.identity, file.identity), (.source, file.source.title[language]),
        ]
        return all.compactMap { phrase, value in value.map { (phrase(language), $0) } }
    }

    private static func periods(_ file: PersonalFile, _ language: Language) -> [[Cell]] {
        func line(_ name: String, _ value: String, _ period: Period, _ source: FactSource?) -> [Cell] {
            [
                .text(name), .text(value), .text(period.since.description),
                .text(period.until?.description ?? ""), .text(source?.title[language] ?? ""),
            ]
        }
        return file.stays.map { stay in
            line(
                RegisterPhrase.address(language),
                "\(stay.address) \(stay.relation.title[language]) \(stay.standing.title[language])",
                stay.period, stay.source)
        }
            + file.homes.map { home in
                line(
                    home.role.title[language],
                    "\(home.address)\(home.role == .owner ? " \(home.share.said(language))" : "")",
                    home.period,
                    home.source)
            }
            + file.groups.map { group in
                line(
                    group.group.text[language],
                    [group.details?.level, group.details?.basis].compactMap { $0 }.filter { !$0.isEmpty }
                        .joined(separator: " "), group.period, group.details?.source)
            }
            + file.abilities.map { assessment in
                let known = AbilityLine(assessment: assessment, language: language)
                return [
                    .text(AbilityPhrase.title(language)), .text(known.result),
                    .text(assessment.day.description), .text(""), .text(known.when),
                ]
            }
            + file.facts.map { line($0.kind.title[language], $0.value, $0.period, $0.source) }
    }

    private static func addConsents(
        _ file: PersonalFile, to book: Workbook, _ language: Language
    ) throws {
        try book.addSheet(
            PrivacyPhrase.myConsents(language),
            columns: [
                SheetColumn(PrivacyPhrase.purpose(language), width: 36),
                SheetColumn(PrivacyPhrase.form(language), width: 60),
            ])
        for line in file.consents {
            try book.append([
                .text(line.purpose.text[language]),
                .text(ConsentLine(line.consent, isOlder: line.isOlder).text(language)),
            ])
        }
    }

    private static func addLooks(_ file: PersonalFile, to book: Workbook, _ language: Language) throws {
        try book.addSheet(
            PrivacyPhrase.whoLooked(language),
            columns: [
                SheetColumn(RegisterPhrase.day(language), width: 20),
                SheetColumn(PrivacyPhrase.whoLooked(language), width: 70),
            ])
        for look in file.looks {
            try book.append([
                .text("\(look.at.day(in: .shanghai))"), .text(LookLine(look).text(language)),
            ])
        }
    }
}
