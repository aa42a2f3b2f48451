/// Volunteers of a quarter and the tasks that wait for them, as a file lists them.
///
/// *Units.* Distances are metres on the lattice of ``Lattice``; `past` counts what a volunteer did of late.
/// Volunteers and tasks stand in order of their ids, whatever order the file has.
public struct TaskList: Sendable {
    struct Volunteer: Sendable {
        var id = 0
        var building = 0
        /// Where the skills and slots stand in ``TaskList/numbers``, each in ascending order.
        var skills = 0..<0
        var slots = 0..<0
        /// The most tasks that the volunteer takes on.
        var most = 0
        var past = 0
    }

    struct Task: Sendable {
        var id = 0
        var building = 0
        var skill = 0
        var slot = 0
        var units = 0
        var priority = 0
    }

    /// A pair that a file names itself, by places in the lists, with its cost.
    struct Pair: Sendable {
        var volunteer: Int
        var task: Int
        var cost: Int
    }

    var volunteers: [Volunteer] = []
    var tasks: [Task] = []
    var numbers: [Int] = []
    /// The furthest that a volunteer goes.
    var furthest = 0
    /// The pairs permitted; nil where they follow from skill, slot and distance.
    var pairs: [Pair]?
}
