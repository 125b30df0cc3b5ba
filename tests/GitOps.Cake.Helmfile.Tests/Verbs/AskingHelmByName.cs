using GitOps.Cake.Helmfile.Tests.Doubles;

namespace GitOps.Cake.Helmfile.Tests.Verbs;

/// <summary>Verbs that only ask helm about releases need nothing that releases are made of.</summary>
public class AskingHelmByName
{
    // Nothing of it could be deployed: values and a file are missing, a secret cannot be decrypted.
    private const string Undeployable = """
        environments:
          default: {values: [{off: {enabled: false}}]}
        ---
        releases:
        - {name: web, namespace: shop, chart: ./c, values: [absent.yaml], secrets: [absent-secrets.yaml], set: [{name: a, file: absent.crt}]}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The double of helm throws NotSupportedException: whoever meets it has got as far as helm.
    [Fact]
    public async Task Helm_is_asked_for_the_status_of_a_release_whose_values_are_missing()
    {
        using var folder = new EngineFolder(Undeployable);

        await Should.ThrowAsync<NotSupportedException>(folder.Engine.StatusAsync(new() { Scope = new() }, Token));
    }

    [Fact]
    public async Task The_tests_of_a_release_whose_values_are_missing_run()
    {
        using var folder = new EngineFolder(Undeployable);

        await Should.ThrowAsync<NotSupportedException>(folder.Engine.TestAsync(new() { Scope = new() }, Token));
    }

    [Fact]
    public async Task Without_a_selector_releases_whose_conditions_do_not_hold_are_a_match_with_nothing_to_ask()
    {
        using var folder = new EngineFolder(Undeployable.Replace("chart: ./c,", "chart: ./c, condition: off.enabled,", StringComparison.Ordinal));

        (await folder.Engine.StatusAsync(new() { Scope = new() }, Token)).Releases.ShouldBeEmpty();
        (await folder.Engine.TestAsync(new() { Scope = new() }, Token)).Releases.ShouldBeEmpty();
        await Should.ThrowAsync<NothingSelectedException>(folder.Engine.StatusAsync(new() { Scope = new() { Selectors = ["name=web"] } }, Token));
    }
}
