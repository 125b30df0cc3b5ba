using GitOps.Cake.Conformance.Clusters;

namespace GitOps.Cake.Conformance.Tests;

public sealed class OptionsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("options-");

    [Fact]
    public void Options_are_read_in_both_forms()
    {
        var helm = WriteFile("helm", "");

        var options = ConformanceOptions.Parse(
            ["--cases", _folder.FullName, $"--answers={_folder.FullName}", "--charts", _folder.FullName, "--helm", helm, "--filter", "a/*", "--filter=b", "--jobs", "1"], new());

        (options.Helm, options.Jobs, options.KubeConfig).ShouldBe((helm, 1, null));
        options.Filters.ShouldBe(["a/*", "b"]);
    }

    [Theory]
    [InlineData("--cases is missing", "--answers .")]
    [InlineData("there is no folder", "--cases nowhere")]
    [InlineData("is no option", "--speed 3")]
    [InlineData("has no value", "--cases")]
    [InlineData("--helm is missing", "--cases . --answers . --charts .")]
    [InlineData("there is no file", "--cases . --answers . --charts . --helm nothing")]
    public void What_is_missing_or_unknown_is_told(string problem, string line) =>
        Should.Throw<UsageException>(() => ConformanceOptions.Parse(line.Split(' '), new())).Message.ShouldContain(problem);

    [Theory]
    [InlineData("https://127.0.0.1:6443", true)]
    [InlineData("https://localhost:6443", true)]
    [InlineData("https://[::1]:6443", true)]
    [InlineData("https://127.1.2.3", true)]
    [InlineData("https://10.0.0.1:6443", false)]
    [InlineData("https://localhost.example.org", false)]
    [InlineData("https://127.0.0.1.example.org", false)]
    public void Only_a_cluster_on_this_machine_is_emptied(string server, bool allowed)
    {
        var file = WriteFile("config", Config("https://127.0.0.1:1", server));

        if (allowed)
            LoopbackOnly.Check(file);
        else
            Should.Throw<UsageException>(() => LoopbackOnly.Check(file)).Message.ShouldContain("not on loopback");
    }

    [Theory]
    [InlineData("")]
    [InlineData("clusters: []")]
    [InlineData("clusters: [")]
    public void A_kubeconfig_without_a_cluster_is_refused(string text) =>
        Should.Throw<UsageException>(() => LoopbackOnly.Check(WriteFile("config", text)));

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Config(string first, string second) =>
        $$$"""
        apiVersion: v1
        kind: Config
        current-context: one
        contexts:
        - {name: one, context: {cluster: one, user: me}}
        clusters:
        - {name: one, cluster: {server: "{{{first}}}"}}
        - {name: two, cluster: {server: "{{{second}}}"}}
        users: [{name: me, user: {}}]
        """;

    private string WriteFile(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
