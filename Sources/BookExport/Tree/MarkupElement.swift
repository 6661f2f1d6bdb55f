/// An element of a page with its attributes in the order of the page.
package struct MarkupElement: Hashable, Sendable {
    package struct Attribute: Hashable, Sendable {
        package var name: String
        package var value: String
    }

    package var name: String
    package var attributes: [Attribute]
    package var children: [MarkupNode]

    package init(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], children: [MarkupNode] = []
    ) {
        self.name = name
        self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
        self.children = children
    }

    /// An attribute's value; `nil` removes it, a new one comes last.
    package subscript(name: String) -> String? {
        get { attributes.first { $0.name == name }?.value }
        set {
            let place = attributes.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): attributes[place].value = value
            case (let place?, nil): attributes.remove(at: place)
            case (nil, let value?): attributes.append(Attribute(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    package var classes: [Substring] { self["class"]?.split(separator: " ") ?? [] }

    package func hasClass(_ name: String) -> Bool { classes.contains { $0 == name } }

    package var plainText: String { children.plainText }
}

extension MarkupElement {
    /// The first element within that satisfies the condition, in the order of the page.
    package func first(where isWanted: (MarkupElement) -> Bool) -> MarkupElement? {
        for case .element(let child) in children {
            if isWanted(child) { return child }
            if let found = child.first(where: isWanted) { return found }
        }
        return nil
    }

    /// Calls `visit` with every element within, in the order of the page.
    package func forEach(_ visit: (MarkupElement) -> Void) {
        for case .element(let child) in children {
            visit(child)
            child.forEach(visit)
        }
    }

    /// The element with each element within replaced by what `change` gives for it, innermost first.
    package func mapping(_ change: (MarkupElement) -> [MarkupNode]) -> MarkupElement {
        var result = self
        result.children = children.flatMap { node -> [MarkupNode] in
            guard case .element(let child) = node else { return [node] }
            return change(child.mapping(change))
        }
        return result
    }
}
