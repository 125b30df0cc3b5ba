using System.Text;
using GitOps.Cake.Helmfile.State.Schema;

namespace GitOps.Cake.Helmfile.Tests.State;

/// <summary>The package's documentation says what the native engine does not follow, as the tables of keys have it.</summary>
public sealed class SupportTableTests
{
    private const string Begin = "<!-- keys: begin -->\n";
    private const string End = "<!-- keys: end -->\n";

    [Fact]
    public void The_documentation_has_every_key_that_is_not_followed()
    {
        var file = Path.Combine(RepositoryRoot(), "nuget", "GitOps.Cake.Helmfile.md");
        var text = File.ReadAllText(file);
        var (start, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("GITOPS_APPROVE") == "1")
            File.WriteAllText(file, $"{text[..start]}{Table()}{text[end..]}");
        else
            text[start..end].ShouldBe(Table(), "GITOPS_APPROVE=1 writes the table anew.");
    }

    private static string Table()
    {
        var table = new StringBuilder();
        Add("Refused: an error with file and line, unless the value asks for nothing", KeySupport.Refused);
        Add("Refused in the same way by the commands that upgrade, and of no use to all others", KeySupport.RefusedForChanges);
        Add("Read and not followed, with a warning", KeySupport.Ignored);
        Add("Read, and nothing to do for the native engine", KeySupport.Inert);
        return table.ToString();

        void Add(string title, KeySupport support)
        {
            table.Append($"\n{title}:\n\n| key | of | what to do, or why |\n|---|---|---|\n");
            foreach (var (schema, key) in Keys().Where(row => row.Key.Support == support))
                table.Append($"| `{key.Name}` | {schema.Title} | {key.Note} |\n");
        }
    }

    private static IEnumerable<(SectionSchema Schema, KeySpec Key)> Keys()
    {
        var seen = new HashSet<SectionSchema>();
        var open = new Queue<SectionSchema>([StateSchema.Instance]);
        while (open.TryDequeue(out var schema))
        {
            if (!seen.Add(schema))
                continue;

            foreach (var key in schema.Keys)
            {
                yield return (schema, key);
                if (key.Inner is { } inner)
                    open.Enqueue(inner());
            }
        }
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GitOps.Cake.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No GitOps.Cake.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
        return folder;
    }
}
