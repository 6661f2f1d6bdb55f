/// Products, by BLAS.
public protocol ProductKernels {
    /// Σ xᵢ yᵢ over `count` elements.
    static func dot(_ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, count: Int) -> Self

    /// √Σ xᵢ², without overflow or underflow on the way.
    static func norm(_ x: UnsafePointer<Self>, count: Int) -> Self

    /// result = A x, or Aᵀ x where `transposed`; A has the given stored shape.
    static func multiply(
        _ matrix: UnsafePointer<Self>, rows: Int, columns: Int, stride: Int, transposed: Bool,
        vector: UnsafePointer<Self>, result: UnsafeMutablePointer<Self>)

    /// result = A B, rows × columns with `inner` products an entry; either factor may be stored transposed.
    static func multiply(
        _ left: UnsafePointer<Self>, stride leftStride: Int, transposed leftTransposed: Bool,
        _ right: UnsafePointer<Self>, stride rightStride: Int, transposed rightTransposed: Bool,
        rows: Int, columns: Int, inner: Int, result: UnsafeMutablePointer<Self>)

    /// result = A x for a symmetric A, of which the lower triangle is read.
    static func multiplySymmetric(
        _ matrix: UnsafePointer<Self>, order: Int, stride: Int, vector: UnsafePointer<Self>,
        result: UnsafeMutablePointer<Self>)

    /// The lower triangle of `result` += A Aᵀ, or Aᵀ A where `transposed`: half the work of a product.
    static func addSymmetricProduct(
        _ matrix: UnsafePointer<Self>, order: Int, inner: Int, stride: Int, transposed: Bool,
        result: UnsafeMutablePointer<Self>)

    /// The lower triangle of `result` += factor x xᵀ.
    static func addOuterProduct(
        _ vector: UnsafePointer<Self>, factor: Self, order: Int, result: UnsafeMutablePointer<Self>)
}
