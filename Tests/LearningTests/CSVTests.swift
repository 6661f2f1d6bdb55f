import Foundation
import Learning
import Testing

private let classes = ClassNames(negative: "Bad", positive: "Good")

private func dataset(_ text: String) throws(DataError) -> Dataset {
    try Dataset(table: CSVTable(text: text, file: "loans.csv"), classColumn: "Class", classNames: classes)
}

@Suite("CSV")
struct CSVTests {
    @Test("Dataset: numbers, labels and names")
    func reads() throws {
        let data = try dataset("a,Class,b\n1,Good,-2.5\n3e2,Bad,0\n")
        #expect(data.features == [[1, -2.5], [300, 0]])
        #expect(data.labels == [.positive, .negative])
        #expect(data.columnNames == ["a", "b"])
        #expect(data.description == "2 rows × 2 columns: 1 Good, 1 Bad")
    }

    @Test(
        "Dataset: line ends, byte order mark, quotes and blank lines make no difference",
        arguments: [
            "a,Class\r\n1,Good\r\n2,Bad\r\n", "\u{FEFF}a,Class\n1,Good\n2,Bad",
            "\"a\",Class\n\n\"1\",\"Good\"\n2,Bad\n\n",
        ])
    func spellings(text: String) throws {
        #expect(try dataset(text) == dataset("a,Class\n1,Good\n2,Bad\n"))
    }

    @Test("CSVTable: quoted commas, quotes and line ends; columns count characters")
    func quotes() throws {
        let table = try CSVTable(text: "é,\"b,\"\"c\"\"\nd\",e\n", file: "q.csv")
        #expect(table.lines[0].map(\.text) == ["é", "b,\"c\"\nd", "e"])
        #expect(table.lines[0].map(\.column) == [1, 3, 4])
        #expect(table.lines[0].map(\.line) == [1, 1, 2])
    }

    @Test(
        "Dataset: faults are told with line and column",
        arguments: [
            ("", "loans.csv:1:1: the file is empty"),
            ("a,Class\n", "loans.csv:1:1: the file has a header and no rows"),
            ("a,b\n1,2\n", "loans.csv:1:1: no column is named 'Class'; the header has a, b"),
            ("a,a,Class\n1,2,Good\n", "loans.csv:1:3: two columns are named 'a'"),
            ("a,Class\n1\n", "loans.csv:2:1: the line has 1 field, expected 2 (those of the first line)"),
            (
                "a,Class\n1,Good\n1,Good,3\n",
                "loans.csv:3:8: the line has 3 fields, expected 2 (those of the first line)"
            ),
            ("a,Class\n,Good\n", "loans.csv:2:1: the value of 'a' is missing"),
            ("Class,a\nGood,x1\n", "loans.csv:2:6: 'x1' is not a number, in column 'a'"),
            ("a,Class\n1,Good\nnan,Bad\n", "loans.csv:3:1: 'nan' is not a finite number, in column 'a'"),
            ("a,Class\ninf,Good\n", "loans.csv:2:1: 'inf' is not a finite number, in column 'a'"),
            (
                "a,Class\n1,good\n",
                "loans.csv:2:3: 'good' is not a class, in column 'Class'; expected 'Good' or 'Bad'"
            ),
            ("a,Class\n\"1,Good\n", "loans.csv:2:1: the quote that opens here is not closed"),
            (
                "a,Class\n\"1\"2,Good\n",
                "loans.csv:2:4: text follows a closing quote, expected a comma or the end of the line"
            ),
        ])
    func faults(text: String, message: String) {
        let error = #expect(throws: DataError.self) { try dataset(text) }
        #expect(error?.description == message)
    }

    @Test("CSVTable: a missing file and one that is not UTF-8")
    func unreadable() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let missing = folder.appending(path: "german-credit.csv")
        #expect(throws: DataError.cannotRead(file: missing.path, reason: "there is no such file")) {
            try Dataset.germanCredit(in: folder)
        }
        try Data([0x61, 0x2C, 0xFF, 0x0A]).write(to: missing)
        #expect(throws: DataError.malformed(file: missing.path, line: 1, column: 3, .notUTF8)) {
            try CSVTable(contentsOf: missing)
        }
    }

    @Test(
        "Dataset: counts and numbers that do not agree are refused",
        arguments: [
            (1, 2, 0.0, "1 labels were given, expected 2 (the rows of `features`)"),
            (2, 3, 0.0, "3 column names were given, expected 2 (the columns of `features`)"),
            (2, 2, .nan, "row 1 has nan in column 'n1', expected a finite number"),
            (2, 2, -.infinity, "row 1 has -inf in column 'n1', expected a finite number"),
        ])
    func refused(labels: Int, names: Int, value: Double, message: String) {
        let error = #expect(throws: DataError.self) {
            try Dataset(
                features: [[1, 2], [3, value]], labels: Array(repeating: .positive, count: labels),
                columnNames: (0..<names).map { "n\($0)" })
        }
        #expect(error?.description == message)
    }

    @Test("Dataset.columnIndex: an unknown name is told with those there are")
    func unknownColumn() throws {
        let data = try dataset("a,Class,b\n1,Good,-2.5\n")
        #expect(try data.columnIndex(of: "b") == 1)
        let error = #expect(throws: DataError.self) { try data.columnIndex(of: "c") }
        #expect(error?.description == "no column is named 'c'; there are 2: a, b")
    }
}
