import BookModel

/// Which pieces of a chapter one must paste along with a cell.
///
/// What must run again depends on whatever may have an effect, since a result must never be stale: often that is every
/// cell. A reader who pastes a cell wants the few that it is made from. So here a piece is needed when it defines what is
/// mentioned, or when its text shows that it changes a variable that is mentioned. Left out is what changes state that no
/// text of the chapter shows, except files and the process, of which the run itself told.
struct PastedNeeds {
    private let graph: DependencyGraph
    private let texts: [PastedText]
    private let definers: [Int: [String: [Int]]]
    /// By program, the variables that code may change; of the shared ones any mention may be a change.
    private let changeable: [Int: Set<String>]
    private let shared: [Int: Set<String>]
    private var families: [Int: Set<Int>] = [:]
    private var changes: [Int: Set<String>] = [:]

    init(_ graph: DependencyGraph, syntax: [Cell.ID: CellSyntax]) {
        self.graph = graph
        texts = graph.pieces.map { PastedText($0, syntax: $0.cell.flatMap { syntax[$0.id] }) }
        var definers: [Int: [String: [Int]]] = [:]
        var changeable: [Int: Set<String>] = [:]
        var shared: [Int: Set<String>] = [:]
        for (number, piece) in graph.pieces.enumerated() {
            let interface = piece.interface
            for name in interface.definitions {
                definers[piece.program, default: [:]][name, default: []] += [number]
            }
            let objects = graph.facts[number]?.sharedConstants ?? []
            for variable in interface.variables {
                if !variable.isConstant { changeable[piece.program, default: []].insert(variable.name) }
                if objects.contains(variable.name) || !variable.isSimple {
                    shared[piece.program, default: []].insert(variable.name)
                }
            }
            shared[piece.program, default: []].formUnion(interface.statefulNames)
        }
        self.definers = definers
        self.changeable = changeable
        self.shared = shared
    }

    /// The piece's needs in the order of the chapter, without itself. Of those behind it only declarations count.
    mutating func needs(of target: Int) -> [Int] {
        var found: Set<Int> = [target]
        var waiting = [target]
        while let piece = waiting.popLast() {
            var more = directDefiners(of: piece)
            // What stands behind the target does not run before it, only its declarations are there.
            if piece <= target { more.formUnion(changers(before: piece)) }
            for other in more where found.insert(other).inserted { waiting.append(other) }
        }
        return found.subtracting([target]).sorted()
    }

    // MARK: - What is mentioned

    private func directDefiners(of number: Int) -> Set<Int> {
        let piece = graph.pieces[number]
        let words = piece.interface.words
        let known = definers[piece.program] ?? [:]
        var found = Set(words.names.union(texts[number].defined).flatMap { known[$0] ?? [] })
        for (other, candidate) in graph.pieces.enumerated()
        where candidate.interface.reachesAll && candidate.program == piece.program {
            let given = texts[other].given
            let isUsed = !given.isDisjoint(with: words.names) || !given.isDisjoint(with: words.members)
            if isUsed || texts[other].reachesUnseen { found.insert(other) }
        }
        return found.subtracting([number]).filter { !graph.pieces[$0].isRejection }
    }

    private mutating func family(of number: Int) -> Set<Int> {
        if let known = families[number] { return known }
        var found: Set<Int> = [number]
        var waiting = [number]
        while let piece = waiting.popLast() {
            for other in directDefiners(of: piece) where found.insert(other).inserted {
                waiting.append(other)
            }
        }
        families[number] = found
        return found
    }

    // MARK: - What is changed

    /// The earlier pieces that change what a piece finds.
    private mutating func changers(before number: Int) -> Set<Int> {
        let program = graph.pieces[number].program
        let names = (changeable[program] ?? []).union(shared[program] ?? [])
        var mentioned = objects(of: number)
        for other in family(of: number) {
            mentioned.formUnion(texts[other].names(ofAll: other == number).intersection(names))
        }
        return Set(
            (0..<number).filter { earlier in
                guard graph.pieces[earlier].program == program, texts[earlier].runs else { return false }
                let facts = graph.facts[earlier]
                return facts?.changesFiles == true || facts?.changesProcess == true
                    || !changes(by: earlier).isDisjoint(with: mentioned)
            })
    }

    /// The variables with objects that a piece may reach: one object has many names.
    private mutating func objects(of number: Int) -> Set<String> {
        let names = shared[graph.pieces[number].program] ?? []
        guard !names.isEmpty else { return [] }
        return family(of: number).reduce(into: []) { found, other in
            found.formUnion(texts[other].names(ofAll: true).intersection(names))
        }
    }

    /// The variables that a piece changes, itself or by a function that it calls.
    private mutating func changes(by number: Int) -> Set<String> {
        if let known = changes[number] { return known }
        let program = graph.pieces[number].program
        var found = objects(of: number)
        for other in family(of: number) {
            found.formUnion(
                texts[other].changed(
                    isOwn: other == number, variables: changeable[program] ?? [],
                    shared: shared[program] ?? []))
        }
        changes[number] = found
        return found
    }
}
