import Synchronization

/// The option `columns` of the running cell: which columns of its tables are shown, in which order.
enum ShownColumns {
    private struct Choice {
        var names: [String] = []
        var wasUsed = false
    }

    private static let choice = Mutex(Choice())

    /// Starts a choice that holds until the cell ends.
    static func start(_ names: [String]) {
        choice.withLock { $0 = Choice(names: names) }
    }

    /// Ends the choice; the engine is told when no table used it.
    static func end() {
        let last = choice.withLock { choice in
            defer { choice = Choice() }
            return choice
        }
        if !last.names.isEmpty, !last.wasUsed {
            ProgramRecorder.send(.columnMissing(name: nil, known: []))
        }
    }

    /// The value itself, or a table with the chosen columns only; the engine is told of those that it lacks.
    static func apply(to value: Any) -> Any {
        let names = choice.withLock { choice in
            if value is Table { choice.wasUsed = true }
            return choice.names
        }
        guard !names.isEmpty, let table = value as? Table else { return value }
        for name in names where !table.columnNames.contains(name) {
            ProgramRecorder.send(.columnMissing(name: name, known: table.columnNames))
        }
        return table.selecting(names)
    }
}
