/// How many chapters run at once.
struct ChangeJobs: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        book.surroundings.jobs = Int.random(in: 1...4, using: &random)
        return "\(book.surroundings.jobs)"
    }
}

/// `--no-sandbox`.
struct ToggleConfinement: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        book.surroundings.isConfined.toggle()
        if book.surroundings.isConfined { book.surroundings.toolchain = 0 }
        return book.surroundings.isConfined ? "on" : "off"
    }
}

/// `--strict`.
struct ToggleStrict: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        book.surroundings.isStrict.toggle()
        return book.surroundings.isStrict ? "on" : "off"
    }
}

/// The environment of the engine: what reaches chapters, and what must not.
struct ChangeEnvironment: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 2...99, using: &random)
        let name = ["OPENBLAS_TRUTH", "TRUTH_WORD", "TZ", "LC_ALL", "BOOK_ROOT"].random(&random) ?? ""
        book.surroundings.environment[name] = random.isOne(in: 3) ? nil : "value\(number)"
        return name
    }
}

/// Another toolchain, or an upgrade of the one in its place.
struct ChangeToolchain: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        book.surroundings.toolchain = Int.random(in: 0...2, using: &random)
        if book.surroundings.toolchain > 0 { book.surroundings.isConfined = false }
        return "edition \(book.surroundings.toolchain)"
    }
}

/// A module that chapters import changes.
struct ChangeImportedModule: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 20...99, using: &random)
        book.modules["Upper/Upper.swift"] =
            "import Base\n\npublic func upperNumber() -> Int { baseNumber() + \(number) }\n"
        return "Upper adds \(number)"
    }
}

/// A module changes that chapters import only through another one.
struct ChangeModuleBelow: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 2...99, using: &random)
        book.modules["Base/Base.swift"] = "public func baseNumber() -> Int { \(number) }\n"
        return "Base is \(number)"
    }
}

/// A module changes that most chapters do not import.
struct ChangeOtherModule: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 2...99, using: &random)
        book.modules["Lonely/Lonely.swift"] = "public func lonelyNumber() -> Int { \(number) }\n"
        return "Lonely is \(number)"
    }
}

/// A comment in a module.
struct CommentModule: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let path = book.modules.keys.sorted().random(&random) else { return nil }
        book.modules[path, default: ""] += "// \(Int.random(in: 2...99, using: &random))\n"
        return path
    }
}
