"""The text page of the page benchmark: one text with 20 formulas and 2 figures, as both engines read it."""

import re
from pathlib import Path

FORMULAS = 20
FIGURES = 2

# A paragraph with its formulas in the line, then a formula of its own; what both engines read alike.
PARTS = [
    (r"A sample $x \in \mathbb{R}^d$ is drawn from $\mathcal{N}(0, I_d)$, and a secret direction $w$ has $\|w\| = 1$. "
     r"Nobody who sees $x$ alone learns anything about the direction: the normal law looks the same from everywhere, "
     r"which is what makes it such a good place to hide in.",
     r"\Pr[\langle w, x \rangle > t] = \frac{1}{\sqrt{2\pi}} \int_t^\infty e^{-u^2/2} \, du"),
    (r"An observer keeps a statistic $T(x_1, \dots, x_n)$ and answers yes when $T > \tau$. Its advantage is $\alpha$, "
     r"and a thousand samples tell $\alpha$ to within three hundredths. What costs the observer dearly is that the "
     r"number of directions grows with the dimension, so that looking in all of them takes longer than anybody has.",
     r"\alpha = \left| \Pr_{x \sim P}[T > \tau] - \Pr_{x \sim Q}[T > \tau] \right|"),
    (r"A bound on the mean needs $n \ge \frac{1}{2\varepsilon^2} \log \frac{2}{\delta}$ samples, whatever the law. "
     r"It is seldom the best one, but it never lies, and it needs no knowledge of the variance $\sigma^2$ at all.",
     r"\Pr\left[ \left| \bar{X} - \mu \right| \ge \varepsilon \right] \le 2 e^{-2 n \varepsilon^2}"),
    (r"The covariance $\Sigma = I + \theta v v^\top$ has one eigenvalue that is not 1. Whether the largest eigenvalue "
     r"of a sample shows it depends on $\gamma = d / n$ alone: below the threshold it hides in the bulk of the others.",
     r"\lambda_{\max} \to \begin{cases} (1 + \theta)\left(1 + \frac{\gamma}{\theta}\right) & \theta > \sqrt{\gamma} \\"
     r" (1 + \sqrt{\gamma})^2 & \text{else} \end{cases}"),
    (r"A network computes $h(x) = \operatorname{sign}\left(\sum_{i=1}^{m} a_i \phi(\langle w_i, x \rangle + b_i)\right)$. "
     r"Who holds the key moves $x$ by little and gets the answer of their choice; who does not hold it sees a network "
     r"like any other, with the accuracy that was promised and weights that pass every test in use.",
     r"\phi(z) = \cos(2\pi(\gamma z + \beta)), \qquad \beta \sim \mathcal{U}[0, 1)"),
]

FILLER = (
    "What follows from it is worth a moment. A test that looks at many places at once must pay for each of them, and "
    "what it gains in reach it loses in certainty; nobody gets both for nothing. So the honest question is never "
    "whether a test exists, but what it costs, how many samples it wants, and how sure its answer is afterwards.")

PLOTS = [
    ("fig-error", "The error falls with the root of the number of samples.",
     "A curve that falls from 1 to 0.1 over 100 samples.", "1 / Double(n).squareRoot()"),
    ("fig-growth", "The number of directions grows with the square of the dimension.",
     "A curve that rises from 1 to 10,000.", "Double(n * n)"),
]


def _body(display, figure):
    lines = ["# A text with formulas", ""]
    for number, (paragraph, formula) in enumerate(PARTS):
        lines += [f"## Part {number + 1}", "", paragraph, "", *display(formula), "", FILLER, "", FILLER, ""]
        if number < FIGURES:
            lines += [*figure(number), ""]
    return "\n".join(lines)


def write_ours(folder):
    """The page as our engine reads it; returns where its page will be."""
    def figure(number):
        label, caption, description, value = PLOTS[number]
        return ["```swift folded", f"//| label: {label}", f"//| caption: {caption}", f"//| alt: {description}",
                f'Plot("{caption}", x: "n", y: "value") {{',
                f'    Line("value", x: 1...100, y: (1...100).map {{ n in {value} }})', "}", "```"]

    chapters = Path(folder) / "Chapters"
    chapters.mkdir(parents=True, exist_ok=True)
    (chapters / "01-text.md").write_text(_body(lambda formula: ["$$", formula, "$$"], figure))
    return Path(folder) / "Output" / "01-text.html"


def pictures(page):
    """The figures that our page shows, as files of their own."""
    found = re.findall(r"<svg class=\"picture\".*?</svg>", page, re.DOTALL)
    if len(found) != FIGURES:
        raise ValueError(f"the page has {len(found)} figures, not {FIGURES}")
    return found


def write_theirs(folder, drawn):
    """The same text as Jupyter Book reads it, with the same figures as picture files; returns where its page will be."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)

    def figure(number):
        (folder / f"figure-{number}.svg").write_text(drawn[number])
        _, caption, description, _ = PLOTS[number]
        return [f"```{{figure}} figure-{number}.svg", f":alt: {description}", "", caption, "```"]

    (folder / "text.md").write_text(_body(lambda formula: ["$$", formula, "$$"], figure))
    (folder / "_config.yml").write_text("title: A text\nexecute:\n  execute_notebooks: 'off'\n")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: text\n")
    return folder / "_build" / "html" / "text.html"


def count_formulas():
    """The formulas of the text."""
    return sum(paragraph.count("$") // 2 + 1 for paragraph, _ in PARTS)
