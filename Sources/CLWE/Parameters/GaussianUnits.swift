/// The Gaussian that samples are compared with: two normalisations are in use, a factor of √2π apart.
///
/// Both name the layers' density gamma and their noise beta. A number in the wrong units is wrong by 2.5, and
/// in one direction that leaves the theorem's region without a sign, so each kind of number is a type.
public protocol GaussianUnits: Sendable {
    /// The standard deviation of a coordinate of the Gaussian of these units.
    static var deviation: Double { get }
    /// How these units are called in a sentence.
    static var name: String { get }
}

/// Coordinates are N(0, 1), beta is a standard deviation: the units of this project.
public enum StandardUnits: GaussianUnits {
    public static let deviation = 1.0
    public static let name = "N(0, 1)"
}

/// The density is ρ(x) = exp(−π ‖x‖²): coordinates are N(0, 1/2π), the density of the noise ρ_β.
///
/// y = √2π · y_ρ, gamma = gamma_ρ / √2π, beta = beta_ρ / √2π, with those of `StandardUnits` on the left.
/// Source: Bruna, Regev, Song and Tang 2021, section 2.
public enum RhoUnits: GaussianUnits {
    public static let deviation = 1 / (2 * Double.pi).squareRoot()
    public static let name = "ρ"
}

/// What a number given in one kind of units has to be multiplied with to be read in another.
enum UnitFactor {
    /// For points, which are as long as the deviation of their Gaussian.
    static func length(from given: Double, to wanted: Double) -> Double {
        given == wanted ? 1 : wanted / given
    }

    /// For gamma and beta: gamma · ⟨y, u⟩ is the same number in all units.
    static func density(from given: Double, to wanted: Double) -> Double {
        given == wanted ? 1 : given / wanted
    }
}
