import Actions
import People
import Storage
import Values
import Web

/// What is asked of public needs, read out of an address.
struct Open311Queries {
    let visit: Visit
    let reading: any Reading
    let locality: Locality
    let vocabulary: Vocabulary

    static let longestSpan = Instant.Span.days(90)
    static let most = 1000

    /// - Throws: ``Open311Refusal/noSuchJurisdiction``.
    init(_ visit: Visit, _ reading: any Reading) throws {
        self.visit = visit
        self.reading = reading
        locality = try Self.locality(visit.value("jurisdiction_id"), visit, reading)
        vocabulary = try VocabularyStore.vocabulary(in: locality.id, reading)
    }

    /// The community that `jurisdiction_id` names; without one, that of the address.
    static func locality(_ name: String?, _ visit: Visit, _ reading: any Reading) throws -> Locality {
        guard let name, !name.isEmpty, name != visit.locality.code else { return visit.locality }
        guard let found = try LocalityStore.locality(slug: name, reading) else {
            throw Open311Refusal.noSuchJurisdiction
        }
        return found
    }

    func list() throws -> WireTree {
        if let numbers = visit.value("service_request_id") { return try several(split(numbers)) }
        let wish = try wish()
        return try write(Open311Store.requests(wish, in: locality.id, reading))
    }

    /// One request; one whose sentence waits for release has its class and state, and no description.
    func one(_ number: String) throws -> WireTree {
        guard let need = try need(number) else { throw Open311Refusal.noSuchRequest }
        return write([need])
    }

    func definition(_ code: String) throws -> WireTree {
        guard vocabulary.publicSpaceClasses.contains(where: { $0.key == code }) else {
            throw Open311Refusal.noSuchService
        }
        return Open311Answers.definition(code, visit.language)
    }

    private func several(_ numbers: [String]) throws -> WireTree {
        guard numbers.count <= 100 else { throw Open311Refusal.tooManyNumbers }
        return write(try numbers.compactMap(need).filter { $0.sentence != nil })
    }

    private func need(_ text: String) throws -> PublicNeed? {
        guard let number = NeedStore.number(text),
            let need = try NeedStore.publicNeed(number: number, in: locality.id, reading),
            let key = need.classKey, vocabulary.isPublicSpace(key)
        else { return nil }
        return need
    }

    private func write(_ needs: [PublicNeed]) -> WireTree {
        Open311Answers.requests(needs, vocabulary, visit)
    }

    private func wish() throws -> Open311Store.Wish {
        let (from, before) = try span()
        let (limit, offset) = try page()
        return Open311Store.Wish(
            classes: try classes(), isOpen: try isOpen(), from: from, before: before, limit: limit,
            offset: offset)
    }

    private func classes() throws -> [String] {
        let shown = vocabulary.allTerms(.need).map(\.key).filter(vocabulary.isPublicSpace)
        guard let asked = visit.value("service_code").map(split) else { return shown }
        guard asked.allSatisfy(shown.contains) else { throw Open311Refusal.noSuchService }
        return asked
    }

    private func isOpen() throws -> Bool? {
        guard let asked = visit.value("status").map(split) else { return nil }
        guard asked.allSatisfy(["open", "closed"].contains) else { throw Open311Refusal.statusMalformed }
        return Set(asked).count == 2 ? nil : asked.first == "open"
    }

    /// The last 90 days unless said otherwise; one end alone reaches 90 days from there.
    private func span() throws -> (Instant, Instant) {
        let from = try moment("start_date"), end = try moment("end_date")
        switch (from, end) {
        case (nil, nil): return (visit.now - Self.longestSpan, visit.now + .seconds(1))
        case (let from?, nil): return (from, from + Self.longestSpan)
        case (nil, let end?): return (end - Self.longestSpan, end + .seconds(1))
        case (let from?, let end?):
            guard from <= end, end - from <= Self.longestSpan else { throw Open311Refusal.spanTooLong }
            return (from, end + .seconds(1))
        }
    }

    private func moment(_ name: String) throws -> Instant? {
        guard let text = visit.value(name) else { return nil }
        guard let moment = WireTime.read(text) else { throw Open311Refusal.timeMalformed }
        return moment
    }

    private func page() throws -> (limit: Int, offset: Int) {
        let size = try whole("page_size") ?? Self.most, page = try whole("page") ?? 1
        guard (1...Self.most).contains(size), (1...10_000).contains(page), (page - 1) * size <= 10_000 else {
            throw Open311Refusal.pageMalformed
        }
        return (size, (page - 1) * size)
    }

    private func whole(_ name: String) throws -> Int? {
        guard let text = visit.value(name) else { return nil }
        guard let number = Int(text) else { throw Open311Refusal.pageMalformed }
        return number
    }

    private func split(_ list: String) -> [String] {
        list.utf8.split(separator: UInt8(ascii: ",")).prefix(200).map {
            String(Substring($0.drop { $0 == UInt8(ascii: " ") }))
        }
    }
}
