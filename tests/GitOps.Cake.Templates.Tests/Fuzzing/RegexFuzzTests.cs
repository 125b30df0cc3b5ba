using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Tests.Fuzzing;

/// <summary>Go's regular expressions take a time in proportion to the text, whatever the pattern.</summary>
public class RegexFuzzTests
{
    private static readonly string Text = string.Concat(Enumerable.Repeat("aab \u03b1X1-", 60)) + "\n" + new string('a', 500) + "!";

    private static readonly TemplateOptions Options = new() { Limits = new() { Steps = 3_000_000, ValueLength = 1_000_000 } };

    [Fact]
    public void No_pattern_crashes_or_takes_more_steps_than_allowed()
    {
        foreach (var seed in FuzzBudget.Seeds.Take(Math.Max(1, FuzzBudget.Inputs / 4)))
        {
            var pattern = new RandomPatterns(seed).Next();
            var text = $"{{{{ regexFindAll {GoQuote.Quote(pattern)} . -1 | len }}}} {{{{ regexReplaceAll {GoQuote.Quote(pattern)} . \"<$0>\" | len }}}}";
            try
            {
                Template.Parse("fuzz", text, Options).Render(Text, TestContext.Current.CancellationToken).ShouldNotBeEmpty();
            }
            catch (TemplateException exception)
            {
                exception.Detail.ShouldMatch("error parsing regexp|more than|error calling", $"seed {seed}: {pattern}");
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"seed {seed}: {pattern}\n{exception}");
            }
        }
    }

    [Theory]
    [InlineData("(a*)*b")]
    [InlineData("(a|a)*b")]
    [InlineData("^(a+)+$")]
    [InlineData("(.*)(.*)(.*)(.*)(.*)x")]
    [InlineData("(?:a?){100}a{100}b")]
    public void Patterns_that_hang_a_backtracking_engine_end_here(string pattern)
    {
        var template = Template.Parse("regex", $"{{{{ regexMatch {GoQuote.Quote(pattern)} . }}}}");
        template.Render(new string('a', 2000) + '!', TestContext.Current.CancellationToken).ShouldBe("false");
    }

    [Theory]
    [InlineData("a(?=b)", "invalid or unsupported Perl syntax: `(?=`")]
    [InlineData("a(?!b)", "invalid or unsupported Perl syntax: `(?!`")]
    [InlineData("(?<=a)b", "invalid named capture: `(?<=a)b`")]
    [InlineData("(?<!a)b", "invalid named capture: `(?<!a)b`")]
    [InlineData(@"(a)\1", "invalid escape sequence: `\\1`")]
    [InlineData("(?>a)", "invalid or unsupported Perl syntax: `(?>`")]
    [InlineData("a++", "invalid nested repetition operator: `++`")]
    [InlineData("(?:(?:a{1000}){1000}){1000}", "invalid repeat count: `{1000}`")]
    [InlineData("a{1001}", "invalid repeat count: `{1001}`")]
    public void What_needs_backtracking_or_grows_without_bounds_is_refused(string pattern, string problem)
    {
        var template = Template.Parse("regex", $"{{{{ mustRegexMatch {GoQuote.Quote(pattern)} \"a\" }}}}");
        Should.Throw<TemplateException>(() => template.Render(new GoMap(), TestContext.Current.CancellationToken)).Detail.ShouldContain(problem);
    }
}
