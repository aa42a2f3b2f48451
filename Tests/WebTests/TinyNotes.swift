import Actions
import Storage
import Values

@testable import Web

/// The room of the tiny house.
enum Notes {
    static let write = Right("notes.write", Text("写", "Write"))
    static let read = Right("notes.read", Text("读", "Read"))
    static let rights = [
        RightRow(write, anyone: .place, [.socialWorker: .place]), RightRow(read, [.socialWorker: .place]),
    ]
    static let schema =
        GroundSchema.migrations + [
            Migration(
                name: "note",
                text: """
                    CREATE TABLE note (community BYTES NOT NULL, number BIGINT NOT NULL, words TEXT NOT NULL,
                    PRIMARY KEY (community, number))
                    """)
        ]

    static let words = Input("words", Text("话", "Words"), .lines(40), required: true)

    static let routes: [Route] = [
        .page("/", write, Text("首页", "Front"), EchoPage(), query: [Input("q", Text("找", "Find"), .line(40))]),
        .page("/board", write, Text("板报", "Board"), BoardPage()),
        .page("/notes", read, Text("便条", "Notes"), EchoPage()),
        .page("/notes/new", write, Text("写便条", "Write a note"), EchoPage()),
        .page("/notes/{number}", write, Text("一张便条", "A note"), NotePage()),
        .verb(
            .post, "/notes", write, Text("写便条", "Write a note"), fields: [words], answers: Int64.self,
            shows: EchoPage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let words = reader.lines("words", 40)
            try reader.finish()
            let number = try await visit.perform(Write(words: words), fields: fields)
            return .made(number, see: "/notes/\(number)")
        },
        .verb(
            .post, "/photos", write, Text("送照片", "Send a photo"),
            fields: [Input("photo", Text("照片", "Photo"), .file(2000))], answers: Int64.self,
            shows: EchoPage(),
            largestBody: 4000
        ) { _, fields in .done(Int64(fields.file("photo")?.bytes.count ?? 0), see: "/") },
        .raw(.put, "/drafts/{key}", write, Text("草稿", "Draft")) { visit in
            .text("\(try visit.parameter("key")) \(visit.ask.body.count)")
        },
        .raw(.post, "/door", write, Text("别的门", "Another door"), checksOrigin: false) { _ in .text("in") },
        .raw(.get, "/faults/{kind}", write, Text("差错", "Faults")) { visit in
            switch try visit.parameter("kind") {
            case "busy": throw StorageFault.busy
            case "full": throw StorageFault.full
            case "read-only": throw StorageFault.readOnly
            case "failing": throw StorageFault.failing("1034: disk I/O error")
            case "alone": throw StorageFault.alone
            case "away": throw StorageFault.away
            case "unsure": throw StorageFault.unsure
            case "words": throw StorageFault.unreadable("State: 张三的秘密")
            default: throw TinyDoorkeeper.Unknown()
            }
        },
    ]

    static let interface: [Route] = [
        .plain("/openapi.json", write, Text("接口", "Interface")) { _, site in
            Reply(type: "application/json", body: try site.interfaceDocument())
        }
    ]
}

struct Write: Action {
    static let name = "notes.write"
    static let right = Notes.write
    let words: String

    func subject(in work: Work) throws -> PlacePath { PlacePath(text: "/1/") }

    func run(on subject: PlacePath, in work: Work) throws -> Int64 {
        let number = try work.nextNumber("note")
        try work.database.run(
            "INSERT INTO note (community, number, words) VALUES (\(work.community), \(number), \(words))")
        return number
    }

    func object(of subject: PlacePath, _ answer: Int64, in work: Work) -> Identifier { work.community }
}

/// Says what the query and the form said, wherever a page could.
struct EchoPage: Page {
    struct Model: Codable, Sendable { let said: String }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model { Model(said: visit.value("q") ?? "") }

    func title(_ model: Model, _ scene: Scene) -> String { model.said }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let typed = scene.fields["words"] ?? model.said
        return """
            <p title="\(typed)">\(typed)</p><a href="\(link: scene.link("/notes/\(typed)"))">\(typed)</a>
            <textarea name="words">\(typed)</textarea><b>\(scene.fault("words") ?? "")</b>
            """
    }
}

struct NotePage: Page {
    struct Model: Codable, Sendable {
        let number: String
        let words: String
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let number = try visit.parameter("number")
        let words = try reading.first(
            "SELECT words FROM note WHERE community = \(visit.community) AND number = \(Int64(number) ?? 0)"
        ) { $0.text(0) }
        guard let words else { throw GroundRefusal.notFound }
        return Model(number: number, words: words)
    }

    func title(_ model: Model, _ scene: Scene) -> String { model.number }
    func view(_ model: Model, _ scene: Scene) -> HTML { "<p>\(model.words)</p>" }
}
