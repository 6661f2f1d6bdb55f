import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("Dataset")
struct DatasetTests {
    @Test("Dataset: the book's data are those that their README describes")
    func bookDatasets() throws {
        let credit = try Dataset.germanCredit(in: bookData)
        #expect(credit.description == "1000 rows × 61 columns: 700 Good, 300 Bad")
        #expect(credit.features[0, try credit.columnIndex(of: "Amount")] == 1169)
        let digits = try Dataset.digits(in: bookData)
        #expect(digits.description == "1797 rows × 64 columns: 896 5 to 9, 901 0 to 4")
        #expect(digits.features.elements.allSatisfy { (0...16).contains($0) })
        let zeros = try Dataset.digits(in: bookData) { $0 == 0 }
        #expect(zeros.count(of: .positive) == 178)
        let cells = try Dataset.breastCancer(in: bookData)
        #expect(cells.description == "569 rows × 30 columns: 357 benign, 212 malignant")
        #expect(cells.columnNames[0] == "mean radius" && cells.features[0, 0] == 17.99)
    }

    @Test("Dataset: without BOOK_ROOT the folder is not known, and the error says what to do")
    func noBookRoot() async {
        await #expect(processExitsWith: .success) {
            unsetenv("BOOK_ROOT")
            do throws(DataError) {
                _ = try Dataset.germanCredit()
                exit(1)
            } catch {
                exit(error == .noBookRoot ? EXIT_SUCCESS : 2)
            }
        }
        #expect(DataError.noBookRoot.description.hasPrefix("the environment variable BOOK_ROOT is not set"))
    }

    @Test("Dataset.split: parts the rows, keeps the shares of the classes, repeats with its seed")
    func split() throws {
        let data = try Dataset.germanCredit(in: bookData)
        var generator = Generator(seed: 4)
        let split = data.split(testShare: 0.3, using: &generator)
        #expect(split.test.count(of: .positive) == 210 && split.test.count(of: .negative) == 90)
        #expect(split.training.count == 700)
        let rows = { (part: Dataset) in (0..<part.count).map { part.features.row($0) } }
        #expect(Set(rows(split.training) + rows(split.test)) == Set(rows(data)))
        var again = Generator(seed: 4)
        #expect(data.split(testShare: 0.3, using: &again) == split)
        #expect(data.split(testShare: 0.3, using: &again) != split)
    }

    @Test("Dataset: labels stay with their rows when it is split")
    func splitKeepsPairs() throws {
        let features = try Matrix(rows: 100, columns: 1, elements: (0..<100).map(Double.init))
        let data = try Dataset(
            features: features, labels: (0..<100).map { $0 % 3 == 0 ? .positive : .negative })
        var generator = Generator(seed: 5)
        let split = data.split(testShare: 0.25, using: &generator)
        for part in [split.training, split.test] {
            #expect(
                (0..<part.count).allSatisfy {
                    (Int(part.features[$0, 0]) % 3 == 0) == (part.labels[$0] == .positive)
                })
        }
    }

    @Test("Matrix.gaussian, Matrix.signs: shape and values")
    func randomMatrices() {
        var generator = Generator(seed: 6)
        let gaussian = Matrix.gaussian(rows: 3, columns: 4, using: &generator)
        #expect(gaussian.shape == Shape(rows: 3, columns: 4))
        #expect(Set(gaussian.elements).count == 12)
        #expect(Set(Matrix.signs(rows: 10, columns: 10, using: &generator).elements) == [-1, 1])
    }
}

@Suite("Standardization")
struct StandardizationTests {
    private struct Values: Decodable { let creditMeans, creditDeviations: [Double] }

    @Test("Standardization: the moments of scikit-learn's StandardScaler")
    func reference() throws {
        let values: Values = try LearningTests.reference("logistic")
        let scaling = Standardization(fittedTo: try Dataset.germanCredit(in: bookData))
        #expect((scaling.means - Vector(values.creditMeans)).normInfinity < 1e-11)
        // scikit-learn gives a constant column the deviation 1, too.
        #expect((scaling.deviations - Vector(values.creditDeviations)).normInfinity < 1e-11)
    }

    @Test("Standardization: mean 0 and deviation 1 on the rows it was fitted to; undone exactly elsewhere")
    func fitted() {
        let rows: Matrix<Double> = [[1, 10], [3, 30], [5, 20], [7, 40]]
        let scaling = Standardization(fittedTo: rows)
        let scaled = scaling.apply(to: rows)
        #expect(scaled.columnSums.normInfinity < 1e-14)
        #expect(abs(scaled.norm - 8.0.squareRoot()) < 1e-14)
        let others: Matrix<Double> = [[100, -3]]
        #expect((scaling.undo(on: scaling.apply(to: others)) - others).norm < 1e-12)
    }

    @Test("DataSplit.standardized: the test part is measured with the training part's units")
    func splitInUnits() throws {
        let data = try Dataset.breastCancer(in: bookData)
        var generator = Generator(seed: 7)
        let split = data.split(testShare: 0.3, using: &generator)
        let scaled = try split.standardized()
        #expect(scaled.training.features.columnSums.normInfinity < 1e-9)
        #expect(scaled.test.features.columnSums.normInfinity > 1)
        #expect(scaled.test.labels == split.test.labels)
        let back = Standardization(fittedTo: split.training).undo(on: scaled.test.features)
        #expect((back - split.test.features).norm < 1e-9)
    }

    @Test("Standardization: a constant column becomes exactly 0", arguments: [0.1, 0, 1e300, 1e-300])
    func constantColumns(constant: Double) {
        let rows = Matrix(repeating: constant, rows: 7, columns: 1)
        let scaling = Standardization(fittedTo: rows)
        #expect(scaling.apply(to: rows) == .zeros(rows: 7, columns: 1))
        #expect(scaling.deviations == [1])
    }
}
