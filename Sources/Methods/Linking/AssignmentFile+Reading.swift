extension AssignmentFile {
    /// Reads a file of either shape.
    ///
    /// *Shape.* An object with a member `cost`, an array of rows of whole numbers of one length; or one with
    /// a member `instance` of volunteers `V`, tasks `T` and `maxdist`, and perhaps `edges`, an array of
    /// volunteer, task and cost. Other members are passed over.
    /// *Refuses*, with the line: what is no JSON, what is no whole number or out of its bounds, an id or a
    /// pair given twice, a pair of nobody, rows of different length.
    public static func read(_ bytes: [UInt8]) throws(InputFault) -> AssignmentFile {
        var draft = Draft()
        try bytes.withUnsafeBufferPointer { buffer throws(InputFault) in
            var reader = JSONReader(buffer)
            try draft.read(&reader)
        }
        return try draft.file()
    }

    /// The bounds of what a file may say: far beyond any quarter, and so that nothing derived can overflow.
    enum Bounds {
        static let count = 0...(1 << 31)
        static let building = 0...(1 << 30)
        static let past = 0...(1 << 40)
        static let priority = 0...(1 << 40)
        static let cost = -(1 << 50)...(1 << 50)
        static let any = Int.min...Int.max
        /// Volunteers, tasks, or entries of their lists.
        static let entries = 1 << 24
        /// Pairs or entries of a cost matrix.
        static let pairs = 1 << 28
    }

    /// A file half read.
    private struct Draft {
        var matrix: CostMatrix?
        var list: TaskList?
        var pairs: [TaskList.Pair]?
        var seen = JSONMembers()

        mutating func read(_ reader: inout JSONReader) throws(InputFault) {
            try reader.object { reader, key throws(InputFault) in
                switch key {
                case "cost":
                    try seen.mark(0, "cost", reader)
                    matrix = try CostMatrix.read(&reader)
                case "instance":
                    try seen.mark(1, "instance", reader)
                    list = try TaskList.read(&reader)
                case "edges":
                    try seen.mark(2, "edges", reader)
                    pairs = try reader.null() ? nil : TaskList.readPairs(&reader)
                default: try reader.skip()
                }
            }
            try reader.end()
        }

        func file() throws(InputFault) -> AssignmentFile {
            switch (matrix, list) {
            case (let matrix?, nil): return .matrix(matrix)
            case (nil, var list?):
                try list.arrange(pairs)
                return .tasks(list)
            case (nil, nil): throw InputFault("expected a member \"cost\" or \"instance\"")
            case (.some, .some): throw InputFault("both \"cost\" and \"instance\" are given")
            }
        }
    }
}

