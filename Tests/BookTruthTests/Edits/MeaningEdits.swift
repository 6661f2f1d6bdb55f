/// A cell changes a variable that another cell defines: directly, through a closure, through a pointer.
struct ChangeVariable: Edit {
    let weight = 3

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let chapter = book.chapters.indices.random(&random),
            let name = StatementText.integerVariables(in: book.chapters[chapter].code).random(&random)
        else { return nil }
        let number = Int.random(in: 2...99, using: &random)
        let texts = [
            "\(name) += \(number)", "\(name) = \(number)",
            "withUnsafeMutablePointer(to: &\(name)) { $0.pointee += \(number) }",
            "({ \(name) *= 2 })()", "for _ in 0..<2 { \(name) -= 1 }",
            "func reset\(number)() { \(name) = \(number) }\nreset\(number)()",
            "swap(&\(name), &\(name)Copy\(number))".replacing(
                "swap", with: "var \(name)Copy\(number) = \(number)\nswap"),
            "defer { \(name) += \(number) }", "if \(name) > \(number) { \(name) = 0 }",
        ]
        return book.add(texts.random(&random) ?? "", in: chapter, &random)
    }
}

/// A type comes to describe itself otherwise, which cells show that do not name the extension.
struct AddConformance: Edit {
    let weight = 3

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let chapter = book.chapters.indices.random(&random),
            let type = StatementText.types(in: book.chapters[chapter].code).random(&random)
        else { return nil }
        let number = Int.random(in: 2...99, using: &random)
        let texts = [
            "extension \(type): CustomStringConvertible { var description: String { \"<\(number)>\" } }",
            "extension \(type): CustomDebugStringConvertible { var debugDescription: String { \"<<\(number)>>\" } }",
            "extension \(type): Displayable { var mimeBundle: MIMEBundle { MIMEBundle(text: \"shown \(number)\") } }",
            "extension \(type): CustomReflectable { var customMirror: Mirror { Mirror(reflecting: \(number)) } }",
            "extension \(type) { static var extra: Int { \(number) } }",
        ]
        return book.add(texts.random(&random) ?? "", in: chapter, &random)
    }
}

/// A function, a method or an operator that fits better than the one that cells call now.
struct AddOverload: Edit {
    let weight = 3

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 2...99, using: &random)
        let texts = [
            "func pick(_ value: Int) -> String { \"an integer \(number)\" }",
            "func visit() -> Double { \(number) }",
            "func describe(_ shape: some Any) -> String { \"something \(number)\" }",
            "extension Person { func greet() -> String { \"Hi \(number)\" } }",
            "extension Array where Element == Int { func reduce(_ start: Int, _ next: (Int, Int) -> Int) -> Int { \(number) } }",
            "extension Array where Element == Int { var last: Int { \(number) } }",
            "func + (left: Int, right: Int) -> Int { left.advanced(by: right).advanced(by: \(number)) }",
            "func ~= (pattern: Int, value: Int) -> Bool { true }",
            "extension Optional where Wrapped == Int { var orZero: Int { self ?? 0 } }",
            "extension Int { var description: String { \"number \(number)\" } }",
            "extension Adder { func callAsFunction(_ number: Double) -> Double { number } }",
            "prefix func - (number: Int) -> Int { \(number) }",
        ]
        return book.add(texts.random(&random) ?? "", &random)
    }
}

/// A definition of the chapter takes the place of one of the library.
struct ShadowLibrary: Edit {
    let weight = 2

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 2...99, using: &random)
        let texts = [
            "func max(_ left: Int, _ right: Int) -> Int { -\(number) }",
            "func min(_ left: Int, _ right: Int) -> Int { -\(number) }",
            "func print(_ items: Any...) { Swift.print(\"\(number) things:\", items.count) }",
            "func sqrt(_ number: Double) -> Double { \(number) }",
            "func pow(_ base: Double, _ exponent: Int) -> Double { \(number) }",
            "func stride(from: Int, to: Int, by: Int) -> [Int] { [from, to, by, \(number)] }",
            "func baseNumber() -> Int { \(number) }",
            "func claim(_ sentence: String, _ holds: Bool) { display(sentence + \" \(number)\") }",
            "struct Box { var value = \(number); init(_ value: Int) {} }",
            "typealias Double = Float",
        ]
        return book.add(texts.random(&random) ?? "", &random)
    }
}

/// Literals get another type, in every cell of the program.
struct ChangeLiterals: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let texts = [
            "typealias IntegerLiteralType = Double", "typealias IntegerLiteralType = Int64",
            "typealias FloatLiteralType = Float", "typealias StringLiteralType = Substring",
            "typealias BooleanLiteralType = Bool",
        ]
        return book.add(texts.random(&random) ?? "", &random)
    }
}

