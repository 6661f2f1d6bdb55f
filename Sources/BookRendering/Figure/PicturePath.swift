/// The data of a path, read to be written shorter: two decimals, and each place told from the one before it.
struct PicturePath {
    /// A command with absolute places, as `L 3 4`.
    struct Step: Hashable {
        let command: Character
        let numbers: [Double]
    }

    private(set) var steps: [Step] = []

    /// - Returns: `nil` for data that this cannot read; the picture then keeps them as they are.
    init?(_ data: String) {
        var scanner = Scanner(data)
        var (x, y, startX, startY) = (0.0, 0.0, 0.0, 0.0)
        while let command = scanner.command() {
            let upper = Character(command.uppercased())
            let isRelative = command.isLowercase
            if upper == "Z" {
                steps.append(Step(command: "Z", numbers: []))
                (x, y) = (startX, startY)
                continue
            }
            guard let count = Self.counts[upper] else { return nil }
            var repeated = upper
            repeat {
                guard var numbers = scanner.numbers(count, areArc: upper == "A") else { return nil }
                if isRelative { Self.makeAbsolute(&numbers, repeated, x, y) }
                switch repeated {
                case "H": (numbers, x) = ([numbers[0], y], numbers[0])
                case "V": (numbers, y) = ([x, numbers[0]], numbers[0])
                default: (x, y) = (numbers[count - 2], numbers[count - 1])
                }
                let isLine = repeated == "H" || repeated == "V"
                steps.append(Step(command: isLine ? "L" : repeated, numbers: numbers))
                if repeated == "M" { (startX, startY, repeated) = (x, y, "L") }
            } while scanner.hasNumber
        }
        guard scanner.isAtEnd, steps.first?.command == "M" else { return nil }
    }

    private static let counts: [Character: Int] = [
        "M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7,
    ]

    private static func makeAbsolute(
        _ numbers: inout [Double], _ command: Character, _ x: Double, _ y: Double
    ) {
        switch command {
        case "H": numbers[0] += x
        case "V": numbers[0] += y
        case "A":
            numbers[5] += x
            numbers[6] += y
        default: for index in numbers.indices { numbers[index] += index % 2 == 0 ? x : y }
        }
    }

    /// The radius, for a circle around the origin.
    var circleRadius: Double? {
        guard steps.count == 3 || (steps.count == 4 && steps[3].command == "Z"), steps[0].command == "M",
            steps[1].command == "A", steps[2].command == "A"
        else { return nil }
        let radius = steps[0].numbers[0]
        func isArc(_ step: Step, to x: Double) -> Bool {
            step.numbers[0] == radius && step.numbers[1] == radius && step.numbers[5] == x
                && step.numbers[6] == 0
        }
        guard radius > 0, steps[0].numbers[1] == 0, isArc(steps[1], to: -radius), isArc(steps[2], to: radius),
            steps[1].numbers[3...4] == steps[2].numbers[3...4]
        else { return nil }
        return radius
    }

    /// Whether it is one rectangle with its sides along the axes, drawn clockwise.
    var isRectangle: Bool {
        guard steps.count == 5, steps[4].command == "Z", steps[1...3].allSatisfy({ $0.command == "L" }) else {
            return false
        }
        let places = steps[0...3].compactMap { step -> (Int, Int)? in
            guard let x = PictureNumber.hundredths(step.numbers[0]),
                let y = PictureNumber.hundredths(step.numbers[1])
            else { return nil }
            return (x, y)
        }
        guard places.count == 4 else { return false }
        let (left, top) = places[0]
        let (right, bottom) = places[2]
        return places[1] == (right, top) && places[3] == (left, bottom) && right > left && bottom > top
    }

    /// Whether it draws nothing: every place is the same one.
    var isPoint: Bool {
        let ends = Set(steps.compactMap { $0.numbers.count == 2 ? $0.numbers : nil })
        return ends.count <= 1 && steps.allSatisfy { "MLZ".contains($0.command) }
    }

    // MARK: - Writing

    /// The data; `nil` when a number is too large for it.
    var text: String? {
        var writer = Writer()
        for step in steps {
            guard writer.write(step) else { return nil }
        }
        return writer.text
    }
}
