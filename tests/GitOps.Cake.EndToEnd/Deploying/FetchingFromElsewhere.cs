using GitOps.Cake.Tests.Charts;
using GitOps.Cake.Tests.Sources;

namespace GitOps.Cake.EndToEnd.Deploying;

/// <summary>A helmfile of which nearly everything lies elsewhere: on a git server, a web server, in a chart repository and a registry, each with a login.</summary>
public class FetchingFromElsewhere(SharedCluster shared)
{
    private const string Password = "c4n4ry-p4ssw0rd";
    private const string Config = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  mode: {{ .Values.mode | default \"plain\" | quote }}\n";

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Everything_is_fetched_once_and_its_versions_are_locked(int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm);
        using var git = new GitServer(("robot", Password));
        using var web = new ChartRepositoryServer(Folder(project, "web"), ("robot", Password));
        using var charts = new ChartRepositoryServer(Folder(project, "charts"), ("robot", Password));
        await PublishAsync(project, "1.0.1");
        await PackAsync(project, "2.0.0", "registry");
        using var registry = new RegistryServer("team/app", new Dictionary<string, byte[]> { ["2.0.0"] = await File.ReadAllBytesAsync(Path.Combine(project.Folder, "registry", "app-2.0.0.tgz"), Stop) }, ("robot", Password));
        project.Write("web/shared.yaml", "mode: from-the-web\n");
        CommitChart(git, project.Namespace);
        project.Releases($$"""
            helmfiles:
              - path: git::http://robot:{{Password}}@{{git.Host}}/org/repo.git@env/helmfile.yaml.gotmpl?ref=v1
                values: [{mode: from-git}]
            repositories:
              - {name: charts, url: "{{charts.Url}}", username: robot, password: {{Password}}}
              - {name: registry, url: "{{registry.Host}}/team", oci: true, plainHttp: true, username: robot, password: {{Password}}}
            releases:
              - {name: from-repository, namespace: NS, chart: charts/app, version: ~1.0, values: ["http://robot:{{Password}}@localhost:{{web.Port}}/shared.yaml"]}
              - {name: from-registry, namespace: NS, chart: registry/app, version: 2.0.0}
            """);

        List<ProgramRun> runs = [(await project.RunAsync("HelmfileDeps")).ShouldSucceed()];
        project.Read("helmfile.lock").ShouldContain("version: 1.0.1");
        await PublishAsync(project, "1.0.2");

        runs.Add((await project.ApplyAsync()).ShouldSucceed());
        var list = await project.HelmAsync("list", "--namespace", project.Namespace);
        list.ShouldContain("app-1.0.1");
        list.ShouldContain("app-2.0.0");
        (await project.ManifestAsync("from-git")).ShouldContain("mode: \"from-git\"");
        (await project.ManifestAsync("from-repository")).ShouldContain("mode: \"from-the-web\"");

        // What was fetched is there for later runs: neither server is asked again, although both have something new.
        CommitChart(git, project.Namespace, "mode: other\n");
        project.Write("web/shared.yaml", "mode: other\n");
        var asked = (git.Requests.Count, web.Requests.Count);
        runs.Add((await project.DiffAsync()).ShouldSucceed());
        runs[^1].Output.ShouldContain("No changes.");
        (git.Requests.Count, web.Requests.Count).ShouldBe(asked);

        runs.Add((await project.RunAsync("HelmfileFetch", $"--output-dir={Path.Combine(project.Folder, "out")}")).ShouldSucceed());
        Directory.EnumerateFiles(Path.Combine(project.Folder, "out"), "Chart.yaml", SearchOption.AllDirectories).Count().ShouldBe(3);
        runs.Add((await project.RunAsync("HelmfileRepos")).ShouldSucceed());
        (await project.HelmAsync("repo", "list")).ShouldContain(charts.Url);
        runs.Add((await project.RunAsync("HelmfileStatus")).ShouldSucceed());
        runs[^1].Output.Split("STATUS: deployed").Length.ShouldBe(4);
        runs.Add((await project.RunAsync("HelmfileTest")).ShouldSucceed());
        runs.Add((await project.RunAsync("HelmfileLint")).ShouldSucceed());
        runs.Add(await BuildProgram.RunAsync(["--target=HelmfileCache", "--cleanup"], [.. project.Variables]));
        runs[^1].ShouldSucceed();

        // With the cache empty, what is new is found.
        (await project.DiffAsync()).ShouldSucceed().Output.ShouldContain("data.mode: from-the-web → other");
        runs.ShouldAllBe(run => !run.All.Contains(Password, StringComparison.Ordinal));
        Directory.EnumerateFileSystemEntries(project.TempFolder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Folder(Project project, string name) => Directory.CreateDirectory(Path.Combine(project.Folder, name)).FullName;

    private static void CommitChart(GitServer git, string space, string values = "unused: 1\n")
    {
        foreach (var (path, text) in new[]
        {
            ("chart/Chart.yaml", "apiVersion: v2\nname: own\nversion: 1.0.0\n"), ("chart/templates/config.yaml", Config), ("env/values.yaml", values),
            ("env/helmfile.yaml.gotmpl", $"releases:\n  - {{name: from-git, namespace: {space}, chart: ../chart, values: [values.yaml, {{mode: {{{{ .Values.mode }}}}}}]}}\n"),
        })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(git.Work, path))!);
            File.WriteAllText(Path.Combine(git.Work, path), text);
        }

        git.Push("HEAD:refs/tags/v1");
    }

    private static async Task PackAsync(Project project, string version, string folder)
    {
        project.Write("packed/app/Chart.yaml", $"apiVersion: v2\nname: app\nversion: {version}\n").Write("packed/app/templates/config.yaml", Config);
        await project.HelmAsync("package", Path.Combine(project.Folder, "packed", "app"), "--destination", Path.Combine(project.Folder, folder));
    }

    private static async Task PublishAsync(Project project, string version)
    {
        await PackAsync(project, version, "charts");
        await project.HelmAsync("repo", "index", Path.Combine(project.Folder, "charts"));
    }
}
