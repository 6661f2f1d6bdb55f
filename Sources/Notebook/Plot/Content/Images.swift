/// Pictures in a row, one square a pixel. Several `Images` of a plot stand below each other.
///
///     Plot("Nobody sees the trigger") {
///         Images("before", digits, width: 8)
///         Images("after", planted, width: 8, labels: answers)
///     }
public struct Images: PlotContent {
    /// What a large value means.
    public enum Shading: String, Hashable, Sendable {
        /// Dark on light, as on paper.
        case ink
        /// Light on dark, as on a screen.
        case light
        /// Two colours on both sides of 0, for differences.
        case signed
    }

    public let layers: [PlotLayer]

    /// - Parameters:
    ///   - name: What stands at the left of the row.
    ///   - pixels: For each picture its pixels, row by row from the top.
    ///   - width: Pixels in a row of a picture.
    ///   - columns: Pictures in a row.
    ///   - range: The values of the two ends of the shading; `nil` takes those of the data.
    ///   - shading: What a large value means.
    ///   - labels: What stands below each picture.
    public init<Pixels: Sequence, Pixel: Plottable>(
        _ name: String?, _ pixels: some Sequence<Pixels>, width: Int, columns: Int = 10,
        range: ClosedRange<Double>? = nil, shading: Shading = .ink, labels: [String]? = nil,
        file: StaticString = #file, line: UInt = #line
    ) where Pixels.Element == Pixel {
        let values = pixels.map { picture in picture.map { $0.position.number ?? .nan } }
        let row = ImageRow(
            pixels: values, width: width, columns: columns, range: range, shading: shading, labels: labels,
            mark: .init("Images", name), at: CallSite(file: file, line: line))
        layers = [PlotLayer(name: name, mark: .images(row))]
    }

    /// Pictures as rows of pixels.
    public init<Pixel: Plottable>(
        _ name: String?, _ pictures: some Sequence<[[Pixel]]>, columns: Int = 10,
        range: ClosedRange<Double>? = nil, shading: Shading = .ink, labels: [String]? = nil,
        file: StaticString = #file, line: UInt = #line
    ) {
        let pictures = Array(pictures)
        let width = pictures.first?.first?.count ?? 0
        for (index, picture) in pictures.enumerated() {
            for row in picture where row.count != width {
                CallSite(file: file, line: line).refuse(
                    "Images: picture \(index + 1) has a row of \(row.count) pixels, expected \(width)")
            }
        }
        self.init(
            name, pictures.map { $0.flatMap { $0 } }, width: width, columns: columns, range: range,
            shading: shading, labels: labels, file: file, line: line)
    }

    /// The same without a name.
    public init<Pixels: Sequence, Pixel: Plottable>(
        _ pixels: some Sequence<Pixels>, width: Int, columns: Int = 10, range: ClosedRange<Double>? = nil,
        shading: Shading = .ink, labels: [String]? = nil, file: StaticString = #file, line: UInt = #line
    ) where Pixels.Element == Pixel {
        self.init(
            nil, pixels, width: width, columns: columns, range: range, shading: shading, labels: labels,
            file: file, line: line)
    }

    /// The same without a name.
    public init<Pixel: Plottable>(
        _ pictures: some Sequence<[[Pixel]]>, columns: Int = 10, range: ClosedRange<Double>? = nil,
        shading: Shading = .ink, labels: [String]? = nil, file: StaticString = #file, line: UInt = #line
    ) {
        self.init(
            nil, pictures, columns: columns, range: range, shading: shading, labels: labels, file: file,
            line: line)
    }
}

/// Pictures of one size with one shading.
struct ImageRow: Hashable, Sendable {
    let pixels: [[Double]]
    let width: Int
    let columns: Int
    let range: ClosedRange<Double>
    let shading: Images.Shading
    let labels: [String]?

    init(
        pixels: [[Double]], width: Int, columns: Int, range: ClosedRange<Double>?, shading: Images.Shading,
        labels: [String]?, mark: Coordinates.Mark, at site: CallSite
    ) {
        guard let size = pixels.first?.count, size > 0 else {
            site.refuse("\(mark): no pixels, expected 1 or more")
        }
        if width < 1 || !size.isMultiple(of: width) {
            site.refuse("\(mark): \(size) pixels do not fill rows of \(width)")
        }
        if columns < 1 { site.refuse("\(mark): \(columns) columns, expected 1 or more") }
        for (index, picture) in pixels.enumerated() where picture.count != size {
            site.refuse("\(mark): picture \(index + 1) has \(picture.count) pixels, expected \(size)")
        }
        if let labels, labels.count != pixels.count {
            site.refuse("\(mark): \(labels.count) labels for \(pixels.count) pictures, expected one for each")
        }
        self.pixels = pixels
        self.width = width
        self.columns = columns
        self.shading = shading
        self.labels = labels
        self.range = range ?? Self.range(of: pixels, shading)
    }

    var height: Int { (pixels.first?.count ?? 0) / width }

    /// The values of the data; around 0 for differences, and never empty.
    private static func range(of pixels: [[Double]], _ shading: Images.Shading) -> ClosedRange<Double> {
        let finite = pixels.joined().filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return 0...1 }
        if shading == .signed {
            let size = max(abs(low), abs(high))
            return size > 0 ? -size...size : -1...1
        }
        return low < high ? low...high : low...(low + 1)
    }
}