extension JSONReader {
    /// Reads a whole number within bounds; `name` is what a refusal calls it.
    fileprivate mutating func integer(
        in bounds: ClosedRange<Int>, _ name: StaticString
    ) throws(InputFault) -> Int {
        let value = try integer()
        guard bounds.contains(value) else {
            throw fault("\(name) must be from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return value
    }
}

extension CostMatrix {
    fileprivate static func read(_ reader: inout JSONReader) throws(InputFault) -> CostMatrix {
        var costs: [Int] = []
        var rows = 0
        var columns = 0
        try reader.array { reader throws(InputFault) in
            let start = costs.count
            try reader.array { reader throws(InputFault) in
                if costs.count == AssignmentFile.Bounds.pairs { throw reader.fault("too many costs") }
                costs.append(try reader.integer(in: AssignmentFile.Bounds.cost, "a cost"))
            }
            if rows == 0 {
                columns = costs.count
                costs.reserveCapacity(min(columns * columns, 1 << 22))
            }
            guard costs.count - start == columns else {
                throw reader.fault("a row of \(costs.count - start) costs, expected \(columns)")
            }
            rows += 1
        }
        return try CostMatrix(rows: rows, columns: columns, costs: costs)
    }
}

extension TaskList {
    fileprivate static func read(_ reader: inout JSONReader) throws(InputFault) -> TaskList {
        var list = TaskList()
        var seen = JSONMembers()
        try reader.object { reader, key throws(InputFault) in
            switch key {
            case "V":
                try seen.mark(0, "V", reader)
                try reader.array { reader throws(InputFault) in try list.readVolunteer(&reader) }
            case "T":
                try seen.mark(1, "T", reader)
                try reader.array { reader throws(InputFault) in try list.readTask(&reader) }
            case "maxdist":
                try seen.mark(2, "maxdist", reader)
                list.furthest = try reader.integer()
            default: try reader.skip()
            }
        }
        try seen.require(["V", "T", "maxdist"], in: reader)
        return list
    }

    private mutating func readVolunteer(_ reader: inout JSONReader) throws(InputFault) {
        typealias Bounds = AssignmentFile.Bounds
        var volunteer = Volunteer()
        var seen = JSONMembers()
        try reader.object { reader, key throws(InputFault) in
            switch key {
            case "id":
                try seen.mark(0, "id", reader)
                volunteer.id = try reader.integer()
            case "building":
                try seen.mark(1, "building", reader)
                volunteer.building = try reader.integer(in: Bounds.building, "building")
            case "skills":
                try seen.mark(2, "skills", reader)
                volunteer.skills = try readNumbers(&reader)
            case "slots":
                try seen.mark(3, "slots", reader)
                volunteer.slots = try readNumbers(&reader)
            case "cap":
                try seen.mark(4, "cap", reader)
                volunteer.most = try reader.integer(in: Bounds.count, "cap")
            case "past":
                try seen.mark(5, "past", reader)
                volunteer.past = try reader.integer(in: Bounds.past, "past")
            default: try reader.skip()
            }
        }
        try seen.require(["id", "building", "skills", "slots", "cap", "past"], in: reader)
        if volunteers.count == Bounds.entries { throw reader.fault("too many volunteers") }
        volunteers.append(volunteer)
    }

    /// Reads a list of numbers and keeps each once, in ascending order.
    private mutating func readNumbers(_ reader: inout JSONReader) throws(InputFault) -> Range<Int> {
        let start = numbers.count
        var isAscending = true
        try reader.array { reader throws(InputFault) in
            let number = try reader.integer()
            if numbers.count > start, number <= numbers[numbers.count - 1] { isAscending = false }
            if numbers.count == AssignmentFile.Bounds.entries {
                throw reader.fault("too many skills and slots")
            }
            numbers.append(number)
        }
        if !isAscending {
            let sorted = Set(numbers[start...]).sorted()
            numbers.replaceSubrange(start..., with: sorted)
        }
        return start..<numbers.count
    }

    private mutating func readTask(_ reader: inout JSONReader) throws(InputFault) {
        typealias Bounds = AssignmentFile.Bounds
        var task = Task()
        var seen = JSONMembers()
        try reader.object { reader, key throws(InputFault) in
            switch key {
            case "id":
                try seen.mark(0, "id", reader)
                task.id = try reader.integer()
            case "building":
                try seen.mark(1, "building", reader)
                task.building = try reader.integer(in: Bounds.building, "building")
            case "skill":
                try seen.mark(2, "skill", reader)
                task.skill = try reader.integer()
            case "slot":
                try seen.mark(3, "slot", reader)
                task.slot = try reader.integer()
            case "need":
                try seen.mark(4, "need", reader)
                task.units = try reader.integer(in: Bounds.count, "need")
            case "priority":
                try seen.mark(5, "priority", reader)
                task.priority = try reader.integer(in: Bounds.priority, "priority")
            default: try reader.skip()
            }
        }
        try seen.require(["id", "building", "skill", "slot", "need", "priority"], in: reader)
        if tasks.count == Bounds.entries { throw reader.fault("too many tasks") }
        tasks.append(task)
    }

    fileprivate static func readPairs(_ reader: inout JSONReader) throws(InputFault) -> [Pair] {
        var pairs: [Pair] = []
        try reader.array { reader throws(InputFault) in
            var pair = Pair(volunteer: 0, task: 0, cost: 0)
            var place = 0
            try reader.array { reader throws(InputFault) in
                switch place {
                case 0: pair.volunteer = try reader.integer()
                case 1: pair.task = try reader.integer()
                case 2: pair.cost = try reader.integer(in: AssignmentFile.Bounds.cost, "a cost")
                default: throw reader.fault("expected a volunteer, a task and a cost")
                }
                place += 1
            }
            guard place == 3 else { throw reader.fault("expected a volunteer, a task and a cost") }
            if pairs.count == AssignmentFile.Bounds.pairs { throw reader.fault("too many edges") }
            pairs.append(pair)
        }
        return pairs
    }
}
