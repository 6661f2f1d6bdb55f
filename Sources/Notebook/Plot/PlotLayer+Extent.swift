extension PlotLayer {
    /// From back to front, so that nothing small lies below something large.
    enum Depth: CaseIterable {
        case fields, bars, lines, points, words
    }

    var depth: Depth {
        switch mark {
        case .heatMap, .images: .fields
        case .bars, .histogram: .bars
        case .line, .rule, .errorBars: .lines
        case .points: .points
        case .note: .words
        }
    }

    /// Whether it has a colour of its own and a place in the legend.
    var isSeries: Bool {
        switch mark {
        case .points, .line, .bars, .errorBars, .histogram: true
        case .heatMap, .images, .rule, .note: false
        }
    }

    var isBars: Bool {
        if case .bars = mark { true } else { false }
    }

    var isHistogram: Bool {
        if case .histogram = mark { true } else { false }
    }

    /// Whether its heights are numbers of values.
    var isCount: Bool {
        if case .histogram(let sample) = mark { sample.height == .count } else { false }
    }

    var isField: Bool {
        if case .heatMap = mark { true } else { false }
    }

    var isPicture: Bool {
        if case .images = mark { true } else { false }
    }

    /// Whether it reaches beyond its places, by half a mark or an interval.
    var isPoints: Bool {
        switch mark {
        case .points, .errorBars: true
        default: false
        }
    }

    /// Its coordinates, where it is made of places with values.
    var coordinates: Coordinates? {
        switch mark {
        case .points(let coordinates), .line(let coordinates, _), .bars(let coordinates),
            .errorBars(let coordinates):
            coordinates
        case .histogram, .heatMap, .images, .rule, .note: nil
        }
    }

    /// Everything along x, ends of intervals too.
    var xPositions: [Position] {
        switch mark {
        case .histogram(let sample): sample.values.map(Position.number)
        case .heatMap(let cells): cells.x
        case .rule(let line): if case .vertical(let place) = line.course { [place] } else { [] }
        case .note(let x, _): [x]
        case .images: []
        case .points, .line, .bars, .errorBars:
            coordinates.map { $0.x + ($0.isHorizontal ? $0.ends : []) } ?? []
        }
    }

    /// Everything along y, ends of intervals too; not the heights of histograms.
    var yPositions: [Position] {
        switch mark {
        case .heatMap(let cells): cells.y
        case .rule(let line): if case .horizontal(let place) = line.course { [place] } else { [] }
        case .note(_, let y): [y]
        case .images, .histogram: []
        case .points, .line, .bars, .errorBars:
            coordinates.map { $0.y + ($0.isHorizontal ? [] : $0.ends) } ?? []
        }
    }
}

extension Coordinates {
    /// The ends of the intervals.
    fileprivate var ends: [Position] {
        (intervals ?? []).flatMap { [.number($0.lowerBound), .number($0.upperBound)] }
    }
}
