/// What counts as the slope of the step from 0 to 1 when a gradient is computed.
public enum StepSlope: Hashable, Sendable {
    /// That of the step itself: 0 everywhere but at the threshold, where it has none. A gate whose sum lies
    /// on its threshold counts as flat too, as in the usual software.
    case exact
    /// A stand-in that trainers of such networks use: that of a ramp that rises from `−width` to `width`
    /// around the threshold, though the values are those of the step.
    case straightThrough(width: Double)

    func value(at distance: Double) -> Double {
        switch self {
        case .exact: 0
        case .straightThrough(let width): distance.magnitude <= width ? 1 / (2 * width) : 0
        }
    }
}
