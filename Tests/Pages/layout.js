// Questions about the places of things on a page; each answers with a list of sentences. Needs look.js.

// What is meant to be out of sight until it is asked for, or is said to screen readers only.
const OUT_OF_SIGHT = ".unseen, .skip:not(:focus), .katex-mathml, .end-notes > h2, script, style, title, desc";
const isScrolled = value => value === "auto" || value === "scroll";

// What shows its beginning, and the rest to whoever unfolds it.
const FOLDED = ".long:not(:has(> .more[open])) > :is(pre, .table-box)";

// The part of `rect` that the boxes around `element` let through. `cut` names the first that hides some of it for
// good, which a box that scrolls does not; on paper nothing scrolls.
function visiblePart(element, rect, onPaper) {
    let { left, top, right, bottom } = rect, cut = null;
    for (let node = element; node && node !== document.body; node = node.parentElement) {
        const style = getComputedStyle(node);
        if (style.display === "inline" || style.overflowX === "visible" && style.overflowY === "visible") continue;
        const box = node.getBoundingClientRect();
        const outside = [box.left - left, right - box.right, box.top - top, bottom - box.bottom];
        const slack = (rect.bottom - rect.top) * 0.3;
        const hides = axis => onPaper || !isScrolled(axis);
        const hidesBelow = hides(style.overflowY) && (onPaper || !node.matches(FOLDED));
        // A box scrolls to its right and down; what is left of it or above it, nobody sees.
        if (outside[0] > 2 + node.scrollLeft || outside[2] > slack + node.scrollTop
            || outside[1] > 2 && hides(style.overflowX) || outside[3] > slack && hidesBelow) cut ??= node;
        left = Math.max(left, box.left), right = Math.min(right, box.right);
        top = Math.max(top, box.top), bottom = Math.min(bottom, box.bottom);
        if (style.position === "fixed") break;
    }
    return { left, top, right, bottom, cut };
}

function blockOf(element) {
    let node = element.closest(".katex, svg") ?? element;
    while (node.parentElement && getComputedStyle(node).display.startsWith("inline")) node = node.parentElement;
    return node;
}

// Every line of text as [rect, element, block], each formula, picture and control as one.
function linesOfText() {
    const lines = [], range = document.createRange();
    const blocks = new Map();
    const block = element => {
        if (!blocks.has(element)) blocks.set(element, blockOf(element));
        return blocks.get(element);
    };
    // Not a filter of the walker: those do not run where scripts are off.
    (function walk(parent) {
        for (const node of parent.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) {
                if (!node.data.trim()) continue;
                range.selectNodeContents(node);
                for (const rect of range.getClientRects()) {
                    if (rect.width > 0.5 && rect.height > 0.5) lines.push([rect, parent, block(parent)]);
                }
            } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(OUT_OF_SIGHT) && isSeen(node)) {
                if (!node.matches(".katex, svg, img, button, input")) walk(node);
                else lines.push([node.getBoundingClientRect(), node, block(node)]);
            }
        }
    })(document.body);
    return lines;
}

function wordsOf(element) {
    const text = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().replace(/\s+/g, " ");
    return `${nameOf(element)} “${text.length > 30 ? text.slice(0, 30) + "…" : text}”`;
}

// Text that a box cuts off, that lies outside of the page, or that lies over the text of another block.
function misplaced(onPaper) {
    const findings = new Set(), width = document.documentElement.clientWidth;
    const kept = [];
    for (const [rect, element, block] of linesOfText()) {
        const part = visiblePart(element, rect, onPaper);
        if (part.cut) findings.add(`${nameOf(part.cut)} cuts off ${wordsOf(element)}`);
        if (part.right <= part.left || part.bottom <= part.top) continue;
        if (part.left < -1 || part.right > width + 1) findings.add(`${wordsOf(element)} lies outside of the page`);
        // The box of a line is higher than its letters.
        const inset = (part.bottom - part.top) * 0.22;
        if (part.top + inset + scrollY < -1) findings.add(`${wordsOf(element)} lies above the page`);
        kept.push({ left: part.left + 1, right: part.right - 1, top: part.top + inset, bottom: part.bottom - inset,
                    element, block });
    }
    kept.sort((one, other) => one.top - other.top);
    for (let i = 0; i < kept.length; i++) {
        const one = kept[i];
        for (let k = i + 1; k < kept.length && kept[k].top < one.bottom; k++) {
            const other = kept[k];
            // A preview lies over the page.
            if (!one.element.closest(".preview") !== !other.element.closest(".preview")) continue;
            if (one.block === other.block || one.left >= other.right || other.left >= one.right) continue;
            findings.add(`${wordsOf(one.element)} and ${wordsOf(other.element)} overlap`);
        }
    }
    return [...findings].slice(0, 12);
}

// Folded parts that stay folded on paper, where nobody can open them.
function foldedParts() {
    return [...document.querySelectorAll("details")].filter(part => isSeen(part)
        && [...part.children].some(child => child.localName !== "summary" && getComputedStyle(child).display !== "none"
            && !isSeen(child)))
        .map(part => `${nameOf(part)} is folded on paper`);
}

// Grounds that would take a cartridge of ink.
function darkGrounds() {
    const findings = new Set();
    for (const element of document.body.querySelectorAll("*")) {
        if (!isSeen(element) || element.closest("svg, .katex")) continue;
        const box = element.getBoundingClientRect();
        const paint = colour(getComputedStyle(element).backgroundColor);
        if (box.width * box.height > 2500 && paint[3] > 0.5 && luminance(paint) < 0.5) {
            findings.add(`${nameOf(element)} has a dark ground on paper`);
        }
    }
    if (luminance(backgroundOf(document.body)) < 0.9) findings.add("the page is dark on paper");
    return [...findings];
}

// WCAG 2.2, 1.4.12: readers may set these.
function spaceText() {
    const sheet = document.createElement("style");
    sheet.textContent = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
        p { margin-bottom: 2em !important; } .katex *, svg * { letter-spacing: normal !important; line-height: inherit; }`;
    document.head.append(sheet);
}

// Opens a preview of the page, where it has one there: that of its first reference.
function openPreview(done, number) {
    const link = document.querySelectorAll("main a.reference, main a.cite, main .note-mark a")[number ?? 0];
    if (!link) return done(false);
    link.scrollIntoView({ block: "center" });
    link.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
    let rest = 40;
    const timer = setInterval(() => {
        if (document.querySelector(".preview") || --rest === 0) {
            clearInterval(timer);
            setTimeout(() => done(Boolean(document.querySelector(".preview"))), 150);
        }
    }, 50);
}

function closePreview() {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
}

// axe-core 4, everything that WCAG 2.2 AA asks for and its own best practices.
function violations(done, rules, within) {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    // Letters of formulas are many and all of one colour; contrasts are looked at besides.
    const context = within ?? (rules ? { exclude: [".katex-html"] } : document);
    axe.run(context, { runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: tags },
                        resultTypes: ["violations"] })
        .then(result => done(result.violations.flatMap(({ id, nodes }) => nodes
            // It reads no MathML, and so takes a heading that is a formula for an empty one.
            .filter(node => id !== "empty-table-header" || !document.querySelector(node.target[0])?.querySelector("math"))
            .slice(0, 3).map(node =>
            `axe: ${id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1, 2).join("").trim()}`))),
              error => done([`axe: ${error}`]));
}
