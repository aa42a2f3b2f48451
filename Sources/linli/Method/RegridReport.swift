import Foundation
import Methods

/// What is told of a proposal, as a table or as JSON.
struct RegridReport {
    let map: BuildingMap
    let request: RegridRequest
    let proposal: RegridProposal
    /// The figures of today's grids, where they are known.
    let today: RegridFigures?

    func text() -> String {
        var lines = header()
        lines.append("")
        lines += rows(proposal.figures, word: "grid")
        if let areas = proposal.areas {
            lines.append("")
            lines.append("areas: \(Self.summary(areas.figures))")
            lines += reasons(areas.obstacles)
            lines += rows(areas.figures, word: "area")
            lines.append("area of each grid: \(areas.ofGrids.map(String.init).joined(separator: " "))")
        }
        lines.append("")
        lines.append("grid of each building:")
        lines += stride(from: 0, to: map.count, by: 25).map { first in
            proposal.labels[first..<min(first + 25, map.count)].map(String.init).joined(separator: " ")
        }
        return lines.joined(separator: "\n")
    }

    private func header() -> [String] {
        let even = Self.short(proposal.figures.evenLoad)
        var lines = [
            "\(map.count) buildings into \(request.grids) grids, even load \(even)"
        ]
        if let today { lines.append("today:    \(Self.summary(today))") }
        lines.append("proposal: \(Self.summary(proposal.figures))")
        lines += reasons(proposal.obstacles)
        if map.oneSidedBorders > 0 {
            lines.append(
                "note: \(map.oneSidedBorders) borders were named from one side only, and taken as borders")
        }
        return lines
    }

    private func reasons(_ obstacles: [LoadObstacle]) -> [String] {
        guard !obstacles.isEmpty else { return [] }
        return ["loads are not within \(Self.percent(request.tolerance)):"] + obstacles.map { "  \($0)" }
    }

    /// A row to a group, today's beside it where there are as many.
    private func rows(_ figures: RegridFigures, word: String) -> [String] {
        let beside = word == "grid" ? today?.groups : nil
        var lines = [
            Self.row(
                [word, "buildings", "load", "of even", "SSD"]
                    + (beside == nil ? [] : ["today", "load", "of even", "SSD"]))
        ]
        for index in 0..<max(figures.groups.count, beside?.count ?? 0) {
            var cells =
                figures.groups.indices.contains(index)
                ? Self.cells(figures.groups[index], figures, withBuildings: true) : ["", "", "", "", ""]
            if let today, let beside {
                cells +=
                    beside.indices.contains(index)
                    ? Self.cells(beside[index], today, withBuildings: false) : ["", "", "", ""]
            }
            lines.append(Self.row(cells))
        }
        return lines
    }

    private static func cells(
        _ group: RegridFigures.Group, _ of: RegridFigures, withBuildings: Bool
    ) -> [String] {
        let label = "\(group.label)" + (group.pieces == 1 ? "" : " in \(group.pieces)")
        let share = of.evenLoad > 0 ? percent(group.load / of.evenLoad) : "-"
        let rest = [short(group.load), share, short(group.ssd)]
        return withBuildings ? [label, "\(group.buildings)"] + rest : [label] + rest
    }

    private static func row(_ cells: [String]) -> String {
        cells.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }.joined(separator: " ")
    }

    private static func summary(_ figures: RegridFigures) -> String {
        "SSD \(short(figures.ssd)), loads within \(percent(figures.maxLoadDeviation)) of even, "
            + (figures.isContiguous ? "contiguous" : "not contiguous") + ", \(figures.groups.count) groups"
    }

    private static func short(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9
            ? String(Int(value))
            : abs(value) < 1e6 ? String(format: "%.4f", value) : String(format: "%.4g", value)
    }

    private static func percent(_ share: Double) -> String { String(format: "%.1f%%", share * 100) }
}

extension RegridReport {
    func json() throws -> String {
        let object = Answer(
            labels: proposal.labels, ssd: proposal.figures.ssd,
            maxLoadDeviation: proposal.figures.maxLoadDeviation, contiguous: proposal.figures.isContiguous,
            loads: proposal.figures.groups.map(\.load), withinTolerance: proposal.isWithinTolerance,
            reasons: proposal.obstacles.map(\.description), seed: request.seed,
            areas: proposal.areas.map(Areas.init), today: today.map(Figures.init))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(object), as: UTF8.self)
    }

    private struct Answer: Encodable {
        let labels: [Int]
        let ssd: Double
        let maxLoadDeviation: Double
        let contiguous: Bool
        let loads: [Double]
        let withinTolerance: Bool
        let reasons: [String]
        let seed: UInt64
        let areas: Areas?
        let today: Figures?
    }

    private struct Areas: Encodable {
        let ofGrids: [Int]
        let labels: [Int]
        let figures: Figures
        let withinTolerance: Bool
        let reasons: [String]

        init(_ areas: RegridProposal.Areas) {
            ofGrids = areas.ofGrids
            labels = areas.labels
            figures = Figures(areas.figures)
            withinTolerance = areas.isWithinTolerance
            reasons = areas.obstacles.map(\.description)
        }
    }

    private struct Figures: Encodable {
        let ssd: Double
        let maxLoadDeviation: Double
        let contiguous: Bool
        let labels: [Int]
        let loads: [Double]

        init(_ figures: RegridFigures) {
            ssd = figures.ssd
            maxLoadDeviation = figures.maxLoadDeviation
            contiguous = figures.isContiguous
            labels = figures.groups.map(\.label)
            loads = figures.groups.map(\.load)
        }
    }
}
