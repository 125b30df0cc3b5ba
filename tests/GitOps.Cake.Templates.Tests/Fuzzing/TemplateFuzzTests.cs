using System.Text.RegularExpressions;
using GitOps.Cake.Templates.Json;

namespace GitOps.Cake.Templates.Tests.Fuzzing;

/// <summary>Whatever the template, it ends in a text or in the engine's own error, within its limits.</summary>
public partial class TemplateFuzzTests
{
    private const string Data = """{"text": "a {{ .text }} b", "list": [1, "a", null, [2], {"k": "v"}], "map": {"a": {"b": 1}, "c": "x"}, "number": 7}""";

    // So small that a template that asks for too much is stopped at once.
    private static readonly TemplateOptions Options = new()
    {
        Limits = new() { OutputLength = 100_000, ValueLength = 100_000, Steps = 20_000, TemplateDepth = 50 },
        EnvironmentVariable = _ => null,
    };

    [Fact]
    public void No_template_crashes_hangs_or_takes_more_than_its_limits()
    {
        foreach (var seed in FuzzBudget.Seeds)
        {
            var text = new RandomTemplates(seed).Next();
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Template.Parse("fuzz", text, Options).Render(GoJson.Read(Data), TestContext.Current.CancellationToken).Length.ShouldBeLessThanOrEqualTo(100_000);
            }
            catch (TemplateException exception)
            {
                exception.GoMessage.ShouldStartWith("template: ");
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"seed {seed}: {text}\n{exception}");
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L * 1024 * 1024, $"seed {seed}: {text}");
        }
    }

    [Fact]
    public void A_template_that_is_printed_and_read_again_is_the_same()
    {
        foreach (var seed in FuzzBudget.Seeds)
        {
            var text = new RandomTemplates(seed).Next();
            if (Parsed(text) is not { } printed)
                continue;

            var again = Parsed(printed);
            again.ShouldBe(printed, $"seed {seed}: {text}");
            Outcome(printed).ShouldBe(Outcome(text), $"seed {seed}: {text}");
        }
    }

    private static string? Parsed(string text)
    {
        try
        {
            return Template.Parse("fuzz", text, Options).ToString();
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    private static string Outcome(string text)
    {
        try
        {
            return Template.Parse("fuzz", text, Options).Render(GoJson.Read(Data), TestContext.Current.CancellationToken);
        }
        catch (TemplateException exception)
        {
            // An error of an included template tells where it was, and printing moves that.
            return Place().Replace(exception.Detail, "fuzz:");
        }
    }

    [GeneratedRegex(@"fuzz:\d+:\d+:")]
    private static partial Regex Place();
}
