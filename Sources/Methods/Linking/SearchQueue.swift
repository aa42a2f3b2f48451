/// The needs still to be looked at in one search, nearest first.
///
/// Integer costs lie close together, so most of what a search reaches stands as near as what it looks at now:
/// that goes on a stack, last first, and never through the heap. Ties of the heap go to the lower need.
struct SearchQueue: Sendable {
    struct Item: Sendable {
        let distance: Int
        let need: Int32

        func precedes(_ other: Item) -> Bool {
            distance == other.distance ? need < other.need : distance < other.distance
        }
    }

    private var level: [Item] = []
    private var heap: [Item] = []
    private var now = 0

    mutating func removeAll() {
        level.removeAll(keepingCapacity: true)
        heap.removeAll(keepingCapacity: true)
        now = 0
    }

    mutating func push(_ need: Int32, at distance: Int) {
        let item = Item(distance: distance, need: need)
        if distance == now { level.append(item) } else { rise(item) }
    }

    mutating func pop() -> Item? {
        if let item = level.popLast() { return item }
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        if !heap.isEmpty { sink(last) }
        now = first.distance
        return first
    }

    private mutating func rise(_ item: Item) {
        var child = heap.count
        heap.append(item)
        while child > 0 {
            let parent = (child - 1) / 2
            guard item.precedes(heap[parent]) else { break }
            heap[child] = heap[parent]
            child = parent
        }
        heap[child] = item
    }

    private mutating func sink(_ item: Item) {
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
            guard heap[child].precedes(item) else { break }
            heap[parent] = heap[child]
            parent = child
        }
        heap[parent] = item
    }
}
