import BookModel

/// How many claims were checked, and how many of them hold.
struct ClaimTally {
    var count = 0
    var holding = 0

    init() {}

    init(_ results: KnownResults?) {
        let claims = results?.summary.claims ?? []
        count = claims.count
        holding = claims.filter(\.claim.holds).count
    }

    static func + (left: ClaimTally, right: ClaimTally) -> ClaimTally {
        var sum = left
        sum.count += right.count
        sum.holding += right.holding
        return sum
    }

    var html: HTML {
        let checked = Words.count(count, "checked claim")
        if holding == count {
            return "<span class=\"holds\">✓ \(checked), \(count == 1 ? "it holds" : "all hold")</span>"
        }
        let verb = count - holding == 1 ? "does" : "do"
        return "<strong class=\"fails\">✗ \(count - holding) of \(checked) \(verb) not hold</strong>"
    }
}
