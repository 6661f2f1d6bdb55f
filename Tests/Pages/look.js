// Questions about a page as a reader sees it; each answers with a list of sentences.

// Gives scripts of the page time to do what they do at the start.
function settled() {
    return document.fonts.ready.then(() => new Promise(done => setTimeout(done, 100)));
}

function mainText() {
    const main = document.querySelector("main");
    // What scripts offer is no text of the page.
    if (main) main.querySelectorAll("button").forEach(button => { button.hidden = true; });
    return main ? main.innerText : "";
}

// A short name of an element for a message: pre.code > span.keyword
function nameOf(element) {
    const one = node => node.localName + (node.id ? "#" + node.id : "")
        + [...node.classList].slice(0, 2).map(name => "." + name).join("");
    const parent = element.parentElement;
    return (parent && parent !== document.body ? one(parent) + " > " : "") + one(element);
}

function isSeen(element) {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

// Formulas draw roots and braces with svg of their own; they carry MathML for those who do not see.
function figures() {
    return [...document.querySelectorAll("svg")].filter(svg =>
        !svg.parentElement.closest("svg") && !svg.closest(".katex") && !svg.closest("[aria-hidden=true]"));
}

function figuresWithoutNames() {
    const findings = [];
    for (const svg of figures()) {
        for (const tag of ["title", "desc"]) {
            const text = svg.querySelector(":scope > " + tag)?.textContent.trim();
            if (!text) findings.push(`the figure ${nameOf(svg)} has no <${tag}>`);
        }
        if (svg.getAttribute("role") !== "img") findings.push(`the figure ${nameOf(svg)} has no role "img"`);
    }
    return findings;
}

function brokenFormulas() {
    return [...document.querySelectorAll(".katex-error")].map(node =>
        `a formula was not understood: ${node.textContent.trim()}`);
}

// [red, green, blue, alpha] of a computed colour, whatever its spelling.
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const knownColours = new Map();
function colour(text) {
    if (!knownColours.has(text)) {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = "#000";
        canvas.fillStyle = text;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
        knownColours.set(text, [red, green, blue, alpha / 255]);
    }
    return knownColours.get(text);
}

function over(top, bottom) {
    return [0, 1, 2].map(i => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);
}

// WCAG 2.2, relative luminance.
function luminance([red, green, blue]) {
    const linear = [red, green, blue].map(value => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function ratio(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
}

// What is painted below an element: the backgrounds of its ancestors, and in a figure the filled rectangles,
// backgrounds and edges of the same words that were drawn before it and contain its centre.
function backgroundOf(element) {
    const layers = [];
    for (let node = element; node; node = node.parentElement) {
        if (node instanceof SVGElement && node.localName !== "svg") continue;
        if (node.localName === "svg") layers.push(...fillsBelow(element, node));
        layers.push(colour(getComputedStyle(node).backgroundColor));
    }
    const canvasColour = getComputedStyle(document.documentElement).colorScheme.includes("dark")
        && matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18, 1] : [255, 255, 255, 1];
    return layers.reverse().reduce((bottom, top) => over(top, bottom), canvasColour);
}

function fillsBelow(text, svg) {
    const place = text.getBoundingClientRect();
    const x = (place.left + place.right) / 2, y = (place.top + place.bottom) / 2;
    const fills = [];
    for (const shape of svg.querySelectorAll("rect, path.background, .mark-rect path, text[stroke]")) {
        if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
        const box = shape.getBoundingClientRect();
        if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
        const style = getComputedStyle(shape);
        const isEdge = shape.localName === "text";
        if (isEdge && shape.textContent !== text.textContent) continue;
        const paint = isEdge ? style.stroke : style.fill;
        if (paint === "none") continue;
        const [red, green, blue, alpha] = colour(paint);
        fills.unshift([red, green, blue, alpha * (isEdge ? style.strokeOpacity : style.fillOpacity) * style.opacity]);
    }
    return fills;
}

// Text whose contrast is below 4.5, or 3 where it is large (WCAG 2.2, 1.4.3); each kind of place once.
function weakContrasts() {
    const findings = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || element.closest("script, style, title, desc, math")) continue;
        if (!isSeen(element) || element.getClientRects().length === 0) continue;
        const style = getComputedStyle(element);
        const paint = element instanceof SVGElement ? style.fill : style.color;
        if (paint === "none") continue;
        const below = backgroundOf(element);
        const text = over(colour(paint), below);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
        const found = ratio(text, below);
        if (found < (isLarge ? 3 : 4.5)) {
            const colours = `${paint} on rgb(${below.slice(0, 3).map(Math.round).join(", ")})`;
            const key = nameOf(element) + colours;
            findings.set(key, `${nameOf(element)} has a contrast of ${found.toFixed(2)}: ${colours}`);
        }
    }
    return [...findings.values()];
}

// Elements that make the page itself scroll sideways; those that scroll in a box of their own do not.
function whatIsTooWide() {
    const width = document.documentElement.clientWidth;
    const scrolled = document.scrollingElement.scrollWidth;
    if (scrolled <= width) return [];
    const guilty = [...document.body.querySelectorAll("*")].filter(element =>
        isSeen(element) && element.getBoundingClientRect().right > width + 1 && !isClipped(element));
    const innermost = guilty.filter(element => !guilty.some(other => other !== element && element.contains(other)));
    return [`the page is ${scrolled} px wide on a screen of ${width} px: `
        + innermost.slice(0, 5).map(nameOf).join(", ")];
}

function isClipped(element) {
    for (let node = element.parentElement; node && node !== document.body; node = node.parentElement) {
        if (getComputedStyle(node).overflowX !== "visible") return true;
    }
    return false;
}
