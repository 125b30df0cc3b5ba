using GitOps.Cake.Charts;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tests.Helm;
using GitOps.Cake.Tests.Tooling;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Charts;

[Collection(nameof(ProcessEnvironment))]
public sealed class PullingCharts : IDisposable
{
    private static readonly (string User, string Password) Login = ("robot", "pa55-canary");

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory();
    private readonly DirectoryInfo _packed = Directory.CreateTempSubdirectory();
    private readonly RunFolder _folder = RunFolder.Create();
    private readonly RecordedLog _log = new();
    private readonly ProcessEnvironment _environment;

    public PullingCharts() => _environment = ProcessEnvironment.With(
        ("HELM_CONFIG_HOME", Path.Combine(_home.FullName, "config")),
        ("HELM_CACHE_HOME", Path.Combine(_home.FullName, "cache")),
        ("HELM_DATA_HOME", Path.Combine(_home.FullName, "data")));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_chart_of_a_repository_with_a_login_is_pulled_once_and_leaves_the_user_alone(int major)
    {
        using var server = await RepositoryAsync(major, Login, "1.2.3", "1.3.0", "2.0.0-rc.1");
        var source = await SourceAsync(major);
        var reference = new ChartReference { Name = "app", Repository = Repository(server.Url, Login.Password), Version = "~1.2" };

        var charts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => source.PullAsync(reference with { }, Stop)));
        var newest = await source.PullAsync(reference with { Version = null }, Stop);
        var development = await source.PullAsync(reference with { Version = null, Devel = true }, Stop);

        charts.Distinct().Count().ShouldBe(1);
        charts[0].Version.ShouldBe("1.2.3");
        File.Exists(Path.Combine(charts[0].Path, "templates", "config.yaml")).ShouldBeTrue();
        charts[0].Path.ShouldStartWith(_folder.Path);
        newest.Version.ShouldBe("1.3.0");
        development.Version.ShouldBe("2.0.0-rc.1");
        server.Requests.Count(request => request == "GET /app-1.2.3.tgz").ShouldBe(1);
        server.Requests.Count(request => request == "GET /index.yaml").ShouldBe(1);
        File.Exists(Path.Combine(_home.FullName, "config", "repositories.yaml")).ShouldBeFalse();
        _log.Lines.ShouldAllBe(line => !line.Contains(Login.Password));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_version_published_during_a_run_is_for_the_next_run(int major)
    {
        using var server = await RepositoryAsync(major, null, "1.2.3");
        var reference = new ChartReference { Name = "app", Repository = new() { Name = "charts", Url = server.Url } };
        var run = await SourceAsync(major);

        var planned = await run.PullAsync(reference, Stop);
        using var published = await RepositoryAsync(major, null, "1.3.0");

        (await run.PullAsync(reference, Stop)).ShouldBe(planned);
        planned.Version.ShouldBe("1.2.3");
        using var nextFolder = RunFolder.Create();
        var next = new ChartSource(new ToolRunner(new() { Log = _log }), await TestTools.HelmAsync(major), nextFolder);
        (await next.PullAsync(reference, Stop)).Version.ShouldBe("1.3.0");
    }

    [Fact]
    public async Task Two_repositories_of_one_name_do_not_meet()
    {
        using var first = await RepositoryAsync(4, null, "1.0.0");
        var other = Directory.CreateTempSubdirectory();
        using var second = await RepositoryOfAsync(other.FullName, 4, null, "5.0.0");
        var source = await SourceAsync(4);

        (await source.PullAsync(new() { Name = "app", Repository = new() { Name = "charts", Url = first.Url } }, Stop)).Version.ShouldBe("1.0.0");
        (await source.PullAsync(new() { Name = "app", Repository = new() { Name = "charts", Url = second.Url } }, Stop)).Version.ShouldBe("5.0.0");
        other.Delete(recursive: true);
    }

    [Fact]
    public async Task A_wrong_password_names_the_repository_and_shows_no_password()
    {
        using var server = await RepositoryAsync(3, Login, "1.2.3");
        var source = await SourceAsync(3);

        var failure = await Should.ThrowAsync<ToolFailedException>(
            () => source.PullAsync(new() { Name = "app", Repository = Repository(server.Url, "wrong-canary") }, Stop));

        failure.Message.ShouldStartWith("helm could not read the repository charts: it ended with exit code 1.");
        failure.Message.ShouldContain("401");
        failure.Message.ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_told()
    {
        using var server = await RepositoryAsync(4, null, "1.2.3");
        var source = await SourceAsync(4);

        var failure = await Should.ThrowAsync<ToolFailedException>(
            () => source.PullAsync(new() { Name = "app", Version = "9.9.9", Repository = new() { Name = "charts", Url = server.Url } }, Stop));

        failure.Message.ShouldStartWith("helm could not pull the chart charts/app 9.9.9:");
        failure.Message.ShouldEndWith("Correct the chart or its version, or the address and credentials of the repository charts.");
    }

    [Fact]
    public async Task A_repository_that_only_the_user_has_still_serves()
    {
        using var server = await RepositoryAsync(4, null, "1.2.3");
        var helm = await TestTools.HelmAsync(4);
        await new ToolRunner().RunAsync(new(helm.Path, "repo", "add", "mine", server.Url), Stop);
        var source = await SourceAsync(4);

        (await source.PullAsync(new() { Name = "mine/app" }, Stop)).Version.ShouldBe("1.2.3");
        var failure = await Should.ThrowAsync<ToolFailedException>(() => source.PullAsync(new() { Name = "nobodys/app" }, Stop));
        failure.Message.ShouldEndWith("Declare the chart's repository under repositories in the state file, or add it with `helm repo add`.");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_chart_of_a_registry_with_a_login_is_pulled(int major)
    {
        using var server = await RegistryAsync(major, Login, "1.2.3", "1.3.0");
        var registry = new ChartRepository
        {
            Name = "registry",
            Url = $"{server.Host}/team",
            Oci = true,
            PlainHttp = true,
            Username = Login.User,
            Password = new(Login.Password),
        };
        var source = await SourceAsync(major);

        (await source.PullAsync(new() { Name = "app", Repository = registry, Version = "1.2.3" }, Stop)).Version.ShouldBe("1.2.3");
        (await source.PullAsync(new() { Name = "app", Repository = registry }, Stop)).Version.ShouldBe("1.3.0");
        var failure = await Should.ThrowAsync<ToolFailedException>(
            () => source.PullAsync(new() { Name = "app", Repository = registry with { Password = new("wrong-canary") }, Version = "1.2.3" }, Stop));
        failure.Message.ShouldContain("401");
        failure.Message.ShouldNotContain("canary");
        File.Exists(Path.Combine(_home.FullName, "config", "registry", "config.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Logins_of_a_registry_may_stand_in_a_file_of_their_own()
    {
        using var server = await RegistryAsync(4, Login, "1.2.3");
        var file = Path.Combine(_home.FullName, "logins.json");
        var login = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Login.User}:{Login.Password}"));
        await File.WriteAllTextAsync(file, $$"""{"auths": {"{{server.Host}}": {"auth": "{{login}}"} } }""", Stop);
        var registry = new ChartRepository { Name = "registry", Url = $"{server.Host}/team", Oci = true, PlainHttp = true, RegistryConfig = file };
        var source = await SourceAsync(4);

        (await source.PullAsync(new() { Name = "app", Repository = registry }, Stop)).Version.ShouldBe("1.2.3");
        var failure = await Should.ThrowAsync<GitOpsException>(
            () => source.PullAsync(new() { Name = "app", Repository = registry with { RegistryConfig = $"{file}.none" } }, Stop));
        failure.Message.ShouldContain("logins.json.none that a repository names as its registryConfig does not exist");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_whole_reference_of_a_registry_is_pulled(int major)
    {
        using var server = await RegistryAsync(major, null, "1.2.3");

        (await (await SourceAsync(major)).PullAsync(new() { Name = $"oci://{server.Host}/team/app", PlainHttp = true, Version = "1.2.3" }, Stop))
            .Version.ShouldBe("1.2.3");
    }

    [Theory]
    [InlineData(3, "@charts")]
    [InlineData(4, "@charts")]
    [InlineData(4, "URL")]
    public async Task Dependencies_are_fetched_from_declared_repositories(int major, string repository)
    {
        using var server = await RepositoryAsync(major, Login, "1.2.3");
        using var chart = new TestChart("parent", "0.1.0", $"""
            dependencies:
              - name: app
                version: 1.2.3
                repository: "{(repository == "URL" ? server.Url : repository)}"
            """);
        var unused = new ChartRepository { Name = "unused", Url = "http://localhost:9/" };

        await (await SourceAsync(major)).BuildDependenciesAsync(chart.Path, [Repository(server.Url, Login.Password), unused], Stop);

        File.Exists(Path.Combine(chart.Path, "charts", "app-1.2.3.tgz")).ShouldBeTrue();
        File.Exists(Path.Combine(_home.FullName, "config", "repositories.yaml")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_dependency_that_is_not_there_names_the_chart()
    {
        using var server = await RepositoryAsync(4, null, "1.2.3");
        using var chart = new TestChart("parent", "0.1.0", $"dependencies: [{{name: other, version: 1.0.0, repository: \"{server.Url}\"}}]");
        var source = await SourceAsync(4);

        var failure = await Should.ThrowAsync<ToolFailedException>(() => source.BuildDependenciesAsync(chart.Path, [], Stop));

        failure.Message.ShouldStartWith($"helm could not fetch the dependencies of the chart {chart.Path}:");
    }

    public void Dispose()
    {
        _environment.Dispose();
        _folder.Dispose();
        _home.Delete(recursive: true);
        _packed.Delete(recursive: true);
    }

    private static ChartRepository Repository(string url, string password) =>
        new() { Name = "charts", Url = url, Username = Login.User, Password = new(password) };

    private async Task<ChartSource> SourceAsync(int major) =>
        new(new ToolRunner(new() { Log = _log }), await TestTools.HelmAsync(major), _folder);

    private Task<ChartRepositoryServer> RepositoryAsync(int major, (string, string)? login, params string[] versions) =>
        RepositoryOfAsync(_packed.FullName, major, login, versions);

    private static async Task<ChartRepositoryServer> RepositoryOfAsync(string folder, int major, (string, string)? login, params string[] versions)
    {
        await PackAsync(major, folder, versions);
        var helm = await TestTools.HelmAsync(major);
        await new ToolRunner().RunAsync(new(helm.Path, "repo", "index", folder), Stop);
        return new(folder, login);
    }

    private async Task<RegistryServer> RegistryAsync(int major, (string, string)? login, params string[] versions)
    {
        await PackAsync(major, _packed.FullName, versions);
        return new("team/app", versions.ToDictionary(
            version => version, version => File.ReadAllBytes(Path.Combine(_packed.FullName, $"app-{version}.tgz"))), login);
    }

    private static async Task PackAsync(int major, string folder, string[] versions)
    {
        var helm = await TestTools.HelmAsync(major);
        foreach (var version in versions)
        {
            using var chart = new TestChart(version: version);
            await new ToolRunner().RunAsync(new(helm.Path, "package", chart.Path, "--destination", folder), Stop);
        }
    }
}
