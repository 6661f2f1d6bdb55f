import Foundation
import LinearAlgebra
import Testing

@Suite("CSV")
struct CSVTests {
    @Test(
        "CSV: numbers",
        arguments: [
            "1,2.5\n-3e2,0\n", "1,2.5\r\n-3e2,0\r\n", "\u{FEFF}1, 2.5\n\n -3e2 ,0", "1,2.5\n-300,0\n\n",
        ])
    func numbers(text: String) throws {
        #expect(try Matrix<Double>(csvText: text) == [[1, 2.5], [-300, 0]])
    }

    @Test("CSV: lines before the numbers are skipped when that is asked for")
    func header() throws {
        #expect(try Matrix<Double>(csvText: "a,b\n1,2\n", skippingLines: 1) == [[1, 2]])
    }

    @Test("CSV: what is written comes back the same, by a file too")
    func roundTrip() throws {
        let matrix: Matrix<Double> = [[0.1, -1e-300], [.infinity, 1.0 / 3]]
        #expect(matrix.csvText == "0.1,-1e-300\ninf,0.3333333333333333\n")
        #expect(try Matrix<Double>(csvText: matrix.csvText) == matrix)
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try matrix.writeCSV(to: file.path)
        #expect(try Matrix<Double>(csv: file.path) == matrix)
        #expect(matrix.rowArrays == [[0.1, -1e-300], [.infinity, 1.0 / 3]])
    }

    @Test(
        "CSV: a fault is refused at its line and column",
        arguments: [
            ("", "line 1, column 1: there are no numbers"),
            ("\n \n", "line 3, column 1: there are no numbers"),
            ("1,2\n3, x\n", "line 2, column 4: 'x' is not a number"),
            ("é,1\n", "line 1, column 1: 'é' is not a number"),
            ("1,2\n3,\n", "line 2, column 3: a number is missing"),
            ("1,2\n3\n", "line 2, column 1: the line has 1 number, expected 2 (those of the first line)"),
            ("1\n\n3,4\n", "line 3, column 1: the line has 2 numbers, expected 1 (those of the first line)"),
        ])
    func faults(text: String, message: String) {
        let error = #expect(throws: CSVError.self) { try Matrix<Double>(csvText: text) }
        #expect(error?.description == message)
    }

    @Test("CSV: a file that is not text, or not there")
    func files() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data([0x31, 0x0A, 0xFF, 0x0A]).write(to: file)
        let error = #expect(throws: CSVError.self) { try Matrix<Double>(csv: file.path) }
        #expect(error?.description == "\(file.path):2:1: the line is not valid UTF-8")
        let missing = #expect(throws: CSVError.self) { try Matrix<Double>(csv: "/nowhere/a.csv") }
        #expect(missing?.description == "/nowhere/a.csv cannot be read: No such file or directory")
    }
}
