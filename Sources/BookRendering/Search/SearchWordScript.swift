/// The words of a text, found as `SearchWords` finds them, with their places.
package enum SearchWordScript {
    package static let javaScript = #"""
        (function (global) {
            var search = global.bookSearch = global.bookSearch || {};
            var stopWords = Object.create(null), greek = Object.create(null);
            "\#(SearchStopWords.text)".split(" ").forEach(function (word) { stopWords[word] = true; });
            "\#(greekNames)".split(" ").forEach(function (pair) { greek[pair.charAt(0)] = pair.slice(1); });

            /* 1 for a part of a word, 2 for a word of its own, 0 for what stands between. */
            function kind(c) {
                if (c >= 48 && c <= 57 || c >= 65 && c <= 90 || c === 95 || c >= 97 && c <= 122) { return 1; }
                if (c === 0xAC || c === 0xB1 || c === 0xD7 || c === 0xF7) { return 2; }
                if (c === 0xAA || c === 0xB5 || c === 0xBA) { return 1; }
                if (c < 0xC0 || c >= 0x2000 && c <= 0x206F) { return 0; }
                if (c === 0x2212 || c === 0x2217 || c === 0x2236 || c === 0x22C5) { return 0; }
                if (c >= 0x2190 && c <= 0x22FF) { return 2; }
                if (c >= 0x2300 && c <= 0x2BFF || c >= 0x2E00 && c <= 0x2E7F || c >= 0x3000 && c <= 0x303F
                    || c >= 0xE000 && c <= 0xF8FF || c >= 0xFE00 && c <= 0xFE0F || c === 0xFEFF) { return 0; }
                if (c >= 0x2E80 && c <= 0x2FFF || c >= 0x3040 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF) {
                    return 2;
                }
                return 1;
            }
            function isDigit(c) { return c >= 48 && c <= 57; }
            function isUpper(c) { return c >= 65 && c <= 90; }
            function isLower(c) { return c >= 97 && c <= 122; }
            function isGreek(c) { return c >= 0x370 && c <= 0x3FF || c === 0xB5; }
            function isApostrophe(c) { return c === 0x27 || c === 0x2019; }

            function wordEnd(text, start) {
                var end = start + 1;
                while (end < text.length) {
                    var c = text.charCodeAt(end);
                    if (kind(c) === 1) {
                        end += 1;
                    } else if (end + 1 < text.length && kind(text.charCodeAt(end + 1)) === 1
                        && (isApostrophe(c) || c === 0x2E && isDigit(text.charCodeAt(end - 1))
                            && isDigit(text.charCodeAt(end + 1)))) {
                        end += 2;
                    } else {
                        break;
                    }
                }
                return end;
            }

            function withoutApostrophes(word) {
                if (word.length > 2 && isApostrophe(word.charCodeAt(word.length - 2))
                    && (word.charCodeAt(word.length - 1) | 0x20) === 0x73) {
                    word = word.slice(0, -2);
                }
                return word.replace(/['\u2019]/g, "");
            }

            function greekApart(word) {
                var parts = [];
                for (var i = 0; i < word.length; i += 1) {
                    var c = word.charCodeAt(i), before = i > 0 ? word.charCodeAt(i - 1) : 95;
                    if (!parts.length || c !== 95 && before !== 95 && isGreek(c) !== isGreek(before)) {
                        parts.push("");
                    }
                    parts[parts.length - 1] += word.charAt(i);
                }
                return parts;
            }

            function startsHump(word, i) {
                if (!isUpper(word.charCodeAt(i))) { return false; }
                var before = word.charCodeAt(i - 1), next = word.charCodeAt(i + 1);
                if (isLower(before) || isDigit(before)) { return true; }
                if (!isUpper(before) || !isLower(next)) { return false; }
                return !(next === 0x73 && i + 2 === word.length);
            }

            function humps(word) {
                var parts = [""], joined = [];
                for (var i = 0; i < word.length; i += 1) {
                    if (i > 0 && startsHump(word, i)) { parts.push(""); }
                    parts[parts.length - 1] += word.charAt(i);
                }
                for (var k = 0; k < parts.length; k += 1) {
                    if (k + 1 < parts.length && parts[k].length < 3 && parts[k + 1].length < 3) {
                        joined.push(parts[k] + parts[k + 1]);
                        k += 1;
                    } else {
                        joined.push(parts[k]);
                    }
                }
                return joined.length > 1 ? joined.filter(function (part) { return part.length > 1; }) : [];
            }

            function folded(word) {
                var lower = word.toLowerCase();
                if (/^[\x00-\x7f]*$/.test(lower)) { return lower; }
                if (lower.normalize) { lower = lower.normalize("NFD"); }
                lower = lower.replace(/[\u0300-\u036f]/g, "").replace(/\u03c2/g, "\u03c3");
                return lower.length === 1 && greek[lower] || lower;
            }

            function cut(term) {
                if (term.length <= \#(SearchWords.longest)) { return term; }
                term = term.slice(0, \#(SearchWords.longest));
                return /[\ud800-\udbff]$/.test(term) ? term.slice(0, -1) : term;
            }

            function termsOf(word, keepsStopWords) {
                var terms = [];
                function add(term) {
                    term = cut(term);
                    if (term && (keepsStopWords || !stopWords[term]) && terms.indexOf(term) < 0) { terms.push(term); }
                }
                if (/^[a-z0-9]+$/.test(word)) {
                    add(word);
                    return terms;
                }
                greekApart(withoutApostrophes(word)).forEach(function (part) {
                    var pieces = part.split("_").filter(function (piece) { return piece; });
                    var plain = pieces.map(folded);
                    add(plain.join("_"));
                    if (plain.length > 1) {
                        plain.forEach(function (piece) { if (piece.length > 1) { add(piece); } });
                    }
                    pieces.forEach(function (piece) { humps(piece).map(folded).forEach(add); });
                });
                return terms;
            }

            function sign(text, i) {
                if (text.charAt(i + 1) !== "=") { return ""; }
                return {">": "\u2265", "<": "\u2264", "!": "\u2260"}[text.charAt(i)] || "";
            }

            /* The words of a text: where each starts and ends, and the terms by which it is found. */
            search.words = function (text, keepsStopWords) {
                var words = [], i = 0;
                while (i < text.length) {
                    var k = kind(text.charCodeAt(i)), end = i + 1, terms = [];
                    if (k === 1) {
                        end = wordEnd(text, i);
                        terms = termsOf(text.slice(i, end), keepsStopWords);
                    } else if (k === 2) {
                        terms = [text.charAt(i)];
                    } else if (sign(text, i)) {
                        end = i + 2;
                        terms = [sign(text, i)];
                    }
                    if (terms.length) { words.push({start: i, end: end, terms: terms}); }
                    i = end;
                }
                return words;
            };

            search.isStopWord = function (word) { return stopWords[word] === true; };
        })(this);

        """#

    private static let greekNames = SearchLetters.greekNames.map { "\($0.key)\($0.value)" }.sorted()
        .joined(separator: " ")
}
