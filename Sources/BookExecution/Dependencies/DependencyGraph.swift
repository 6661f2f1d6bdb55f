import BookModel
import Synchronization

/// Which pieces of a chapter a piece depends on.
///
/// A piece depends on those that define a name which it mentions, wherever they stand; on earlier ones that mention,
/// also through functions, anything whose state can change and that it mentions too; and on those that may reach it
/// without a name. Where the text does not tell, it depends.
struct DependencyGraph: Sendable {
    let pieces: [ChapterPiece]
    /// What is known about the pieces that ran, by number; of others it is taken that they change nothing but what
    /// their text shows, and that is looked at again once they have run.
    private(set) var facts: [Int: PieceFacts]

    /// The numbers of the pieces that define a name, by program and name.
    private let definers: [Int: [String: [Int]]]
    /// For each piece the changeable names that it may reach, itself or through what it mentions.
    private let reached: [Set<String>]
    /// For each piece those that define what it mentions, directly.
    private let mentioned: [[Int]]
    /// The pieces that may use or change state that no variable shows, themselves or through what they mention.
    private let touching: Set<Int>
    private let found = FoundDependencies()

    /// - Parameter outside: what is known of the modules that chapters import.
    init(_ pieces: [ChapterPiece], facts: [Int: PieceFacts], outside: KnownOutside) {
        self.pieces = pieces
        self.facts = facts
        var definers: [Int: [String: [Int]]] = [:]
        // The names whose state can change, by program.
        var changeable: [Int: Set<String>] = [:]
        var reachingAll: [Int: [Int]] = [:]
        for (number, piece) in pieces.enumerated() {
            let interface = piece.interface
            for name in interface.definitions {
                definers[piece.program, default: [:]][name, default: []].append(number)
            }
            changeable[piece.program, default: []].formUnion(Self.changeable(interface, facts[number]))
            if interface.reachesAll { reachingAll[piece.program, default: []].append(number) }
        }
        self.definers = definers
        let mentioned = pieces.enumerated().map { number, piece in
            let byName = Self.definers(of: piece.interface, in: definers[piece.program] ?? [:])
            return Set(byName + (reachingAll[piece.program] ?? [])).subtracting([number]).sorted()
        }
        self.mentioned = mentioned
        let families = pieces.indices.map { number in Self.closure(of: [number]) { mentioned[$0] } }
        touching = Self.touching(pieces, families, outside, definers)
        reached = pieces.indices.map { number in
            let names = changeable[pieces[number].program] ?? []
            guard !names.isEmpty else { return [] }
            let family = families[number]
            return names.filter { name in
                family.contains {
                    pieces[$0].interface.mentions(name) || pieces[$0].interface.definitions.contains(name)
                }
            }
        }
    }

    /// The same graph where more is known that changes nothing in it.
    func knowing(_ facts: [Int: PieceFacts]) -> DependencyGraph {
        var copy = self
        copy.facts = facts
        return copy
    }

    private static func touching(
        _ pieces: [ChapterPiece], _ families: [Set<Int>], _ outside: KnownOutside,
        _ definers: [Int: [String: [Int]]]
    ) -> Set<Int> {
        var known: [Int: Set<String>] = [:]
        for (program, names) in definers { known[program] = outside.functions.union(names.keys) }
        // Where variables may hide, any piece may use them.
        let hiding = Set(pieces.filter(\.interface.hidesVariables).map(\.program)).union(
            outside.programsWithState)
        let own = pieces.indices.filter { number in
            let piece = pieces[number]
            return hiding.contains(piece.program)
                || piece.interface.unseen.isTouched(besides: known[piece.program] ?? outside.functions)
        }
        return Set(pieces.indices.filter { !families[$0].isDisjoint(with: own) })
    }

    private static func changeable(_ interface: PieceInterface, _ facts: PieceFacts?) -> Set<String> {
        let variables = interface.variables.filter { variable in
            !variable.isConstant || !variable.isSimple
                || facts?.sharedConstants.contains(variable.name) ?? false
        }
        return Set(variables.map(\.name)).union(interface.statefulNames)
    }

