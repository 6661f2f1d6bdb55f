/// What the seeds of `fixedNumbers` gave when the generator was written; they must not change.
enum FixedNumbers {
    static let words: [UInt64] = [
        13_024_945_461_315_908_288, 13_824_257_475_643_170_481, 8_978_362_354_383_329_270,
        14_720_867_089_943_676_091,
    ]
    static let gaussians = [1.6653727033967094, -1.067683944075338, -0.3022662156058249]
    static let sumOfGaussianBits: UInt64 = 146_413_238_034_656_715
    static let permutation = [1, 3, 2, 0, 4]
}
