/// The script that is loaded when a reader first searches.
package enum SearchAssets {
    package static let javaScript =
        "\"use strict\";\n" + SearchWordScript.javaScript + SearchEngineScript.javaScript
        + SearchExcerptScript.javaScript + SearchViewScript.javaScript
}
