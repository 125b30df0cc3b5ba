using System.Reflection;
using System.Text.RegularExpressions;
using Cake.Frosting;
using GitOps.Cake.Options;
using YamlDotNet.RepresentationModel;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>The files for CI systems that people paste hold lines that this library understands.</summary>
public partial class SamplesToPaste
{
    private static readonly string Folder = Path.Combine(Root(), "nuget", "ci");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_runs_a_task_with_options_that_it_reads(string file)
    {
        var lines = Commands(file);
        lines.Length.ShouldBe(file == "github-actions-forks.yml" ? 1 : 2, file);
        foreach (var words in lines)
        {
            var options = words.Select(word => word.TrimStart('-').Split('=')[0]).ToList();
            var target = words.Single(word => word.StartsWith("--target=", StringComparison.Ordinal))["--target=".Length..];
            var task = typeof(GitOpsSession).Assembly.GetExportedTypes().Single(type => type.GetCustomAttribute<TaskNameAttribute>()?.Name == target);
            var read = ((IReadsOptions)Activator.CreateInstance(task)!).Options.Select(option => option.Name);

            options.Where(option => option != "target").Except(read).ShouldBeEmpty($"{file}: {target}");
        }
    }

    [Theory]
    [InlineData("github-actions.yml")]
    [InlineData("github-actions-forks.yml")]
    [InlineData("gitlab-ci.yml")]
    [InlineData("azure-pipelines.yml")]
    [InlineData("concourse.yml")]
    public void The_YAML_is_whole(string file) => Parse(file).ShouldBeOfType<YamlMappingNode>();

    [Theory]
    [InlineData("github-actions.yml")]
    [InlineData("gitlab-ci.yml")]
    [InlineData("azure-pipelines.yml")]
    [InlineData("concourse.yml")]
    [InlineData("Jenkinsfile")]
    public void What_a_run_needs_beside_the_build_is_there(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));

        foreach (var need in (string[])["helm", "KUBECONFIG", "the context staging", "GITHUB_TOKEN", "GITOPS_PLAN_KEY"])
            text.Replace("helmfile", "", StringComparison.Ordinal).ShouldContain(need, Case.Sensitive);
    }

    [Fact]
    public void In_GitHub_Actions_an_apply_is_never_cut_off_and_rights_are_few()
    {
        var sample = Parse("github-actions.yml");
        var apply = sample["jobs"]["apply"];

        apply["concurrency"]["cancel-in-progress"].ToString().ShouldBe("false");
        apply["environment"].ToString().ShouldBe("staging");
        apply["permissions"].ToString().ShouldNotContain("contents, write");
        sample["permissions"]["contents"].ToString().ShouldBe("read");
    }

    [Fact]
    public void What_a_forks_run_uploads_is_what_the_second_workflow_downloads_and_that_one_writes_comments_only()
    {
        var (first, second) = (Parse("github-actions.yml"), Parse("github-actions-forks.yml"));
        var upload = Step(first["jobs"]["plan"], "actions/upload-artifact");
        var publish = second["jobs"]["publish"];
        var download = Step(publish, "actions/download-artifact");

        second["on"]["workflow_run"]["workflows"][0].ShouldBe(first["name"]);
        download["with"]["name"].ShouldBe(upload["with"]["name"]);
        Commands("github-actions.yml")[0].ShouldContain($"--plan={upload["with"]["path"]}plan.json");
        Commands("github-actions-forks.yml")[0].ShouldContain($"--plan={download["with"]["path"].ToString().TrimEnd('/')}");
        ((YamlMappingNode)publish["permissions"]).Children.Where(right => right.Value.ToString() == "write").ShouldHaveSingleItem().Key.ToString().ShouldBe("pull-requests");

        // What is checked out is the default branch, which is what this event does by itself.
        ((YamlMappingNode)Step(publish, "actions/checkout")["with"]).Children.ShouldHaveSingleItem().Key.ToString().ShouldBe("persist-credentials");

        static YamlNode Step(YamlNode job, string action) =>
            ((YamlSequenceNode)job["steps"]).Children.OfType<YamlMappingNode>().Single(step => step.Children.TryGetValue("uses", out var uses) && uses.ToString().StartsWith(action, StringComparison.Ordinal));
    }

    private static YamlNode Parse(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Folder, file))));
        return stream.Documents.ShouldHaveSingleItem().RootNode;
    }

    private static string[][] Commands(string file) =>
        [.. Command().Matches(File.ReadAllText(Path.Combine(Folder, file))).Select(match => match.Groups["words"].Value.Trim().Split(' '))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GitOps.Cake.sln")))
            folder = folder.Parent;

        return (folder ?? new DirectoryInfo(Environment.CurrentDirectory)).FullName;
    }

    [GeneratedRegex(@"\./build\.sh(?<words>( --[^\s'""\]]+)+)")]
    private static partial Regex Command();
}
