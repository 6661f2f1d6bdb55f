/// A flag that only the page sees.
struct ToggleDisplayFlag: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        book.toggle(["hidden", "folded", "quiet"], &random)
    }
}

/// A flag that decides whether and with whom a cell runs.
struct ToggleRunFlag: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        book.toggle(["alone", "compile", "keep", "parameters"], &random)
    }
}

/// A flag that demands a failure.
struct ToggleDemand: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        book.toggle(["fails", "warns", "throws", "traps"], &random)
    }
}

/// A flag that changes the program of which the cell is a part.
struct ToggleProgramFlag: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        book.toggle(["fresh", "optimize"], &random)
    }
}

/// A limit of time or memory.
struct ChangeLimit: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let limits = [
            ("time-limit", "30"), ("time-limit", "31"), ("memory-limit", "900 MB"), ("time-limit", "soon"),
        ]
        return book.setOption(limits.random(&random) ?? limits[0], where: { _ in true }, &random)
    }
}

/// What a cell must show, and how exactly.
struct ChangeExpectation: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let options = [
            ("expect", "\"16\""), ("expect", "\"5.33\""), ("tolerance", "0.5"), ("tolerance", "0.0001"),
            ("expect", nil),
        ]
        let isExpecting = random.isOne(in: 4)
        return book.setOption(
            options.random(&random) ?? options[0], where: { isExpecting || $0.option("expect") != nil },
            &random)
    }
}

/// What a demanded failure must say.
struct ChangeMessage: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let options = [("message", "never heard of"), ("message", nil), ("message", "cannot")]
        return book.setOption(
            options.random(&random) ?? options[0], where: { $0.option("message") != nil }, &random)
    }
}

/// What stands below a figure or a table.
struct ChangeCaption: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 100...999, using: &random)
        let options = [("caption", "Caption \(number)."), ("alt", "Picture \(number)."), ("caption", nil)]
        return book.setOption(
            options.random(&random) ?? options[0], where: { $0.option("label") != nil }, &random)
    }
}

/// The name of a cell, which is a part of the report.
struct ChangeLabel: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 1...9, using: &random)
        let options = [("label", "cell-\(number)"), ("label", "named-\(number)"), ("label", nil)]
        return book.setOption(options.random(&random) ?? options[0], where: { _ in true }, &random)
    }
}

/// The columns of a table that are shown.
struct ChangeColumns: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let options = [("columns", "[half, number]"), ("columns", nil), ("columns", "[nothing]")]
        return book.setOption(
            options.random(&random) ?? options[0], where: { $0.code.contains("Table(") }, &random)
    }
}

/// The files that a cell says it reads.
struct ChangeInputs: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let options = [
            ("inputs", "[Notes/memo.txt]"), ("inputs", "[Chapters/Data/numbers.txt]"), ("inputs", nil),
            ("inputs", "[Chapters/Data/nothing.txt]"),
            ("inputs", "[Chapters/Data/numbers.txt, Notes/memo.txt]"),
        ]
        return book.setOption(options.random(&random) ?? options[0], where: { _ in true }, &random)
    }
}

extension BookDraft {
    fileprivate mutating func toggle(_ flags: [String], _ random: inout Seeded) -> String? {
        guard let place = cellPlaces().random(&random), let flag = flags.random(&random) else { return nil }
        if let known = self[cell: place].flags.firstIndex(of: flag) {
            self[cell: place].flags.remove(at: known)
        } else {
            self[cell: place].flags.append(flag)
        }
        return "\(flag) of \(name(of: place))"
    }

    fileprivate mutating func setOption(
        _ option: (key: String, value: String?), where isWanted: (CellDraft) -> Bool, _ random: inout Seeded
    ) -> String? {
        guard let place = cellPlaces(where: isWanted).random(&random) else { return nil }
        self[cell: place].setOption(option.key, option.value)
        return "\(option.key): \(option.value ?? "(none)") of \(name(of: place))"
    }
}
