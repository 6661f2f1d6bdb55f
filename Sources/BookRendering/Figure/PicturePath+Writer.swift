extension PicturePath {
    /// Writes steps, each from the rounded place where the one before it ended, so that nothing adds up.
    struct Writer {
        private(set) var text = ""
        private var (x, y, startX, startY) = (0, 0, 0, 0)
        private var last: Character = " "

        mutating func write(_ step: Step) -> Bool {
            if step.command == "Z" {
                text += "z"
                (x, y, last) = (startX, startY, "z")
                return true
            }
            var numbers: [Int] = []
            for (index, number) in step.numbers.enumerated() {
                let isFlag = step.command == "A" && (index == 3 || index == 4)
                guard let number = isFlag ? Int(number) : PictureNumber.hundredths(number) else {
                    return false
                }
                numbers.append(number)
            }
            let (endX, endY) = (numbers[numbers.count - 2], numbers[numbers.count - 1])
            defer { (x, y) = (endX, endY) }
            switch step.command {
            case "M":
                let isFirst = text.isEmpty
                emit(isFirst ? "M" : "m", isFirst ? [endX, endY] : [endX - x, endY - y])
                (startX, startY) = (endX, endY)
            case "L": line(endX - x, endY - y)
            case "A": arc(numbers)
            default:
                emit(
                    Character(step.command.lowercased()),
                    numbers.enumerated().map { $1 - ($0 % 2 == 0 ? x : y) })
            }
            return true
        }

        private mutating func line(_ across: Int, _ down: Int) {
            if down == 0, across != 0 {
                emit("h", [across])
            } else if across == 0, down != 0 {
                emit("v", [down])
            } else if across != 0 || last == "m" || last == "M" {
                emit("l", [across, down])
            }
        }

        private mutating func arc(_ numbers: [Int]) {
            emit("a", Array(numbers[0...2]))
            text += " \(numbers[3]) \(numbers[4])"
            append(numbers[5] - x)
            append(numbers[6] - y)
        }

        private mutating func emit(_ command: Character, _ numbers: [Int]) {
            let repeats = command == last && command != "m" && command != "M"
            if !repeats { text.append(command) }
            for (index, number) in numbers.enumerated() {
                let number = PictureNumber.text(hundredths: number)
                if (index > 0 || repeats) && !number.hasPrefix("-") { text += " " }
                text += number
            }
            last = command
        }

        private mutating func append(_ number: Int) {
            let number = PictureNumber.text(hundredths: number)
            text += number.hasPrefix("-") ? number : " " + number
        }
    }
}
