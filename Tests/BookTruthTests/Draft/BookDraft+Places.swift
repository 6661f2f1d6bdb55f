/// Where an edit finds something to change.
extension BookDraft {
    /// A block of a chapter.
    struct Place: Hashable {
        let chapter: Int
        let block: Int
    }

    /// The places of all cells that `isWanted` takes.
    func cellPlaces(where isWanted: (CellDraft) -> Bool = { _ in true }) -> [Place] {
        places { $0.cell.map(isWanted) ?? false }
    }

    /// The places of all prose that `isWanted` takes.
    func prosePlaces(where isWanted: (String) -> Bool = { _ in true }) -> [Place] {
        places { $0.prose.map(isWanted) ?? false }
    }

    private func places(where isWanted: (BlockDraft) -> Bool) -> [Place] {
        chapters.indices.flatMap { chapter in
            chapters[chapter].blocks.indices.filter { isWanted(chapters[chapter].blocks[$0]) }
                .map { Place(chapter: chapter, block: $0) }
        }
    }

    /// A place in which a new block can stand.
    func gap(_ random: inout Seeded) -> Place? {
        guard let chapter = chapters.indices.random(&random) else { return nil }
        return Place(
            chapter: chapter, block: Int.random(in: 0...chapters[chapter].blocks.count, using: &random))
    }

    subscript(_ place: Place) -> BlockDraft {
        get { chapters[place.chapter].blocks[place.block] }
        set { chapters[place.chapter].blocks[place.block] = newValue }
    }

    /// The cell at a place that has one.
    subscript(cell place: Place) -> CellDraft {
        get { self[place].cell ?? CellDraft() }
        set { self[place].cell = newValue }
    }

    /// The prose at a place that has some.
    subscript(prose place: Place) -> String {
        get { self[place].prose ?? "" }
        set { self[place].prose = newValue }
    }

    /// A name for the log: `01-counting, block 3`.
    func name(of place: Place) -> String {
        "\(chapters[place.chapter].stem), block \(place.block + 1)"
    }

    mutating func insert(_ content: BlockDraft.Content, at place: Place) {
        let block = block(content)
        chapters[place.chapter].blocks.insert(block, at: place.block)
    }

    @discardableResult
    mutating func remove(_ place: Place) -> BlockDraft {
        chapters[place.chapter].blocks.remove(at: place.block)
    }
}