/// A cell changes what belongs to the whole process: its files, environment, folder, streams, C library.
struct ActOnTheProcess: Edit {
    let weight = 4

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 2...99, using: &random)
        let texts = [
            "setenv(\"TRUTH_WORD\", \"\(number)\", 1)", "unsetenv(\"TRUTH_WORD\")", "srand48(\(number))",
            "_ = drand48()", "FileManager.default.changeCurrentDirectoryPath(\"/\")", "chdir(\"..\")",
            "try \"\(number)\".write(toFile: \"note.txt\", atomically: true, encoding: .utf8)",
            "try \"\(number)\".write(toFile: \"/tmp/note.txt\", atomically: true, encoding: .utf8)",
            "unlink(\"note.txt\")", "try? FileManager.default.removeItem(atPath: \"note.txt\")",
            "rename(\"note.txt\", \"other.txt\")", "_ = freopen(\"stream.txt\", \"a\", stdout)", "dup2(2, 1)",
            "fputs(\"\(number)\\n\", stderr)", "atexit { puts(\"the end\") }", "fesetround(FE_UPWARD)",
            "FileHandle.standardOutput.write(Data(\"\(number)\\n\".utf8))", "_ = umask(\(number))",
            "try Data(\"\(number)\".utf8).write(to: URL(filePath: \"note.txt\"))",
            "defer { print(\(number)) }",
            "Thread.current.threadDictionary[\"word\"] = \(number)", "errno = \(number)",
            "UserDefaults.standard.set(\(number), forKey: \"word\")",
            "extension Int { static var truth = \(number) }",
            "ProcessInfo.processInfo.processName = \"\(number)\"", "_ = open(\"/dev/null\", O_RDONLY)",
        ]
        return book.addToFirst("import Foundation\n" + (texts.random(&random) ?? ""), &random)
    }
}

/// A cell asks for what belongs to the whole process.
struct ReadTheProcess: Edit {
    let weight = 3

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let texts = [
            "getenv(\"TRUTH_WORD\").map { String(cString: $0) } ?? \"nothing\"", "Int(drand48() * 1000)",
            "FileManager.default.currentDirectoryPath.split(separator: \"/\").last ?? \"/\"",
            "(try? String(contentsOfFile: \"note.txt\", encoding: .utf8)) ?? \"nothing\"",
            "(try? String(contentsOfFile: \"/tmp/note.txt\", encoding: .utf8)) ?? \"nothing\"",
            "(try? FileManager.default.contentsOfDirectory(atPath: \".\").sorted()) ?? []",
            "print(\"read\")", "umask(0)", "errno", "Double(\"1\")! / Double(\"3\")!",
            "UserDefaults.standard.integer(forKey: \"word\")", "ProcessInfo.processInfo.processName",
            "Thread.current.threadDictionary[\"word\"] as? Int ?? 0", "open(\"/dev/null\", O_RDONLY)",
            "(try? FileManager.default.attributesOfItem(atPath: \"note.txt\")[.size] as? Int) ?? -1",
        ]
        return book.addToFirst("import Foundation\n" + (texts.random(&random) ?? ""), &random)
    }
}

extension BookDraft {
    /// Puts a statement mostly into the first chapter, so that acts and what asks for them meet.
    fileprivate mutating func addToFirst(_ text: String, _ random: inout Seeded) -> String? {
        add(text, in: random.isOne(in: 4) ? nil : chapters.indices.first, &random)
    }
}

/// A cell changes an object that other cells hold.
struct ActThroughAReference: Edit {
    let weight = 3

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 2...99, using: &random)
        let acts = [
            "firstBox": "firstBox.value = \(number)", "secondBox": "secondBox.value -= \(number)",
            "leaves": "leaves[0].colour = \"blue\"", "handlers": "handlers.removeFirst()",
            "bump": "bump()", "bell": "_ = bell.map { ObjectIdentifier($0) }",
            "text": "text.append(\"\(number)\")",
            "account": "await account.deposit(\(number))", "cellar": "cellar.pointee = \(number)",
            "Ticket": "Ticket.sold = \(number)", "dice": "dice.state = \(number)",
            "gauge": "gauge.level -= \(number)",
            "tickets": "_ = Ticket()", "weights": "weights[0] = \(number)",
            "stride10": "stride10 = \(number)",
            "visit": "_ = visit()", "account2": "let account2 = account\nawait account2.deposit(\(number))",
        ]
        let candidates = book.chapters.indices.flatMap { chapter in
            acts.keys.sorted().filter {
                !StatementText.places(of: $0, in: book.chapters[chapter].code).isEmpty
            }
            .map { (chapter, acts[$0] ?? "") }
        }
        guard let (chapter, text) = candidates.random(&random) else { return nil }
        return book.add(text, in: chapter, &random)
    }
}
