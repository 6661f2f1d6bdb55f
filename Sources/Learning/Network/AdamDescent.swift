import LinearAlgebra

/// Adam's method on all layers of a network.
struct AdamDescent {
    private var states: [(weights: AdamState, biases: AdamState)]
    private var step = 0

    init(_ network: MultilayerPerceptron) {
        states = network.layers.map { layer in
            (
                AdamState(count: layer.outputCount * layer.inputCount),
                AdamState(count: layer.outputCount)
            )
        }
    }

    mutating func move(_ network: inout MultilayerPerceptron, against gradient: [DenseLayer], _ rates: Adam) {
        step += 1
        network.updateLayers { index, layer in
            layer.weights.withUnsafeMutableBufferPointer { weights in
                gradient[index].weights.withUnsafeBufferPointer {
                    states[index].weights.update(weights, $0, rates, step: step)
                }
            }
            layer.biases.withUnsafeMutableBufferPointer { biases in
                gradient[index].biases.withUnsafeBufferPointer {
                    states[index].biases.update(biases, $0, rates, step: step)
                }
            }
        }
    }
}
