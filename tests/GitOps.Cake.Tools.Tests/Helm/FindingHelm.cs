using GitOps.Cake.Helm;
using GitOps.Cake.Tests.Tooling;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Helm;

[Collection(nameof(ProcessEnvironment))]
public sealed class FindingHelm : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public FindingHelm() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The fake tools are shell scripts.");

    [Fact]
    public void The_setting_wins_then_the_variable_then_the_tool_folder_then_the_path()
    {
        var set = Fake("set/helm", "v3.15.0");
        var named = Fake("named/helm", "v3.15.0");
        var older = Fake(".tools/helm-3/helm", "v3.15.0");
        var newer = Fake(".tools/helm-4/helm", "v4.0.0");
        var onPath = Fake("path/helm", "v3.15.0");
        using var _ = ProcessEnvironment.With(("PATH", Path.GetDirectoryName(onPath)), ("HELM_BIN", named), ("GITOPS_TOOLS", null));
        var finder = new ToolFinder(_folder.FullName);

        finder.Find(ToolSource.Helm, set).ShouldBe(set);
        finder.Find(ToolSource.Helm).ShouldBe(named);
        Environment.SetEnvironmentVariable("HELM_BIN", null);
        finder.Find(ToolSource.Helm).ShouldBe(newer);
        File.Delete(newer);
        finder.Find(ToolSource.Helm).ShouldBe(older);
        File.Delete(older);
        finder.Find(ToolSource.Helm).ShouldBe(onPath);
        File.Delete(onPath);
        ShouldNameEveryWay(Should.Throw<ToolNotFoundException>(() => finder.Find(ToolSource.Helm)));
    }

    [Fact]
    public void A_setting_that_leads_nowhere_is_an_error()
    {
        var failure = Should.Throw<ToolNotFoundException>(() => new ToolFinder(_folder.FullName).Find(ToolSource.Helm, "missing/helm"));

        failure.Message.ShouldContain("names missing/helm, which does not exist.");
        ShouldNameEveryWay(failure);
    }

    [Theory]
    [InlineData("v3.13.3", "is helm 3.13.3; 3.14.0 is the oldest")]
    [InlineData("hello", "is not helm")]
    public async Task A_helm_that_cannot_be_used_is_an_error(string version, string words)
    {
        var failure = await Should.ThrowAsync<ToolNotFoundException>(() => FindAsync(Fake("old/helm", version)));

        failure.Message.ShouldContain(words);
        ShouldNameEveryWay(failure);
    }

    [Theory]
    [InlineData("v3.14.0+g3fc9f4b", false)]
    [InlineData("v4.1.4+g05fa379", true)]
    public async Task Its_version_decides_on_its_flags(string version, bool isHelm4) =>
        (await FindAsync(Fake("ok/helm", version))).IsHelm4.ShouldBe(isHelm4);

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<HelmProgram> FindAsync(string path) =>
        HelmProgram.FindAsync(new(_folder.FullName), new ToolRunner(), path, TestContext.Current.CancellationToken);

    private string Fake(string path, string version)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"#!/bin/sh\necho '{version}'\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        return file;
    }

    private void ShouldNameEveryWay(ToolNotFoundException failure)
    {
        failure.Program.ShouldBe("helm");
        foreach (var way in new[] { "(--helm)", "HELM_BIN", "helm-4/helm, helm-3/helm", "PATH", "https://helm.sh/docs/intro/install/" })
            failure.Message.ShouldContain(way);
    }
}
