internal import CCSDP
internal import LinearAlgebra
internal import Synchronization

/// max ⟨C, X⟩ for positive semidefinite X of order n with a diagonal block of further numbers x ≥ 0, which are
/// tied to X by equations: what CSDP solves, by an interior point method.
///
/// One program is solved at a time in a process, since CSDP keeps work space in a static variable: callers on
/// several threads wait for each other. It holds memory of its own meanwhile, about 8 k² bytes for k equations,
/// and leaves the process, as only C can, where the machine has none left; the callers' limits keep far from that.
/// Source: Borchers 1999, "CSDP, a C library for semidefinite programming".
struct SemidefiniteProgram {
    /// C, symmetric.
    let objective: Matrix<Double>
    /// How many numbers the diagonal block has.
    let diagonalCount: Int
    private(set) var sides: [Double] = []
    private var starts: [Int32] = [0]
    private var blocks: [Int32] = []
    private var rows: [Int32] = []
    private var columns: [Int32] = []
    private var values: [Double] = []

    /// What the solver came to.
    struct Solution {
        let matrix: Matrix<Double>
        /// The value at X, and the bound that the dual problem gives.
        let primal: Double
        let dual: Double
        /// The largest of the relative gap and both relative infeasibilities.
        let residual: Double
    }

    /// An entry of the matrix of an equation; both of a pair off the diagonal at once.
    enum Entry {
        case dense(row: Int, column: Int, Double)
        case diagonal(Int, Double)
    }

    init(objective: Matrix<Double>, diagonalCount: Int) {
        self.objective = objective
        self.diagonalCount = diagonalCount
    }

    /// Σ (entries · X) = side; the dense entries come first, with row ≤ column.
    mutating func require(_ entries: some Sequence<Entry>, equal side: Double) {
        for entry in entries {
            switch entry {
            case .dense(let row, let column, let value): append(1, row, column, value)
            case .diagonal(let place, let value): append(2, place, place, value)
            }
        }
        starts.append(Int32(values.count))
        sides.append(side)
    }

    private mutating func append(_ block: Int32, _ row: Int, _ column: Int, _ value: Double) {
        blocks.append(block)
        rows.append(Int32(row + 1))
        columns.append(Int32(column + 1))
        values.append(value)
    }

    private static let turn = Mutex<Void>(())

    /// - Throws: `SparsePCAError.notConverged` with the residual, or `.tooLarge` where memory is missing.
    func solved(
        iterationLimit: Int, tolerance: Double, solver: String
    ) throws(SparsePCAError) -> Solution {
        var solution = Matrix<Double>.zeros(rows: objective.rowCount, columns: objective.rowCount)
        let result = SemidefiniteProgram.turn.withLock { _ in
            call(iterationLimit, tolerance, into: &solution)
        }
        guard result.status >= 0 else {
            throw .tooLarge(
                solver: solver, count: "\(sides.count)", limit: "this machine's memory", unit: "equations")
        }
        let gap =
            abs(result.dual - result.primal) / (1 + abs(result.dual) + abs(result.primal))
        let residual = max(gap, result.primal_infeasibility, result.dual_infeasibility)
        guard result.status == 0, residual.isFinite else {
            throw .notConverged(
                solver: solver, steps: iterationLimit, residual: residual, wanted: tolerance)
        }
        return Solution(matrix: solution, primal: result.primal, dual: result.dual, residual: residual)
    }

    private func call(
        _ iterationLimit: Int, _ tolerance: Double, into solution: inout Matrix<Double>
    ) -> CCSDPResult {
        objective.elements.withUnsafeBufferPointer { objective in
            sides.withUnsafeBufferPointer { sides in
                values.withUnsafeBufferPointer { values in
                    withIndices { starts, blocks, rows, columns in
                        var problem = CCSDPProblem(
                            order: Int32(self.objective.rowCount), diagonal: Int32(diagonalCount),
                            objective: objective.baseAddress, constraints: Int32(sides.count),
                            sides: sides.baseAddress, starts: starts, blocks: blocks, rows: rows,
                            columns: columns, values: values.baseAddress,
                            iteration_limit: Int32(clamping: iterationLimit), tolerance: tolerance)
                        return solution.withUnsafeMutableBufferPointer {
                            ccsdp_solve(&problem, $0.baseAddress)
                        }
                    }
                }
            }
        }
    }

    private func withIndices<Result>(
        _ body: (
            UnsafePointer<Int32>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        starts.withUnsafeBufferPointer { starts in
            blocks.withUnsafeBufferPointer { blocks in
                rows.withUnsafeBufferPointer { rows in
                    columns.withUnsafeBufferPointer { columns in
                        body(
                            starts.baseAddress, blocks.baseAddress, rows.baseAddress, columns.baseAddress)
                    }
                }
            }
        }
    }
}
