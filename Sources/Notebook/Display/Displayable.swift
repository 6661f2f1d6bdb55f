/// A value that knows how to show itself on a page.
///
///     extension Digit: Displayable {
///         var mimeBundle: MIMEBundle { MIMEBundle(text: "\(label)", svg: drawing) }
///     }
///
/// The bundle must depend on nothing but the value: the same value gives the same page.
public protocol Displayable {
    /// The forms of the value; `text/plain` is always among them.
    var mimeBundle: MIMEBundle { get }
}

extension MIMEBundle: Displayable {
    public var mimeBundle: MIMEBundle { self }
}

/// Shows a value below the cell. The last expression of a cell is shown without being asked.
public func display(_ value: some Any) {
    ProgramRecorder.record(value: MIMEBundle(describing: value))
}
