namespace KlaviyoLinq.Emulator.Status;

/// <summary>Style and script of the status page.</summary>
internal static class StatusStyle
{
    internal const string Css = """
        :root { color-scheme: light dark; --back: #f5f6f8; --card: #fff; --text: #1d2430; --dim: #6b7482; --line: #e4e7ec; --accent: #2f6f5e; --good: #1f7a4d; --odd: #a15c00; --bad: #b3261e; }
        @media (prefers-color-scheme: dark) { :root { --back: #14171c; --card: #1c2027; --text: #e6e9ee; --dim: #98a1ae; --line: #2d333d; --accent: #6cc4a8; --good: #5fcb93; --odd: #e0a458; --bad: #f2857d; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--back); color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
        main { max-width: 1280px; margin: 0 auto; padding: 24px; }
        header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 8px 20px; margin-bottom: 16px; }
        header p { margin: 0; }
        h1 { margin: 0; font-size: 22px; letter-spacing: -.01em; }
        h2 { margin: 0 0 8px; font-size: 13px; color: var(--dim); text-transform: uppercase; letter-spacing: .06em; }
        .chip { display: inline-block; margin: 0 6px 4px 0; padding: 1px 10px; border: 1px solid var(--line); border-radius: 99px; color: var(--dim); background: var(--card); font-size: 12px; }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px; margin-bottom: 16px; }
        .card, section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
        .card { padding: 12px 16px; }
        .card b { display: block; font-size: 24px; line-height: 1.2; color: var(--accent); font-variant-numeric: tabular-nums; }
        .card span { color: var(--dim); }
        .columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: 16px; align-items: start; }
        @media (max-width: 860px) { .columns { grid-template-columns: minmax(0, 1fr); } }
        section { padding: 14px 16px; margin-bottom: 16px; overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; }
        th { text-align: left; font-weight: 500; font-size: 12px; color: var(--dim); }
        th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
        tr:last-child td { border-bottom: 0; }
        th:last-child, td:last-child { padding-right: 0; }
        td.wide { width: 99%; white-space: normal; overflow-wrap: anywhere; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .dim, .none { color: var(--dim); }
        .none { margin: 0; }
        code { font: 12px/1.5 ui-monospace, monospace; color: var(--dim); }
        .badge { display: inline-block; min-width: 38px; padding: 0 6px; border-radius: 5px; text-align: center; font-size: 12px; font-weight: 600; color: var(--dim); background: var(--line); }
        .s2 { color: var(--good); } .s3, .s4 { color: var(--odd); } .s5 { color: var(--bad); }
        meter { width: 70px; vertical-align: middle; }
        """;

    /// <summary>Takes the new page's inside in place of the old one's; when the emulator has stopped, the last state stays.</summary>
    internal const string Script = """
        setInterval(async () => {
          try {
            const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
            document.querySelector('main').replaceWith(page.querySelector('main'));
          } catch { }
        }, 2000);
        """;
}
