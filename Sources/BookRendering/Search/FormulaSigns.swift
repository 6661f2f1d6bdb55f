/// The commands of TeX that are a character.
enum FormulaSigns {
    /// Commands that change only how a formula looks.
    static let silent: Set<String> = [
        "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "mathrm", "mathbf",
        "mathit",
        "mathsf", "mathtt", "mathcal", "mathscr", "mathfrak", "boldsymbol", "bm", "text", "textbf", "textit",
        "textrm", "texttt", "operatorname", "hat", "widehat", "tilde", "widetilde", "bar", "overline", "vec",
        "dot",
        "ddot", "underline", "underbrace", "overbrace", "displaystyle", "textstyle", "limits", "nolimits",
        "mathop",
        "mathrel", "mathbin", "phantom", "boxed", "middle", "nonumber", "notag",
    ]

    static let doubled: [String: String] = [
        "R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "E": "𝔼", "P": "ℙ", "F": "𝔽", "1": "𝟙",
    ]

    static let signs: [String: String] = Dictionary(
        uniqueKeysWithValues: table.split(separator: " ").compactMap { pair in
            let parts = pair.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        })

    private static let table = """
        alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:θ iota:ι kappa:κ \
        lambda:λ mu:μ nu:ν xi:ξ pi:π varpi:π rho:ρ varrho:ρ sigma:σ varsigma:σ tau:τ upsilon:υ phi:φ varphi:φ chi:χ \
        psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω \
        le:≤ leq:≤ leqslant:≤ ge:≥ geq:≥ geqslant:≥ ne:≠ neq:≠ ll:≪ gg:≫ approx:≈ sim:∼ simeq:≃ cong:≅ equiv:≡ \
        propto:∝ in:∈ notin:∉ ni:∋ subset:⊂ subseteq:⊆ supset:⊃ supseteq:⊇ cup:∪ cap:∩ setminus:∖ emptyset:∅ \
        varnothing:∅ forall:∀ exists:∃ neg:¬ lnot:¬ land:∧ wedge:∧ lor:∨ vee:∨ oplus:⊕ otimes:⊗ odot:⊙ perp:⊥ bot:⊥ \
        top:⊤ parallel:∥ mid:| vert:| lvert:| rvert:| Vert:‖ lVert:‖ rVert:‖ langle:⟨ rangle:⟩ lfloor:⌊ rfloor:⌋ \
        lceil:⌈ rceil:⌉ lbrace:{ rbrace:} to:→ rightarrow:→ longrightarrow:→ leftarrow:← gets:← leftrightarrow:↔ \
        mapsto:↦ Rightarrow:⇒ implies:⇒ Leftarrow:⇐ iff:⇔ Leftrightarrow:⇔ uparrow:↑ downarrow:↓ infty:∞ partial:∂ \
        nabla:∇ sum:∑ prod:∏ int:∫ cdot:· times:× div:÷ pm:± mp:∓ ast:∗ star:⋆ circ:∘ bullet:• prime:′ ell:ℓ hbar:ℏ \
        Re:ℜ Im:ℑ ldots:… cdots:… dots:… vdots:… ddots:… dotsc:… dotsb:… colon:: coloneqq::= qquad: quad: \
        bigcup:∪ bigcap:∩ bigoplus:⊕ square:□ blacksquare:■ degree:° dagger:† triangle:△ angle:∠
        """
}
