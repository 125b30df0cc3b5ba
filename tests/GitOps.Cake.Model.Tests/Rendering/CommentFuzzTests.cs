using System.Text.RegularExpressions;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Results;
using GitOps.Cake.Tests.Samples;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GitOps.Cake.Tests.Rendering;

/// <summary>Whatever charts, values and tools say, a comment holds nothing active, as a parser of CommonMark with GitHub's additions sees it.</summary>
public partial class CommentFuzzTests
{
    private const int Texts = 10_000;
    private const int TextsPerPlan = 20;

    private static readonly string[] Pieces =
    [
        "</details>", "<details open>", "<summary>", "</code>", "</pre>", "<!--", "-->", "<!-- gitops-cake end -->\n", "<!-- gitops-cake start 0 -->\n", "<script>alert(1)</script>", "<img src=x onerror=x>",
        "@everyone", "@org/team", "#12", "GH-12", "owner/name#12", "0123456789abcdef0123456789abcdef01234567", "https://evil.example/?a=b", "www.evil.example", "mail@evil.example",
        "[a](https://evil.example)", "![a](https://evil.example/x.png)", "[a]: https://evil.example", "<https://evil.example>", "`", "``", "```", "````", "~~~", "~~~~~", "\n", "\n\n", "\r\n",
        "    ", "\t", "|", "\\|", "\\", "\\`", "- ", "* ", "1. ", "> ", "# ", "===", "---", "- [x] ", "**", "__", "~~", "&lt;", "&#64;", "&amp;", ":smile:", "$x$", "$$", "^1", "[^1]",
        "\u202e", "\u2066", "\u200b", "\u0000", "\u001b[31m", "\u0085", "\u2028", "\ufeff", "\ud800", "😀", "日本", "a", "word", " ", "\"", "'", "{{", "}}", "::add-mask::", "+", "-", "!", "@@",
    ];

    private static readonly MarkdownPipeline GitHub =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseTaskLists().UseEmphasisExtras().UseFootnotes().UseAbbreviations().Build();

    [Fact]
    public void Nothing_active_comes_out_of_ten_thousand_texts()
    {
        var random = new Random(20260101);
        for (var number = 0; number < Texts / TextsPerPlan; number++)
        {
            var texts = new Queue<string>(Enumerable.Range(0, TextsPerPlan).Select(_ => Text(random)));
            var plan = PlanOf(texts);
            var writer = new PlanComment(new() { Kind = "plan", Key = plan.Scope, Sha = "0123456789abcdef", Run = plan.Environment }, "https://ci.example/1");
            var shown = writer.Of([new PlanPart(plan)]);
            var failed = writer.Of([new FailedPart(plan.Scope, plan.Warnings[0])], shown);
            var refused = writer.Of([new PlanPart(plan, "in [the check](<https://ci.example/1>)", plan.Warnings[0])]);
            var several = writer.Of([new PlanPart(plan, Objection: plan.Warnings[0]), new PlanPart(plan with { Scope = plan.Environment }), new QuietPart(plan.Warnings[0], "not affected")]);
            var mixed = writer.Of(
                [new FailedPart(plan.Scope, plan.Warnings[0]), new FailedApplyPart(plan.Scope, plan.Warnings[0]), new StoppedPart(plan, "digest"), new PlanPart(plan)], several);
            foreach (var comment in new[]
            {
                shown, failed, writer.Running(failed), writer.Running(shown), writer.Of([new FailedPart(plan.Scope, plan.Environment)], writer.Running(shown)), refused,
                writer.Running(refused), several, writer.Running(several), mixed, writer.Running(mixed), writer.Of([new StoppedPart(plan, "digest")]), RenderedOf(plan),
            })
                Check(comment, $"{number}");
        }
    }

    private static void Check(string comment, string which)
    {
        comment.Length.ShouldBeLessThanOrEqualTo(PlanComment.Longest, which);
        var document = Markdown.Parse(comment, GitHub);
        foreach (var link in document.Descendants<LinkInline>())
            link.Url.ShouldBe("https://ci.example/1", which);

        document.Descendants<AutolinkInline>().ShouldBeEmpty(which);
        foreach (var html in document.Descendants<HtmlInline>().Select(html => html.Tag).Concat(document.Descendants<HtmlBlock>().SelectMany(block => Tags(block.Lines.ToString()))))
            Allowed().IsMatch(html).ShouldBeTrue($"{which}: {html}");

        foreach (var text in document.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()))
            Active().IsMatch(text).ShouldBeFalse($"{which}: {text}");

        foreach (var block in document.Descendants<HtmlBlock>().Select(block => Tag().Replace(block.Lines.ToString(), "")))
            Active().IsMatch(block).ShouldBeFalse($"{which}: {block}");
    }

    private static string RenderedOf(Plan plan) => RenderedMarkdown.Of(
        new() { Releases = [.. plan.Releases.Select(release => new RenderedRelease { Release = release.Release, Manifests = $"{release.Detail}\n{release.Error}" })] },
        plan.Scope,
        "Rendered only.",
        PlanComment.Longest);

    private static IEnumerable<string> Tags(string html) => Tag().Matches(html).Select(match => match.Value);

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static Plan PlanOf(Queue<string> texts) => new()
    {
        Scope = texts.Dequeue(),
        Environment = texts.Dequeue(),
        Warnings = [texts.Dequeue()],
        Origin = new() { Commit = texts.Dequeue() },
        Releases =
        [
            .. Enumerable.Range(0, 2).Select(_ => new PlannedRelease
            {
                Release = new(texts.Dequeue(), texts.Dequeue()),
                Action = ReleaseAction.Upgrade,
                Reason = ChangeReason.LastRevisionPending,
                Chart = texts.Dequeue(),
                Status = texts.Dequeue(),
                Detail = texts.Dequeue(),
                Error = texts.Dequeue(),
                Resources =
                [
                    new()
                    {
                        Resource = new("v1", texts.Dequeue(), "", Sample.OneField().Scope),
                        Change = ResourceChangeKind.Changed,
                        Diff = $"-{texts.Peek()}\n+{texts.Dequeue()}",
                    },
                ],
            }),
        ],
    };

    [GeneratedRegex(@"^(</?details( open)?>|</?summary>|</?code>|<!-- gitops-cake [^<>]* -->)$")]
    private static partial Regex Allowed();

    // An address, a mention, a number of an issue. Words such as a SHA stay what they are inside of code, where GitHub makes no links.
    [GeneratedRegex(@"@\w|(?<!&)#\d|https?:|www\.")]
    private static partial Regex Active();

    [GeneratedRegex("<!--.*?-->|</?[a-zA-Z][^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
