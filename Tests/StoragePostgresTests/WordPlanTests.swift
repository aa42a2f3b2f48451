import Storage
import Testing
import Trials
import Values

@testable import StoragePostgres

/// A search goes by the postings of its words, not by the documents.
@Suite(.enabled(if: TrialServer.isThere, "LINLI_POSTGRES names no server"))
struct WordPlanTests {
    @Test(arguments: [
        [SearchWord(tokens: ["灯77"])], [SearchWord(tokens: ["灯77"], isPrefix: true)],
        [SearchWord(tokens: ["楼道", "灯77"])], [SearchWord(tokens: ["楼道"]), SearchWord(tokens: ["灯77"])],
    ])
    func aSearchReadsNoDocumentInVain(_ words: [SearchWord]) async throws {
        try await withSchema { database in
            try await database.migrate([])
            for batch in 0..<6 {
                try await database.write(in: .trial(1)) { writing in
                    for number in batch * 1000..<(batch + 1) * 1000 {
                        writing.index(
                            WordDocument(
                                community: .trial(1), kind: "need", object: .trial(UInt64(number + 10)),
                                words: "楼道 灯\(number)"))
                    }
                }
            }
            try await database.weigh()
            let search = WordSearch(community: .trial(1), kind: "need", words: words)
            let plan = try await database.read { reading in
                try reading.all(SQL(trusted: "EXPLAIN ") + Connection.question(search)) { $0.text(0) }
            }
            #expect(plan.contains { $0.contains("word_document_marked") }, "\(plan)")
            #expect(plan.allSatisfy { !$0.contains("Seq Scan") }, "\(plan)")
            #expect(try await database.read { try $0.search(search) }.map(\.object).contains(.trial(87)))
        }
    }
}
