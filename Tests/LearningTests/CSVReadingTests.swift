import Foundation
import Learning
import LinearAlgebra
import Testing

private let classes = ClassNames(negative: "Bad", positive: "Good")

private func dataset(_ text: String, _ reading: CSVReading) throws(DataError) -> Dataset {
    try Dataset(
        table: CSVTable(text: text, file: "loans.csv"), classColumn: "Class", classNames: classes,
        reading: reading)
}

@Suite("CSVReading")
struct CSVReadingTests {
    private let text = "age,job,Class\n30,clerk,Good\n40,smith,Bad\n50,clerk,Good\n"

    @Test("CSVReading: categories become columns of 0 and 1, those that occur or those that are listed")
    func categories() throws {
        let found = try dataset(text, CSVReading(categories: ["job": .found]))
        #expect(found.columnNames == ["age", "job=clerk", "job=smith"])
        #expect(found.features == [[30, 1, 0], [40, 0, 1], [50, 1, 0]])
        let listed = try dataset(text, CSVReading(categories: ["job": .listed(["smith", "cook", "clerk"])]))
        #expect(listed.columnNames == ["age", "job=smith", "job=cook", "job=clerk"])
        #expect(listed.features.row(0) == [30, 0, 0, 1])
    }

    @Test("CSVReading: columns can be left out")
    func ignored() throws {
        let data = try dataset(text, CSVReading(ignored: ["job"]))
        #expect(data.columnNames == ["age"])
        #expect(data.features == [[30], [40], [50]])
    }

    @Test("CSVReading: rows with missing values are left out, of numbers, categories and classes")
    func dropped() throws {
        let text = "age,job,Class\n30,clerk,Good\n?,smith,Bad\n50,?,Good\n60,smith,?\n70,smith,Bad\n"
        let reading = CSVReading(categories: ["job": .found], missing: .rowDropped, missingTexts: ["?"])
        let data = try dataset(text, reading)
        #expect(data.features == [[30, 1, 0], [70, 0, 1]])
        #expect(data.labels == [.positive, .negative])
    }

    @Test("CSVReading: a missing category may be a category of its own")
    func missingCategory() throws {
        let data = try dataset(
            "job,Class\n,Good\nsmith,Bad\n", CSVReading(categories: ["job": .listed(["smith", ""])]))
        #expect(data.features == [[0, 1], [1, 0]])
    }

    @Test(
        "CSVReading: faults are told with line and column",
        arguments: [
            (
                "job,Class\ncook,Good\n", CSVReading(categories: ["job": .listed(["smith", "clerk"])]),
                "loans.csv:2:1: 'cook' is not a category, in column 'job'; expected 'smith' or 'clerk'"
            ),
            (
                "a,job,Class\n1,,Good\n", CSVReading(categories: ["job": .found]),
                "loans.csv:2:3: the value of 'job' is missing"
            ),
            (
                "a,Class\nNA,Good\n", CSVReading(missingTexts: ["NA"]),
                "loans.csv:2:1: the value of 'a' is missing"
            ),
            (
                "a,Class\n1,Good\n", CSVReading(ignored: ["b"]),
                "loans.csv:1:1: no column is named 'b'; the header has a, Class"
            ),
            (
                "a,Class\n1,\n", CSVReading(),
                "loans.csv:2:3: '' is not a class, in column 'Class'; expected 'Good' or 'Bad'"
            ),
        ])
    func faults(text: String, reading: CSVReading, message: String) {
        let error = #expect(throws: DataError.self) { try dataset(text, reading) }
        #expect(error?.description == message)
    }

    @Test("CSVReading: where every row is dropped, nothing can be trained")
    func allDropped() throws {
        let data = try dataset("a,Class\n,Good\n", CSVReading(missing: .rowDropped))
        #expect(data.count == 0)
        #expect(throws: TrainingError.noRows) { try LogisticRegression().fit(data) }
    }
}
