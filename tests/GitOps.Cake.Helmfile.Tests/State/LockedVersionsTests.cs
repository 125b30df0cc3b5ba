
namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class LockedVersionsTests
{
    private const string State =
        """
        repositories:
        - {name: stable, url: https://charts.example}
        - {name: reg, url: reg.example, oci: true}
        releases:
        - {name: any, chart: stable/app}
        - {name: old, chart: stable/app, version: ~1.0}
        - {name: team, chart: reg/team/tool, version: ">= 2.0.0"}
        - {name: local, chart: ./c, version: 9.9.9}
        """;

    private const string Lock =
        """
        version: 1.8.0
        dependencies:
        - {name: app, repository: https://charts.example, version: 2.1.0}
        - {name: app, repository: https://charts.example, version: 1.0.7}
        - {name: tool, repository: oci://reg.example/team, version: 2.3.4}
        digest: sha256:0
        generated: "2026-01-01T00:00:00Z"
        """;

    [Theory]
    [InlineData("helmfile.yaml", "", "helmfile.lock")]
    [InlineData("helmfile.yaml.gotmpl", "", "helmfile.lock")]
    [InlineData("helmfile.yaml", "lockFilePath: locks/prod.lock\n", "locks/prod.lock")]
    public async Task Charts_of_repositories_get_the_locked_version_that_fits(string name, string top, string lockFile)
    {
        using var folder = new StateFolder((name, top + State), (lockFile, Lock), ("c/Chart.yaml", "name: c"));

        var releases = await folder.PrepareAsync();

        releases.Select(release => release.Version).ShouldBe(["2.1.0", "1.0.7", "2.3.4", "9.9.9"]);
        releases.Select(release => release.ChartReference?.Version).ShouldBe(["2.1.0", "1.0.7", "2.3.4", null]);
    }

    [Fact]
    public async Task Without_a_lock_file_versions_stay_as_written()
    {
        using var folder = new StateFolder(("helmfile.yaml", State), ("c/Chart.yaml", "name: c"));

        (await folder.PrepareAsync()).Select(release => release.Version).ShouldBe([null, "~1.0", ">= 2.0.0", "9.9.9"]);
    }

    [Theory]
    [InlineData("version: ~3.0", "no resolved dependency found for \"app\" ~3.0 in helmfile.lock", "helmfile deps")]
    [InlineData("version: words", "\"words\" is no range")]
    public async Task A_version_that_the_lock_file_lacks_is_an_error(string version, params string[] facts)
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", $"repositories:\n- {{name: stable, url: u}}\nreleases:\n- {{name: a, chart: stable/app, {version}}}\n"), ("helmfile.lock", Lock));

        var error = await folder.ErrorAsync();

        error.ShouldStartWith("helmfile.yaml: line 4");
        foreach (var fact in facts)
            error.ShouldContain(fact);
    }
}
