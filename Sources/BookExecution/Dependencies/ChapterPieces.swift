import BookModel

/// The name of a piece within its chapter, which stays the same from build to build.
enum PieceID: Hashable, Sendable, Codable {
    case cell(Cell.ID)
    case value(InlineValue.ID)
}

/// A piece of a chapter: a cell or a value in prose, with where it stands among the others.
struct ChapterPiece: Sendable {
    enum Content: Sendable {
        case cell(PlannedCell)
        case value(InlineValue)
        /// A cell that must not compile.
        case rejection(PlannedRejection)
    }

    let content: Content
    /// The number of its program.
    let program: Int
    let interface: PieceInterface

    var id: PieceID {
        switch content {
        case .cell(let planned): .cell(planned.cell.id)
        case .value(let value): .value(value.id)
        case .rejection(let rejection): .cell(rejection.cell.id)
        }
    }

    /// The cell, where it is one.
    var cell: Cell? {
        switch content {
        case .cell(let planned): planned.cell
        case .rejection(let rejection): rejection.cell
        case .value: nil
        }
    }

    var isRejection: Bool {
        if case .rejection = content { true } else { false }
    }
}

extension ChapterPiece {
    /// The pieces of a plan in the order of the chapter.
    static func all(of plan: Plan, syntax: [Cell.ID: CellSyntax]) -> [ChapterPiece] {
        var pieces: [ChapterPiece] = []
        for (number, program) in plan.programs.enumerated() {
            let rejections = plan.rejections.filter { $0.program == number }
            func addRejections(at place: Int) {
                for rejection in rejections where rejection.piecesBefore == place {
                    pieces.append(
                        ChapterPiece(
                            content: .rejection(rejection), program: number,
                            interface: PieceInterface(of: rejection.cell.shownCode)))
                }
            }
            for (place, piece) in program.pieces.enumerated() {
                addRejections(at: place)
                switch piece {
                case .cell(let planned):
                    pieces.append(
                        ChapterPiece(
                            content: .cell(planned), program: number,
                            interface: PieceInterface(planned, syntax: syntax[planned.cell.id])))
                case .value(let value):
                    pieces.append(
                        ChapterPiece(
                            content: .value(value), program: number,
                            interface: PieceInterface(of: value.expression)))
                case .reloaded: break
                }
            }
            addRejections(at: program.pieces.count)
        }
        return pieces
    }
}
