using System.Text.Json;
using GitOps.Cake.Templates.Json;

namespace GitOps.Cake.Templates.Tests.Recorded;

/// <summary>
/// Templates and what Go made of them: each line of a file beside this one is a template with its text, or with the message of its error, as
/// the template engine of helm 4.1 (Go 1.25, Sprig 3.3) gave them for the values of data.json. What asks the clock is not among them.
/// </summary>
public class RecordedTests
{
    // helm names the text of tpl so, and leaves out what a template prints for nothing.
    private const string Name = "gotpl";
    private const string Nothing = "<no value>";

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.jsonl").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Recorded");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_recorded_template_gives_what_it_gave_in_Go(string file)
    {
        var differences = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, file + ".jsonl")))
        {
            var recorded = JsonSerializer.Deserialize<RecordedAnswer>(line, JsonSerializerOptions.Web)!;
            var answer = Answer(recorded.Template);
            if (answer != (recorded.Text, recorded.Error))
                differences.Add($"{recorded.Template}\n  Go:   {recorded.Text ?? recorded.Error}\n  ours: {answer.Text ?? answer.Error}");
        }

        differences.ShouldBeEmpty();
    }

    // Functions change maps in place, so that every template gets values of its own.
    private static (string? Text, string? Error) Answer(string template)
    {
        var data = GoJson.Read(File.ReadAllText(Path.Combine(Folder, "data.json")));
        try
        {
            return (Template.Parse(Name, template).Render(data, TestContext.Current.CancellationToken).Replace(Nothing, "", StringComparison.Ordinal), null);
        }
        catch (TemplateException exception)
        {
            return (null, exception.GoMessage);
        }
    }
}
