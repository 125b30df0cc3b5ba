using System.Text.RegularExpressions;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Tests.Samples;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace GitOps.Cake.Tests.Rendering;

/// <summary>What is cut off for its length is Markdown all the same.</summary>
public class LargeCommentTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().Build();

    [Theory]
    [InlineData(300, 10)]
    [InlineData(300, 2_000)]
    [InlineData(60, 40_000)]
    public void A_comment_on_many_releases_is_whole_Markdown_with_a_line_for_each(int releases, int length)
    {
        var diff = string.Concat(Enumerable.Repeat("+x: ```\n", length / 8));
        var plan = Sample.Of([.. Enumerable.Range(0, releases).Select(number => Sample.Upgrade(
            $"web{number}", Sample.Resource("Deployment", "a", ResourceChangeKind.Changed, Sample.Field("x", "1", "2")) with { Diff = diff }))]);

        var comment = new PlanComment(new() { Kind = "plan", Key = plan.Scope, Sha = "0123456789abcdef" }, "https://ci.example/1").Of([new PlanPart(plan)]);

        comment.Length.ShouldBeLessThanOrEqualTo(PlanComment.Longest);
        var document = Markdown.Parse(comment, GitHub);
        document.Descendants<Table>().ShouldHaveSingleItem().Count.ShouldBe(releases + 1);
        var html = string.Concat(document.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()));
        Regex.Count(html, "<details").ShouldBe(Regex.Count(html, "</details>"));
        comment.ShouldContain(plan.Digest);
    }

    [Theory]
    [InlineData(2, 30, 40_000)]
    [InlineData(30, 1, 4_000)]
    [InlineData(30, 40, 2_000)]
    [InlineData(300, 3, 2_000)]
    public void A_comment_on_many_scopes_is_whole_Markdown_with_a_line_for_each(int scopes, int releases, int length)
    {
        var diff = string.Concat(Enumerable.Repeat("+x: ```\n", length / 8));
        var changed = Sample.Resource("Deployment", "a", ResourceChangeKind.Changed, Sample.Field("x", "1", "2")) with { Diff = diff };
        var plan = Sample.Of([.. Enumerable.Range(0, releases).Select(number => Sample.Upgrade($"web{number}", changed))]);
        var parts = Enumerable.Range(0, scopes).Select(CommentPart (scope) => new PlanPart(plan with { Scope = $"scope{scope}" }));

        var comment = new PlanComment(new() { Kind = "plan", Key = "environment staging", Sha = "0123456789abcdef" }, "https://ci.example/1").Of([.. parts]);

        comment.Length.ShouldBeLessThanOrEqualTo(PlanComment.Longest);
        var document = Markdown.Parse(comment, GitHub);
        document.Descendants<Table>().First().Count.ShouldBe(scopes + 1);
        var html = string.Concat(document.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()));
        Regex.Count(html, "<details").ShouldBe(Regex.Count(html, "</details>"));
    }

    [Fact]
    public void A_short_plan_stays_whole_beside_a_long_one()
    {
        var diff = string.Concat(Enumerable.Repeat("+x: y\n", 20_000));
        static CommentPart Part(string scope, string text)
        {
            var changed = Sample.Resource("Deployment", "a", ResourceChangeKind.Changed) with { Diff = text };
            return new PlanPart(Sample.Of(Sample.Upgrade("web", changed)) with { Scope = scope });
        }

        var comment = new PlanComment(new() { Kind = "plan", Key = "k", Sha = "0123456789abcdef" }, null).Of([Part("long", diff), Part("short", "+this is all\n")]);

        comment.ShouldContain("+this is all");
        comment.ShouldContain("The diff is too long for this place.");
    }
}
