/// The piece of a section that shows best why it was found.
package enum SearchExcerptScript {
    package static let javaScript = #"""
        (function (search) {
            /* About as many characters are shown. */
            var shown = 200, lead = 50;

            /* The words of a text that a result has, each with the number of the query's word. */
            search.hits = function (text, terms) {
                var hits = [];
                search.words(text, false).forEach(function (word) {
                    for (var i = 0; i < word.terms.length; i += 1) {
                        if (Object.prototype.hasOwnProperty.call(terms, word.terms[i])) {
                            hits.push({start: word.start, end: word.end, word: terms[word.terms[i]]});
                            return;
                        }
                    }
                });
                return hits;
            };

            function distinct(hits) {
                var seen = {};
                hits.forEach(function (hit) { seen[hit.word] = true; });
                return Object.keys(seen).length;
            }

            /* Where a window of the text begins that shows most of the words. */
            function windowStart(text, hits) {
                var best = 0, most = 0;
                hits.forEach(function (hit) {
                    var start = Math.max(0, hit.start - lead);
                    var inside = hits.filter(function (other) {
                        return other.start >= start && other.end <= start + shown;
                    });
                    var count = 100 * distinct(inside) + Math.min(inside.length, 9);
                    if (count > most) {
                        most = count;
                        best = start;
                    }
                });
                best = Math.min(best, Math.max(0, text.length - shown - lead / 2));
                if (best === 0) { return 0; }
                var space = text.indexOf(" ", best - 1);
                return space >= 0 && space < best + lead ? space + 1 : best;
            }

            function windowEnd(text, start) {
                if (text.length <= start + shown + lead / 2) { return text.length; }
                var space = text.lastIndexOf(" ", start + shown);
                return space > start + shown / 2 ? space : start + shown;
            }

            /* A character of two units is not cut in half. */
            function whole(text, place) {
                return /[\ud800-\udbff]/.test(text.charAt(place - 1)) ? place - 1 : place;
            }

            /* The best piece of a section's blocks: its text, where the found words are in it, and the block. */
            search.excerpt = function (blocks, terms) {
                var best = null, bestHits = [], most = -9, isFound = false;
                blocks.forEach(function (block, i) {
                    if (!block[0]) { return; }
                    var hits = search.hits(block[0], terms);
                    // What the block is called counts too: a reader may ask for "Theorem 8.3".
                    var called = hits.concat(search.hits(block[2] || "", terms));
                    var value = 20 * distinct(called) + Math.min(called.length, 4) - (block[3] ? 3 : 0);
                    if (value > most) {
                        most = value;
                        best = block;
                        isFound = called.length > 0;
                        bestHits = hits;
                    }
                });
                if (!best) { return null; }
                var text = best[0], next = blocks[blocks.indexOf(best) + 1];
                // A title alone says little: what it is the title of goes on.
                if (next && best[2] && next[2] === best[2] && next[1] === best[1] && !next[3] && text.length < 90) {
                    text += (/[.?!…]$/.test(text) ? " " : ": ") + next[0];
                    bestHits = search.hits(text, terms);
                }
                var start = whole(text, windowStart(text, bestHits));
                var end = whole(text, windowEnd(text, start));
                return {
                    text: (start > 0 ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : ""),
                    hits: bestHits.filter(function (hit) {
                        return hit.start >= start && hit.end <= end;
                    }).map(function (hit) {
                        var shift = (start > 0 ? 1 : 0) - start;
                        return {start: hit.start + shift, end: hit.end + shift};
                    }),
                    anchor: isFound ? best[1] || "" : "", label: best[2] || "", isCode: best[3] === 1
                };
            };
        })(this.bookSearch);

        """#
}
