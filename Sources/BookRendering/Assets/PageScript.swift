/// What pages do where scripts run. Each part adds something; the pages need none.
enum PageScript {
    static let path = "assets/book.js"

    static let javaScript =
        "\"use strict\";\n" + LoadScript.javaScript + ContentsScript.javaScript + CopyScript.javaScript
        + UnfoldScript.javaScript
        + PreviewScript.javaScript + TypeScript.javaScript + FigureScript.javaScript
        + SearchScript.javaScript + ScrollScript.javaScript
}
