/// What is known of a threshold's probability of a false alarm.
public enum Guarantee: Hashable, Sendable, Codable {
    /// It is at most the wanted one for any number of samples.
    case proven
    /// It comes close to the wanted one for many samples.
    case approximate
}
