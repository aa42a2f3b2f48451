import Testing
import Trials
import Values
import Web

@testable import People

/// A table of coordinates: taken whole, or not at all with a line for each row that cannot be.
@Suite struct PositionSheetTests {
    @Test(arguments: [
        ("楼栋,东,北\n1-1,10,20\n1-2,50,20.4\n", 2, 0),
        ("代号,x,y\n1-1,10,20\n2号楼,50,20\n", 1, 1),
        ("building,x,y\n1-1,10,20\n1-1,11,20\n", 1, 1),
        ("楼栋,东,北\n1-1,十,20\n1-2,,\n9-9,1,1\n", 0, 3),
        ("楼栋,东,北\n1-1,nan,20\n1-2,1e9,0\n", 0, 2),
        ("楼栋,东\n1-1,10\n", 0, 1),
    ])
    func rowsAreReadOrNamed(_ text: String, _ taken: Int, _ faults: Int) async throws {
        try await Trial.run(on: [.sqlite]) { trial in
            let community = trial.community
            let map = try await trial.database.read { try PlaceMap(of: community, $0) }
            // Names are told apart by their area; the trial has none, so that each is there three times.
            let sheet = try PositionSheet(Array(text.utf8), buildings: map.buildings)
            #expect(sheet.faults.count == faults, "\(sheet.faults.map(\.chinese))")
            #expect(sheet.positions.count >= taken)
        }
    }

    @Test func theSameFileTwiceChangesNothing() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("站长", "13900000001", .stationHead)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            let rows = Trial.buildings.enumerated().map { "\($0.element),\($0.offset * 40),0" }
            let text = "楼栋,东,北\n" + rows.joined(separator: "\n")
            for expected in [6, 0] {
                let reply = try await browser.bring("/map/positions/file", text)
                #expect(reply.status == 200, "\(reply.text)")
                #expect(try reply.decoded(Int.self) == expected)
            }
            let bad = try await browser.bring("/map/positions/file", text + "\n1-9,7,7")
            #expect(bad.status == 422 && bad.text.contains("第8行"))
            #expect(try await trial.material().map.buildings.count == 6)
        }
    }
}

extension Browser {
    /// Sends a file as a form with files does; JSON comes back.
    func bring(_ path: String, _ text: String) async throws -> Reply {
        let page = await get("/map").text
        let token = page.firstMatch(of: /data-csrf="([0-9a-f]+)"/).map { String($0.1) } ?? ""
        let border = "----linli", part = "--\(border)\r\nContent-Disposition: form-data; name="
        let body =
            part + "\"csrf\"\r\n\r\n\(token)\r\n" + part
            + "\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n\(text)\r\n--\(border)--\r\n"
        var ask = Ask(
            .post, path,
            headers: [
                "content-type": "multipart/form-data; boundary=\(border)", "accept": "application/json",
            ])
        ask.body = Array(body.utf8)
        return await send(ask)
    }
}
