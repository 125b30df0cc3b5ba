using System.Text.RegularExpressions;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Rendering;

/// <summary>What charts, values and tools bring in must stay text on every surface.</summary>
public class InertTextTests
{
    private static readonly string[] Hostile =
    [
        "\u001b]0;title\u0007\u001b[2J", "\u009b31m", "a\rb", "\u202Egpj.exe", "\u2066x\u2069", "\u200b\uFEFF\u00ad\u2028\u2029", "\U000e0041",
        "\n::add-mask::x\n", "::stop-commands::x", "##vso[task.setvariable variable=a]b", "##[error]x", "##teamcity[buildStop]",
        "</details>", "<img src=x onerror=alert(1)>", "<!--", "@everyone", "#12", "https://evil.example", "www.evil.example", "a@evil.example",
        "`", "``", "```", "````", "~~~", "``` \n</code></pre></details>\n@everyone", "|", "\\|", "a\\", "*b* _c_ ~d~ [e](f) ![g](h)", "&lt;b&gt;", ":smile:",
    ];

    [Fact]
    public void Terminals_and_ci_systems_find_nothing_to_obey()
    {
        foreach (var (hostile, plan) in HostilePlans())
        {
            foreach (var style in new ConsoleStyle[] { new(), new() { Width = 30 }, new() { Diffs = true } })
            {
                var text = plan.ToConsole(style) + Report(plan, hostile).ToConsole(style);

                text.ShouldNotContain(character => IsHidden(character) && character != '\n', hostile);
                text.Split('\n').ShouldNotContain(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal), hostile);
                Regex.IsMatch(text, @"##(vso|teamcity)?\[").ShouldBeFalse(hostile);
            }
        }
    }

    [Fact]
    public void Rendered_manifests_of_a_stranger_give_no_orders_either()
    {
        foreach (var hostile in Hostile)
        {
            var text = RenderedConsole.Of(new() { Release = new(hostile, hostile), Manifests = $"a: {hostile}\n{hostile}\n\tb: 1\n" });

            text.ShouldNotContain(character => IsHidden(character) && character != '\n' && character != '\t', hostile);
            text.Split('\n').ShouldNotContain(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal), hostile);
            Regex.IsMatch(text, @"##(vso|teamcity)?\[").ShouldBeFalse(hostile);
            text.ShouldContain("b: 1");
        }
    }

    [Fact]
    public void Colours_come_from_us_alone()
    {
        foreach (var (hostile, plan) in HostilePlans())
        {
            var text = plan.ToConsole(new() { Colour = true, Width = 80 });

            Regex.Replace(text, "\e\\[(0|1|2|31|32|33)m", "").ShouldNotContain(character => IsHidden(character) && character != '\n', hostile);
        }
    }

    [Fact]
    public void Markdown_holds_the_texts_of_others_in_code_and_fences_only()
    {
        foreach (var (hostile, plan) in HostilePlans())
        {
            foreach (var markdown in new[] { plan.ToMarkdown(), Report(plan, hostile).ToMarkdown() })
            {
                markdown.ShouldNotContain(character => IsHidden(character) && character != '\n', hostile);
                var outside = Outside(markdown, hostile);

                Regex.Replace(outside, "</?(details|summary)( open)?>", "").IndexOfAny(['<', '>', '@', '[', '&', '\\', '_', '~', '`']).ShouldBe(-1, hostile);
                outside.ShouldNotContain("evil", customMessage: hostile);
                Regex.Count(outside, "<details").ShouldBe(Regex.Count(outside, "</details>"), hostile);
                foreach (var row in outside.Split('\n').Where(line => line.StartsWith('|')))
                {
                    row.Count(character => character == '|').ShouldBe(6, hostile);
                }
            }
        }
    }

    [Theory]
    [InlineData("a|b", "<code>a&#124;b</code>")]
    [InlineData("<b>&amp;", "<code>&#60;b&#62;&#38;amp&#59;</code>")]
    [InlineData("@me #1 :x:", "<code>&#64;me &#35;1 &#58;x&#58;</code>")]
    [InlineData("www.a.b", "<code>www&#46;a.b</code>")]
    [InlineData("a\u202eb\n", "<code>a&#92;u202eb&#92;n</code>")]
    [InlineData("ünï 日本", "<code>ünï 日本</code>")]
    public void Code_is_spelled_with_references(string text, string code) => MarkdownText.Code(text).ShouldBe(code);

    [Fact]
    public void Lone_surrogates_are_shown_by_number() => VisibleText.Escape("a\ud800b\udc00😀").ShouldBe("a\\ud800b\\udc00😀");

    // The text without fences and code elements. A fence ends at a line of as many backticks, as in CommonMark.
    private static string Outside(string markdown, string hostile)
    {
        var lines = new List<string>();
        string? fence = null;
        foreach (var line in markdown.Split('\n'))
        {
            if (fence is not null)
            {
                fence = line.Trim().Length >= fence.Length && line.Trim().All(character => character == '`') ? null : fence;
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = new string('`', line.TakeWhile(character => character == '`').Count());
            }
            else
            {
                lines.Add(Regex.Replace(line, "<code>([^<>|`@]*)</code>", "").Replace("`GITOPS_PLAN_KEY`", "", StringComparison.Ordinal));
            }
        }

        fence.ShouldBeNull(hostile);
        return string.Join('\n', lines);
    }

    private static bool IsHidden(char character) => char.IsControl(character)
        || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator
        || (char.IsHighSurrogate(character) && character == '\udb40');

    private static GitOps.Cake.Reports.ApplyReport Report(Plan plan, string hostile) => Sample.Report() with
    {
        Plan = plan,
        Releases = [.. Sample.Report().Releases.Select(release => release with { Release = new(hostile, hostile, hostile), Reason = hostile })],
    };


    private static IEnumerable<(string Hostile, Plan Plan)> HostilePlans() => Hostile.Select(hostile => (hostile, Sample.Full() with
    {
        Scope = hostile,
        Environment = hostile,
        Warnings = [hostile],
        Origin = new() { KubeContext = hostile, Commit = hostile },
        Releases =
        [
            .. Sample.Full().Releases.Select(release => release with
            {
                Release = new(hostile, hostile, hostile),
                Chart = hostile,
                ChartVersion = hostile,
                DeployedChartVersion = $"{hostile}1",
                Status = hostile,
                Detail = hostile,
                Error = $"first\n{hostile}\n {hostile}",
                Resources =
                [
                    new()
                    {
                        Resource = new(hostile, hostile, hostile, hostile),
                        Change = ResourceChangeKind.Changed,
                        Owner = hostile,
                        Diff = $"-{hostile}\n+{hostile}\n {hostile}\n{hostile}",
                        Fields =
                        [
                            new()
                            {
                                Path = hostile,
                                Old = System.Text.Json.JsonSerializer.SerializeToElement(hostile),
                                New = System.Text.Json.JsonSerializer.SerializeToElement(new[] { hostile, "\n" }),
                            },
                        ],
                    },
                    Sample.Resource(hostile, hostile, ResourceChangeKind.Ownership) with { Owner = hostile },
                ],
            }),
        ],
    }));
}