    /// The definers of the names that a piece mentions, and of those that it defines itself: a second definition may
    /// be an overload, or an error in both.
    private static func definers(of interface: PieceInterface, in definers: [String: [Int]]) -> [Int] {
        // The shorter list is gone through.
        if definers.count < interface.words.names.count {
            return definers.filter { interface.mentions($0.key) || interface.definitions.contains($0.key) }
                .flatMap(\.value)
        }
        return (interface.words.names.union(interface.words.members.filter(interface.mentions)))
            .union(interface.definitions).flatMap { definers[$0] ?? [] }
    }

    private static func closure(of start: [Int], _ next: (Int) -> [Int]) -> Set<Int> {
        var found = Set(start)
        var waiting = start
        while let piece = waiting.popLast() {
            for other in next(piece) where found.insert(other).inserted { waiting.append(other) }
        }
        return found
    }

    /// The pieces that a piece directly depends on.
    func dependencies(of number: Int) -> [Int] {
        found.dependencies(of: number) { findDependencies(of: number) }
    }

    private func findDependencies(of number: Int) -> [Int] {
        let piece = pieces[number]
        if piece.isRejection {
            // The compiler's message may name anything that it knows.
            return pieces.indices.filter {
                $0 < number && pieces[$0].program == piece.program && !pieces[$0].isRejection
                    && pieces[$0].cell != nil
            }
        }
        let others = pieces.indices.filter { other in
            guard other != number, !pieces[other].isRejection else { return false }
            if other < number, mayChange(other, forLater: number) { return true }
            // What lasts shows its words at another cell when others are left out.
            return pieces[other].program == piece.program
                && (pieces[other].interface.lasts || piece.interface.lasts)
        }
        return Set(mentioned[number].filter { !pieces[$0].isRejection } + others).sorted()
    }

    /// Whether the earlier piece may change something that the later one finds.
    func mayChange(_ earlier: Int, forLater later: Int) -> Bool {
        if facts[earlier]?.changesFiles == true { return true }
        let (first, second) = (pieces[earlier], pieces[later])
        guard first.program == second.program else { return false }
        if facts[earlier]?.changesProcess == true || touching.contains(earlier) { return true }
        return !reached[earlier].isDisjoint(with: reached[later])
    }

    /// The piece and all that it depends on, in the order of the chapter.
    func needs(of number: Int) -> [Int] {
        Self.closure(of: [number], dependencies).sorted()
    }

    /// Whether a piece may use or change state that no variable shows.
    func touchesUnseenState(_ number: Int) -> Bool {
        touching.contains(number) || pieces[number].interface.lasts
    }

    /// The names by which it may do so itself, sorted.
    func unseenNames(of number: Int, _ outside: KnownOutside) -> [String] {
        let known = outside.functions.union(definers[pieces[number].program]?.keys.map { $0 } ?? [])
        return pieces[number].interface.unseen.outside.subtracting(known).sorted()
    }

    /// The changeable names that a piece may reach and does not define.
    func foreignState(of number: Int) -> Set<String> {
        reached[number].subtracting(pieces[number].interface.definitions)
    }

    /// Whether the piece may reach one of `names`.
    func reaches(_ names: Set<String>, from number: Int) -> Bool {
        !reached[number].isDisjoint(with: names)
    }

    /// The pieces of a program that define a name.
    func definers(of name: String, inProgram program: Int) -> [Int] {
        definers[program]?[name] ?? []
    }
}

/// The dependencies that were asked for already.
private final class FoundDependencies: Sendable {
    private let byPiece = Mutex<[Int: [Int]]>([:])

    func dependencies(of number: Int, orElse find: () -> [Int]) -> [Int] {
        if let known = byPiece.withLock({ $0[number] }) { return known }
        let found = find()
        byPiece.withLock { $0[number] = found }
        return found
    }
}
