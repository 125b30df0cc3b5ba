using System.Text;
using GitOps.Cake.Conformance.Cases;
using GitOps.Cake.Conformance.Running;
using GitOps.Cake.Conformance.Suites;

namespace GitOps.Cake.Conformance.Tests;

/// <summary>The documentation shows helmfile's words for every mistake of the suite's <c>errors/</c> beside those of the native engine.</summary>
public sealed class ErrorDocumentTests
{
    private const string Begin = "<!-- errors: begin -->\n";
    private const string End = "<!-- errors: end -->\n";
    private const string Theirs = "- helmfile: ";
    private const string Ours = "- ours: ";

    [Fact]
    public async Task What_the_documentation_says_is_what_the_engine_says()
    {
        var file = Path.Combine(RepositoryRoot(), "nuget", "GitOps.Cake.Helmfile.md");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var (start, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));

        var told = await ToldAsync(text[start..end]);

        if (Environment.GetEnvironmentVariable("GITOPS_APPROVE") == "1")
            await File.WriteAllTextAsync(file, $"{text[..start]}{told}{text[end..]}", TestContext.Current.CancellationToken);
        else
            text[start..end].ShouldBe(told, "GITOPS_APPROVE=1 writes the engine's words anew.");
    }

    /// <summary>The same entries with what the engine says today.</summary>
    private static async Task<string> ToldAsync(string documented)
    {
        using var suite = new OwnSuite();
        using var tools = await Toolbox.OpenAsync(TestTools.Helm(4), kubectl: null, TestContext.Current.CancellationToken);
        using var lane = new Lane(tools, kubeConfig: null);
        var text = new StringBuilder();
        var name = "";
        foreach (var line in documented.Split('\n').SkipLast(1))
        {
            if (line.StartsWith("`errors/", StringComparison.Ordinal))
                name = line.Trim('`');
            text.Append(line.StartsWith(Ours, StringComparison.Ordinal) ? $"{Ours}`{await AnswerAsync(name, suite, tools, lane)}`" : line).Append('\n');
        }

        text.ToString().Split(Theirs).Length.ShouldBeGreaterThan(25);
        return text.ToString();
    }

    private static async Task<string> AnswerAsync(string name, OwnSuite suite, Toolbox tools, Lane lane)
    {
        var one = CaseReader.Read(name, Path.Combine(suite.Cases, name));
        var workspace = new CaseWorkspace(one, suite.Charts, lane.Folder);
        foreach (var (path, content) in one.Steps[0].Write)
            workspace.Write(path, content);

        var answer = await lane.AskAsync(one, workspace, one.Steps[0], TestContext.Current.CancellationToken);
        lane.EndCase();
        answer.Exit.ShouldNotBe(0, name);
        return string.Join(" ⏎ ", new Placeholders(workspace, lane.Folder, tools, server: null).In(answer.Error).Trim().Split('\n').Select(line => line.Trim()))
            .Replace("$CASE", "FOLDER", StringComparison.Ordinal).Replace('`', '\'');
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GitOps.Cake.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No GitOps.Cake.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
        return folder;
    }
}
