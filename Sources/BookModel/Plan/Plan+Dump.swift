extension Plan {
    /// The plan as a tree of text: what runs, how, and why.
    public var dump: String {
        var lines = ["plan \(file)"]
        for (number, program) in programs.enumerated() {
            let optimization = program.isOptimized ? " optimized" : ""
            lines.append("└─ program \(number + 1) language \(program.language.rawValue)\(optimization)")
            for (place, piece) in program.pieces.enumerated() {
                lines += rejections.filter { $0.program == number && $0.piecesBefore == place }.map(Self.line)
                lines.append(Self.line(piece))
            }
            let end = program.pieces.count
            lines += rejections.filter { $0.program == number && $0.piecesBefore == end }.map(Self.line)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ piece: PlannedPiece) -> String {
        switch piece {
        case .cell(let planned):
            "   └─ cell \(planned.cell.id) @\(planned.cell.range) \(planned.role.rawValue): \(planned.reason)"
        case .reloaded(let reloaded):
            "   └─ cell \(reloaded.cell.id) @\(reloaded.cell.range) reloaded: "
                + reloaded.variables.map(\.name).joined(separator: ", ")
        case .value(let value):
            "   └─ value \(value.id) @\(value.range) \(value.expression)"
        }
    }

    private static func line(_ rejection: PlannedRejection) -> String {
        "   └─ cell \(rejection.cell.id) @\(rejection.cell.range) fails: must not compile"
    }
}
