using GitOps.Cake.Helmfile.Tests.Doubles;

namespace GitOps.Cake.Helmfile.Tests.Verbs;

public sealed class LockingVersions
{
    private const string Releases = """
        repositories:
        - {name: stable, url: https://charts.example}
        - {name: reg, url: reg.example, oci: true}
        releases:
        - {name: one, chart: stable/one, version: ~1}
        - {name: two, chart: stable/two, version: ~1}
        - {name: other-two, chart: stable/two, version: ~2}
        - {name: pinned, chart: reg/team/pinned, version: "1.0.0@sha256:abc"}
        """;

    private const string Locked = """
        version: 1.0.0
        dependencies:
        - {name: one, repository: https://charts.example, version: 1.0.0}
        - {name: two, repository: https://charts.example, version: 1.0.5}
        - {name: two, repository: https://charts.example, version: 2.0.5}
        - {name: gone, repository: https://charts.example, version: 3.0.0}
        """;

    [Fact]
    public async Task A_selector_leaves_the_others_what_they_have()
    {
        var locked = await LockAsync("name=one");

        locked.ShouldContain("- name: one\n  repository: https://charts.example\n  version: 1.2.3\n");
        locked.ShouldContain("- name: two\n  repository: https://charts.example\n  version: 1.0.5\n");
        locked.ShouldContain("- name: two\n  repository: https://charts.example\n  version: 2.0.5\n");
        locked.ShouldNotContain("gone");
        locked.ShouldNotContain("pinned");
    }

    [Fact]
    public async Task Of_a_chart_with_two_versions_the_one_that_is_not_chosen_stays()
    {
        var locked = await LockAsync("name=two");

        locked.ShouldContain("version: 1.2.3\n");
        locked.ShouldNotContain("1.0.5");
        locked.ShouldContain("version: 2.0.5\n");
        locked.ShouldContain("- name: one\n  repository: https://charts.example\n  version: 1.0.0\n");
    }

    private static async Task<string> LockAsync(string selector)
    {
        using var folder = new EngineFolder(Releases) { PulledVersion = "1.2.3" };
        folder.Write("helmfile.lock", Locked);
        await folder.Engine.DepsAsync(new() { Scope = folder.Scope with { Selectors = [selector] }, SkipRepos = true }, TestContext.Current.CancellationToken);
        return folder.Read("helmfile.lock");
    }
}
