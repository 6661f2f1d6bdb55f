/// What the layers of a plot share: which series there are, and what lies along each axis.
struct PlotFrame {
    let series: [String]
    let barSeries: [String]
    let histogramCount: Int
    /// Whether there is a heat map below the other layers.
    let hasField: Bool
    let x: Side
    let y: Side
    /// The limits of the bars of all histograms.
    let binEdges: [Double]

    /// - Parameters:
    ///   - width: The length of the x axis, in CSS pixels.
    ///   - height: That of the y axis.
    init(_ plot: Plot, width: Int, height: Int) {
        let layers = plot.layers
        series = layers.filter(\.isSeries).compactMap(\.name).unique
        barSeries = layers.filter(\.isBars).compactMap(\.name).unique
        histogramCount = layers.count(where: \.isHistogram)
        hasField = layers.contains(where: \.isField)
        x = Side(plot.x, layers, length: width, isHorizontal: true)
        y = Side(plot.y, layers, length: height, isHorizontal: false)
        binEdges = HistogramBins.edges(layers, plot.x)
    }

    /// Along one axis.
    struct Side {
        let axis: Axis
        let isHorizontal: Bool
        /// In CSS pixels.
        let length: Int
        /// The names in the order in which they first come; empty on an axis of numbers.
        let names: [String]
        /// Every finite number along the axis, ends of intervals too.
        let numbers: [Double]
        let hasBars: Bool
        /// Whether something starts at 0 or has a width of its own.
        let hasArea: Bool
        /// The middles of the fields of a heat map, where they are few.
        let fieldMiddles: [Double]
        /// Whether all its values are whole, so that there is nothing to read between whole numbers.
        let isWhole: Bool
        /// Whether marks at its ends need room beyond them.
        let isPadded: Bool

        init(_ axis: Axis, _ layers: [PlotLayer], length: Int, isHorizontal: Bool) {
            let positions = layers.flatMap { isHorizontal ? $0.xPositions : $0.yPositions }
            self.axis = axis
            self.length = length
            self.isHorizontal = isHorizontal
            names = positions.compactMap(\.category).unique
            numbers = positions.compactMap(\.number).filter(\.isFinite)
            let counts = !isHorizontal && layers.contains(where: \.isCount)
            isWhole = Self.isWhole(numbers) && (counts || !numbers.isEmpty)
            hasBars = layers.contains(where: \.isBars)
            hasArea = layers.contains { $0.isBars || $0.isHistogram || $0.isField }
            let fields = layers.filter(\.isField).flatMap { isHorizontal ? $0.xPositions : $0.yPositions }
            let middles = fields.compactMap(\.number)
            fieldMiddles = middles.count <= length / (isHorizontal ? 40 : 18) ? middles : []
            isPadded =
                layers.contains { $0.isPoints }
                && !layers.contains { $0.isBars || $0.isHistogram || $0.isField }
        }

        /// Numbers that lie closer than 2 are no scale of whole numbers: 0 and 1 may be ends of anything.
        private static func isWhole(_ numbers: [Double]) -> Bool {
            guard let low = numbers.min(), let high = numbers.max() else { return true }
            return high - low >= 2 && numbers.allSatisfy { $0 == $0.rounded() }
        }

        var isLog: Bool { axis.scale == .log }

        /// Where things end that would go to 0: no logarithmic axis has room for it.
        var floor: Double {
            if let domain = axis.domain { return domain.lowerBound }
            guard isLog else { return 0 }
            let least = numbers.filter { $0 > 0 }.min() ?? 1
            return Double("1e\(NumberText.decimalExponent(least.nextDown, digits: 17))") ?? least
        }

        /// From end to end as far as it has to be said: given, or because something ends at the floor.
        var range: ClosedRange<Double>? {
            if let domain = axis.domain { return domain }
            if let around { return around }
            let reachesFloor = hasBars || numbers.contains { $0 <= 0 }
            guard isLog, reachesFloor, let most = numbers.max(), most > floor else { return nil }
            return floor...most
        }

        /// Room around a value that is alone on its axis; the marks would be rounded to nothing without.
        private var around: ClosedRange<Double>? {
            guard !hasArea, let value = numbers.first, numbers.allSatisfy({ $0 == value }) else { return nil }
            if isLog { return value / 10...value * 10 }
            let room = value == 0 ? 1 : value.magnitude / 2
            return value - room...value + room
        }

        /// From end to end, as far as it is known from the data.
        var extent: ClosedRange<Double>? {
            if let range { return range }
            guard let low = numbers.min(), let high = numbers.max() else { return nil }
            return low...high
        }

        /// Whether a place lies within the given domain.
        func contains(_ position: Position) -> Bool {
            guard let domain = axis.domain, let number = position.number else { return true }
            return domain.contains(number)
        }
    }
}

extension Array where Element: Hashable {
    /// Each element once, in the order in which they first come.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
