extension Cell {
    /// The flags in the order in which they are declared.
    var flagNames: [String] { CellFlag.allCases.filter(flags.contains).map(\.rawValue) }

    /// Its options, and its code with the first line's number.
    var dump: [TreeDump] {
        var children = CellOption.allCases.compactMap { option in
            options.ranges[option].map { TreeDump("\(option.rawValue) @\($0)\(value(of: option))") }
        }
        if let caption = options.caption { children.append(TreeDump("caption", caption.map(\.dump))) }
        let optionLines = optionLineCount > 0 ? ", \(optionLineCount) of options" : ""
        children.append(TreeDump("code from line \(codeLine)\(optionLines): \(code.quoted)"))
        return children
    }

    private func value(of option: CellOption) -> String {
        let value: String? =
            switch option {
            case .label: options.label
            case .caption: nil
            case .alt: options.alt?.quoted
            case .inputs: options.inputs.map(\.quoted).joined(separator: ", ")
            case .timeLimit: options.timeLimit.map { "\($0) s" }
            case .memoryLimit: options.memoryLimit.map { "\($0) bytes" }
            case .message: options.message?.quoted
            case .expect: options.expect?.quoted
            case .expectFile: options.expectFile?.quoted
            case .tolerance: options.tolerance?.description
            case .order: options.expectsAnyOrder ? "any" : nil
            case .ignore: options.ignore.map(\.quoted).joined(separator: ", ")
            case .columns: options.columns.map(\.quoted).joined(separator: ", ")
            case .fold: options.isFolded ? nil : "no"
            }
        return value.map { " " + $0 } ?? ""
    }
}
