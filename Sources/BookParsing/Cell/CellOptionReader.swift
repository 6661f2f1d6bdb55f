import BookModel

/// Reads the options of one cell and says what is wrong with them.
struct CellOptionReader {
    let text: SourceText
    let findings: Findings
    let names: NameTable
    private(set) var options = CellOptions()
    /// The caption as it stands in the source.
    private(set) var caption: Passage?

    init(text: SourceText, findings: Findings, names: NameTable) {
        self.text = text
        self.findings = findings
        self.names = names
    }

    mutating func read(_ yaml: YAMLText) {
        for entry in yaml.entries(of: "the options of a cell", findings: findings) {
            guard let option = CellOption(rawValue: entry.key) else {
                findings.add(.unknownOption(entry.key, at: entry.keyRange))
                continue
            }
            options.ranges[option] = entry.keyRange
            read(option, entry.value)
        }
    }

    private mutating func read(_ option: CellOption, _ value: YAMLValue) {
        switch option {
        case .label: readLabel(value)
        case .caption: caption = string(option, value).map { captionPassage($0, value) }
        case .alt: options.alt = string(option, value)
        case .message: options.message = string(option, value)
        case .inputs: options.inputs = strings(option, value)
        case .columns: options.columns = strings(option, value)
        case .fold: options.isFolded = folded(value)
        case .timeLimit: options.timeLimit = quantity(option, value, Quantity.seconds)
        case .memoryLimit: options.memoryLimit = quantity(option, value, Quantity.bytes)
        case .expect: options.expect = expectation.text(value)
        case .expectFile: options.expectFile = expectation.file(value)
        case .tolerance: options.tolerance = expectation.tolerance(value)
        case .order: options.expectsAnyOrder = expectation.anyOrder(value)
        case .ignore: options.ignore = expectation.patterns(value)
        }
    }

    /// Only that it is not: what is long is folded where nothing is said.
    private func folded(_ value: YAMLValue) -> Bool {
        if value.string == "no" { return false }
        refuse(.fold, value)
        return true
    }

    private var expectation: ExpectationReader { ExpectationReader(findings: findings) }

    // MARK: - Values

    private func refuse(_ option: CellOption, _ value: YAMLValue) {
        findings.add(.optionValue(option, value.kind, at: value.range))
    }

    private func string(_ option: CellOption, _ value: YAMLValue) -> String? {
        guard let string = value.string, !string.isEmpty else {
            refuse(option, value)
            return nil
        }
        return string
    }

    private func strings(_ option: CellOption, _ value: YAMLValue) -> [String] {
        guard let strings = value.strings, !strings.isEmpty else {
            refuse(option, value)
            return []
        }
        return strings.map(\.text)
    }

    private func quantity<Number>(
        _ option: CellOption, _ value: YAMLValue, _ read: (String) -> Number?
    ) -> Number? {
        let number = value.string.flatMap(read)
        if number == nil { refuse(option, value) }
        return number
    }

    private mutating func readLabel(_ value: YAMLValue) {
        guard let label = value.string, Name.isValid(label) else {
            findings.add(.badLabel(value.string, value.kind, at: value.range))
            return
        }
        if names.define(label, at: value.range, findings: findings) { options.label = label }
    }

    /// The caption with the place of each of its bytes.
    ///
    /// YAML does not say where the bytes of a value stand when the source spells them with escapes or on
    /// several lines, so each is looked for behind the one before, within as much as an escape or the start
    /// of a line may take.
    private func captionPassage(_ caption: String, _ value: YAMLValue) -> Passage {
        let farthest = 40
        var passage = Passage()
        var next = text.offset(of: value.range.start)
        for byte in caption.utf8 {
            let window = text.bytes[next..<min(next + farthest, text.bytes.count)]
            let found = window.firstIndex(of: byte)
            passage.append([byte], fileOffset: found ?? next)
            next = found.map { $0 + 1 } ?? next
        }
        return passage
    }

    // MARK: - Combinations

    /// Options that have no effect, given the flags of the cell and the other options.
    func check(flags: some Sequence<CellFlag>) {
        let flags = Set(flags)
        if let range = options.ranges[.message], flags.isDisjoint(with: FlagRules.required) {
            findings.add(.messageWithoutRequirement(at: range))
        }
        checkExpectation()
        let given = options.ranges.sorted { $0.value.start < $1.value.start }
        for (option, range) in given where FlagRules.optionsOfARun.contains(option) {
            if let flag = [CellFlag.compile, .fails].first(where: flags.contains) {
                findings.add(.optionWithoutRun(option, flag, at: range))
            }
        }
        for (option, range) in given
        where FlagRules.optionsOfDisplay.contains(option) && flags.contains(.hidden) {
            findings.add(.optionOfHiddenCell(option, at: range))
        }
    }

    private func checkExpectation() {
        if let inline = options.ranges[.expect], let file = options.ranges[.expectFile] {
            let (first, second) = inline.start < file.start ? (inline, file) : (file, inline)
            findings.add(.twoExpectations(at: second, first: first))
        }
        guard options.ranges[.expect] == nil, options.ranges[.expectFile] == nil else { return }
        for option in FlagRules.optionsOfAnExpectation {
            if let range = options.ranges[option] { findings.add(.withoutExpectation(option, at: range)) }
        }
    }
}
