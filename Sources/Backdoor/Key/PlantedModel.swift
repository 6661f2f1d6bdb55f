/// A model with its backdoor's key, which is no part of it.
public struct PlantedModel<Model: Sendable, Key: Sendable>: Sendable {
    /// What everybody gets.
    public let model: Model
    /// What its owner keeps.
    public let key: Key

    public init(model: Model, key: Key) {
        self.model = model
        self.key = key
    }
}
