using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.Tests.State;

namespace GitOps.Cake.Helmfile.Tests.Sources;

public sealed class SharedRepositoriesTests
{
    private const string Parent = "helmfiles: [sub.yaml]\nrepositories:\n- {name: stable, url: https://charts.example, verify: true}\n- {name: reg, url: reg.example/x, oci: true}\n";

    private static StateFolder Folder(string parent, string release) =>
        new(("helmfile.yaml", parent), ("sub.yaml", $"releases:\n- {{name: a, {release}}}\n"));

    private static async Task<PreparedReleases> PrepareAsync(StateFolder folder)
    {
        var loaded = (await folder.LoadAllAsync())[0];
        return await ReleasePreparation.PrepareAsync(loaded, ReleaseSelection.Select(loaded), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("chart: stable/app, version: 1.0.0", "stable", "app", "1.0.0", true)]
    [InlineData("chart: reg/team/app, version: '1.0.0@sha256:abc'", "reg", "team/app@sha256:abc", null, false)]
    public async Task A_repository_of_another_file_of_the_run_serves_with_a_warning(string release, string repository, string name, string? version, bool isVerified)
    {
        using var folder = Folder(Parent, release);

        var prepared = await PrepareAsync(folder);

        var reference = prepared.Releases.ShouldHaveSingleItem().ChartReference.ShouldNotBeNull();
        (reference.Repository?.Name, reference.Name, reference.Version, reference.Verify).ShouldBe((repository, name, version, isVerified));
        prepared.Warnings.ShouldHaveSingleItem().ShouldBe(
            $"sub.yaml: line 2, column 13: release \"a\": the repository \"{repository}\" is declared in helmfile.yaml alone: declare it here as well, or let the entry of helmfiles inherit it (inherits: [repositories]).");
    }

    [Fact]
    public async Task A_repository_of_the_users_own_helm_serves_with_a_warning()
    {
        using var folder = Folder("helmfiles: [sub.yaml]\n", "chart: mine/app, version: ~1");
        folder.KnownRepositories.Add("mine");

        var prepared = await PrepareAsync(folder);

        var reference = prepared.Releases.ShouldHaveSingleItem().ChartReference.ShouldNotBeNull();
        (reference.Repository, reference.Name, reference.Version).ShouldBe((null, "mine/app", "~1"));
        prepared.Warnings.ShouldHaveSingleItem().ShouldContain("declared nowhere");
    }

    [Fact]
    public async Task A_repository_that_nobody_knows_is_an_error()
    {
        using var folder = Folder(Parent, "chart: stabel/app");

        (await folder.ErrorAsync()).ShouldContain("the chart stabel/app is neither a folder nor in a declared repository \"stabel\"");
    }
}
