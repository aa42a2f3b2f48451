import Foundation
import Methods
import Testing

/// The estates and maps that lie beside the project, against the peers' figures in them.
@Suite(.enabled(if: SharedData.folder != nil)) struct RegridDataTests {
    private struct Peers: Decodable {
        struct Result: Decodable {
            let ssd: Double?
            let load: Double?
            let contiguous: Bool?

            enum CodingKeys: String, CodingKey {
                case ssd, contiguous
                case load = "max_load_dev"
            }
        }
        let results: [String: Result]
    }

    @Test(arguments: SharedData.files(in: "regrid", withExtension: "json"))
    func peersAreMeasuredAsTheyMeasureThemselves(_ url: URL) throws {
        let data = try Data(contentsOf: url)
        let file = try RegridFile(data)
        let peers = try JSONDecoder().decode(Peers.self, from: data)
        var count = 0
        for (name, labels) in file.divisions {
            guard let told = peers.results[name], let ssd = told.ssd, let load = told.load else {
                continue
            }
            let figures = try RegridFigures(labels: labels, of: file.map)
            #expect(abs(figures.ssd - ssd) < 1e-4)
            #expect(abs(figures.maxLoadDeviation - load) < 1e-4)
            #expect(figures.isContiguous == told.contiguous)
            count += 1
        }
        #expect(count >= 4)
    }

    /// Ward's division is not held to even loads, and still no better.
    @Test(
        arguments: SharedData.files(in: "regrid", withExtension: "json").filter {
            $0.path.contains("estate")
        }, [1, 2])
    func estatesAreEvenAndNoWorseThanWard(_ url: URL, _ seed: UInt64) throws {
        let file = try RegridFile(Data(contentsOf: url))
        let ward = try RegridFigures(labels: try #require(file.divisions["ward_spatial"]), of: file.map)
        var request = file.request
        request.seed = seed
        let proposal = try Regridding.propose(file.map, request)
        #expect(proposal.figures.isContiguous && proposal.isWithinTolerance)
        #expect(proposal.figures.groups.count == file.request.grids)
        #expect(proposal.figures.maxLoadDeviation <= 0.1)
        #expect(proposal.figures.ssd <= 0.99 * ward.ssd)
    }

    /// Seven of Columbus's 49 tracts hang on tract 20 alone: nobody can come nearer than 17.4 per cent.
    @Test func columbusComesAsNearAsIsProved() throws {
        let files = SharedData.files(in: "regrid", withExtension: "json")
        let url = try #require(files.first { $0.path.contains("columbus") })
        let file = try RegridFile(Data(contentsOf: url))
        let proposal = try Regridding.propose(file.map, file.request)
        #expect(proposal.obstacles.count == 1)
        guard case .pocket(behind: 20, _, let nearest)? = proposal.obstacles.first else {
            Issue.record("expected the pocket behind 20, found \(proposal.obstacles)")
            return
        }
        #expect(proposal.figures.maxLoadDeviation <= nearest + 1e-9)
        #expect(proposal.figures.isContiguous)
    }
}
