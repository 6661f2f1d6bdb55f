/// The lines of the index as a lunr index, and what a reader's words find in it.
package enum SearchEngineScript {
    package static let javaScript = indexJavaScript + queryJavaScript

    /// How much more a word counts in each field.
    package static let boosts: [SearchBlock.Field: Double] = [.title: 8, .name: 3, .text: 1, .code: 0.4]

    private static let fields = SearchBlock.Field.allCases.map { "\"\($0)\"" }.joined(separator: ", ")
    private static let weights = SearchBlock.Field.allCases.map { "\(boosts[$0, default: 1])" }
        .joined(separator: ", ")

    /// Decodes the lines of `SearchShard` into what `lunr.Index.load` takes.
    private static let indexJavaScript = #"""
        (function (search) {
            var fields = [\#(fields)], boosts = [\#(weights)];
            /* Those of lunr's builder: how fast a repeated word counts less, and how much a long text does. */
            var saturation = 1.2, dilution = 0.75;

            function eachTerm(page, visit) {
                var before = "", words = page[5].split(" ");
                if (!page[4]) { return; }
                page[4].split(" ").forEach(function (rest, i) {
                    before = before.slice(0, parseInt(rest.charAt(0), 36)) + rest.slice(1);
                    visit(before, words[i]);
                });
            }

            /* Calls `visit` with each place of a word: four times the section plus the field, and how often. */
            function eachPlace(word, visit) {
                var number = 0, place = 0, count = "", isOpen = false;
                function close() { if (isOpen) { visit(place, count ? +count : 1); } }
                for (var i = 0; i < word.length; i += 1) {
                    var c = word.charCodeAt(i);
                    if (c < 65) {
                        count += word.charAt(i);
                        continue;
                    }
                    if (c < 97) {
                        close();
                        isOpen = false;
                        count = "";
                        number = (number + c - 65) * 26;
                    } else {
                        close();
                        place += number + c - 97;
                        isOpen = true;
                        number = 0;
                        count = "";
                    }
                }
                close();
            }

            /* The index in the form in which lunr saves one. Every section is a document, named by its number. */
            search.serialised = function (pages, version) {
                var lengths = [], totals = [0, 0, 0, 0], postings = Object.create(null), documents = 0;
                pages.forEach(function (page) {
                    var first = documents;
                    documents += page[3].length / 3;
                    while (lengths.length < 4 * documents) { lengths.push(0); }
                    eachTerm(page, function (term, word) {
                        var posting = postings[term] || (postings[term] = []);
                        eachPlace(word, function (place, count) {
                            posting.push(4 * first + place, count);
                            lengths[4 * first + place] += count;
                            totals[place % 4] += count;
                        });
                    });
                });

                var vectors = lengths.map(function () { return []; });
                var inverted = Object.keys(postings).sort().map(function (term, number) {
                    var posting = postings[term], entry = {_index: number};
                    fields.forEach(function (field) { entry[field] = {}; });
                    var rarity = (documents - posting.length / 2 + 0.5) / (posting.length / 2 + 0.5);
                    var weight = Math.log(1 + Math.abs(rarity));
                    for (var i = 0; i < posting.length; i += 2) {
                        var place = posting[i], count = posting[i + 1], field = place % 4;
                        entry[fields[field]][(place - field) / 4] = {};
                        var share = lengths[place] / (totals[field] / documents);
                        var score = weight * ((saturation + 1) * count)
                            / (saturation * (1 - dilution + dilution * share) + count) * boosts[field];
                        vectors[place].push(number, Math.round(score * 1000) / 1000);
                    }
                    return [term, entry];
                });
                return {
                    version: version, fields: fields, invertedIndex: inverted, pipeline: [],
                    fieldVectors: vectors.map(function (vector, place) {
                        return [fields[place % 4] + "/" + (place - place % 4) / 4, vector];
                    })
                };
            };
        })(this.bookSearch);

        """#

    private static let queryJavaScript = #"""
        (function (search, global) {
            var index, vocabulary, places, isReady = false;

            /* Makes the index from the lines that the index's script has left; once. */
            search.prepare = function () {
                if (isReady) { return; }
                var lunr = global.lunr, saved = search.serialised(search.index, lunr.version);
                index = lunr.Index.load(saved);
                vocabulary = saved.invertedIndex.map(function (entry) { return entry[0]; });
                places = [];
                search.index.forEach(function (page) {
                    var opening = places.length;
                    for (var i = 0; i < page[3].length; i += 3) {
                        places.push({page: page[0], label: page[1], chapter: page[2], section: i / 3,
                            anchor: page[3][i], number: page[3][i + 1], title: page[3][i + 2], opening: opening});
                    }
                });
                isReady = true;
            };

            /* The number of the first term that is not before `text`. */
            function firstFrom(text) {
                var low = 0, high = vocabulary.length;
                while (low < high) {
                    var middle = (low + high) >> 1;
                    if (vocabulary[middle] < text) { low = middle + 1; } else { high = middle; }
                }
                return low;
            }
            function hasPrefix(text) { return (vocabulary[firstFrom(text)] || "").indexOf(text) === 0; }

            function stem(term) { return global.lunr.stemmer(new global.lunr.Token(term, {})).toString(); }

            /* The terms that are other forms of a word: `activate` for `activation`. */
            function forms(term) {
                if (!/^[a-z]{3,}$/.test(term)) { return []; }
                var root = stem(term), start = root.slice(0, 3), found = [];
                for (var i = firstFrom(start); i < vocabulary.length && vocabulary[i].indexOf(start) === 0; i += 1) {
                    if (vocabulary[i] !== term && /^[a-z]+$/.test(vocabulary[i]) && stem(vocabulary[i]) === root) {
                        found.push(vocabulary[i]);
                    }
                }
                return found;
            }

            function ask(clauses) {
                var found = Object.create(null);
                index.query(function (query) {
                    clauses.forEach(function (clause) {
                        clause.usePipeline = false;
                        query.clause(clause);
                    });
                }).forEach(function (result) {
                    var terms = Object.keys(result.matchData.metadata);
                    found[result.ref] = {score: result.score, terms: terms, inTitle: terms.some(function (term) {
                        return result.matchData.metadata[term].title;
                    })};
                });
                return found;
            }

            function isEmpty(found) { return Object.keys(found).length === 0; }

            /* What one term finds: itself and its other forms; what it begins, while it is typed or where there is
               neither. */
            function findTerm(term, isTyped) {
                var clauses = [], exact = vocabulary[firstFrom(term)] === term;
                if (exact) { clauses.push({term: term, boost: 6}); }
                forms(term).forEach(function (form) { clauses.push({term: form, boost: 3}); });
                if ((isTyped || !clauses.length) && hasPrefix(term)) {
                    clauses.push({term: term, boost: 1, wildcard: global.lunr.Query.wildcard.TRAILING});
                }
                return clauses.length ? ask(clauses) : {};
            }

            /* What words that are spelled almost like a term find. */
            function findNear(term) {
                var most = term.length < 4 ? 0 : term.length < 8 ? 1 : 2, found = {};
                for (var distance = 1; distance <= most && isEmpty(found); distance += 1) {
                    found = ask([{term: term, boost: 1, editDistance: distance}]);
                }
                return found;
            }

            function termsIn(found) {
                var counts = Object.create(null);
                Object.keys(found).forEach(function (ref) {
                    found[ref].terms.forEach(function (term) { counts[term] = (counts[term] || 0) + 1; });
                });
                return Object.keys(counts).sort(function (a, b) { return counts[b] - counts[a] || (a < b ? -1 : 1); });
            }

            /* The words of a query as terms; the last one may not be finished. */
            function asked(text) {
                var words = search.words(text, true), terms = [];
                words.forEach(function (word, i) {
                    var isTyped = i === words.length - 1 && word.end === text.length;
                    var whole = word.terms[0];
                    var parts = word.terms.slice(1);
                    // A name that stands nowhere as a whole is looked for by its parts.
                    if (parts.length && !hasPrefix(whole)) {
                        parts.forEach(function (part) { terms.push({term: part, word: part, isTyped: false}); });
                    } else {
                        terms.push({term: whole, word: text.slice(word.start, word.end), isTyped: isTyped});
                    }
                });
                var rare = terms.filter(function (term) { return !search.isStopWord(term.term); });
                if (rare.length) { return rare; }
                return terms.length > 1 ? [] : terms.filter(function (term) {
                    return term.isTyped && hasPrefix(term.term);
                });
            }

            /* What a query finds: the places, best first, and what had to be done to find them. */
            search.find = function (text) {
                var answer = {results: [], corrected: [], unknown: [], isPartial: false, isCommon: false};
                var terms = asked(text), lists = [];
                answer.isCommon = !terms.length && search.words(text, true).length > 0;
                terms.forEach(function (term) {
                    var found = findTerm(term.term, term.isTyped);
                    if (isEmpty(found)) {
                        found = findNear(term.term);
                        if (isEmpty(found)) {
                            answer.unknown.push(term.word);
                            return;
                        }
                        answer.corrected.push({word: term.word, terms: termsIn(found).slice(0, 3)});
                    }
                    lists.push(found);
                });
                answer.results = joined(lists, lists.length);
                if (lists.length > 1 && !answer.results.length) {
                    answer.isPartial = true;
                    answer.results = joined(lists, 1);
                }
                return answer;
            };

            /* The places that at least `most` of the lists hold. A word in a chapter's title holds for its sections,
               where another word is found. */
            function joined(lists, most) {
                var all = Object.create(null);
                lists.forEach(function (found, number) {
                    Object.keys(found).forEach(function (ref) {
                        var result = all[ref] || (all[ref] = {ref: +ref, score: 0, words: [], terms: {}});
                        // What a chapter is called says more than what one of its sections is called.
                        var isChapter = found[ref].inTitle && places[ref].section === 0;
                        result.score += found[ref].score * (isChapter ? 1.5 : 1);
                        result.words.push(number);
                        found[ref].terms.forEach(function (term) { result.terms[term] = number; });
                    });
                });
                return Object.keys(all).map(function (ref) {
                    var result = all[ref], opening = places[result.ref].opening;
                    lists.forEach(function (found, number) {
                        if (result.words.indexOf(number) < 0 && found[opening] && found[opening].inTitle) {
                            result.words.push(number);
                        }
                    });
                    result.place = places[result.ref];
                    return result;
                }).filter(function (result) {
                    return result.words.length >= most;
                }).sort(function (a, b) {
                    return b.words.length - a.words.length || b.score - a.score || a.ref - b.ref;
                });
            }
        })(this.bookSearch, this);

        """#
}
