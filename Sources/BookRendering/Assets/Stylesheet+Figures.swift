extension Stylesheet {
    /// The line below a figure, and the closer look.
    static let figures = """
        .figure-tools {
            display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem 1.1rem; margin: .35rem 0 0;
            font: .8125rem/1.5 var(--sans); color: var(--quiet);
        }
        .exhibit:has(> .figure-tools) { display: flex; flex-direction: column; }
        .exhibit > .figure-tools { order: 1; }
        .figure-tools :is(a, button) {
            font: inherit; color: var(--quiet); background: none; border: 0; padding: .15rem 0; margin: 0;
            text-decoration: underline; text-decoration-color: var(--line); text-decoration-thickness: 1px;
            text-underline-offset: .22em; cursor: pointer; min-height: 24px;
        }
        .figure-tools :is(a, button):hover { color: var(--link); text-decoration-color: currentcolor; }
        .figure-tools button[aria-busy] { cursor: progress; opacity: .7; }
        .figure-tools [role="status"]:empty { display: none; }
        .file-kind { font-size: .92em; }
        .look {
            width: min(88rem, calc(100vw - 2rem)); height: min(56rem, calc(100dvh - 2rem));
            max-width: none; max-height: none; padding: 0; border: 1px solid var(--line); border-radius: 6px;
            color: var(--ink); background: var(--ground); font-family: var(--sans); overflow: hidden;
            box-shadow: 0 1rem 4rem rgb(0 0 0 / .35);
        }
        .look[open] { display: flex; flex-direction: column; }
        .look::backdrop { background: rgb(20 18 14 / .55); }
        .look header {
            display: flex; align-items: center; justify-content: space-between; gap: 1rem;
            padding: .7rem .8rem .7rem 1.25rem; border-bottom: 1px solid var(--line);
        }
        .look h2 { font: 600 1.0625rem/1.35 var(--sans); margin: 0; text-wrap: balance; }
        .look h3 { font: 600 .9375rem/1.4 var(--sans); margin: 0; }
        .look button {
            flex: none; min-width: 2.25rem; height: 2.25rem; padding: 0 .5rem; font: 1.0625rem/1 var(--sans);
            color: var(--ink); background: none; border: 1px solid transparent; border-radius: 4px; cursor: pointer;
        }
        .look button:hover { background: var(--raised); }
        .look :is(button, .look-stage, .look-rows, a):focus-visible {
            outline: 2px solid var(--link); outline-offset: -2px;
        }
        .look header button { font-size: 1.5rem; }
        .look-body {
            flex: 1; min-height: 0; display: flex; flex-direction: column; gap: 1.25rem;
            padding: 1rem 1.25rem 1.1rem; overflow: auto; overscroll-behavior: contain;
        }
        .look-figure { display: flex; flex-direction: column; min-width: 0; }
        .look-stage {
            position: relative; overflow: auto; min-height: 4rem; max-height: 75vh; flex: none; cursor: grab; touch-action: none;
            border-radius: 4px; scrollbar-width: thin;
        }
        .look-stage:active { cursor: grabbing; }
        .look-drawing { width: max-content; }
        .look-drawing canvas, .look-drawing svg { display: block; }
        .look-line { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1rem; margin-top: .5rem; }
        .look-tools {
            display: flex; border: 1px solid var(--line); border-radius: 5px; overflow: hidden;
        }
        .look-tools button { border-radius: 0; }
        .look-tools button + button { border-left-color: var(--line); }
        .look-status { margin: 0; font: .8125rem/1.5 var(--sans); font-variant-numeric: tabular-nums; }
        .look :is(.look-keys, .look-count, .look-description) {
            margin: .45rem 0 0; font: .8125rem/1.5 var(--sans); color: var(--quiet); max-width: 44rem;
        }
        .look-count a { color: var(--link); }
        .look-values { display: flex; flex-direction: column; min-height: 0; min-width: 0; }
        .look-rows {
            margin-top: .6rem; overflow: auto; max-height: 24rem; scrollbar-width: thin;
            border-top: 2px solid var(--ink); border-bottom: 1px solid var(--line);
        }
        .look-rows table {
            border: 0; font: .8125rem/1.4 var(--sans); font-variant-numeric: tabular-nums; white-space: nowrap;
            border-collapse: separate; border-spacing: 0;
        }
        .look-rows thead th {
            position: sticky; top: 0; background: var(--ground); white-space: normal; min-width: 3.5rem;
            max-width: 12rem; box-shadow: inset 0 -1px var(--ink); border: 0;
        }
        .look-rows td { max-width: 18rem; overflow: hidden; text-overflow: ellipsis; }
        .look-tip {
            position: absolute; z-index: 1; max-width: 20rem; padding: .4rem .65rem; pointer-events: none;
            color: var(--ink); background: var(--ground); border: 1px solid var(--quiet); border-radius: 4px;
            font: .8125rem/1.45 var(--sans); box-shadow: 0 .2rem .8rem rgb(0 0 0 / .2);
        }
        .look-tip dl { margin: 0; }
        .look-tip dl div { display: flex; gap: .7rem; justify-content: space-between; }
        .look-tip dt { color: var(--quiet); overflow-wrap: anywhere; }
        .look-tip dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        @media (min-width: 60rem) {
            .look-body { flex-direction: row; gap: 2rem; overflow: hidden; }
            .look-figure { flex: 1; }
            .look-stage { flex: 1; min-height: 0; max-height: none; }
            .look-values { flex: 0 1 auto; max-width: 34%; }
            .look-rows { max-height: none; flex: 0 1 auto; }
        }
        @media (max-width: 40rem) {
            .look {
                width: 100vw; height: 100dvh; border: 0; border-radius: 0; inset: 0; margin: 0;
            }
            .look header { padding-left: 1rem; }
            .look-body { padding: .75rem 1rem 1rem; }
            .look-figure { flex: none; }
            .look-tools button { min-width: 2.6rem; height: 2.6rem; }
        }
        @media print {
            .figure-tools, .look { display: none; }
            .exhibit:has(> .figure-tools) { display: block; }
        }
        """
}
